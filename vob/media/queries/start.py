"""What the media room asks of someone today, for the start page: in one statement."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from flask import url_for
from sqlalchemy import Integer, Select, String, bindparam, cast, literal, null, select, union_all

from vob.core.clock import TZ
from vob.core.permissions import Recht
from vob.data import UtcDateTime, db
from vob.gebruikers.models import Gebruiker
from vob.web import objecten

from ..models import Afstemming, Persvraag, Ruil, Woordvoerder
from ..values import OPEN, Ruilstatus, Uitkomst

_MEESTE = 10
_AKKOORD, _RUIL, _PERSVRAAG = "akkoord", "ruil", "persvraag"
_KIJKER: Any = bindparam("kijker", type_=Integer)


@dataclass(frozen=True)
class Mediavraag:
    """`dag`: by when; None: as soon as one can."""

    titel: str
    url: str
    toelichting: str
    dag: date | None


def list_mediavragen(gebruiker: Gebruiker, vandaag: date) -> list[Mediavraag]:
    """Consent that is asked, a swap to answer, and my press questions that are due by today."""
    stmt = _statement(gebruiker.can(Recht.PERSVRAAG_BEHANDELEN))
    rijen = db.session.connection().execute(stmt, {"kijker": gebruiker.id}).all()
    vragen = [_read(rij) for rij in rijen]
    return [vraag for vraag in vragen if vraag.dag is None or vraag.dag <= vandaag]


@cache
def _statement(behandelt: bool) -> Any:
    """Built once for each kind of viewer; it holds nothing of a person."""
    delen = [_akkoord(), _ruil(), *([_persvraag()] if behandelt else [])]
    return union_all(*(select(*deel.subquery().c) for deel in delen))


def _deel(wat: str, model: Any, ref: Any, tekst: Any, moment: Any = None) -> Select[Any]:
    """A part: what it is, which one, words, and by when."""
    moment = cast(null(), UtcDateTime) if moment is None else moment
    return select(
        literal(wat).label("wat"),
        ref.label("ref"),
        tekst.label("tekst"),
        moment.label("moment"),
    ).select_from(model)


def _akkoord() -> Select[Any]:
    stmt = _deel(_AKKOORD, Afstemming, Afstemming.ref, Afstemming.soort)
    mijn = (Afstemming.gebruiker_id == _KIJKER, Afstemming.uitkomst == Uitkomst.GEVRAAGD)
    return stmt.where(*mijn).limit(_MEESTE)


def _ruil() -> Select[Any]:
    mijn = select(Woordvoerder.id).where(Woordvoerder.gebruiker_id == _KIJKER)
    stmt = _deel(_RUIL, Ruil, Ruil.id, cast(literal(""), String))
    return stmt.where(Ruil.naar_id.in_(mijn), Ruil.status == Ruilstatus.GEVRAAGD).limit(_MEESTE)


def _persvraag() -> Select[Any]:
    """Mine, the most urgent first."""
    stmt = _deel(_PERSVRAAG, Persvraag, Persvraag.id, Persvraag.medium, Persvraag.uiterlijk)
    mijn = (Persvraag.toegewezen_id == _KIJKER, Persvraag.status.in_(OPEN))
    return stmt.where(*mijn).order_by(Persvraag.uiterlijk).limit(_MEESTE)


def _read(rij: Any) -> Mediavraag:
    if rij.wat == _AKKOORD:
        soort = objecten.soort_van(rij.tekst)
        label = soort.label if soort else "Media"
        url = objecten.url_of(rij.tekst, rij.ref) or "/"
        return Mediavraag("Uw akkoord wordt gevraagd", url, label, None)
    if rij.wat == _RUIL:
        url = url_for("media.show_ruil", id=rij.ref)
        return Mediavraag("Een collega wil een mediadienst ruilen", url, "Rooster", None)
    url = url_for("media.show_persvraag", id=rij.ref)
    dag = rij.moment.astimezone(TZ).date()
    return Mediavraag(f"Persvraag van {rij.tekst or 'de pers'}", url, "Persvraag", dag)

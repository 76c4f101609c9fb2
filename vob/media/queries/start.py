"""What the media room asks of someone today, as parts of the one statement of the start page."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import url_for
from sqlalchemy import Integer, Select, String, bindparam, cast, literal, null, select

from vob.core.clock import TZ
from vob.data import UtcDateTime
from vob.web import objecten

from ..models import Afstemming, Persvraag, Ruil, Woordvoerder
from ..values import OPEN, Ruilstatus, Uitkomst

_MEESTE = 10
_AKKOORD, _RUIL, _PERSVRAAG = "akkoord", "ruil", "persvraag"
SOORTEN = frozenset((_AKKOORD, _RUIL, _PERSVRAAG))
KIJKER: Any = bindparam("kijker", type_=Integer)


@dataclass(frozen=True)
class Mediavraag:
    """`dag`: by when; None: as soon as one can."""

    titel: str
    url: str
    toelichting: str
    dag: date | None


def make_deel(wat: str, model: Any, ref: Any, tekst: Any, moment: Any = None) -> Select[Any]:
    """A part: what it is, which one, words, and by when. `KIJKER` is who looks."""
    moment = cast(null(), UtcDateTime) if moment is None else moment
    return select(
        literal(wat).label("wat"),
        ref.label("ref"),
        tekst.label("tekst"),
        moment.label("moment"),
    ).select_from(model)


def list_delen(behandelt: bool) -> list[Select[Any]]:
    """Consent that is asked, a swap to answer, and, for who handles those, press questions."""
    return [_akkoord(), _ruil(), *([_persvraag()] if behandelt else [])]


def _akkoord() -> Select[Any]:
    stmt = make_deel(_AKKOORD, Afstemming, Afstemming.ref, Afstemming.soort)
    mijn = (Afstemming.gebruiker_id == KIJKER, Afstemming.uitkomst == Uitkomst.GEVRAAGD)
    return stmt.where(*mijn).limit(_MEESTE)


def _ruil() -> Select[Any]:
    mijn = select(Woordvoerder.id).where(Woordvoerder.gebruiker_id == KIJKER)
    stmt = make_deel(_RUIL, Ruil, Ruil.id, cast(literal(""), String))
    return stmt.where(Ruil.naar_id.in_(mijn), Ruil.status == Ruilstatus.GEVRAAGD).limit(_MEESTE)


def _persvraag() -> Select[Any]:
    """Mine, the most urgent first."""
    stmt = make_deel(_PERSVRAAG, Persvraag, Persvraag.id, Persvraag.medium, Persvraag.uiterlijk)
    mijn = (Persvraag.toegewezen_id == KIJKER, Persvraag.status.in_(OPEN))
    return stmt.where(*mijn).order_by(Persvraag.uiterlijk).limit(_MEESTE)


def read_mediavraag(rij: Any, vandaag: date) -> Mediavraag | None:
    """Of a row of those parts; a press question only when it is due by today."""
    if rij.wat == _AKKOORD:
        soort = objecten.soort_van(rij.tekst)
        label = soort.label if soort else "Media"
        url = objecten.url_of(rij.tekst, rij.ref) or "/"
        return Mediavraag("Uw akkoord wordt gevraagd", url, label, None)
    if rij.wat == _RUIL:
        url = url_for("media.show_ruil", id=rij.ref)
        return Mediavraag("Een collega wil een mediadienst ruilen", url, "Rooster", None)
    dag = rij.moment.astimezone(TZ).date()
    if dag > vandaag:
        return None
    url = url_for("media.show_persvraag", id=rij.ref)
    return Mediavraag(f"Persvraag van {rij.tekst or 'de pers'}", url, "Persvraag", dag)

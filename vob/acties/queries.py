"""Actions, and who may see which."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from flask import url_for
from sqlalchemy import ColumnElement, Row, Select, and_, bindparam, func, or_, select
from sqlalchemy.orm import contains_eager

from vob.core.permissions import Recht
from vob.data import db
from vob.data.paging import CAP, Bladzijde, Lijstvraag, Sortering
from vob.data.sql import is_one_of
from vob.gebruikers.models import Gebruiker
from vob.web import objecten
from vob.web.objecten import Kijker

from .models import Actie
from .values import OPEN, Status, Welke


def visible_where(gebruiker: Kijker) -> ColumnElement[bool]:
    """Own ones (to do, or asked by you); for who manages actions also those of the objects they
    work on; with ACTIE_INZIEN_ALLE those that come from nothing as well.

    An action from an object is seen by others only if they work on that object: the title of an
    action can tell what the case is about, and who the case is about takes no part in it.
    """
    seen = [Actie.eigenaar_id == gebruiker.id, Actie.gemaakt_door_id == gebruiker.id]
    if gebruiker.can(Recht.ACTIE_BEHEREN):
        seen.append(
            objecten.visible_filter(
                gebruiker, Actie.bron_soort, Actie.bron_id, behalve="actie", om_te_werken=True
            )
        )
    if gebruiker.can(Recht.ACTIE_INZIEN_ALLE):
        seen.append(Actie.bron_soort == "")
    return or_(*seen)


def visible_acties(gebruiker: Kijker) -> Select[int]:
    return select(Actie.id).where(visible_where(gebruiker))


objecten.register(
    objecten.Objectsoort(
        code="actie",
        label="Actie",
        url=lambda id: url_for("acties.show_actie", id=id),
        zichtbaar=visible_acties,
    )
)


@dataclass(frozen=True)
class Filter:
    """What the list shows; stands in the URL."""

    welke: Welke = Welke.MIJN
    status: str = "te-doen"  # or a Status, or "" for all
    eigenaar: int = 0


_LIJST = (
    Actie.id,
    Actie.titel,
    Actie.uiterlijk,
    Actie.status,
    Actie.afgerond_op,
    Gebruiker.naam.label("eigenaar"),
)
# One condition per filter, by the name of its parameter.
_VOORWAARDEN: dict[str, ColumnElement[bool]] = {
    "eigenaar": Actie.eigenaar_id == bindparam("eigenaar"),
    "mijn": Actie.eigenaar_id == bindparam("mijn"),
    "status": Actie.status == bindparam("status"),
    "te_doen": is_one_of(Actie.status, OPEN),
    "voor_dag": Actie.uiterlijk < bindparam("voor_dag"),
}


def list_page(
    gebruiker: Gebruiker, filter: Filter, vandaag: date, na: str | None, voor: str | None
) -> Bladzijde[Row[Any]]:
    """One page, first what is due first; and how many there are (capped)."""
    waarden = _waarden(gebruiker, filter, vandaag)
    vraag = _vraag(gebruiker.rechten, frozenset(waarden))
    waarden["kijker"] = gebruiker.id
    return vraag.read_page(db.session, waarden, na=na, voor=voor, cap=CAP)


@lru_cache(maxsize=128)
def _vraag(rechten: frozenset[Recht], namen: frozenset[str]) -> Lijstvraag:
    """Built once for each set of rights and filters: that takes longer than to answer it."""
    acties = select(Actie.id).join(Actie.eigenaar)
    acties = acties.where(
        visible_where(objecten.Iemand(rechten)), *(_VOORWAARDEN[naam] for naam in sorted(namen))
    )
    return Lijstvraag(acties, _LIJST, Sortering(Actie.uiterlijk, Actie.id, aflopend=False))


def _waarden(gebruiker: Gebruiker, filter: Filter, vandaag: date) -> dict[str, Any]:
    """The parameters that this choice has; their names decide the SQL."""
    waarden: dict[str, Any] = {}
    if filter.welke is Welke.MIJN:
        waarden["mijn"] = gebruiker.id
    if filter.welke is Welke.LAAT:
        waarden |= {"te_doen": True, "voor_dag": vandaag}
    elif filter.status == "te-doen":
        waarden["te_doen"] = True
    elif filter.status:
        waarden["status"] = Status(filter.status)
    if filter.eigenaar:
        waarden["eigenaar"] = filter.eigenaar
    return waarden


def my_open_acties(gebruiker: Gebruiker, limit: int = 5) -> list[Actie]:
    """What this user must do first; for the start page."""
    stmt = select(Actie).where(Actie.eigenaar_id == gebruiker.id, Actie.status.in_(OPEN))
    return list(db.session.scalars(stmt.order_by(Actie.uiterlijk, Actie.id).limit(limit)))


# Built once: it stands on every case.
_VAN_OBJECT = (
    select(Actie)
    .join(Actie.eigenaar)
    .options(contains_eager(Actie.eigenaar))
    .where(Actie.bron_soort == bindparam("soort"), Actie.bron_id == bindparam("id"))
    .order_by(Actie.status.not_in(OPEN), Actie.uiterlijk)
)


def acties_of(soort: str, id: int) -> list[Actie]:
    """The actions that came from one object, open ones first; the caller checked the object."""
    return list(db.session.scalars(_VAN_OBJECT, {"soort": soort, "id": id}))


def visible_acties_of(gebruiker: Gebruiker, soort: str, id: int) -> list[Actie]:
    """Those of them that this user may open."""
    stmt = _VAN_OBJECT.where(visible_where(gebruiker))
    return list(db.session.scalars(stmt, {"soort": soort, "id": id}))


def count_laat(peildatum: date, dagen: int) -> tuple[int, int, int]:
    """(open, late, more than so many days late without an explanation) on that date."""
    laat = and_(Actie.status.in_(OPEN), Actie.uiterlijk < peildatum)
    grens = date.fromordinal(peildatum.toordinal() - dagen)
    onverklaard = and_(Actie.status.in_(OPEN), Actie.uiterlijk < grens, Actie.verklaring.is_(None))
    row = db.session.execute(
        select(
            func.count().filter(Actie.status.in_(OPEN)),
            func.count().filter(laat),
            func.count().filter(onverklaard),
        ).select_from(Actie)
    ).one()
    return row[0], row[1], row[2]

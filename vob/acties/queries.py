"""Actions, and who may see which."""

from dataclasses import dataclass
from datetime import date

from flask import url_for
from sqlalchemy import ColumnElement, Select, and_, bindparam, func, or_, select
from sqlalchemy.orm import contains_eager

from vob.core.permissions import Recht
from vob.data import db
from vob.data.paging import Bladzijde, Sortering, count_capped, read_page
from vob.gebruikers.models import Gebruiker
from vob.web import objecten

from .models import Actie
from .values import OPEN, Status, Welke


def visible_where(gebruiker: Gebruiker) -> ColumnElement[bool]:
    """Own ones (to do, or asked by you); with ACTIE_INZIEN_ALLE also those of others.

    An action from an object is seen by others only if they work on that object: the title of an
    action can tell what the case is about, and who the case is about takes no part in it.
    """
    own = or_(Actie.eigenaar_id == gebruiker.id, Actie.gemaakt_door_id == gebruiker.id)
    if not gebruiker.can(Recht.ACTIE_INZIEN_ALLE):
        return own
    return or_(
        own,
        Actie.bron_soort == "",
        objecten.visible_filter(
            gebruiker, Actie.bron_soort, Actie.bron_id, behalve="actie", om_te_werken=True
        ),
    )


def visible_acties(gebruiker: Gebruiker) -> Select[int]:
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


def list_page(
    gebruiker: Gebruiker, filter: Filter, vandaag: date, na: str | None, voor: str | None
) -> tuple[Bladzijde[Actie], int]:
    """One page, first what is due first; and how many there are (capped)."""
    stmt = select(Actie).where(visible_where(gebruiker), *_conditions(gebruiker, filter, vandaag))
    sortering = Sortering(Actie.uiterlijk.expression, Actie.id.expression, aflopend=False)
    with_owner = stmt.join(Actie.eigenaar).options(contains_eager(Actie.eigenaar))
    page = read_page(db.session, with_owner, sortering, na=na, voor=voor)
    return page, count_capped(db.session, stmt)


def _conditions(gebruiker: Gebruiker, filter: Filter, vandaag: date) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if filter.welke is Welke.MIJN:
        conditions.append(Actie.eigenaar_id == gebruiker.id)
    if filter.welke is Welke.LAAT:
        conditions += [Actie.status.in_(OPEN), Actie.uiterlijk < vandaag]
    elif filter.status == "te-doen":
        conditions.append(Actie.status.in_(OPEN))
    elif filter.status:
        conditions.append(Actie.status == Status(filter.status))
    if filter.eigenaar:
        conditions.append(Actie.eigenaar_id == filter.eigenaar)
    return conditions


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


def count_laat(peildatum: date, dagen: int) -> tuple[int, int, int]:
    """(open, late, more than so many days late without an explanation) on that date."""
    laat = and_(Actie.status.in_(OPEN), Actie.uiterlijk < peildatum)
    grens = date.fromordinal(peildatum.toordinal() - dagen)
    onverklaard = and_(
        Actie.status.in_(OPEN), Actie.uiterlijk < grens, func.trim(Actie.verklaring) == ""
    )
    row = db.session.execute(
        select(
            func.count().filter(Actie.status.in_(OPEN)),
            func.count().filter(laat),
            func.count().filter(onverklaard),
        ).select_from(Actie)
    ).one()
    return row[0], row[1], row[2]

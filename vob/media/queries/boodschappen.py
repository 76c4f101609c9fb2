"""Lines, consent, and messages about cases."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, select
from sqlalchemy.orm import joinedload

from vob.data import Zoekdoc, db
from vob.data.search import found, search, words
from vob.gebruikers.models import Gebruiker
from vob.web.objecten import Kijker

from ..models import Afstemming, Incidentbericht, Kernboodschap
from ..values import Boodschapsoort, Boodschapstand, Boodschapstatus, Uitkomst
from .zichtbaar import VANDAAG, incidentbericht_where, is_current, kernboodschap_where


@dataclass(frozen=True)
class Filter:
    """What the list shows; stands in the URL. Without a choice: what holds today."""

    q: str = ""
    stand: Boodschapstand = Boodschapstand.GELDIG
    soort: Boodschapsoort | None = None
    onderwerp: int | None = None


def _stand(stand: Boodschapstand) -> ColumnElement[bool]:
    """`rules.calculate_stand`, for the database."""
    lijn = Kernboodschap
    akkoord = lijn.status == Boodschapstatus.AKKOORD
    return {
        Boodschapstand.CONCEPT: lijn.status == Boodschapstatus.CONCEPT,
        Boodschapstand.INGETROKKEN: lijn.status == Boodschapstatus.INGETROKKEN,
        Boodschapstand.VERLOPEN: and_(akkoord, lijn.geldig_tot < VANDAAG),
        Boodschapstand.STRAKS: and_(akkoord, lijn.geldig_van > VANDAAG, lijn.geldig_tot >= VANDAAG),
        Boodschapstand.GELDIG: is_current(),
    }[stand]


def list_stmt(kijker: Kijker, filter: Filter) -> Select[Kernboodschap]:
    stmt = (
        select(Kernboodschap)
        .options(joinedload(Kernboodschap.onderwerp))
        .where(kernboodschap_where(kijker), _stand(filter.stand))
    )
    if filter.soort:
        stmt = stmt.where(Kernboodschap.soort == filter.soort)
    if filter.onderwerp:
        stmt = stmt.where(Kernboodschap.onderwerp_id == filter.onderwerp)
    if words(filter.q):
        refs = select(Zoekdoc.ref).select_from(found(filter.q))
        refs = search(refs.where(Zoekdoc.soort == Kernboodschap.__tablename__), filter.q)
        stmt = stmt.where(Kernboodschap.id.in_(refs))
    return stmt


def current_lines(onderwerp_id: int) -> list[Kernboodschap]:
    """What one may say about this topic today."""
    stmt = select(Kernboodschap).where(Kernboodschap.onderwerp_id == onderwerp_id, is_current())
    return list(db.session.scalars(stmt.order_by(Kernboodschap.soort, Kernboodschap.id)))


def lines_that_end(dag: date, dagen: int) -> list[Kernboodschap]:
    """Lines that end within so many days, or ended in as many days before and have no successor."""
    vanaf, tot = dag - timedelta(days=dagen), dag + timedelta(days=dagen)
    stmt = (
        select(Kernboodschap)
        .options(joinedload(Kernboodschap.onderwerp), joinedload(Kernboodschap.maker))
        .where(
            Kernboodschap.status == Boodschapstatus.AKKOORD,
            Kernboodschap.geldig_tot.between(vanaf, tot),
        )
        .order_by(Kernboodschap.geldig_tot, Kernboodschap.id)
    )
    return list(db.session.scalars(stmt))


def afstemmingen_of(soort: str, ref: int) -> list[Afstemming]:
    """Whose consent was asked for this object; the caller checked the object."""
    stmt = (
        select(Afstemming)
        .options(joinedload(Afstemming.gebruiker), joinedload(Afstemming.vastgelegd_door))
        .where(Afstemming.soort == soort, Afstemming.ref == ref)
    )
    return list(db.session.scalars(stmt.order_by(Afstemming.id)))


def asked_of(gebruiker: Gebruiker) -> list[Afstemming]:
    """What waits for the consent of this user, oldest first."""
    stmt = select(Afstemming).where(
        Afstemming.gebruiker_id == gebruiker.id, Afstemming.uitkomst == Uitkomst.GEVRAAGD
    )
    return list(db.session.scalars(stmt.order_by(Afstemming.gevraagd_op).limit(20)))


def berichten_of(soort: str, id: int) -> list[Incidentbericht]:
    """What was written about one case, newest first; the caller checked the case."""
    stmt = (
        select(Incidentbericht)
        .options(joinedload(Incidentbericht.maker), joinedload(Incidentbericht.vrijgegeven_door))
        .where(Incidentbericht.zaak_soort == soort, Incidentbericht.zaak_id == id)
    )
    return list(db.session.scalars(stmt.order_by(Incidentbericht.id.desc()).limit(50)))


def list_incidentberichten(kijker: Kijker) -> Select[Any]:
    stmt = select(Incidentbericht).options(joinedload(Incidentbericht.maker))
    return stmt.where(incidentbericht_where(kijker))

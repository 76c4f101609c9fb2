"""Reading analyses for the pages: the list, the versions, the gaps, what is due."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, select
from sqlalchemy.orm import joinedload

from vob.core.clock import TZ
from vob.core.deadlines import plus_maanden
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.organisatie.queries import setting
from vob.web import voorvallen
from vob.web.objecten import Kijker
from vob.web.voorvallen import Voorval

from . import rules
from .models import Analyse
from .models_bibliotheek import Beleidsgebied
from .models_bijeenkomst import Risicovoorval
from .models_risico import Risico
from .rules import Drempel
from .values import Soort, Status, Welke
from .zichtbaarheid import visible_where


@dataclass(frozen=True)
class Filter:
    """What the list shows; stands in the URL."""

    soort: Soort | None = None
    welke: Welke | None = None
    gebied: int = 0


def list_stmt(kijker: Kijker, filter: Filter, vandaag: date) -> Select[Analyse]:
    """The analyses that are not of one gathering; of each only what a list shows."""
    stmt = (
        select(Analyse)
        .options(
            joinedload(Analyse.maker),
            joinedload(Analyse.persoon),
            joinedload(Analyse.beleidsgebied),
        )
        .where(Analyse.soort != Soort.OPERATIONEEL, visible_where(kijker))
    )
    if filter.soort:
        stmt = stmt.where(Analyse.soort == filter.soort)
    if filter.gebied:
        stmt = stmt.where(Analyse.beleidsgebied_id == filter.gebied)
    return stmt.where(_welke(filter.welke, vandaag))


def _welke(welke: Welke | None, vandaag: date) -> ColumnElement[bool]:
    """Without a choice: everything but what was replaced."""
    vastgesteld = Analyse.status == Status.VASTGESTELD
    match welke:
        case Welke.GELDIG:
            return and_(vastgesteld, Analyse.herzien_op >= vandaag)
        case Welke.VERLOPEN:
            return and_(vastgesteld, Analyse.herzien_op < vandaag)
        case Welke.ONDERHANDEN:
            return Analyse.status.in_((Status.CONCEPT, Status.TER_VASTSTELLING))
        case Welke.VERVANGEN:
            return Analyse.status == Status.VERVANGEN
    return Analyse.status != Status.VERVANGEN


def versies_of(analyse: Analyse) -> Sequence[Any]:
    """Number, state and dates of all versions, newest first; without their contents."""
    stmt = (
        select(
            Analyse.id,
            Analyse.nummer,
            Analyse.status,
            Analyse.herzien_op,
            Analyse.vastgesteld_op,
        )
        .where(Analyse.reeks == analyse.reeks)
        .order_by(Analyse.nummer.desc())
    )
    return db.session.execute(stmt).all()


def names_of(ids: Iterable[int | None]) -> dict[int | None, str]:
    """The names of these users."""
    gezocht = {id for id in ids if id}
    if not gezocht:
        return {}
    stmt = select(Gebruiker.id, Gebruiker.naam).where(Gebruiker.id.in_(gezocht))
    return {rij.id: rij.naam for rij in db.session.execute(stmt)}


def peilmoment(analyse: Analyse) -> datetime:
    """Since when incidents count: since it was adopted, else since it was made."""
    if analyse.vastgesteld_op is None:
        return analyse.gemaakt_op
    return datetime.combine(analyse.vastgesteld_op, time(), TZ)


def voorvallen_since(analyse: Analyse, kijker: Kijker | None) -> Sequence[Voorval]:
    """The incidents in its area since it was made. An analysis of a person has none: to look for
    them would tell about whom it is."""
    if analyse.is_besloten:
        return ()
    gebied = analyse.beleidsgebied
    return voorvallen.since(peilmoment(analyse), gebied.woorden if gebied else (), kijker)


def vraagt_herbeoordeling(analyse: Analyse, gevallen: Sequence[Voorval]) -> bool:
    """An area by number or by one grave case; the whole organisation, where something happens every
    week, by a number of its own."""
    heel = analyse.soort is Soort.GENERIEK
    aantal = setting("risico_incidenten_alle" if heel else "risico_incidenten")
    drempel = Drempel(aantal, rules.GEEN_ERNST if heel else setting("risico_ernst"))
    return rules.vraagt_herbeoordeling((voorval.ernst for voorval in gevallen), drempel)


def linked_voorvallen(risico: Risico, kijker: Kijker) -> Sequence[Voorval]:
    ids = db.session.scalars(
        select(Risicovoorval.incident_id).where(Risicovoorval.risico_id == risico.id)
    )
    return voorvallen.read(list(ids), kijker)


def newest_versies() -> Select[Analyse]:
    """What holds: the adopted version of every analysis that is not about a person or gathering."""
    return select(Analyse).where(
        Analyse.status == Status.VASTGESTELD,
        Analyse.soort.in_((Soort.GENERIEK, Soort.BELEIDSGEBIED)),
    )


def find_hiaten(peildatum: date) -> list[Beleidsgebied]:
    """Sensitive areas without an analysis that holds on this date."""
    vanaf = setting_grens(peildatum, "risico_gebied")
    heeft = exists().where(
        Analyse.beleidsgebied_id == Beleidsgebied.id,
        Analyse.soort == Soort.BELEIDSGEBIED,
        Analyse.status.in_(rules.ADOPTED),
        Analyse.vastgesteld_op > vanaf,
        Analyse.vastgesteld_op <= peildatum,
    )
    stmt = select(Beleidsgebied).where(Beleidsgebied.is_gevoelig, Beleidsgebied.is_actief, ~heeft)
    return list(db.session.scalars(stmt.order_by(Beleidsgebied.naam)))


def setting_grens(peildatum: date, code: str) -> date:
    """What was adopted on or before this day is too old on `peildatum`."""
    return plus_maanden(peildatum, -setting(code))


def list_due(vandaag: date) -> list[Analyse]:
    """Adopted, not replaced, and to be looked at again on or before this day."""
    stmt = select(Analyse).where(
        Analyse.status == Status.VASTGESTELD, Analyse.herzien_op <= vandaag
    )
    return list(db.session.scalars(stmt.options(joinedload(Analyse.maker))))

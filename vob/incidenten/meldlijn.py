"""The reporting lines: per function who gets a case first and who stands in; and their gaps."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from vob.core.organisatietype import Functie
from vob.core.permissions import Recht
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.gebruikers.queries import gebruikers_with

from . import rules
from .models import Meldlijn


@dataclass(frozen=True)
class Lijnregel:
    """One line as it stands, and in plain words what is missing."""

    functie: Functie
    lijn: Meldlijn
    gebrek: str


def list_lijnen() -> list[Lijnregel]:
    """A line for every function, also those that nobody set yet."""
    stmt = select(Meldlijn).options(joinedload(Meldlijn.eerste), joinedload(Meldlijn.vervanger))
    lijnen = {lijn.functie: lijn for lijn in db.session.scalars(stmt)}
    behandelaars = {gebruiker.id for gebruiker in gebruikers_with(Recht.INCIDENT_BEHANDELEN)}
    return [
        _regel(functie, lijnen.get(functie) or _new(functie), behandelaars) for functie in Functie
    ]


def _regel(functie: Functie, lijn: Meldlijn, behandelaars: set[int]) -> Lijnregel:
    gebrek = rules.gebrek_in_lijn(lijn.eerste_id, lijn.vervanger_id, behandelaars)
    return Lijnregel(functie, lijn, gebrek)


def get_lijn(functie: Functie) -> Meldlijn:
    """The line of this function; a new one, not yet stored, while nobody set it."""
    lijn = db.session.scalar(select(Meldlijn).filter_by(functie=functie))
    return lijn or _new(functie)


def _new(functie: Functie) -> Meldlijn:
    return Meldlijn(functie=functie, versie=0)  # the form must name a version; storing makes it 1


def fill_lijnen() -> int:
    """Take over the proposal wherever somebody is missing. How many lines changed."""
    behandelaars = gebruikers_with(Recht.INCIDENT_BEHANDELEN)
    bruikbaar = {gebruiker.id for gebruiker in behandelaars}
    changed = 0
    for regel in list_lijnen():
        lijn, was = regel.lijn, (regel.lijn.eerste_id, regel.lijn.vervanger_id)
        if lijn.eerste_id not in bruikbaar:
            lijn.eerste_id = _voorstel_eerste(regel.functie, behandelaars, lijn.vervanger_id)
        if lijn.vervanger_id not in bruikbaar:
            lijn.vervanger_id = _voorstel_vervanger(regel.functie, behandelaars, lijn.eerste_id)
        if (lijn.eerste_id, lijn.vervanger_id) != was:
            db.session.add(lijn)
            changed += 1
    return changed


def _voorstel_eerste(
    functie: Functie, behandelaars: list[Gebruiker], niet: int | None
) -> int | None:
    """By custom: a councillor's case goes to the griffier, a wethouder's to the secretaris …"""
    naar = rules.LIJN_NAAR.get(functie, ())
    op_functie = [g for doel in naar for g in behandelaars if g.functie is doel]
    return _first([*op_functie, *_coordinatoren(behandelaars)], functie, niet)


def _voorstel_vervanger(
    functie: Functie, behandelaars: list[Gebruiker], eerste_id: int | None
) -> int | None:
    """The stand-in of the first, if that person handles cases; else coordinator or secretaris."""
    eigen = {g.vervanger_id for g in behandelaars if g.id == eerste_id}
    keuzes = [g for g in behandelaars if g.id in eigen]
    secretarissen = [g for g in behandelaars if g.functie is Functie.SECRETARIS]
    keuzes += [*_coordinatoren(behandelaars), *secretarissen]
    return _first(keuzes, functie, eerste_id)


def _first(keuzes: list[Gebruiker], functie: Functie, niet: int | None) -> int | None:
    """Nobody is put in the line of their own office."""
    past = (
        g.id
        for g in keuzes
        if g.id != niet and (g.functie is not functie or functie not in rules.LIJN_NAAR)
    )
    return next(past, None)


def _coordinatoren(behandelaars: list[Gebruiker]) -> list[Gebruiker]:
    return [g for g in behandelaars if g.can(Recht.INCIDENT_INZIEN_ALLE)]

"""Who is reminded of what today: a mail with a link and nothing else.

About an analysis of a person the link is that of the list: not even its number goes into a mail.
"""

from datetime import date, timedelta

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import joinedload

from vob.berichten.operations import queue
from vob.berichten.values import Berichtsoort
from vob.core.permissions import Recht
from vob.data import db
from vob.gebruikers.models import Gebruiker

from . import queries, rules
from .models import Analyse
from .models_bijeenkomst import Beveiligingsmaatregel, Inschatting
from .models_risico import Risico, Risicomaatregel
from .operations import pad_of
from .rules_beveiliging import LOPEND
from .rules_bewijs import herinnerdagen
from .values import Status
from .values_bijeenkomst import Beveiligingsstatus, Kleur

_MAANDAG = 0


def queue_herinneringen(vandaag: date) -> int:
    """For how many people. The outbox keeps one per person, page and day."""
    wie: set[tuple[Gebruiker, str]] = set()
    wie |= _of_analyses(vandaag) | _of_acceptaties(vandaag) | _of_maatregelen(vandaag)
    wie |= _of_bijeenkomsten(vandaag) | _of_beveiliging(vandaag)
    if vandaag.weekday() == _MAANDAG:
        wie |= _of_incidenten()
    actief = {(iemand, pad) for iemand, pad in wie if iemand.is_actief}
    for iemand, pad in sorted(actief, key=lambda regel: (regel[0].id, regel[1])):
        queue(iemand, Berichtsoort.HERINNERING, pad)
    return len({iemand.id for iemand, _ in actief})


def _of_analyses(vandaag: date) -> set[tuple[Gebruiker, str]]:
    """To be looked at again: the maker, and about whom it is."""
    stmt = (
        select(Analyse)
        .options(joinedload(Analyse.maker), joinedload(Analyse.persoon))
        .where(Analyse.status == Status.VASTGESTELD, Analyse.herzien_op.in_(herinnerdagen(vandaag)))
    )
    return {
        (iemand, pad_of(analyse))
        for analyse in db.session.scalars(stmt)
        for iemand in (analyse.maker, analyse.persoon)
        if iemand
    }


def _of_acceptaties(vandaag: date) -> set[tuple[Gebruiker, str]]:
    """What someone accepted until a day: is it still to be borne?"""
    stmt = (
        select(Risico)
        .options(joinedload(Risico.analyse).joinedload(Analyse.maker))
        .where(Risico.is_actueel.is_(True), Risico.accept_tot_open.in_(herinnerdagen(vandaag)))
    )
    risicos = db.session.scalars(stmt)
    return {(risico.analyse.maker, pad_of(risico.analyse)) for risico in risicos}


def _of_maatregelen(vandaag: date) -> set[tuple[Gebruiker, str]]:
    """Measures about a person are no actions, so they are brought to mind here. There are few."""
    stmt = (
        select(Risicomaatregel)
        .join(Risicomaatregel.analyse)
        .where(Risicomaatregel.is_besloten, Analyse.status == Status.VASTGESTELD)
    )
    dagen = set(herinnerdagen(vandaag))
    ids = {
        maatregel.eigenaar_id
        for maatregel in db.session.scalars(stmt)
        if maatregel.status in rules.OPEN and maatregel.uiterlijk in dagen
    }
    mensen = db.session.scalars(select(Gebruiker).where(Gebruiker.id.in_(ids)))
    return {(iemand, "/risicoanalyse/") for iemand in mensen}


def _of_bijeenkomsten(vandaag: date) -> set[tuple[Gebruiker, str]]:
    """Nobody looked back yet: the day after, and every week."""
    dagen = [dag - timedelta(days=1) for dag in herinnerdagen(vandaag) if dag <= vandaag]
    stmt = (
        select(Inschatting)
        .options(joinedload(Inschatting.analyse).joinedload(Analyse.maker))
        .where(
            Inschatting.terugblik_op.is_(None),
            Inschatting.kleur != Kleur.GROEN,
            Inschatting.dag.in_(dagen),
        )
    )
    return {
        (een.analyse.maker, f"/risicoanalyse/operationeel/{een.analyse_id}")
        for een in db.session.scalars(stmt)
    }


def _of_beveiliging(vandaag: date) -> set[tuple[Gebruiker, str]]:
    """Can it be less, or does it end? Who arranges it, if they may see the list; else who put it
    in."""
    dagen = herinnerdagen(vandaag)
    loopt_af = and_(
        Beveiligingsmaatregel.status == Beveiligingsstatus.ACTIEF,
        Beveiligingsmaatregel.tot.in_(dagen),
    )
    stmt = (
        select(Beveiligingsmaatregel)
        .options(joinedload(Beveiligingsmaatregel.regelaar))
        .where(
            Beveiligingsmaatregel.status.in_(LOPEND),
            or_(Beveiligingsmaatregel.toets_op.in_(dagen), loopt_af),
        )
    )
    wie = set()
    for maatregel in db.session.scalars(stmt):
        iemand = maatregel.regelaar
        if not iemand.can(Recht.BEVEILIGING_INZIEN):
            iemand = db.session.get_one(Gebruiker, maatregel.gemaakt_door_id)
        wie.add((iemand, "/risicoanalyse/beveiliging/"))
    return wie


def _of_incidenten() -> set[tuple[Gebruiker, str]]:
    """Overtaken by what happened since."""
    stmt = queries.newest_versies().options(
        joinedload(Analyse.maker), joinedload(Analyse.beleidsgebied)
    )
    return {
        (analyse.maker, pad_of(analyse))
        for analyse in db.session.scalars(stmt)
        if queries.judge_sindsdien(
            analyse, queries.voorvallen_since(analyse, None), None
        ).herbeoordelen
    }

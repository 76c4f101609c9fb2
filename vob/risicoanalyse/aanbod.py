"""The offer of a personal analysis, and who reads along in one.

Of the offer the coordinator sees four words, and nothing of what came of it.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from flask import abort
from sqlalchemy import select

from vob.berichten.operations import queue
from vob.berichten.values import Berichtsoort
from vob.core.organisatietype import Functie
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.gebruikers.queries import active_gebruikers
from vob.web.objecten import Kijker

from .models import Analyse, Analyselezer
from .models_bijeenkomst import Analyseaanbod
from .values import Aanbodstatus
from .zichtbaarheid import work_where

# Who must have been offered one (stappen.md step 3: every bestuurder).
BESTUURDERS = (Functie.BURGEMEESTER, Functie.WETHOUDER)


@dataclass(frozen=True)
class Regel:
    """Someone in office, with the offer if there is one."""

    gebruiker: Gebruiker
    aanbod: Analyseaanbod | None

    @property
    def is_bestuurder(self) -> bool:
        return self.gebruiker.functie in BESTUURDERS


def in_ambt() -> list[Gebruiker]:
    """Everyone in office."""
    return [
        iemand
        for iemand in active_gebruikers()
        if iemand.has_rol(Rol.AMBTSDRAGER) or iemand.functie in BESTUURDERS
    ]


def list_regels() -> list[Regel]:
    per_persoon = {
        aanbod.gebruiker_id: aanbod for aanbod in db.session.scalars(select(Analyseaanbod))
    }
    regels = [Regel(iemand, per_persoon.get(iemand.id)) for iemand in in_ambt()]
    return sorted(regels, key=lambda regel: not regel.is_bestuurder)


def offer_all(door: Gebruiker, vandaag: date) -> int:
    """How many got an offer."""
    nieuw = [regel.gebruiker for regel in list_regels() if regel.aanbod is None]
    for iemand in nieuw:
        db.session.add(
            Analyseaanbod(
                gebruiker_id=iemand.id,
                status=Aanbodstatus.AANGEBODEN,
                aangeboden_op=vandaag,
                aangeboden_door_id=door.id,
                gewijzigd_op=vandaag,
            )
        )
        queue(iemand, Berichtsoort.KLAAR, "/risicoanalyse/")
    return len(nieuw)


def find(gebruiker: Gebruiker) -> Analyseaanbod | None:
    return db.session.scalar(select(Analyseaanbod).filter_by(gebruiker_id=gebruiker.id))


def answer(gebruiker: Gebruiker, status: Aanbodstatus, vandaag: date) -> None:
    """404 for who was never asked."""
    aanbod = find(gebruiker) or abort(404)
    aanbod.status, aanbod.gewijzigd_op = status, vandaag


def set_lezers(analyse: Analyse, ids: Collection[int], kijker: Kijker) -> None:
    """On every version alike that `kijker` works on: who reads along reads what came before too.

    Who made an old version does not decide about the ones that came after without them.
    """
    erbij = set(ids) - {lezer.gebruiker_id for lezer in analyse.lezers}
    stmt = select(Analyse).where(Analyse.reeks == analyse.reeks, work_where(kijker))
    for versie in db.session.scalars(stmt):
        versie.lezers = [lezer for lezer in versie.lezers if lezer.gebruiker_id in ids]
        bekend = {lezer.gebruiker_id for lezer in versie.lezers}
        versie.lezers += [Analyselezer(gebruiker_id=id) for id in ids if id not in bekend]
    for iemand in db.session.scalars(select(Gebruiker).where(Gebruiker.id.in_(erbij))):
        queue(iemand, Berichtsoort.KLAAR, "/risicoanalyse/")

"""Rounds, and one round beside the one before it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from vob.checklist import rules
from vob.checklist.models import ChecklistRonde, ChecklistRondestap
from vob.checklist.stappen import Stap, steps_for
from vob.checklist.values import Verandering
from vob.data import db
from vob.organisatie.queries import our_organisatie

from .stappen import Regel, read_checklist


@dataclass(frozen=True)
class Rondestap:
    """One step in one round. `toen` is None when there was no round before."""

    tekst: Stap
    nu: rules.Stand
    zin: str
    reden: str
    opmerking: str
    eigenaar: str
    laatst_gedaan_op: date | None
    toen: rules.Stand | None

    @property
    def verandering(self) -> Verandering | None:
        return rules.vergelijk(self.toen, self.nu) if self.toen else None


@dataclass(frozen=True)
class Rondebeeld:
    """A round with its 23 steps, beside the round closed before it."""

    ronde: ChecklistRonde
    vorige: ChecklistRonde | None
    stappen: list[Rondestap]

    @property
    def tellingen(self) -> dict[Verandering, int]:
        gezien = [stap.verandering for stap in self.stappen]
        return {verandering: gezien.count(verandering) for verandering in Verandering}


def read_ronde(ronde: ChecklistRonde) -> Rondebeeld:
    """A closed round as it was kept; the running one as it stands today."""
    vorige = _previous(ronde)
    toen = {nr: stap.stand for nr, stap in _frozen(vorige).items()} if vorige else {}
    if ronde.is_open:
        stappen = [_from_running(regel, toen) for regel in read_checklist().regels]
    else:
        teksten = steps_for(our_organisatie().type)
        stappen = [_from_frozen(teksten[nr], stap, toen) for nr, stap in _frozen(ronde).items()]
    return Rondebeeld(ronde, vorige, stappen)


def _from_running(regel: Regel, toen: dict[int, rules.Stand]) -> Rondestap:
    stap = regel.stap
    return Rondestap(
        tekst=regel.tekst,
        nu=regel.stand,
        zin=regel.bewijs.zin_voor(False),
        reden=stap.reden,
        opmerking=stap.opmerking,
        eigenaar=stap.eigenaar.naam if stap.eigenaar else "",
        laatst_gedaan_op=stap.laatst_gedaan_op,
        toen=toen.get(regel.nummer),
    )


def _from_frozen(tekst: Stap, stap: ChecklistRondestap, toen: dict[int, rules.Stand]) -> Rondestap:
    return Rondestap(
        tekst=tekst,
        nu=stap.stand,
        zin=stap.zin,
        reden=stap.reden,
        opmerking=stap.opmerking,
        eigenaar=stap.eigenaar.naam if stap.eigenaar else "",
        laatst_gedaan_op=stap.laatst_gedaan_op,
        toen=toen.get(stap.nummer),
    )


def list_rondes() -> list[ChecklistRonde]:
    """The newest first."""
    return list(
        db.session.scalars(
            select(ChecklistRonde)
            .options(joinedload(ChecklistRonde.afgesloten_door))
            .order_by(ChecklistRonde.id.desc())
        )
    )


def open_ronde() -> ChecklistRonde | None:
    return db.session.scalar(select(ChecklistRonde).where(ChecklistRonde.loopt.is_(True)))


def _previous(ronde: ChecklistRonde) -> ChecklistRonde | None:
    """The round closed before this one."""
    return db.session.scalar(
        select(ChecklistRonde)
        .where(ChecklistRonde.id < ronde.id)
        .order_by(ChecklistRonde.id.desc())
        .limit(1)
    )


def _frozen(ronde: ChecklistRonde) -> dict[int, ChecklistRondestap]:
    """The frozen steps of a closed round, by number."""
    stmt = (
        select(ChecklistRondestap)
        .filter_by(ronde_id=ronde.id)
        .options(joinedload(ChecklistRondestap.eigenaar))
        .order_by(ChecklistRondestap.nummer)
    )
    return {stap.nummer: stap for stap in db.session.scalars(stmt)}

"""Starting and closing a round: the two acts that touch all 23 steps."""

from datetime import date

from sqlalchemy import select

from vob.checklist import rules
from vob.checklist.models import (
    ChecklistDeelactie,
    ChecklistRonde,
    ChecklistRondestap,
    ChecklistStap,
)
from vob.checklist.queries import Checklist, Regel, open_ronde
from vob.checklist.stappen import Stap, steps_for
from vob.checklist.values import Gebeurtenissoort, Rondesoort, Stapstatus
from vob.core.clock import vandaag
from vob.core.organisatietype import Organisatietype
from vob.data import begin_write, db

from .stappen import record


def start_ronde(
    naam: str, soort: Rondesoort, begin: date, door_id: int | None = None
) -> ChecklistRonde:
    """The first round makes the steps; each next one takes over what still holds."""
    begin_write(db.session)
    rules.check_start(open_ronde() is not None)
    ronde = ChecklistRonde(naam=naam, soort=soort, begonnen_op=begin)
    db.session.add(ronde)
    stappen = {stap.id: stap for stap in db.session.scalars(select(ChecklistStap))}
    weer_open = {id for id, stap in stappen.items() if _take_over(stap, soort, door_id)}
    for deelactie in _ticked(weer_open):
        deelactie.gedaan_op, deelactie.gedaan_door = None, None
    # Which words a text is written in does not matter here: only that there is one.
    for tekst in steps_for(Organisatietype.GEMEENTE).values():
        if tekst.nummer not in stappen:
            _make_stap(tekst)
    db.session.flush()
    for tekst in steps_for(Organisatietype.GEMEENTE).values():
        record(tekst.nummer, Gebeurtenissoort.RONDE, door_id, naar=f"{naam} gestart")
    return ronde


def _make_stap(tekst: Stap) -> None:
    db.session.add(ChecklistStap(id=tekst.nummer, ritme=tekst.ritme))
    db.session.flush()
    db.session.add_all(
        ChecklistDeelactie(stap_id=tekst.nummer, standaard=index)
        for index in range(len(tekst.deelacties))
    )


def _take_over(stap: ChecklistStap, soort: Rondesoort, door_id: int | None) -> bool:
    """Owners, rhythm and remark stay. Whether the step starts anew."""
    wordt = rules.status_in_nieuwe_ronde(stap.status, stap.ritme, soort)
    if wordt is stap.status:
        return False
    record(stap.id, Gebeurtenissoort.STATUS, door_id, stap.status.label, wordt.label)
    stap.status, stap.reden, stap.uiterlijk_op = wordt, "", None
    return wordt is Stapstatus.NIET_GESTART


def _ticked(stap_ids: set[int]) -> list[ChecklistDeelactie]:
    stmt = select(ChecklistDeelactie).where(
        ChecklistDeelactie.stap_id.in_(stap_ids), ChecklistDeelactie.gedaan_op.is_not(None)
    )
    return list(db.session.scalars(stmt))


def close_ronde(checklist: Checklist, conclusie: str, door_id: int) -> ChecklistRonde:
    """Keep what users say and what VOB sees today; after this nothing of it changes."""
    ronde = rules.running(checklist.ronde)
    for regel in checklist.regels:
        db.session.add(_freeze(ronde.id, regel))
        record(regel.nummer, Gebeurtenissoort.RONDE, door_id, naar=f"{ronde.naam} afgesloten")
    ronde.close(vandaag(), door_id, conclusie)
    return ronde


def _freeze(ronde_id: int, regel: Regel) -> ChecklistRondestap:
    stap = regel.stap
    return ChecklistRondestap(
        ronde_id=ronde_id,
        nummer=stap.id,
        status=stap.status,
        reden=stap.reden,
        eigenaar_id=stap.eigenaar_id,
        uiterlijk_op=stap.uiterlijk_op,
        laatst_gedaan_op=stap.laatst_gedaan_op,
        opmerking=stap.opmerking,
        oordeel=regel.bewijs.oordeel,
        zin=regel.bewijs.zin_voor(False),  # kept, and read by many
    )

"""Acts on a step: each one also writes the line of history that tells it."""

from datetime import date

from vob.checklist import rules
from vob.checklist.models import (
    ChecklistBewijsstuk,
    ChecklistDeelactie,
    ChecklistGebeurtenis,
    ChecklistRonde,
    ChecklistStap,
)
from vob.checklist.values import Gebeurtenissoort, Ritme, Stapstatus
from vob.core.clock import nu, vandaag
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.web.formats import datum


def record(
    stap_id: int, soort: Gebeurtenissoort, door_id: int | None, van: str = "", naar: str = ""
) -> None:
    """One line of history."""
    db.session.add(
        ChecklistGebeurtenis(
            stap_id=stap_id, moment=nu(), gebruiker_id=door_id, soort=soort, van=van, naar=naar
        )
    )


def update_stand(
    stap: ChecklistStap,
    door_id: int,
    *,
    status: Stapstatus,
    reden: str,
    laatst_gedaan_op: date | None,
    opmerking: str,
) -> None:
    """What the owner says of the step."""
    rules.check_stand(status, reden, laatst_gedaan_op, vandaag())
    reden = reden if status is Stapstatus.NIET_VAN_TOEPASSING else ""
    gedaan = rules.laatst_gedaan(
        stap.status, status, stap.laatst_gedaan_op, laatst_gedaan_op, vandaag()
    )
    if status is not stap.status:
        record(stap.id, Gebeurtenissoort.STATUS, door_id, stap.status.label, status.label)
    elif reden != stap.reden:
        record(stap.id, Gebeurtenissoort.REDEN, door_id)
    if gedaan != stap.laatst_gedaan_op:
        record(stap.id, Gebeurtenissoort.GEDAAN, door_id, _dag(stap.laatst_gedaan_op), _dag(gedaan))
    if opmerking != stap.opmerking:
        record(stap.id, Gebeurtenissoort.OPMERKING, door_id)
    stap.status, stap.reden = status, reden
    stap.laatst_gedaan_op, stap.opmerking = gedaan, opmerking


def mark_gedaan(stap: ChecklistStap, door_id: int) -> None:
    """Done again, today."""
    update_stand(
        stap,
        door_id,
        status=Stapstatus.GEREED,
        reden="",
        laatst_gedaan_op=vandaag(),
        opmerking=stap.opmerking,
    )


def update_planning(
    stap: ChecklistStap,
    door_id: int,
    *,
    eigenaar: Gebruiker | None,
    vervanger: Gebruiker | None,
    uiterlijk_op: date | None,
    ritme: Ritme,
) -> None:
    """Who does it, when, and how often."""
    rules.check_vervanger(eigenaar and eigenaar.id, vervanger and vervanger.id)
    for soort, van, naar in (
        (Gebeurtenissoort.EIGENAAR, _naam(stap.eigenaar), _naam(eigenaar)),
        (Gebeurtenissoort.VERVANGER, _naam(stap.vervanger), _naam(vervanger)),
        (Gebeurtenissoort.UITERLIJK, _dag(stap.uiterlijk_op), _dag(uiterlijk_op)),
        (Gebeurtenissoort.RITME, stap.ritme.label, ritme.label),
    ):
        if van != naar:
            record(stap.id, soort, door_id, van, naar)
    stap.eigenaar, stap.vervanger = eigenaar, vervanger
    stap.uiterlijk_op, stap.ritme = uiterlijk_op, ritme


def add_deelactie(stap: ChecklistStap, door_id: int, tekst: str) -> ChecklistDeelactie:
    deelactie = ChecklistDeelactie(stap_id=stap.id, tekst=tekst)
    db.session.add(deelactie)
    record(stap.id, Gebeurtenissoort.DEELACTIE_ERBIJ, door_id, naar=tekst)
    return deelactie


def tick_deelactie(
    deelactie: ChecklistDeelactie, door: Gebruiker, tekst: str, *, is_gedaan: bool
) -> None:
    """Done, or open again. Ticking what is ticked changes nothing: two people may do it at once."""
    if is_gedaan == deelactie.is_gedaan:
        return
    deelactie.gedaan_op = vandaag() if is_gedaan else None
    deelactie.gedaan_door = door if is_gedaan else None
    soort = Gebeurtenissoort.DEELACTIE_GEDAAN if is_gedaan else Gebeurtenissoort.DEELACTIE_OPEN
    record(deelactie.stap_id, soort, door.id, naar=tekst)


def delete_deelactie(deelactie: ChecklistDeelactie, door_id: int) -> None:
    rules.check_eigen(deelactie.is_eigen)
    record(deelactie.stap_id, Gebeurtenissoort.DEELACTIE_WEG, door_id, van=deelactie.tekst)
    db.session.delete(deelactie)


def add_bewijsstuk(
    stap: ChecklistStap, ronde: ChecklistRonde, door: Gebruiker, *, titel: str, pad: str, tekst: str
) -> ChecklistBewijsstuk:
    bewijsstuk = ChecklistBewijsstuk(
        stap_id=stap.id,
        ronde_id=ronde.id,
        titel=titel,
        pad=pad,
        tekst=tekst,
        toegevoegd_op=nu(),
        toegevoegd_door_id=door.id,
    )
    db.session.add(bewijsstuk)
    record(stap.id, Gebeurtenissoort.BEWIJSSTUK_ERBIJ, door.id, naar=titel)
    return bewijsstuk


def delete_bewijsstuk(bewijsstuk: ChecklistBewijsstuk, ronde: ChecklistRonde, door_id: int) -> None:
    rules.check_bewijsstuk(bewijsstuk.ronde_id, ronde.id)
    record(bewijsstuk.stap_id, Gebeurtenissoort.BEWIJSSTUK_WEG, door_id, van=bewijsstuk.titel)
    db.session.delete(bewijsstuk)


def _dag(dag: date | None) -> str:
    return datum(dag) if dag else ""


def _naam(gebruiker: Gebruiker | None) -> str:
    return gebruiker.naam if gebruiker else ""

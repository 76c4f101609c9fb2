"""The checklist: a round that was closed, and one that is half done."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import select

from vob.checklist import operations, queries
from vob.checklist.models import (
    ChecklistBewijsstuk,
    ChecklistDeelactie,
    ChecklistGebeurtenis,
    ChecklistRonde,
    ChecklistStap,
)
from vob.checklist.rules import naam_van_ronde
from vob.checklist.stappen import Stap, steps_for
from vob.checklist.values import Rondesoort, Stapstatus
from vob.core.clock import TZ
from vob.data import db
from vob.organisatie.queries import our_organisatie

from .mensen import Mensen

VORIGE, VORIGE_DICHT, NU = -610, -248, -235  # days from today
_GEREED, _BEZIG = Stapstatus.GEREED, Stapstatus.BEZIG
_NIET, _NVT = Stapstatus.NIET_GESTART, Stapstatus.NIET_VAN_TOEPASSING


@dataclass(frozen=True)
class Stand:
    """How a step stands today, and how it stood in the round before. Days count from today."""

    eigenaar: str
    vervanger: str
    was: Stapstatus
    status: Stapstatus
    dag: int  # last done, or to be finished by
    opmerking: str = ""
    bewijs: tuple[str, str, str] = ("", "", "")  # title, address in VOB, or text


STANDEN: tuple[Stand, ...] = (
    Stand(
        "griffier",
        "coordinator",
        _GEREED,
        _GEREED,
        -150,
        "Vastgesteld in de eerste vergadering van de nieuwe periode.",
        ("Agressieprotocol", "/documenten/", ""),
    ),
    Stand("woordvoerder", "woordvoerder2", _BEZIG, _GEREED, -110, "Rooster staat tot de zomer."),
    Stand("coordinator", "coordinator2", _GEREED, _BEZIG, 9, "Generieke analyse is klaar."),
    Stand("griffier", "griffier2", _BEZIG, _BEZIG, 35, "Training voor nieuwe leden gepland."),
    Stand("secretaris", "coordinator", _GEREED, _GEREED, -80),
    Stand("burgemeester", "coordinator", _BEZIG, _BEZIG, -12, "Wacht op de politie."),
    Stand(
        "coordinator",
        "griffier",
        _GEREED,
        _GEREED,
        -65,
        "",
        ("Opvangteam", "", "Joris en een collega zijn in het voorjaar geschoold."),
    ),
    Stand("coordinator", "coordinator2", _BEZIG, _GEREED, -85, "Proefmelding is afgehandeld."),
    Stand("burgemeester", "secretaris", _GEREED, _BEZIG, 60, "Toets loopt."),
    Stand("coordinator", "griffier", _BEZIG, _GEREED, -20),
    Stand("griffier", "griffier2", _NIET, _BEZIG, 21),
    Stand(
        "griffier",
        "burgemeester",
        _GEREED,
        _GEREED,
        -27,
        "Besproken in het seniorenconvent.",
        ("Verslag bespreking", "", "Vier punten, waarvan er drie af zijn."),
    ),
    Stand("griffier", "burgemeester", _NIET, _NIET, 4, ""),
    Stand("woordvoerder", "burgemeester", _GEREED, _GEREED, -48, "Norm gedeeld bij de opening."),
    Stand("secretaris", "woordvoerder", _BEZIG, _NIET, 75),
    Stand("coordinator", "secretaris", _NIET, _NVT, 0),
    Stand("griffier", "secretaris", _GEREED, _GEREED, -14),
    Stand("coordinator", "griffier", _GEREED, _BEZIG, 12, "Twee nagesprekken staan nog open."),
    Stand("secretaris", "burgemeester", _BEZIG, _BEZIG, 30),
    Stand("coordinator", "coordinator2", _BEZIG, _GEREED, -30),
    Stand("griffier", "secretaris", _NIET, _BEZIG, 90, "Startpakket is verspreid."),
    Stand("secretaris", "griffier", _GEREED, _NIET, 120),
    Stand("coordinator", "griffier", _NIET, _NIET, 150),
)


def make_checklist(mensen: Mensen, vandaag: date, periode: tuple[date, date]) -> None:
    """Both rounds, with owners, evidence and a history that spreads over their time."""
    door = mensen["coordinator"]
    oud = operations.start_ronde(
        f"Ronde {_dag(vandaag, VORIGE).year}", Rondesoort.JAAR, _dag(vandaag, VORIGE), door.id
    )
    stappen = _stappen()
    for stand, stap in zip(STANDEN, stappen, strict=True):
        _plan(stap, stand, mensen, None)
        _set(stap, stand.was, _dag(vandaag, VORIGE_DICHT - stap.id), "", mensen[stand.eigenaar].id)
    db.session.flush()
    operations.close_ronde(
        queries.read_checklist(vandaag),
        "De basis staat. Volgende ronde: nieuwe leden trainen en de keten controleren.",
        door.id,
    )
    oud.afgesloten_op = _dag(vandaag, VORIGE_DICHT)
    db.session.flush()
    _spread_history(0, _dag(vandaag, VORIGE), _dag(vandaag, VORIGE_DICHT))
    _make_running(mensen, vandaag, periode)


def _make_running(mensen: Mensen, vandaag: date, periode: tuple[date, date]) -> None:
    begin = _dag(vandaag, NU)
    verleden = db.session.scalar(
        select(ChecklistGebeurtenis.id).order_by(ChecklistGebeurtenis.id.desc()).limit(1)
    )
    naam = naam_van_ronde(Rondesoort.TERMIJN, begin, [periode])
    ronde = operations.start_ronde(naam, Rondesoort.TERMIJN, begin, mensen["coordinator"].id)
    teksten = steps_for(our_organisatie().type)
    for stand, stap in zip(STANDEN, _stappen(), strict=True):
        _advance(stap, stand, mensen, vandaag, ronde, teksten[stap.id])
    db.session.flush()
    _spread_history(verleden or 0, begin, _dag(vandaag, -1))


def _advance(
    stap: ChecklistStap,
    stand: Stand,
    mensen: Mensen,
    vandaag: date,
    ronde: ChecklistRonde,
    tekst: Stap,
) -> None:
    """From how the round took it over to how it stands today."""
    eigenaar, dag = mensen[stand.eigenaar], _dag(vandaag, stand.dag)
    is_open = stand.status in (_BEZIG, _NIET)
    _plan(stap, stand, mensen, dag if is_open else None)
    _set(stap, stand.status, dag if stand.status is _GEREED else None, stand.opmerking, eigenaar.id)
    klaar = {_GEREED: len(tekst.deelacties), _BEZIG: len(tekst.deelacties) // 2}
    for deelactie in _deelacties(stap.id)[: klaar.get(stand.status, 0)]:
        operations.tick_deelactie(
            deelactie, eigenaar, deelactie.tekst_van(tekst.deelacties), is_gedaan=True
        )
        deelactie.gedaan_op = min(dag, _dag(vandaag, -3))
    titel, pad, woorden = stand.bewijs
    if titel:
        stuk = operations.add_bewijsstuk(stap, ronde, eigenaar, titel=titel, pad=pad, tekst=woorden)
        _backdate(stuk, dag)


def _plan(stap: ChecklistStap, stand: Stand, mensen: Mensen, uiterlijk: date | None) -> None:
    operations.update_planning(
        stap,
        mensen["coordinator"].id,
        eigenaar=mensen[stand.eigenaar],
        vervanger=mensen[stand.vervanger],
        uiterlijk_op=uiterlijk,
        ritme=stap.ritme,
    )


def _set(
    stap: ChecklistStap, status: Stapstatus, dag: date | None, opmerking: str, door_id: int
) -> None:
    operations.update_stand(
        stap,
        door_id,
        status=status,
        reden="Er is nu niemand met wie zo’n afspraak nodig is." if status is _NVT else "",
        laatst_gedaan_op=dag if status is _GEREED else None,
        opmerking=opmerking,
    )


def _spread_history(na_id: int, van: date, tot: date) -> None:
    """The acts above happened just now; their history tells of the months they stand for."""
    stmt = select(ChecklistGebeurtenis).where(ChecklistGebeurtenis.id > na_id)
    regels = list(db.session.scalars(stmt.order_by(ChecklistGebeurtenis.id)))
    begin = datetime.combine(van, time(9), TZ)
    stap = (datetime.combine(tot, time(16), TZ) - begin) / max(len(regels), 1)
    for nummer, regel in enumerate(regels):
        regel.moment = begin + nummer * stap


def _backdate(stuk: ChecklistBewijsstuk, dag: date) -> None:
    stuk.toegevoegd_op = datetime.combine(dag, time(14, 20), TZ)


def _stappen() -> list[ChecklistStap]:
    return list(db.session.scalars(select(ChecklistStap).order_by(ChecklistStap.id)))


def _deelacties(stap_id: int) -> list[ChecklistDeelactie]:
    stmt = select(ChecklistDeelactie).filter_by(stap_id=stap_id)
    return list(db.session.scalars(stmt.order_by(ChecklistDeelactie.id)))


def _dag(vandaag: date, dagen: int) -> date:
    return vandaag + timedelta(days=dagen)

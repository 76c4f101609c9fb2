from collections.abc import Callable
from datetime import date

import pytest

from vob.checklist.bewijs import BEWIJZEN, Peil, Stuk, judge_protocol
from vob.checklist.bewijzen import BRONNEN
from vob.core.bewijs import Oordeel
from vob.core.permissions import Rol
from vob.data import db
from vob.documenten.models import Document, Documentversie
from vob.documenten.values import Documentsoort, Orgaan, Versiestatus
from vob.gebruikers.models import Gebruiker
from vob.organisatie.models import Termijn
from vob.organisatie.values import Termijnsoort

PEIL = Peil(dag=date(2026, 11, 23), periode_begin=date(2026, 4, 1), vooraf=60)
GOED = Stuk(date(2026, 6, 1), None, date(2027, 6, 1))


def _stuk(**anders: date | None) -> Stuk:
    return Stuk(**{**GOED.__dict__, **anders})


@pytest.mark.parametrize(
    ("stuk", "oordeel", "zin"),
    [
        (None, Oordeel.NIET_OP_ORDE, "geen geldig"),
        (GOED, Oordeel.OP_ORDE, "vastgesteld op 1 juni 2026"),
        (_stuk(vastgesteld_op=None), Oordeel.LET_OP, "niet wanneer"),
        (_stuk(vastgesteld_op=date(2026, 3, 31)), Oordeel.LET_OP, "begon op 1 april 2026"),
        (_stuk(vastgesteld_op=date(2026, 4, 1)), Oordeel.OP_ORDE, "vastgesteld"),
        (_stuk(geldig_tot=date(2027, 1, 22)), Oordeel.LET_OP, "tot en met 22 januari"),  # day 60
        (_stuk(geldig_tot=date(2027, 1, 23)), Oordeel.OP_ORDE, "vastgesteld"),
        (_stuk(toets_op=None), Oordeel.LET_OP, "geen datum"),
        (_stuk(toets_op=date(2026, 11, 22)), Oordeel.NIET_OP_ORDE, "op 22 november 2026"),
        (_stuk(toets_op=date(2026, 11, 23)), Oordeel.LET_OP, "bekeken worden"),
        (_stuk(toets_op=date(2027, 1, 23)), Oordeel.OP_ORDE, "vastgesteld"),
    ],
)
def test_the_protocol(stuk: Stuk | None, oordeel: Oordeel, zin: str) -> None:
    ziet, zegt = judge_protocol(stuk, PEIL)
    assert ziet is oordeel
    assert zin in zegt


def test_a_term_that_is_not_known_is_said() -> None:
    oordeel, zin = judge_protocol(GOED, Peil(PEIL.dag, None, 60))
    assert oordeel is Oordeel.LET_OP
    assert "bestuursperiode is niet ingevuld" in zin


@pytest.fixture
def make_versie(make_gebruiker: Callable[..., Gebruiker]) -> Callable[..., Documentversie]:
    wie = make_gebruiker(Rol.COORDINATOR)

    def make(soort: Documentsoort, **values: object) -> Documentversie:
        document = Document(soort=soort, titel=soort.label, eigenaar_id=wie.id)
        versie = Documentversie(
            document=document,
            nummer=1,
            tekst="Wij gaan met respect met elkaar om.",
            status=Versiestatus.VASTGESTELD,
            gemaakt_door_id=wie.id,
            bewerkt_door_id=wie.id,
            orgaan=Orgaan.RAAD,
            vastgesteld_op=date(2026, 6, 1),
            geldig_van=date(2026, 6, 1),
            toets_op=date(2027, 6, 1),
        )
        for naam, waarde in values.items():
            setattr(versie, naam, waarde)
        db.session.add(versie)
        db.session.commit()
        return versie

    return make


@pytest.mark.usefixtures("in_request")
def test_an_adopted_protocol_proves_step_1(make_versie: Callable[..., Documentversie]) -> None:
    assert BEWIJZEN[1](PEIL.dag).oordeel is Oordeel.NIET_OP_ORDE
    make_versie(Documentsoort.AGRESSIEPROTOCOL)
    begin, einde = date(2026, 4, 1), date(2030, 3, 31)
    db.session.add(Termijn(soort=Termijnsoort.RAAD, begin=begin, einde=einde))
    db.session.commit()
    bewijs = BEWIJZEN[1](PEIL.dag)
    assert bewijs.oordeel is Oordeel.OP_ORDE
    assert bewijs.link == "/documenten/?soort=agressieprotocol"
    assert BEWIJZEN[1](date(2026, 5, 31)).oordeel is Oordeel.NIET_OP_ORDE  # not yet in force


@pytest.mark.usefixtures("in_request")
@pytest.mark.parametrize(
    ("nummer", "soort", "zin"),
    [
        (4, Documentsoort.KORT_PROTOCOL, "Er is 1 geldig kort protocol."),
    ],
)
def test_a_document_alone_is_only_a_part(
    make_versie: Callable[..., Documentversie], nummer: int, soort: Documentsoort, zin: str
) -> None:
    assert BEWIJZEN[nummer](PEIL.dag).oordeel is Oordeel.NIET_OP_ORDE
    make_versie(soort, status=Versiestatus.CONCEPT)
    assert BEWIJZEN[nummer](PEIL.dag).oordeel is Oordeel.NIET_OP_ORDE  # a draft is nothing yet
    make_versie(soort)
    bewijs = BEWIJZEN[nummer](PEIL.dag)
    assert bewijs.oordeel is Oordeel.LET_OP
    assert zin in bewijs.zin


@pytest.mark.usefixtures("in_request")
def test_several_short_protocols_are_counted(make_versie: Callable[..., Documentversie]) -> None:
    for _ in range(2):
        make_versie(Documentsoort.KORT_PROTOCOL)
    assert "Er zijn 2 geldige korte protocollen." in BEWIJZEN[4](PEIL.dag).zin


def test_only_steps_that_exist_are_proved() -> None:
    assert all(1 <= nummer <= 23 for bron in BRONNEN for nummer in bron)

"""What step 6 shows: at its edge dates, from the tables, and in the words of the leaflet."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from flask import Flask

from vob.checklist.bewijzen import BRONNEN
from vob.core.bewijs import Oordeel
from vob.core.organisatietype import Organisatietype
from vob.data import db
from vob.ketenafspraken.bewijs import BEWIJZEN, Beeld, bewijs_6, judge_keten
from vob.ketenafspraken.values import Afspraakstatus, Contactrol, Partnersoort
from vob.organisatie.models import Organisatie

from .conftest import Maak, dag

PEIL = date(2026, 11, 24)


def beeld(**anders: object) -> Beeld:
    goed: dict[str, object] = {
        "naam": "Politie",
        "afspraak": True,
        "afspraak_tot": PEIL + timedelta(days=400),
        "gecontroleerd": True,
        "controle_tot": PEIL + timedelta(days=100),
        "oudste": date(2026, 9, 1),
    }
    return Beeld(**goed | anders)  # type: ignore[arg-type]  # as named


@pytest.mark.parametrize(
    ("beelden", "oordeel", "zin"),
    [
        ([], Oordeel.NIET_OP_ORDE, "geen verplichte partners"),
        ([beeld()], Oordeel.OP_ORDE, "1 van 1 verplichte partner op orde; oudste controle 2"),
        ([beeld(afspraak_tot=None)], Oordeel.OP_ORDE, "1 van 1"),
        ([beeld(afspraak_tot=PEIL + timedelta(days=61))], Oordeel.OP_ORDE, "1 van 1"),
        ([beeld(afspraak_tot=PEIL + timedelta(days=60))], Oordeel.LET_OP, "af bij Politie."),
        ([beeld(controle_tot=PEIL + timedelta(days=60))], Oordeel.LET_OP, "Binnen 60 dagen"),
        ([beeld(controle_tot=PEIL)] * 3, Oordeel.LET_OP, "Politie en 2 meer."),
        ([beeld(), beeld(afspraak=False)], Oordeel.LET_OP, "1 van 2 verplichte partners"),
        ([beeld(gecontroleerd=False)], Oordeel.NIET_OP_ORDE, "0 met gecontroleerde contacten"),
        ([beeld(afspraak=False)], Oordeel.NIET_OP_ORDE, "0 met een geldige afspraak"),
        ([beeld(oudste=None)], Oordeel.OP_ORDE, "op orde."),
        ([beeld(oudste=date(2025, 9, 24))], Oordeel.OP_ORDE, "14 maanden geleden"),
        ([beeld(oudste=date(2025, 9, 25))], Oordeel.OP_ORDE, "13 maanden geleden"),
        ([beeld(oudste=date(2026, 10, 25))], Oordeel.OP_ORDE, "korter dan een maand geleden"),
        ([beeld(oudste=date(2026, 10, 24))], Oordeel.OP_ORDE, "1 maand geleden"),
    ],
)
def test_the_judgement(beelden: list[Beeld], oordeel: Oordeel, zin: str) -> None:
    ziet, zegt = judge_keten(beelden, PEIL, vooraf=60)
    assert ziet is oordeel
    assert zin in zegt


@pytest.fixture
def in_request(app: Flask) -> Iterator[None]:
    with app.test_request_context():
        yield


@pytest.fixture
def oordeel(in_request: None) -> Callable[..., Oordeel]:
    return lambda dag_: bewijs_6(dag_).oordeel


def test_a_required_partner_with_everything_is_in_order(
    oordeel: Callable[..., Oordeel], make_partner: Maak, make_contact: Maak, make_afspraak: Maak
) -> None:
    partner = make_partner(is_verplicht=True)
    assert oordeel(dag(0)) is Oordeel.NIET_OP_ORDE
    make_contact(partner, gecontroleerd_op=dag(0))
    assert oordeel(dag(0)) is Oordeel.NIET_OP_ORDE, "no agreement yet"
    afspraak = make_afspraak(partner, status=Afspraakstatus.CONCEPT)
    assert oordeel(dag(0)) is Oordeel.NIET_OP_ORDE, "a draft is nothing yet"
    afspraak.status = Afspraakstatus.ONDERTEKEND
    db.session.commit()
    assert oordeel(dag(0)) is Oordeel.OP_ORDE
    assert oordeel(dag(-101)) is Oordeel.NIET_OP_ORDE, "not in force yet"
    assert oordeel(dag(266)) is Oordeel.NIET_OP_ORDE, "the day after its last"


def test_two_agreements_hold_until_the_last_of_them(
    oordeel: Callable[..., Oordeel], make_partner: Maak, make_contact: Maak, make_afspraak: Maak
) -> None:
    partner = make_partner(is_verplicht=True)
    make_contact(partner, gecontroleerd_op=dag(0))
    make_afspraak(partner, einddatum=dag(10))
    assert oordeel(dag(0)) is Oordeel.LET_OP
    make_afspraak(partner, einddatum=None)
    assert oordeel(dag(0)) is Oordeel.OP_ORDE


def test_one_old_number_spoils_it(
    oordeel: Callable[..., Oordeel], make_partner: Maak, make_contact: Maak, make_afspraak: Maak
) -> None:
    partner = make_partner(is_verplicht=True, alleen_informatie=True)
    contact = make_contact(partner, gecontroleerd_op=dag(0))
    assert oordeel(dag(0)) is Oordeel.OP_ORDE, "of the NCTV only the number counts"
    make_contact(partner, functie="Oud", gecontroleerd_op=None)
    assert oordeel(dag(0)) is Oordeel.NIET_OP_ORDE
    assert contact.partner.is_verplicht


def test_who_stopped_or_is_not_required_does_not_count(
    oordeel: Callable[..., Oordeel], make_partner: Maak
) -> None:
    make_partner(is_verplicht=True, is_actief=False)
    make_partner("RIEC", Partnersoort.RIEC)
    assert oordeel(dag(0)) is Oordeel.NIET_OP_ORDE


def test_a_waterschap_needs_three_of_every_gemeente(
    oordeel: Callable[..., Oordeel],
    organisatie: Organisatie,
    make_partner: Maak,
    make_contact: Maak,
    make_afspraak: Maak,
) -> None:
    organisatie.type = Organisatietype.WATERSCHAP
    partner = make_partner("Gemeente Meerstad", Partnersoort.GEMEENTE, is_verplicht=True)
    make_afspraak(partner)
    for rol in (Contactrol.BURGEMEESTER, Contactrol.POLITIE):
        make_contact(partner, rol=rol, gecontroleerd_op=dag(0))
    assert oordeel(dag(0)) is Oordeel.NIET_OP_ORDE
    make_contact(partner, rol=Contactrol.PARKET, gecontroleerd_op=dag(0))
    assert oordeel(dag(0)) is Oordeel.OP_ORDE


def test_the_checklist_asks_this_room(in_request: None) -> None:
    assert BEWIJZEN in BRONNEN
    assert bewijs_6(dag(0)).link == "/ketenafspraken/?welke=verplicht"

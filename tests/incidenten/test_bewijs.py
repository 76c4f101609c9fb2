"""What this room shows for step 8, on its edge days."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from flask import Flask

from vob.core.bewijs import Bewijs, Oordeel
from vob.core.organisatietype import Functie
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.bewijs import BEWIJZEN, judge_meldsysteem
from vob.incidenten.models import Incident
from vob.organisatie.models import Organisatie

PROEF = date(2026, 3, 31)


@pytest.mark.parametrize(
    ("compleet", "proef_op", "peildatum", "oordeel"),
    [
        (10, PROEF, date(2026, 4, 1), Oordeel.OP_ORDE),
        (10, PROEF, date(2027, 1, 29), Oordeel.OP_ORDE),  # 61 days left
        (10, PROEF, date(2027, 1, 30), Oordeel.LET_OP),  # 60 days left
        (10, PROEF, date(2027, 3, 30), Oordeel.LET_OP),  # the last day
        (10, PROEF, date(2027, 3, 31), Oordeel.LET_OP),  # twelve months: too long ago
        (9, PROEF, date(2026, 4, 1), Oordeel.LET_OP),
        (9, PROEF, date(2027, 3, 31), Oordeel.NIET_OP_ORDE),
        (10, None, date(2026, 4, 1), Oordeel.LET_OP),
        (0, None, date(2026, 4, 1), Oordeel.NIET_OP_ORDE),
    ],
)
def test_the_edge_days(
    compleet: int, proef_op: date | None, peildatum: date, oordeel: Oordeel
) -> None:
    gezien, zin = judge_meldsysteem(compleet, 10, proef_op, peildatum, maanden=12, vooraf=60)
    assert gezien is oordeel
    assert zin.startswith(f"{compleet} van 10 functies hebben een meldlijn met vervanger.")


def test_the_sentence_says_what_to_do() -> None:
    bijna = judge_meldsysteem(10, 10, PROEF, date(2027, 2, 1), 12, 60)[1]
    voorbij = judge_meldsysteem(10, 10, PROEF, date(2027, 4, 1), 12, 60)[1]
    assert bijna.endswith("afgehandeld op 31 maart 2026. Doe er weer een.")
    assert voorbij.endswith("Dat is te lang geleden.")


@pytest.fixture
def look(app: Flask) -> Callable[[date], Bewijs]:
    def at(peildatum: date) -> Bewijs:
        with app.test_request_context():
            return BEWIJZEN[8](peildatum)

    return at


def test_a_new_organisation_is_not_in_order(
    look: Callable[[date], Bewijs], organisatie: Organisatie
) -> None:
    bewijs = look(date(2026, 11, 23))
    assert bewijs.oordeel is Oordeel.NIET_OP_ORDE
    assert bewijs.link == "/incidenten/meldlijn"


def test_complete_lines_and_a_drill_are_in_order(
    look: Callable[[date], Bewijs],
    make_gebruiker: Callable[..., Gebruiker],
    make_lijn: Callable[..., object],
    make_incident: Callable[..., Incident],
) -> None:
    eerste, vervanger = make_gebruiker(Rol.GRIFFIER), make_gebruiker(Rol.COORDINATOR)
    for functie in Functie:
        make_lijn(functie, eerste, vervanger)
    laat = datetime(2026, 3, 31, 21, 30, tzinfo=UTC)  # 23.30 in the Netherlands
    make_incident(vervanger, laat, is_proef=True, afgehandeld_op=laat)
    make_incident(vervanger, afgehandeld_op=datetime(2026, 4, 9, tzinfo=UTC))  # a real one
    assert look(date(2026, 3, 30)).oordeel is Oordeel.LET_OP  # not yet handled then
    assert look(date(2026, 3, 31)).oordeel is Oordeel.OP_ORDE
    assert "31 maart 2026" in look(date(2026, 6, 1)).zin


def test_someone_who_left_leaves_a_gap(
    look: Callable[[date], Bewijs],
    make_gebruiker: Callable[..., Gebruiker],
    make_lijn: Callable[..., object],
) -> None:
    eerste, vervanger = make_gebruiker(Rol.GRIFFIER), make_gebruiker(Rol.COORDINATOR)
    for functie in Functie:
        make_lijn(functie, eerste, vervanger)
    eerste.is_actief = False
    db.session.commit()
    assert look(date(2026, 11, 23)).zin.startswith("0 van 10 functies")

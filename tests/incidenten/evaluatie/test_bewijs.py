"""What evaluations show for step 20, on its edge days."""

from datetime import UTC, date, datetime

import pytest

from vob.core.bewijs import Oordeel
from vob.core.permissions import Rol
from vob.data import db
from vob.incidenten.evaluatie.bewijs import BEWIJZEN, judge_evaluaties
from vob.incidenten.evaluatie.models import Evaluatie
from vob.incidenten.values import Status

AFGEHANDELD = datetime(2026, 3, 1, 22, 30, tzinfo=UTC)  # 23.30 on 1 March here


@pytest.mark.parametrize(
    ("aantal", "gedaan", "oordeel"),
    [
        (0, 0, Oordeel.OP_ORDE),
        (2, 2, Oordeel.OP_ORDE),
        (2, 1, Oordeel.LET_OP),
        (2, 0, Oordeel.NIET_OP_ORDE),
    ],
)
def test_the_judgement(aantal, gedaan, oordeel):
    gezien, zin = judge_evaluaties(aantal, gedaan, 30)
    assert gezien is oordeel
    assert "30 dagen" in zin


@pytest.fixture
def look(app):
    def at(peildatum):
        with app.test_request_context():
            return BEWIJZEN[20](peildatum)

    return at


@pytest.fixture
def zaak(make_gebruiker, make_incident):
    return make_incident(
        make_gebruiker(Rol.MEDEWERKER),
        AFGEHANDELD,
        status=Status.AFGEHANDELD,
        afgehandeld_op=AFGEHANDELD,
    )


def test_the_thirtieth_day_is_in_time(look, zaak):
    assert look(date(2026, 3, 31)).oordeel is Oordeel.OP_ORDE
    assert look(date(2026, 4, 1)).oordeel is Oordeel.NIET_OP_ORDE
    assert look(date(2027, 3, 2)).oordeel is Oordeel.OP_ORDE, "too long ago to count"


def test_an_evaluation_counts_from_its_day(look, zaak):
    door = zaak.melder_id
    db.session.add(
        Evaluatie(incident_id=zaak.id, op=date(2026, 4, 5), door_id=door, goed="a", les="b")
    )
    db.session.commit()
    assert look(date(2026, 4, 4)).oordeel is Oordeel.NIET_OP_ORDE
    assert look(date(2026, 4, 5)).oordeel is Oordeel.OP_ORDE


def test_an_open_case_and_a_drill_do_not_count(look, zaak):
    zaak.status = Status.IN_BEHANDELING
    db.session.commit()
    assert look(date(2026, 5, 1)).oordeel is Oordeel.OP_ORDE
    zaak.status, zaak.is_proef = Status.AFGEHANDELD, True
    db.session.commit()
    assert look(date(2026, 5, 1)).oordeel is Oordeel.OP_ORDE

"""What care shows for steps 7 and 18, on its edge days."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask

from vob.core.bewijs import Bewijs, Oordeel
from vob.core.permissions import Rol
from vob.data import db
from vob.incidenten.opvang import operations
from vob.incidenten.opvang.bewijs import BEWIJZEN, Team, judge_nabespreken, judge_opvang
from vob.incidenten.opvang.models import Opvanglid
from vob.incidenten.opvang.values import Momentsoort, Opvangrol
from vob.organisatie.models import Steunpunt

VOORVAL = datetime(2026, 3, 2, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("team", "nagekeken", "steunpunten", "oordeel"),
    [
        (Team(2, 2, 2), 4, 4, Oordeel.OP_ORDE),
        (Team(3, 2, 2), 4, 4, Oordeel.OP_ORDE),
        (Team(2, 1, 2), 4, 4, Oordeel.LET_OP),  # one is not trained
        (Team(2, 2, 2), 3, 4, Oordeel.LET_OP),  # a number is old
        (Team(1, 1, 2), 4, 4, Oordeel.NIET_OP_ORDE),
        (Team(2, 2, 2), 0, 0, Oordeel.NIET_OP_ORDE),
    ],
)
def test_step_7(team: Team, nagekeken: int, steunpunten: int, oordeel: Oordeel) -> None:
    gezien, zin = judge_opvang(team, nagekeken, steunpunten)
    assert gezien is oordeel
    assert zin.startswith(f"{team.bereikbaar} van {team.nodig} opvangpersonen bereikbaar")


@pytest.mark.parametrize(
    ("aantal", "op_tijd", "ooit", "oordeel"),
    [
        (0, 0, 0, Oordeel.OP_ORDE),
        (3, 3, 3, Oordeel.OP_ORDE),
        (3, 2, 3, Oordeel.LET_OP),
        (3, 2, 2, Oordeel.NIET_OP_ORDE),
    ],
)
def test_step_18(aantal: int, op_tijd: int, ooit: int, oordeel: Oordeel) -> None:
    assert judge_nabespreken(aantal, op_tijd, ooit, 72)[0] is oordeel


@pytest.fixture
def look(app: Flask) -> Callable[[int, date], Bewijs]:
    def at(stap: int, peildatum: date) -> Bewijs:
        with app.test_request_context():
            return BEWIJZEN[stap](peildatum)

    return at


def test_a_number_checked_half_a_year_ago_is_too_old(look, make_gebruiker) -> None:
    for nummer in range(2):
        wie = make_gebruiker(Rol.OPVANG, telefoon=f"0555-{nummer}")
        db.session.add(Opvanglid(gebruiker_id=wie.id, getraind_op=date(2026, 1, 5)))
    db.session.add(Steunpunt(naam="Hulp", gecontroleerd_op=date(2026, 1, 31)))
    db.session.add(Steunpunt(naam="Oud", is_historisch=True))
    db.session.commit()
    assert look(7, date(2026, 7, 30)).oordeel is Oordeel.OP_ORDE
    assert look(7, date(2026, 7, 31)).oordeel is Oordeel.LET_OP
    bewijs = look(7, date(2026, 7, 31))
    assert bewijs.link == "/incidenten/opvangteam"
    assert bewijs.zin.endswith("Gesprekken: binnen 72 uur, en na 14 en 56 dagen.")


def test_the_training_wears_out(look, make_gebruiker) -> None:
    for nummer in range(2):
        wie = make_gebruiker(Rol.OPVANG, telefoon=f"0555-{nummer}")
        db.session.add(Opvanglid(gebruiker_id=wie.id, getraind_op=date(2026, 1, 5)))
    db.session.add(Steunpunt(naam="Hulp", gecontroleerd_op=date(2028, 1, 1)))
    db.session.commit()
    assert look(7, date(2028, 1, 4)).oordeel is Oordeel.OP_ORDE
    assert look(7, date(2028, 1, 5)).oordeel is Oordeel.LET_OP


@pytest.mark.parametrize(
    ("na", "oordeel"),
    [(timedelta(hours=72), Oordeel.OP_ORDE), (timedelta(hours=73), Oordeel.LET_OP)],
)
def test_a_talk_is_offered_in_time_or_later(
    look, make_gebruiker, make_incident, na: timedelta, oordeel: Oordeel
) -> None:
    melder = make_gebruiker(Rol.AMBTSDRAGER)
    zaak = make_incident(melder, VOORVAL + timedelta(hours=1), voorval_op=VOORVAL)
    assert look(18, date(2026, 3, 4)).oordeel is Oordeel.OP_ORDE, "the term has not passed"
    assert look(18, date(2026, 3, 5)).oordeel is Oordeel.NIET_OP_ORDE
    waarden = {"voor": Opvangrol.GETROFFENE, "gebruiker_id": melder.id}
    traject = operations.create_traject(zaak, waarden, melder, VOORVAL)
    operations.add_moment(traject, {"soort": Momentsoort.GESPREK}, melder, VOORVAL + na)
    db.session.commit()
    assert look(18, date(2026, 3, 5)).oordeel is oordeel
    assert look(18, date(2027, 4, 1)).oordeel is Oordeel.OP_ORDE, "too long ago to count"


def test_a_drill_does_not_count(look, make_gebruiker, make_incident) -> None:
    make_incident(make_gebruiker(Rol.MEDEWERKER), VOORVAL, is_proef=True)
    assert look(18, date(2026, 3, 20)).oordeel is Oordeel.OP_ORDE

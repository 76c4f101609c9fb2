"""A press question: its norms, its clock, its transitions and its figures."""

from datetime import UTC, date, datetime, timedelta

import pytest

from vob.core.clock import TZ
from vob.core.errors import RegelOvertreden
from vob.media.rules import Kantoor
from vob.media.rules_persvraag import (
    OVERGANGEN,
    Verloop,
    calculate_bevestiging,
    calculate_norm,
    check_overgang,
    count_maanden,
    duur,
    is_onder_embargo,
    link_of,
    read_klok,
)
from vob.media.values import Status, Uitkomst

KANTOOR = Kantoor(8, 17)
NU = datetime(2026, 11, 23, 12, tzinfo=UTC)
MINUUT = timedelta(minutes=1)


def op(dag: int, uur: int, minuut: int = 0, maand: int = 11) -> datetime:
    return datetime(2026, maand, dag, uur, minuut, tzinfo=TZ)


@pytest.mark.parametrize(
    ("ontvangen", "is_incident", "norm"),
    [
        (op(23, 9), False, op(23, 17)),  # a Monday: the same day
        (op(23, 17), False, op(24, 17)),  # the office just closed
        (op(23, 7), False, op(23, 17)),  # early: the office still opens today
        (op(27, 18), False, op(30, 17)),  # Friday evening: Monday
        (op(24, 18, maand=12), False, op(28, 17, maand=12)),  # before Christmas: after it
        (op(22, 22), True, op(23, 0)),  # Sunday 22.00, an incident: two hours
        (op(23, 9), True, op(23, 17)),
    ],
)
def test_by_when_we_want_to_have_answered(ontvangen, is_incident, norm):
    assert calculate_norm(ontvangen, KANTOOR, is_incident=is_incident, incident_uren=2) == norm


def test_an_office_that_closes_at_midnight_ends_with_its_day():
    norm = calculate_norm(op(23, 9), Kantoor(8, 24), is_incident=False, incident_uren=2)
    assert norm == op(24, 0)


@pytest.mark.parametrize(
    ("ontvangen", "uiterlijk"), [(op(23, 9), op(23, 10)), (op(27, 18), op(30, 9))]
)
def test_a_question_is_confirmed_within_an_hour_of_office_time(ontvangen, uiterlijk):
    assert calculate_bevestiging(ontvangen, KANTOOR, 1) == uiterlijk


@pytest.mark.parametrize(
    ("over", "woord", "soort"),
    [
        (timedelta(), "nog 0 minuten", "warn"),
        (MINUUT, "nog 1 minuut", "warn"),
        (timedelta(hours=2), "nog 2 uur", "warn"),
        (timedelta(hours=2, minutes=1), "nog 2 uur", "info"),
        (-MINUUT, "1 minuut te laat", "bad"),
        (timedelta(days=-3), "3 dagen te laat", "bad"),
    ],
)
def test_the_clock_says_how_it_stands(over, woord, soort):
    klok = read_klok(NU + over, Status.NIEUW, NU)
    assert (klok.woord, klok.soort) == (woord, soort)


def test_a_question_that_was_answered_has_no_clock():
    assert read_klok(NU, Status.BEANTWOORD, NU) is None


@pytest.mark.parametrize(
    ("minuten", "woord"),
    [(119, "119 minuten"), (120, "2 uur"), (2879, "47 uur"), (2880, "2 dagen")],
)
def test_a_time_in_words(minuten, woord):
    assert duur(minuten * MINUUT) == woord


def test_an_embargo_ends_on_the_minute():
    assert is_onder_embargo(NU, NU - MINUUT)
    assert not is_onder_embargo(NU, NU)
    assert not is_onder_embargo(None, NU)


ZO = {"antwoord": "Zo zit het.", "reden": "Loopt nog.", "uitkomsten": [Uitkomst.AKKOORD]}


@pytest.mark.parametrize("van", Status)
@pytest.mark.parametrize("naar", Status)
def test_every_step_is_in_the_table_or_refused(van, naar):
    if naar in OVERGANGEN[van]:
        check_overgang(van, naar, **ZO)
    else:
        with pytest.raises(RegelOvertreden, match="gaat niet van"):
            check_overgang(van, naar, **ZO)


@pytest.mark.parametrize(
    ("naar", "anders", "zin"),
    [
        (Status.BEANTWOORD, {"antwoord": " "}, "Schrijf eerst het antwoord op"),
        (Status.BEANTWOORD, {"uitkomsten": [Uitkomst.GEVRAAGD]}, "Nog niet iedereen"),
        (Status.BEANTWOORD, {"ontbreekt": "politie"}, "nog geen akkoord van: politie"),
        (Status.BEANTWOORD, {"uitkomsten": [Uitkomst.NIET_AKKOORD], "ontbreekt": "x"}, "is niet"),
        (Status.NIET_BEANTWOORD, {"reden": ""}, "waarom de vraag niet"),
    ],
)
def test_what_a_step_needs(naar, anders, zin):
    with pytest.raises(RegelOvertreden, match=zin):
        check_overgang(Status.IN_BEHANDELING, naar, **(ZO | anders))


@pytest.mark.parametrize(
    ("contact", "link"),
    [
        ("06-555 01 234", "tel:0655501234"),
        (" +31 6 55501234", "tel:+31655501234"),
        ("(0555) 30-11-00", "tel:0555301100"),
        ("0555-301", ""),
        ("0555-301100 (na zes uur)", ""),
        ("pers@omroep.example", "mailto:pers@omroep.example"),
        ("pers@omroep.example?bcc=x@y.example", ""),
        ("via de redactie", ""),
        ("", ""),
    ],
)
def test_what_was_left_dials_or_mails_or_is_only_words(contact, link):
    assert link_of(contact) == link


def test_figures_go_by_the_month_a_question_came_in():
    laat = datetime(2026, 10, 31, 23, 30, tzinfo=UTC)  # 1 November on the Dutch clock
    vragen = [
        Verloop(laat, laat + 60 * MINUUT, Status.BEANTWOORD, laat + 30 * MINUUT),
        Verloop(NU, NU + 60 * MINUUT, Status.AFGESLOTEN, NU + 90 * MINUUT),
        Verloop(NU, NU, Status.NIET_BEANTWOORD, None),
        Verloop(op(1, 9, maand=3), NU, Status.NIEUW, None),
    ]
    november, maart = count_maanden(vragen)
    assert (november.maand, maart.maand) == (date(2026, 11, 1), date(2026, 3, 1))
    assert (november.ontvangen, november.beantwoord, november.niet) == (3, 2, 1)
    assert (november.op_tijd, november.mediaan) == (1, 60 * MINUUT)
    assert (maart.beantwoord, maart.mediaan) == (0, None)

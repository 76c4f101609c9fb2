"""Rules of login: waiting, sessions, passwords."""

from datetime import UTC, datetime, timedelta

import pytest

from vob.core.errors import RegelOvertreden
from vob.gebruikers import rules

NU = datetime(2026, 11, 23, 12, tzinfo=UTC)
IDLE, MAX = timedelta(minutes=30), timedelta(hours=10)


@pytest.mark.parametrize(
    ("mislukt", "seconden"),
    [(0, 0), (4, 0), (5, 2), (6, 4), (8, 16), (11, 128), (12, 256), (13, 300), (500, 300)],
)
def test_waiting_grows_and_never_becomes_a_lock(mislukt, seconden):
    assert rules.wachttijd(mislukt) == timedelta(seconds=seconden)


@pytest.mark.parametrize(
    ("begonnen", "gezien", "leeft"),
    [
        (timedelta(hours=1), timedelta(minutes=30), True),
        (timedelta(hours=1), timedelta(minutes=31), False),  # idle
        (timedelta(hours=10), timedelta(0), True),
        (timedelta(hours=10, seconds=1), timedelta(0), False),  # absolute
        (timedelta(minutes=-5), timedelta(minutes=-5), False),  # the clock jumped back
    ],
)
def test_a_session_ends_by_rest_by_age_and_by_a_wrong_clock(begonnen, gezien, leeft):
    assert rules.is_sessie_levend(NU - begonnen, NU - gezien, NU, IDLE, MAX) is leeft


@pytest.mark.parametrize(
    "wachtwoord",
    [
        "kort",
        "elf tekens!",
        "x" * 129,
        "Wachtwoord1234",
        "aaaaaaaaaaaaaaaa",
        "ababababababab",
        "ada@waterrijk.example",
    ],
)
def test_a_short_common_or_own_password_is_refused(wachtwoord):
    with pytest.raises(RegelOvertreden):
        rules.check_wachtwoord(wachtwoord, ("Ada@waterrijk.example", ""))


@pytest.mark.parametrize("wachtwoord", ["de kat zit op het dak", "twaalf teken", "é" * 9 + "abcd"])
def test_length_is_enough(wachtwoord):
    rules.check_wachtwoord(wachtwoord)

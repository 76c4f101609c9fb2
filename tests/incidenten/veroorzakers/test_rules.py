"""When the register of offenders may be on, and what it owes the people in it."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vob.core.errors import RegelOvertreden
from vob.incidenten.veroorzakers import rules

VANDAAG = date(2026, 11, 30)


def test_ground_name_and_date_together_switch_it_on() -> None:
    rules.check_aanzetten("nodig", VANDAAG, "F. Gee", VANDAAG)


@pytest.mark.parametrize(
    ("grond", "op", "naam", "zin"),
    [
        (" ", VANDAAG, "F. Gee", "grondslag"),
        ("nodig", VANDAAG, " ", "naam"),
        ("nodig", None, "F. Gee", "wanneer"),
        ("nodig", VANDAAG + timedelta(days=1), "F. Gee", "nog niet gegeven"),
    ],
)
def test_without_any_of_them_it_stays_off(grond: str, op: date | None, naam: str, zin: str) -> None:
    with pytest.raises(RegelOvertreden, match=zin):
        rules.check_aanzetten(grond, op, naam, VANDAAG)


def gebreken(**anders: Any) -> list[str]:
    stand: dict[str, Any] = {
        "geplaatst_op": date(2026, 10, 30),
        "geinformeerd_op": date(2026, 11, 1),
        "reden_niet": "",
        "herbeoordeling_op": VANDAAG,
        "maanden": 1,
        "vandaag": VANDAAG,
    }
    return rules.gebreken(**(stand | anders))


def test_who_was_told_and_is_looked_at_in_time_lacks_nothing() -> None:
    assert gebreken() == []
    assert gebreken(geinformeerd_op=None, reden_niet="onderzoek") == []


def test_the_notice_is_late_the_day_after_its_month() -> None:
    assert "nog geen bericht" in gebreken(geinformeerd_op=None)[0]
    later = gebreken(geinformeerd_op=None, vandaag=VANDAAG + timedelta(days=1))
    assert "had al bericht" in later[0]
    assert "herbeoordeling is te laat" in later[1]


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(-900, 900))
def test_the_next_look_lies_ahead_and_within_the_term(vandaag: date, dagen: int) -> None:
    op = vandaag + timedelta(days=dagen)
    if vandaag < op <= rules.informeren_voor(vandaag, 12):
        rules.check_herbeoordeling(op, vandaag, 12)
    else:
        with pytest.raises(RegelOvertreden):
            rules.check_herbeoordeling(op, vandaag, 12)

"""A small agenda that asks for years of computing is refused in time."""

import json
import time
from datetime import date

import pytest

from vob.web import begrensd
from vob.web.agenda import AgendaFout, AgendaTeZwaar, read_agenda, read_hier, read_kind

from .agendas import REEKS, ZONE, ics

PERIODE = (date(2026, 10, 1), date(2026, 11, 30))
GOED = "UID:goed\nDTSTART:20261105T183000Z"
LANG = "UID:{}\nDTSTART:19750101T100000Z\nRRULE:FREQ=DAILY;UNTIL=20250101T100000Z"


def test_a_small_file_that_asks_for_much_computing_is_ended(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(begrensd, "SECONDEN", 1)
    with pytest.raises(AgendaTeZwaar) as fout:
        read_agenda(ics(*(LANG.format(n) for n in range(200))), *PERIODE)
    assert str(fout.value) == begrensd.TE_ZWAAR
    assert isinstance(fout.value, AgendaFout), "who reads agendas refuses it at the field"
    monkeypatch.undo()
    assert len(read_agenda(ics(GOED), *PERIODE)) == 1, "the next file is read as ever"


@pytest.mark.parametrize(
    "regel",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=3;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=1",
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29",  # from 2026: never in a leap year
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6",
    ],
)
@pytest.mark.parametrize("eerst", [True, False], ids=["rule first", "rule last"])
def test_a_day_that_never_comes_is_refused_at_its_line_and_soon(regel: str, eerst: bool) -> None:
    delen = [f"RRULE:{regel}", "DTSTART:20260101T100000Z"]
    begin = time.process_time()
    with pytest.raises(AgendaFout, match="valt op geen enkele dag") as fout:
        read_hier(ics(GOED, "UID:nooit\n" + "\n".join(delen if eerst else delen[::-1])), *PERIODE)
    assert fout.value.regel == (10 if eerst else 11)
    assert time.process_time() - begin < 2, "the library alone would seek for five seconds"


@pytest.mark.parametrize(
    "regel",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO",  # in 2044
        "FREQ=YEARLY;INTERVAL=3;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=YEARLY;INTERVAL=4000",
        "FREQ=DAILY;UNTIL=20200101T000000Z",  # it ended before it began
    ],
)
def test_a_day_that_comes_seldom_is_no_fault(regel: str) -> None:
    zelden = f"UID:zelden\nDTSTART:20260101T100000Z\nRRULE:{regel}"
    assert len(read_hier(ics(GOED, zelden), *PERIODE)) == 1


def test_more_events_than_anyone_has_are_refused_before_they_are_read() -> None:
    with pytest.raises(AgendaFout, match="meer dan 10000 afspraken"):
        read_agenda(ics(*[GOED] * 10_001), *PERIODE)


def test_counting_stops_where_the_limit_is() -> None:
    dagelijks = [f"UID:{n}\nDTSTART:20250101T100000Z\nRRULE:FREQ=DAILY" for n in range(8)]
    erna = "UID:erna\nDTSTART:00010101T000000Z\nRRULE:FREQ=DAILY"  # refused when it is reached
    with pytest.raises(AgendaFout, match="meer dan 5000"):
        read_hier(ics(*dagelijks, erna), date(2025, 1, 1), date(2026, 12, 31))


def test_the_child_says_what_it_read_as_json() -> None:
    hier = read_hier(ics(ZONE, REEKS, GOED), *PERIODE)
    antwoord = read_kind(ics(ZONE, REEKS, GOED), "2026-10-01", "2026-11-30")
    assert [punt["uid"] for punt in antwoord["punten"]] == [punt.uid for punt in hier]
    assert json.loads(json.dumps(antwoord)) == antwoord
    assert read_agenda(ics(ZONE, REEKS, GOED), *PERIODE) == hier
    assert read_kind(b"", "2026-10-01", "2026-11-30")["fout"][0] == 1

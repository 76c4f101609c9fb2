"""A small agenda that asks for years of computing is refused in time."""

import json
from datetime import date

import pytest

from vob.web import begrensd
from vob.web.agenda import AgendaFout, AgendaTeZwaar, read_agenda, read_hier, read_kind

from .agendas import REEKS, ZONE, ics

PERIODE = (date(2026, 10, 1), date(2026, 11, 30))
GOED = "UID:goed\nDTSTART:20261105T183000Z"
NOOIT = "UID:{}\nDTSTART:20260101T100000Z\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"


def test_a_day_that_never_comes_is_not_sought_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(begrensd, "SECONDEN", 2)
    with pytest.raises(AgendaTeZwaar) as fout:
        read_agenda(ics(*(NOOIT.format(n) for n in range(9))), *PERIODE)
    assert str(fout.value) == begrensd.TE_ZWAAR
    assert isinstance(fout.value, AgendaFout), "who reads agendas refuses it at the field"
    monkeypatch.undo()
    assert len(read_agenda(ics(GOED), *PERIODE)) == 1, "the next file is read as ever"


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

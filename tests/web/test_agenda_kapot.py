"""An agenda that cannot be read says at which line, and gives nothing of the rest."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vob.web.agenda import AgendaFout, read_agenda, read_hier

from .agendas import REEKS, VERPLAATST, ZONE, ics

GOED = "UID:goed\nDTSTART:20261105T183000Z"
PERIODE = (date(2026, 10, 1), date(2026, 11, 30))


@pytest.mark.parametrize(
    ("regels", "regel", "wat"),
    [
        ("UID:1\nDTSTART:20261399T183000Z", 10, "de waarde van DTSTART is niet te lezen"),
        ("UID:1\nDTSTART;TZID=Nergens/Huis:20261105T193000", 10, "tijdzone is niet bekend"),
        ("UID:1\nDTSTART;TZID=Europe:20261105T193000", 10, "de waarde van DTSTART"),
        ("UID:1\nSUMMARY zonder dubbelepunt", 10, "geen geldige regel"),
        ("UID:1\nDTSTART:20261105T183000Z\nRRULE:FREQ=HOURLY", 11, "vaker terug dan elke dag"),
        ("UID:1\nDTSTART:20261105T183000Z\nRRULE:FREQ=DAILY;INTERVAL=0", 11, "INTERVAL"),
        ("UID:1\nUID:2", 10, "UID staat twee keer"),
        ("DTSTART:20261105T183000Z", 8, "geen UID"),
        ("UID:1\nSUMMARY:Raad", 8, "de tijden van deze afspraak kloppen niet"),
        (f"{GOED}\nDTEND;VALUE=DATE:20261106", 8, "de tijden van deze afspraak kloppen niet"),
        (f"{GOED}\nRRULE:FREQ=MONTHLY;BYDAY=9XX", 11, "de waarde van RRULE"),
        ("UID:1\nDTSTART:00010101T000000Z\nRRULE:FREQ=DAILY", 8, "herhaalt zich te vaak"),
        (f"{GOED}\nEND:VTODO", 11, "END:VTODO hoort niet"),
    ],
)
def test_the_line_that_is_wrong(regels: str, regel: int, wat: str) -> None:
    with pytest.raises(AgendaFout) as fout:
        read_agenda(ics(GOED, regels), *PERIODE)
    assert fout.value.regel == regel
    assert f"Regel {regel}: " in str(fout.value)
    assert wat in str(fout.value)


@pytest.mark.parametrize(
    ("inhoud", "regel"),
    [
        (b"", 1),
        (b"<!doctype html><html>", 1),  # the login page of the system instead of its agenda
        (b"BEGIN:VTODO\nEND:VTODO\n", 1),
        (ics(GOED) * 2, 1),
        (ics(GOED).removesuffix(b"END:VCALENDAR\r\n"), 7),  # cut off on the way
        (ics(GOED).replace(b"goed", b"caf\xe9"), 5),  # not UTF-8
        (ics(GOED) + b"SUMMARY:erachter\r\n", 9),
        (ics(ZONE.replace("TZOFFSETTO:+0100", "TZOFFSETTO:laat")), 9),
        (ics(ZONE.replace("DTSTART:19701025T030000\n", "")), 17),  # after the zone it belongs to
    ],
)
def test_what_is_no_whole_agenda(inhoud: bytes, regel: int) -> None:
    with pytest.raises(AgendaFout) as fout:
        read_agenda(inhoud, *PERIODE)
    assert fout.value.regel == regel


def test_more_than_anyone_meets_is_refused() -> None:
    dagelijks = "UID:{}\nDTSTART:20250101T100000Z\nRRULE:FREQ=DAILY"
    with pytest.raises(AgendaFout, match="meer dan 5000"):
        read_agenda(
            ics(*(dagelijks.format(n) for n in range(8))), date(2025, 1, 1), date(2026, 12, 31)
        )


HEEL = ics(ZONE, REEKS, VERPLAATST, GOED, "UID:1\nDTSTART;TZID=Zaal:20261103T200000\nDURATION:PT2H")
STUKKEN = st.binary(max_size=4) | st.sampled_from(
    [b"\r\n", b":", b";", b"=", b"-", b"999999999", b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n"]
)


@given(st.lists(st.tuples(st.integers(0, len(HEEL)), st.integers(0, 9), STUKKEN), max_size=4))
@settings(max_examples=150, deadline=None)
def test_whatever_happens_to_a_file_it_is_read_or_refused(
    schade: list[tuple[int, int, bytes]],
) -> None:
    inhoud = HEEL
    for plek, weg, erbij in schade:
        inhoud = inhoud[:plek] + erbij + inhoud[plek + weg :]
    try:
        punten = read_hier(inhoud, *PERIODE)
    except AgendaFout as fout:
        assert fout.regel >= 1  # noqa: PT017 - either outcome is right
    else:
        assert all(punt.begin <= punt.einde for punt in punten)

"""The lines of an iCalendar file, read strictly: whoever stumbles says at which line.

The library forgives much, and drops what it cannot read. For meetings and rosters that is the
wrong kind of kind: an evening that silently went missing is worse than a file that is refused.
So its parser is led line by line here, with the line numbers a text editor shows.

Imported where an agenda is read, not at the start: the library is heavy.
"""

import re
from collections.abc import Iterator
from datetime import MAXYEAR, date, datetime, time
from typing import Any

from dateutil.rrule import rrulestr
from icalendar import Calendar, Component, Event
from icalendar.parser.content_line import Contentline
from icalendar.parser.ical.component import ComponentIcalParser

MEESTE_AFSPRAKEN = 10_000  # some ten years of an agenda of all meetings
_REGELEINDE = re.compile("\r\n|\r|\n")
# What decides when and where something is. Of other fields a mistake is no reason to refuse.
_MOMENTEN = {"DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"}
_EENMALIG = {"UID", "DTSTART", "DTEND", "DURATION", "RECURRENCE-ID", "STATUS", "SEQUENCE"}
_ZONEDELEN = {"VTIMEZONE", "STANDARD", "DAYLIGHT"}
_KRINGLOOP = 400  # years after which the calendar repeats itself, days of the week included
_VAKER_DAN_DAGELIJKS = {"SECONDLY", "MINUTELY", "HOURLY"}
_BESLISSEND = _MOMENTEN | _EENMALIG | {"SUMMARY", "LOCATION"}

# All that the library has been seen to raise at hostile values; a zone named after a folder of
# the zone database is an OSError.
ONPASSEND = (
    ValueError,
    TypeError,
    AttributeError,
    KeyError,
    OverflowError,
    AssertionError,
    OSError,
)


class LeesFout(Exception):
    """What is wrong, in Dutch, and the line (from 1) where it stands."""

    def __init__(self, regel: int, wat: str) -> None:
        super().__init__(wat)
        self.regel = regel
        self.wat = wat


class Lezer(ComponentIcalParser):
    """One file. `begin` tells afterwards at which line each component started."""

    def __init__(self, inhoud: bytes) -> None:
        super().__init__([], Calendar._get_component_factory(), Calendar.types_factory)
        self._regels = list(_logical_lines(_decode(inhoud)))
        self.begin: dict[int, int] = {}
        self.regel = 1

    def read(self) -> Calendar:
        """The calendar in the file. Raises LeesFout.

        A time zone may be described below the first event that uses it (RFC 5545): then all is
        read twice, and only the second time every zone must be known.
        """
        begin = [tekst.upper() for _, tekst in self._regels if tekst[:6].upper() == "BEGIN:"]
        if begin.count("BEGIN:VEVENT") > MEESTE_AFSPRAKEN:
            raise LeesFout(1, f"er staan meer dan {MEESTE_AFSPRAKEN} afspraken in")
        if "BEGIN:VEVENT" in begin and "BEGIN:VTIMEZONE" in begin[begin.index("BEGIN:VEVENT") :]:
            self._walk(zones_bekend=False)
        self._walk(zones_bekend=True)
        if self.component:
            raise LeesFout(self.regel, f"hier mist END:{self.component.name}")
        if len(self._components) != 1 or not isinstance(self._components[0], Calendar):
            raise LeesFout(1, "dit is geen agendabestand (BEGIN:VCALENDAR ontbreekt)")
        return self._components[0]

    def _walk(self, *, zones_bekend: bool) -> None:
        self._zones_bekend = zones_bekend
        self._stack: list[Component] = []
        self._herhalingen: dict[int, list[tuple[int, Any]]] = {}
        self._components: list[Component] = []
        self._content_lines_iterator = self._counted()
        self.parse_content_lines()

    def _counted(self) -> Iterator[Contentline]:
        for regel, tekst in self._regels:
            self.regel = regel
            yield Contentline(tekst)  # type: ignore[no-untyped-call]  # the library has gaps

    def handle_line_parse_error(self, exception: Exception) -> None:
        raise LeesFout(self.regel, "geen geldige regel van een agendabestand")

    def handle_begin_component(self, vals: str) -> None:
        super().handle_begin_component(vals)
        self.begin[id(self.component)] = self.regel

    def handle_end_component(self, vals: str) -> None:
        if not self.component or self.component.name != vals.upper():
            raise LeesFout(self.regel, f"END:{vals} hoort niet bij wat er begon")
        self._check_komt_voor(self.component)
        try:
            super().handle_end_component(vals)
        except ONPASSEND:
            raise LeesFout(self.regel, "de tijdzone hierboven klopt niet") from None

    def handle_property(self, name: str, params: Any, vals: str, line: Contentline) -> None:
        if not self.component:
            raise LeesFout(self.regel, f"{name} staat buiten BEGIN en END")
        if isinstance(self.component, Event) and name in _EENMALIG & set(self.component):
            raise LeesFout(self.regel, f"{name} staat twee keer in dezelfde afspraak")
        try:
            super().handle_property(name, params, vals, line)
        except ONPASSEND as fout:
            self.handle_property_parse_error(fout, name)

    def parse_and_add_property(self, name: str, params: Any, val: str, *rest: Any) -> None:
        super().parse_and_add_property(name, params, val, *rest)
        if name == "RRULE":
            regel = self._latest(name)
            self._check_herhaling(regel)
            self._herhalingen.setdefault(id(self.component), []).append((self.regel, regel))
        if self._zones_bekend and isinstance(self.component, Event) and params.get("TZID"):
            self._check_zone(name)

    def _check_herhaling(self, regel: Any) -> None:
        """Also of a time zone: with these, whoever looks for the next moment never stops."""
        if _VAKER_DAN_DAGELIJKS & set(regel.get("FREQ", ())):
            raise LeesFout(self.regel, "dit komt vaker terug dan elke dag")
        if min(regel.get("INTERVAL", [1])) < 1:
            raise LeesFout(self.regel, "INTERVAL moet 1 of meer zijn")

    def _check_komt_voor(self, component: Component) -> None:
        """At the end, for the first day may stand below the rule."""
        begin = getattr(component.get("DTSTART"), "dt", None)
        for regelnummer, regel in self._herhalingen.pop(id(component), ()):
            if isinstance(begin, date) and not komt_voor(regel, begin):
                raise LeesFout(regelnummer, "deze herhaling valt op geen enkele dag")

    def handle_property_parse_error(self, exception: Exception, name: str, *_: Any) -> None:
        """Called by the library too. An attendee or an alarm decides nothing: that is let go."""
        deel = self.component.name if self.component else None
        if deel in _ZONEDELEN or (deel == "VEVENT" and name in _BESLISSEND):
            raise LeesFout(self.regel, f"de waarde van {name} is niet te lezen")

    def _latest(self, name: str) -> Any:
        """What the line just read has added."""
        waarden = self.component.get(name) if self.component else None
        return waarden[-1] if isinstance(waarden, list) else waarden

    def _check_zone(self, name: str) -> None:
        """A zone nobody knows would leave the moment to be guessed."""
        laatste = self._latest(name)
        for deel in getattr(laatste, "dts", [laatste]):
            moment = getattr(deel, "dt", None)
            moment = moment[0] if isinstance(moment, tuple) else moment
            if getattr(moment, "tzinfo", True) is None and type(moment) is not date:
                raise LeesFout(self.regel, "deze tijdzone is niet bekend")


def make_herhaling(regel: Any, begin: datetime) -> Any:
    """Every moment of this rule from `begin`, on its own clock and as if it never ends, as dateutil
    knows it (an rrule).

    Raises ValueError for a rule that cannot be.
    """
    delen = {naam: waarde for naam, waarde in regel.items() if naam not in ("UNTIL", "COUNT")}
    return rrulestr(type(regel)(delen).to_ical().decode(), dtstart=begin)


def komt_voor(regel: Any, begin: date) -> bool:
    """Whether any day answers to the rule; 30 February does not. False too for a rule that cannot
    be.

    The library seeks until the year 9999, for seconds. But what does not come in 400 years, never
    comes: so it is sought from a year of the same calendar that lies that near to the end. A rule
    of every third year needs three times as many years, and takes as long.
    """
    genoeg = _KRINGLOOP * min(regel.get("INTERVAL", [1]))
    later = max(0, (MAXYEAR - genoeg - begin.year) // _KRINGLOOP * _KRINGLOOP)
    moment = datetime.combine(date(begin.year + later, begin.month, begin.day), time())
    try:
        return next(iter(make_herhaling(regel, moment)), None) is not None
    except ONPASSEND:
        return False


def _decode(inhoud: bytes) -> str:
    try:
        return inhoud.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        regel = inhoud.count(b"\n", 0, fout.start) + 1
        raise LeesFout(regel, "hier staat een teken dat geen UTF-8 is") from None


def _logical_lines(tekst: str) -> Iterator[tuple[int, str]]:
    """Each line with the number it starts at; one that begins with a space continues the last."""
    nummer, bezig = 1, ""
    for n, regel in enumerate(_REGELEINDE.split(tekst), start=1):
        if regel[:1] in (" ", "\t") and bezig:
            bezig += regel[1:]
            continue
        if bezig.strip():
            yield nummer, bezig
        nummer, bezig = n, regel
    if bezig.strip():
        yield nummer, bezig

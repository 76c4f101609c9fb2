"""Agendas to read: one text per question, as a council information system would write it."""

ZONE = """BEGIN:VTIMEZONE
TZID:Zaal
BEGIN:STANDARD
DTSTART:19701025T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
END:VTIMEZONE
"""
REEKS = """UID:reeks
SUMMARY:Raadsvergadering
DTSTART;TZID=Europe/Amsterdam:20261008T193000
DTEND;TZID=Europe/Amsterdam:20261008T223000
RRULE:FREQ=WEEKLY;UNTIL=20261231T000000Z
"""
VERPLAATST = """UID:reeks
RECURRENCE-ID;TZID=Europe/Amsterdam:20261022T193000
SUMMARY:Raadsvergadering, verplaatst
DTSTART;TZID=Europe/Amsterdam:20261023T200000
DTEND;TZID=Europe/Amsterdam:20261023T210000
"""


def event(regels: str) -> str:
    return f"BEGIN:VEVENT\n{regels.strip()}\nEND:VEVENT\n"


def ics(*delen: str) -> bytes:
    """A whole file; a part that is no component yet becomes an event."""
    inhoud = "".join(deel if deel.startswith("BEGIN:") else event(deel) for deel in delen)
    kop = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//raadsinformatie//nl\n"
    return f"{kop}{inhoud}END:VCALENDAR\n".replace("\n", "\r\n").encode()

"""Someone's duties as an iCalendar feed: when, and nothing else."""

from collections.abc import Iterable
from datetime import datetime

from .models import Dienst


def render_agenda(diensten: Iterable[Dienst], moment: datetime, domein: str) -> bytes:
    """RFC 5545. No name, topic or number: the address is secret, but agendas get shared."""
    from icalendar import Calendar, Event  # heavy: only when an agenda asks

    agenda = Calendar()
    agenda.add("prodid", "-//VOB//Mediarooster//NL")
    agenda.add("version", "2.0")
    for dienst in diensten:
        regel = Event()
        regel.add("uid", f"mediadienst-{dienst.id}@{domein}")
        regel.add("dtstamp", moment)
        regel.add("dtstart", dienst.begin)
        regel.add("dtend", dienst.einde)
        regel.add("sequence", dienst.versie)
        regel.add("summary", "Mediadienst")
        regel.add("transp", "TRANSPARENT")
        agenda.add_component(regel)
    return bytes(agenda.to_ical())

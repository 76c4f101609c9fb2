"""What VOB can see of each step: the proofs of all rooms, asked once until something is written.

The proofs of 23 steps cost more statements than a page may make. Everything they look at is
audited, so as long as the last change in the audit chain is the same, so are they. The hash of that
line is random by itself: a line that was rolled back never looks like another one. Looking changes
nothing; else every case that someone opens would have all proofs asked anew.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from vob.acties import bewijs as acties
from vob.core.bewijs import Bewijs
from vob.data import AuditRegel, db
from vob.incidenten import bewijs as incidenten
from vob.incidenten.evaluatie import bewijs as evaluatie
from vob.incidenten.maatregelen import bewijs as maatregelen
from vob.incidenten.opvang import bewijs as opvang
from vob.ketenafspraken import bewijs as ketenafspraken
from vob.media import bewijs as media
from vob.organisatie.models import Termijn
from vob.organisatie.values import Termijnsoort
from vob.risicoanalyse import bewijs as risicoanalyse

from . import bewijs, rules
from .bewijs import Bewijsregel
from .stappen import AANTAL

# A room that can prove a step is one line here.
BRONNEN: tuple[Mapping[int, Bewijsregel], ...] = (
    acties.BEWIJZEN,
    bewijs.BEWIJZEN,
    incidenten.BEWIJZEN,
    ketenafspraken.BEWIJZEN,
    media.BEWIJZEN,
    opvang.BEWIJZEN,
    maatregelen.BEWIJZEN,
    evaluatie.BEWIJZEN,
    risicoanalyse.BEWIJZEN,
)


@dataclass(frozen=True)
class Zicht:
    """`perioden`: the terms of the council, for steps that come back every term."""

    bewijzen: dict[int, Bewijs]
    perioden: tuple[rules.Periode, ...]


_KIJKEN = ("ingelogd", "uitgelogd", "inloggen mislukt", "geëxporteerd", "gezocht op persoon")
# For who asks something else as well: read along, it costs no statement of its own.
LAATSTE_WIJZIGING = (
    select(AuditRegel.keten)
    .where(AuditRegel.actie.not_in(_KIJKEN), AuditRegel.actie.not_like("%ingezien"))
    .order_by(AuditRegel.id.desc())
    .limit(1)
    .scalar_subquery()
)
_laatst: tuple[tuple[str | None, date], Zicht] | None = None


def look(vandaag: date, laatste_wijziging: str | None) -> Zicht:
    """What there is to see on this day, after this change."""
    global _laatst
    stempel = (laatste_wijziging, vandaag)
    bekend = _laatst
    if bekend is None or bekend[0] != stempel:
        bekend = (stempel, Zicht(_ask_rooms(vandaag), _read_perioden()))
        _laatst = bekend
    return bekend[1]


def _ask_rooms(vandaag: date) -> dict[int, Bewijs]:
    regels: dict[int, list[Bewijsregel]] = defaultdict(list)
    for bron in BRONNEN:
        for nummer, regel in bron.items():
            regels[nummer].append(regel)
    return {
        nummer: rules.samen([regel(vandaag) for regel in regels[nummer]])
        for nummer in range(1, AANTAL + 1)
    }


def _read_perioden() -> tuple[rules.Periode, ...]:
    stmt = select(Termijn.begin, Termijn.einde).filter_by(soort=Termijnsoort.RAAD)
    return tuple((begin, einde) for begin, einde in db.session.execute(stmt))

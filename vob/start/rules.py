"""What comes first on the start page, and how the day is greeted. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

BINNENKORT = timedelta(days=14)  # further away is not for today
LEESTIJD = timedelta(days=7)  # a document to read comes after what is due before that

_GROETEN = ((6, "Goedenacht"), (12, "Goedemorgen"), (18, "Goedemiddag"), (24, "Goedenavond"))


def groet(uur: int) -> str:
    """What one says at this hour of the Dutch clock."""
    return next(groet for tot, groet in _GROETEN if uur < tot)


@dataclass(frozen=True)
class Vraag:
    """One thing that asks something of someone. `dag`: by when, or since when it waits."""

    titel: str
    url: str
    toelichting: str
    dag: date
    woord: str
    soort: str = "info"  # of the badge: ok | warn | bad | info | none
    is_acuut: bool = False
    is_vast: bool = False  # at an hour of today that does not wait


def order_vragen(vragen: Iterable[Vraag]) -> list[Vraag]:
    """Danger first; what begins today whatever happens; then what waits longest or is due first."""
    return sorted(
        vragen, key=lambda vraag: (not vraag.is_acuut, not vraag.is_vast, vraag.dag, vraag.titel)
    )


def is_binnenkort(dag: date, vandaag: date) -> bool:
    return dag - vandaag <= BINNENKORT


def badge_van(dag: date, vandaag: date) -> str:
    """Late is wrong, today and tomorrow need attention, later is only to know."""
    if dag < vandaag:
        return "bad"
    return "warn" if dag - vandaag <= timedelta(days=1) else "info"

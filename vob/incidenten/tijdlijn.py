"""Lines in the timeline that say what was done in a part of the case. No commit."""

from datetime import datetime

from vob.gebruikers.models import Gebruiker

from .betrokkenen import add_gebeurtenis
from .models import Incident
from .values import Gebeurtenissoort


def note(
    incident: Incident,
    tekst: str,
    door: Gebruiker,
    nu: datetime,
    soort: Gebeurtenissoort = Gebeurtenissoort.GEWIJZIGD,
) -> None:
    """For those who handle the case only."""
    add_gebeurtenis(incident, soort, door.id, nu, tekst=tekst, is_intern=True)

"""The value lists of the organisation."""

from vob.core.organisatietype import Woorden
from vob.core.values import Waardelijst


class Termijnsoort(Waardelijst):
    RAAD = "raad", "Zittingstermijn van de raad"
    COLLEGE = "college", "Collegetermijn"
    PERSOON = "persoon", "Ambtstermijn van een persoon"


def termijn_label(soort: Termijnsoort, woorden: Woorden) -> str:
    """The kind of term in the words of this organisation."""
    return {
        Termijnsoort.RAAD: f"Zittingstermijn van {woorden.de_raad}",
        Termijnsoort.COLLEGE: f"Termijn van {woorden.het_college}",
        Termijnsoort.PERSOON: Termijnsoort.PERSOON.label,
    }[soort]

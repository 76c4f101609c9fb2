"""The value lists of actions."""

from vob.core.values import Waardelijst


class Status(Waardelijst):
    OPEN = "open", "Open"
    BEZIG = "bezig", "Bezig"
    GEDAAN = "gedaan", "Gedaan"
    VERVALLEN = "vervallen", "Vervallen"


class Welke(Waardelijst):
    """Which actions a list shows."""

    MIJN = "mijn", "Van mij"
    LAAT = "laat", "Te laat"
    ALLE = "alle", "Alle"


OPEN = (Status.OPEN, Status.BEZIG)

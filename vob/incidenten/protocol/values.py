"""The value list of protocol steps."""

from vob.core.values import Waardelijst


class Stapstand(Waardelijst):
    OPEN = "open", "Nog te doen"
    GEDAAN = "gedaan", "Gedaan"
    OVERGESLAGEN = "overgeslagen", "Overgeslagen"

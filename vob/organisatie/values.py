"""The value lists of the organisation."""

from vob.core.values import Waardelijst


class Termijnsoort(Waardelijst):
    RAAD = "raad", "Zittingstermijn van de raad"
    COLLEGE = "college", "Collegetermijn"
    PERSOON = "persoon", "Ambtstermijn van een persoon"

"""The value list of the analysis."""

from vob.core.values import Waardelijst


class Herhaling(Waardelijst):
    """Whether it happened before, as far as known."""

    EERSTE = "eerste", "Voor zover bekend de eerste keer"
    HERHALING = "herhaling", "Herhaling: dezelfde persoon of hetzelfde onderwerp"
    ONBEKEND = "onbekend", "Niet te zeggen"

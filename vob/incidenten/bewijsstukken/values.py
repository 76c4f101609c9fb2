"""The value list of the evidence log."""

from vob.core.values import Waardelijst


class Regelsoort(Waardelijst):
    """What happened to a piece of evidence."""

    VASTGELEGD = "vastgelegd", "Vastgelegd"
    OVERGEDRAGEN = "overgedragen", "Overgedragen"
    TERUG = "terug", "Teruggekregen"
    GECONTROLEERD = "gecontroleerd", "Gecontroleerd"
    AANVULLING = "aanvulling", "Aanvulling of verbetering"
    VERNIETIGD = "vernietigd", "Vernietigd"


# The first line of a piece is written when it is recorded.
LATER = tuple(soort for soort in Regelsoort if soort is not Regelsoort.VASTGELEGD)

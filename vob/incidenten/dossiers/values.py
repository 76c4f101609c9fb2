"""The value list of dossiers."""

from vob.core.values import Waardelijst


class Dossiersoort(Waardelijst):
    """What the cases have in common."""

    PERSOON = "persoon", "Dezelfde persoon"
    ONDERWERP = "onderwerp", "Hetzelfde onderwerp"
    GETROFFENE = "getroffene", "Dezelfde getroffene"

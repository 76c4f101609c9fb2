"""By what the register is counted."""

from vob.core.values import Waardelijst


class Dimensie(Waardelijst):
    """The label is the heading of its table."""

    VORM = "hoofdvorm", "Vorm"
    CATEGORIE = "monitorcategorie", "Categorie van de landelijke monitor"
    KANAAL = "kanaal", "Kanaal"
    GETROFFENE = "getroffene_functie", "Wie het overkwam"
    ERNST = "ernst", "Ernst volgens de coördinator"


# The category follows from the forms, so beside them it would give hidden numbers away.
VOOR_IEDEREEN = tuple(lid for lid in Dimensie if lid is not Dimensie.CATEGORIE)

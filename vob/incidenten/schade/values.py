"""The value lists of damage. Source: shared/domein/incidenten.md §3.6 and §9.6."""

from vob.core.values import Waardelijst


class Eiser(Waardelijst):
    GETROFFENE = "getroffene", "Getroffene"
    ORGANISATIE = "organisatie", "De organisatie"
    NAASTE = "naaste", "Gezin of naaste"


class Postsoort(Waardelijst):
    MEDISCH = "medisch", "Medische kosten"
    EIGEN_RISICO = "eigen_risico", "Eigen risico"
    REISKOSTEN = "reiskosten", "Reiskosten"
    BEZITTINGEN = "bezittingen", "Bezittingen"
    HUISHOUDELIJK = "huishoudelijk", "Huishoudelijke hulp"
    RECHTSHULP = "rechtshulp", "Rechtshulp"
    INKOMEN = "inkomen", "Verlies van inkomen"
    SMARTENGELD = "smartengeld", "Smartengeld"
    GEBOUW = "gebouw", "Gebouw of inventaris"
    VOERTUIG = "voertuig", "Voertuig"
    LOON = "loon", "Doorbetaald loon"
    REINTEGRATIE = "reintegratie", "Re-integratie"
    OVERIG = "overig", "Overig"


class Route(Waardelijst):
    BEMIDDELING = "bemiddeling", "Bemiddeling door politie of OM"
    VOEGING = "voeging", "Voegen in de strafzaak"
    CIVIEL = "civiel", "Naar de burgerlijke rechter"
    CESSIE = "cessie", "Vordering overnemen (cessie)"
    REGRES = "regres", "Verhalen wat wij betaalden (regres)"
    SCHADEFONDS = "schadefonds", "Schadefonds Geweldsmisdrijven"
    VERZEKERING = "verzekering", "Verzekering"
    GEEN = "geen", "Niet verhalen"


class Claimstatus(Waardelijst):
    VOORBEREID = "voorbereid", "In voorbereiding"
    INGEDIEND = "ingediend", "Ingediend"
    TOEGEKEND = "toegekend", "Toegekend"
    DEELS = "deels", "Deels toegekend"
    AFGEWEZEN = "afgewezen", "Afgewezen"
    AFGEROND = "afgerond", "Afgerond"


class Betaler(Waardelijst):
    VEROORZAKER = "veroorzaker", "Veroorzaker"
    CJIB = "cjib", "CJIB"
    VERZEKERING = "verzekering", "Verzekering"
    SCHADEFONDS = "schadefonds", "Schadefonds"
    ORGANISATIE = "organisatie", "De organisatie"
    ANDERS = "anders", "Iemand anders"

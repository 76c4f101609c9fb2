"""The value lists of the meeting log. Source: shared/domein/incidenten.md §7 and §9.8."""

from vob.core.organisatietype import Woorden
from vob.core.values import Waardelijst


class Vergadersoort(Waardelijst):
    """The label is the word of a gemeente; `soort_label` gives that of the organisation."""

    RAAD = "raad", "Raadsvergadering"
    COMMISSIE = "commissie", "Commissievergadering"
    COLLEGE = "college", "Vergadering van het college"
    BIJEENKOMST = "bijeenkomst", "Bijeenkomst met inwoners"
    ANDERS = "anders", "Andere vergadering"


def soort_label(soort: Vergadersoort, woorden: Woorden) -> str:
    """The kind of meeting in the words of this organisation."""
    eigen = {
        Vergadersoort.RAAD: woorden.raadsvergadering,
        Vergadersoort.COLLEGE: f"vergadering van {woorden.het_college}",
    }
    woord = eigen.get(soort, soort.label)
    return woord[:1].upper() + woord[1:]


class Beveiligingsstand(Waardelijst):
    """Whether security was arranged. Only how it stands: never plans."""

    NOG_NIET = "nog_niet", "Nog niet geregeld"
    AANGEVRAAGD = "aangevraagd", "Aangevraagd"
    GEREGELD = "geregeld", "Geregeld"
    NIET_NODIG = "niet_nodig", "Niet nodig"


class Logsoort(Waardelijst):
    """What can happen at a meeting. `rules.GROEPEN` orders the buttons, `rules.TOETS` the keys."""

    ROEPEN = "roepen", "Roepen"
    SPANDOEK = "spandoek", "Spandoek"
    BEZETTING = "bezetting", "Bezetting"
    BELEDIGING = "belediging", "Belediging"
    BEDREIGING = "bedreiging", "Bedreiging"
    GOOIEN = "gooien", "Gooien of vuurwerk"
    BINNENDRINGEN = "binnendringen", "Binnendringen"
    LID_BELEMMERT = "lid_belemmert", "Lid belemmert"
    WAARSCHUWING = "waarschuwing", "Waarschuwing"
    SCHORSING = "schorsing", "Schorsing"
    HERVAT = "hervat", "Hervat"
    VORDERING = "vordering", "Vordering om te gaan"
    ONTRUIMD = "ontruimd", "Tribune ontruimd"
    POLITIE = "politie", "Politie"
    AANGIFTE = "aangifte", "Aangifte"
    GEOPEND = "geopend", "Geopend"
    BESLOTEN = "besloten", "Besloten verder"
    VERPLAATST = "verplaatst", "Verplaatst"
    AFGELAST = "afgelast", "Afgelast"
    GESLOTEN = "gesloten", "Gesloten"
    NOTITIE = "notitie", "Notitie"


class Aard(Waardelijst):
    """What an entry is to the log. Nothing is ever changed: what comes later is added."""

    REGEL = "regel", "Regel"
    AANVULLING = "aanvulling", "Aanvulling"
    CORRECTIE = "correctie", "Correctie"
    INTREKKING = "intrekking", "Ingetrokken"


class Welke(Waardelijst):
    """Which meetings the list shows."""

    KOMEND = "komend", "Vandaag en later"
    GEWEEST = "geweest", "Geweest"
    RISICOVOL = "risicovol", "Risicovol, vandaag en later"
    VERSTOORD = "verstoord", "Verstoord"


class Verslagsoort(Waardelijst):
    """What an extract holds: what may stand in public minutes, or all that was logged."""

    NOTULEN = "notulen", "Voor de notulen"
    VOLLEDIG = "volledig", "Volledig"

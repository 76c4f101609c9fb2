"""The value lists of measures. Source: shared/domein/incidenten.md §9.4 and overig.md §5.5."""

from vob.core.values import Waardelijst


class Maatregelsoort(Waardelijst):
    GESPREK = "gesprek", "Gesprek of ordegesprek"
    MONDELING = "mondeling", "Mondelinge waarschuwing"
    SCHRIFTELIJK = "schriftelijk", "Schriftelijke waarschuwing"
    CONTACTAFSPRAKEN = "contactafspraken", "Contactafspraken"
    CONTACTVERBOD = "contactverbod", "Contact- of communicatieverbod"
    VERWIJDERD = "verwijderd", "Verwijderd uit het gebouw"
    TOEGANG_GEBOUW = "toegang_gebouw", "Toegangsontzegging gebouw"
    TOEGANG_VERGADERING = "toegang_vergadering", "Ontzegging toegang vergadering"
    GEBIEDSVERBOD = "gebiedsverbod", "Gebiedsverbod"
    DWANGSOM = "dwangsom", "Last onder dwangsom"
    DIENSTVERLENING = "dienstverlening", "Dienstverlening beperken of opschorten"
    AANGIFTE = "aangifte", "Aangifte"
    SCHADEVERHAAL = "schadeverhaal", "Schade verhalen"
    PLATFORM = "platform", "Bericht aan platform: verwijderverzoek"
    BEVEILIGING = "beveiliging", "Beveiligingsmaatregel voor de getroffene"
    GEEN = "geen", "Geen maatregel, met reden"


class Rechtsaard(Waardelijst):
    """Decides which letter is written, and which way stands open against it."""

    FEITELIJK = "feitelijk", "Feitelijk: gesprek, waarschuwing of handeling"
    PRIVAAT = "privaat", "Privaatrechtelijk: als eigenaar of beheerder"
    BESLUIT = "besluit", "Besluit: bezwaar en beroep zijn mogelijk"


class Maatregelstatus(Waardelijst):
    CONCEPT = "concept", "In voorbereiding"
    VOORGELEGD = "voorgelegd", "Wacht op besluit"
    GENOMEN = "genomen", "Genomen"
    AFGEWEZEN = "afgewezen", "Niet genomen"


class Grens(Waardelijst):
    """What the behaviour was. Criticism and emotion are allowed: no measure follows from them."""

    KRITIEK = "kritiek", "Kritiek, ook als die scherp is"
    EMOTIE = "emotie", "Emotie: boos of teleurgesteld"
    BEREIKT = "bereikt", "Grens bereikt: bleef doorgaan na aanspreken"
    OVER = "over", "Grens over"


class JaNee(Waardelijst):
    JA = "ja", "Ja"
    NEE = "nee", "Nee"


class Contactwijze(Waardelijst):
    VAST = "vast", "Eén vast contactpunt"
    SCHRIFTELIJK = "schriftelijk", "Alleen schriftelijk"
    GEMACHTIGDE = "gemachtigde", "Via een gemachtigde"


class Geval(Waardelijst):
    """The columns of the response ladder."""

    EERSTE = "eerste", "Eerste keer"
    HERHALING = "herhaling", "Herhaling"
    ALTIJD = "altijd", "Altijd overwegen"


class Bezwaaruitkomst(Waardelijst):
    LOOPT = "loopt", "Loopt nog"
    GEGROND = "gegrond", "Gegrond"
    DEELS = "deels", "Deels gegrond"
    ONGEGROND = "ongegrond", "Ongegrond"
    NIET_ONTVANKELIJK = "niet_ontvankelijk", "Niet in behandeling genomen"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


class Einde(Waardelijst):
    OPGEHEVEN = "opgeheven", "Opgeheven"
    VERLENGD = "verlengd", "Verlengd"


class Toetsuitkomst(Waardelijst):
    """What the review of a running measure led to."""

    DOORGAAN = "doorgaan", "Gaat door zoals het is"
    AANGEPAST = "aangepast", "Blijft, maar lichter"
    STOPPEN = "stoppen", "Is niet meer nodig"


class Stand(Waardelijst):
    """How a measure stands on a day."""

    CONCEPT = "concept", "In voorbereiding"
    VOORGELEGD = "voorgelegd", "Wacht op besluit"
    AFGEWEZEN = "afgewezen", "Niet genomen"
    STRAKS = "straks", "Begint nog"
    LOOPT = "loopt", "Loopt"
    AFGELOPEN = "afgelopen", "Afgelopen"
    OPGEHEVEN = "opgeheven", "Opgeheven"
    GEDAAN = "gedaan", "Gedaan"


class Welke(Waardelijst):
    """What the list of measures can be narrowed to."""

    BESLUIT = "besluit", "Wacht op besluit"
    LOOPT = "loopt", "Loopt nu"
    TOETS = "toets", "Toets is voorbij"
    ALLE = "alle", "Alle"

"""The value lists of the media room (shared/domein/overig.md §3)."""

from vob.core.organisatietype import Woorden
from vob.core.values import Waardelijst


class Partij(Waardelijst):
    """Whose consent something needs before it goes out."""

    PORTEFEUILLEHOUDER = "portefeuillehouder", "portefeuillehouder"
    BURGEMEESTER = "burgemeester", "burgemeester"
    SECRETARIS = "secretaris", "gemeentesecretaris"
    GRIFFIER = "griffier", "griffier"
    JURIDISCH = "juridisch", "juridische zaken"
    POLITIE = "politie", "politie"
    OM = "om", "Openbaar Ministerie"
    BETROKKENE = "betrokkene", "betrokkene zelf"
    ANDERS = "anders", "iemand anders"


_WOORD = {Partij.BURGEMEESTER, Partij.SECRETARIS, Partij.GRIFFIER}


def partij_label(partij: Partij, woorden: Woorden) -> str:
    """The party in the words of this organisation: a burgemeester here is a dijkgraaf there."""
    return str(getattr(woorden, partij.value)) if partij in _WOORD else partij.label


class Uitkomst(Waardelijst):
    """What a party said when it was asked."""

    GEVRAAGD = "gevraagd", "Gevraagd"
    AKKOORD = "akkoord", "Akkoord"
    NIET_AKKOORD = "niet_akkoord", "Niet akkoord"


class Bron(Waardelijst):
    """Why it is this person who speaks now."""

    EERSTE = "eerste", "eerste woordvoerder voor dit onderwerp"
    VERVANGER = "vervanger", "vervanger voor dit onderwerp"
    BUITEN = "buiten", "woordvoerder buiten kantoortijd"
    DIENST = "dienst", "woordvoerder van dienst"
    DIENST_VERVANGER = "dienst_vervanger", "vervanger van dienst"


class Welk(Waardelijst):
    """What the list of topics can be narrowed to."""

    GATEN = "gaten", "Waar iemand ontbreekt"
    VERLOPEN = "verlopen", "Niet (meer) geldig"


class Boodschapsoort(Waardelijst):
    KERNBOODSCHAP = "kernboodschap", "Kernboodschap"
    VRAAG = "vraag", "Vraag en antwoord"


class Boodschapstatus(Waardelijst):
    """What was decided. Whether a line holds also depends on the date."""

    CONCEPT = "concept", "Concept"
    AKKOORD = "akkoord", "Akkoord"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


class Boodschapstand(Waardelijst):
    """How a line stands on a date."""

    CONCEPT = "concept", "concept"
    STRAKS = "straks", "geldt nog niet"
    GELDIG = "geldig", "geldig"
    VERLOPEN = "verlopen", "verlopen"
    INGETROKKEN = "ingetrokken", "ingetrokken"


class Ruilstatus(Waardelijst):
    GEVRAAGD = "gevraagd", "Wacht op antwoord"
    AKKOORD = "akkoord", "Geruild"
    AFGEWEZEN = "afgewezen", "Niet geruild"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


class Kanaal(Waardelijst):
    TELEFOON = "telefoon", "Telefoon"
    MAIL = "mail", "E-mail"
    APP = "app", "App of bericht"
    FYSIEK = "fysiek", "In persoon"
    ANDERS = "anders", "Anders"


class Status(Waardelijst):
    """Of a press question (overig.md §3.4)."""

    NIEUW = "nieuw", "Nieuw"
    IN_BEHANDELING = "in_behandeling", "In behandeling"
    WACHT_OP_AKKOORD = "wacht_op_akkoord", "Wacht op akkoord"
    BEANTWOORD = "beantwoord", "Beantwoord"
    NIET_BEANTWOORD = "niet_beantwoord", "Niet beantwoord"
    AFGESLOTEN = "afgesloten", "Afgesloten"


OPEN = (Status.NIEUW, Status.IN_BEHANDELING, Status.WACHT_OP_AKKOORD)


class Welke(Waardelijst):
    """Which press questions the list shows."""

    OPEN = "open", "Nog open"
    MIJN = "mijn", "Open en van mij"
    ALLE = "alle", "Alle"


class Weergave(Waardelijst):
    """Whether what we said was rendered rightly."""

    ONBEKEND = "onbekend", "Nog niet bekend"
    JA = "ja", "Ja"
    NEE = "nee", "Nee"


class NaarBuiten(Waardelijst):
    """Whether it is known outside what happened: several mayors describe the shock of being big
    news all of a sudden (overig.md §3.3)."""

    ONBEKEND = "onbekend", "Onbekend"
    NEE = "nee", "Nee"
    JA = "ja", "Ja"


class Bijstand(Waardelijst):
    """How far a message about a case is."""

    CONCEPT = "concept", "Concept"
    VRIJGEGEVEN = "vrijgegeven", "Vrijgegeven"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


class Vooraf(Waardelijst):
    """What must be arranged before a message about an incident goes out (overig.md §3.3)."""

    AKKOORD = "akkoord", "De betrokkene is akkoord en het gezin is geïnformeerd"
    TIJDSTIP = "tijdstip", "Het tijdstip is afgestemd met politie en Openbaar Ministerie"
    INTERN = "intern", "Intern weet men het eerst: volksvertegenwoordiging, bestuur, medewerkers"
    EEN_STEM = "een_stem", "Eén woordvoerder spreekt, en iedereen weet wie"
    VRAGEN = "vragen", "De vragen en antwoorden liggen klaar"
    ZELFDE_TEKST = "zelfde_tekst", "Website, sociale media en balie hebben dezelfde tekst"


class Wel(Waardelijst):
    """What one does say."""

    NORM = "norm", "De norm: wij accepteren dit niet"
    AANGIFTE = "aangifte", "Dat er melding of aangifte is gedaan, na overleg met politie en OM"
    STEUN = "steun", "Dat wij de betrokkene steunen"
    BELLEN = "bellen", "Wie men kan bellen"
    DANK = "dank", "Dank voor de reacties"
    DOOR = "door", "Dat het werk en de besluitvorming doorgaan"


class Niet(Waardelijst):
    """What one never says."""

    WOORDEN = "woorden", "De precieze bedreiging"
    BEELD = "beeld", "De tekst of een schermafdruk ervan"
    BEVEILIGING = "beveiliging", "Maatregelen voor beveiliging"
    ADRES = "adres", "Het woonadres"
    GEZIN = "gezin", "Het gezin"
    ROUTE = "route", "Route, reis of agenda"
    VERDACHTE = "verdachte", "De naam van een verdachte"
    MOTIEF = "motief", "Het motief"
    GEZONDHEID = "gezondheid", "Iets over gezondheid"
    SPECULATIE = "speculatie", "Een vermoeden of speculatie"
    ANDEREN = "anderen", "Andere slachtoffers"
    BEVEILIGD = "beveiligd", "Of iemand wordt beveiligd"

"""The value lists of documents."""

from vob.core.organisatietype import Woorden
from vob.core.values import Waardelijst


class Documentsoort(Waardelijst):
    """The policy set of an organisation (shared/domein/overig.md §5.1)."""

    NORM = "norm", "Norm en omgangsvormen"
    AGRESSIEPROTOCOL = "agressieprotocol", "Agressieprotocol ambtsdragers"
    AGRESSIEBELEID = "agressiebeleid", "Agressiebeleid medewerkers"
    SANCTIEBELEID = "sanctiebeleid", "Sanctiebeleid"
    NAZORGPROTOCOL = "nazorgprotocol", "Nazorgprotocol"
    MELDINSTRUCTIE = "meldinstructie", "Meldinstructie"
    BEVEILIGINGSPLAN = "beveiligingsplan", "Beveiligingsplan"
    MEDIABELEID = "mediabeleid", "Mediabeleid en persprotocol"
    SOCIALE_MEDIA = "sociale_media", "Richtlijn sociale media"
    COMMUNICATIEPLAN = "communicatieplan", "Communicatieplan"
    KORT_PROTOCOL = "kort_protocol", "Kort protocol voor één situatie"
    HUISREGELS = "huisregels", "Huisregels gebouw"
    INTEGRITEIT = "integriteit", "Gedragscode integriteit"
    PRIVACY = "privacy", "Privacyverklaring"
    KETENAFSPRAAK = "ketenafspraak", "Ketenafspraak"
    BRIEFSJABLOON = "briefsjabloon", "Sjabloon voor een brief"
    ANDERS = "anders", "Anders"


class Toegang(Waardelijst):
    """Who reads the adopted text."""

    IEDEREEN = "iedereen", "Iedereen die in VOB werkt"
    BEHEERDERS = "beheerders", "Alleen wie documenten beheert of vaststelt"


class Versiestatus(Waardelijst):
    """What was decided about a version. Whether it is in force also depends on the date."""

    CONCEPT = "concept", "Concept"
    VASTGESTELD = "vastgesteld", "Vastgesteld"
    VERVALLEN = "vervallen", "Vervallen"


class Stand(Waardelijst):
    """How a version stands on a date."""

    CONCEPT = "concept", "concept"
    STRAKS = "straks", "nog niet in werking"
    IN_WERKING = "in_werking", "in werking"
    VERVALLEN = "vervallen", "vervallen"


class Orgaan(Waardelijst):
    """Who adopted it. The label is the word of a gemeente; `orgaan_label` has that of ours."""

    RAAD = "raad", "Raad"
    COLLEGE = "college", "College"
    BURGEMEESTER = "burgemeester", "Burgemeester"
    SECRETARIS = "secretaris", "Gemeentesecretaris"
    GRIFFIER = "griffier", "Griffier"
    ANDERS = "anders", "Een ander"


class Welke(Waardelijst):
    """What the list can be narrowed to."""

    IN_WERKING = "in_werking", "In werking"
    TOETS = "toets", "Toets verlopen"
    CONCEPT = "concept", "Met een concept"
    VERVALLEN = "vervallen", "Niet (meer) in werking"


def orgaan_label(orgaan: Orgaan, woorden: Woorden) -> str:
    """The body in the words of this organisation, as a heading or choice."""
    woord = getattr(woorden, orgaan.value, orgaan.label)
    return str(woord[:1].upper() + woord[1:])


def orgaan_in_zin(orgaan: Orgaan | None, woorden: Woorden) -> str:
    """With its article, as it stands in a sentence: "de raad", "het dagelijks bestuur"."""
    if orgaan is None or orgaan is Orgaan.ANDERS:
        return woorden.de_organisatie
    met = {Orgaan.RAAD: woorden.de_raad, Orgaan.COLLEGE: woorden.het_college}
    return met.get(orgaan) or f"de {getattr(woorden, orgaan.value)}"

"""The value lists of the chain. Source: shared/domein/overig.md §4."""

from vob.core.values import Waardelijst


class Partnersoort(Waardelijst):
    """With whom an organisation makes agreements before something happens."""

    POLITIE = "politie", "Politie"
    OM = "om", "Openbaar Ministerie"
    GEMEENTE = "gemeente", "Gemeente"
    PROVINCIE = "provincie", "Provincie"
    WATERSCHAP = "waterschap", "Waterschap"
    VEILIGHEIDSREGIO = "veiligheidsregio", "Veiligheidsregio"
    NCTV = "nctv", "NCTV"
    SLACHTOFFERHULP = "slachtofferhulp", "Slachtofferhulp"
    ONDERSTEUNING = "ondersteuning", "Ondersteuningsteam Weerbaar Bestuur"
    CCV = "ccv", "CCV en beveiligingsadvies"
    ZORG = "zorg", "Zorg- en Veiligheidshuis, GGD of Veilig Thuis"
    RIEC = "riec", "RIEC"
    ANDERS = "anders", "Anders"


class Contactrol(Waardelijst):
    """What a contact is to its partner; a gemeente in the area has the last three."""

    ALGEMEEN = "algemeen", "Contactpersoon"
    BURGEMEESTER = "burgemeester", "Burgemeester"
    POLITIE = "politie", "Politie"
    PARKET = "parket", "Parket"


class Situatie(Waardelijst):
    """For what one calls this contact."""

    SPOED = "spoed", "Direct gevaar"
    DREIGING = "dreiging", "Bedreiging"
    AANGIFTE = "aangifte", "Aangifte en vervolging"
    BEVEILIGING = "beveiliging", "Beveiliging"
    ORDE = "orde", "Openbare orde en bijeenkomsten"
    ONLINE = "online", "Online haat of doxing"
    NAZORG = "nazorg", "Opvang en nazorg"
    MEDIA = "media", "Pers en woordvoering"
    CRISIS = "crisis", "Crisis"
    INFORMATIE = "informatie", "Informatie delen"


class Bereikbaar(Waardelijst):
    ALTIJD = "altijd", "Dag en nacht"
    KANTOOR = "kantoor", "Kantooruren"
    BUITEN = "buiten", "Buiten kantooruren"
    ANDERS = "anders", "Anders"


class Toestemming(Waardelijst):
    """Whether the person agrees to being in this list (AVG)."""

    GEEN = "geen", "Nog niet gevraagd"
    GEVRAAGD = "gevraagd", "Gevraagd, nog geen antwoord"
    GEGEVEN = "gegeven", "Gegeven"
    FUNCTIE = "functie", "Niet nodig: nummer van een functie"


class Afspraaksoort(Waardelijst):
    CONVENANT = "convenant", "Convenant"
    WERKAFSPRAAK = "werkafspraak", "Werkafspraak"
    PROTOCOL = "protocol", "Protocol"
    MONDELING = "mondeling", "Mondelinge afspraak"


class Onderwerp(Waardelijst):
    BEVEILIGING = "beveiliging", "Beveiliging"
    AANGIFTE = "aangifte", "Melding en aangifte"
    INFORMATIE = "informatie", "Informatie delen"
    NAZORG = "nazorg", "Opvang en nazorg"
    MEDIA = "media", "Pers en woordvoering"
    CRISIS = "crisis", "Crisis en openbare orde"


class Afspraakstatus(Waardelijst):
    """What was decided. How an agreement stands also depends on the date (`Stand`)."""

    CONCEPT = "concept", "Concept"
    ONDERTEKEND = "ondertekend", "Ondertekend"
    OPGEZEGD = "opgezegd", "Opgezegd"


class Stand(Waardelijst):
    """How an agreement stands on a date (shared/domein/overig.md §8.6)."""

    CONCEPT = "concept", "concept"
    ONDERTEKEND = "ondertekend", "ondertekend, geldt nog niet"
    GELDIG = "geldig", "geldig"
    VERLOOPT = "verloopt", "verloopt"
    VERLOPEN = "verlopen", "verlopen"
    OPGEZEGD = "opgezegd", "opgezegd"


class Ladderstatus(Waardelijst):
    CONCEPT = "concept", "Concept"
    VASTGESTELD = "vastgesteld", "Vastgesteld"


class Vraagstatus(Waardelijst):
    """A question to a contact: does this still hold?"""

    OPEN = "open", "Gevraagd"
    WACHT = "wacht", "Antwoord wacht op u"
    AANGENOMEN = "aangenomen", "Overgenomen"
    AFGEWEZEN = "afgewezen", "Niet overgenomen"
    INGETROKKEN = "ingetrokken", "Vervallen"


class Antwoord(Waardelijst):
    JA = "ja", "Ja, dit klopt"
    NEE = "nee", "Nee, het is anders"


class Voorval(Waardelijst):
    """The kinds of a report as everyone says them; their codes are those of the short form."""

    SCHELDEN = "schelden", "Schelden of beledigen"
    BEDREIGEN = "bedreigen", "Bedreigen of intimideren"
    LASTIGVALLEN = "lastigvallen", "Lastigvallen of volgen"
    DISCRIMINATIE = "discriminatie", "Discriminatie"
    ONLINE = "online", "Online haat of doxing"
    GEWELD = "geweld", "Lichamelijk geweld"
    VERNIELEN = "vernielen", "Vernielen"
    ANDERS = "anders", "Iets anders"


class Zwaarte(Waardelijst):
    """How grave it is; the stored value sorts from light to grave, as that of a case."""

    HINDERLIJK = "1", "Hinderlijk"
    ERNSTIG = "2", "Ernstig"
    ZEER_ERNSTIG = "3", "Zeer ernstig"
    ACUUT = "4", "Acuut of levensbedreigend"


class Welke(Waardelijst):
    """Which partners the list shows."""

    VERPLICHT = "verplicht", "Verplichte partners"
    CONTROLE = "controle", "Met een controle die te laat is"
    GESTOPT = "gestopt", "Gestopt"


class Kaart(Waardelijst):
    """The sizes in which the belkaart is printed."""

    A4 = "a4", "A4"
    ZAK = "zak", "Zakformaat"

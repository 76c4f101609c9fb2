"""The value lists of outgoing mail."""

from vob.core.values import Waardelijst


class Berichtsoort(Waardelijst):
    """The label is the subject of the mail: it says nothing about whom or what it concerns."""

    KLAAR = "klaar", "Er staat iets voor u klaar in VOB"
    REACTIE = "reactie", "Er is een reactie voor u in VOB"
    HERINNERING = "herinnering", "Herinnering: in VOB staat nog iets voor u open"
    UITNODIGING = "uitnodiging", "Uw account voor VOB"
    CONTROLEVRAAG = "controlevraag", "Eén korte vraag aan u"
    WACHTWOORD = "wachtwoord", "Kies een nieuw wachtwoord voor VOB"


class Berichtstatus(Waardelijst):
    WACHT = "wacht", "Wacht op verzending"
    VERSTUURD = "verstuurd", "Verstuurd"
    MISLUKT = "mislukt", "Niet te bezorgen"

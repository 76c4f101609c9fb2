"""The value lists of reporting to the police. Source: shared/domein/incidenten.md §9.3."""

from vob.core.values import Waardelijst


class Aangiftemodel(Waardelijst):
    """Who weighs whether there will be an aangifte (incidenten.md §1.3); a setting."""

    OVERLEG = "overleg", "In overleg: de getroffene beslist, na overleg"
    ORGANISATIE = "organisatie", "De organisatie neemt het over, met instemming van de getroffene"


class Beoordeling(Waardelijst):
    """What we think; whether it is an offence the police and the OM decide."""

    VERMOEDELIJK = "vermoedelijk", "Vermoedelijk strafbaar"
    TWIJFEL = "twijfel", "Twijfel"
    NIET = "niet", "Niet strafbaar"


class Stap(Waardelijst):
    GEEN = "geen", "Niets gedaan"
    MELDING = "melding", "Melding bij de politie"
    AANGIFTE = "aangifte", "Aangifte"
    ANONIEM = "anoniem", "Anonieme melding (Meld Misdaad Anoniem)"


class Aangever(Waardelijst):
    GETROFFENE = "getroffene", "De getroffene zelf"
    ORGANISATIE = "organisatie", "De organisatie, namens de getroffene"
    BEIDEN = "beiden", "Beiden"


class Instemming(Waardelijst):
    JA = "ja", "Ja"
    NEE = "nee", "Nee"
    INGETROKKEN = "ingetrokken", "Ingetrokken"
    NVT = "nvt", "Niet van toepassing"


class Adreskeuze(Waardelijst):
    DOMICILIE = "domicilie", "Adres van de organisatie (domicilie)"
    ELDERS = "elders", "Een ander adres (domicilie elders)"
    EIGEN = "eigen", "Eigen adres"
    NUMMER_GEVRAAGD = "nummer_gevraagd", "Aangifte onder nummer, gevraagd"
    NUMMER_TOEGEKEND = "nummer_toegekend", "Aangifte onder nummer, toegekend"
    NUMMER_GEWEIGERD = "nummer_geweigerd", "Aangifte onder nummer, geweigerd"


class Uitkomst(Waardelijst):
    ONDERZOEK = "onderzoek", "Onderzoek loopt"
    GESEPONEERD = "geseponeerd", "Geseponeerd"
    STRAFBESCHIKKING = "strafbeschikking", "OM-strafbeschikking"
    DAGVAARDING = "dagvaarding", "Dagvaarding"
    VEROORDEELD = "veroordeeld", "Veroordeeld"
    VRIJSPRAAK = "vrijspraak", "Vrijspraak"
    BEEINDIGD = "beeindigd", "Beëindigd"
    ONBEKEND = "onbekend", "Onbekend"


class Slachtofferrecht(Waardelijst):
    INFORMATIE = "informatie", "Wil op de hoogte blijven"
    VOEGEN = "voegen", "Wil schadevergoeding vragen (voegen)"
    SPREEKRECHT = "spreekrecht", "Wil spreken of een verklaring geven"
    ARTIKEL_12 = "artikel_12", "Klacht bij het gerechtshof (artikel 12 Sv)"


class RedenGeen(Waardelijst):
    """Why there is no aangifte; the answers of the monitor (incidenten.md §9.3)."""

    NIET_ERNSTIG = "niet_ernstig", "Niet ernstig genoeg"
    POLITIE = "politie", "De politie kan er niets mee"
    TIJD = "tijd", "Kost te veel tijd"
    ANGST = "angst", "Angst voor de gevolgen"
    WERKGEVER = "werkgever", "De organisatie deed het"
    ANDERS = "anders", "Anders"

"""The value lists of the checklist."""

from vob.core.values import Waardelijst


class Fase(Waardelijst):
    VOORBEREIDING = "voorbereiding", "Voorbereiding"
    UITVOERING = "uitvoering", "Uitvoering, door het jaar heen"


class Groep(Waardelijst):
    """The seven groups of the leaflet; the first three prepare, the other four are carried out."""

    BELEID = "beleid", "Beleid vaststellen"
    PREVENTIE = "preventie", "Preventieve maatregelen (laten) nemen"
    VOORBEREID = "voorbereid", "Voorbereid zijn op incidenten"
    UITVOEREN = "uitvoeren", "Maatregelen en beleid blijvend uit (laten) voeren"
    COMMUNICEREN = "communiceren", "Actief communiceren"
    HANDELEN = "handelen", "Handelen bij incidenten of bedreiging"
    CONTROLEREN = "controleren", "Controleren op uitvoering en effectiviteit"

    @property
    def fase(self) -> Fase:
        voorbereiding = {Groep.BELEID, Groep.PREVENTIE, Groep.VOORBEREID}
        return Fase.VOORBEREIDING if self in voorbereiding else Fase.UITVOERING


class Stapstatus(Waardelijst):
    """What the user says of a step; what VOB sees is a `Bewijs`."""

    NIET_GESTART = "niet_gestart", "Niet gestart"
    BEZIG = "bezig", "Bezig"
    GEREED = "gereed", "Gereed"
    NIET_VAN_TOEPASSING = "niet_van_toepassing", "Niet van toepassing"


class Ritme(Waardelijst):
    """How often a step comes back (shared/domein/overig.md §8.1)."""

    EENMALIG = "eenmalig", "Eenmalig"
    PER_TERMIJN = "per_termijn", "Elke bestuursperiode"
    JAARLIJKS = "jaarlijks", "Elk jaar"
    HALFJAARLIJKS = "halfjaarlijks", "Elk half jaar"
    PER_KWARTAAL = "per_kwartaal", "Elk kwartaal"
    MAANDELIJKS = "maandelijks", "Elke maand"
    PER_GEBEURTENIS = "per_gebeurtenis", "Bij elke gebeurtenis"


class Rondesoort(Waardelijst):
    """A round looks at all steps anew: every year, or because a new term began."""

    JAAR = "jaar", "Nieuw jaar"
    TERMIJN = "termijn", "Nieuwe bestuursperiode"


class Verandering(Waardelijst):
    """How a step stands now, beside the round before."""

    BETER = "beter", "Beter"
    SLECHTER = "slechter", "Slechter"
    ANDERS = "anders", "Anders"
    GELIJK = "gelijk", "Gelijk"


class Gebeurtenissoort(Waardelijst):
    """What can happen to a step; the history tells it in these words."""

    STATUS = "status", "Status"
    REDEN = "reden", "Reden gewijzigd"
    EIGENAAR = "eigenaar", "Eigenaar"
    VERVANGER = "vervanger", "Vervanger"
    UITERLIJK = "uiterlijk", "Uiterste datum"
    RITME = "ritme", "Hoe vaak"
    GEDAAN = "gedaan", "Laatst gedaan"
    OPMERKING = "opmerking", "Opmerking gewijzigd"
    DEELACTIE_GEDAAN = "deelactie_gedaan", "Deelactie gedaan"
    DEELACTIE_OPEN = "deelactie_open", "Deelactie weer open"
    DEELACTIE_ERBIJ = "deelactie_erbij", "Deelactie toegevoegd"
    DEELACTIE_WEG = "deelactie_weg", "Deelactie verwijderd"
    BEWIJSSTUK_ERBIJ = "bewijsstuk_erbij", "Bewijsstuk toegevoegd"
    BEWIJSSTUK_WEG = "bewijsstuk_weg", "Bewijsstuk verwijderd"
    RONDE = "ronde", "Ronde"

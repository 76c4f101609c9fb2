"""The value lists of the clocks. Source: shared/domein/incidenten.md §9.5."""

from vob.core.values import Waardelijst


class Termijnsoort(Waardelijst):
    """The label says what must be done; it is the title of the action too, so it names nobody."""

    NAZORG = "nazorg", "Nazorg aanbieden"
    REACTIE = "reactie", "Reageren naar de veroorzaker"
    OPVANGGESPREK = "opvanggesprek", "Opvanggesprek voeren"
    VERVOLG_1 = "vervolg_1", "Eerste vervolggesprek"
    VERVOLG_2 = "vervolg_2", "Tweede vervolggesprek"
    KLACHTENCHECK = "klachtencheck", "Vragen naar aanhoudende klachten"
    KLACHT = "klacht", "Klacht met verzoek tot vervolging"
    VOEGING = "voeging", "Formulier voor schadevergoeding terugsturen"
    CJIB = "cjib", "Voorschot van het CJIB navragen"
    SCHADEFONDS = "schadefonds", "Aanvraag bij het Schadefonds"
    VERGADERVERBOD = "vergaderverbod", "Vergaderverbod loopt af"
    GEBIEDSVERBOD = "gebiedsverbod", "Gebiedsverbod loopt af"
    CAMERABEELD = "camerabeeld", "Camerabeeld veiligstellen"
    HERBEOORDELING = "herbeoordeling", "Veroorzaker opnieuw beoordelen"


class Eenheid(Waardelijst):
    """In what a clock counts."""

    UREN = "uren", "uur"
    DAGEN = "dagen", "dagen"
    MAANDEN = "maanden", "maanden"


class Urgentie(Waardelijst):
    """How near the end of a clock is."""

    TE_LAAT = "te-laat", "Te laat"
    VANDAAG = "vandaag", "Vandaag"
    WEEK = "week", "Binnen een week"
    MAAND = "maand", "Binnen een maand"
    LATER = "later", "Later"

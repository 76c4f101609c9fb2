"""The value lists of care. Source: shared/domein/incidenten.md §4."""

from vob.core.values import Waardelijst


class Opvangrol(Waardelijst):
    """Whom the care is for; witnesses and family need attention too."""

    GETROFFENE = "getroffene", "Getroffene"
    GEZIN = "gezin", "Gezin of naaste"
    GETUIGE = "getuige", "Getuige"
    COLLEGA = "collega", "Collega"


class Momentsoort(Waardelijst):
    """The moments at which care is offered, in order of time."""

    EERSTE = "eerste", "Eerste contact, dezelfde dag"
    GESPREK = "gesprek", "Opvanggesprek"
    VERVOLG_1 = "vervolg_1", "Eerste vervolggesprek"
    VERVOLG_2 = "vervolg_2", "Tweede vervolggesprek"
    NAVRAAG = "navraag", "Navraag: is er nog hulp nodig?"
    EXTRA = "extra", "Extra gesprek"
    VERWIJZING = "verwijzing", "Hulp van buiten"


class Momentstand(Waardelijst):
    """The fact of a moment. What was said in it is written down nowhere."""

    AANGEBODEN = "aangeboden", "Aangeboden"
    AFGESPROKEN = "afgesproken", "Afgesproken"
    AFGEWEZEN = "afgewezen", "Niet gewenst"
    GEHOUDEN = "gehouden", "Geweest"
    VERVALLEN = "vervallen", "Ging niet door"


class Hulp(Waardelijst):
    """Help from outside. No doctors by name: a referral may not tell how someone is."""

    SLACHTOFFERHULP = "slachtofferhulp", "Slachtofferhulp Nederland"
    ONDERSTEUNINGSTEAM = "ondersteuningsteam", "Ondersteuningsteam Weerbaar Bestuur"
    PSYCHOSOCIAAL = "psychosociaal", "Andere hulp van buiten"


class Bereikbaar(Waardelijst):
    WERKDAGEN = "werkdagen", "Op werkdagen"
    AVOND = "avond", "Ook ’s avonds en in het weekend"
    ALTIJD = "altijd", "Dag en nacht"

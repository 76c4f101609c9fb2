"""What a forum may read of a case, and over which period. Pure."""

from dataclasses import dataclass
from datetime import date

from vob.core.deadlines import plus_maanden
from vob.core.errors import RegelOvertreden
from vob.core.organisatietype import Functie

from ..values import Ernst, Hoofdvorm, Kanaal, Status

LANGSTE = 24  # months: a longer list is no preparation for a meeting


@dataclass(frozen=True)
class Regel:
    """One case as a forum reads it: nothing here leads to a person, a place or a day."""

    maand: date
    vorm: Hoofdvorm
    kanaal: Kanaal
    groep: str
    ernst: Ernst
    stand: str


# An office that one person holds says who it was; a group does not.
_GROEPEN: dict[str, frozenset[Functie]] = {
    "Volksvertegenwoordiging": frozenset(
        {Functie.RAADSLID, Functie.COMMISSIELID, Functie.FRACTIEMEDEWERKER}
    ),
    "Bestuur": frozenset({Functie.BURGEMEESTER, Functie.WETHOUDER}),
}
_OVERIG = "Organisatie of naaste"
_AFGEROND = frozenset({Status.AFGEHANDELD, Status.GEEVALUEERD, Status.GESLOTEN})


def groep_van(functie: Functie) -> str:
    return next((groep for groep, leden in _GROEPEN.items() if functie in leden), _OVERIG)


def anonymize(
    gemeld_op: date,
    vorm: Hoofdvorm,
    kanaal: Kanaal,
    functie: Functie,
    ernst: Ernst,
    status: Status,
) -> Regel:
    """Leave out everything that could tell whom it was."""
    stand = "afgerond" if status in _AFGEROND else "loopt"
    return Regel(gemeld_op.replace(day=1), vorm, kanaal, groep_van(functie), ernst, stand)


def check_periode(van: date, tot: date, vandaag: date) -> None:
    """Begins before it ends, is over, and can be read in one meeting."""
    if tot < van:
        raise RegelOvertreden("Het einde van de periode ligt voor het begin.")
    if tot > vandaag:
        raise RegelOvertreden("De periode loopt door na vandaag.")
    if tot > plus_maanden(van, LANGSTE):
        raise RegelOvertreden(f"Kies een periode van ten hoogste {LANGSTE} maanden.")

"""What a forum may read of a case, and over which period. Pure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from vob.core.deadlines import plus_maanden
from vob.core.errors import RegelOvertreden
from vob.core.organisatietype import Functie

from ..cijfers.rules import DREMPEL
from ..values import Ernst, Hoofdvorm, Kanaal, Status

LANGSTE = 24  # months: a longer list is no preparation for a meeting
_DAG = timedelta(days=1)


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
    """Whole calendar months that are over, in order, and few enough for one meeting.

    Of one day one case would be left: the list would say what it was that someone heard of.
    """
    if whole_months(van, tot) != (van, tot):
        raise RegelOvertreden(
            "Kies hele maanden: van de eerste dag van een maand tot en met de laatste dag van een "
            "maand."
        )
    if tot < van:
        raise RegelOvertreden("Het einde van de periode ligt voor het begin.")
    if tot > vandaag:
        raise RegelOvertreden("De periode loopt door na vandaag.")
    if tot > plus_maanden(van, LANGSTE):
        raise RegelOvertreden(f"Kies een periode van ten hoogste {LANGSTE} maanden.")


def whole_months(van: date, tot: date) -> tuple[date, date]:
    """The calendar months that lie wholly in this period; ends before it begins when none does."""
    begin = van if van.day == 1 else plus_maanden(van.replace(day=1), 1)
    is_laatste = (tot + _DAG).day == 1
    return begin, tot if is_laatste else tot.replace(day=1) - _DAG


def propose_periode(vandaag: date, maanden: int) -> tuple[date, date]:
    """The last so many whole months that are over."""
    begin = vandaag.replace(day=1)
    return plus_maanden(begin, -maanden), begin - _DAG


def hide_small(regels: Sequence[Regel]) -> tuple[list[Regel], list[str]]:
    """The lines of the groups that have enough of them, and the groups that have too few to show.

    For who does not see the cases themselves: a line of a group of few can point at a person
    (shared/ontwerp/veiligheid.md T3). A group without lines is not named: nothing happened.
    """
    aantallen = Counter(regel.groep for regel in regels)
    klein = {groep for groep, aantal in aantallen.items() if aantal < DREMPEL}
    return [regel for regel in regels if regel.groep not in klein], sorted(klein)

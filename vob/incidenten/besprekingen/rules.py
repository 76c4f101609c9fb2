"""What a forum may read of a case, and over which period. Pure."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, timedelta

from vob.core.deadlines import plus_maanden
from vob.core.errors import RegelOvertreden
from vob.core.organisatietype import Functie

from ..values import Ernst, Hoofdvorm, Kanaal, Status

LANGSTE = 24  # months: a longer list is no preparation for a meeting
_DAG = timedelta(days=1)


@dataclass(frozen=True)
class Regel:
    """One case as a forum reads it: nothing here leads to a person, a place or a day.

    None: hidden, because there are few like it.
    """

    maand: date
    vorm: Hoofdvorm | None
    kanaal: Kanaal | None
    groep: str | None
    ernst: Ernst | None
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


@dataclass(frozen=True)
class Verborgen:
    """What the figures of one year hide from who does not see every case.

    `totaal`: of so few cases not even their number is told.
    """

    vormen: Set[str] = frozenset()
    kanalen: Set[str] = frozenset()
    ernsten: Set[str] = frozenset()
    functies: Set[str] = frozenset()
    totaal: bool = False

    @property
    def groepen(self) -> set[str]:
        """A group that is shown would give back an office of it that is hidden."""
        return {groep_van(Functie(functie)) for functie in self.functies}


def hide(regels: Sequence[Regel], per_jaar: Mapping[int, Verborgen]) -> list[Regel]:
    """The lines as anyone who prepares a meeting may read them, in an order that tells nothing.

    A list can be counted. So what the figures of a year hide is not in a line of that year either,
    however long the period of the list is (shared/ontwerp/veiligheid.md T3).
    """
    gezien = [
        _hide(regel, per_jaar[regel.maand.year])
        for regel in regels
        if not per_jaar[regel.maand.year].totaal
    ]
    return sort(gezien)


def _hide(regel: Regel, verborgen: Verborgen) -> Regel:
    return replace(
        regel,
        vorm=None if regel.vorm in verborgen.vormen else regel.vorm,
        kanaal=None if regel.kanaal in verborgen.kanalen else regel.kanaal,
        ernst=None if regel.ernst in verborgen.ernsten else regel.ernst,
        groep=None if regel.groep in verborgen.groepen else regel.groep,
    )


def sort(regels: Iterable[Regel]) -> list[Regel]:
    """Not in the order in which they came: that would tell them apart."""
    return sorted(
        regels,
        key=lambda r: (
            r.maand,
            r.vorm or "",
            r.kanaal or "",
            r.groep or "",
            r.ernst or "",
            r.stand,
        ),
    )

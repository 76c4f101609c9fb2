"""Hiding small numbers so that they cannot be worked out again. Pure.

A number below 5 can point at a person (shared/ontwerp/veiligheid.md T3). Hiding only that number is
not enough: the total minus the others gives it back. So more is hidden, until what is hidden
together is at least 5 and holds two different numbers. All cells with the same number are hidden
together, so the hidden ones could be exchanged and the table would look the same: even who knows
this rule cannot tell which is which.

Periods may not overlap either: January to April minus January to March is April. Who sees hidden
figures therefore sees whole calendar years that are over, and no other period.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

DREMPEL = 5


@dataclass(frozen=True)
class Tabel:
    """`cellen`: None is hidden. `totaal`: None when even that is too small to say."""

    cellen: dict[str, int | None]
    totaal: int | None

    @property
    def heeft_verborgen(self) -> bool:
        return self.totaal is None or None in self.cellen.values()


def show_all(aantallen: Mapping[str, int]) -> Tabel:
    """As it is: for the coordinator, who sees the cases themselves."""
    return Tabel(dict(aantallen), sum(aantallen.values()))


def suppress(aantallen: Mapping[str, int]) -> Tabel:
    """The table as anyone may read it. Zero stays: nothing happened, so it points at nobody.

    Of few cases over many values nothing but the total is shown: five of one each would stand out.
    """
    totaal = sum(aantallen.values())
    if 0 < totaal < max(DREMPEL, 2 * len(aantallen)):
        return Tabel(dict.fromkeys(aantallen), totaal if totaal >= DREMPEL else None)
    verborgen = _choose_verborgen(list(aantallen.values()))
    return Tabel(
        {naam: None if aantal in verborgen else aantal for naam, aantal in aantallen.items()},
        totaal,
    )


def _choose_verborgen(aantallen: Sequence[int]) -> set[int]:
    """The numbers to hide: every small one; then the next larger ones until that is enough."""
    verborgen = {aantal for aantal in aantallen if 0 < aantal < DREMPEL}
    over = sorted({aantal for aantal in aantallen if aantal >= DREMPEL}, reverse=True)
    while verborgen and over and not _is_genoeg([n for n in aantallen if n in verborgen]):
        verborgen.add(over.pop())
    return verborgen


def _is_genoeg(verborgen: Sequence[int]) -> bool:
    """Together no small number, and not all the same."""
    return sum(verborgen) >= DREMPEL and len(set(verborgen)) > 1


def shown_years(eerste: int, vandaag: date) -> list[int]:
    """The years anyone may see, newest first: those that are over."""
    return list(range(vandaag.year - 1, eerste - 1, -1))

"""Comparing two versions: new, gone, moved."""

from dataclasses import dataclass
from datetime import date

from vob.risicoanalyse.rules_versies import compare
from vob.risicoanalyse.values import Besluitniveau


@dataclass
class Risico:
    lijn: int
    kans: int | None = 3
    effect: int | None = 3
    rest_kans: int | None = 2
    rest_effect: int | None = 2
    titel: str = ""
    accept_niveau: Besluitniveau | None = None
    accept_tot: date | None = None


def test_each_risk_is_paired_with_itself() -> None:
    paren = compare(
        [Risico(1), Risico(2), Risico(3)], [Risico(2), Risico(3, rest_kans=1), Risico(4)]
    )
    assert [paar.soort for paar in paren] == ["gelijk", "verplaatst", "nieuw", "weg"]
    assert paren[-1].van == Risico(1)


def test_nothing_to_compare() -> None:
    assert compare([], []) == []

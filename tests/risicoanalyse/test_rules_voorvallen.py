"""When incidents overtake an analysis, and which numbers are told."""

import pytest

from vob.risicoanalyse import rules_voorvallen as rules
from vob.risicoanalyse.rules_voorvallen import Drempel


@pytest.mark.parametrize(
    ("ernsten", "vraagt"),
    [([], False), ([1, 1], False), ([1, 1, 1], True), ([2], False), ([3], True)],
)
def test_number_or_seriousness_overtakes_an_analysis(ernsten: list[int], vraagt: bool) -> None:
    assert rules.vraagt_herbeoordeling(ernsten, Drempel(3, 3)) is vraagt


@pytest.mark.parametrize(
    ("alle", "gezien", "aantal"),
    [(0, None, None), (4, None, None), (5, None, 5), (4, 4, 4), (5, 4, 4), (0, 0, 0)],
)
def test_a_small_number_is_told_to_who_sees_every_case(
    alle: int, gezien: int | None, aantal: int | None
) -> None:
    assert rules.shown_aantal(alle, gezien) == aantal

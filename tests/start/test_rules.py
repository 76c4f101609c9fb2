from datetime import date

import pytest

from vob.start.rules import Vraag, badge_van, groet, is_binnenkort, order_vragen

VANDAAG = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("uur", "woord"),
    [
        (0, "Goedenacht"),
        (5, "Goedenacht"),
        (6, "Goedemorgen"),
        (11, "Goedemorgen"),
        (12, "Goedemiddag"),
        (17, "Goedemiddag"),
        (18, "Goedenavond"),
        (23, "Goedenavond"),
    ],
)
def test_the_day_is_greeted_by_the_clock(uur: int, woord: str) -> None:
    assert groet(uur) == woord


@pytest.mark.parametrize(
    ("dag", "soort"),
    [(22, "bad"), (23, "warn"), (24, "warn"), (25, "info")],
)
def test_late_is_wrong_and_tomorrow_needs_attention(dag: int, soort: str) -> None:
    assert badge_van(date(2026, 11, dag), VANDAAG) == soort


@pytest.mark.parametrize(
    ("dag", "wel"),
    [(date(2026, 11, 1), True), (date(2026, 12, 7), True), (date(2026, 12, 8), False)],
)
def test_two_weeks_ahead_is_for_today(dag: date, wel: bool) -> None:
    assert is_binnenkort(dag, VANDAAG) is wel


def test_danger_comes_first_then_tonight_then_what_waits_longest() -> None:
    def vraag(titel: str, dag: int, acuut: bool = False, vast: bool = False) -> Vraag:
        return Vraag(titel, "/", "", date(2026, 11, dag), "", is_acuut=acuut, is_vast=vast)

    vragen = [vraag("b", 20), vraag("morgen", 24), vraag("gevaar", 23, True), vraag("a", 20)]
    vragen.append(vraag("vanavond", 23, vast=True))
    assert [v.titel for v in order_vragen(vragen)] == ["gevaar", "vanavond", "a", "b", "morgen"]

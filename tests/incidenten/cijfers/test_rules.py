"""Hidden numbers cannot be worked out again."""

from collections.abc import Iterator, Mapping
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vob.incidenten.cijfers import rules
from vob.incidenten.cijfers.rules import DREMPEL, Tabel

NAMEN = "abcdef"
TABELLEN = st.lists(st.integers(0, 30), min_size=1, max_size=6).map(
    lambda aantallen: dict(zip(NAMEN, aantallen, strict=False))
)
KLEIN = st.lists(st.integers(0, 7), min_size=1, max_size=4).map(
    lambda aantallen: dict(zip(NAMEN, aantallen, strict=False))
)


def splits(som: int, aantal: int) -> Iterator[tuple[int, ...]]:
    """Every way to divide so many cases over so many cells."""
    if aantal == 1:
        yield (som,)
        return
    for eerste in range(som + 1):
        for rest in splits(som - eerste, aantal - 1):
            yield (eerste, *rest)


def explanations(tabel: Tabel) -> list[dict[str, int]]:
    """Every register that would be published exactly like this: what a clever reader can know."""
    verborgen = [naam for naam, aantal in tabel.cellen.items() if aantal is None]
    getoond = {naam: aantal for naam, aantal in tabel.cellen.items() if aantal is not None}
    totalen = range(DREMPEL) if tabel.totaal is None else [tabel.totaal]
    mogelijk = (
        getoond | dict(zip(verborgen, keuze, strict=True))
        for totaal in totalen
        for keuze in splits(totaal - sum(getoond.values()), len(verborgen))
    )
    return [dict(m) for m in mogelijk if rules.suppress(m) == tabel]


@given(TABELLEN)
def test_no_small_number_is_shown(aantallen: Mapping[str, int]) -> None:
    tabel = rules.suppress(aantallen)
    shown = [aantal for aantal in tabel.cellen.values() if aantal is not None]
    assert all(aantal == 0 or aantal >= DREMPEL for aantal in shown)
    assert tabel.totaal is None or tabel.totaal == 0 or tabel.totaal >= DREMPEL


@given(TABELLEN)
def test_one_hidden_number_alone_would_be_the_total_minus_the_rest(
    aantallen: Mapping[str, int],
) -> None:
    tabel = rules.suppress(aantallen)
    verborgen = [naam for naam, aantal in tabel.cellen.items() if aantal is None]
    assert len(verborgen) != 1 or tabel.totaal is None


@settings(max_examples=150, deadline=None)
@given(KLEIN)
def test_even_who_knows_the_rule_cannot_tell_what_a_hidden_number_is(
    aantallen: Mapping[str, int],
) -> None:
    tabel = rules.suppress(aantallen)
    mogelijk = explanations(tabel) if tabel.heeft_verborgen else []
    for naam, aantal in tabel.cellen.items():
        if aantal is None:
            assert len({verklaring[naam] for verklaring in mogelijk}) >= 2, naam


@given(TABELLEN)
def test_what_is_shown_is_true(aantallen: Mapping[str, int]) -> None:
    tabel = rules.suppress(aantallen)
    assert all(aantal in (None, aantallen[naam]) for naam, aantal in tabel.cellen.items())
    assert rules.show_all(aantallen) == Tabel(dict(aantallen), sum(aantallen.values()))


@pytest.mark.parametrize(
    ("aantallen", "getoond", "totaal"),
    [
        ({"a": 0, "b": 0}, {"a": 0, "b": 0}, 0),
        ({"a": 4}, {"a": None}, None),
        ({"a": 5}, {"a": 5}, 5),
        ({"a": 5, "b": 0, "c": 0}, {"a": None, "b": None, "c": None}, 5),
        ({"a": 2, "b": 1}, {"a": None, "b": None}, None),
        ({"a": 20, "b": 30}, {"a": 20, "b": 30}, 50),
        ({"a": 3, "b": 30, "c": 20}, {"a": None, "b": 30, "c": None}, 53),
        ({"a": 4, "b": 4, "c": 20}, {"a": None, "b": None, "c": None}, 28),
        ({"a": 4, "b": 3, "c": 20, "d": 0}, {"a": None, "b": None, "c": 20, "d": 0}, 27),
        ({"a": 3, "b": 9, "c": 9, "d": 20}, {"a": None, "b": None, "c": None, "d": 20}, 41),
        ({"a": 1, "b": 1, "c": 20}, {"a": None, "b": None, "c": None}, 22),
    ],
)
def test_at_the_edge(
    aantallen: dict[str, int], getoond: dict[str, int | None], totaal: int | None
) -> None:
    assert rules.suppress(aantallen) == Tabel(getoond, totaal)


def test_others_see_years_that_are_over() -> None:
    assert rules.shown_years(2024, date(2026, 12, 31)) == [2025, 2024]
    assert rules.shown_years(2026, date(2026, 12, 31)) == []

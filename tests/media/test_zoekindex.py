"""Finding a topic by a beginning, a part, or nearly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vob.media.zoekindex import Index, allowed_errors, count_errors, trigrams

INDEX = Index(
    [
        (1, ("Asielopvang", "azc, statushouders", "Asiel en opvang", "Wonen")),
        (2, ("Coördinatie afvalinzameling", "vuilnis", "Milieu", "")),
        (3, ("Opvang van dieren", "hond, kat", "Milieu", "")),
    ]
)


def found(q: str) -> list[int]:
    return [treffer.id for treffer in INDEX.find(q)]


@pytest.mark.parametrize(
    ("q", "ids"),
    [
        ("as", [1]),  # two letters are a beginning
        ("opvang", [3, 1]),  # a word of its own before a part of one
        ("inzameling", [2]),
        ("coordinatie", [2]),  # without the diacritics
        ("COÖRD", [2]),
        ("wonen", [1]),
        ("asiel opvang", [1]),
        ("wie spreekt er over asielopvang", [1]),
        ("", []),
        ("a", []),
        ("zzzzzz", []),
    ],
)
def test_it_is_found_by_how_people_type(q, ids):
    assert found(q) == ids


@pytest.mark.parametrize(
    "q", ["asielopvamg", "aisel", "azielopvang", "asielovpan", "asieloppvang", "statushuoders"]
)
def test_a_typing_error_is_forgiven_and_said(q):
    assert found(q)[0] == 1
    assert INDEX.find(q)[0].is_bijna


def test_what_fits_is_not_called_nearly():
    assert not INDEX.find("asiel")[0].is_bijna


@pytest.mark.parametrize(
    ("getypt", "woord", "fouten"),
    [
        ("asiel", "asielopvang", 0),  # a beginning
        ("aisel", "asiel", 1),  # two letters swapped
        ("asel", "asiel", 1),
        ("asiiel", "asiel", 1),
        ("asyel", "asiel", 1),
        ("hond", "kat", 4),
    ],
)
def test_errors_are_counted_to_the_nearest_beginning(getypt, woord, fouten):
    assert count_errors(getypt, woord) == fouten


@given(st.text("abcd", max_size=8), st.text("abcd", max_size=8))
def test_a_beginning_has_no_errors_and_nothing_costs_more_than_all_of_it(getypt, rest):
    assert count_errors(getypt, getypt + rest) == 0
    assert count_errors(getypt, rest) <= max(len(getypt), 0)


def test_short_words_are_not_guessed():
    assert [allowed_errors(w) for w in ("azc", "asie", "asielo", "asielop")] == [0, 1, 1, 2]
    assert trigrams("ab") == {"_ab"}
    assert trigrams("a") == {"_a"}

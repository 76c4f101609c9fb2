"""The content: 23 steps, in the words of each type of organisation."""

import re

import pytest

from vob.checklist.stappen import AANTAL, steps_for
from vob.checklist.stappen.woorden import fill
from vob.checklist.values import Fase, Groep
from vob.core.organisatietype import WOORDEN, Organisatietype

ELKE = list(Organisatietype)


@pytest.mark.parametrize("soort", ELKE)
def test_23_steps_in_7_groups_and_2_phases(soort: Organisatietype) -> None:
    stappen = steps_for(soort)
    assert list(stappen) == list(range(1, 24))
    assert AANTAL == 23
    assert [stap.groep for stap in stappen.values()] == sorted(
        (stap.groep for stap in stappen.values()), key=list(Groep).index
    )
    assert [s.fase for s in stappen.values()] == [Fase.VOORBEREIDING] * 9 + [Fase.UITVOERING] * 14


@pytest.mark.parametrize("soort", ELKE)
def test_every_step_says_what_to_do_and_where_it_comes_from(soort: Organisatietype) -> None:
    for stap in steps_for(soort).values():
        assert len(stap.deelacties) == 4, stap.nummer
        assert stap.bronnen[0].naam.startswith("Checklist Veilig Openbaar Bestuur")
        assert all(bron.url.startswith("https://") for bron in stap.bronnen[1:])
        assert all((stap.titel, stap.uitleg, stap.product, stap.bewijs, stap.eigenaar))


@pytest.mark.parametrize("soort", ELKE)
def test_no_text_speaks_of_another_type_of_organisation(soort: Organisatietype) -> None:
    """A waterschap never reads "raad", a gemeente never "dijkgraaf"."""
    eigen = {getattr(WOORDEN[soort], veld) for veld in ("griffier", "secretaris", "burgemeester")}
    vreemd = {
        getattr(WOORDEN[ander], veld)
        for ander in ELKE
        if ander is not soort
        for veld in ("griffier", "secretaris", "burgemeester", "gemeentehuis", "blad")
    } - eigen
    for stap in steps_for(soort).values():
        tekst = " ".join((stap.titel, stap.uitleg, *stap.deelacties, stap.eigenaar))
        assert not {w for w in vreemd if re.search(rf"\b{w}\b", tekst)}, stap.nummer
        assert "{" not in tekst


def test_a_word_can_begin_a_sentence() -> None:
    assert fill("{De_raad} besluit.", Organisatietype.WATERSCHAP) == "Het algemeen bestuur besluit."


def test_an_unknown_word_is_an_error() -> None:
    with pytest.raises(KeyError):
        fill("{burgervader}", Organisatietype.GEMEENTE)

"""What a forum may read, without a database."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vob.core.errors import RegelOvertreden
from vob.core.organisatietype import Functie
from vob.incidenten.besprekingen import rules
from vob.incidenten.values import Ernst, Hoofdvorm, Kanaal, Status

VANDAAG = date(2026, 11, 24)


@given(st.dates(), st.sampled_from(Functie), st.sampled_from(Status))
def test_no_day_no_office_and_no_exact_status(dag: date, functie: Functie, status: Status) -> None:
    regel = rules.anonymize(dag, Hoofdvorm.GEWELD, Kanaal.BRIEF, functie, Ernst.ERNSTIG, status)
    assert regel.maand.day == 1
    assert regel.groep in {"Volksvertegenwoordiging", "Bestuur", "Organisatie of naaste"}
    assert regel.stand in {"loopt", "afgerond"}


def test_every_group_holds_more_than_one_office() -> None:
    groepen = [rules.groep_van(functie) for functie in Functie]
    assert all(groepen.count(groep) >= 2 for groep in groepen)


@pytest.mark.parametrize(
    ("van", "tot", "zin"),
    [
        (date(2026, 2, 2), date(2026, 2, 1), "voor het begin"),
        (date(2026, 2, 2), date(2026, 11, 25), "na vandaag"),
        (date(2024, 11, 23), VANDAAG, "ten hoogste"),
    ],
)
def test_a_period_that_cannot_be(van: date, tot: date, zin: str) -> None:
    with pytest.raises(RegelOvertreden, match=zin):
        rules.check_periode(van, tot, VANDAAG)


def test_a_period_at_its_edges() -> None:
    rules.check_periode(VANDAAG, VANDAAG, VANDAAG)
    rules.check_periode(date(2024, 11, 24), VANDAAG, VANDAAG)

"""What a forum may read, without a database."""

from collections import Counter
from datetime import date, timedelta

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
        (date(2026, 3, 1), date(2026, 2, 28), "voor het begin"),
        (date(2026, 11, 1), date(2026, 11, 30), "na vandaag"),
        (date(2024, 10, 1), date(2026, 10, 31), "ten hoogste"),
        (date(2026, 10, 14), date(2026, 10, 14), "hele maanden"),  # one day
        (date(2026, 10, 2), date(2026, 10, 31), "hele maanden"),
        (date(2026, 10, 1), date(2026, 10, 30), "hele maanden"),
        (date(2024, 2, 1), date(2024, 2, 28), "hele maanden"),  # a leap year
    ],
)
def test_a_period_that_cannot_be(van: date, tot: date, zin: str) -> None:
    with pytest.raises(RegelOvertreden, match=zin):
        rules.check_periode(van, tot, VANDAAG)


def test_a_period_at_its_edges() -> None:
    rules.check_periode(date(2026, 10, 1), date(2026, 10, 31), VANDAAG)
    rules.check_periode(date(2026, 11, 1), date(2026, 11, 30), date(2026, 11, 30))
    rules.check_periode(date(2024, 11, 1), date(2026, 10, 31), VANDAAG)
    rules.check_periode(date(2024, 2, 1), date(2024, 2, 29), VANDAAG)


DAGEN = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@given(DAGEN, DAGEN)
def test_whole_months_hold_no_part_of_a_month_and_nothing_outside(van: date, tot: date) -> None:
    begin, einde = rules.whole_months(van, tot)
    assert (begin.day, (einde + timedelta(days=1)).day) == (1, 1)
    assert begin >= van
    assert einde <= tot
    assert rules.whole_months(begin, einde) == (begin, einde)


@given(DAGEN, st.integers(1, rules.LANGSTE))
def test_what_the_form_proposes_is_allowed(dag: date, maanden: int) -> None:
    rules.check_periode(*rules.propose_periode(dag, maanden), dag)


REGELS = st.lists(
    st.builds(
        rules.anonymize,
        DAGEN,
        st.just(Hoofdvorm.GEWELD),
        st.just(Kanaal.BRIEF),
        st.sampled_from(Functie),
        st.just(Ernst.ERNSTIG),
        st.sampled_from(Status),
    ),
    max_size=30,
)


TABELLEN = st.builds(
    rules.Verborgen,
    st.sets(st.sampled_from([str(lid) for lid in Hoofdvorm])),
    st.sets(st.sampled_from([str(lid) for lid in Kanaal])),
    st.sets(st.sampled_from([str(lid) for lid in Ernst])),
    st.sets(st.sampled_from([str(lid) for lid in Functie])),
)


@given(REGELS, TABELLEN)
def test_what_the_figures_hide_is_in_no_line_and_every_line_stays(
    regels: list[rules.Regel], verborgen: rules.Verborgen
) -> None:
    jaren = {regel.maand.year: verborgen for regel in regels}
    gezien = rules.hide(regels, jaren)
    assert Counter(r.maand for r in gezien) == Counter(r.maand for r in regels)
    assert not {r.vorm for r in gezien} & verborgen.vormen
    assert not {r.kanaal for r in gezien} & verborgen.kanalen
    assert not {r.ernst for r in gezien} & verborgen.ernsten
    assert not {r.groep for r in gezien} & verborgen.groepen


def test_a_group_is_hidden_with_any_office_of_it() -> None:
    assert rules.Verborgen(functies={Functie.BURGEMEESTER}).groepen == {"Bestuur"}


def test_of_a_year_of_which_the_number_is_hidden_no_line_is_left() -> None:
    regel = rules.anonymize(
        VANDAAG, Hoofdvorm.GEWELD, Kanaal.BRIEF, Functie.RAADSLID, Ernst.ERNSTIG, Status.GESLOTEN
    )
    ander = rules.anonymize(
        date(2025, 3, 1),
        Hoofdvorm.GEWELD,
        Kanaal.BRIEF,
        Functie.RAADSLID,
        Ernst.ERNSTIG,
        Status.GESLOTEN,
    )
    per_jaar = {2026: rules.Verborgen(totaal=True), 2025: rules.Verborgen()}
    assert rules.hide([regel, ander], per_jaar) == [ander]

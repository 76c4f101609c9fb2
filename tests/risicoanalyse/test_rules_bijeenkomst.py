"""What the eight answers add up to, and when one may change or look back."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.risicoanalyse.conftest import ORANJE, RUSTIG
from vob.core.errors import RegelOvertreden
from vob.core.organisatietype import WOORDEN, Organisatietype
from vob.risicoanalyse import rules_beveiliging
from vob.risicoanalyse import rules_bijeenkomst as rules
from vob.risicoanalyse.values_bijeenkomst import (
    Beveiligingsstatus,
    Bijeenkomstsoort,
    Eerder,
    Hulp,
    Kleur,
    Onderwerp,
    Personen,
    Plaats,
    Publiek,
    Route,
    Tijdstip,
)

VRAGEN = {
    "q_plaats": Plaats,
    "q_publiek": Publiek,
    "q_onderwerp": Onderwerp,
    "q_personen": Personen,
    "q_eerder": Eerder,
    "q_tijdstip": Tijdstip,
    "q_route": Route,
    "q_hulp": Hulp,
}
DAG = date(2026, 11, 24)


def test_every_answer_is_weighed() -> None:
    assert set(rules.ZWAARTE) == {lid for lijst in VRAGEN.values() for lid in lijst}
    assert all(bool(reden) == bool(zwaarte) for zwaarte, reden in rules.ZWAARTE.values())


@pytest.mark.parametrize(
    ("anders", "kleur"),
    [
        ({}, Kleur.GROEN),
        ({"q_onderwerp": Onderwerp.BELADEN}, Kleur.GROEN),  # 3
        ({"q_onderwerp": Onderwerp.BELADEN, "q_tijdstip": Tijdstip.AVOND}, Kleur.ORANJE),  # 4
        ({"q_eerder": Eerder.DREIGING}, Kleur.ORANJE),  # one grave answer
        ({"q_eerder": Eerder.DREIGING, "q_personen": Personen.DREIGER}, Kleur.ROOD),  # two
        (
            {
                "q_onderwerp": Onderwerp.BELADEN,
                "q_publiek": Publiek.VEEL,
                "q_eerder": Eerder.ONRUST,
                "q_tijdstip": Tijdstip.LAAT,
            },
            Kleur.ORANJE,  # 9
        ),
        (
            {
                "q_onderwerp": Onderwerp.BELADEN,
                "q_publiek": Publiek.VEEL,
                "q_eerder": Eerder.ONRUST,
                "q_tijdstip": Tijdstip.LAAT,
                "q_route": Route.EEN,
            },
            Kleur.ROOD,  # 10
        ),
    ],
)
def test_the_edges_of_the_colours(anders: dict[str, object], kleur: Kleur) -> None:
    assert rules.suggest_kleur(RUSTIG | anders).kleur is kleur  # type: ignore[arg-type]  # answers


def test_the_reasons_come_gravest_first() -> None:
    voorstel = rules.suggest_kleur(ORANJE)
    assert voorstel.redenen == ("zeer beladen onderwerp", "veel of onbekend publiek")


def test_what_was_not_answered_weighs_nothing() -> None:
    assert rules.suggest_kleur(dict.fromkeys(VRAGEN)).kleur is Kleur.GROEN


@given(
    st.fixed_dictionaries({naam: st.sampled_from(list(lijst)) for naam, lijst in VRAGEN.items()})
)
def test_a_graver_answer_never_makes_it_lighter(antwoorden: dict[str, object]) -> None:
    was = rules.suggest_kleur(antwoorden).kleur  # type: ignore[arg-type]  # answers
    nu = rules.suggest_kleur(antwoorden | {"q_personen": Personen.DREIGER}).kleur  # type: ignore[arg-type]  # answers
    assert not rules.is_lichter(nu, was)


def test_rood_is_not_lighter_than_oranje() -> None:
    assert rules.is_lichter(Kleur.GROEN, Kleur.ORANJE)
    assert not rules.is_lichter(Kleur.ROOD, Kleur.ORANJE)


@pytest.mark.parametrize(("dagen", "mag"), [(-1, False), (0, True), (1, True)])
def test_a_check_changes_up_to_the_day_itself(dagen: int, mag: bool) -> None:
    assert rules.may_wijzigen(DAG + timedelta(days=dagen), DAG, False) is mag
    assert not rules.may_wijzigen(DAG + timedelta(days=dagen), DAG, True)


@pytest.mark.parametrize(("dagen", "mag"), [(-1, True), (0, True), (1, False)])
def test_one_looks_back_from_the_day_itself(dagen: int, mag: bool) -> None:
    assert rules.may_terugkijken(DAG + timedelta(days=dagen), DAG) is mag


def test_the_council_has_its_own_name_everywhere() -> None:
    waterschap = WOORDEN[Organisatietype.WATERSCHAP]
    label = rules.soort_label(Bijeenkomstsoort.RAAD, waterschap)
    assert label == "Vergadering van het algemeen bestuur"
    assert rules.soort_label(Bijeenkomstsoort.AVOND, waterschap) == "Bewonersavond of inloop"


@pytest.mark.parametrize(
    ("van", "naar", "besloten"),
    [
        (None, Beveiligingsstatus.ACTIEF, False),
        (Beveiligingsstatus.VOORGESTELD, Beveiligingsstatus.ACTIEF, True),
        (Beveiligingsstatus.AFGEWEZEN, Beveiligingsstatus.ACTIEF, True),
    ],
)
def test_a_measure_nobody_decided_on_does_not_run(
    van: Beveiligingsstatus | None, naar: Beveiligingsstatus, besloten: bool
) -> None:
    with pytest.raises(RegelOvertreden):
        rules_beveiliging.check_status(van, naar, is_besloten=besloten)


def test_a_decided_measure_runs_and_scales_down() -> None:
    check = rules_beveiliging.check_status
    check(Beveiligingsstatus.BESLOTEN, Beveiligingsstatus.ACTIEF, is_besloten=True)
    check(Beveiligingsstatus.ACTIEF, Beveiligingsstatus.AFGESCHAALD, is_besloten=True)
    check(None, Beveiligingsstatus.VOORGESTELD, is_besloten=False)


def test_who_proposed_it_does_not_decide() -> None:
    rules_beveiliging.check_besluit(Beveiligingsstatus.VOORGESTELD, 1, 2)
    with pytest.raises(RegelOvertreden, match="zelf voor"):
        rules_beveiliging.check_besluit(Beveiligingsstatus.VOORGESTELD, 1, 1)
    with pytest.raises(RegelOvertreden, match="al besloten"):
        rules_beveiliging.check_besluit(Beveiligingsstatus.ACTIEF, 1, 2)

"""Scores, the matrix, decisions and what must be complete, at their edges."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vob.core.errors import RegelOvertreden
from vob.core.organisatietype import WOORDEN, Organisatietype
from vob.risicoanalyse import rules
from vob.risicoanalyse.values import Besluitniveau, Klasse, Maatregelstatus, Soort, Stand, Status

GEMEENTE = WOORDEN[Organisatietype.GEMEENTE]
DAG = date(2027, 1, 1)


@dataclass
class Risico:
    """As a risk looks to the rules."""

    titel: str = "Onrust"
    kans: int | None = 4
    effect: int | None = 4
    rest_kans: int | None = 2
    rest_effect: int | None = 3
    accept_niveau: Besluitniveau | None = Besluitniveau.SECRETARIS
    accept_tot: date | None = DAG


@pytest.mark.parametrize("schaal", rules.SCHALEN)
def test_the_matrix_is_complete_and_has_words(schaal: int) -> None:
    cellen = {(k, e) for k in range(1, schaal + 1) for e in range(1, schaal + 1)}
    assert set(rules.MATRIX[schaal]) == cellen
    assert set(rules.MATRIX[schaal].values()) == set(Klasse)
    assert len(rules.KANS[schaal]) == len(rules.EFFECT[schaal]) == schaal


@pytest.mark.parametrize(
    ("schaal", "kans", "effect", "klasse"),
    [
        (5, 2, 2, Klasse.LAAG),
        (5, 1, 5, Klasse.MIDDEN),
        (5, 3, 3, Klasse.MIDDEN),
        (5, 2, 5, Klasse.HOOG),
        (5, 3, 4, Klasse.HOOG),
        (5, 3, 5, Klasse.ZEER_HOOG),
        (4, 1, 3, Klasse.LAAG),
        (4, 2, 3, Klasse.MIDDEN),
        (4, 3, 3, Klasse.HOOG),
        (4, 3, 4, Klasse.ZEER_HOOG),
        (3, 1, 2, Klasse.LAAG),
        (3, 2, 2, Klasse.MIDDEN),
        (3, 2, 3, Klasse.HOOG),
        (3, 3, 3, Klasse.ZEER_HOOG),
    ],
)
def test_the_edges_of_the_classes(schaal: int, kans: int, effect: int, klasse: Klasse) -> None:
    assert rules.klasse_van(schaal, kans, effect) is klasse


@given(st.sampled_from(rules.SCHALEN), st.data())
def test_more_chance_or_effect_is_never_less_grave(schaal: int, data: st.DataObject) -> None:
    kans = data.draw(st.integers(1, schaal - 1))
    effect = data.draw(st.integers(1, schaal))
    tabel = rules.MATRIX[schaal]
    assert tabel[(kans, effect)] <= tabel[(kans + 1, effect)]
    assert tabel[(effect, kans)] <= tabel[(effect, kans + 1)]


@pytest.mark.parametrize(("kans", "effect"), [(None, 3), (3, None), (0, 3), (6, 1)])
def test_without_both_scores_there_is_no_class(kans: int | None, effect: int | None) -> None:
    assert rules.klasse_van(5, kans, effect) is None


def test_each_class_has_its_level_in_the_words_of_the_organisation() -> None:
    niveaus = [rules.niveau_label(rules.NIVEAU[klasse], GEMEENTE) for klasse in Klasse]
    assert niveaus[0] == "proceseigenaar"
    assert niveaus[1] == "gemeentesecretaris of griffier"
    assert niveaus[2] == "burgemeester"
    assert niveaus[3].startswith("college")


@pytest.mark.parametrize(
    ("herzien_op", "stand"),
    [
        (date(2026, 11, 23), Stand.VERLOPEN),
        (date(2026, 11, 24), Stand.VASTGESTELD),
        (None, Stand.VASTGESTELD),
    ],
)
def test_the_review_date_itself_is_in_time(herzien_op: date | None, stand: Stand) -> None:
    assert rules.stand_van(Status.VASTGESTELD, herzien_op, date(2026, 11, 24)) is stand


def test_a_draft_does_not_expire() -> None:
    assert rules.stand_van(Status.CONCEPT, date(2020, 1, 1), date(2026, 1, 1)) is Stand.CONCEPT


@pytest.mark.parametrize("van", Status)
@pytest.mark.parametrize("naar", Status)
def test_only_the_ways_of_the_table_are_open(van: Status, naar: Status) -> None:
    if naar in rules.OVERGANGEN[van]:
        rules.check_overgang(van, naar)
    else:
        with pytest.raises(RegelOvertreden):
            rules.check_overgang(van, naar)


@pytest.mark.parametrize("status", [s for s in Status if s is not Status.CONCEPT])
def test_only_a_draft_changes(status: Status) -> None:
    rules.check_bewerken(Status.CONCEPT)
    with pytest.raises(RegelOvertreden):
        rules.check_bewerken(status)


def test_who_wrote_in_it_does_not_adopt_it() -> None:
    rules.check_vaststellen(Status.TER_VASTSTELLING, {1, 2}, 3)
    with pytest.raises(RegelOvertreden, match="zelf aan"):
        rules.check_vaststellen(Status.TER_VASTSTELLING, {1, 2}, 2)
    with pytest.raises(RegelOvertreden, match="concept"):
        rules.check_vaststellen(Status.CONCEPT, set(), 3)


def test_the_gravest_risk_decides_who_must_decide() -> None:
    rules.check_niveau([Klasse.LAAG, Klasse.HOOG], Besluitniveau.BURGEMEESTER, GEMEENTE)
    rules.check_niveau([], Besluitniveau.PROCESEIGENAAR, GEMEENTE)
    with pytest.raises(RegelOvertreden, match="college"):
        rules.check_niveau([Klasse.ZEER_HOOG], Besluitniveau.BURGEMEESTER, GEMEENTE)


@pytest.mark.parametrize("status", [Status.CONCEPT, Status.TER_VASTSTELLING])
def test_one_version_in_the_making_at_a_time(status: Status) -> None:
    rules.check_nieuwe_versie(2, {1: Status.VERVANGEN, 2: Status.VASTGESTELD})
    with pytest.raises(RegelOvertreden, match="in de maak"):
        rules.check_nieuwe_versie(1, {1: Status.VASTGESTELD, 2: status})


def test_a_new_version_begins_with_the_newest() -> None:
    with pytest.raises(RegelOvertreden, match="nieuwere"):
        rules.check_nieuwe_versie(1, {1: Status.VERVANGEN, 2: Status.VASTGESTELD})


def test_a_measure_follows_its_own_ways() -> None:
    rules.check_maatregel(Maatregelstatus.UITGEVOERD, Maatregelstatus.WERKT_NIET)
    with pytest.raises(RegelOvertreden):
        rules.check_maatregel(Maatregelstatus.VOORGESTELD, Maatregelstatus.UITGEVOERD)


@pytest.mark.parametrize(
    ("status", "actie", "stand"),
    [
        (Maatregelstatus.AKKOORD, "open", Maatregelstatus.AKKOORD),
        (Maatregelstatus.AKKOORD, "bezig", Maatregelstatus.IN_UITVOERING),
        (Maatregelstatus.AKKOORD, "gedaan", Maatregelstatus.UITGEVOERD),
        (Maatregelstatus.IN_UITVOERING, "vervallen", Maatregelstatus.VERVALLEN),
        (Maatregelstatus.WERKT_NIET, "gedaan", Maatregelstatus.WERKT_NIET),
        (Maatregelstatus.AKKOORD, None, Maatregelstatus.AKKOORD),
    ],
)
def test_the_action_tells_how_far_a_measure_is(
    status: Maatregelstatus, actie: str | None, stand: Maatregelstatus
) -> None:
    assert rules.stand_maatregel(status, actie) is stand


def test_a_complete_risk_misses_nothing() -> None:
    assert list(rules.find_gebreken(5, [Risico()], DAG)) == []


@pytest.mark.parametrize(
    ("risico", "gebrek"),
    [
        (Risico(kans=None), "nog geen score"),
        (Risico(rest_effect=None), "nog geen restrisico"),
        (Risico(rest_kans=5, rest_effect=5), "hoger dan het risico nu"),
        (Risico(accept_niveau=None), "wie de rest accepteert"),
        (Risico(accept_tot=None), "tot wanneer"),
        (Risico(accept_tot=DAG - timedelta(days=1)), "al voorbij"),
        (Risico(accept_niveau=Besluitniveau.PROCESEIGENAAR), "hoger besluit"),
    ],
)
def test_what_misses_is_said_with_the_risk(risico: Risico, gebrek: str) -> None:
    (zin,) = rules.find_gebreken(5, [risico], DAG)
    assert "‘Onrust’" in zin
    assert gebrek in zin


@pytest.mark.parametrize(
    ("rest_kans", "rest_effect", "is_hoger"),
    [(2, 4, False), (4, 2, False), (3, 3, True), (1, 4, False)],
)
def test_measures_do_not_make_a_risk_graver(
    rest_kans: int, rest_effect: int, is_hoger: bool
) -> None:
    """As grave as it is now can be: two times four is four times two."""
    risico = Risico(kans=2, effect=4, rest_kans=rest_kans, rest_effect=rest_effect)
    zinnen = list(rules.find_gebreken(5, [risico], DAG))
    assert zinnen == ["Het restrisico is hoger dan het risico nu bij ‘Onrust’."] * is_hoger


def test_an_analysis_without_risks_is_not_complete() -> None:
    assert list(rules.find_gebreken(5, [], DAG)) == ["Er staat nog geen enkel risico in."]


@pytest.mark.parametrize("tekst", ["Dorpsstraat 1, 1234 AB", "1234AB", "woont op 9999 ZZ"])
def test_a_postcode_is_an_address(tekst: str) -> None:
    assert rules.has_adres(tekst)


@pytest.mark.parametrize("tekst", ["", "in 2026 NAVO", "0123 AB", "1234 ABC", "artikel 1234"])
def test_other_numbers_are_no_address(tekst: str) -> None:
    assert not rules.has_adres(tekst)


def test_every_kind_has_a_term() -> None:
    assert set(rules.MAANDEN) == set(Soort)


def test_the_class_is_sorted_before_the_score() -> None:
    zwaar = rules.gewicht(Klasse.ZEER_HOOG, 3, 3)
    assert zwaar > rules.gewicht(Klasse.HOOG, 3, 4) > rules.gewicht(Klasse.HOOG, 2, 5)
    assert rules.gewicht(Klasse.LAAG, 1, 1) > rules.gewicht(None, None, 5) == 0


@pytest.mark.parametrize(("dag", "voorbij"), [(date(2027, 1, 1), False), (date(2027, 1, 2), True)])
def test_the_last_day_of_an_acceptance_is_in_time(dag: date, voorbij: bool) -> None:
    assert rules.is_acceptatie_voorbij(date(2027, 1, 1), dag) is voorbij
    assert not rules.is_acceptatie_voorbij(None, dag)

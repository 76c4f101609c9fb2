"""The limits of a measure, on their edge days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vob.core.deadlines import plus_maanden
from vob.core.errors import RegelOvertreden
from vob.incidenten.maatregelen import rules
from vob.incidenten.maatregelen.rules import Grenzen, Periode
from vob.incidenten.maatregelen.values import (
    Einde,
    Maatregelsoort,
    Maatregelstatus,
    Rechtsaard,
    Stand,
)

S, GRENZEN = Maatregelsoort, Grenzen()
VAN = date(2026, 11, 24)
DAGEN = st.dates(date(2020, 1, 1), date(2035, 1, 1))


@pytest.mark.parametrize(
    ("van", "laatste"),
    [
        (date(2026, 11, 24), date(2027, 2, 23)),
        (date(2026, 12, 1), date(2027, 2, 28)),
        (date(2026, 11, 30), date(2027, 2, 27)),  # ends with February, never after it
        (date(2027, 11, 30), date(2028, 2, 28)),  # a leap year
    ],
)
@pytest.mark.parametrize("soort", [S.TOEGANG_VERGADERING, S.GEBIEDSVERBOD])
def test_three_months_and_not_a_day_more(soort: S, van: date, laatste: date) -> None:
    rules.check_periode(Periode(soort, van, laatste), GRENZEN, verstoringen=2)
    te_lang = Periode(soort, van, laatste + timedelta(days=1))
    with pytest.raises(RegelOvertreden, match=f"tot en met {laatste:%d-%m-%Y}"):
        rules.check_periode(te_lang, GRENZEN, verstoringen=2)


@given(DAGEN, st.integers(1, 12))
def test_the_last_day_lies_before_the_same_day_so_many_months_on(van: date, maanden: int) -> None:
    laatste = rules.laatste_dag(van, maanden)
    assert laatste + timedelta(days=1) == plus_maanden(van, maanden)
    assert 27 * maanden <= (laatste - van).days <= 31 * maanden


@pytest.mark.parametrize(("verstoringen", "mag"), [(None, False), (1, False), (2, True), (9, True)])
def test_a_meeting_ban_needs_two_disturbances(verstoringen: int | None, mag: bool) -> None:
    periode = Periode(S.TOEGANG_VERGADERING, VAN, VAN)
    if mag:
        rules.check_periode(periode, GRENZEN, verstoringen)
        return
    with pytest.raises(RegelOvertreden, match="pas na 2 vastgelegde"):
        rules.check_periode(periode, GRENZEN, verstoringen)


@pytest.mark.parametrize(("verlenging", "mag"), [(0, True), (3, True), (4, False)])
def test_an_area_ban_is_extended_three_times_at_most(verlenging: int, mag: bool) -> None:
    periode = Periode(S.GEBIEDSVERBOD, VAN, VAN, verlenging)
    if mag:
        rules.check_periode(periode, GRENZEN, None)
        return
    with pytest.raises(RegelOvertreden, match="3 keer"):
        rules.check_periode(periode, GRENZEN, None)


def test_a_building_ban_knows_no_maximum_but_has_an_end() -> None:
    rules.check_periode(Periode(S.TOEGANG_GEBOUW, VAN, VAN + timedelta(days=365)), GRENZEN, None)
    for van, tot in ((None, VAN), (VAN, None)):
        with pytest.raises(RegelOvertreden, match="eerste en een laatste dag"):
            rules.check_periode(Periode(S.TOEGANG_GEBOUW, van, tot), GRENZEN, None)
    with pytest.raises(RegelOvertreden, match="voor de eerste dag"):
        rules.check_periode(Periode(S.TOEGANG_GEBOUW, VAN, VAN - timedelta(days=1)), GRENZEN, None)


def test_a_measure_holds_from_the_day_of_the_decision_on() -> None:
    rules.check_vooruit(None, VAN)
    rules.check_vooruit(VAN, VAN)
    with pytest.raises(RegelOvertreden, match="vóór de dag van het besluit"):
        rules.check_vooruit(VAN - timedelta(days=1), VAN)


def test_what_has_ended_is_not_extended() -> None:
    rules.check_verlengen(S.GEBIEDSVERBOD, VAN, None, VAN)  # the last day itself
    for tot, einde in ((VAN - timedelta(days=1), None), (VAN, Einde.OPGEHEVEN)):
        with pytest.raises(RegelOvertreden, match="al afgelopen"):
            rules.check_verlengen(S.GEBIEDSVERBOD, tot, einde, VAN)
    with pytest.raises(RegelOvertreden, match="geen einddatum"):
        rules.check_verlengen(S.GEBIEDSVERBOD, None, None, VAN)


def test_a_meeting_ban_is_never_extended() -> None:
    with pytest.raises(RegelOvertreden, match="na nieuwe verstoringen"):
        rules.check_verlengen(S.TOEGANG_VERGADERING, VAN, None, VAN)
    with pytest.raises(RegelOvertreden, match="na nieuwe verstoringen"):
        rules.check_periode(Periode(S.TOEGANG_VERGADERING, VAN, VAN, 1), GRENZEN, 2)


def test_the_next_meeting_ban_rests_on_something_new() -> None:
    rules.check_nieuwe(0, 0)
    rules.check_nieuwe(3, 1)
    with pytest.raises(RegelOvertreden, match="al een ontzegging"):
        rules.check_nieuwe(3, 0)


def test_an_extension_is_decided_in_time_and_joins_on() -> None:
    rules.check_aansluiting(VAN, VAN + timedelta(days=1), VAN)
    with pytest.raises(RegelOvertreden, match="al afgelopen"):
        rules.check_aansluiting(VAN, VAN + timedelta(days=1), VAN + timedelta(days=1))
    with pytest.raises(RegelOvertreden, match="sluit aan"):
        rules.check_aansluiting(VAN, VAN + timedelta(days=2), VAN)


@pytest.mark.parametrize("van", Maatregelstatus)
@pytest.mark.parametrize("naar", Maatregelstatus)
def test_only_steps_of_the_table(van: Maatregelstatus, naar: Maatregelstatus) -> None:
    if naar in rules.OVERGANGEN[van]:
        rules.check_overgang(van, naar)
        return
    with pytest.raises(RegelOvertreden, match="gaat niet van"):
        rules.check_overgang(van, naar)


@pytest.mark.parametrize(
    ("beslisser", "zin"),
    [(None, "Kies wie"), (2, "zelf bij de zaak"), (9, "mag niet"), (3, "Wie de maatregel")],
)
def test_four_eyes(beslisser: int | None, zin: str) -> None:
    rules.check_beslisser(1, makers=[3], betrokken={2}, bevoegd={1, 2, 3})
    with pytest.raises(RegelOvertreden, match=zin):
        rules.check_beslisser(beslisser, makers=[3], betrokken={2}, bevoegd={1, 2, 3})


G = Maatregelstatus.GENOMEN


@pytest.mark.parametrize(
    ("status", "einde", "dag", "stand"),
    [
        (Maatregelstatus.CONCEPT, None, VAN, Stand.CONCEPT),
        (Maatregelstatus.AFGEWEZEN, None, VAN, Stand.AFGEWEZEN),
        (G, None, VAN - timedelta(days=1), Stand.STRAKS),
        (G, None, VAN, Stand.LOOPT),
        (G, None, VAN + timedelta(days=9), Stand.LOOPT),  # the last day
        (G, None, VAN + timedelta(days=10), Stand.AFGELOPEN),
        (G, Einde.VERLENGD, VAN, Stand.LOOPT),
        (G, Einde.OPGEHEVEN, VAN + timedelta(days=4), Stand.LOOPT),
        (G, Einde.OPGEHEVEN, VAN + timedelta(days=5), Stand.OPGEHEVEN),
    ],
)
def test_how_a_measure_stands(
    status: Maatregelstatus, einde: Einde | None, dag: date, stand: Stand
) -> None:
    tot, einde_op = VAN + timedelta(days=9), VAN + timedelta(days=5) if einde else None
    assert rules.calculate_stand(status, VAN, tot, einde, einde_op, dag) is stand


def test_a_measure_without_days_is_done_when_it_is_taken() -> None:
    assert rules.calculate_stand(G, None, None, None, None, VAN) is Stand.GEDAAN


def test_bezwaar_is_for_a_besluit_only_and_six_weeks() -> None:
    assert [a for a in Rechtsaard if rules.may_bezwaar(a)] == [Rechtsaard.BESLUIT]
    assert rules.bezwaar_uiterlijk(date(2026, 11, 24), 6) == date(2027, 1, 5)

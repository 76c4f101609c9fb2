"""The roster: gaps, overlaps, turns and swaps, also over the change of the clock."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vob.core.clock import TZ
from vob.core.errors import RegelOvertreden
from vob.media.rules_rooster import (
    WEEK,
    Periode,
    check_antwoord,
    check_dienst,
    check_ruil,
    days_of,
    fill_weken,
    find_dubbel,
    find_gaten,
    is_weg,
    maandag,
    weken,
)
from vob.media.values import Ruilstatus

NUL = datetime(2026, 11, 23, 8, tzinfo=UTC)
UUR = timedelta(hours=1)


def p(van: float, tot: float) -> Periode:
    return Periode(NUL + van * UUR, NUL + tot * UUR)


perioden = st.builds(lambda van, duur: p(van, van + duur), st.integers(0, 40), st.integers(1, 20))


@pytest.mark.parametrize(
    ("diensten", "gaten"),
    [
        ([], [p(0, 10)]),
        ([p(0, 10)], []),
        ([p(-5, 20)], []),
        ([p(2, 4), p(3, 6)], [p(0, 2), p(6, 10)]),
        ([p(5, 10), p(0, 5)], []),  # they touch: no gap
        ([p(0, 9), p(1, 2)], [p(9, 10)]),
        ([p(-4, 0), p(10, 12)], [p(0, 10)]),  # just before and just after
    ],
)
def test_gaps(diensten, gaten):
    assert find_gaten(diensten, p(0, 10)) == gaten


@given(st.lists(perioden, max_size=8))
def test_every_moment_is_in_a_duty_or_in_a_gap(diensten):
    binnen = p(0, 60)
    gaten = find_gaten(diensten, binnen)
    for uur in range(60):
        moment = NUL + (uur + 0.5) * UUR
        gedekt = any(d.begin <= moment < d.einde for d in diensten)
        assert gedekt != any(g.begin <= moment < g.einde for g in gaten)


@given(st.lists(perioden, max_size=8))
def test_double_is_whoever_shares_a_moment_with_another(diensten):
    verwacht = {
        n
        for n, een in enumerate(diensten)
        if any(een.raakt(ander) for m, ander in enumerate(diensten) if m != n)
    }
    gevonden = find_dubbel(diensten)
    assert gevonden <= verwacht
    assert bool(gevonden) == bool(verwacht)


def test_the_longest_one_before_counts():
    assert find_dubbel([p(0, 20), p(1, 2), p(5, 6)]) == {0, 1, 2}
    assert find_dubbel([p(0, 5), p(5, 9)]) == set()


def test_weeks_begin_on_monday_at_the_hour_and_follow_the_clock():
    eerste, tweede = weken(date(2026, 10, 21), 2, 9)  # the clock goes back on 25 October
    assert eerste.begin.astimezone(TZ) == datetime(2026, 10, 19, 9, tzinfo=TZ)
    assert eerste.einde - eerste.begin == WEEK + UUR
    assert tweede.begin == eerste.einde
    assert maandag(date(2026, 11, 29)) == date(2026, 11, 23)


def test_an_end_at_midnight_does_not_touch_the_day_after():
    nacht = Periode(datetime(2026, 11, 23, 9, tzinfo=TZ), datetime(2026, 11, 25, 0, 0, tzinfo=TZ))
    assert days_of(nacht) == (date(2026, 11, 23), date(2026, 11, 24))
    assert not is_weg([(date(2026, 11, 25), date(2026, 11, 30))], nacht)
    assert is_weg([(date(2026, 11, 24), date(2026, 11, 24))], nacht)


def test_weeks_are_filled_by_turns_and_who_is_away_comes_next():
    drie = weken(date(2026, 11, 23), 3, 9)
    weg = {1: [(date(2026, 11, 24), date(2026, 11, 24))]}
    wie = [v.wie for v in fill_weken(drie, [], [1, 2], weg)]
    assert wie == [2, 1, 2]


def test_what_is_taken_stays_and_only_its_gaps_are_filled():
    eerste, tweede = weken(date(2026, 11, 23), 2, 9)
    half = Periode(eerste.begin, eerste.begin + timedelta(days=3))
    voorstellen = list(fill_weken([eerste, tweede], [half, tweede], [1], {}))
    assert [v.periode for v in voorstellen] == [Periode(half.einde, eerste.einde)]


def test_a_week_in_which_everyone_is_away_stays_open():
    (week,) = weken(date(2026, 11, 23), 1, 9)
    weg = {1: [(date(2026, 11, 1), date(2026, 12, 31))]}
    assert [v.wie for v in fill_weken([week], [], [1], weg)] == [None]


@pytest.mark.parametrize(("duur", "zin"), [(0, "niet na het begin"), (9300, "langer dan een jaar")])
def test_a_duty_has_a_sensible_length(duur, zin):
    with pytest.raises(RegelOvertreden, match=zin):
        check_dienst(NUL, NUL + duur * UUR)
    check_dienst(NUL, NUL + UUR)


def test_a_swap_is_about_a_duty_to_come_and_with_someone_else():
    with pytest.raises(RegelOvertreden, match="al voorbij"):
        check_ruil(p(-2, 0), NUL, 1, 2)
    with pytest.raises(RegelOvertreden, match="met uzelf"):
        check_ruil(p(1, 2), NUL, 1, 1)
    check_ruil(p(-2, 1), NUL, 1, 2)  # it runs: the rest can be handed over


def test_an_answer_comes_once_and_to_a_roster_that_did_not_change():
    check_antwoord(Ruilstatus.GEVRAAGD, is_veranderd=False)
    with pytest.raises(RegelOvertreden, match="al geantwoord"):
        check_antwoord(Ruilstatus.AFGEWEZEN, is_veranderd=False)
    with pytest.raises(RegelOvertreden, match="intussen gewijzigd"):
        check_antwoord(Ruilstatus.GEVRAAGD, is_veranderd=True)

"""What may happen in care, and when it was in time."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vob.core.errors import RegelOvertreden
from vob.incidenten.opvang import rules
from vob.incidenten.opvang.values import Momentstand as S

VOORVAL = datetime(2026, 3, 27, 12, tzinfo=UTC)  # the clock jumps in the night of 29 March


@pytest.mark.parametrize("van", S)
@pytest.mark.parametrize("naar", S)
def test_only_steps_of_the_table_are_taken(van: S, naar: S) -> None:
    if naar in rules.OVERGANGEN[van]:
        rules.check_overgang(van, naar)
        return
    with pytest.raises(RegelOvertreden, match="gaat niet van"):
        rules.check_overgang(van, naar)


@pytest.mark.parametrize(
    ("stand", "antwoorden"),
    [
        (S.AANGEBODEN, (S.AFGESPROKEN, S.AFGEWEZEN)),
        (S.AFGEWEZEN, (S.AFGESPROKEN,)),  # one may come back on it
        (S.AFGESPROKEN, ()),
        (S.GEHOUDEN, ()),
        (S.VERVALLEN, ()),
    ],
)
def test_who_it_is_for_answers_an_offer_and_no_more(stand: S, antwoorden: tuple[S, ...]) -> None:
    assert rules.antwoorden_op(stand) == antwoorden
    with pytest.raises(RegelOvertreden):
        rules.check_overgang(stand, S.GEHOUDEN, is_antwoord=True)
    for antwoord in antwoorden:
        rules.check_overgang(stand, antwoord, is_antwoord=True)


def test_care_is_given_by_the_team_and_not_by_oneself() -> None:
    rules.check_opvangpersoon(1, {1, 2}, {2, None})
    with pytest.raises(RegelOvertreden, match="opvangteam"):
        rules.check_opvangpersoon(3, {1, 2}, {None})
    with pytest.raises(RegelOvertreden, match="zelf bij de zaak betrokken"):
        rules.check_opvangpersoon(2, {1, 2}, {2, None})


@pytest.mark.parametrize(
    ("beschikbaar", "actief", "telefoon", "bereikbaar"),
    [
        (True, True, "0555-1", True),
        (False, True, "0555-1", False),
        (True, False, "0555-1", False),
        (True, True, " ", False),
    ],
)
def test_reachable_is_someone_one_can_call_now(
    beschikbaar: bool, actief: bool, telefoon: str, bereikbaar: bool
) -> None:
    assert rules.is_bereikbaar(beschikbaar, actief, telefoon) is bereikbaar


@pytest.mark.parametrize(
    ("getraind_op", "vandaag", "telt"),
    [
        (date(2026, 2, 28), date(2028, 2, 27), True),
        (date(2026, 2, 28), date(2028, 2, 28), False),  # exactly so old
        (date(2024, 2, 29), date(2026, 2, 27), True),
        (date(2024, 2, 29), date(2026, 2, 28), False),  # no 29 February then
        (None, date(2026, 2, 28), False),
    ],
)
def test_a_training_counts_until_the_day_it_is_so_old(
    getraind_op: date | None, vandaag: date, telt: bool
) -> None:
    assert rules.is_getraind(getraind_op, vandaag, 24) is telt


def test_the_last_moment_itself_is_in_time() -> None:
    grens = rules.uiterste_aanbod(VOORVAL, 72)
    assert grens == datetime(2026, 3, 30, 12, tzinfo=UTC)
    assert rules.is_op_tijd(grens, VOORVAL, 72)
    assert not rules.is_op_tijd(grens + timedelta(microseconds=1), VOORVAL, 72)
    assert not rules.is_op_tijd(None, VOORVAL, 72)


@given(
    st.integers(0, 100_000).map(lambda uur: VOORVAL + timedelta(hours=uur)),
    st.integers(1, 240),
    st.integers(-300, 300),
)
def test_hours_are_real_hours(voorval: datetime, uren: int, na: int) -> None:
    aanbod = voorval + timedelta(hours=na)
    assert rules.is_op_tijd(aanbod, voorval, uren) is (na <= uren)

"""Counting days, months and hours: the edges where a deadline goes wrong by one."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vob.core.clock import TZ
from vob.core.deadlines import (
    dagen_tussen,
    einde_van_dag,
    feestdagen,
    is_werkdag,
    pasen,
    plus_maanden,
    plus_uren,
    plus_werkdagen,
)

dagen = st.dates(date(2015, 1, 1), date(2090, 12, 31))
momenten = st.builds(datetime.combine, dagen, st.times(), st.sampled_from([UTC, TZ]))


@pytest.mark.parametrize(
    "zondag",
    [
        date(2008, 3, 23),
        date(2019, 4, 21),  # the full moon of the church, not of the sky (that was in March)
        date(2024, 3, 31),
        date(2026, 4, 5),
        date(2027, 3, 28),
        date(2038, 4, 25),  # the latest possible
        date(2285, 3, 22),  # the earliest possible
    ],
)
def test_pasen(zondag: date) -> None:
    assert pasen(zondag.year) == zondag


def test_feestdagen_of_2026() -> None:
    assert sorted(feestdagen(2026)) == [
        date(2026, 1, 1),
        date(2026, 4, 5),
        date(2026, 4, 6),
        date(2026, 4, 27),
        date(2026, 5, 14),
        date(2026, 5, 24),
        date(2026, 5, 25),
        date(2026, 12, 25),
        date(2026, 12, 26),
    ]


def test_koningsdag_on_a_sunday_moves_to_saturday() -> None:
    assert date(2031, 4, 26) in feestdagen(2031)
    assert date(2031, 4, 27) not in feestdagen(2031)


@pytest.mark.parametrize(
    ("jaar", "elk_jaar", "vrij"), [(2025, False, True), (2026, False, False), (2026, True, True)]
)
def test_bevrijdingsdag_follows_the_setting(jaar: int, elk_jaar: bool, vrij: bool) -> None:
    assert (date(jaar, 5, 5) in feestdagen(jaar, bevrijdingsdag_elk_jaar=elk_jaar)) is vrij
    assert is_werkdag(date(jaar, 5, 5), bevrijdingsdag_elk_jaar=elk_jaar) is not vrij


@pytest.mark.parametrize(
    ("dag", "werkdag"),
    [
        (date(2026, 4, 3), True),  # Goede Vrijdag
        (date(2026, 4, 4), False),  # a Saturday
        (date(2026, 4, 6), False),  # tweede paasdag
        (date(2026, 4, 7), True),
        (date(2026, 5, 14), False),  # Hemelvaart
        (date(2026, 5, 15), True),  # the Friday after it is no holiday
    ],
)
def test_is_werkdag(dag: date, werkdag: bool) -> None:
    assert is_werkdag(dag) is werkdag


@pytest.mark.parametrize(
    ("dag", "aantal", "verwacht"),
    [
        (date(2026, 11, 23), 0, date(2026, 11, 23)),
        (date(2026, 11, 21), 0, date(2026, 11, 23)),  # from Saturday on
        (date(2026, 11, 20), 1, date(2026, 11, 23)),
        (date(2026, 11, 21), 1, date(2026, 11, 23)),  # a weekend day counts for nothing
        (date(2026, 4, 2), 2, date(2026, 4, 7)),  # over Easter
        (date(2026, 12, 24), 1, date(2026, 12, 28)),
        (date(2026, 12, 31), 1, date(2027, 1, 4)),
    ],
)
def test_plus_werkdagen(dag: date, aantal: int, verwacht: date) -> None:
    assert plus_werkdagen(dag, aantal) == verwacht


def test_plus_werkdagen_knows_the_setting() -> None:
    maandag = date(2026, 5, 4)
    assert plus_werkdagen(maandag, 1) == date(2026, 5, 5)
    assert plus_werkdagen(maandag, 1, bevrijdingsdag_elk_jaar=True) == date(2026, 5, 6)


def test_working_days_do_not_count_back() -> None:
    with pytest.raises(ValueError, match="forward"):
        plus_werkdagen(date(2026, 11, 23), -1)


@given(dagen, st.integers(1, 60), st.booleans())
def test_plus_werkdagen_counts_each_working_day_once(dag: date, aantal: int, elk: bool) -> None:
    einde = plus_werkdagen(dag, aantal, bevrijdingsdag_elk_jaar=elk)
    tussen = [dag + timedelta(days=n + 1) for n in range(dagen_tussen(dag, einde))]
    geteld = [d for d in tussen if is_werkdag(d, bevrijdingsdag_elk_jaar=elk)]
    assert len(geteld) == aantal
    assert geteld[-1] == einde


@given(dagen, st.integers(0, 20), st.integers(0, 20))
def test_plus_werkdagen_in_two_steps_is_the_same(dag: date, een: int, twee: int) -> None:
    begin = plus_werkdagen(dag, 0)
    assert plus_werkdagen(plus_werkdagen(begin, een), twee) == plus_werkdagen(begin, een + twee)


@pytest.mark.parametrize(
    ("dag", "aantal", "verwacht"),
    [
        (date(2026, 11, 30), 3, date(2027, 2, 28)),  # 90 days would be 28 February as well
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 5, 31), 1, date(2026, 6, 30)),
        (date(2026, 11, 20), 3, date(2027, 2, 20)),
        (date(2026, 10, 15), 3, date(2027, 1, 15)),
        (date(2024, 2, 29), 120, date(2034, 2, 28)),  # ten years
        (date(2027, 3, 31), -1, date(2027, 2, 28)),
        (date(2027, 1, 10), -1, date(2026, 12, 10)),
        (date(2026, 12, 1), 0, date(2026, 12, 1)),
    ],
)
def test_plus_maanden(dag: date, aantal: int, verwacht: date) -> None:
    assert plus_maanden(dag, aantal) == verwacht


@given(dagen, st.integers(-120, 120))
def test_plus_maanden_keeps_the_day_or_takes_the_last(dag: date, aantal: int) -> None:
    einde = plus_maanden(dag, aantal)
    assert (einde.year - dag.year) * 12 + einde.month - dag.month == aantal
    is_laatste = (einde + timedelta(days=1)).day == 1
    assert einde.day == dag.day or (is_laatste and einde.day < dag.day)


@given(dagen, dagen, st.integers(0, 24))
def test_a_later_day_never_gets_an_earlier_deadline(een: date, ander: date, aantal: int) -> None:
    vroeg, laat = sorted((een, ander))
    assert plus_maanden(vroeg, aantal) <= plus_maanden(laat, aantal)
    assert plus_werkdagen(vroeg, aantal) <= plus_werkdagen(laat, aantal)


@pytest.mark.parametrize(
    ("moment", "op_de_klok"),
    [
        (datetime(2026, 3, 28, 12, tzinfo=TZ), datetime(2026, 3, 29, 13, tzinfo=TZ)),
        (datetime(2026, 10, 24, 12, tzinfo=TZ), datetime(2026, 10, 25, 11, tzinfo=TZ)),
        (datetime(2026, 11, 20, 22, 40, tzinfo=TZ), datetime(2026, 11, 21, 22, 40, tzinfo=TZ)),
    ],
    ids=["summer time begins", "winter time begins", "an ordinary day"],
)
def test_plus_24_uren_on_the_dutch_clock(moment: datetime, op_de_klok: datetime) -> None:
    assert plus_uren(moment, 24).astimezone(TZ) == op_de_klok


def test_the_hour_that_comes_twice_is_two_hours() -> None:
    eerste = datetime(2026, 10, 25, 2, 30, tzinfo=TZ)
    assert plus_uren(eerste, 1) == eerste.replace(fold=1).astimezone(UTC)


@given(momenten, st.integers(-1000, 1000))
def test_plus_uren_is_elapsed_time_in_utc(moment: datetime, uren: int) -> None:
    later = plus_uren(moment, uren)
    assert later.tzinfo is UTC
    assert later - moment.astimezone(UTC) == timedelta(hours=uren)


def test_a_moment_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        plus_uren(datetime(2026, 11, 23, 12), 1)  # noqa: DTZ001 - the mistake under test


@given(dagen, dagen)
def test_dagen_tussen_is_signed(van: date, tot: date) -> None:
    assert van + timedelta(days=dagen_tussen(van, tot)) == tot
    assert dagen_tussen(van, tot) == -dagen_tussen(tot, van)


@given(dagen)
def test_einde_van_dag_is_the_last_moment_of_that_day(dag: date) -> None:
    einde = einde_van_dag(dag)
    assert einde.tzinfo is UTC
    assert einde.astimezone(TZ).date() == dag
    assert (einde + timedelta(microseconds=1)).astimezone(TZ).date() == dag + timedelta(days=1)


@pytest.mark.parametrize(
    ("dag", "uren"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 11, 23), 24)]
)
def test_a_day_is_as_long_as_the_clock_makes_it(dag: date, uren: int) -> None:
    gisteren = einde_van_dag(dag - timedelta(days=1))
    assert einde_van_dag(dag) - gisteren == timedelta(hours=uren)

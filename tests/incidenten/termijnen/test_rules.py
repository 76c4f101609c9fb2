"""When a clock ends, warns and is urgent: at its edges, without a database."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vob.core.clock import TZ
from vob.core.deadlines import einde_van_dag, plus_maanden
from vob.incidenten.termijnen import rules
from vob.incidenten.termijnen.rules import calculate_einde
from vob.incidenten.termijnen.values import Eenheid, Termijnsoort, Urgentie
from vob.incidenten.values import Kanaal, Locatie, NuVeilig, VeroorzakerBekend, Vorm

S = Termijnsoort
DAGEN = st.dates(date(2000, 1, 1), date(2100, 12, 31))
MOMENTEN = st.datetimes(
    datetime(2000, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone itself
    datetime(2100, 12, 31),  # noqa: DTZ001 - idem
    timezones=st.just(UTC),
)


def op(jaar: int, maand: int, dag: int, uur: int = 0, minuut: int = 0) -> datetime:
    """A moment on the Dutch clock."""
    return datetime(jaar, maand, dag, uur, minuut, tzinfo=TZ)


def dag(moment: datetime) -> date:
    return moment.astimezone(TZ).date()


def test_every_kind_has_its_clock() -> None:
    assert set(rules.KLOKKEN) == set(Termijnsoort)


@pytest.mark.parametrize(
    ("vanaf", "kalender", "dagen30"),
    [
        (date(2026, 11, 30), date(2027, 2, 28), date(2027, 2, 28)),
        (date(2027, 11, 30), date(2028, 2, 29), date(2028, 2, 28)),
        (date(2026, 1, 31), date(2026, 4, 30), date(2026, 5, 1)),  # thirty days are the longer here
        (date(2026, 6, 1), date(2026, 9, 1), date(2026, 8, 30)),
        (date(2026, 12, 1), date(2027, 3, 1), date(2027, 3, 1)),
    ],
)
def test_the_klacht_term_in_both_readings(vanaf: date, kalender: date, dagen30: date) -> None:
    einde = calculate_einde(S.KLACHT, vanaf, 3)
    vroeg = min(kalender, dagen30)
    assert einde.uiterlijk == einde_van_dag(vroeg)
    assert einde.ruim == (einde_van_dag(kalender) if kalender > vroeg else None)
    assert einde.is_dag


@given(DAGEN)
def test_the_klacht_warns_on_the_earlier_reading_and_never_after_the_calendar(start: date) -> None:
    einde = calculate_einde(S.KLACHT, start, 3)
    assert dag(einde.uiterlijk) == min(plus_maanden(start, 3), start + timedelta(days=90))
    assert einde.ruim is None or einde.ruim > einde.uiterlijk
    assert dag(einde.ruim or einde.uiterlijk) == plus_maanden(start, 3)


@given(MOMENTEN, st.integers(1, 240))
def test_hours_are_real_hours_whatever_the_clock_does(start: datetime, uren: int) -> None:
    einde = calculate_einde(S.REACTIE, start, uren)
    assert einde.uiterlijk - start == timedelta(hours=uren)
    assert not einde.is_dag


def test_a_day_before_the_clock_goes_forward_the_next_day_ends_an_hour_later_by_the_wall() -> None:
    einde = calculate_einde(S.REACTIE, op(2026, 3, 28, 12), 24)
    assert einde.uiterlijk == op(2026, 3, 29, 13)
    assert calculate_einde(S.REACTIE, op(2026, 10, 24, 12), 24).uiterlijk == op(2026, 10, 25, 11)


@given(MOMENTEN)
def test_care_is_offered_before_the_day_of_the_report_is_over(start: datetime) -> None:
    einde = calculate_einde(S.NAZORG, start, 0).uiterlijk
    assert dag(einde) == dag(start)
    assert start <= einde
    assert dag(einde + timedelta(microseconds=1)) == dag(start) + timedelta(days=1)


@given(DAGEN, st.integers(0, 365))
def test_days_end_at_midnight_also_on_a_day_of_23_or_25_hours(start: date, aantal: int) -> None:
    einde = calculate_einde(S.CAMERABEELD, start, aantal).uiterlijk
    assert einde.astimezone(TZ).time() == time.max
    assert dag(einde) == start + timedelta(days=aantal)


@given(DAGEN, st.sampled_from([k for k in S if rules.KLOKKEN[k].eenheid is Eenheid.MAANDEN]))
def test_months_are_calendar_months(start: date, soort: Termijnsoort) -> None:
    einde = calculate_einde(soort, start, 3)
    assert dag(einde.ruim or einde.uiterlijk) == plus_maanden(start, 3)


def test_a_day_as_start_of_hours_begins_when_it_begins() -> None:
    assert calculate_einde(S.OPVANGGESPREK, date(2026, 6, 1), 72).uiterlijk == op(2026, 6, 4)


def test_images_are_a_task_for_the_first_day() -> None:
    start = op(2026, 6, 1, 22)
    einde = calculate_einde(S.CAMERABEELD, start, 28)
    assert rules.dag_van_taak(S.CAMERABEELD, start, einde) == date(2026, 6, 2)
    kort = calculate_einde(S.CAMERABEELD, start, 0)
    assert rules.dag_van_taak(S.CAMERABEELD, start, kort) == date(2026, 6, 1)
    nazorg = calculate_einde(S.NAZORG, start, 0)
    assert rules.dag_van_taak(S.NAZORG, start, nazorg) == date(2026, 6, 1)


UITERLIJK = einde_van_dag(date(2027, 2, 28))


def test_the_klacht_warns_thirty_fourteen_and_three_days_before() -> None:
    dagen = rules.waarschuwdagen(UITERLIJK, (30, 14, 3))
    assert dagen == [date(2027, 1, 29), date(2027, 2, 14), date(2027, 2, 25)]


@pytest.mark.parametrize(
    ("vandaag", "waarschuwt"),
    [
        (date(2027, 1, 28), False),
        (date(2027, 1, 29), True),
        (date(2027, 2, 28), True),
        (date(2027, 3, 1), False),  # over: that is no warning any more
    ],
)
def test_it_warns_from_the_first_day_to_the_last(vandaag: date, waarschuwt: bool) -> None:
    assert rules.is_waarschuwing(UITERLIJK, (30, 14, 3), vandaag) is waarschuwt


@pytest.mark.parametrize(
    ("gewaarschuwd_op", "vandaag", "moet"),
    [
        (None, date(2027, 1, 28), False),
        (None, date(2027, 1, 29), True),
        (date(2027, 1, 29), date(2027, 1, 29), False),
        (date(2027, 1, 29), date(2027, 2, 13), False),
        (date(2027, 1, 29), date(2027, 2, 16), True),  # the 14th was missed: made up for
        (date(2027, 2, 16), date(2027, 2, 24), False),
        (date(2027, 2, 16), date(2027, 2, 25), True),
        (None, date(2027, 2, 28), True),
        (None, date(2027, 3, 1), False),
    ],
)
def test_each_warning_goes_out_once(
    gewaarschuwd_op: date | None, vandaag: date, moet: bool
) -> None:
    assert rules.moet_waarschuwen(UITERLIJK, (30, 14, 3), gewaarschuwd_op, vandaag) is moet


def test_what_warns_never_does_not_warn() -> None:
    assert not rules.moet_waarschuwen(UITERLIJK, (), None, date(2027, 2, 28))
    assert not rules.is_waarschuwing(UITERLIJK, (), date(2027, 2, 28))


@pytest.mark.parametrize(
    ("nu", "urgentie"),
    [
        (UITERLIJK + timedelta(microseconds=1), Urgentie.TE_LAAT),
        (UITERLIJK, Urgentie.VANDAAG),
        (op(2027, 2, 28), Urgentie.VANDAAG),
        (op(2027, 2, 27, 23, 59), Urgentie.WEEK),
        (op(2027, 2, 21), Urgentie.WEEK),
        (op(2027, 2, 20, 23, 59), Urgentie.MAAND),
        (op(2027, 1, 29), Urgentie.MAAND),
        (op(2027, 1, 28, 23, 59), Urgentie.LATER),
    ],
)
def test_how_urgent_at_its_edges(nu: datetime, urgentie: Urgentie) -> None:
    assert rules.calculate_urgentie(UITERLIJK, nu) is urgentie


@settings(deadline=None)  # a machine that is busy is no fault
@given(MOMENTEN, st.integers(-40 * 24 * 60, 40 * 24 * 60))
def test_the_query_and_the_rule_agree_on_urgency(nu: datetime, minuten: int) -> None:
    uiterlijk = nu + timedelta(minutes=minuten)
    past = []
    for urgentie in Urgentie:
        van, tot = rules.urgentie_grenzen(urgentie, nu)
        if (van is None or van <= uiterlijk) and (tot is None or uiterlijk <= tot):
            past.append(urgentie)
    assert past == [rules.calculate_urgentie(uiterlijk, nu)]


VOORVAL = op(2026, 6, 1, 20)


@pytest.mark.parametrize(
    ("vormen", "kennis", "tot", "vanaf"),
    [
        ([Vorm.BEDREIGING], None, None, None),  # no klacht needed
        ([Vorm.BELEDIGING], None, None, date(2026, 6, 1)),
        ([Vorm.SMAAD, Vorm.BEDREIGING], date(2026, 6, 9), None, date(2026, 6, 9)),
        ([Vorm.STALKING], None, op(2026, 7, 5, 23, 30), date(2026, 7, 5)),
        ([Vorm.STALKING], date(2026, 7, 9), op(2026, 7, 5), date(2026, 7, 9)),
        ([Vorm.BELEDIGING], None, op(2026, 7, 5), date(2026, 6, 1)),  # only stalking goes on
    ],
)
def test_from_when_the_klacht_runs(
    vormen: list[Vorm], kennis: date | None, tot: datetime | None, vanaf: date | None
) -> None:
    assert rules.klacht_vanaf(vormen, kennis, VOORVAL, tot) == vanaf


def test_camera_images_are_of_our_own_buildings() -> None:
    assert rules.heeft_camerabeeld(Kanaal.PERSOONLIJK, None)
    assert rules.heeft_camerabeeld(Kanaal.PERSOONLIJK, Locatie.TRIBUNE)
    assert not rules.heeft_camerabeeld(Kanaal.PERSOONLIJK, Locatie.WONING)
    assert not rules.heeft_camerabeeld(Kanaal.EMAIL, None)


def test_a_reaction_only_to_someone_known_and_when_safe() -> None:
    assert rules.moet_reageren(VeroorzakerBekend.JA, NuVeilig.JA)
    assert not rules.moet_reageren(VeroorzakerBekend.JA, NuVeilig.WEET_NIET)
    assert not rules.moet_reageren(VeroorzakerBekend.DEELS, NuVeilig.JA)
    assert not rules.moet_reageren(None, NuVeilig.JA)


def test_who_it_is_about_is_passed_over() -> None:
    assert rules.kies_eigenaar((None, 1, 2), uitgesloten={1}, beschikbaar={1, 2}) == 2
    assert rules.kies_eigenaar((1,), uitgesloten={1}, beschikbaar={1, 2}) is None
    assert rules.kies_eigenaar((3,), uitgesloten=set(), beschikbaar={1}) is None

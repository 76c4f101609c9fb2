"""Dates, moments and numbers as a Dutch reader expects them."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from timeit import repeat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vob.core.clock import TZ
from vob.web import formats
from vob.web.formats import FILTERS

VANDAAG = date(2026, 11, 23)
NU = datetime(2026, 11, 23, 22, 40, tzinfo=TZ)


def test_datum() -> None:
    assert formats.datum(VANDAAG) == "23 november 2026"
    assert formats.datum_kort(date(2026, 3, 1)) == "1 mrt 2026"


def test_a_moment_is_shown_on_the_dutch_clock() -> None:
    laat = datetime(2026, 11, 22, 23, 5, tzinfo=UTC)
    assert formats.datum(laat) == "23 november 2026"
    assert formats.tijd(laat) == "0.05"
    assert formats.tijdstip(laat) == "23 november 2026 om 0.05 uur"
    assert formats.tijd(datetime(2026, 7, 1, 12, 0, tzinfo=UTC)) == "14.00"


def test_both_hours_of_the_night_that_has_one_twice_are_shown() -> None:
    eerste = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert formats.tijd(eerste) == formats.tijd(eerste + timedelta(hours=1)) == "2.30"


@pytest.mark.parametrize("filter_", [formats.datum, formats.tijd, formats.tijdstip])
def test_a_moment_without_zone_is_refused(filter_: Callable[[datetime], str]) -> None:
    with pytest.raises(ValueError, match="zone"):
        filter_(datetime(2026, 11, 23, 12))  # noqa: DTZ001 - the mistake under test


@pytest.mark.parametrize(
    ("moment", "tekst"),
    [
        (datetime(2026, 11, 23, 22, 40, tzinfo=TZ), "vandaag 22.40"),
        (datetime(2026, 11, 22, 9, 5, tzinfo=TZ), "gisteren 9.05"),
        (datetime(2026, 11, 24, 0, 0, tzinfo=TZ), "morgen 0.00"),
        (datetime(2026, 11, 20, 22, 40, tzinfo=TZ), "20 nov 22.40"),
        (datetime(2025, 11, 20, 22, 40, tzinfo=TZ), "20 nov 2025 22.40"),
        (datetime(2026, 12, 31, 23, 30, tzinfo=UTC), "1 jan 2027 0.30"),
    ],
)
def test_moment_kort(moment: datetime, tekst: str) -> None:
    assert formats.moment_kort(moment, VANDAAG) == tekst


@pytest.mark.parametrize(
    ("dag", "tekst"),
    [
        (VANDAAG, "vandaag"),
        (date(2026, 11, 24), "morgen"),
        (date(2026, 11, 25), "nog 2 dagen"),
        (date(2026, 12, 2), "nog 9 dagen"),
        (date(2026, 11, 22), "gisteren"),
        (date(2026, 11, 20), "3 dagen te laat"),
        (date(2027, 2, 22), "nog 91 dagen"),
        (date(2027, 2, 23), "nog 3 maanden"),
        (date(2027, 3, 22), "nog 3 maanden"),
        (date(2027, 3, 23), "nog 4 maanden"),
        (date(2028, 11, 22), "nog 23 maanden"),
        (date(2036, 11, 22), "nog 9 jaar"),
        (date(2026, 7, 1), "4 maanden te laat"),
        (datetime(2026, 11, 23, 23, 30, tzinfo=UTC), "morgen"),
    ],
)
def test_over(dag: date, tekst: str) -> None:
    assert formats.over(dag, VANDAAG) == tekst


@pytest.mark.parametrize(
    ("moment", "tekst"),
    [
        (NU, "zojuist"),
        (NU + timedelta(hours=5), "zojuist"),
        (NU - timedelta(seconds=59), "zojuist"),
        (NU - timedelta(minutes=1), "1 minuut geleden"),
        (NU - timedelta(minutes=59), "59 minuten geleden"),
        (NU - timedelta(minutes=60), "1 uur geleden"),
        (NU - timedelta(hours=22), "22 uur geleden"),
        (NU - timedelta(hours=23), "gisteren"),
        (NU - timedelta(days=2), "2 dagen geleden"),
        (NU - timedelta(days=200), "6 maanden geleden"),
    ],
)
def test_geleden(moment: datetime, tekst: str) -> None:
    assert formats.geleden(moment.astimezone(UTC), NU) == tekst


def test_two_hours_ago_is_not_yesterday_just_after_midnight() -> None:
    na_middernacht = datetime(2026, 11, 24, 1, 0, tzinfo=TZ)
    assert formats.geleden(na_middernacht - timedelta(hours=2), na_middernacht) == "2 uur geleden"


def test_geleden_counts_real_hours_when_the_clock_changes() -> None:
    nu = datetime(2026, 10, 25, 4, 0, tzinfo=TZ)
    assert formats.geleden(datetime(2026, 10, 25, 1, 0, tzinfo=TZ), nu) == "4 uur geleden"


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        (0, "0"),
        (1234, "1.234"),
        (1234.5, "1.234,5"),
        (Decimal("1234567.89"), "1.234.567,89"),
        (-1000, "-1.000"),
    ],
)
def test_getal(waarde: Decimal, tekst: str) -> None:
    assert formats.getal(waarde) == tekst


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        (Decimal("12.5"), "€\xa012,50"),
        (1200, "€\xa01.200,00"),
        (Decimal("-3.005"), "€\xa0-3,00"),
    ],
)
def test_bedrag(waarde: Decimal, tekst: str) -> None:
    assert formats.bedrag(waarde) == tekst


@pytest.mark.parametrize(
    ("delen", "tekst"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a en b"),
        (["a", "b", "c"], "a, b en c"),
        ([1, 2], "1 en 2"),
    ],
)
def test_opsomming(delen: list[object], tekst: str) -> None:
    assert formats.opsomming(delen) == tekst
    assert formats.opsomming(iter(delen)) == tekst


@pytest.mark.parametrize(
    ("aantal", "tekst"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (1023, "1.023 bytes"),
        (1024, "1 kB"),
        (1536, "1,5 kB"),
        (12 * 1024 + 300, "12 kB"),
        (1024 * 1024 - 1, "1 MB"),
        (25 * 1024 * 1024, "25 MB"),
        (3 * 1024**4, "3.072 GB"),
    ],
)
def test_bestandsgrootte(aantal: int, tekst: str) -> None:
    assert formats.bestandsgrootte(aantal) == tekst


def test_meervoud() -> None:
    woorden = ("incident", "incidenten")
    geteld = [formats.meervoud(n, *woorden) for n in (0, 1, 2, 1200)]
    assert geteld == ["0 incidenten", "1 incident", "2 incidenten", "1.200 incidenten"]


@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.dates(date(2000, 1, 1), date(2099, 12, 31))
)
def test_over_never_names_a_wrong_side_of_today(dag: date, vandaag: date) -> None:
    tekst = formats.over(dag, vandaag)
    assert (tekst.endswith("te laat") or tekst == "gisteren") is (dag < vandaag)
    assert (tekst.startswith("nog ") or tekst == "morgen") is (dag > vandaag)
    assert " 0 " not in tekst
    assert " 1 " not in tekst


def test_the_filters_are_these() -> None:
    assert " ".join(FILTERS) == (
        "datum datum_kort tijd tijdstip moment_kort over geleden getal bedrag opsomming"
        " bestandsgrootte meervoud"
    )


@pytest.mark.parametrize(
    ("naam", "argumenten"),
    [
        ("datum", (NU,)),
        ("tijdstip", (NU,)),
        ("moment_kort", (NU, VANDAAG)),
        ("over", (date(2026, 12, 2), VANDAAG)),
        ("geleden", (NU - timedelta(days=3), NU)),
        ("getal", (Decimal("1234.5"),)),
        ("bedrag", (Decimal("12.5"),)),
    ],
)
def test_a_list_of_25_rows_is_written_in_no_time(naam: str, argumenten: tuple[object, ...]) -> None:
    """A hundred calls per page; the bar is ten times what was measured, for a busy machine."""
    beste = min(repeat(lambda: FILTERS[naam](*argumenten), number=100, repeat=5))
    assert beste < 0.02

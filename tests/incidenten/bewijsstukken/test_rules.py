"""The chain of the evidence log, without a database."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vob.core.clock import TZ
from vob.core.errors import RegelOvertreden
from vob.incidenten.bewijsstukken import rules
from vob.incidenten.bewijsstukken.values import Regelsoort

MOMENT = datetime(2026, 6, 1, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Regel:
    volgnummer: int
    stuk: int = 1
    soort: Regelsoort = Regelsoort.VASTGELEGD
    moment: datetime = MOMENT
    sha256: str = ""
    van: str = "melder"
    naar: str = "griffier"
    toelichting: str = ""
    door_id: int = 1
    zout: str = "korrel"
    zegel: str = ""


def seal(regels: list[Regel]) -> list[Regel]:
    vorige, verzegeld = rules.BEGIN, []
    for regel in regels:
        vorige = rules.calculate_zegel(vorige, regel)
        verzegeld.append(replace(regel, zegel=vorige))
    return verzegeld


KETEN = seal([Regel(n) for n in range(1, 6)])


def test_a_whole_chain_is_whole() -> None:
    assert rules.check_keten(KETEN) == []
    assert rules.check_keten([]) == []


VELDEN = {
    "stuk": 2,
    "soort": Regelsoort.VERNIETIGD,
    "moment": MOMENT.replace(hour=13),
    "sha256": "0" * 64,
    "van": "een ander",
    "naar": "",
    "toelichting": "x",
    "door_id": 2,
    "zout": "een andere korrel",
    "zegel": "0" * 64,
}


@given(st.integers(0, 4), st.sampled_from(sorted(VELDEN)))
def test_every_change_of_every_field_shows(welke: int, veld: str) -> None:
    anders = list(KETEN)
    anders[welke] = replace(anders[welke], **{veld: VELDEN[veld]})
    assert f"Regel {welke + 1} klopt niet meer." in rules.check_keten(anders)


@given(st.integers(0, 3))
def test_a_line_that_is_gone_shows(welke: int) -> None:
    assert f"Regel {welke + 1} ontbreekt." in rules.check_keten(KETEN[:welke] + KETEN[welke + 1 :])


def test_the_same_moment_on_another_clock_is_the_same() -> None:
    assert rules.format_moment(MOMENT) == rules.format_moment(MOMENT.astimezone(TZ))


@pytest.mark.parametrize(
    ("tekst", "kaal"),
    [("", ""), ("AB" * 32, "ab" * 32), ("ab " * 32, "ab" * 32), (":".join(["0f"] * 32), "0f" * 32)],
)
def test_a_hash_is_kept_in_one_form(tekst: str, kaal: str) -> None:
    assert rules.normalize_sha256(tekst) == kaal


@pytest.mark.parametrize("tekst", ["abc", "g" * 64, "a" * 65])
def test_what_is_no_hash_is_refused(tekst: str) -> None:
    with pytest.raises(RegelOvertreden, match="64 tekens"):
        rules.normalize_sha256(tekst)


def test_what_was_destroyed_is_not_handed_over() -> None:
    rules.check_vervolg([Regelsoort.VASTGELEGD], Regelsoort.OVERGEDRAGEN)
    rules.check_vervolg([Regelsoort.VASTGELEGD, Regelsoort.VERNIETIGD], Regelsoort.AANVULLING)
    with pytest.raises(RegelOvertreden, match="vernietigd"):
        rules.check_vervolg([Regelsoort.VASTGELEGD, Regelsoort.VERNIETIGD], Regelsoort.OVERGEDRAGEN)

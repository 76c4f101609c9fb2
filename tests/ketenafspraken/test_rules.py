"""The rules of the chain at their edges."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vob.core.errors import RegelOvertreden
from vob.core.organisatietype import Organisatietype
from vob.ketenafspraken import rules
from vob.ketenafspraken.values import (
    Afspraaksoort,
    Afspraakstatus,
    Ladderstatus,
    Partnersoort,
    Situatie,
    Stand,
    Toestemming,
    Voorval,
    Vraagstatus,
    Zwaarte,
)

VANDAAG = date(2026, 11, 24)
C, O, W = Afspraakstatus.CONCEPT, Afspraakstatus.ONDERTEKEND, Afspraakstatus.OPGEZEGD  # noqa: E741 - short table
DAGEN = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("op", "tot", "moet"),
    [
        (None, None, True),
        (date(2026, 5, 24), None, False),  # six months to the day
        (date(2026, 5, 23), None, True),
        (date(2026, 11, 1), date(2026, 11, 24), False),  # its last day
        (date(2026, 11, 1), date(2026, 11, 23), True),
    ],
)
def test_when_a_number_must_be_checked(op: date | None, tot: date | None, moet: bool) -> None:
    assert rules.is_te_controleren(op, tot, VANDAAG, 6) is moet


@given(DAGEN, st.integers(1, 24))
def test_a_number_checked_today_is_good_today_and_not_for_ever(op: date, maanden: int) -> None:
    assert not rules.is_te_controleren(op, None, op, maanden)
    assert rules.is_te_controleren(op, None, op + timedelta(days=31 * maanden + 3), maanden)


@given(DAGEN, st.integers(1, 24))
def test_a_card_never_promises_more_than_the_check(op: date, maanden: int) -> None:
    assert not rules.is_te_controleren(op, None, rules.laatste_dag(op, None, maanden), maanden)


def test_its_own_last_day_may_come_first() -> None:
    assert rules.laatste_dag(VANDAAG, date(2026, 12, 1), 6) == date(2026, 12, 1)
    assert rules.laatste_dag(VANDAAG, date(2028, 12, 1), 6) == date(2027, 5, 24)


@pytest.mark.parametrize("nummer", ["", "112", "0555-300110", "+31 (0)20 1234567", "14 010", None])
def test_what_one_can_dial(nummer: str | None) -> None:
    rules.check_nummer(nummer)


@pytest.mark.parametrize("nummer", ["555300110", "bel Jan", "0555 doorkiezen", "0", "0" * 50])
def test_what_one_cannot_dial(nummer: str) -> None:
    with pytest.raises(RegelOvertreden):
        rules.check_nummer(nummer)


def test_a_private_number_needs_consent() -> None:
    rules.check_privenummer("", Toestemming.GEEN)
    rules.check_privenummer("0555-1", Toestemming.GEGEVEN)
    for anders in set(Toestemming) - {Toestemming.GEGEVEN}:
        with pytest.raises(RegelOvertreden):
            rules.check_privenummer("0555-1", anders)


@pytest.mark.parametrize(
    ("status", "van", "tot", "stand", "werkt"),
    [
        (C, -10, 10, Stand.CONCEPT, False),
        (O, 1, 400, Stand.ONDERTEKEND, False),
        (O, 0, 400, Stand.GELDIG, True),
        (O, -10, None, Stand.GELDIG, True),
        (O, -10, 91, Stand.GELDIG, True),
        (O, -10, 90, Stand.VERLOOPT, True),
        (O, -10, 0, Stand.VERLOOPT, True),
        (O, -10, -1, Stand.VERLOPEN, False),
        (W, -10, 0, Stand.OPGEZEGD, True),
        (W, -10, -1, Stand.OPGEZEGD, False),
    ],
)
def test_how_an_agreement_stands(
    status: Afspraakstatus, van: int, tot: int | None, stand: Stand, werkt: bool
) -> None:
    begin = VANDAAG + timedelta(days=van)
    einde = None if tot is None else VANDAAG + timedelta(days=tot)
    assert rules.calculate_stand(status, begin, einde, VANDAAG) is stand
    assert rules.is_in_werking(status, begin, einde, VANDAAG) is werkt


@pytest.mark.parametrize(
    ("over", "dagen"),
    [(91, None), (90, 90), (31, 90), (30, 30), (8, 30), (7, 7), (0, 7), (-1, None)],
)
def test_which_reminder_is_due(over: int, dagen: int | None) -> None:
    assert rules.drempel(VANDAAG + timedelta(days=over), VANDAAG) == dagen


def test_without_an_end_there_is_no_reminder() -> None:
    assert rules.drempel(None, VANDAAG) is None


@pytest.mark.parametrize("van", Afspraakstatus)
@pytest.mark.parametrize("naar", Afspraakstatus)
def test_the_table_decides_what_follows(van: Afspraakstatus, naar: Afspraakstatus) -> None:
    if naar in rules.OVERGANGEN[van]:
        rules.check_overgang(van, naar, Afspraaksoort.CONVENANT, 2)
    else:
        with pytest.raises(RegelOvertreden, match="gaat niet van"):
            rules.check_overgang(van, naar, Afspraaksoort.CONVENANT, 2)


def test_paper_needs_two_signatures_and_a_word_none() -> None:
    rules.check_overgang(C, O, Afspraaksoort.MONDELING, 0)
    with pytest.raises(RegelOvertreden, match="twee partijen"):
        rules.check_overgang(C, O, Afspraaksoort.PROTOCOL, 1)


def test_what_was_signed_does_not_change() -> None:
    rules.check_wijzigen(C)
    with pytest.raises(RegelOvertreden, match="nieuwe versie"):
        rules.check_wijzigen(O)


def test_one_version_follows_another() -> None:
    rules.check_verlengen(O, heeft_opvolger=False)
    with pytest.raises(RegelOvertreden, match="nog een concept"):
        rules.check_verlengen(C, heeft_opvolger=False)
    with pytest.raises(RegelOvertreden, match="al een nieuwere"):
        rules.check_verlengen(O, heeft_opvolger=True)


def test_a_ladder_is_adopted_once_and_not_empty() -> None:
    rules.check_ladder(Ladderstatus.CONCEPT, 1)
    with pytest.raises(RegelOvertreden, match="geen treden"):
        rules.check_ladder(Ladderstatus.CONCEPT, 0)
    with pytest.raises(RegelOvertreden, match="vastgesteld"):
        rules.check_ladder(Ladderstatus.VASTGESTELD, 5)


def test_an_answer_is_decided_on_once() -> None:
    rules.check_antwoord(Vraagstatus.WACHT)
    for status in set(Vraagstatus) - {Vraagstatus.WACHT}:
        with pytest.raises(RegelOvertreden):
            rules.check_antwoord(status)


@pytest.mark.parametrize(
    ("code", "voorval"),
    [
        ("bedreigen", Voorval.BEDREIGEN),
        ("bedreiging_gezin", Voorval.BEDREIGEN),
        ("anders", Voorval.ANDERS),
        ("onzin", None),
    ],
)
def test_a_case_names_its_kind_in_two_ways(code: str, voorval: Voorval | None) -> None:
    assert rules.voorval_van(code) is voorval


def test_every_kind_of_a_case_is_known_here() -> None:
    from vob.incidenten.values import Ernst, Hoofdvorm, Vorm

    assert all(rules.voorval_van(code) for code in (*Hoofdvorm, *Vorm))
    assert {ernst.value for ernst in Ernst} - {zwaarte.value for zwaarte in Zwaarte} == {"0"}
    assert set(rules.SITUATIES) == set(Voorval)
    assert set(rules.ROLLEN_PER_GEMEENTE) == set(Organisatietype)


@dataclass(frozen=True)
class Tree:
    vanaf: Zwaarte


def test_levels_up_to_how_grave_it_is() -> None:
    treden = [Tree(zwaarte) for zwaarte in Zwaarte]
    assert rules.treden_voor(treden, Zwaarte.ERNSTIG) == treden[:2]
    assert rules.treden_voor(treden, Zwaarte.ACUUT) == treden


@pytest.mark.parametrize(
    ("situaties", "gezocht", "bel", "wel"),
    [
        ([], [Situatie.MEDIA], [Partnersoort.OM], True),  # for everything
        ([Situatie.AANGIFTE], [], [Partnersoort.OM], True),  # nobody said what happened
        ([Situatie.AANGIFTE], [Situatie.AANGIFTE, Situatie.MEDIA], [Partnersoort.OM], True),
        ([Situatie.NAZORG], [Situatie.AANGIFTE], [Partnersoort.OM], False),
        ([Situatie.SPOED], [Situatie.AANGIFTE], [Partnersoort.OM], True),  # always
        ([], [], [Partnersoort.POLITIE], False),  # another partner
    ],
)
def test_whom_one_calls(
    situaties: list[Situatie], gezocht: list[Situatie], bel: list[Partnersoort], wel: bool
) -> None:
    assert rules.past(Partnersoort.OM, situaties, gezocht, bel) is wel


@pytest.mark.parametrize(
    ("minuten", "woorden"),
    [
        (0, "meteen"),
        (1, "binnen 1 minuut"),
        (90, "binnen 90 minuten"),
        (60, "binnen 1 uur"),
        (240, "binnen 4 uur"),
        (1440, "binnen 1 dag"),
        (2880, "binnen 2 dagen"),
    ],
)
def test_how_long_one_has(minuten: int, woorden: str) -> None:
    assert rules.binnen(minuten) == woorden


def test_a_card_holds_until_its_first_number_does_not() -> None:
    assert rules.kaart_geldig_tot(VANDAAG, 6, []) == date(2027, 5, 24)
    dagen = [date(2027, 3, 1), date(2027, 1, 15), date(2026, 11, 1)]
    assert rules.kaart_geldig_tot(VANDAAG, 6, dagen) == date(2027, 1, 15)
    assert rules.kaart_geldig_tot(VANDAAG, 6, [VANDAAG]) == VANDAAG


@pytest.mark.parametrize(
    ("tekst", "anders"),
    [
        ("De dijkgraaf belt.", "De loco-dijkgraaf belt."),
        ("De loco-dijkgraaf belt.", "De loco-dijkgraaf belt."),
        ("Een dijkgraafschap", "Een dijkgraafschap"),
        ("De burgemeester beslist.", "De burgemeester beslist."),
    ],
)
def test_who_is_threatened_is_replaced_as_a_whole_word(tekst: str, anders: str) -> None:
    assert rules.replace_bestuurder(tekst, "dijkgraaf", "loco-dijkgraaf") == anders

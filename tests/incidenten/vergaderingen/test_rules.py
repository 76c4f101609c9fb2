"""What entries of a log say together, and what their clocks mean."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vob.core.errors import RegelOvertreden
from vob.core.organisatietype import WOORDEN, Functie, Organisatietype
from vob.incidenten.values import Vorm
from vob.incidenten.vergaderingen import operations, rules
from vob.incidenten.vergaderingen.rules import Gepland, combine
from vob.incidenten.vergaderingen.values import Aard, Logsoort, Vergadersoort, soort_label

ACHT = datetime(2026, 11, 12, 19, 0, tzinfo=UTC)
S = Logsoort


@dataclass(frozen=True)
class Regel:
    id: int
    soort: Logsoort = S.ROEPEN
    minuut: int = 0
    bij_id: int | None = None
    aard: Aard = Aard.REGEL
    tekst: str | None = None
    persoon: str | None = None

    @property
    def moment(self) -> datetime:
        return ACHT + timedelta(minutes=self.minuut)


def test_every_kind_has_one_button_and_one_key_of_its_own() -> None:
    knoppen = [soort for _, soorten in rules.GROEPEN for soort in soorten]
    assert {*knoppen, S.NOTITIE} == set(S)
    assert len(knoppen) == len(set(knoppen)) == len(S) - 1
    assert set(rules.TOETS) == set(S)
    assert len(set(rules.TOETS.values())) == len(S)


def test_a_late_entry_stands_where_it_happened() -> None:
    punten = combine([Regel(1, minuut=10), Regel(2, minuut=5), Regel(3, minuut=10)])
    assert [punt.regel.id for punt in punten] == [2, 1, 3]
    assert [punt.vervangen for punt in punten] == [[], [], []]


def test_warnings_are_numbered_by_time_without_those_withdrawn() -> None:
    punten = combine(
        [
            Regel(1, S.WAARSCHUWING, 9),
            Regel(2, S.WAARSCHUWING, 3),
            Regel(3, S.WAARSCHUWING, 5),
            Regel(4, S.WAARSCHUWING, 6, bij_id=3, aard=Aard.INTREKKING),
        ]
    )
    assert [punt.label for punt in punten] == ["Waarschuwing 1", "Waarschuwing", "Waarschuwing 2"]
    assert [punt.is_ingetrokken for punt in punten] == [False, True, False]


def test_a_correction_holds_and_the_original_stays() -> None:
    (punt,) = combine(
        [
            Regel(1, S.ROEPEN, 3, tekst="Boe", persoon="A"),
            Regel(2, S.ROEPEN, 4, bij_id=1, aard=Aard.AANVULLING, tekst="Nog eens", persoon="B"),
            Regel(3, S.GOOIEN, 2, bij_id=1, aard=Aard.CORRECTIE, tekst="Een ei", persoon="C"),
            Regel(4, S.ROEPEN, 5, bij_id=1, aard=Aard.AANVULLING, tekst="Twee"),
        ]
    )
    assert punt.is_gecorrigeerd
    assert (punt.geldt.soort, punt.geldt.moment) == (S.GOOIEN, ACHT + timedelta(minutes=2))
    assert punt.teksten == ["Een ei", "Twee"]
    assert punt.personen == ["C"]
    assert [regel.tekst for regel in punt.vervangen] == ["Boe", "Nog eens"]


def test_what_was_withdrawn_can_be_corrected_back() -> None:
    regels = [
        Regel(1),
        Regel(2, bij_id=1, aard=Aard.INTREKKING),
        Regel(3, bij_id=1, aard=Aard.CORRECTIE),
    ]
    (weg,) = combine(regels[:2])
    (terug,) = combine(regels)
    assert weg.is_ingetrokken
    assert not weg.is_verstoring
    assert terug.is_verstoring


@pytest.mark.parametrize(
    ("soorten", "verwacht", "staat_stil"),
    [
        ([], [], None),
        ([S.SCHORSING], [(0, None)], 0),
        ([S.SCHORSING, S.ROEPEN, S.HERVAT], [(0, 2)], None),
        ([S.SCHORSING, S.SCHORSING, S.HERVAT, S.HERVAT], [(0, 2)], None),
        ([S.HERVAT, S.SCHORSING, S.GESLOTEN], [(1, 2)], None),
        ([S.SCHORSING, S.HERVAT, S.SCHORSING], [(0, 1), (2, None)], 2),
    ],
)
def test_from_when_until_when_the_meeting_stood_still(
    soorten: list[Logsoort], verwacht: list[tuple[int, int | None]], staat_stil: int | None
) -> None:
    punten = combine([Regel(n, soort, n) for n, soort in enumerate(soorten)])
    minuten = [
        (Regel(0, minuut=van).moment, None if tot is None else Regel(0, minuut=tot).moment)
        for van, tot in verwacht
    ]
    assert rules.schorsingen(punten) == minuten
    assert rules.is_geschorst(punten) == (
        None if staat_stil is None else Regel(0, minuut=staat_stil).moment
    )


def test_a_withdrawn_entry_neither_suspends_nor_ends() -> None:
    punten = combine(
        [
            Regel(1, S.SCHORSING),
            Regel(2, S.SCHORSING, bij_id=1, aard=Aard.INTREKKING),
            Regel(3, S.GESLOTEN, 5),
        ]
    )
    assert rules.schorsingen(punten) == []
    assert rules.is_voorbij(punten)
    assert not rules.is_voorbij(punten[:1])


@pytest.mark.parametrize(
    ("moment", "klok", "nu", "verwacht"),
    [
        (0, 0, 2, 0),  # two seconds on the way
        (0, None, 90, 0),  # no clock said: as it was written
        (0, 60, 60, 0),  # waited a minute, the clock is right
        (600, 600, 0, 0),  # ten minutes ahead
        (-600, -540, 0, -60),  # ten minutes behind less a minute of waiting
        (3, 3, 0, 0),  # a little ahead: now, not the future
    ],
)
def test_a_wrong_clock_is_put_right(moment: int, klok: int | None, nu: int, verwacht: int) -> None:
    def op(seconden: int) -> datetime:
        return ACHT + timedelta(seconds=seconden)

    assert rules.eigen_tijd(op(moment), None if klok is None else op(klok), op(nu)) == op(verwacht)


@given(st.integers(-7200, 7200), st.integers(6, 7200))
def test_a_clock_that_is_off_changes_nothing_of_how_long_ago_it_was(
    scheef: int, gewacht: int
) -> None:
    nu = ACHT
    klok = nu + timedelta(seconds=scheef)
    gevonden = rules.eigen_tijd(klok - timedelta(seconds=gewacht), klok, nu)
    assert abs((nu - gevonden).total_seconds() - gewacht) <= 5


@pytest.mark.parametrize(
    ("uren", "zin"),
    [(2, "nog niet geweest"), (-25, "hoort niet bij"), (-24 * 9, "hoort niet bij")],
)
def test_a_moment_of_another_day_is_refused(uren: int, zin: str) -> None:
    with pytest.raises(RegelOvertreden, match=zin):
        rules.check_moment(ACHT + timedelta(hours=uren), ACHT, ACHT + timedelta(hours=1))


def test_a_week_later_is_too_late_to_be_of_this_meeting() -> None:
    rules.check_moment(ACHT + rules.ACHTERAF, ACHT, ACHT + timedelta(days=9))
    with pytest.raises(RegelOvertreden, match="hoort niet bij"):
        rules.check_moment(ACHT + timedelta(days=8), ACHT, ACHT + timedelta(days=9))


def test_a_case_is_counted_as_a_disturbance_and_as_what_else_it_was() -> None:
    assert rules.vormen_van([S.ROEPEN]) == [Vorm.ORDEVERSTORING]
    assert rules.vormen_van([S.GOOIEN, S.BELEDIGING, S.GOOIEN, S.POLITIE]) == [
        Vorm.ORDEVERSTORING,
        Vorm.FYSIEK,
        Vorm.BELEDIGING,
    ]


def test_only_what_the_agenda_itself_changed_is_taken_over() -> None:
    oud = Gepland("Raad", ACHT, ACHT, "Zaal", False)
    hier = Gepland("Raad over de begroting", ACHT, ACHT, "Zaal 2", False)
    nieuw = Gepland("Raad", ACHT + timedelta(hours=1), ACHT, "Zaal 2", True)
    assert rules.find_changes(hier, oud, nieuw) == ["begin", "is_afgelast"]
    assert rules.find_changes(oud, oud, oud) == []


@pytest.mark.parametrize(
    ("titel", "soort"),
    [
        ("Raadscommissie Ruimte", Vergadersoort.COMMISSIE),
        ("Gemeenteraad 12 november", Vergadersoort.RAAD),
        ("Provinciale Staten", Vergadersoort.RAAD),
        ("Gedeputeerde Staten", Vergadersoort.COLLEGE),
        ("Algemeen Bestuur", Vergadersoort.RAAD),
        ("Inloopavond dijk", Vergadersoort.BIJEENKOMST),
        ("Fractievoorzittersoverleg", Vergadersoort.ANDERS),
    ],
)
def test_the_kind_of_meeting_is_guessed_from_its_title(titel: str, soort: Vergadersoort) -> None:
    assert rules.guess_soort(titel) is soort


def test_a_kind_of_meeting_has_the_word_of_the_organisation() -> None:
    woorden = WOORDEN[Organisatietype.WATERSCHAP]
    assert soort_label(Vergadersoort.RAAD, woorden) == "Vergadering van het algemeen bestuur"
    assert soort_label(Vergadersoort.COLLEGE, woorden) == "Vergadering van het dagelijks bestuur"
    assert soort_label(Vergadersoort.COMMISSIE, woorden) == "Commissievergadering"


@pytest.mark.parametrize(
    ("soort", "naam", "functie"),
    [
        (Vergadersoort.RAAD, "het algemeen bestuur", Functie.RAADSLID),
        (Vergadersoort.COMMISSIE, "de commissie", Functie.COMMISSIELID),
        (Vergadersoort.COLLEGE, "het dagelijks bestuur", Functie.WETHOUDER),
        (Vergadersoort.BIJEENKOMST, "de aanwezigen", Functie.ANDERS),
        (Vergadersoort.ANDERS, "de aanwezigen", Functie.ANDERS),
    ],
)
def test_whom_a_disturbance_hit_follows_from_the_meeting(
    soort: Vergadersoort, naam: str, functie: Functie
) -> None:
    gevonden = operations.getroffenen(soort, WOORDEN[Organisatietype.WATERSCHAP])
    assert gevonden == {"getroffene_naam": naam, "getroffene_functie": functie}

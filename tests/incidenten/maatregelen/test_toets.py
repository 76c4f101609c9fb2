"""The fairness check of overig.md §5.5: nothing goes on before every point is met."""

from dataclasses import replace
from datetime import date

import pytest

from vob.core.errors import RegelOvertreden
from vob.incidenten.maatregelen.soorten import SOORTEN
from vob.incidenten.maatregelen.toets import Voorstel, check_toets, find_etiket, list_punten
from vob.incidenten.maatregelen.values import Grens, JaNee, Maatregelsoort

S = Maatregelsoort
GOED = Voorstel(
    feiten="Gooide een stoel naar de bode.",
    feiten_op=date(2026, 11, 3),
    grens=Grens.OVER,
    gehoord=JaNee.JA,
    gehoord_op=date(2026, 11, 5),
    gehoord_toelichting="Zei dat het hem speet.",
    gesprek=JaNee.JA,
    gesprek_toelichting="",
    reden="De bode durft niet alleen te werken.",
    grondslag="Huisregels",
    heeft_orgaan=True,
    evenredig="Een waarschuwing hielp niet.",
    tot=date(2027, 2, 1),
    toets_op=date(2027, 1, 1),
    gebouw="Gemeentehuis",
    dienstverlening="Per brief.",
    heeft_beslisser=True,
)
BAN = SOORTEN[S.TOEGANG_GEBOUW]


def test_a_measure_that_is_fair_may_go_on() -> None:
    check_toets(GOED, BAN)
    assert all(punt.voldaan for punt in list_punten(GOED, BAN))


@pytest.mark.parametrize(
    ("anders", "punt"),
    [
        ({"feiten": " "}, "Feiten concreet"),
        ({"feiten_op": None}, "Feiten concreet"),
        ({"grens": None}, "Kritiek en emotie"),
        ({"grens": Grens.KRITIEK}, "Kritiek en emotie"),
        ({"grens": Grens.EMOTIE}, "Kritiek en emotie"),
        ({"gehoord": None}, "Hoor en wederhoor"),
        ({"gehoord_op": None}, "Hoor en wederhoor"),
        ({"gehoord_toelichting": " "}, "wat zei die ervan"),
        ({"gehoord": JaNee.NEE, "gehoord_toelichting": ""}, "Hoor en wederhoor"),
        ({"gesprek": None}, "Gesprek aangeboden"),
        ({"gesprek": JaNee.NEE}, "Gesprek aangeboden"),
        ({"reden": ""}, "Motivering"),
        ({"grondslag": " "}, "Namens het juiste orgaan"),
        ({"heeft_orgaan": False}, "Namens het juiste orgaan"),
        ({"evenredig": ""}, "Evenredig"),
        ({"tot": None}, "Einddatum en toets"),
        ({"toets_op": None}, "Einddatum en toets"),
        ({"toets_op": date(2027, 2, 2)}, "Einddatum en toets"),  # after it ended
        ({"gebouw": " "}, "Plaats genoemd"),
        ({"dienstverlening": ""}, "Dienstverlening blijft"),
        ({"heeft_beslisser": False}, "Tweede beoordelaar"),
    ],
)
def test_each_point_is_asked(anders: dict[str, object], punt: str) -> None:
    voorstel = replace(GOED, **anders)  # type: ignore[arg-type]  # as named
    with pytest.raises(RegelOvertreden, match=punt):
        check_toets(voorstel, BAN)


def test_not_heard_is_possible_with_the_reason() -> None:
    niet = replace(GOED, gehoord=JaNee.NEE, gehoord_op=None, gehoord_toelichting="Te gevaarlijk.")
    check_toets(niet, BAN)
    check_toets(replace(GOED, gesprek=JaNee.NEE, gesprek_toelichting="Wilde niet."), BAN)
    check_toets(replace(GOED, toets_op=GOED.tot), BAN)  # on the last day itself


@pytest.mark.parametrize(
    ("soort", "aantal"), [(S.GEEN, 1), (S.PLATFORM, 1), (S.GESPREK, 3), (S.SCHRIFTELIJK, 8)]
)
def test_what_asks_less_of_someone_owes_less(soort: S, aantal: int) -> None:
    assert len(list_punten(GOED, SOORTEN[soort])) == aantal


@pytest.mark.parametrize(
    "tekst",
    ["Een lastige inwoner.", "Zij is een QUERULANT", "een notoire klager", "die lastpak weer"],
)
def test_a_label_on_a_person_is_found(tekst: str) -> None:
    assert find_etiket(tekst)


def test_behaviour_is_no_label() -> None:
    assert find_etiket("Het was een lastig besluit.") is None
    assert find_etiket("") is None


@pytest.mark.parametrize(
    "citaat",
    [
        '"U bent een idioot, en u weet het"',
        "“U bent een idioot”",
        "„U bent een idioot”",
        "„U bent een idioot“",
        "”U bent een idioot”",
        "«U bent een idioot»",
        "»U bent een idioot«",
        "'U bent een idioot'",
        "‘U bent een idioot’",
        "'Die foto's zijn van een idioot!'",
        "'idioot'",
        "'je bent een idioot'",
        '"U bent\neen idioot"',
    ],
)
def test_what_someone_said_may_be_quoted(citaat: str) -> None:
    assert find_etiket(f"Hij riep: {citaat}, en ging weg.") is None
    assert find_etiket(citaat) is None
    assert find_etiket(f"Die idioot riep: {citaat}.") == "idioot"


@pytest.mark.parametrize(
    "tekst",
    [
        'Riep "weg" en die idioot riep "hoi".',
        "Hij liet foto's zien, de idioot, en video's.",
        "'s Avonds kwam de idioot terug, 's nachts ook.",
        "Om 't huis liep die idioot met z'n fiets.",
        "‘s Avonds kwam de idioot terug, ’s nachts ook.",
        'Riep: "weg, en de idioot bleef staan.',
        "De burgemeesters' kamer: een idioot, zeiden de bodes' collega's.",
    ],
)
def test_a_label_outside_a_quotation_is_found(tekst: str) -> None:
    assert find_etiket(tekst) == "idioot"

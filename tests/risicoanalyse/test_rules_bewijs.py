"""When steps 3, 5 and 11 are in order: the edge days."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from vob.core.bewijs import Oordeel
from vob.core.clock import TZ
from vob.risicoanalyse import rules_bewijs as rules
from vob.risicoanalyse.rules_beveiliging import bekijken_op, is_voorbij
from vob.risicoanalyse.rules_bewijs import Analyses, Bijeenkomsten, Peil
from vob.risicoanalyse.values_bijeenkomst import Beveiligingsstatus as Status

OP = date(2026, 3, 31)


def judge(peildatum: date, **anders: Any) -> tuple[Oordeel, str]:
    waarden: dict[str, Any] = {
        "generiek_op": OP,
        "gebieden": [OP],
        "bestuurders": 3,
        "aangeboden": 3,
        "maanden_generiek": 12,
        "maanden_gebied": 12,
    }
    return rules.judge_analyses(Analyses(**waarden | anders), Peil(peildatum, 60))


@pytest.mark.parametrize(
    ("peildatum", "oordeel"),
    [
        (date(2026, 4, 1), Oordeel.OP_ORDE),
        (date(2027, 1, 29), Oordeel.OP_ORDE),  # 61 days left
        (date(2027, 1, 30), Oordeel.LET_OP),  # 60 days left
        (date(2027, 3, 30), Oordeel.LET_OP),  # the last day
        (date(2027, 3, 31), Oordeel.NIET_OP_ORDE),  # twelve months
    ],
)
def test_step_3_on_its_edge_days(peildatum: date, oordeel: Oordeel) -> None:
    assert judge(peildatum)[0] is oordeel


@pytest.mark.parametrize(
    ("anders", "oordeel"),
    [
        ({"generiek_op": None}, Oordeel.NIET_OP_ORDE),
        ({"gebieden": [OP, None]}, Oordeel.LET_OP),
        ({"gebieden": [OP, date(2025, 4, 1)]}, Oordeel.LET_OP),
        ({"gebieden": [OP, date(2025, 4, 2)]}, Oordeel.LET_OP),  # ends tomorrow
        ({"gebieden": []}, Oordeel.OP_ORDE),
        ({"aangeboden": 2}, Oordeel.LET_OP),
        ({"bestuurders": 0, "aangeboden": 0}, Oordeel.OP_ORDE),
    ],
)
def test_step_3_with_something_missing(anders: dict[str, Any], oordeel: Oordeel) -> None:
    assert judge(date(2026, 4, 1), **anders)[0] is oordeel


def test_step_3_names_its_figures() -> None:
    zin = judge(date(2026, 4, 1), gebieden=[OP, None], aangeboden=2)[1]
    assert "1 van 2 gevoelige beleidsgebieden" in zin
    assert "2 van 3 bestuurders" in zin


@pytest.mark.parametrize(
    ("toets", "onbesloten", "oordeel"),
    [
        (date(2026, 3, 30), 0, Oordeel.NIET_OP_ORDE),
        (date(2026, 3, 31), 0, Oordeel.LET_OP),  # the day itself
        (date(2026, 5, 30), 0, Oordeel.LET_OP),  # 60 days
        (date(2026, 5, 31), 0, Oordeel.OP_ORDE),
        (date(2026, 5, 31), 1, Oordeel.NIET_OP_ORDE),
    ],
)
def test_step_5_on_its_edge_days(toets: date, onbesloten: int, oordeel: Oordeel) -> None:
    stand = rules.judge_beveiliging([toets, date(2027, 1, 1)], onbesloten, Peil(OP, 60))
    assert stand[0] is oordeel


@pytest.mark.parametrize(
    ("status", "tot", "dag"),
    [
        (Status.ACTIEF, OP, OP),
        (Status.ACTIEF, None, date(2026, 9, 1)),
        (Status.ACTIEF, date(2026, 9, 2), date(2026, 9, 1)),
        (Status.BESLOTEN, OP, date(2026, 9, 1)),
    ],
)
def test_what_runs_is_looked_at_when_it_ends(status: Status, tot: date | None, dag: date) -> None:
    assert bekijken_op(status, tot, date(2026, 9, 1)) == dag
    assert is_voorbij(status, tot, OP) is False
    assert is_voorbij(status, tot, OP + timedelta(days=1)) is (dag == OP)


def test_step_5_without_measures_is_not_for_vob_to_see() -> None:
    assert rules.judge_beveiliging([], 0, Peil(OP, 60))[0] is Oordeel.NIET_TE_ZIEN


@pytest.mark.parametrize(
    ("moment", "tijd", "vooraf"),
    [
        (datetime(2026, 3, 31, 19, 29, tzinfo=TZ), time(19, 30), True),
        (datetime(2026, 3, 31, 19, 30, tzinfo=TZ), time(19, 30), False),
        (datetime(2026, 3, 31, 23, 59, tzinfo=TZ), None, True),
        (datetime(2026, 3, 31, 22, 1, tzinfo=UTC), None, False),  # 1 April in the Netherlands
    ],
)
def test_made_before_it_took_place(moment: datetime, tijd: time | None, vooraf: bool) -> None:
    assert rules.is_vooraf(moment, OP, tijd) is vooraf


@pytest.mark.parametrize(
    ("stand", "oordeel"),
    [
        (Bijeenkomsten(0, 0, 0, 0), Oordeel.NIET_TE_ZIEN),
        (Bijeenkomsten(4, 4, 0, 0), Oordeel.OP_ORDE),
        (Bijeenkomsten(4, 3, 0, 0), Oordeel.NIET_OP_ORDE),
        (Bijeenkomsten(4, 4, 1, 0), Oordeel.LET_OP),
        (Bijeenkomsten(0, 0, 1, 0), Oordeel.LET_OP),
        (Bijeenkomsten(4, 4, 0, 1), Oordeel.LET_OP),
    ],
)
def test_step_11(stand: Bijeenkomsten, oordeel: Oordeel) -> None:
    assert rules.judge_bijeenkomsten(stand)[0] is oordeel


@pytest.mark.parametrize(("dag", "laat"), [(date(2026, 4, 8), False), (date(2026, 4, 9), True)])
def test_looking_back_is_late_after_so_many_working_days(dag: date, laat: bool) -> None:
    """31 March plus five working days is 8 April: Easter Monday does not count."""
    assert rules.is_terugblik_laat(OP, dag, 5) is laat


@pytest.mark.parametrize(
    ("dagen", "herinnerd"),
    [
        *((31, False), (30, True), (8, False), (7, True), (1, False), (0, True), (-1, False)),
        *((-6, False), (-7, True), (-14, True)),
    ],
)
def test_one_is_reminded_now_and_then(dagen: int, herinnerd: bool) -> None:
    dag = OP + timedelta(days=dagen)
    assert rules.is_herinnerdag(dag, OP) is herinnerd
    assert (dag in rules.herinnerdagen(OP)) is herinnerd

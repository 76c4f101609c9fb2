"""Counting damage, exact to the cent."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vob.core.errors import RegelOvertreden
from vob.incidenten.schade.rules import (
    HOOGSTE,
    Bedragen,
    bereken,
    check_bedrag,
    check_claim,
    klokken_van,
)
from vob.incidenten.schade.values import Claimstatus as S
from vob.incidenten.schade.values import Route
from vob.incidenten.termijnen.values import Termijnsoort

BEDRAG = st.decimals(Decimal("0.01"), HOOGSTE, places=2)
D = Decimal


@pytest.mark.parametrize(
    ("status", "toegekend", "ontvangen", "open_"),
    [
        (S.VOORBEREID, None, "0", "300.10"),
        (S.INGEDIEND, None, "100.05", "200.05"),
        (S.DEELS, "200", "50", "150"),
        (S.TOEGEKEND, "300.10", "300.10", "0"),
        (S.TOEGEKEND, "300.10", "400", "0"),  # interest: never less than nothing
        (S.TOEGEKEND, None, "0", "300.10"),  # not known yet what
        (S.AFGEWEZEN, None, "0", "0"),
        (S.AFGEROND, "300.10", "100", "0"),
    ],
)
def test_what_is_still_to_come(
    status: S, toegekend: str | None, ontvangen: str, open_: str
) -> None:
    bedragen = bereken(
        status, [D("100.05"), D("200.05")], D(toegekend) if toegekend else None, [D(ontvangen)]
    )
    assert bedragen.geeist == D("300.10")
    assert bedragen.ontvangen == D(ontvangen)
    assert bedragen.open == D(open_)


@given(st.lists(BEDRAG, max_size=20), st.lists(BEDRAG, max_size=20))
def test_nothing_is_lost_in_adding(posten: list[Decimal], betalingen: list[Decimal]) -> None:
    bedragen = bereken(S.INGEDIEND, posten, None, betalingen)
    assert bedragen.geeist == sum(posten, D(0))
    assert bedragen.open == max(sum(posten, D(0)) - sum(betalingen, D(0)), D(0))
    assert bedragen + Bedragen() == bedragen
    assert (bedragen + bedragen).ontvangen == 2 * bedragen.ontvangen


def test_a_claim_needs_a_route_or_a_reason() -> None:
    check_claim(None, S.VOORBEREID, None, "")
    check_claim(Route.GEEN, S.VOORBEREID, None, "Te klein bedrag")
    check_claim(Route.VOEGING, S.DEELS, D(1), "")
    with pytest.raises(RegelOvertreden, match="niet verhaalt"):
        check_claim(Route.GEEN, S.VOORBEREID, None, " ")
    with pytest.raises(RegelOvertreden, match="hoe u de schade"):
        check_claim(None, S.INGEDIEND, None, "")
    with pytest.raises(RegelOvertreden, match="welk bedrag"):
        check_claim(Route.CIVIEL, S.TOEGEKEND, None, "")


@pytest.mark.parametrize("bedrag", ["0", "-1", "10000000"])
def test_an_amount_has_its_limits(bedrag: str) -> None:
    with pytest.raises(RegelOvertreden):
        check_bedrag(D(bedrag))
    check_bedrag(D("0.01"))
    check_bedrag(HOOGSTE)


def test_a_judgment_says_what_was_awarded() -> None:
    for stand in (S.VOORBEREID, S.INGEDIEND):
        with pytest.raises(RegelOvertreden, match="Er is een uitspraak"):
            check_claim(Route.VOEGING, stand, None, "", date(2026, 11, 1))
    check_claim(Route.VOEGING, S.AFGEWEZEN, None, "", date(2026, 11, 1))


VOORVAL, FORMULIER, UITSPRAAK = (
    datetime(2026, 5, 31, 22, tzinfo=UTC),
    date(2026, 8, 1),
    date(2026, 10, 31),
)


@pytest.mark.parametrize(
    ("anders", "klokken"),
    [
        ({"route": None}, {}),
        ({"formulier_op": None}, {}),
        ({}, {Termijnsoort.VOEGING: FORMULIER}),
        ({"ingediend_op": date(2026, 8, 2)}, {}),
        ({"status": S.INGEDIEND}, {}),
        ({"route": Route.SCHADEFONDS}, {Termijnsoort.SCHADEFONDS: VOORVAL}),
        ({"route": Route.SCHADEFONDS, "status": S.INGEDIEND}, {}),
        ({"status": S.DEELS, "onherroepelijk_op": None}, {}),
        ({"status": S.DEELS}, {Termijnsoort.CJIB: UITSPRAAK}),
        ({"status": S.TOEGEKEND, "te_ontvangen": D("0.01")}, {Termijnsoort.CJIB: UITSPRAAK}),
        ({"status": S.TOEGEKEND, "te_ontvangen": D("0.00")}, {}),
        ({"status": S.AFGEWEZEN}, {}),
        ({"status": S.TOEGEKEND, "route": Route.CIVIEL}, {}),
    ],
)
def test_which_clocks_a_claim_asks_for(
    anders: dict[str, Any], klokken: dict[Termijnsoort, date | datetime]
) -> None:
    feiten: dict[str, Any] = {
        "route": Route.VOEGING,
        "status": S.VOORBEREID,
        "voorval_op": VOORVAL,
        "formulier_op": FORMULIER,
        "ingediend_op": None,
        "onherroepelijk_op": UITSPRAAK,
        "te_ontvangen": D("100"),
    }
    assert klokken_van(**feiten | anders) == klokken

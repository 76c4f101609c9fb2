"""Counting damage, exact to the cent."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vob.core.errors import RegelOvertreden
from vob.incidenten.schade.rules import HOOGSTE, Bedragen, bereken, check_bedrag, check_claim
from vob.incidenten.schade.values import Claimstatus as S
from vob.incidenten.schade.values import Route

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

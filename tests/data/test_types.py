"""Column types: an amount is exact, and a moment has a zone."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite

from vob.data import Bedrag, UtcDateTime

DIALECT: Any = sqlite.dialect()


@given(st.decimals(Decimal("-99999999.99"), Decimal("99999999.99"), places=2))
def test_an_amount_comes_back_as_it_went_in(bedrag: Decimal) -> None:
    centen = Bedrag().process_bind_param(bedrag, DIALECT)
    assert isinstance(centen, int)
    assert Bedrag().process_result_value(centen, DIALECT) == bedrag


def test_nothing_stays_nothing() -> None:
    assert Bedrag().process_bind_param(None, DIALECT) is None
    assert Bedrag().process_result_value(None, DIALECT) is None


def test_an_amount_is_never_rounded() -> None:
    with pytest.raises(ValueError, match="two decimals"):
        Bedrag().process_bind_param(Decimal("1.005"), DIALECT)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        UtcDateTime().process_bind_param(
            datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None), DIALECT
        )

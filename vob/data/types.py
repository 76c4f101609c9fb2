"""Column types: a moment in UTC, an exact amount, and values that are stored encrypted."""

import json
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, LargeBinary, TypeDecorator

from .crypto import sleutelbos


class UtcDateTime(TypeDecorator[datetime]):
    """SQLite forgets the zone; here every moment goes in and comes out as UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A moment without a time zone is not a moment.")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Bedrag(TypeDecorator[Decimal]):
    """Euros, exact to the cent: kept as a number of cents, because SQLite knows no decimals.

    More than two decimals are refused: a rounded amount is another amount.
    """

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        if value is None:
            return None
        centen = value * 100
        if centen != centen.to_integral_value():
            raise ValueError("An amount has at most two decimals.")
        return int(centen)

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value).scaleb(-2)


class _Encrypted:
    """What the encrypted types share: the context that binds a value to its column."""

    def __init__(self, context: str) -> None:
        self.context = context
        super().__init__()


class VersleuteldeBytes(_Encrypted, TypeDecorator[bytes]):
    """Bytes, encrypted. `context` is `table.column`."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        return None if value is None else sleutelbos().encrypt(value, self.context)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        return None if value is None else sleutelbos().decrypt(value, self.context)


class Versleuteld(_Encrypted, TypeDecorator[str]):
    """Text, encrypted. Cannot be searched or sorted; for equality keep a blind index beside it."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        return None if value is None else sleutelbos().encrypt(value.encode(), self.context)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        return None if value is None else sleutelbos().decrypt(value, self.context).decode()


class VersleuteldeJson(_Encrypted, TypeDecorator[Any]):
    """A small structure, encrypted as JSON."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:
        if value is None:
            return None
        return sleutelbos().encrypt(json.dumps(value).encode(), self.context)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Any:
        return None if value is None else json.loads(sleutelbos().decrypt(value, self.context))


ENCRYPTED = (Versleuteld, VersleuteldeBytes, VersleuteldeJson)

"""Keyset paging: the next page starts after the last row seen, so page 4,000 costs as page 1."""

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, TypeAlias, TypeVar

from sqlalchemy import ColumnElement, Select, func, literal, select, tuple_
from sqlalchemy.orm import InstrumentedAttribute

from .audit import AnySession

PER_BLADZIJDE = 25
CAP = 1000

T = TypeVar("T")
Kolom: TypeAlias = ColumnElement[T] | InstrumentedAttribute[T]


class OnjuisteCursor(ValueError):
    """The place to go on from is not one that VOB gave out."""


@dataclass(frozen=True)
class Sortering:
    """Order by `kolom`, then by `sleutel` (unique). Neither may hold NULL."""

    kolom: Kolom[Any]
    sleutel: Kolom[int]
    aflopend: bool = True


@dataclass(frozen=True)
class Bladzijde(Generic[T]):
    """Rows, and the cursors of the page after (`na`) and before (`voor`), if there is one."""

    rijen: Sequence[T]
    na: str | None = None
    voor: str | None = None


def read_page(
    session: AnySession,
    stmt: Select[T],
    sortering: Sortering,
    *,
    na: str | None = None,
    voor: str | None = None,
    size: int = PER_BLADZIJDE,
) -> Bladzijde[T]:
    """One page of `stmt`. The sort values are read along with the rows: no second query.

    Raises OnjuisteCursor when `na` or `voor` was not made by this function.
    """
    back = voor is not None
    cursor = voor if back else na
    kolom, sleutel = sortering.kolom, sortering.sleutel
    descending = sortering.aflopend != back
    keyed = stmt.add_columns(kolom.label("_kolom"), sleutel.label("_sleutel"))
    if cursor:
        waarde, id = _decode(cursor)
        # Bound with the column's own type: a moment must be written as the column writes it.
        place = tuple_(literal(waarde, kolom.type), literal(id))
        here = tuple_(kolom, sleutel)
        keyed = keyed.where(here < place if descending else here > place)
    order = (kolom.desc(), sleutel.desc()) if descending else (kolom.asc(), sleutel.asc())
    found = session.execute(keyed.order_by(*order).limit(size + 1)).all()
    more, found = len(found) > size, found[:size]
    if back:
        found = found[::-1]
    first, last = (found[0], found[-1]) if found else (None, None)
    has_next, has_previous = (True, more) if back else (more, bool(cursor))
    return Bladzijde(
        rijen=[row[0] for row in found],
        na=_encode(last[-2:]) if last and has_next else None,
        voor=_encode(first[-2:]) if first and has_previous else None,
    )


def count_capped(session: AnySession, stmt: Select[Any], cap: int = CAP) -> int:
    """How many rows, at most `cap` + 1: counting a million to print a number helps nobody."""
    few = stmt.order_by(None).limit(cap + 1).subquery()
    return session.scalar(select(func.count()).select_from(few)) or 0


def _encode(place: Sequence[Any]) -> str:
    values = [
        {"t": v.isoformat()}
        if isinstance(v, datetime)
        else {"d": v.isoformat()}
        if isinstance(v, date)
        else v
        for v in place
    ]
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")


def _decode(cursor: str) -> list[Any]:
    try:
        values = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        kolom, sleutel = values
        if isinstance(kolom, dict):
            kolom = (
                datetime.fromisoformat(kolom["t"])
                if "t" in kolom
                else date.fromisoformat(kolom["d"])
            )
        return [kolom, int(sleutel)]
    except (ValueError, TypeError, KeyError) as fault:
        raise OnjuisteCursor(cursor) from fault

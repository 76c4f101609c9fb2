"""Keyset paging: the next page starts after the last row seen, so page 4,000 costs as page 1."""

import base64
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, Generic, TypeAlias, TypeVar

from sqlalchemy import (
    ColumnElement,
    Integer,
    Row,
    Select,
    TypeDecorator,
    bindparam,
    func,
    select,
    tuple_,
)
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.types import TypeEngine

from .audit import AnySession

PER_BLADZIJDE = 25
CAP = 500  # nobody does anything else with the five-hundred-and-first
_MAX_ID = 2**31 - 1

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
    """Rows, and the cursors of the page after (`na`) and before (`voor`), if there is one.

    `aantal`: how many rows there are on all pages, if that was asked; at most one above the cap.
    """

    rijen: Sequence[T]
    na: str | None = None
    voor: str | None = None
    aantal: int = 0


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
    plek = _read_cursor(sortering, na, voor)
    keyed = _keyed(stmt, sortering, plek is not None, back=voor is not None)
    found = session.execute(keyed, {"_limiet": size + 1, **(plek or {})}).all()
    return _bladzijde(found, size, lambda row: row[0], plek is not None, back=voor is not None)


class Lijstvraag:
    """A list whose SQL is built once and sent often, with other values.

    `ids` selects the keys of all rows; `kolommen` are what a row shows. What differs from
    request to request is a bind parameter with a name. SQLAlchemy needs more time to build a
    statement than SQLite to answer it, so whoever has a list that must be quick keeps this object.
    """

    def __init__(self, ids: Select[int], kolommen: Sequence[Any], sortering: Sortering) -> None:
        self.ids, self.kolommen, self.sortering = ids, kolommen, sortering
        self._statements: dict[tuple[bool, bool, bool], Select[Any]] = {}
        if sortering.kolom is sortering.sleutel:  # in the order of the index, or it is not used
            ids = ids.order_by(sortering.sleutel.desc())
        few = ids.limit(bindparam("_cap", type_=Integer)).subquery()
        self.telling: Select[int] = select(func.count()).select_from(few)

    def read_page(
        self,
        session: AnySession,
        waarden: Mapping[str, Any],
        *,
        na: str | None = None,
        voor: str | None = None,
        size: int = PER_BLADZIJDE,
        cap: int = 0,
    ) -> Bladzijde[Row[Any]]:
        """One page; raises OnjuisteCursor as `read_page` does.

        `cap`: also count all rows, until here, in the same statement.
        """
        plek, back = _read_cursor(self.sortering, na, voor), voor is not None
        stmt = self.statement(met_plek=plek is not None, back=back, telt=cap > 0)
        grenzen = {"_limiet": size + 1, "_cap": cap + 1} if cap else {"_limiet": size + 1}
        found = session.connection().execute(stmt, {**waarden, **grenzen, **(plek or {})}).all()
        aantal = found[0].aantal_ if cap and found else 0
        return _bladzijde(found, size, lambda row: row, plek is not None, back, aantal)

    def statement(
        self, met_plek: bool = False, back: bool = False, telt: bool = False
    ) -> Select[Any]:
        """What is sent for a page."""
        key = (met_plek, back, telt)
        if key not in self._statements:
            telling = (self.telling.scalar_subquery().label("aantal_"),) if telt else ()
            rijen = self.ids.with_only_columns(*self.kolommen, *telling)
            self._statements[key] = _keyed(rijen, self.sortering, met_plek, back)
        return self._statements[key]

    def count(self, session: AnySession, waarden: Mapping[str, Any], cap: int = CAP) -> int:
        """How many rows, at most `cap` + 1."""
        found = session.connection().execute(self.telling, {**waarden, "_cap": cap + 1})
        return found.scalar_one()


def _keyed(stmt: Select[Any], sortering: Sortering, met_plek: bool, back: bool) -> Select[Any]:
    """The statement of one page, from a place on; the place and the limit are parameters."""
    kolom, sleutel = sortering.kolom, sortering.sleutel
    descending = sortering.aflopend != back
    stmt = stmt.add_columns(kolom.label("_kolom"), sleutel.label("_sleutel"))
    if met_plek:
        here: Any = sleutel
        place: Any = bindparam("_id", type_=Integer)
        if kolom is not sleutel:  # with one column a full-text index can begin there
            here, place = (
                tuple_(kolom, sleutel),
                tuple_(bindparam("_waarde", type_=kolom.type), place),
            )
        stmt = stmt.where(here < place if descending else here > place)
    columns = (sleutel,) if kolom is sleutel else (kolom, sleutel)
    order = [column.desc() if descending else column.asc() for column in columns]
    return stmt.order_by(*order).limit(bindparam("_limiet", type_=Integer))


def _bladzijde(
    found: Sequence[Any],
    size: int,
    rij: Callable[[Any], T],
    met_plek: bool,
    back: bool,
    aantal: int = 0,
) -> Bladzijde[T]:
    more, found = len(found) > size, found[:size]
    if back:
        found = found[::-1]
    first, last = (found[0], found[-1]) if found else (None, None)
    has_next, has_previous = (True, more) if back else (more, met_plek)
    return Bladzijde(
        rijen=[rij(row) for row in found],
        na=_encode(last[-2:]) if last and has_next else None,
        voor=_encode(first[-2:]) if first and has_previous else None,
        aantal=aantal,
    )


def _read_cursor(sortering: Sortering, na: str | None, voor: str | None) -> dict[str, Any] | None:
    """The place a cursor names, as parameters; none: from the begin."""
    cursor = voor if voor is not None else na
    if not cursor:
        return None
    waarde, id = _decode(cursor)
    if sortering.kolom is sortering.sleutel:
        return {"_id": id}
    if not _fits(waarde, sortering.kolom.type):
        raise OnjuisteCursor(cursor)  # of the same list in another order
    return {"_waarde": waarde, "_id": id}


def _fits(waarde: Any, type_: TypeEngine[Any]) -> bool:
    soort = (type_.impl_instance if isinstance(type_, TypeDecorator) else type_).python_type
    return waarde in list(soort) if issubclass(soort, Enum) else isinstance(waarde, soort)


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
            kolom = _moment(kolom["t"]) if "t" in kolom else date.fromisoformat(kolom["d"])
        if isinstance(kolom, str) and b"\x00" in kolom.encode():  # half a character: UnicodeError
            raise ValueError(sleutel)
        if not 0 <= int(sleutel) <= _MAX_ID:
            raise ValueError(sleutel)
        return [kolom, int(sleutel)]
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError) as fault:
        raise OnjuisteCursor(cursor) from fault


def _moment(tekst: str) -> datetime:
    """In UTC, as columns hold it; without a zone it is refused."""
    moment = datetime.fromisoformat(tekst)
    if moment.tzinfo is None:
        raise ValueError(tekst)
    return moment.astimezone(UTC)

"""A value that stands in its own column, or encrypted where the analysis is about a person.

One model serves all kinds of analysis. A row of a personal analysis keeps everything that was
filled in inside one encrypted column (`geheim`); its open columns stay empty, so that no list,
count, export, search index or audit line can hold any of it.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, Generic, TypeVar, overload

from vob.core.values import Waardelijst

T = TypeVar("T")


def _encode(waarde: Any) -> Any:
    if isinstance(waarde, date | Decimal):
        return str(waarde)
    return waarde.value if isinstance(waarde, Waardelijst) else waarde


class Veld(Generic[T]):
    """`lees` makes the value again from its JSON form; `leeg` is what was never filled in."""

    def __init__(self, leeg: T, lees: Callable[[Any], T] | None = None) -> None:
        self.leeg, self.lees = leeg, lees

    def __set_name__(self, _owner: type, naam: str) -> None:
        self.naam, self.kolom = naam, f"{naam}_open"

    @overload
    def __get__(self, obj: None, owner: type) -> "Veld[T]": ...
    @overload
    def __get__(self, obj: object, owner: type) -> T: ...
    def __get__(self, obj: Any, owner: type) -> "Veld[T] | T":
        if obj is None:
            return self
        if not obj.is_besloten:
            waarde = getattr(obj, self.kolom)
            return self.leeg if waarde is None else waarde
        bewaard = (obj.geheim or {}).get(self.naam)
        if bewaard is None:
            return self.leeg
        return self.lees(bewaard) if self.lees else bewaard

    def __set__(self, obj: Any, waarde: T) -> None:
        if not obj.is_besloten:
            setattr(obj, self.kolom, waarde)
        elif waarde != self.__get__(obj, type(obj)):
            obj.geheim = {**(obj.geheim or {}), self.naam: _encode(waarde)}

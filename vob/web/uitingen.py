"""What was said to the world about an object, for the room that keeps the object.

The room of media says here how to find it; the room of incidents beside it may only look down, and
so asks here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import ScalarSelect
from sqlalchemy.orm import InstrumentedAttribute

from vob.core.values import Waardelijst

from .objecten import Kijker


@dataclass(frozen=True)
class Uiting:
    """A text that was released. `soort` and `id` as in `web/objecten.py`; `vlag`: whether it is
    known outside."""

    soort: str
    id: int
    tekst: str
    vrijgegeven_op: datetime
    vrijgegeven_door: str
    vlag: Waardelijst


class Bron(Protocol):
    def vlag(self, soort: str, id_kolom: InstrumentedAttribute[int]) -> ScalarSelect[Any]:
        """Whether it is known outside, per object; None where there is no message about it."""
        ...

    def vrijgegeven(self, soort: str, id: int, kijker: Kijker) -> Sequence[Uiting]:
        """What this viewer may read of what was released, newest first."""
        ...


_BRON: list[Bron] = []


def register(bron: Bron) -> None:
    """Called by the room that keeps the messages, when it is imported."""
    _BRON[:] = [bron]


def vlag(soort: str, id_kolom: InstrumentedAttribute[int]) -> ScalarSelect[Any]:
    return _BRON[0].vlag(soort, id_kolom)


def vrijgegeven(soort: str, id: int, kijker: Kijker) -> Sequence[Uiting]:
    return _BRON[0].vrijgegeven(soort, id, kijker)

"""Gatherings that someone marked as risky, for the room that asks whether each was rated.

A room that keeps gatherings (meetings, evenings) registers here how to find the risky ones of a
period; the room of risk analyses beside it may only look down, and so asks here.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias


@dataclass(frozen=True)
class Bijeenkomst:
    """`soort` and `id` as in `web/objecten.py`."""

    soort: str
    id: int
    dag: date


Bron: TypeAlias = Callable[[date, date], Sequence[Bijeenkomst]]
_BRONNEN: list[Bron] = []


def register(bron: Bron) -> None:
    """`bron(van, tot)`: the risky gatherings of these days, both included."""
    if bron not in _BRONNEN:
        _BRONNEN.append(bron)


def risicovol(van: date, tot: date) -> list[Bijeenkomst]:
    """All of them, of every room that keeps gatherings."""
    return [bijeenkomst for bron in _BRONNEN for bijeenkomst in bron(van, tot)]

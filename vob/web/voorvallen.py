"""Closed cases, for rooms that learn from them without knowing the register.

The room of incidents says here how to find them; a room beside it may only look down, and so asks
here. What comes back is what a list of cases shows, and only of cases that this viewer may see.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from .objecten import Kijker

MEESTE = 1000  # more than enough to see that an analysis was overtaken


@dataclass(frozen=True)
class Voorval:
    """`ernst`: 0 not judged, 1 light … 4 life in danger."""

    id: int
    nummer: str
    titel: str
    dag: date
    ernst: int
    is_dicht: bool
    onderwerp: str = ""

    def gaat_over(self, woorden: Collection[str]) -> bool:
        """Whether its title or subject holds one of these words (folded)."""
        tekst = f"{self.titel} {self.onderwerp}".casefold()
        return any(woord in tekst for woord in woorden)


class Voorvallen(Protocol):
    """`kijker` None: for a reminder, which nobody reads; secret cases stay out of that."""

    def since(
        self, moment: datetime, woorden: Collection[str], kijker: Kijker | None
    ) -> Sequence[Voorval]:
        """Those since then whose title or subject holds one of the words, newest first; without
        words the newest `MEESTE`."""
        ...

    def find(self, nummer: str, kijker: Kijker) -> Voorval | None: ...

    def read(self, ids: Collection[int], kijker: Kijker) -> Sequence[Voorval]: ...


_BRON: list[Voorvallen] = []


def register(bron: Voorvallen) -> None:
    """Called by the room that keeps the cases, when it is imported."""
    _BRON[:] = [bron]


def since(moment: datetime, woorden: Collection[str], kijker: Kijker | None) -> Sequence[Voorval]:
    return _BRON[0].since(moment, woorden, kijker)


def find(nummer: str, kijker: Kijker) -> Voorval | None:
    return _BRON[0].find(nummer, kijker)


def read(ids: Collection[int], kijker: Kijker) -> Sequence[Voorval]:
    return _BRON[0].read(ids, kijker) if ids else ()

"""Comparing two versions of an analysis: what is new, what is gone, what moved. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from .rules import Beoordeeld


class Geplaatst(Beoordeeld, Protocol):
    @property
    def lijn(self) -> int: ...


@dataclass(frozen=True)
class Paar:
    """The same risk in two versions; None where it is new or gone."""

    van: "Geplaatst | None"
    naar: "Geplaatst | None"

    @property
    def soort(self) -> str:
        if self.van is None:
            return "nieuw"
        if self.naar is None:
            return "weg"
        return "verplaatst" if _plek(self.van) != _plek(self.naar) else "gelijk"


def _plek(risico: Beoordeeld) -> tuple[int | None, ...]:
    return risico.kans, risico.effect, risico.rest_kans, risico.rest_effect


def compare(van: Iterable[Geplaatst], naar: Iterable[Geplaatst]) -> list[Paar]:
    """Pairs by `lijn`, in the order of the newer version; what is gone comes last."""
    oud = {risico.lijn: risico for risico in van}
    paren = [Paar(oud.pop(risico.lijn, None), risico) for risico in naar]
    return paren + [Paar(risico, None) for risico in oud.values()]

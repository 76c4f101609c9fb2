"""When incidents overtake an analysis, and what is said of how many there were. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

KLEIN = 5  # fewer are a number on the coordinator's screen only (shared/ontwerp/rollen.md)


@dataclass(frozen=True)
class Drempel:
    """From how many incidents, or from which seriousness (0–4), one looks at the risks again."""

    aantal: int
    ernst: int


def vraagt_herbeoordeling(ernsten: Iterable[int], drempel: Drempel) -> bool:
    """`ernsten`: of the incidents since the analysis was made, in its area."""
    alle = list(ernsten)
    return len(alle) >= drempel.aantal or max(alle, default=0) >= drempel.ernst


def shown_aantal(alle: int, gezien: int | None) -> int | None:
    """How many incidents a page tells. `gezien`: how many the reader sees, who sees every case; to
    anyone else it is `alle`, and None when that is a small number."""
    if gezien is not None:
        return gezien
    return alle if alle >= KLEIN else None

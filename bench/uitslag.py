"""The table: each figure beside its floor."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass
class Uitslag:
    """`regels`: what was measured, its value in words, its floor in words, and whether it holds."""

    regels: list[tuple[str, str, str, bool]] = field(default_factory=list)

    def add(
        self, wat: str, waarde: float, vloer: float, eenheid: str = "", cijfers: int = 2
    ) -> None:
        """A figure that may be at most its floor."""
        tekst = f"{waarde:.{cijfers}f}{eenheid}".replace(".", ",")
        grens = f"≤ {vloer:g}{eenheid}".replace(".", ",")
        self.regels.append((wat, tekst, grens, waarde <= vloer))
        self._print(self.regels[-1])

    def kop(self, tekst: str) -> None:
        print(f"\n{tekst}", flush=True)

    @property
    def is_goed(self) -> bool:
        return all(goed for *_, goed in self.regels)

    def _print(self, regel: tuple[str, str, str, bool]) -> None:
        wat, waarde, grens, goed = regel
        print(f"  {wat:<58}{waarde:>12}  {grens:<12}{'ok' if goed else 'NIET'}", flush=True)

    def print_slot(self) -> None:
        fout = [wat for wat, *_, goed in self.regels if not goed]
        print(f"\n{len(self.regels) - len(fout)} van {len(self.regels)} cijfers halen hun grens.")
        for wat in fout:
            print(f"  NIET: {wat}")


def p(waarden: Sequence[float], deel: float) -> float:
    """The value below which this part of them lies."""
    op_volgorde = sorted(waarden)
    return op_volgorde[min(int(len(op_volgorde) * deel), len(op_volgorde) - 1)]

"""A proof: what an instrument of VOB can show for a step of the checklist, on a date."""

from dataclasses import dataclass

from .values import Waardelijst


class Oordeel(Waardelijst):
    """What VOB sees, beside what the user says (shared/ontwerp/stappen.md)."""

    OP_ORDE = "op_orde", "Op orde"
    LET_OP = "let_op", "Let op"
    NIET_OP_ORDE = "niet_op_orde", "Niet op orde"
    NIET_TE_ZIEN = "niet_te_zien", "Niet te zien"
    GEEN_INSTRUMENT = "geen_instrument", "Nog geen instrument"


@dataclass(frozen=True)
class Bewijs:
    """`zin` names the figures ("4 van 6 partners gecontroleerd"); `link`: the instrument.

    `open`: the same without figures about cases, for who may not see every case: below 5 a figure
    can point at a person, and what is left of the total gives it back. Empty: `zin` has none.
    """

    oordeel: Oordeel
    zin: str
    link: str | None = None
    open: str = ""

    def zin_voor(self, ziet_alle_zaken: bool) -> str:
        return self.zin if ziet_alle_zaken else self.open or self.zin

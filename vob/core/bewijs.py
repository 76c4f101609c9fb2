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
    """`zin` names the figures ("4 van 6 partners gecontroleerd"); `link`: the instrument."""

    oordeel: Oordeel
    zin: str
    link: str | None = None

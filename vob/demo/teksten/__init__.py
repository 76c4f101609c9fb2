"""What happened in the demo organisation: invented, in the words of its type.

A text may name {raadslid}, {gemeentehuis} and so on (core/organisatietype.Woorden).
"""

from vob.core.organisatietype import Organisatietype

from . import gemeente, in_persoon, op_afstand, provincie, waterschap
from .voorval import Streek, Voorval

_EIGEN: dict[Organisatietype, tuple[Voorval, ...]] = {
    Organisatietype.GEMEENTE: gemeente.VOORVALLEN,
    Organisatietype.WATERSCHAP: waterschap.VOORVALLEN,
    Organisatietype.PROVINCIE: provincie.VOORVALLEN,
}
STREKEN: dict[Organisatietype, Streek] = {
    Organisatietype.GEMEENTE: gemeente.STREEK,
    Organisatietype.WATERSCHAP: waterschap.STREEK,
    Organisatietype.PROVINCIE: provincie.STREEK,
}


def voorvallen(soort: Organisatietype) -> list[Voorval]:
    """Sixty of them: one face to face, one from afar, one of this type of organisation, again."""
    rijen = (in_persoon.VOORVALLEN, op_afstand.VOORVALLEN, _EIGEN[soort])
    return [voorval for drie in zip(*rijen, strict=True) for voorval in drie]


__all__ = ["STREKEN", "Streek", "Voorval", "voorvallen"]

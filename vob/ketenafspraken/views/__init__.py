"""The pages of this room. One blueprint, one file per noun."""

from . import (
    afspraken,
    antwoorden,
    belkaart,
    contacten,
    controle,
    escalatie,
    partners,
    stukken,
    treden,
    uitwisseling,
)
from .blueprint import bp

__all__ = [
    "afspraken",
    "antwoorden",
    "belkaart",
    "bp",
    "contacten",
    "controle",
    "escalatie",
    "partners",
    "stukken",
    "treden",
    "uitwisseling",
]

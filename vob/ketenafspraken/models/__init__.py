"""The tables of the chain, one file per noun."""

from .afspraak import Afspraak, Afspraakpartij, Ondertekenaar
from .controle import Controlepunt, Controleronde, Controlevraag
from .ladder import Ladder, Trede
from .partner import NUMMERS, Contact, Partner

__all__ = [
    "NUMMERS",
    "Afspraak",
    "Afspraakpartij",
    "Contact",
    "Controlepunt",
    "Controleronde",
    "Controlevraag",
    "Ladder",
    "Ondertekenaar",
    "Partner",
    "Trede",
]

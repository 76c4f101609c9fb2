"""The pages of this room. One blueprint, one file per noun."""

from . import (
    analyses,
    balie,
    besluit,
    beveiliging,
    bibliotheek,
    maatregelen,
    operationeel,
    overzicht,
    personen,
    rapport,
    register,
    risicos,
    wizard,
)
from .blueprint import bp

__all__ = [
    "analyses",
    "balie",
    "besluit",
    "beveiliging",
    "bibliotheek",
    "bp",
    "maatregelen",
    "operationeel",
    "overzicht",
    "personen",
    "rapport",
    "register",
    "risicos",
    "wizard",
]

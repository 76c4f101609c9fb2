"""The pages of this room. One blueprint, one file per noun."""

from .. import zorg
from ..aangifte import views as aangifte
from ..evaluatie import views as evaluatie
from ..maatregelen import views as maatregelen
from ..opvang import views as opvang
from ..schade import views as schade
from ..termijnen import views as termijnen
from . import deelnemers, melden, meldlijn, register, wijzigen, zaak
from .blueprint import bp

__all__ = [
    "aangifte",
    "bp",
    "deelnemers",
    "evaluatie",
    "maatregelen",
    "melden",
    "meldlijn",
    "opvang",
    "register",
    "schade",
    "termijnen",
    "wijzigen",
    "zaak",
    "zorg",
]

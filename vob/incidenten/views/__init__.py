"""The pages of this room. One blueprint, one file per noun."""

from .. import zorg
from ..aangifte import views as aangifte
from ..analyse import views as analyse
from ..besprekingen import views as besprekingen
from ..bewijsstukken import views as bewijsstukken
from ..bord import views as bord
from ..cijfers import views as cijfers
from ..dossiers import views as dossiers
from ..evaluatie import views as evaluatie
from ..maatregelen import views as maatregelen
from ..opvang import views as opvang
from ..protocol import views as protocol
from ..schade import views as schade
from ..termijnen import views as termijnen
from ..vergaderingen import views as vergaderingen
from ..veroorzakers import views as veroorzakers
from . import deelnemers, melden, meldlijn, register, wijzigen, zaak
from .blueprint import bp

__all__ = [
    "aangifte",
    "analyse",
    "besprekingen",
    "bewijsstukken",
    "bord",
    "bp",
    "cijfers",
    "deelnemers",
    "dossiers",
    "evaluatie",
    "maatregelen",
    "melden",
    "meldlijn",
    "opvang",
    "protocol",
    "register",
    "schade",
    "termijnen",
    "vergaderingen",
    "veroorzakers",
    "wijzigen",
    "zaak",
    "zorg",
]

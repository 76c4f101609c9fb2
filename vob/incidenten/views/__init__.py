"""The pages of this room. One blueprint, one file per noun."""

from ..analyse import views as analyse
from ..besprekingen import views as besprekingen
from ..bewijsstukken import views as bewijsstukken
from ..bord import views as bord
from ..cijfers import views as cijfers
from ..dossiers import views as dossiers
from ..protocol import views as protocol
from ..termijnen import views as termijnen
from ..vergaderingen import views as vergaderingen
from ..veroorzakers import views as veroorzakers
from . import deelnemers, melden, meldlijn, register, wijzigen, zaak
from .blueprint import bp

__all__ = [
    "analyse",
    "besprekingen",
    "bewijsstukken",
    "bord",
    "bp",
    "cijfers",
    "deelnemers",
    "dossiers",
    "melden",
    "meldlijn",
    "protocol",
    "register",
    "termijnen",
    "vergaderingen",
    "veroorzakers",
    "wijzigen",
    "zaak",
]

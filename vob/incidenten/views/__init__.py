"""The pages of this room. One blueprint, one file per noun."""

from ..analyse import views as analyse
from ..bewijsstukken import views as bewijsstukken
from ..dossiers import views as dossiers
from ..protocol import views as protocol
from ..termijnen import views as termijnen
from ..veroorzakers import views as veroorzakers
from . import deelnemers, melden, meldlijn, register, wijzigen, zaak
from .blueprint import bp

__all__ = [
    "analyse",
    "bewijsstukken",
    "bp",
    "deelnemers",
    "dossiers",
    "melden",
    "meldlijn",
    "protocol",
    "register",
    "termijnen",
    "veroorzakers",
    "wijzigen",
    "zaak",
]

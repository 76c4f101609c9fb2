"""The pages of this room. One blueprint, one file per noun."""

from ..termijnen import views as termijnen
from . import deelnemers, melden, meldlijn, register, wijzigen, zaak
from .blueprint import bp

__all__ = ["bp", "deelnemers", "melden", "meldlijn", "register", "termijnen", "wijzigen", "zaak"]

"""The pages of this room. One blueprint, one file per noun."""

from ..termijnen import views as termijnen
from . import melden, meldlijn, register, wijzigen, zaak
from .blueprint import bp

__all__ = ["bp", "melden", "meldlijn", "register", "termijnen", "wijzigen", "zaak"]

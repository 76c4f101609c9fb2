"""The pages of this room. One blueprint, one file per noun."""

from ..vergaderingen import views as vergaderingen
from . import melden, meldlijn, register, wijzigen, zaak
from .blueprint import bp

__all__ = ["bp", "melden", "meldlijn", "register", "vergaderingen", "wijzigen", "zaak"]

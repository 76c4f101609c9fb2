"""The pages of this room. One blueprint, one file per noun."""

from . import huisstijl, instellingen, organisatie, steunpunten, termijnen
from .blueprint import bp

__all__ = ["bp", "huisstijl", "instellingen", "organisatie", "steunpunten", "termijnen"]

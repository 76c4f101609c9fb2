"""The pages of this room. One blueprint, one file per noun."""

from . import gebruikers, index, logboek
from .blueprint import bp

__all__ = ["bp", "gebruikers", "index", "logboek"]

"""The pages of this room. One blueprint, one file per noun."""

from .blueprint import bp

__all__ = ["bp"]

"""Searching in everything one may see."""

from .views import bp

__all__ = ["bp"]

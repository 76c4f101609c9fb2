"""Vandaag: what asks something of you now."""

from .views import bp

__all__ = ["bp"]

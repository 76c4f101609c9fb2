"""Vandaag: what asks something of this user now, and where the organisation stands."""

from .views import bp

__all__ = ["bp"]

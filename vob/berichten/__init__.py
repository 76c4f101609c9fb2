"""Outgoing mail: written with the act that causes it, delivered after it, and free of contents."""

from .views import bp

__all__ = ["bp"]

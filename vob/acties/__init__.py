"""Actions: what someone must do, before when, where it came from, and the proof it was done."""

from .views import bp

__all__ = ["bp"]

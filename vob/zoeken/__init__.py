"""Search over everything one may see."""

from .views import bp

__all__ = ["bp"]

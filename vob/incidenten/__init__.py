"""The room of incidents: reporting, the register, the case."""

from .views import bp

__all__ = ["bp"]

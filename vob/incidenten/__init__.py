"""The room of incidents: reporting, the register, the case."""

from . import voorvallen
from .views import bp

__all__ = ["bp", "voorvallen"]

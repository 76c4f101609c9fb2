"""The room of incidents: reporting, the register, the case."""

from . import objectsoort, voorvallen
from .views import bp

__all__ = ["bp", "objectsoort", "voorvallen"]

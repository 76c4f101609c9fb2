"""The pages of documents: the document itself, and its versions."""

from . import documenten, versies
from .blueprint import bp

__all__ = ["bp", "documenten", "versies"]

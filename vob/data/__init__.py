"""The first floor: the database, without a request."""

from .audit import AuditInhoud, AuditRegel, log_event
from .db import Base, Model, db
from .engine import begin_write
from .search import Zoekdoc
from .types import Bedrag, UtcDateTime, Versleuteld, VersleuteldeBytes, VersleuteldeJson

__all__ = [
    "AuditInhoud",
    "AuditRegel",
    "Base",
    "Bedrag",
    "Model",
    "UtcDateTime",
    "Versleuteld",
    "VersleuteldeBytes",
    "VersleuteldeJson",
    "Zoekdoc",
    "begin_write",
    "db",
    "log_event",
]

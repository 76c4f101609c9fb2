"""The factories of the rooms that the start page asks."""

from tests.acties.conftest import make_actie
from tests.checklist.conftest import make_stap, ronde
from tests.documenten.conftest import make_document, schrijver
from tests.incidenten.conftest import make_incident, make_lijn

__all__ = [
    "make_actie",
    "make_document",
    "make_incident",
    "make_lijn",
    "make_stap",
    "ronde",
    "schrijver",
]

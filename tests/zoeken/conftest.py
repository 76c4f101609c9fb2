"""The factories of the rooms that are searched."""

from tests.acties.conftest import make_actie
from tests.documenten.conftest import make_document, schrijver
from tests.incidenten.conftest import make_incident, make_lijn

__all__ = ["make_actie", "make_document", "make_incident", "make_lijn", "schrijver"]

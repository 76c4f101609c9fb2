"""Reporting: from the short form to a case in its line."""

from collections.abc import Callable

from flask.testing import FlaskClient

from tests.pages import read_page, text_of
from vob.core.permissions import Rol
from vob.data import db
from vob.incidenten.models import Incident

from .conftest import melding

Client = Callable[..., FlaskClient]


def test_the_form_opens(client_for: Client) -> None:
    page = read_page(client_for(Rol.MEDEWERKER).get("/incidenten/melden"))
    assert text_of(page, "h1") == "Wat is er gebeurd?"


def test_six_answers_make_a_case(client_for: Client) -> None:
    client = client_for(Rol.MEDEWERKER)
    answer = client.post("/incidenten/melden", data=melding())
    assert answer.status_code == 303, read_page(answer).select("#fouten")
    incident = db.session.scalars(db.select(Incident)).one()
    assert incident.titel == "Bedreigen of intimideren: parkeerterrein"

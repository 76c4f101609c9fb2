"""Internal notes: for those who handle the case, and nobody else."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from tests.gebruikers.conftest import expire
from tests.pages import HTMX, form_data, read_fragment, read_page, text_of
from vob.berichten.models import Bericht
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.models import Gebeurtenis, Incident
from vob.incidenten.values import Gebeurtenissoort

ClientOf = Callable[[Gebruiker], FlaskClient]
Maker = Callable[..., Gebruiker]


@pytest.fixture
def coordinator(make_gebruiker: Maker) -> Gebruiker:
    return make_gebruiker(Rol.COORDINATOR)


@pytest.fixture
def client(client_of: ClientOf, coordinator: Gebruiker) -> FlaskClient:
    return client_of(coordinator)


@pytest.fixture
def zaak(make_gebruiker: Maker, make_incident: Callable[..., Incident]) -> Incident:
    return make_incident(make_gebruiker(Rol.AMBTSDRAGER))


def notities() -> list[str | None]:
    stmt = db.select(Gebeurtenis.tekst).filter_by(soort=Gebeurtenissoort.NOTITIE, is_intern=True)
    return list(db.session.scalars(stmt))


def test_a_note_is_kept_and_marked_as_internal(client: FlaskClient, zaak: Incident) -> None:
    pad = f"/incidenten/{zaak.nummer}"
    data = form_data(read_page(client.get(pad)), "#notitie-vak form") | {"notitie": "Gebeld."}
    answer = client.post(f"{pad}/notities", data=data)
    assert (answer.status_code, answer.location) == (303, f"{pad}#verloop")
    regel = text_of(read_page(client.get(pad)), ".timeline > li")
    assert "Alleen intern Gebeld." in regel
    assert notities() == ["Gebeld."]


def test_it_is_stored_encrypted(client: FlaskClient, zaak: Incident) -> None:
    client.post(f"/incidenten/{zaak.nummer}/notities", data={"notitie": "Heel geheim"})
    ruw = db.session.execute(db.text("SELECT tekst FROM gebeurtenis WHERE is_intern")).scalars()
    assert b"geheim" not in bytes(next(ruw))


def test_htmx_gets_an_empty_form_and_the_timeline(client: FlaskClient, zaak: Incident) -> None:
    pad = f"/incidenten/{zaak.nummer}/notities"
    fragment = read_fragment(client.post(pad, data={"notitie": "Gebeld."}, headers=HTMX))
    assert text_of(fragment, "#notitie-vak textarea") == ""
    assert "Gebeld." in text_of(fragment, "#verloop[hx-swap-oob]")


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_an_empty_note_is_asked_for_again(
    client: FlaskClient, zaak: Incident, headers: dict[str, str]
) -> None:
    pad = f"/incidenten/{zaak.nummer}/notities"
    answer = client.post(pad, data={"notitie": "  "}, headers=headers)
    assert answer.status_code == 422
    assert "Schrijf eerst iets op" in read_fragment(answer).text
    assert notities() == []


def test_sent_twice_is_noted_once(client: FlaskClient, zaak: Incident) -> None:
    pad = f"/incidenten/{zaak.nummer}/notities"
    for _ in range(3):
        data = {"notitie": "Gebeld.", "eenmalig": "dit-ene-formulier"}
        assert client.post(pad, data=data).status_code == 303
    assert notities() == ["Gebeld."]


def test_nobody_is_mailed(client: FlaskClient, zaak: Incident) -> None:
    voor = len(db.session.scalars(db.select(Bericht)).all())
    client.post(f"/incidenten/{zaak.nummer}/notities", data={"notitie": "Gebeld."})
    assert len(db.session.scalars(db.select(Bericht)).all()) == voor


def test_the_melder_cannot_write_one(client_of: ClientOf, zaak: Incident) -> None:
    pad = f"/incidenten/{zaak.nummer}/notities"
    assert client_of(zaak.melder).post(pad, data={"notitie": "x"}).status_code == 403
    assert notities() == []


def test_a_note_survives_a_session_that_ended_and_stays_internal(
    client: FlaskClient, client_of: ClientOf, coordinator: Gebruiker, zaak: Incident
) -> None:
    pad = f"/incidenten/{zaak.nummer}"
    expire(coordinator)
    client.post(f"{pad}/notities", data={"notitie": "Half geschreven"})
    page = read_page(client_of(coordinator).get(pad))
    assert text_of(page, "#notitie-vak textarea") == "Half geschreven"
    assert text_of(page, "#bericht-vak textarea") == ""
    assert "nog niet opgeslagen" in text_of(page, "#notitie-vak")

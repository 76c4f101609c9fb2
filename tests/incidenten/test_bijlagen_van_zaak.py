"""Files with a case: those of the melder, and those that stay internal."""

import io
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from tests.pages import read_page, text_of
from vob.bijlagen.models import Bijlage
from vob.core.organisatietype import Functie
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.models import Incident

ClientOf = Callable[[Gebruiker], FlaskClient]
Maker = Callable[..., Gebruiker]


@pytest.fixture
def coordinator(make_gebruiker: Maker) -> Gebruiker:
    return make_gebruiker(Rol.COORDINATOR)


@pytest.fixture
def melder(make_gebruiker: Maker) -> Gebruiker:
    return make_gebruiker(Rol.AMBTSDRAGER, functie=Functie.RAADSLID)


@pytest.fixture
def zaak(
    coordinator: Gebruiker, melder: Gebruiker, make_incident: Callable[..., Incident]
) -> Incident:
    return make_incident(melder)


def upload(client: FlaskClient, zaak: Incident, naam: str = "mail.txt", **data: str):  # type: ignore[no-untyped-def]  # a TestResponse
    bestand = (io.BytesIO(b"Een dreigmail"), naam)
    pad = f"/incidenten/{zaak.nummer}/bijlagen"
    return client.post(pad, data={"bestanden": bestand, **data})


def bijlage() -> Bijlage:
    return db.session.scalars(db.select(Bijlage)).one()


def test_a_handler_adds_an_internal_file_that_the_melder_never_sees(
    client_of: ClientOf, coordinator: Gebruiker, melder: Gebruiker, zaak: Incident
) -> None:
    pad = f"/incidenten/{zaak.nummer}"
    answer = upload(client_of(coordinator), zaak, is_intern="y")
    assert (answer.status_code, answer.location) == (303, f"{pad}#bijlagen")
    assert bijlage().is_intern
    assert "mail.txt" in text_of(read_page(client_of(coordinator).get(pad)), "#bijlagen")
    page = read_page(client_of(melder).get(pad))
    assert "mail.txt" not in page.text
    assert "Bijlage toegevoegd" not in text_of(page, "#verloop")
    assert client_of(melder).get(f"/bijlagen/{bijlage().sleutel}").status_code == 404


def test_a_file_that_is_not_internal_is_for_both(
    client_of: ClientOf, coordinator: Gebruiker, melder: Gebruiker, zaak: Incident
) -> None:
    upload(client_of(coordinator), zaak)
    page = read_page(client_of(melder).get(f"/incidenten/{zaak.nummer}"))
    assert "mail.txt" in text_of(page, "#bijlagen")
    assert client_of(melder).get(f"/bijlagen/{bijlage().sleutel}").data == b"Een dreigmail"


def test_the_melder_adds_one_and_cannot_make_it_internal(
    client_of: ClientOf, melder: Gebruiker, zaak: Incident
) -> None:
    client = client_of(melder)
    page = read_page(client.get(f"/incidenten/{zaak.nummer}/bijlagen"))
    assert not page.select("[name=is_intern]")
    assert upload(client, zaak, is_intern="y").status_code == 303
    assert not bijlage().is_intern


def test_nothing_chosen_and_a_refused_file_are_said(
    client_of: ClientOf, coordinator: Gebruiker, zaak: Incident
) -> None:
    client, pad = client_of(coordinator), f"/incidenten/{zaak.nummer}/bijlagen"
    leeg = client.post(pad, data={})
    assert (leeg.status_code, "Kies eerst een bestand" in leeg.text) == (422, True)
    fout = upload(client, zaak, "virus.exe")
    assert fout.status_code == 422
    assert "virus.exe" in text_of(read_page(fout), "#fouten")
    assert db.session.scalars(db.select(Bijlage)).all() == []


def test_a_stranger_finds_no_case_and_no_file(
    client_of: ClientOf, coordinator: Gebruiker, make_gebruiker: Maker, zaak: Incident
) -> None:
    upload(client_of(coordinator), zaak)
    vreemd = client_of(make_gebruiker(Rol.MEDEWERKER))
    assert upload(vreemd, zaak).status_code == 404
    assert vreemd.get(f"/incidenten/{zaak.nummer}/bijlagen").status_code == 404
    assert vreemd.get(f"/bijlagen/{bijlage().sleutel}").status_code == 404

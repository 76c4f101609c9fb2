"""The secret address of someone's roster: shown once, kept as a hash, revocable."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.pages import read_page, text_of
from vob.core.permissions import Rol
from vob.data import AuditRegel, db
from vob.media.models import Agendalink, Woordvoerder

Maak = Callable[..., Any]


@pytest.fixture
def wie(make_spreker: Maak) -> Woordvoerder:
    return make_spreker("Bram Oosterhof", email="bram@waterrijk.example")


def make_address(client: FlaskClient, wie: Woordvoerder) -> str:
    page = read_page(client.post(f"/media/mensen/{wie.id}/agenda"))
    return text_of(page, "#agenda-adres").removeprefix("http://localhost")


def test_an_agenda_follows_the_duties_without_logging_in(
    app: Flask, woordvoerder: FlaskClient, wie: Woordvoerder, make_dienst: Maak
) -> None:
    make_dienst(wie)
    response = app.test_client().get(make_address(woordvoerder, wie))
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert response.text.count("BEGIN:VEVENT") == 1
    assert "SUMMARY:Mediadienst" in response.text


def test_nothing_personal_is_in_it_beyond_the_duties(
    app: Flask, woordvoerder: FlaskClient, wie: Woordvoerder, make_dienst: Maak, make_spreker: Maak
) -> None:
    make_dienst(wie)
    make_dienst(make_spreker("Iemand Anders"))
    tekst = app.test_client().get(make_address(woordvoerder, wie)).text
    assert tekst.count("BEGIN:VEVENT") == 1
    for woord in ("Bram", "Oosterhof", "0555", "06-", "Anders", "bram@"):
        assert woord not in tekst


def test_only_a_hash_of_the_address_is_kept(woordvoerder: FlaskClient, wie: Woordvoerder) -> None:
    adres = make_address(woordvoerder, wie)
    sleutel = adres.rsplit("/", 1)[1].removesuffix(".ics")
    assert len(sleutel) >= 43  # 256 bits
    link = db.session.scalars(db.select(Agendalink)).one()
    assert sleutel not in link.sleutel_hash
    assert sleutel not in woordvoerder.get(f"/media/mensen/{wie.id}").text
    acties = db.session.scalars(db.select(AuditRegel.actie)).all()
    assert "agendalink gemaakt" in acties


def test_a_new_address_ends_the_old_one(
    app: Flask, woordvoerder: FlaskClient, wie: Woordvoerder
) -> None:
    oud, nieuw = make_address(woordvoerder, wie), make_address(woordvoerder, wie)
    assert app.test_client().get(oud).status_code == 404
    assert app.test_client().get(nieuw).status_code == 200


def test_it_can_be_revoked(app: Flask, woordvoerder: FlaskClient, wie: Woordvoerder) -> None:
    adres = make_address(woordvoerder, wie)
    pad = f"/media/mensen/{wie.id}/agenda/intrekken"
    assert woordvoerder.post(pad).status_code == 303
    assert app.test_client().get(adres).status_code == 404
    assert woordvoerder.post(pad).status_code == 404


@pytest.mark.parametrize("wat", ["woordvoerder", "account"])
def test_it_ends_with_the_account_and_with_speaking(
    app: Flask,
    woordvoerder: FlaskClient,
    wie: Woordvoerder,
    make_gebruiker: Maak,
    wat: str,
) -> None:
    wie.gebruiker = make_gebruiker(Rol.MEDEWERKER)
    db.session.commit()
    adres = make_address(woordvoerder, wie)
    assert app.test_client().get(adres).status_code == 200
    (wie if wat == "woordvoerder" else wie.gebruiker).is_actief = False
    db.session.commit()
    assert app.test_client().get(adres).status_code == 404


def test_a_guess_finds_nothing(app: Flask) -> None:
    assert app.test_client().get("/media/rooster/abc.ics").status_code == 404


def test_it_is_made_by_oneself_or_a_manager(
    client_of: Maak, make_gebruiker: Maak, make_spreker: Maak, medewerker: FlaskClient
) -> None:
    ik = make_gebruiker(Rol.MEDEWERKER)
    wie = make_spreker(gebruiker_id=ik.id)
    assert medewerker.post(f"/media/mensen/{wie.id}/agenda").status_code == 404
    assert make_address(client_of(ik), wie)

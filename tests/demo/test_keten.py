"""The chain of the demo: something overdue, something that ends, fourteen gemeenten complete."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.demo.conftest import MakeDemo
from tests.demo.test_demo import user
from tests.pages import read_page, text_of
from vob.core.bewijs import Oordeel
from vob.core.clock import vandaag
from vob.core.organisatietype import Organisatietype
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.ketenafspraken.bewijs import bewijs_6
from vob.ketenafspraken.models import Afspraak, Contact
from vob.ketenafspraken.values import Stand

ClientOf = Callable[[Gebruiker], FlaskClient]


@pytest.mark.parametrize("soort", Organisatietype)
def test_each_type_has_an_overdue_check_and_an_agreement_that_ends(
    app: Flask, load_demo: MakeDemo, client_of: ClientOf, soort: Organisatietype
) -> None:
    load_demo(soort)
    contacten = db.session.scalars(db.select(Contact)).all()
    assert any(contact.is_te_controleren(vandaag(), 6) for contact in contacten)
    afspraken = db.session.scalars(db.select(Afspraak)).all()
    assert {afspraak.stand(vandaag()) for afspraak in afspraken} >= {Stand.VERLOOPT, Stand.GELDIG}
    client = client_of(user("coordinator"))
    assert "Antwoorden die op u wachten" in client.get("/ketenafspraken/controle").text
    with app.test_request_context():
        assert bewijs_6(vandaag()).oordeel is Oordeel.LET_OP
    assert client.get("/ketenafspraken/belkaart").status_code == 200


def test_a_waterschap_knows_fourteen_gemeenten(load_demo: MakeDemo, client_of: ClientOf) -> None:
    load_demo(Organisatietype.WATERSCHAP)
    page = read_page(client_of(user("griffier")).get("/ketenafspraken/gemeenten"))
    assert "14 van 14 gemeenten compleet." in page.text
    assert len(page.select("tbody tr")) == 14


def test_a_given_number_waits_on_the_start_page(load_demo: MakeDemo, client_of: ClientOf) -> None:
    load_demo()
    page = read_page(client_of(user("griffier")).get("/"))
    assert "controleren" in text_of(page, "#vandaag")

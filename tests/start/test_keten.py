"""What the chain asks stands on the start page of whom it concerns, and of no one else."""

from collections.abc import Callable

from flask.testing import FlaskClient

from tests.ketenafspraken.conftest import (
    Client,
    Maak,
    beheer,
    coordinator,
    dag,
    make_afspraak,
    make_contact,
    make_partner,
)
from tests.pages import read_page, text_of
from vob.core.clock import nu
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.ketenafspraken import vragen
from vob.ketenafspraken.models import Controlepunt

__all__ = ["beheer", "coordinator", "make_afspraak", "make_contact", "make_partner"]


def vandaag_van(client: FlaskClient) -> str:
    return text_of(read_page(client.get("/")), "#vandaag")


def test_points_are_for_whom_they_were_given_and_the_rest_for_who_manages(
    beheer: FlaskClient,
    make_contact: Maak,
    make_gebruiker: Callable[..., Gebruiker],
    client_of: Callable[[Gebruiker], FlaskClient],
) -> None:
    mees, anna = (make_gebruiker(Rol.MEDEWERKER) for _ in range(2))
    for functie in ("Een", "Twee", "Drie"):
        make_contact(functie=functie, gecontroleerd_op=None)
    beheer.post("/ketenafspraken/controle/starten")
    eerste = db.session.scalars(db.select(Controlepunt)).first()
    assert eerste is not None
    eerste.voor_id = mees.id
    db.session.commit()
    assert "1 nummer controleren" in vandaag_van(client_of(mees))
    assert "controleren" not in vandaag_van(client_of(anna))
    assert "2 nummers controleren" in vandaag_van(beheer)
    client_of(mees).post(f"/ketenafspraken/controle/punten/{eerste.id}/gecontroleerd")
    assert "controleren" not in vandaag_van(client_of(mees))


def test_an_answer_waits_for_who_manages(
    beheer: FlaskClient, make_contact: Maak, coordinator: Gebruiker, client_for: Client
) -> None:
    contact = make_contact()
    beheer.post(f"/ketenafspraken/contacten/{contact.id}/vraag")
    assert "antwoord" not in vandaag_van(beheer)
    vragen.use_vraag(contact.vragen[0], True, {"opmerking": ""})
    db.session.commit()
    assert "1 antwoord van partners bekijken" in vandaag_van(beheer)
    assert "van partners" not in vandaag_van(client_for(Rol.BESTUURDER))
    vragen.accept(contact.vragen[0], coordinator.id, nu())
    db.session.commit()
    assert "van partners" not in vandaag_van(beheer)


def test_an_agreement_asks_its_owner(
    beheer: FlaskClient, make_afspraak: Maak, make_partner: Maak, client_for: Client
) -> None:
    partner = make_partner()
    make_afspraak(partner, titel="Loopt af", einddatum=dag(90))
    make_afspraak(partner, titel="Te bespreken", evaluatie_op=dag(0))
    make_afspraak(partner, titel="Loopt nog", einddatum=dag(91), evaluatie_op=dag(1))
    tekst = vandaag_van(beheer)
    assert "Loopt af" in tekst
    assert "Ketenafspraak · verloopt" in tekst
    assert "Te bespreken" in tekst
    assert "Loopt nog" not in tekst
    assert "Loopt af" not in vandaag_van(client_for(Rol.GRIFFIER))

"""A coordinator who manages the chain, and partners, contacts and agreements."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from vob.core.clock import vandaag
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.ketenafspraken.models import Afspraak, Afspraakpartij, Contact, Ondertekenaar, Partner
from vob.ketenafspraken.values import (
    Afspraaksoort,
    Afspraakstatus,
    Onderwerp,
    Partnersoort,
    Toestemming,
)

Client = Callable[..., FlaskClient]
Maak = Callable[..., Any]


def dag(verschil: int) -> date:
    """So many days from today."""
    return vandaag() + timedelta(days=verschil)


@pytest.fixture
def coordinator(make_gebruiker: Callable[..., Gebruiker]) -> Gebruiker:
    return make_gebruiker(Rol.COORDINATOR, naam="Noor Bakker")


@pytest.fixture
def beheer(coordinator: Gebruiker, client_of: Callable[[Gebruiker], FlaskClient]) -> FlaskClient:
    """Who manages the chain."""
    return client_of(coordinator)


@pytest.fixture
def medewerker(client_for: Client) -> FlaskClient:
    return client_for(Rol.MEDEWERKER)


@pytest.fixture
def make_partner(app: Flask) -> Maak:
    def make(naam: str = "Politie", soort: Partnersoort = Partnersoort.POLITIE, **meer: Any) -> Any:
        partner = Partner(naam=naam, soort=soort, **meer)
        db.session.add(partner)
        db.session.commit()
        return partner

    return make


@pytest.fixture
def make_contact(make_partner: Maak) -> Maak:
    """Checked thirty days ago, with a name and an address; of a police partner unless said."""

    def make(partner: Partner | None = None, **meer: Any) -> Contact:
        waarden: dict[str, Any] = {
            "functie": "Contactfunctionaris",
            "naam": "J. Vonk",
            "telefoon": "0555-300110",
            "email": "vonk@politie.example",
            "toestemming": Toestemming.GEGEVEN,
            "gecontroleerd_op": dag(-30),
        }
        partner = partner or db.session.scalar(db.select(Partner)) or make_partner()
        contact = Contact(partner=partner, **waarden | meer)
        db.session.add(contact)
        db.session.commit()
        return contact

    return make


@pytest.fixture
def make_afspraak(coordinator: Gebruiker, make_partner: Maak) -> Maak:
    """Signed and in force for a year, with one partner; `status` for something else."""

    def make(*partners: Partner, **meer: Any) -> Afspraak:
        waarden: dict[str, Any] = {
            "titel": "Convenant",
            "soort": Afspraaksoort.CONVENANT,
            "onderwerp": Onderwerp.AANGIFTE,
            "eigenaar_id": coordinator.id,
            "ingangsdatum": dag(-100),
            "einddatum": dag(265),
            "status": Afspraakstatus.ONDERTEKEND,
        }
        afspraak = Afspraak(**waarden | meer)
        met = partners or (make_partner(),)
        afspraak.partijen = [Afspraakpartij(partner_id=partner.id) for partner in met]
        if afspraak.status is not Afspraakstatus.CONCEPT:
            afspraak.ondertekenaars = [
                Ondertekenaar(naam=naam, namens="ons", ondertekend_op=dag(-101))
                for naam in ("M. Bakker", "J. Vonk")
            ]
        db.session.add(afspraak)
        db.session.commit()
        return afspraak

    return make

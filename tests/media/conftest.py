"""A woordvoerder and others, people who speak, topics, lines and press questions."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient

from vob.core.clock import nu, vandaag
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.media.models import Dienst, Kernboodschap, Onderwerp, Perscontact, Persvraag, Woordvoerder
from vob.media.values import Boodschapstatus

Maak = Callable[..., Any]


@pytest.fixture
def sanne(make_gebruiker: Maak) -> Gebruiker:
    """A woordvoerder with an account."""
    return make_gebruiker(Rol.WOORDVOERDER, naam="Sanne Vermeer", telefoon="0555-445566")


@pytest.fixture
def woordvoerder(sanne: Gebruiker, client_of: Maak) -> FlaskClient:
    return client_of(sanne)


@pytest.fixture
def medewerker(client_for: Maak) -> FlaskClient:
    return client_for(Rol.MEDEWERKER)


@pytest.fixture
def make_spreker(app: object) -> Maak:
    def make(naam: str = "Bram Oosterhof", **overrides: Any) -> Woordvoerder:
        waarden = {"telefoon": "0555-100100", "telefoon_buiten": "06-55500001", "is_actief": True}
        wie = Woordvoerder(naam=naam, **(waarden | overrides))
        db.session.add(wie)
        db.session.commit()
        return wie

    return make


@pytest.fixture
def make_onderwerp(app: object) -> Maak:
    def make(naam: str = "Asielopvang", **overrides: Any) -> Onderwerp:
        onderwerp = Onderwerp(naam=naam, **({"akkoord": []} | overrides))
        db.session.add(onderwerp)
        db.session.commit()
        return onderwerp

    return make


@pytest.fixture
def make_dienst(app: object) -> Maak:
    """By default from yesterday until in a week."""

    def make(
        wie: Woordvoerder, begin: datetime | None = None, dagen: float = 8, **overrides: Any
    ) -> Dienst:
        begin = begin or nu() - timedelta(days=1)
        dienst = Dienst(
            woordvoerder_id=wie.id, begin=begin, einde=begin + timedelta(days=dagen), **overrides
        )
        db.session.add(dienst)
        db.session.commit()
        return dienst

    return make


@pytest.fixture
def make_lijn(sanne: Gebruiker, make_onderwerp: Maak) -> Maak:
    """Agreed on, and valid for another week."""

    def make(onderwerp: Onderwerp | None = None, tot: date | None = None, **overrides: Any):
        onderwerp = onderwerp or make_onderwerp()
        waarden = {"tekst": "Wij luisteren.", "status": Boodschapstatus.AKKOORD}
        lijn = Kernboodschap(
            onderwerp_id=onderwerp.id,
            geldig_tot=tot or vandaag() + timedelta(days=7),
            maker_id=sanne.id,
            **(waarden | overrides),
        )
        db.session.add(lijn)
        db.session.commit()
        return lijn

    return make


@pytest.fixture
def make_vraag(sanne: Gebruiker) -> Maak:
    """Asked an hour ago, to be answered within an hour."""

    def make(**overrides: Any) -> Persvraag:
        waarden = {
            "jaar": 2026,
            "volgnummer": db.session.query(Persvraag).count() + 1,
            "ontvangen_op": nu() - timedelta(hours=1),
            "uiterlijk": nu() + timedelta(hours=1),
            "medium": "Omroep Waterland",
            "journalist": "Roos van Dalen",
            "vraag": "Hoeveel plekken komen er?",
            "genoteerd_door_id": sanne.id,
        }
        vraag = Persvraag(**(waarden | overrides))
        db.session.add(vraag)
        db.session.commit()
        return vraag

    return make


@pytest.fixture
def make_contact(app: object) -> Maak:
    def make(naam: str = "Roos van Dalen", **overrides: Any) -> Perscontact:
        waarden = {"medium": "Omroep Waterland", "toestemming_op": vandaag()}
        contact = Perscontact(naam=naam, **(waarden | overrides))
        db.session.add(contact)
        db.session.commit()
        return contact

    return make

"""A coordinator who writes, a bestuurder who adopts, a medewerker who reads; and documents."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient

from vob.core.clock import vandaag
from vob.core.permissions import Rol
from vob.data import db
from vob.documenten.models import Document, Documentversie
from vob.documenten.values import Documentsoort, Orgaan, Toegang, Versiestatus
from vob.gebruikers.models import Gebruiker

MakeDocument = Callable[..., Document]


@pytest.fixture
def schrijver(make_gebruiker: Callable[..., Gebruiker]) -> Gebruiker:
    return make_gebruiker(Rol.COORDINATOR)


@pytest.fixture
def beheerder(schrijver: Gebruiker, client_of: Callable[[Gebruiker], FlaskClient]) -> FlaskClient:
    """Who manages documents."""
    return client_of(schrijver)


@pytest.fixture
def bestuurder(client_for: Callable[..., FlaskClient]) -> FlaskClient:
    return client_for(Rol.BESTUURDER)


@pytest.fixture
def medewerker(client_for: Callable[..., FlaskClient]) -> FlaskClient:
    return client_for(Rol.MEDEWERKER)


@pytest.fixture
def make_document(schrijver: Gebruiker) -> MakeDocument:
    """A document in force; `status=Versiestatus.CONCEPT` for a draft. Dates count from today."""

    def make(
        titel: str = "Agressieprotocol",
        *,
        soort: Documentsoort = Documentsoort.AGRESSIEPROTOCOL,
        toegang: Toegang = Toegang.IEDEREEN,
        **versie: Any,
    ) -> Document:
        document = Document(titel=titel, soort=soort, toegang=toegang, eigenaar_id=schrijver.id)
        document.versies.append(make_versie(schrijver, **versie))
        db.session.add(document)
        db.session.commit()
        return document

    return make


def make_versie(schrijver: Gebruiker, **overrides: Any) -> Documentversie:
    today = vandaag()
    values: dict[str, Any] = {
        "nummer": 1,
        "tekst": "# Doel\n\nIedereen werkt veilig.",
        "status": Versiestatus.VASTGESTELD,
        "gemaakt_door_id": schrijver.id,
        "bewerkt_door_id": schrijver.id,
    }
    if overrides.get("status", Versiestatus.VASTGESTELD) is not Versiestatus.CONCEPT:
        values |= {
            "orgaan": Orgaan.RAAD,
            "vastgesteld_op": today - timedelta(days=30),
            "geldig_van": today - timedelta(days=30),
            "toets_op": today + timedelta(days=300),
        }
    return Documentversie(**values | overrides)


def dag(verschil: int) -> date:
    return vandaag() + timedelta(days=verschil)

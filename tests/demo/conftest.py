"""A demo organisation, and people who are not stored."""

from collections.abc import Callable

import pytest
from flask import Flask, g

from vob.core.organisatietype import Organisatietype
from vob.data import db
from vob.demo.mensen import PLEKKEN, Mensen
from vob.demo.operations import LIJNEN, make_demo
from vob.demo.zaken import Bezetting
from vob.gebruikers.models import Gebruiker
from vob.organisatie.models import Organisatie

MakeDemo = Callable[..., int]


@pytest.fixture
def load_demo(app: Flask, organisatie: Organisatie) -> MakeDemo:
    """Fill the database, as the command does."""
    db.session.delete(organisatie)
    db.session.commit()
    g.pop("organisatie", None)

    def load(soort: Organisatietype = Organisatietype.GEMEENTE, aantal: int = 60) -> int:
        geschreven = make_demo(soort, aantal)
        db.session.commit()
        return geschreven

    return load


@pytest.fixture
def mensen() -> Mensen:
    return {
        plek.code: Gebruiker(id=nummer, naam=plek.voornaam, functie=plek.functie)
        for nummer, plek in enumerate(PLEKKEN, 1)
    }


@pytest.fixture
def bezetting(mensen: Mensen) -> Bezetting:
    return Bezetting(mensen, LIJNEN)

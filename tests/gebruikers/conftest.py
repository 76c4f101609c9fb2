"""People who can log in with a password."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from vob.core.permissions import Rol
from vob.gebruikers.models import Gebruiker
from vob.gebruikers.wachtwoorden import hash_wachtwoord

WACHTWOORD = "de kat zit op het dak"
_HASH = hash_wachtwoord(WACHTWOORD)


@pytest.fixture
def ada(make_gebruiker: Callable[..., Gebruiker]) -> Gebruiker:
    return make_gebruiker(
        Rol.MEDEWERKER, naam="Ada Lovelace", email="ada@waterrijk.example", wachtwoord_hash=_HASH
    )


def log_in(
    client: FlaskClient, email: str, wachtwoord: str = WACHTWOORD, **kwargs: Any
) -> TestResponse:
    return client.post("/inloggen", data={"email": email, "wachtwoord": wachtwoord}, **kwargs)

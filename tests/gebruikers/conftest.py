"""People who can log in with a password."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from vob.core.clock import nu
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker, Sessie
from vob.gebruikers.wachtwoorden import hash_wachtwoord

WACHTWOORD = "de kat zit op het dak"
_HASH = hash_wachtwoord(WACHTWOORD)


@pytest.fixture
def ada(make_gebruiker: Callable[..., Gebruiker]) -> Gebruiker:
    return make_gebruiker(
        Rol.MEDEWERKER, naam="Ada Lovelace", email="ada@waterrijk.example", wachtwoord_hash=_HASH
    )


def expire(gebruiker: Gebruiker) -> None:
    """Every session of this person was last used an hour ago: it ended by itself."""
    for sessie in db.session.scalars(db.select(Sessie).filter_by(gebruiker_id=gebruiker.id)):
        sessie.gezien_op = nu() - timedelta(hours=1)
    db.session.commit()


def log_in(
    client: FlaskClient, email: str, wachtwoord: str = WACHTWOORD, **kwargs: Any
) -> TestResponse:
    return client.post("/inloggen", data={"email": email, "wachtwoord": wachtwoord}, **kwargs)

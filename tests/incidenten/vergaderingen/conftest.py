"""Meetings with a log, and who keeps it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient

from vob.core.clock import nu
from vob.core.organisatietype import Functie
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.vergaderingen import operations
from vob.incidenten.vergaderingen.models import Logregel, Vergadering
from vob.incidenten.vergaderingen.operations import Invoer
from vob.incidenten.vergaderingen.values import Aard, Logsoort, Vergadersoort

MakeVergadering = Callable[..., Vergadering]
Log = Callable[..., Logregel]


@pytest.fixture
def griffier(make_gebruiker: Callable[..., Gebruiker]) -> Gebruiker:
    return make_gebruiker(Rol.GRIFFIER, functie=Functie.GRIFFIER)


@pytest.fixture
def client(griffier: Gebruiker, client_of: Callable[[Gebruiker], FlaskClient]) -> FlaskClient:
    """The griffier's browser."""
    return client_of(griffier)


@pytest.fixture
def make_vergadering(app: object) -> MakeVergadering:
    """A council meeting that began an hour ago."""

    def make(**overrides: Any) -> Vergadering:
        waarden: dict[str, Any] = {
            "titel": "Raadsvergadering",
            "soort": Vergadersoort.RAAD,
            "begin": nu() - timedelta(hours=1),
            "plaats": "Raadzaal",
        }
        vergadering = Vergadering(**waarden | overrides)
        db.session.add(vergadering)
        db.session.commit()
        return vergadering

    return make


@pytest.fixture
def log(griffier: Gebruiker) -> Log:
    """Write an entry; `minuten`: so long ago."""
    volgnummer = iter(range(1, 1000))

    def write(
        vergadering: Vergadering,
        soort: Logsoort = Logsoort.ROEPEN,
        minuten: float = 30,
        bij: Logregel | None = None,
        aard: Aard | None = None,
        **velden: Any,
    ) -> Logregel:
        moment: datetime = velden.pop("moment", nu() - timedelta(minutes=minuten))
        invoer = Invoer(
            sleutel=velden.pop("sleutel", f"regel-{next(volgnummer):012}"),
            moment=moment,
            soort=soort,
            aard=aard or (Aard.AANVULLING if bij else Aard.REGEL),
            bij=bij.sleutel if bij else "",
            **velden,
        )
        regel = operations.add_regel(vergadering, invoer, griffier.id, nu())
        db.session.commit()
        return regel

    return write

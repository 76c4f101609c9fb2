"""A proof is read by many: its figure never tells that there is an extra vertrouwelijk case."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from tests.pages import read_page, text_of
from vob.core.clock import nu
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.aangifte.models import Aangifte
from vob.incidenten.aangifte.values import Beoordeling
from vob.incidenten.models import Incident
from vob.incidenten.schade.models import Schadeclaim
from vob.incidenten.schade.values import Eiser
from vob.incidenten.values import Status

STAPPEN = (12, 17, 18, 19, 20)


@pytest.fixture
def kijker(client_for: Callable[..., FlaskClient]) -> FlaskClient:
    return client_for(Rol.GRIFFIER)


def proofs(client: FlaskClient) -> list[str]:
    return [text_of(read_page(client.get(f"/checklist/{stap}")), "main") for stap in STAPPEN]


def test_no_step_shows_that_there_is_an_extra_vertrouwelijk_case(
    kijker: FlaskClient, melder: Gebruiker, make_incident: Callable[..., Incident]
) -> None:
    zonder = proofs(kijker)
    toen = nu() - timedelta(days=60)
    oud = make_incident(melder, toen, status=Status.GESLOTEN, afgehandeld_op=toen)
    zaak = make_incident(melder, status=Status.GESLOTEN, afgehandeld_op=nu())
    db.session.add(Aangifte(incident_id=zaak.id, beoordeling=Beoordeling.VERMOEDELIJK))
    db.session.add(Schadeclaim(incident_id=zaak.id, eiser=Eiser.ORGANISATIE))
    db.session.commit()
    gewoon = proofs(kijker)
    assert all(a != b for a, b in zip(zonder, gewoon, strict=True)), "each of them counts"
    oud.is_vertrouwelijk = zaak.is_vertrouwelijk = True
    db.session.commit()
    assert proofs(kijker) == zonder

"""Every page of reporting asks the database a small and constant number of questions."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from tests.queries import count_queries
from vob.core.organisatietype import Functie
from vob.core.permissions import Rol
from vob.gebruikers.models import Gebruiker
from vob.incidenten.models import Incident


@pytest.mark.parametrize(
    "pad",
    [
        "/incidenten/melden",
        "/incidenten/mijn-meldingen",
        "/incidenten/meldlijn",
        "/incidenten/{nummer}/ontvangst",
    ],
)
def test_the_number_of_statements_does_not_grow(
    pad: str,
    client_of: Callable[..., FlaskClient],
    make_gebruiker: Callable[..., Gebruiker],
    make_incident: Callable[..., Incident],
    make_lijn: Callable[..., object],
) -> None:
    coordinator = make_gebruiker(Rol.COORDINATOR)
    pad = pad.format(nummer=make_incident(coordinator).nummer)
    client = client_of(coordinator)
    client.get(pad)  # what is asked once per process
    counts = []
    for functie in (Functie.RAADSLID, Functie.WETHOUDER, Functie.GRIFFIER):
        make_lijn(functie, coordinator, make_gebruiker(Rol.GRIFFIER, functie=functie))
        make_incident(coordinator)
        with count_queries() as statements:
            assert client.get(pad).status_code == 200
        counts.append(len([s for s in statements if not s.startswith(("BEGIN", "INSERT"))]))
    assert len(set(counts)) == 1
    assert counts[0] <= 8, statements

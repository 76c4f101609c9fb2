"""Who sees an entry of the register: who handles a case of it, and never who is in it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from tests.pages import read_page
from vob.acties.models import Actie
from vob.core.clock import vandaag
from vob.core.organisatietype import Functie
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.models import Incident
from vob.incidenten.veroorzakers.models import Veroorzaker, Veroorzakerzaak

from .test_register import NAAM, REGISTER, decide, one, place

pytestmark = pytest.mark.usefixtures("aan")
ClientOf = Callable[[Gebruiker], FlaskClient]
Zaken = Callable[..., Incident]


@pytest.fixture
def aan(client: FlaskClient) -> None:
    assert decide(client).status_code == 303


@pytest.fixture
def dader(make_gebruiker: Callable[..., Gebruiker]) -> Gebruiker:
    return make_gebruiker(Rol.COORDINATOR, naam="Dirk Dader")


@pytest.fixture
def griffier(make_gebruiker: Callable[..., Gebruiker]) -> Gebruiker:
    return make_gebruiker(Rol.GRIFFIER)


def seen_by(client: FlaskClient) -> set[str]:
    """By which ways this user comes to the only entry, which is due to be looked at again."""
    entry, pad = one(), f"{REGISTER}{one().id}"
    entry.herbeoordeling_op = vandaag() + timedelta(days=1)
    db.session.commit()
    gezocht = read_page(client.post(REGISTER, data={"naam": NAAM}))
    wegen = {
        "zoeken": bool(gezocht.select("#gevonden a")),
        "lijst": bool(read_page(client.get(REGISTER)).select("#beoordelen a")),
        "bladzijde": client.get(pad).status_code == 200,
        "wissen": client.post(f"{pad}/verwijderen").status_code != 404,
        "actie": "Kijk hiernaar" in client.get("/acties/?welke=alle").text,
    }
    return {weg for weg, open_ in wegen.items() if open_}


def make_actie(eigenaar: Gebruiker) -> None:
    wie = {"eigenaar_id": eigenaar.id, "gemaakt_door_id": eigenaar.id, "uiterlijk": vandaag()}
    bron = {"bron_soort": "veroorzaker", "bron_id": one().id}
    db.session.add(Actie(titel="Kijk hiernaar", **wie, **bron))
    db.session.commit()


ALLE = {"zoeken", "lijst", "bladzijde", "wissen", "actie"}


def test_who_is_not_named_on_an_extra_vertrouwelijk_case_does_not_know_of_it(
    client: FlaskClient,
    client_of: ClientOf,
    dader: Gebruiker,
    make_incident: Zaken,
    melder: Gebruiker,
    griffier: Gebruiker,
    coordinator: Gebruiker,
    make_lijn: Callable[..., object],
) -> None:
    make_lijn(Functie.RAADSLID, coordinator)
    zaak = make_incident(melder, is_vertrouwelijk=True)
    place(client, zaak)
    make_actie(griffier)
    assert (seen_by(client), seen_by(client_of(dader))) == (ALLE, set())


def test_who_is_the_offender_does_not_find_oneself(
    client: FlaskClient,
    client_of: ClientOf,
    dader: Gebruiker,
    make_incident: Zaken,
    melder: Gebruiker,
    griffier: Gebruiker,
) -> None:
    place(client, make_incident(melder, veroorzaker="Het was Dirk Dader."))
    gewoon = make_incident(melder)
    place(client, gewoon)
    make_actie(griffier)
    assert len(one().zaken) == 2
    assert (seen_by(client), seen_by(client_of(dader))) == (ALLE, set())
    pad = f"/incidenten/{gewoon.nummer}/veroorzaker"
    assert (NAAM in client.get(pad).text, NAAM in client_of(dader).get(pad).text) == (True, False)


def test_an_entry_without_a_case_is_for_who_keeps_the_register(
    client: FlaskClient, client_of: ClientOf, dader: Gebruiker, zaak: Incident, griffier: Gebruiker
) -> None:
    place(client, zaak)
    make_actie(griffier)
    db.session.query(Veroorzakerzaak).delete()
    db.session.commit()
    assert (seen_by(client), seen_by(client_of(dader))) == (ALLE, ALLE)
    assert db.session.query(Veroorzaker).count() == 1

"""Who a case is about takes no part in handling it, by no path (veiligheid.md T2, rollen.md)."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from vob.acties.models import Actie
from vob.core.clock import vandaag
from vob.core.organisatietype import Functie
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.models import Incident

from ..pages import form_data, read_page

Maker = Callable[..., Gebruiker]
Zaken = Callable[..., Incident]
ClientOf = Callable[[Gebruiker], FlaskClient]
BEHANDELAARS = (Rol.COORDINATOR, Rol.GRIFFIER, Rol.BESTUURDER)


def _actie_bij(client: FlaskClient, incident: Incident, eigenaar: Gebruiker) -> int:
    pad = f"/acties/nieuw?soort=incident&id={incident.id}"
    data = form_data(read_page(client.get(pad)), "main form[method=post]")
    data |= {"titel": "Slot vervangen", "eigenaar_id": str(eigenaar.id)}
    data |= {"uiterlijk": str(vandaag())}
    return client.post("/acties/nieuw", data=data).status_code


@pytest.mark.parametrize("rol", BEHANDELAARS)
def test_no_act_on_a_case_about_oneself(
    rol: Rol, make_gebruiker: Maker, make_incident: Zaken, client_of: ClientOf
) -> None:
    ik = make_gebruiker(rol)
    incident = make_incident(ik)
    client = client_of(ik)
    for act, data in {
        "status": {"naar": "in_behandeling"},
        "ernst": {"ernst": "hoog"},
        "behandelaars": {"wie": str(ik.id), "reden": "x"},
        "deelnemers": {"deelnemer": str(ik.id), "rol": "lijn", "waarom": "x"},
        "notities": {"notitie": "x"},
        "wijzigen": {"titel": "x"},
    }.items():
        r = client.post(f"/incidenten/{incident.nummer}/{act}", data=data)
        assert r.status_code == 404, act


@pytest.mark.parametrize("rol", BEHANDELAARS)
def test_no_action_from_a_case_about_oneself(
    rol: Rol, make_gebruiker: Maker, make_incident: Zaken, client_of: ClientOf
) -> None:
    ik = make_gebruiker(rol)
    assert _actie_bij(client_of(ik), make_incident(ik), ik) == 404
    assert "Slot vervangen" not in [actie.titel for actie in db.session.query(Actie)]


def test_actions_of_others_on_ones_own_case_stay_hidden(
    make_gebruiker: Maker, make_incident: Zaken, client_of: ClientOf
) -> None:
    ik, ander = make_gebruiker(Rol.COORDINATOR), make_gebruiker(Rol.COORDINATOR)
    incident = make_incident(ik)
    assert _actie_bij(client_of(ander), incident, ander) == 303
    (actie,) = (actie for actie in db.session.query(Actie) if actie.titel == "Slot vervangen")
    client = client_of(ik)
    assert client.get(f"/acties/{actie.id}").status_code == 404
    assert client.post(f"/acties/{actie.id}/status", data={"naar": "gedaan"}).status_code == 404
    for pad in ("/acties/?welke=alle", "/zoeken?q=vervangen", f"/incidenten/{incident.nummer}"):
        assert "Slot vervangen" not in client.get(pad).text


def test_who_only_reported_it_adds_no_action(
    make_gebruiker: Maker, make_incident: Zaken, client_of: ClientOf
) -> None:
    melder, raadslid = make_gebruiker(Rol.GRIFFIER), make_gebruiker(Rol.AMBTSDRAGER)
    make_gebruiker(Rol.COORDINATOR)
    incident = make_incident(melder, getroffene_id=raadslid.id)
    assert _actie_bij(client_of(melder), incident, melder) == 404


def test_a_coordinator_named_in_a_case_that_opens_up_does_not_handle_it(
    make_gebruiker: Maker, make_incident: Zaken, client_of: ClientOf, make_lijn: Callable[..., None]
) -> None:
    genoemd, ander = (make_gebruiker(Rol.COORDINATOR) for _ in range(2))
    make_lijn(Functie.MEDEWERKER, ander)
    incident = make_incident(
        make_gebruiker(Rol.MEDEWERKER),
        getroffene_naam=genoemd.naam.upper(),
        getroffene_functie=Functie.MEDEWERKER,
        is_vertrouwelijk=True,
    )
    pad = f"/incidenten/{incident.nummer}"
    assert client_of(genoemd).get(pad).status_code == 404
    assert client_of(ander).post(f"{pad}/vertrouwelijk", data={"naar": "nee"}).status_code == 303
    client = client_of(genoemd)
    assert client.get(pad).status_code == 200
    assert client.post(f"{pad}/ernst", data={"ernst": "hoog"}).status_code == 404

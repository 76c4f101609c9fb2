"""Looking back on a case, and what comes of it."""

import pytest
from sqlalchemy import select

from tests.incidenten.test_queries_count import statements
from tests.pages import form_data, read_page
from tests.pages import send_form as send
from vob.acties.models import Actie
from vob.core.permissions import Rol
from vob.data import db
from vob.incidenten.evaluatie.models import Evaluatie
from vob.incidenten.values import Ernst, Status


@pytest.fixture
def zaak(make_gebruiker, make_incident):
    return make_incident(
        make_gebruiker(Rol.AMBTSDRAGER), status=Status.AFGEHANDELD, ernst=Ernst.ERNSTIG
    )


@pytest.fixture
def client(client_for):
    return client_for(Rol.COORDINATOR)


def pad(zaak, rest=""):
    return f"/incidenten/{zaak.nummer}/evaluatie{rest}"


TERUGBLIK = {"goed": "De bode belde meteen.", "les": "Sneller bellen."}


def test_what_we_learned_is_kept_encrypted(client, zaak):
    assert "nog niet geëvalueerd" in client.get(pad(zaak)).text
    assert send(client, pad(zaak, "/wijzigen"), **TERUGBLIK).location == pad(zaak)
    page = read_page(client.get(pad(zaak)))
    assert "Sneller bellen." in page.text
    ruw = db.session.connection().exec_driver_sql("select les from evaluatie").scalar()
    assert b"bellen" not in bytes(ruw)


def test_an_empty_evaluation_or_one_to_come_is_refused(client, zaak):
    assert send(client, pad(zaak, "/wijzigen")).status_code == 422
    later = send(client, pad(zaak, "/wijzigen"), **TERUGBLIK, op="2098-01-01")
    assert later.status_code == 422
    assert db.session.query(Evaluatie).count() == 0


def test_it_is_changed_in_place(client, zaak):
    send(client, pad(zaak, "/wijzigen"), **TERUGBLIK)
    oud = form_data(read_page(client.get(pad(zaak, "/wijzigen"))), "main form")
    send(client, pad(zaak, "/wijzigen"), les="Anders.")
    assert client.post(pad(zaak, "/wijzigen"), data=oud | {"les": "Nog anders."}).status_code == 409
    assert db.session.scalars(select(Evaluatie.les)).one() == "Anders."


def test_an_improvement_becomes_an_action(client, client_of, zaak, make_gebruiker):
    send(client, pad(zaak, "/wijzigen"), **TERUGBLIK)
    wie = make_gebruiker(Rol.MEDEWERKER)
    adres = pad(zaak, "/verbeterpunten")
    assert send(client, adres, tekst="Nummer bij de balie", eigenaar_id=wie.id).status_code == 303
    actie = db.session.scalars(select(Actie).filter_by(eigenaar_id=wie.id)).one()
    assert (actie.titel, actie.bron_soort, actie.bron_id) == (
        "Nummer bij de balie",
        "incident",
        zaak.id,
    )
    assert "Nummer bij de balie" in client.get(pad(zaak)).text
    assert zaak.nummer not in client_of(wie).get(f"/acties/{actie.id}").text


def test_an_improvement_needs_an_evaluation(client, zaak):
    assert client.get(pad(zaak, "/verbeterpunten")).status_code == 404


def test_a_case_is_not_called_evaluated_before_it_was(client, zaak):
    status = f"/incidenten/{zaak.nummer}/status"
    answer = client.post(status, data={"naar": "geevalueerd"})
    assert answer.status_code == 409
    assert "Schrijf eerst de evaluatie." in answer.text
    send(client, pad(zaak, "/wijzigen"), **TERUGBLIK)
    assert (
        "Schrijf eerst de evaluatie." not in client.post(status, data={"naar": "geevalueerd"}).text
    )


def test_it_is_for_who_handles_the_case(client_for, client_of, zaak):
    for rol in Rol:
        if rol is not Rol.COORDINATOR:
            dicht = 404 if rol in {Rol.GRIFFIER, Rol.BESTUURDER} else 403
            for rest in ("", "/wijzigen", "/verbeterpunten"):
                assert client_for(rol).get(pad(zaak, rest)).status_code == dicht, (rol, rest)
    assert client_of(zaak.getroffene).get(pad(zaak)).status_code == 403


def test_the_page_asks_little(client, zaak):
    send(client, pad(zaak, "/wijzigen"), **TERUGBLIK)
    for _ in range(3):
        send(client, pad(zaak, "/verbeterpunten"), tekst="Beter")
    assert statements(client, pad(zaak)) <= 8

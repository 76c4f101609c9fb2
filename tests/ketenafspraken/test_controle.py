"""The round of checking: what is due, sharing it out, pressing, and closing."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.ketenafspraken.models import Controlepunt, Controleronde
from vob.organisatie.models import Steunpunt

from ..pages import read_page, text_of
from ..queries import count_queries
from .conftest import Client, Maak, dag

PAD = "/ketenafspraken/controle"
ClientOf = Callable[[Gebruiker], FlaskClient]


@pytest.fixture
def make_steunpunt(beheer: FlaskClient) -> Maak:
    def make(naam: str = "Slachtofferhulp", **meer: object) -> Steunpunt:
        steunpunt = Steunpunt(naam=naam, telefoon="0900-0101", **meer)
        db.session.add(steunpunt)
        db.session.commit()
        return steunpunt

    return make


def rijen(client: FlaskClient, vraag: str = "") -> list[str]:
    page = read_page(client.get(PAD + vraag))
    return [" ".join(row.text.split()) for row in page.select("#punten tbody tr")]


def test_before_a_round_the_page_says_what_is_due(
    beheer: FlaskClient, make_contact: Maak, make_partner: Maak, make_steunpunt: Maak
) -> None:
    make_contact(functie="Vers")
    make_contact(functie="Oud", gecontroleerd_op=dag(-200))
    make_contact(make_partner("Gestopt", is_actief=False), functie="Weg", gecontroleerd_op=None)
    make_steunpunt()
    make_steunpunt("Van vroeger", is_historisch=True)
    page = text_of(read_page(beheer.get(PAD)), "#toe-aan")
    assert "2 nummers zijn lang niet gecontroleerd" in page
    assert "Politie: Oud" in page
    assert "Slachtofferhulp" in page
    assert not any(woord in page for woord in ("Vers", "Weg", "Van vroeger"))


def test_a_round_holds_what_becomes_due_before_its_end(
    beheer: FlaskClient, make_contact: Maak, make_partner: Maak, coordinator: Gebruiker
) -> None:
    partner = make_partner(eigenaar_id=coordinator.id)
    make_contact(partner, functie="Bijna", gecontroleerd_op=dag(-170))
    make_contact(partner, functie="Vers")
    assert beheer.post(f"{PAD}/starten").status_code == 303
    assert rijen(beheer) == ["Politie: BijnaJ. Vonk 0555-300110 Noor Bakker Gecontroleerd"]
    assert "0 van 1 gedaan" in read_page(beheer.get(PAD)).text
    assert beheer.post(f"{PAD}/starten").status_code == 409


def test_with_nothing_due_there_is_no_round(beheer: FlaskClient, make_contact: Maak) -> None:
    make_contact(gecontroleerd_op=dag(0))
    r = beheer.post(f"{PAD}/starten")
    assert r.status_code == 409
    assert "Er is nu niets te doen." in r.text
    assert "Alle nummers zijn op tijd gecontroleerd." in read_page(beheer.get(PAD)).text


def test_pressing_checks_a_contact_and_a_support_line(
    beheer: FlaskClient, make_contact: Maak, make_steunpunt: Maak
) -> None:
    contact, steunpunt = make_contact(gecontroleerd_op=None), make_steunpunt()
    beheer.post(f"{PAD}/starten")
    for punt in db.session.scalars(db.select(Controlepunt)):
        r = beheer.post(f"{PAD}/punten/{punt.id}/gecontroleerd")
        assert r.status_code == 303
    assert contact.gecontroleerd_op == steunpunt.gecontroleerd_op == dag(0)
    assert "2 van 2 gedaan" in read_page(beheer.get(PAD)).text


def test_a_check_elsewhere_counts_as_well(
    beheer: FlaskClient, make_contact: Maak, make_steunpunt: Maak
) -> None:
    contact, steunpunt = make_contact(gecontroleerd_op=None), make_steunpunt()
    beheer.post(f"{PAD}/starten")
    beheer.post(f"/ketenafspraken/contacten/{contact.id}/gecontroleerd")
    beheer.post(f"/steunpunten/{steunpunt.id}/gecontroleerd")
    assert "2 van 2 gedaan" in read_page(beheer.get(PAD)).text


def test_a_support_line_that_goes_takes_its_point_along(
    beheer: FlaskClient, make_steunpunt: Maak, make_contact: Maak
) -> None:
    make_contact(gecontroleerd_op=None)
    steunpunt = make_steunpunt()
    beheer.post(f"{PAD}/starten")
    assert beheer.post(f"/steunpunten/{steunpunt.id}/verwijderen").status_code == 303
    assert len(rijen(beheer)) == 1


def test_points_are_shared_out(
    beheer: FlaskClient, make_contact: Maak, make_gebruiker: Callable[..., Gebruiker]
) -> None:
    joris = make_gebruiker(Rol.GRIFFIER, naam="Joris van Dam")
    for functie in ("Een", "Twee"):
        make_contact(functie=functie, gecontroleerd_op=None)
    beheer.post(f"{PAD}/starten")
    punten = [str(punt.id) for punt in db.session.scalars(db.select(Controlepunt))]
    r = beheer.post(f"{PAD}/verdelen", data={"voor_id": str(joris.id), "punt": punten})
    assert r.status_code == 303
    assert all("Joris van Dam" in rij for rij in rijen(beheer))
    assert rijen(beheer, "?wie=ik") == []
    beheer.post(f"{PAD}/verdelen", data={"voor_id": "", "punt": punten[:1]})
    assert sum("nog niemand" in rij for rij in rijen(beheer)) == 1


def test_who_no_longer_works_here_gets_nothing(
    beheer: FlaskClient, make_contact: Maak, make_gebruiker: Callable[..., Gebruiker]
) -> None:
    weg = make_gebruiker(Rol.GRIFFIER, is_actief=False)
    make_contact(gecontroleerd_op=None)
    beheer.post(f"{PAD}/starten")
    punt = str(db.session.scalars(db.select(Controlepunt.id)).one())
    r = beheer.post(f"{PAD}/verdelen", data={"voor_id": str(weg.id), "punt": [punt]})
    assert r.status_code == 422
    assert "Maak een keuze uit de lijst." in text_of(read_page(r), "#fouten")


def test_sharing_out_asks_what(beheer: FlaskClient, make_contact: Maak) -> None:
    make_contact(gecontroleerd_op=None)
    beheer.post(f"{PAD}/starten")
    r = beheer.post(f"{PAD}/verdelen", data={"voor_id": ""})
    assert r.status_code == 422
    assert "Kies eerst welke nummers u verdeelt." in text_of(read_page(r), "#fouten")


def test_who_got_a_point_sees_and_checks_only_that(
    beheer: FlaskClient,
    make_contact: Maak,
    make_gebruiker: Callable[..., Gebruiker],
    client_of: ClientOf,
) -> None:
    mees = make_gebruiker(Rol.MEDEWERKER)
    for functie in ("Van mij", "Van een ander"):
        make_contact(functie=functie, gecontroleerd_op=None)
    beheer.post(f"{PAD}/starten")
    mijn, ander = db.session.scalars(db.select(Controlepunt).order_by(Controlepunt.id))
    mijn.voor_id = mees.id
    db.session.commit()
    client = client_of(mees)
    assert len(rijen(client)) == 1
    assert "0 van 1 gedaan" in read_page(client.get(PAD)).text
    assert client.post(f"{PAD}/punten/{ander.id}/gecontroleerd").status_code == 404
    assert client.post(f"{PAD}/punten/{mijn.id}/gecontroleerd").status_code == 303
    assert mijn.contact is not None
    assert mijn.contact.gecontroleerd_op == dag(0)


def test_a_round_is_closed_and_the_next_one_takes_over(
    beheer: FlaskClient, make_contact: Maak
) -> None:
    make_contact(gecontroleerd_op=None)
    beheer.post(f"{PAD}/starten")
    assert beheer.post(f"{PAD}/afronden").status_code == 303
    assert beheer.post(f"{PAD}/afronden").status_code == 404
    assert "De vorige ronde is afgerond op" in text_of(read_page(beheer.get(PAD)), "#toe-aan")
    beheer.post(f"{PAD}/starten")
    assert len(rijen(beheer)) == 1
    assert db.session.query(Controleronde).count() == 2


def test_without_a_round_there_is_nothing_for_others(medewerker: FlaskClient) -> None:
    assert "Er loopt nu geen controleronde." in read_page(medewerker.get(PAD)).text
    assert medewerker.post(f"{PAD}/punten/1/gecontroleerd").status_code == 404


def test_the_page_asks_at_most_eight_times(
    client_for: Client, beheer: FlaskClient, make_contact: Maak, make_partner: Maak
) -> None:
    for nummer in range(20):
        make_contact(make_partner(f"Partner {nummer}"), gecontroleerd_op=None)
    beheer.post(f"{PAD}/starten")
    client = client_for(Rol.COORDINATOR)
    client.get(PAD)
    db.session.expire_all()
    with count_queries() as statements:
        client.get(PAD)
    assert len(statements) <= 8, "\n\n".join(statements)

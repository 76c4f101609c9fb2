"""Reporting: from the short form to a case in its line."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from tests.pages import form_data, read_page, text_of
from vob.core.clock import TZ, nu
from vob.core.organisatietype import Functie
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.models import Betrokkene, Gebeurtenis, Incident
from vob.incidenten.values import Betrokkenrol, Gebeurtenissoort, GemeldDoor, Hoofdvorm, Vorm

from .conftest import melding

Client = Callable[..., FlaskClient]
Maker = Callable[..., Gebruiker]
PAD = "/incidenten/melden"


def _incident() -> Incident:
    return db.session.scalars(db.select(Incident)).one()


def test_the_form_asks_six_answers_and_offers_help_first(client_for: Client) -> None:
    page = read_page(client_for(Rol.MEDEWERKER).get(PAD))
    assert text_of(page, "h1") == "Wat is er gebeurd?"
    nummers = [link["href"] for link in page.select("#veiligheid a")]
    assert nummers == ["tel:112", "tel:09008844", "tel:0555112233"]
    assert page.select_one("details.meer")
    assert not page.select_one("details.meer[open]")


def test_an_empty_form_names_what_is_missing(client_for: Client) -> None:
    answer = client_for(Rol.MEDEWERKER).post(PAD, data={})
    assert answer.status_code == 422
    velden = {link["href"] for link in read_page(answer).select("#fouten li a")}
    verplicht = {"omschrijving", "wie", "hoofdvormen", "voorval_op", "kanaal", "nu_veilig"}
    assert velden == {f"#{naam}" for naam in verplicht}


def test_six_answers_make_a_case(client_for: Client) -> None:
    client = client_for(Rol.AMBTSDRAGER, functie=Functie.RAADSLID)
    answer = client.post(PAD, data=melding())
    incident = _incident()
    assert answer.status_code == 303
    assert answer.location == f"/incidenten/{incident.nummer}/ontvangst"
    assert incident.titel == "Bedreigen of intimideren: parkeerterrein"
    assert incident.gemeld_door is GemeldDoor.SLACHTOFFER
    assert incident.getroffene_id == incident.melder_id
    assert incident.getroffene_functie is Functie.RAADSLID
    assert incident.vormen == [Vorm.BEDREIGING]
    assert not incident.is_acuut


def test_numbers_follow_each_other_within_a_year(client_for: Client) -> None:
    client = client_for(Rol.MEDEWERKER)
    for token in ("a", "b"):
        client.post(PAD, data=melding(eenmalig=token))
    jaar = nu().astimezone(TZ).year
    nummers = db.session.scalars(db.select(Incident.nummer).order_by(Incident.id)).all()
    assert nummers == [f"{jaar}-0001", f"{jaar}-0002"]


def test_twenty_equal_posts_make_one_case(client_for: Client) -> None:
    client = client_for(Rol.MEDEWERKER)
    antwoorden = {client.post(PAD, data=melding()).location for _ in range(20)}
    assert antwoorden == {f"/incidenten/{_incident().nummer}/ontvangst"}


def test_the_timeline_begins_and_everyone_involved_is_named(client_for: Client) -> None:
    client_for(Rol.MEDEWERKER).post(PAD, data=melding())
    assert db.session.scalars(db.select(Gebeurtenis)).one().soort is Gebeurtenissoort.GEMELD
    rollen = set(db.session.scalars(db.select(Betrokkene.rol)))
    assert rollen == {Betrokkenrol.MELDER, Betrokkenrol.GETROFFENE}


def test_someone_unknown_is_kept_by_name_and_function(client_for: Client) -> None:
    ander = {"wie": "ander", "getroffene_naam": "Jan Klaassen", "getroffene_functie": "wethouder"}
    client_for(Rol.MEDEWERKER).post(PAD, data=melding(**ander, gemeld_door="getuige"))
    incident = _incident()
    assert incident.getroffene_id is None
    assert incident.getroffene_naam == "Jan Klaassen"
    assert incident.getroffene_functie is Functie.WETHOUDER
    assert incident.gemeld_door is GemeldDoor.GETUIGE


def test_for_someone_else_a_name_and_a_function_are_needed(client_for: Client) -> None:
    answer = client_for(Rol.MEDEWERKER).post(PAD, data=melding(wie="ander"))
    assert answer.status_code == 422
    fouten = read_page(answer).select("#fouten li a")
    assert [link["href"] for link in fouten] == ["#getroffene_naam", "#getroffene_functie"]


def test_an_office_holder_is_chosen_from_the_list(
    client_for: Client, make_gebruiker: Maker
) -> None:
    wethouder = make_gebruiker(Rol.AMBTSDRAGER, functie=Functie.WETHOUDER)
    make_gebruiker(Rol.MEDEWERKER, naam="Niet In De Lijst")
    client = client_for(Rol.MEDEWERKER)
    namen = [optie.text for optie in read_page(client.get(PAD)).select("#getroffene_id option")]
    assert namen == ["Iemand die niet in de lijst staat", f"{wethouder.naam} (wethouder)"]
    client.post(PAD, data=melding(wie="ander", getroffene_id=wethouder.id))
    assert _incident().getroffene_id == wethouder.id
    assert _incident().gemeld_door is GemeldDoor.NAMENS


def test_who_chooses_oneself_from_the_list_reports_for_oneself(
    client_of: Client, make_gebruiker: Maker
) -> None:
    raadslid = make_gebruiker(Rol.AMBTSDRAGER, functie=Functie.RAADSLID)
    client_of(raadslid).post(PAD, data=melding(wie="ander", getroffene_id=raadslid.id))
    assert _incident().gemeld_door is GemeldDoor.SLACHTOFFER


@pytest.mark.parametrize(
    ("waarden", "veld"),
    [
        ({"voorval_op": (nu() + timedelta(days=2)).strftime("%Y-%m-%dT%H:%M")}, "voorval_op"),
        ({"voorval_op": "2026-03-29T02:30"}, "voorval_op"),
        ({"voorval_op": "gisteren"}, "voorval_op"),
        ({"voorval_tot": "2020-01-01T10:00"}, "voorval_tot"),
        ({"kennis_op": "2999-01-01"}, "kennis_op"),
        ({"kanaal": "duif"}, "kanaal"),
        ({"titel": "x" * 121}, "titel"),
    ],
)
def test_what_cannot_be_is_refused(client_for: Client, waarden: dict[str, str], veld: str) -> None:
    answer = client_for(Rol.MEDEWERKER).post(PAD, data=melding(**waarden))
    assert answer.status_code == 422
    page = read_page(answer)
    assert [link["href"] for link in page.select("#fouten li a")] == [f"#{veld}"]
    assert "auto" in text_of(page, "#omschrijving")


def test_a_mistake_behind_more_opens_it(client_for: Client) -> None:
    answer = client_for(Rol.MEDEWERKER).post(PAD, data=melding(titel="x" * 121))
    assert read_page(answer).select_one("details.meer[open]")


def test_everything_behind_more_is_kept(client_for: Client) -> None:
    meer = {
        "titel": "Bij de auto",
        "woorden": "Ik weet waar je woont.",
        "vormen": ["stalking"],
        "veroorzaker": "Grijze jas",
        "heeft_schade": "y",
        "instemming_delen": ["politie"],
    }
    client_for(Rol.MEDEWERKER).post(PAD, data=melding(**meer))
    incident = _incident()
    assert (incident.titel, incident.woorden) == ("Bij de auto", "Ik weet waar je woont.")
    assert incident.vormen == [Vorm.BEDREIGING, Vorm.STALKING]
    assert incident.hoofdvorm is Hoofdvorm.BEDREIGEN
    assert incident.veroorzaker == "Grijze jas"
    assert (incident.heeft_schade, incident.instemming_delen) == (True, ["politie"])


def test_names_and_literal_words_are_encrypted(client_for: Client) -> None:
    ander = {"wie": "ander", "getroffene_naam": "Jan Klaassen", "getroffene_functie": "anders"}
    client_for(Rol.MEDEWERKER).post(PAD, data=melding(**ander, woorden="Ik weet waar je woont."))
    rij = db.session.execute(db.text("select * from incident")).one()
    opgeslagen = b" ".join(bytes(w) for w in rij if isinstance(w, bytes | memoryview))
    assert b"Klaassen" not in opgeslagen
    assert b"waar je woont" not in opgeslagen
    assert "Klaassen" not in str(rij)


def test_an_extra_vertrouwelijk_case_is_encrypted_whole(client_for: Client) -> None:
    client_for(Rol.MEDEWERKER).post(PAD, data=melding(is_vertrouwelijk="y"))
    incident = _incident()
    assert incident.omschrijving.startswith("Na de commissie")
    rij = db.session.execute(db.text("select titel, omschrijving, plaats from incident")).one()
    assert tuple(rij) == ("Extra vertrouwelijk", "", "")
    assert db.session.execute(db.text("select count(*) from zoekdoc")).scalar() == 0


def test_a_draft_comes_back_and_goes_with_the_report(client_for: Client) -> None:
    client = client_for(Rol.MEDEWERKER)
    client.post("/concepten/", data={"_pad": PAD, "omschrijving": "Half verhaal"})
    page = read_page(client.get(PAD))
    assert text_of(page, "#omschrijving") == "Half verhaal"
    client.post(PAD, data={**form_data(page, "main form"), **melding()})
    assert text_of(read_page(client.get(PAD)), "#omschrijving") == ""

"""One gathering: rated in one page, with measures and who is told, and a look back."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import literal, select, text

from tests.pages import HTMX, form_data, read_fragment, read_page, text_of
from tests.queries import count_queries
from tests.risicoanalyse.conftest import KANARIE, MAIN, RUSTIG, ClientOf, MakeGebruiker
from vob.acties.models import Actie
from vob.berichten.models import Bericht
from vob.core.clock import nu, vandaag
from vob.core.permissions import Rol
from vob.data import db
from vob.data.search import Zoekdoc
from vob.gebruikers.models import Gebruiker
from vob.organisatie.models import Organisatie
from vob.risicoanalyse.models_bijeenkomst import Inschatting
from vob.risicoanalyse.values import Maatregelstatus
from vob.risicoanalyse.values_bijeenkomst import Kleur, Verloop
from vob.web import objecten

NIEUW = "/risicoanalyse/operationeel/nieuw"
ANTWOORDEN = {naam: antwoord.value for naam, antwoord in RUSTIG.items()}
ZWAAR = ANTWOORDEN | {"q_eerder": "dreiging"}
FEITEN = {"soort": "raad", "titel": "Opvang", "basis": "Wijkagent"}
Maak = Callable[..., Any]


@pytest.fixture
def griffier(make_gebruiker: MakeGebruiker, startset: None) -> Gebruiker:
    return make_gebruiker(Rol.GRIFFIER)


@pytest.fixture
def client(griffier: Gebruiker, client_of: ClientOf) -> FlaskClient:
    return client_of(griffier)


def send(client: FlaskClient, **data: object) -> Any:
    form = form_data(read_page(client.get(NIEUW)), MAIN)
    return client.post(NIEUW, data=form | FEITEN | ANTWOORDEN | data)


def the_one() -> Inschatting:
    return db.session.scalars(select(Inschatting)).one()


def test_nothing_special_is_groen(client: FlaskClient, griffier: Gebruiker) -> None:
    page = read_page(client.get(send(client).location))
    assert "Groen" in text_of(page, "#uitkomst")
    feiten = text_of(page, "#inschatting")
    assert griffier.naam in feiten  # who rated it
    assert "Wijkagent" in feiten  # on what basis


def test_the_outcome_comes_with_its_reasons(client: FlaskClient) -> None:
    page = read_page(client.get(send(client, **ZWAAR).location))
    assert "Oranje" in text_of(page, "#uitkomst")
    assert "er was eerder dreiging of geweld" in text_of(page, "#uitkomst")


def test_each_question_must_be_answered(client: FlaskClient) -> None:
    response = send(client, q_hulp="", q_route="onzin")
    assert response.status_code == 422
    assert len(read_page(response).select("#fouten li")) == 2


def test_who_rates_lighter_says_why(client: FlaskClient) -> None:
    lichter = ZWAAR | {"kleur": "groen"}
    assert send(client, **lichter).status_code == 422
    assert send(client, **lichter, motivering="De beller is opgepakt.").status_code == 303
    een = the_one()
    assert (een.kleur, een.advies) == (Kleur.GROEN, Kleur.ORANJE)
    assert send(client, **ZWAAR, kleur="rood").status_code == 303


def test_measures_become_actions_for_the_day_itself(
    client: FlaskClient, griffier: Gebruiker
) -> None:
    keuze = read_page(client.get(NIEUW)).select_one("#maatregelen input")
    assert keuze is not None
    morgen = vandaag() + timedelta(days=1)
    send(client, maatregelen=[keuze["value"]], eigen_maatregel="Zaal twee", dag=str(morgen))
    acties = db.session.scalars(select(Actie)).all()
    assert [actie.titel for actie in acties] == ["Met z’n tweeën op bezoek", "Zaal twee"]
    assert {(a.uiterlijk, a.eigenaar_id) for a in acties} == {(morgen, griffier.id)}
    een = the_one()
    pad = f"/risicoanalyse/operationeel/{een.analyse_id}"
    for _ in range(2):  # arranged; twice changes nothing
        client.post(f"{pad}/maatregelen/{een.analyse.maatregelen[0].id}")
    db.session.refresh(acties[0])
    assert acties[0].status.value == "gedaan"
    assert een.analyse.maatregelen[0].stand is Maatregelstatus.UITGEVOERD
    assert client.post(f"{pad}/maatregelen/9999").status_code == 404


def test_a_measure_needs_someone(client: FlaskClient) -> None:
    response = send(client, eigen_maatregel="Zaal twee", eigenaar_id="")
    assert response.status_code == 422
    assert "wie de maatregelen regelt" in text_of(read_page(response), "#fouten")


def test_an_address_is_no_place(client: FlaskClient) -> None:
    assert send(client, plaats="Dorpsstraat 1, 1234 AB").status_code == 422


def test_the_desk_is_told_when_there_is_something_to_tell(
    client: FlaskClient, make_gebruiker: MakeGebruiker
) -> None:
    bode = make_gebruiker(Rol.BEVEILIGING)
    send(client, is_balie_ingelicht="y")
    assert db.session.scalars(select(Bericht)).all() == []
    send(client, **ZWAAR, is_balie_ingelicht="y")
    (bericht,) = db.session.scalars(select(Bericht))
    assert (bericht.gebruiker_id, bericht.pad) == (bode.id, "/risicoanalyse/balie")


def test_sending_twice_makes_one(client: FlaskClient) -> None:
    form = form_data(read_page(client.get(NIEUW)), MAIN)
    eerste, tweede = (client.post(NIEUW, data=form | FEITEN | ANTWOORDEN) for _ in range(2))
    assert eerste.location == tweede.location
    the_one()


def test_what_it_adds_up_to_shows_while_one_answers(client: FlaskClient) -> None:
    pad = "/risicoanalyse/operationeel/voorstel"
    assert "Beantwoord de acht" in read_fragment(client.post(pad, headers=HTMX)).text
    stuk = read_fragment(client.post(pad, data=ZWAAR, headers=HTMX))
    assert "Oranje" in stuk.text
    assert db.session.scalars(select(Inschatting)).all() == []


@pytest.fixture
def vergadering(app: Flask) -> Iterator[None]:
    """A meeting log of one meeting, in the place of the real one."""
    soort = objecten.Objectsoort(
        "vergadering", "Vergadering", lambda id: f"/vergadering/{id}", lambda _: select(literal(7))
    )
    echt = objecten.soort_van("vergadering")
    assert echt is not None
    objecten.register(soort)
    yield
    objecten.register(echt)


def test_from_a_meeting_the_facts_are_there(client: FlaskClient, vergadering: None) -> None:
    bron = "soort=vergadering&id=7"
    feiten = "titel=Raad&datum=2027-01-12&tijd=19:30&plaats=Raadzaal&wat=commissie"
    form = form_data(read_page(client.get(f"{NIEUW}?{bron}&{feiten}")), MAIN)
    assert (form["titel"], form["dag"], form["plaats"]) == ("Raad", "2027-01-12", "Raadzaal")
    assert (form["soort"], form["tijd"]) == ("commissie", "19:30")
    naar = client.post(NIEUW, data=form | ANTWOORDEN | {"basis": "x"}).location
    assert read_page(client.get(naar)).select("a[href='/vergadering/7']")
    assert client.get(f"{NIEUW}?{bron}").location == naar  # rated already: it leads there


def test_a_meeting_one_may_not_see_is_no_source(client: FlaskClient, vergadering: None) -> None:
    page = read_page(
        client.get(f"{NIEUW}?soort=vergadering&id=8&titel=Raad&datum=onzin&tijd=laat&wat=iets")
    )
    form = form_data(page, MAIN)
    assert (form["bron_soort"], form["titel"], form["dag"]) == ("", "Raad", str(vandaag()))


def test_it_is_updated_before_and_not_after(
    client: FlaskClient, griffier: Gebruiker, make_inschatting: Maak, make_gebruiker: MakeGebruiker
) -> None:
    make_gebruiker(Rol.BEVEILIGING)
    een = make_inschatting(griffier)
    pad = f"/risicoanalyse/operationeel/{een.analyse_id}/wijzigen"
    form = form_data(read_page(client.get(pad)), MAIN)
    nieuw = {"kleur": "rood", "titel": "Opvang 2", "is_balie_ingelicht": "y"}
    assert client.post(pad, data=form | nieuw | {"eigen_maatregel": "Zaal"}).status_code == 303
    assert client.post(pad, data=form | nieuw).status_code == 409  # someone else's version
    db.session.refresh(een)
    assert (een.kleur, een.analyse.titel) == (Kleur.ROOD, "Opvang 2")
    assert len(db.session.scalars(select(Bericht)).all()) == 1
    een.dag = vandaag() - timedelta(days=1)
    db.session.commit()
    assert client.get(pad).status_code == 409


def test_another_reads_it_but_does_not_write(
    make_inschatting: Maak, bestuurder: FlaskClient, organisatie: Organisatie
) -> None:
    een = make_inschatting()
    pad = f"/risicoanalyse/operationeel/{een.analyse_id}"
    assert bestuurder.get(pad).status_code == 200
    assert bestuurder.get(f"{pad}/wijzigen").status_code == 404
    assert bestuurder.get(f"{pad}/terugblik").status_code == 404


def test_one_looks_back_and_an_incident_is_reported_apart(
    client: FlaskClient, griffier: Gebruiker, make_inschatting: Maak
) -> None:
    een = make_inschatting(griffier, dag=vandaag() - timedelta(days=1))
    assert "terugkijken" in client.get("/").text
    pad = f"/risicoanalyse/operationeel/{een.analyse_id}"
    form = form_data(read_page(client.get(f"{pad}/terugblik")), MAIN)
    assert client.post(f"{pad}/terugblik", data=form).status_code == 422
    data = form | {"verloop": "incident", "leerpunt": "Eerder de deur dicht."}
    assert client.post(f"{pad}/terugblik", data=data).status_code == 303
    page = read_page(client.get(pad))
    assert "Eerder de deur dicht." in text_of(page, "#terugblik")
    assert page.select("#terugblik a[href='/incidenten/melden']")


def test_one_does_not_look_back_on_tomorrow(
    client: FlaskClient, griffier: Gebruiker, make_inschatting: Maak
) -> None:
    een = make_inschatting(griffier, dag=vandaag() + timedelta(days=1))
    pad = f"/risicoanalyse/operationeel/{een.analyse_id}/terugblik"
    assert client.get(pad).status_code == 409


def test_the_list_narrows_down_and_asks_the_same(
    client: FlaskClient, griffier: Gebruiker, make_inschatting: Maak
) -> None:
    lijst = "/risicoanalyse/operationeel/"
    make_inschatting(griffier, titel="Groen", kleur=Kleur.GROEN)
    with count_queries() as een:
        client.get(lijst)
    for n in range(30):
        terug = {"verloop": Verloop.RUSTIG, "terugblik_op": nu()} if n else {}
        make_inschatting(griffier, dag=vandaag() - timedelta(days=n + 1), **terug)
    with count_queries() as veel:
        page = read_page(client.get(lijst))
    assert len(page.select("tbody tr")) == 25
    assert len(een) == len(veel) <= 8
    assert len(read_page(client.get(f"{lijst}?kleur=groen")).select("tbody tr")) == 1
    assert len(read_page(client.get(f"{lijst}?terugblik=nodig")).select("tbody tr")) == 1
    assert "Filters wissen" in client.get(f"{lijst}?kleur=rood").text


def test_an_empty_list_says_what_to_do(client: FlaskClient) -> None:
    assert "eerstvolgende" in client.get("/risicoanalyse/operationeel/").text


def test_what_was_written_about_a_visit_is_not_stored_in_clear(
    griffier: Gebruiker, make_inschatting: Maak
) -> None:
    vrij = ("aanwezigen", "signalen", "motivering", "basis", "leerpunt")
    een = make_inschatting(griffier, **dict.fromkeys(vrij, KANARIE))
    assert {getattr(een, kolom) for kolom in vrij} == {KANARIE}
    rij = db.session.execute(text("SELECT * FROM inschatting")).mappings().one()
    assert not [kolom for kolom in vrij if KANARIE.encode() in bytes(rij[kolom])]
    zoekdoc = db.session.scalars(select(Zoekdoc).filter_by(soort="analyse")).one()
    assert "opvang" in zoekdoc.tekst
    assert KANARIE.lower() not in zoekdoc.tekst

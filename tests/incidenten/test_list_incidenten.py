"""The register: what it shows, in which order, and what the address can ask of it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from tests.pages import HTMX, read_fragment, read_page, text_of
from vob.core.clock import TZ, nu
from vob.core.organisatietype import Functie, Organisatietype
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.models import Incident
from vob.incidenten.values import Ernst, Kanaal, Status, Vorm
from vob.organisatie.models import Organisatie

Client = Callable[..., FlaskClient]
ClientOf = Callable[[Gebruiker], FlaskClient]
Maker = Callable[..., Gebruiker]
Zaken = Callable[..., Incident]
PAD = "/incidenten/"


@pytest.fixture
def melder(make_gebruiker: Maker) -> Gebruiker:
    return make_gebruiker(Rol.AMBTSDRAGER, functie=Functie.RAADSLID)


@pytest.fixture
def client(client_for: Client, melder: Gebruiker) -> FlaskClient:
    return client_for(Rol.COORDINATOR)


def nummers(client: FlaskClient, query: str = "") -> list[str]:
    page = read_page(client.get(PAD + query))
    return [a.text for a in page.select("tbody .rijlink")]


def test_newest_report_comes_first(
    client: FlaskClient, melder: Gebruiker, make_incident: Zaken
) -> None:
    oud, nieuw = (make_incident(melder, nu() - timedelta(days=d)) for d in (2, 1))
    assert nummers(client) == [nieuw.nummer, oud.nummer]


def test_a_row_says_what_one_needs_to_choose(
    client: FlaskClient, melder: Gebruiker, make_incident: Zaken
) -> None:
    make_incident(melder, titel="Scheldmail", ernst=Ernst.ERNSTIG, kanaal=Kanaal.EMAIL)
    rij = text_of(read_page(client.get(PAD)), "tbody tr")
    for deel in ("Scheldmail", "e-mail", "raadslid", "Ernstig", "Gemeld", "nog niemand"):
        assert deel in rij


def test_every_cell_names_its_column_for_a_phone(
    client: FlaskClient, melder: Gebruiker, make_incident: Zaken
) -> None:
    make_incident(melder)
    cellen = read_page(client.get(PAD)).select("tbody td")
    assert all(cel.get("data-label") for cel in cellen)


def test_the_words_are_those_of_the_organisation(
    client: FlaskClient, melder: Gebruiker, make_incident: Zaken, organisatie: Organisatie
) -> None:
    organisatie.type = Organisatietype.WATERSCHAP
    make_incident(melder)
    assert "lid van het algemeen bestuur" in text_of(read_page(client.get(PAD)), "tbody tr")


@pytest.fixture
def bont(melder: Gebruiker, make_incident: Zaken) -> dict[str, str]:
    """One case that stands out in every way, among a plain one and a closed one."""
    anders = make_incident(
        melder,
        nu() - timedelta(days=400),
        status=Status.IN_BEHANDELING,
        ernst=Ernst.ACUUT,
        kanaal=Kanaal.BRIEF,
        vormen=[Vorm.STALKING, Vorm.BEDREIGING],
        getroffene_naam="Iemand",
        getroffene_functie=Functie.WETHOUDER,
    )
    gewoon = make_incident(melder, nu() - timedelta(days=2))
    dicht = make_incident(melder, nu() - timedelta(days=1), status=Status.GESLOTEN)
    return {"anders": anders.nummer, "gewoon": gewoon.nummer, "dicht": dicht.nummer}


@pytest.mark.parametrize(
    ("query", "gevonden"),
    [
        ("status=in_behandeling", ["anders"]),
        ("status=open", ["gewoon", "anders"]),
        ("status=gesloten", ["dicht"]),
        ("ernst=4", ["anders"]),
        ("kanaal=brief", ["anders"]),
        ("vorm=stalking", ["anders"]),
        ("vorm=stalking&sort=voorval", ["anders"]),
        ("vorm=belediging&sort=gemeld", ["gewoon", "dicht"]),
        ("getroffene=wethouder", ["anders"]),
        ("periode=30-dagen", ["dicht", "gewoon"]),
        ("periode=12-maanden", ["dicht", "gewoon"]),
        ("behandelaar=niemand", ["dicht", "gewoon", "anders"]),
        ("behandelaar=mij", []),
        ("status=open&ernst=4&vorm=stalking&kanaal=brief", ["anders"]),
        ("sort=gemeld", ["anders", "gewoon", "dicht"]),
        ("sort=-ernst", ["anders", "dicht", "gewoon"]),
        ("sort=voorval", ["anders", "gewoon", "dicht"]),
    ],
)
def test_filters_and_order(
    client: FlaskClient, bont: dict[str, str], query: str, gevonden: list[str]
) -> None:
    assert nummers(client, f"?{query}") == [bont[naam] for naam in gevonden]


def test_a_period_of_own_days_includes_the_last_day(
    client: FlaskClient, bont: dict[str, str]
) -> None:
    dag = (nu() - timedelta(days=400)).astimezone(TZ).date()
    assert nummers(client, f"?van={dag}&tot={dag}") == [bont["anders"]]
    assert nummers(client, f"?tot={dag - timedelta(days=1)}") == []


def test_behandelaar_by_name_and_mine(
    make_gebruiker: Maker, client_of: ClientOf, melder: Gebruiker, make_incident: Zaken
) -> None:
    ik, ander = make_gebruiker(Rol.COORDINATOR), make_gebruiker(Rol.GRIFFIER)
    mijn, ander_zaak = (make_incident(melder) for _ in range(2))
    mijn.behandelaar_id, ander_zaak.behandelaar_id = ik.id, ander.id
    db.session.commit()
    assert nummers(client_of(ik), "?behandelaar=mij") == [mijn.nummer]
    assert nummers(client_of(ik), f"?behandelaar={ander.id}") == [ander_zaak.nummer]


def test_what_was_chosen_stays_in_the_form_and_is_said_in_words(
    client: FlaskClient, bont: dict[str, str]
) -> None:
    page = read_page(client.get(PAD + "?status=open&vorm=stalking"))
    gekozen = {o["value"] for o in page.select("option[selected]")}
    assert gekozen == {"open", "stalking"}
    assert page.select_one("details.meer[open]")
    assert "status: Alle open zaken · vorm: Stalking of belaging" in text_of(page, "#telling")


@pytest.mark.parametrize(
    "query",
    [
        "status=x",
        "ernst=9",
        "vorm=a%00",
        "kanaal=zzz",
        "behandelaar=-1",
        "behandelaar=1e9",
        "behandelaar=²",
        "periode=ooit",
        "van=gisteren",
        "tot=0001-01-01",
        "getroffene=koning",
        "sort=titel",
        "soort=echt",
    ],
)
def test_a_filter_that_is_not_understood_is_left_out_and_named(
    client: FlaskClient, melder: Gebruiker, make_incident: Zaken, query: str
) -> None:
    incident = make_incident(melder)
    page = read_page(client.get(f"{PAD}?{query}"))
    assert "Niet begrepen" in text_of(page, "#tabel .note")
    assert incident.nummer in text_of(page, "tbody")


@pytest.mark.parametrize("cursor", ["x", "e30", "W10", "WzEsMV0", "Wzk5OSw5OTk5OTk5OTk5OTk5OTldCg"])
@pytest.mark.parametrize("sort", ["-gemeld", "-ernst", "voorval"])
def test_a_made_up_place_is_the_first_page(
    client: FlaskClient, melder: Gebruiker, make_incident: Zaken, cursor: str, sort: str
) -> None:
    incident = make_incident(melder)
    assert nummers(client, f"?na={cursor}&sort={sort}") == [incident.nummer]


def test_a_drill_is_not_among_the_cases_unless_asked_for(
    client: FlaskClient, melder: Gebruiker, make_incident: Zaken
) -> None:
    echt, proef = make_incident(melder), make_incident(melder, is_proef=True)
    assert nummers(client) == [echt.nummer]
    assert nummers(client, "?soort=proef") == [proef.nummer]


def test_empty_states_say_what_to_do(
    client: FlaskClient, melder: Gebruiker, make_incident: Zaken
) -> None:
    assert "nog geen zaken" in text_of(read_page(client.get(PAD)), ".leeg")
    make_incident(melder)
    assert "Laat er een weg" in text_of(read_page(client.get(PAD + "?ernst=4")), ".leeg")
    assert "ander woord" in text_of(read_page(client.get(PAD + "?q=zeppelin")), ".leeg")
    assert read_page(client.get(PAD + "?q=zeppelin")).select_one(f'.leeg a[href="{PAD}"]')


def test_htmx_gets_the_table_alone_and_a_clean_address(
    client: FlaskClient, melder: Gebruiker, make_incident: Zaken
) -> None:
    make_incident(melder)
    answer = client.get(PAD + "?q=&status=open&ernst=&sort=-gemeld", headers=HTMX)
    fragment = read_fragment(answer)
    assert fragment.find(True)["id"] == "tabel"
    assert not fragment.select("form, h1")
    assert answer.headers["HX-Push-Url"] == f"{PAD}?status=open"
    assert "HX-Request" in answer.headers["Vary"]


def test_without_the_right_there_is_no_register(client_for: Client) -> None:
    for rol in (Rol.MEDEWERKER, Rol.AMBTSDRAGER, Rol.OPVANG, Rol.BEHEERDER, Rol.FG):
        assert client_for(rol).get(PAD).status_code == 403

"""Finding a case by a word or by its number."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from tests.pages import HTMX, read_fragment, read_page
from vob.core.clock import nu
from vob.core.organisatietype import Functie
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten import zichtbaarheid
from vob.incidenten.models import Incident
from vob.incidenten.values import Ernst

Client = Callable[..., FlaskClient]
ClientOf = Callable[[Gebruiker], FlaskClient]
Maker = Callable[..., Gebruiker]
Zaken = Callable[..., Incident]
PAD = "/incidenten/"


@pytest.fixture
def melder(make_gebruiker: Maker) -> Gebruiker:
    return make_gebruiker(Rol.AMBTSDRAGER, functie=Functie.RAADSLID)


@pytest.fixture
def griffier(make_gebruiker: Maker, make_lijn: Callable[..., object]) -> Gebruiker:
    """Someone who sees cases by being named on them."""
    griffier = make_gebruiker(Rol.GRIFFIER, functie=Functie.GRIFFIER)
    make_lijn(Functie.RAADSLID, griffier)
    return griffier


def nummers(client: FlaskClient, query: str) -> list[str]:
    page = read_page(client.get(f"{PAD}?{query}"))
    return [a.text for a in page.select("tbody .rijlink")]


@pytest.fixture(params=["coordinator", "griffier met weinig", "griffier met veel"])
def client(
    request: pytest.FixtureRequest,
    client_for: Client,
    client_of: ClientOf,
    griffier: Gebruiker,
    monkeypatch: pytest.MonkeyPatch,
) -> FlaskClient:
    """Each way of searching must find the same."""
    if request.param == "griffier met veel":
        monkeypatch.setattr(zichtbaarheid, "_WEINIG", 0)
    return client_for(Rol.COORDINATOR) if request.param == "coordinator" else client_of(griffier)


def test_a_part_of_a_word_finds_it_newest_first(
    client: FlaskClient, melder: Gebruiker, make_incident: Zaken
) -> None:
    oud = make_incident(melder, omschrijving="Ruzie over een windmolenpark")
    make_incident(melder, omschrijving="Iets anders")
    nieuw = make_incident(melder, titel="Scheldmail over Windmolens")
    assert nummers(client, "q=WINDMOLEN") == [nieuw.nummer, oud.nummer]


def test_every_word_must_be_there_whatever_the_accents(
    client: FlaskClient, melder: Gebruiker, make_incident: Zaken
) -> None:
    zaak = make_incident(melder, omschrijving="De coördinator werd uitgescholden in café Zon")
    assert nummers(client, "q=coordinator+cafe") == [zaak.nummer]
    assert nummers(client, "q=coordinator+terras") == []


def test_search_and_filters_and_order_go_together(
    client: FlaskClient, melder: Gebruiker, make_incident: Zaken
) -> None:
    licht = make_incident(melder, omschrijving="asielopvang", ernst=Ernst.HINDERLIJK)
    zwaar = make_incident(melder, omschrijving="asielopvang", ernst=Ernst.ACUUT)
    make_incident(melder, omschrijving="asielopvang")
    assert nummers(client, "q=asielopvang&ernst=4") == [zwaar.nummer]
    gesorteerd = nummers(client, "q=asielopvang&sort=-ernst")
    assert gesorteerd[:2] == [zwaar.nummer, licht.nummer]
    assert nummers(client, "q=asielopvang&vorm=belediging&sort=voorval")[0] == licht.nummer


def test_results_page_on(client: FlaskClient, melder: Gebruiker, make_incident: Zaken) -> None:
    zaken = [make_incident(melder, omschrijving="tractorprotest") for _ in range(27)]
    page = read_page(client.get(f"{PAD}?q=tractor"))
    volgende = page.select_one("[rel=next]")
    assert volgende
    rest = read_page(client.get(str(volgende["href"])))
    assert [a.text for a in rest.select("tbody .rijlink")] == [z.nummer for z in zaken[1::-1]]
    assert rest.select_one("[rel=prev]")
    assert "27 zaken" in rest.text


@pytest.mark.parametrize(
    "q", ['"', "%", "_", "' OR 1=1", "NEAR(", "a AND", "*", "\\", "🙂", "x" * 500]
)
def test_hostile_words_find_nothing_and_break_nothing(
    client: FlaskClient, melder: Gebruiker, make_incident: Zaken, q: str
) -> None:
    make_incident(melder)
    assert client.get(PAD, query_string={"q": f"zeppelin {q}"}).status_code == 200
    assert client.get(PAD, query_string={"q": q}).status_code == 200


def test_a_number_jumps_to_the_case_and_lists_it_while_typing(
    client: FlaskClient, melder: Gebruiker, make_incident: Zaken
) -> None:
    nummer = make_incident(melder).nummer
    answer = client.get(f"{PAD}?q={nummer}")
    assert (answer.status_code, answer.location) == (303, PAD + nummer)
    fragment = read_fragment(client.get(f"{PAD}?q={nummer}", headers=HTMX))
    assert [a.text for a in fragment.select(".rijlink")] == [nummer]
    assert nummers(client, "q=1999-0001") == []


def test_an_extra_vertrouwelijk_case_is_found_by_number_only_and_by_those_named(
    client_of: ClientOf,
    client_for: Client,
    griffier: Gebruiker,
    melder: Gebruiker,
    make_incident: Zaken,
) -> None:
    zaak = make_incident(melder, omschrijving="kattenkwaad", is_vertrouwelijk=True)
    genoemd, vreemd = client_of(griffier), client_for(Rol.COORDINATOR)
    assert nummers(genoemd, "q=kattenkwaad") == []
    assert genoemd.get(f"{PAD}?q={zaak.nummer}").status_code == 303
    assert nummers(vreemd, f"q={zaak.nummer}") == []
    assert nummers(vreemd, "") == []
    assert "kattenkwaad" not in genoemd.get(PAD).text


def test_what_is_not_mine_is_in_no_result_and_no_count(
    client_of: ClientOf, griffier: Gebruiker, make_gebruiker: Maker, make_incident: Zaken
) -> None:
    make_incident(make_gebruiker(Rol.MEDEWERKER), omschrijving="kattenkwaad")
    for betrokkene in db.session.scalars(db.select(zichtbaarheid.Betrokkene)):
        assert betrokkene.gebruiker_id != griffier.id
    page = read_page(client_of(griffier).get(f"{PAD}?q=kattenkwaad"))
    assert "0 zaken" in page.text
    assert not page.select("tbody")


def test_more_than_a_page_is_counted_and_paged(
    client: FlaskClient, melder: Gebruiker, make_incident: Zaken
) -> None:
    begin = nu() - timedelta(days=1)
    for n in range(26):
        make_incident(melder, begin + timedelta(minutes=n))
    page = read_page(client.get(PAD))
    assert len(page.select("tbody tr")) == 25
    assert "26 zaken" in page.text

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.pages import HTMX, read_fragment, read_page, text_of
from tests.queries import count_queries
from vob.core.organisatietype import Functie
from vob.core.permissions import Rol
from vob.documenten.values import Toegang
from vob.gebruikers.models import Gebruiker

Maak = Callable[..., Any]
ClientOf = Callable[[Gebruiker], FlaskClient]


def gevonden(client: FlaskClient, q: str) -> list[str]:
    page = read_page(client.get("/zoeken", query_string={"q": q}))
    return [link.text for link in page.select("#resultaten li a")]


def test_everything_with_the_word_is_found_newest_first(
    make_incident: Maak,
    make_document: Maak,
    make_actie: Maak,
    make_gebruiker: Maak,
    client_of: ClientOf,
) -> None:
    ik = make_gebruiker(Rol.COORDINATOR)
    make_document("Protocol voor de balie")
    make_incident(ik, titel="Geschreeuw aan de balie")
    make_actie(ik, titel="Balie verbouwen")
    make_actie(ik, titel="Iets anders")
    assert gevonden(client_of(ik), "BALIE") == [
        "Balie verbouwen",
        "Geschreeuw aan de balie",
        "Protocol voor de balie",
    ]


def test_each_result_says_what_it_is(
    make_incident: Maak, make_gebruiker: Maak, client_of: ClientOf
) -> None:
    ik = make_gebruiker(Rol.MEDEWERKER)
    zaak = make_incident(ik, titel="Geschreeuw")
    page = read_page(client_of(ik).get("/zoeken?q=geschreeuw"))
    regel = text_of(page, "#resultaten li")
    assert zaak.nummer in regel
    assert regel.endswith("Incident")
    assert page.select_one(f'#resultaten a[href="/incidenten/{zaak.nummer}"]')


@pytest.mark.parametrize("rol", [Rol.MEDEWERKER, Rol.GRIFFIER, Rol.BEHEERDER, Rol.FG])
def test_a_case_of_others_is_not_found_and_not_counted(
    rol: Rol, make_incident: Maak, make_gebruiker: Maak, client_of: ClientOf
) -> None:
    ik = make_gebruiker(rol)
    make_incident(make_gebruiker(Rol.AMBTSDRAGER), titel="Dreigbrief van een ander")
    make_incident(ik, titel="Mijn dreigbrief")
    page = read_page(client_of(ik).get("/zoeken?q=dreigbrief"))
    assert "1 resultaat" in text_of(page, "#resultaten")
    assert "ander" not in text_of(page, "#resultaten")


def test_a_secret_case_is_found_by_no_word(
    make_incident: Maak, make_gebruiker: Maak, client_of: ClientOf
) -> None:
    melder, coordinator = make_gebruiker(Rol.MEDEWERKER), make_gebruiker(Rol.COORDINATOR)
    make_incident(melder, titel="Geheime dreigbrief", is_vertrouwelijk=True)
    for wie in (melder, coordinator):
        assert gevonden(client_of(wie), "dreigbrief") == []
        assert gevonden(client_of(wie), "vertrouwelijk") == []


def test_a_case_number_leads_to_the_case(
    make_incident: Maak, make_gebruiker: Maak, client_of: ClientOf
) -> None:
    melder = make_gebruiker(Rol.MEDEWERKER)
    zaak = make_incident(melder, is_vertrouwelijk=True)
    answer = client_of(melder).get("/zoeken", query_string={"q": zaak.nummer})
    assert (answer.status_code, answer.location) == (303, f"/incidenten/{zaak.nummer}")


def test_the_number_of_a_case_of_others_leads_nowhere(
    make_incident: Maak, make_gebruiker: Maak, client_of: ClientOf
) -> None:
    zaak = make_incident(make_gebruiker(Rol.AMBTSDRAGER))
    geheim = make_incident(make_gebruiker(Rol.AMBTSDRAGER), is_vertrouwelijk=True)
    assert gevonden(client_of(make_gebruiker(Rol.MEDEWERKER)), zaak.nummer) == []
    assert gevonden(client_of(make_gebruiker(Rol.COORDINATOR)), geheim.nummer) == []


def test_a_number_while_typing_shows_the_case(
    make_incident: Maak, make_gebruiker: Maak, client_of: ClientOf
) -> None:
    melder = make_gebruiker(Rol.MEDEWERKER)
    zaak = make_incident(melder)
    answer = client_of(melder).get("/zoeken", query_string={"q": zaak.nummer}, headers=HTMX)
    assert read_fragment(answer).select_one(f'a[href="/incidenten/{zaak.nummer}"]')


def test_a_document_for_few_is_not_found(make_document: Maak, client_for: Maak) -> None:
    make_document("Beveiligingsplan", toegang=Toegang.BEHEERDERS)
    assert gevonden(client_for(Rol.MEDEWERKER), "beveiligingsplan") == []


def test_htmx_gets_the_results_only_and_the_address_follows(
    make_document: Maak, client_for: Maak
) -> None:
    make_document("Huisregels")
    answer = client_for(Rol.MEDEWERKER).get("/zoeken?q=huis", headers=HTMX)
    assert read_fragment(answer).select_one("#resultaten a")
    assert "<html" not in answer.text
    assert answer.headers["HX-Push-Url"] == "/zoeken?q=huis"


@pytest.mark.parametrize("q", ["", "a", " b "])
def test_one_letter_is_not_looked_for(q: str, make_document: Maak, client_for: Maak) -> None:
    make_document("a b")
    assert gevonden(client_for(Rol.MEDEWERKER), q) == []


def test_nothing_found_says_what_to_try(client_for: Maak) -> None:
    page = read_page(client_for(Rol.MEDEWERKER).get("/zoeken?q=xylofoon"))
    assert "Niets gevonden voor ‘xylofoon’" in text_of(page, "#resultaten")


@pytest.mark.parametrize("rol", [Rol.COORDINATOR, Rol.MEDEWERKER])
def test_the_next_page_goes_on_where_this_one_ends(
    rol: Rol, make_actie: Maak, make_gebruiker: Maak, client_of: ClientOf
) -> None:
    ik = make_gebruiker(rol)
    for nummer in range(30):
        make_actie(ik, titel=f"Slot {nummer:02}")
    client = client_of(ik)
    page = read_page(client.get("/zoeken?q=slot"))
    assert "30 resultaten" in text_of(page, "#resultaten")
    verder = page.select_one("a[rel=next]")
    assert verder
    vervolg = read_page(client.get(str(verder["href"])))
    assert [a.text for a in vervolg.select("li a") if a.text.startswith("Slot")] == [
        f"Slot {nummer:02}" for nummer in (4, 3, 2, 1, 0)
    ]


def test_a_cursor_that_is_not_ours_shows_the_first_page(
    make_document: Maak, client_for: Maak
) -> None:
    make_document("Huisregels")
    page = read_page(client_for(Rol.MEDEWERKER).get("/zoeken?q=huisregels&na=kapot"))
    assert "Huisregels" in text_of(page, "#resultaten")


@pytest.mark.parametrize("rol", [Rol.COORDINATOR, Rol.GRIFFIER, Rol.MEDEWERKER])
def test_the_page_asks_at_most_eight_times(
    rol: Rol, make_incident: Maak, make_lijn: Maak, make_gebruiker: Maak, client_of: ClientOf
) -> None:
    ik = make_gebruiker(rol)
    make_lijn(Functie.MEDEWERKER, ik)
    for _ in range(30):
        make_incident(ik)
    client = client_of(ik)
    with count_queries() as statements:
        assert client.get("/zoeken?q=balie").status_code == 200
    assert len(statements) <= 8, "\n\n".join(statements)

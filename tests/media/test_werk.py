"""What waits for a woordvoerder, on one page, on the start page, and to be found."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from flask.testing import FlaskClient

from tests.pages import read_page, text_of
from tests.queries import count_queries
from vob.core.clock import nu, vandaag
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.media.models import Afstemming
from vob.media.values import Partij

Maak = Callable[..., Any]


def test_all_that_waits_stands_together(
    woordvoerder: FlaskClient,
    sanne: Gebruiker,
    make_vraag: Maak,
    make_lijn: Maak,
    make_spreker: Maak,
    make_dienst: Maak,
) -> None:
    make_vraag(uiterlijk=nu() - timedelta(minutes=5))
    lijn = make_lijn(tekst="Bijna voorbij", tot=vandaag() + timedelta(days=2))
    make_lijn(lijn.onderwerp, tekst="Net voorbij", tot=vandaag() - timedelta(days=2))
    make_dienst(make_spreker(gebruiker_id=sanne.id), dagen=4)
    db.session.add(
        Afstemming(soort="kernboodschap", ref=lijn.id, partij=Partij.ANDERS, gebruiker_id=sanne.id)
    )
    db.session.commit()
    page = read_page(woordvoerder.get("/media/werk"))
    assert "te laat" in text_of(page, "#vragen")
    assert "verlopen op" in text_of(page, "#lijnen")
    assert "nog tot en met" in text_of(page, "#lijnen")
    assert "niemand van dienst" in text_of(page, "#rooster")
    assert "bevestig uw dienst" in text_of(page, "#rooster")
    assert page.select(f"#akkoorden a[href='/media/lijnen/{lijn.id}']")
    assert "Zonder woordvoerder1" in text_of(page, "#onderwerpen")


def test_an_empty_day_says_so(woordvoerder: FlaskClient) -> None:
    page = read_page(woordvoerder.get("/media/werk"))
    assert "Er staat geen vraag open." in page.text
    assert "Er loopt binnenkort niets af." in page.text


def test_it_is_for_who_keeps_the_room(medewerker: FlaskClient) -> None:
    assert medewerker.get("/media/werk").status_code == 403


def test_the_start_page_has_the_search_and_the_question_due_today(
    woordvoerder: FlaskClient, sanne: Gebruiker, make_vraag: Maak
) -> None:
    make_vraag(toegewezen_id=sanne.id, uiterlijk=nu() - timedelta(minutes=1))
    make_vraag(toegewezen_id=sanne.id, medium="Later", uiterlijk=nu() + timedelta(days=4))
    woordvoerder.get("/")  # after a change the proofs of all rooms are asked again, once
    with count_queries() as sent:
        page = read_page(woordvoerder.get("/"))
    assert page.select_one("#wie-spreekt form[action='/media/'] input[name=q]")
    assert "Persvraag van Omroep Waterland" in text_of(page, "#vandaag")
    assert "Later" not in text_of(page, "#vandaag")
    assert len(sent) <= 8


def test_search_finds_topics_lines_and_questions_as_far_as_one_may(
    woordvoerder: FlaskClient, client_for: Maak, make_lijn: Maak, make_vraag: Maak
) -> None:
    lijn = make_lijn(tekst="Over de sporthal")
    lijn.onderwerp.trefwoorden = "sporthal"
    make_lijn(lijn.onderwerp, tekst="Oude sporthal", tot=vandaag() - timedelta(days=1))
    make_vraag(vraag="Wat met de sporthal?")

    def found(client: FlaskClient) -> int:
        page = read_page(client.get("/zoeken?q=sporthal"))
        return len(page.select("#resultaten .card li"))

    db.session.commit()
    assert found(woordvoerder) == 4
    assert found(client_for(Rol.MEDEWERKER)) == 2
    assert found(client_for(Rol.COORDINATOR)) == 3

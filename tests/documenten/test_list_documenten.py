"""The list: who sees what, filters, and search."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event

from vob.core.clock import vandaag
from vob.data import db
from vob.documenten.values import Documentsoort, Toegang, Versiestatus

from ..pages import HTMX, read_page, text_of
from .conftest import MakeDocument, dag


def titels(client: FlaskClient, vraag: str = "") -> list[str]:
    page = read_page(client.get(f"/documenten/{vraag}"))
    return [cel.a.text for cel in page.select("tbody th") if cel.a]


def test_by_title_with_stand_and_review(
    make_document: MakeDocument, medewerker: FlaskClient
) -> None:
    make_document("Zorg na afloop", toets_op=vandaag() - timedelta(days=3))
    make_document("Agressieprotocol")
    page = read_page(medewerker.get("/documenten/"))
    assert titels(medewerker) == ["Agressieprotocol", "Zorg na afloop"]
    assert text_of(page, "tbody tr:nth-child(1) [data-label=Stand]") == "in werking"
    assert "3 dagen te laat" in text_of(page, "tbody tr:nth-child(2)")
    assert "2 documenten" in text_of(page, ".pager")


def test_readers_see_only_what_is_theirs(
    make_document: MakeDocument, medewerker: FlaskClient, bestuurder: FlaskClient
) -> None:
    make_document("Openbaar")
    make_document("Concept", status=Versiestatus.CONCEPT)
    make_document("Geheim", toegang=Toegang.BEHEERDERS)
    assert titels(medewerker) == ["Openbaar"]
    assert titels(bestuurder) == ["Concept", "Geheim", "Openbaar"]


@pytest.mark.parametrize(
    ("vraag", "verwacht"),
    [
        ("?welke=in_werking", ["Geldt", "Te toetsen"]),
        ("?welke=toets", ["Te toetsen"]),
        ("?welke=vervallen", ["Concept", "Oud"]),
        ("?welke=concept", ["Concept"]),
        ("?soort=mediabeleid", ["Oud"]),
        ("?soort=bestaat-niet&welke=ook-niet", ["Concept", "Geldt", "Oud", "Te toetsen"]),
        ("?q=gel", ["Geldt"]),
    ],
)
def test_filters_stand_in_the_url(
    make_document: MakeDocument, beheerder: FlaskClient, vraag: str, verwacht: list[str]
) -> None:
    make_document("Geldt")
    make_document("Te toetsen", toets_op=dag(-1))
    make_document("Oud", geldig_tot=dag(-1), soort=Documentsoort.MEDIABELEID)
    make_document("Concept", status=Versiestatus.CONCEPT)
    assert titels(beheerder, vraag) == verwacht


def test_a_reader_cannot_filter_on_drafts(
    make_document: MakeDocument, medewerker: FlaskClient
) -> None:
    make_document()
    page = read_page(medewerker.get("/documenten/?welke=concept"))
    assert not page.select("option[value=concept]")


def test_search_looks_in_what_was_adopted(
    make_document: MakeDocument, medewerker: FlaskClient, beheerder: FlaskClient
) -> None:
    make_document("Protocol", tekst="Bel de crisiscoördinator.")
    make_document("Concept", tekst="crisiscoördinator", status=Versiestatus.CONCEPT)
    make_document("Geheim", tekst="crisiscoördinator", toegang=Toegang.BEHEERDERS)
    make_document("Vervallen", tekst="crisiscoördinator", status=Versiestatus.VERVALLEN)
    assert titels(medewerker, "?q=coordinator") == ["Protocol"]
    assert titels(beheerder, "?q=coordinator") == ["Protocol"]
    assert titels(beheerder, "?q=gehe") == ["Geheim"], "a manager also finds a title"
    assert titels(medewerker, "?q=gehe") == []


def test_nothing_there_says_why(
    app: object, medewerker: FlaskClient, beheerder: FlaskClient
) -> None:
    assert "nog geen vastgestelde documenten" in medewerker.get("/documenten/").text
    assert "Begin met het agressieprotocol" in beheerder.get("/documenten/").text
    assert "Filters wissen" in medewerker.get("/documenten/?q=niets").text


def test_pages(make_document: MakeDocument, medewerker: FlaskClient) -> None:
    for nummer in range(27):
        make_document(f"Document {nummer:02}")
    page = read_page(medewerker.get("/documenten/", headers=HTMX))
    volgende = page.select_one("a[rel=next]")
    assert volgende
    tweede = read_page(medewerker.get(str(volgende["href"])))
    assert [cel.a.text for cel in tweede.select("tbody th")] == ["Document 25", "Document 26"]
    assert medewerker.get("/documenten/?na=onzin").status_code == 303


def test_the_number_of_statements_does_not_grow(
    make_document: MakeDocument, medewerker: FlaskClient
) -> None:
    def count() -> int:
        seen: list[str] = []
        listener = lambda *args: seen.append(args[2])  # noqa: E731 - to be removed again
        db.session.expunge_all()
        event.listen(db.engine, "before_cursor_execute", listener)
        assert medewerker.get("/documenten/").status_code == 200
        event.remove(db.engine, "before_cursor_execute", listener)
        return len(seen)

    make_document("een")
    few = count()
    for nummer in range(10):
        make_document(f"meer {nummer}")
    assert count() == few
    assert few <= 8

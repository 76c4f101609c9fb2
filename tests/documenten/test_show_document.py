"""Reading: the version in force, its history, comparing, confirming, printing."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from vob.core.permissions import Rol
from vob.data import db
from vob.documenten.models import Document, Leesbevestiging
from vob.documenten.queries import visible_versies
from vob.documenten.values import Toegang, Versiestatus
from vob.gebruikers.models import Gebruiker
from vob.web import objecten

from ..pages import HTMX, form_data, read_fragment, read_page, text_of
from .conftest import MakeDocument, dag, make_versie

CONCEPT = Versiestatus.CONCEPT


@pytest.fixture
def met_concept(make_document: MakeDocument, schrijver: Gebruiker) -> Document:
    """A version in force, and a draft after it."""
    document = make_document(tekst="# Doel\n\nDe bode belt.", samenvatting="Kort gezegd.")
    nieuw = make_versie(schrijver, nummer=2, status=CONCEPT, tekst="# Doel\n\nDe wacht belt.")
    document.versies.insert(0, nieuw)
    db.session.commit()
    return document


def test_a_reader_gets_the_version_in_force(met_concept: Document, medewerker: FlaskClient) -> None:
    page = read_page(medewerker.get(f"/documenten/{met_concept.id}"))
    assert "De bode belt." in text_of(page, "#tekst")
    assert "Kort gezegd." in text_of(page, "#kort")
    assert page.select_one("#tekst h2") is not None, "the text begins below the h1 of the page"
    assert "Versie 2" not in page.text


def test_a_long_text_has_a_table_of_contents(
    make_document: MakeDocument, medewerker: FlaskClient
) -> None:
    document = make_document(tekst="# Een\n\n# Twee\n\n# Drie")
    page = read_page(medewerker.get(f"/documenten/{document.id}"))
    for link in page.select("nav[aria-label=Inhoud] a"):
        assert page.select_one(str(link["href"])) is not None


def test_hostile_text_stays_text(make_document: MakeDocument, medewerker: FlaskClient) -> None:
    tekst = "<script>alert(1)</script> [klik](javascript:alert(1)) <img src=x onerror=alert(1)>"
    document = make_document("<b>Titel</b>", tekst=tekst, samenvatting="<i>kort</i>")
    page = read_page(medewerker.get(f"/documenten/{document.id}"))
    assert not page.select("#tekst script, #tekst img, #tekst a, h1 b, #kort i")


@pytest.mark.parametrize("pad", ["", "/versies/1", "/versies/1/document.pdf", "/vergelijken"])
def test_what_is_not_yours_does_not_exist(
    make_document: MakeDocument, medewerker: FlaskClient, pad: str
) -> None:
    for document in (make_document(toegang=Toegang.BEHEERDERS), make_document(status=CONCEPT)):
        assert medewerker.get(f"/documenten/{document.id}{pad}").status_code == 404
    assert medewerker.get(f"/documenten/9999{pad}").status_code == 404


def test_a_draft_beside_a_version_in_force_is_not_there_for_readers(
    met_concept: Document, medewerker: FlaskClient, bestuurder: FlaskClient
) -> None:
    adres = f"/documenten/{met_concept.id}/versies/2"
    assert medewerker.get(adres).status_code == 404
    assert medewerker.get(f"/documenten/{met_concept.id}/vergelijken").status_code == 404
    assert "De wacht belt." in bestuurder.get(adres).text


def test_other_rooms_may_point_to_versions(
    met_concept: Document, make_gebruiker: Callable[..., Gebruiker], app: Any
) -> None:
    lezer, baas = make_gebruiker(Rol.MEDEWERKER), make_gebruiker(Rol.BESTUURDER)
    concept, geldt = met_concept.versies
    assert objecten.may_see(lezer, "documentversie", geldt.id)
    assert not objecten.may_see(lezer, "documentversie", concept.id)
    assert objecten.may_see(baas, "documentversie", concept.id)
    assert objecten.may_see(lezer, "document", met_concept.id)
    assert len(list(db.session.scalars(visible_versies(baas)))) == 2
    with app.test_request_context():
        url = f"/documenten/{met_concept.id}"
        assert objecten.url_of("documentversie", geldt.id) == f"{url}/versies/1"
        assert objecten.url_of("document", met_concept.id) == url


def test_comparing_shows_words_that_changed(met_concept: Document, bestuurder: FlaskClient) -> None:
    page = read_page(bestuurder.get(f"/documenten/{met_concept.id}/vergelijken"))
    assert text_of(page, ".vergelijking del") == "[weggehaald: Kort gezegd.]"
    assert "[toegevoegd: wacht]" in [ins.text for ins in page.select(".vergelijking ins")]
    gelijk = bestuurder.get(f"/documenten/{met_concept.id}/vergelijken?van=1&met=1")
    assert "is gelijk" in text_of(read_page(gelijk), "main")
    assert (
        bestuurder.get(f"/documenten/{met_concept.id}/vergelijken?van=x&met=99").status_code == 200
    )


def test_confirming_that_one_read_it(met_concept: Document, medewerker: FlaskClient) -> None:
    adres = f"/documenten/{met_concept.id}"
    data = form_data(read_page(medewerker.get(adres)), "#gelezen form")
    for _ in range(2):
        answer = medewerker.post(f"{adres}/gelezen", data=data, headers=HTMX)
        assert "U heeft deze versie gelezen" in text_of(read_fragment(answer), "#gelezen")
    assert db.session.query(Leesbevestiging).one().versie_id == met_concept.versies[1].id
    assert medewerker.post(f"{adres}/gelezen", data=data).status_code == 303
    assert "U heeft deze versie gelezen" in medewerker.get(adres).text


def test_what_one_did_not_read_one_does_not_confirm(
    met_concept: Document, medewerker: FlaskClient
) -> None:
    answer = medewerker.post(f"/documenten/{met_concept.id}/gelezen", data={"nummer": "7"})
    assert answer.status_code == 409
    assert "andere versie" in answer.text


def test_managers_see_who_read_it(
    met_concept: Document, medewerker: FlaskClient, beheerder: FlaskClient
) -> None:
    adres = f"/documenten/{met_concept.id}/gelezen"
    medewerker.post(adres, data={"nummer": "1"})
    page = read_page(beheerder.get(adres))
    assert "1 van 2 personen" in text_of(page, "main")
    assert "Medewerker" in text_of(page, "section[aria-labelledby=wel]")
    assert "Coördinator" in text_of(page, "section[aria-labelledby=niet]")
    assert medewerker.get(adres).status_code == 403


def test_who_may_not_read_it_need_not_confirm(
    make_document: MakeDocument, medewerker: FlaskClient, beheerder: FlaskClient
) -> None:
    document = make_document(toegang=Toegang.BEHEERDERS)
    page = read_page(beheerder.get(f"/documenten/{document.id}/gelezen"))
    assert "0 van 1 persoon" in text_of(page, "main")


def test_without_a_version_in_force_nobody_reads(
    make_document: MakeDocument, beheerder: FlaskClient
) -> None:
    document = make_document(status=CONCEPT)
    assert "geen versie in werking" in beheerder.get(f"/documenten/{document.id}/gelezen").text


@pytest.mark.parametrize(
    "tijd", [{"toets_op": dag(-2)}, {"geldig_tot": dag(-1)}, {"geldig_van": dag(3)}]
)
def test_how_it_stands_is_said(
    make_document: MakeDocument, medewerker: FlaskClient, tijd: dict[str, Any]
) -> None:
    page = read_page(medewerker.get(f"/documenten/{make_document(**tijd).id}"))
    zin = {
        "toets_op": "De toets is verlopen",
        "geldig_tot": "Vervallen",
        "geldig_van": "geldt vanaf",
    }
    assert zin[next(iter(tijd))] in text_of(page, "main .note")


def test_as_pdf(met_concept: Document, medewerker: FlaskClient) -> None:
    answer = medewerker.get(f"/documenten/{met_concept.id}/versies/1/document.pdf")
    assert answer.mimetype == "application/pdf"
    assert answer.data.startswith(b"%PDF")

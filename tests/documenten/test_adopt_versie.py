"""Adopting: by someone else, once, and then the text stays as it is."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from vob.core.errors import RegelOvertreden
from vob.core.organisatietype import Organisatietype
from vob.core.permissions import Rol
from vob.data import db
from vob.data.search import Zoekdoc
from vob.documenten.models import Document
from vob.documenten.queries import version_in_force
from vob.documenten.values import Documentsoort, Orgaan, Stand, Versiestatus
from vob.gebruikers.models import Gebruiker
from vob.organisatie.models import Organisatie

from ..pages import form_data, read_page, text_of
from .conftest import MakeDocument, dag, make_versie

CONCEPT = Versiestatus.CONCEPT


def adopt(client: FlaskClient, document: Document, **velden: Any) -> Any:
    adres = f"/documenten/{document.id}/vaststellen"
    data = form_data(read_page(client.get(adres)), "main form[method=post]")
    return client.post(adres, data=data | {"orgaan": "raad"} | velden)


def test_it_works(make_document: MakeDocument, bestuurder: FlaskClient) -> None:
    document = make_document(status=CONCEPT)
    answer = adopt(bestuurder, document, besluitnummer="2026-17", vindplaats="Gemeenteblad 12")
    assert answer.status_code == 303
    page = read_page(bestuurder.get(answer.headers["Location"]))
    feiten = text_of(page, "#feiten")
    for deel in ("Raad", "2026-17", "Gemeenteblad 12", "Volgende toets"):
        assert deel in feiten
    assert "nog niet in werking" in text_of(page, ".titelrij"), "it holds from tomorrow on"


def test_the_version_before_it_ends_the_day_before(
    make_document: MakeDocument, schrijver: Gebruiker, bestuurder: FlaskClient
) -> None:
    document = make_document()
    document.versies.insert(0, make_versie(schrijver, nummer=2, status=CONCEPT))
    db.session.commit()
    adopt(bestuurder, document, geldig_van=dag(5).isoformat())
    nieuw, oud = document.versies
    assert oud.geldig_tot == dag(4)
    assert (oud.stand(dag(4)), oud.stand(dag(5))) == (Stand.IN_WERKING, Stand.VERVALLEN)
    soort = Documentsoort.AGRESSIEPROTOCOL
    assert version_in_force(soort, dag(4)) is oud
    assert version_in_force(soort, dag(5)) is nieuw
    assert version_in_force(soort, dag(-31)) is None
    assert version_in_force(Documentsoort.NORM, dag(5)) is None


def test_who_wrote_in_it_does_not_adopt_it(
    make_document: MakeDocument,
    schrijver: Gebruiker,
    beheerder: FlaskClient,
) -> None:
    schrijver.rollen = [Rol.COORDINATOR.value, Rol.BESTUURDER.value]
    document = make_document(status=CONCEPT)
    adres = f"/documenten/{document.id}/vaststellen"
    page = read_page(beheerder.get(adres))
    assert "U schreef zelf aan deze versie" in text_of(page, "main .note.warn")
    assert not page.select("main form[method=post]")
    data = {
        "orgaan": "raad",
        "gezien": "1",
        "vastgesteld_op": dag(0).isoformat(),
        "geldig_van": dag(0).isoformat(),
        "toets_op": dag(9).isoformat(),
    }
    answer = beheerder.post(adres, data=data)
    assert answer.status_code == 409
    assert "U schreef zelf" in answer.text


def test_also_who_only_changed_a_word(
    make_document: MakeDocument, make_gebruiker: Any, client_of: Any
) -> None:
    document = make_document(status=CONCEPT)
    ander = make_gebruiker(Rol.GRIFFIER, Rol.BESTUURDER)
    adres = f"/documenten/{document.id}/bewerken"
    client = client_of(ander)
    data = form_data(read_page(client.get(adres)), "main form[method=post]")
    client.post(adres, data=data | {"tekst": "anders"})
    assert not read_page(client.get(f"/documenten/{document.id}/vaststellen")).select(
        "main form[method=post]"
    )


def test_a_draft_that_changed_meanwhile_is_read_again_first(
    make_document: MakeDocument, schrijver: Gebruiker, bestuurder: FlaskClient
) -> None:
    document = make_document(status=CONCEPT)
    adres = f"/documenten/{document.id}/vaststellen"
    data = form_data(read_page(bestuurder.get(adres)), "main form[method=post]")
    document.versies[0].update_tekst("", "iets anders", schrijver.id)
    db.session.commit()
    answer = bestuurder.post(adres, data=data | {"orgaan": "raad"})
    assert answer.status_code == 409
    assert "Lees het eerst opnieuw" in answer.text


def test_an_empty_draft_is_not_adopted(
    make_document: MakeDocument, bestuurder: FlaskClient
) -> None:
    answer = adopt(bestuurder, make_document(status=CONCEPT, tekst=" "))
    assert answer.status_code == 409
    assert "nog geen tekst" in answer.text


@pytest.mark.parametrize(
    ("velden", "melding"),
    [
        ({"orgaan": ""}, "Kies wie."),
        ({"orgaan": "anders"}, "Vul in wie het vaststelde."),
        ({"vastgesteld_op": dag(1).isoformat()}, "niet eerder"),
        ({"geldig_van": dag(3).isoformat(), "geldig_tot": dag(2).isoformat()}, "niet vóór"),
        ({"geldig_van": dag(3).isoformat(), "toets_op": dag(2).isoformat()}, "niet vóór"),
        ({"toets_op": ""}, "wanneer iemand weer kijkt"),
    ],
)
def test_what_is_wrong_is_said(
    make_document: MakeDocument, bestuurder: FlaskClient, velden: dict[str, str], melding: str
) -> None:
    document = make_document(status=CONCEPT)
    answer = adopt(bestuurder, document, **velden)
    assert answer.status_code == 422
    assert melding in text_of(read_page(answer), "#fouten")
    assert document.versies[0].status is CONCEPT


def test_another_body_is_named(make_document: MakeDocument, bestuurder: FlaskClient) -> None:
    document = make_document(status=CONCEPT)
    adopt(bestuurder, document, orgaan="anders", orgaan_anders="Presidium")
    assert "Presidium" in bestuurder.get(f"/documenten/{document.id}").text


def test_the_words_are_those_of_the_organisation(
    make_document: MakeDocument, bestuurder: FlaskClient, organisatie: Organisatie
) -> None:
    organisatie.type = Organisatietype.WATERSCHAP
    db.session.commit()
    document = make_document(status=CONCEPT)
    page = read_page(bestuurder.get(f"/documenten/{document.id}/vaststellen"))
    assert "Dijkgraaf" in text_of(page, "#orgaan")
    assert "Waterschapsblad" in text_of(page, "#vindplaats-hint")


def test_without_a_draft_there_is_nothing_to_adopt_and_others_may_not(
    make_document: MakeDocument, bestuurder: FlaskClient, beheerder: FlaskClient
) -> None:
    adres = f"/documenten/{make_document().id}/vaststellen"
    assert bestuurder.get(adres).status_code == 404
    assert beheerder.get(adres).status_code == 403


@pytest.mark.parametrize("kolom", ["tekst", "samenvatting", "orgaan", "geldig_van", "nummer"])
def test_an_adopted_version_cannot_be_changed_by_any_code(
    make_document: MakeDocument, kolom: str
) -> None:
    versie = make_document().versies[0]
    nieuw = {"orgaan": Orgaan.COLLEGE, "geldig_van": dag(0), "nummer": 9}.get(kolom, "anders")
    setattr(versie, kolom, nieuw)
    with pytest.raises(RegelOvertreden, match="verandert niet meer"):
        db.session.flush()


def test_it_is_found_from_then_on(make_document: MakeDocument, bestuurder: FlaskClient) -> None:
    document = make_document(status=CONCEPT, tekst="Het woord bijzonderheden.")
    assert db.session.query(Zoekdoc).filter_by(soort="document").count() == 0
    adopt(bestuurder, document)
    assert "bijzonderheden" in db.session.query(Zoekdoc).filter_by(soort="document").one().tekst

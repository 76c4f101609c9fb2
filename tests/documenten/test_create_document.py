"""Making a document and writing in a draft; files included."""

import io
from collections.abc import Callable
from typing import Any

from flask.testing import FlaskClient

from vob.bijlagen.models import Bijlage
from vob.core.permissions import Rol
from vob.data import db
from vob.documenten.models import Document
from vob.documenten.values import Toegang, Versiestatus
from vob.gebruikers.models import Gebruiker

from ..pages import form_data, read_page, text_of
from .conftest import MakeDocument

FORM = "main form[method=post]"


def fill(client: FlaskClient, adres: str = "/documenten/nieuw", **velden: Any) -> dict[str, Any]:
    page = read_page(client.get(adres))
    basis = {"titel": "Sanctiebeleid", "soort": "sanctiebeleid", "tekst": "# Ladder"}
    return form_data(page, FORM) | (basis if adres.endswith("nieuw") else {}) | velden


def brief(naam: str = "besluit.txt", inhoud: bytes = b"Besloten.") -> tuple[io.BytesIO, str]:
    return io.BytesIO(inhoud), naam


def test_it_begins_as_a_draft(beheerder: FlaskClient, schrijver: Gebruiker) -> None:
    data = fill(beheerder, bijlagen=[brief()])
    answer = beheerder.post("/documenten/nieuw", data=data)
    document = db.session.query(Document).one()
    assert answer.headers["Location"] == f"/documenten/{document.id}"
    versie = document.versies[0]
    assert (versie.nummer, versie.status, versie.tekst) == (1, Versiestatus.CONCEPT, "# Ladder")
    assert (document.eigenaar_id, document.toegang) == (schrijver.id, Toegang.IEDEREEN)
    page = read_page(beheerder.get(answer.headers["Location"]))
    assert "besluit.txt" in text_of(page, "#bijlagenlijst")
    assert "geldt nog niet" in text_of(page, ".note.warn")


def test_sent_twice_is_one_document(beheerder: FlaskClient) -> None:
    data = fill(beheerder)
    adressen = {beheerder.post("/documenten/nieuw", data=data).headers["Location"] for _ in "ab"}
    assert len(adressen) == 1
    assert db.session.query(Document).count() == 1


def test_what_is_missing_is_said_and_files_are_kept(beheerder: FlaskClient) -> None:
    data = fill(beheerder, titel="", soort="", bijlagen=[brief()])
    answer = beheerder.post("/documenten/nieuw", data=data)
    page = read_page(answer)
    assert answer.status_code == 422
    assert "Geef het document een titel." in text_of(page, "#fouten")
    assert "besluit.txt" in text_of(page, "ul.bijlagen")
    again = form_data(page, FORM) | {"titel": "Alsnog", "soort": "norm"}
    beheerder.post("/documenten/nieuw", data=again)
    assert [b.soort for b in db.session.query(Bijlage)] == ["documentversie"]


def test_a_kept_file_can_be_left_out(beheerder: FlaskClient) -> None:
    data = fill(beheerder, titel="", bijlagen=[brief(), brief("fout.txt")])
    page = read_page(beheerder.post("/documenten/nieuw", data=data))
    weg = page.select("[name=bijlagen-weg]")[1]["value"]
    again = form_data(page, FORM) | {"titel": "Alsnog", "bijlagen-weg": weg}
    assert beheerder.post("/documenten/nieuw", data=again).status_code == 303
    assert [b.naam for b in db.session.query(Bijlage)] == ["besluit.txt"]


def test_a_refused_file_is_said_beside_its_field_and_the_good_one_stays(
    beheerder: FlaskClient,
) -> None:
    data = fill(beheerder, bijlagen=[brief(), brief("virus.exe", b"MZ")])
    answer = beheerder.post("/documenten/nieuw", data=data)
    page = read_page(answer)
    assert answer.status_code == 422
    assert "‘virus.exe’ is niet toegevoegd" in text_of(page, "#bijlagen-fout")
    assert "besluit.txt" in text_of(page, "ul.bijlagen")


def test_a_reader_may_not(medewerker: FlaskClient, make_document: MakeDocument) -> None:
    document = make_document(status=Versiestatus.CONCEPT)
    for adres in ("nieuw", f"{document.id}/bewerken", f"{document.id}/gegevens"):
        assert medewerker.get(f"/documenten/{adres}").status_code == 403


def test_writing_in_a_draft(beheerder: FlaskClient, make_document: MakeDocument) -> None:
    document = make_document(status=Versiestatus.CONCEPT)
    adres = f"/documenten/{document.id}/bewerken"
    data = fill(beheerder, adres, tekst="## Nieuw", samenvatting="Kort.", bijlagen=[brief()])
    assert beheerder.post(adres, data=data).headers["Location"].endswith("/versies/1")
    db.session.refresh(document.versies[0])
    assert (document.versies[0].tekst, document.versies[0].samenvatting) == ("## Nieuw", "Kort.")
    assert db.session.query(Bijlage).one().object_id == document.versies[0].id


def test_two_who_write_at_once_see_both_texts(
    beheerder: FlaskClient, client_for: Callable[..., FlaskClient], make_document: MakeDocument
) -> None:
    document = make_document(status=Versiestatus.CONCEPT)
    adres = f"/documenten/{document.id}/bewerken"
    eerst, later = fill(beheerder, adres), fill(client_for(Rol.GRIFFIER), adres)
    beheerder.post(adres, data=eerst | {"tekst": "van de eerste"})
    answer = beheerder.post(adres, data=later | {"tekst": "van de tweede"})
    assert answer.status_code == 409
    page = read_page(answer)
    assert "van de eerste" in page.text
    assert "van de tweede" in page.text


def test_a_draft_attachment_can_go_and_an_adopted_one_not(
    beheerder: FlaskClient, make_document: MakeDocument
) -> None:
    document = make_document(status=Versiestatus.CONCEPT)
    adres = f"/documenten/{document.id}/bewerken"
    beheerder.post(adres, data=fill(beheerder, adres, bijlagen=[brief(), brief("2.txt")]))
    een, twee = db.session.query(Bijlage)
    assert beheerder.post(f"/bijlagen/{een.sleutel}/weggooien").status_code == 303
    document.versies[0].status = Versiestatus.VASTGESTELD
    db.session.commit()
    assert beheerder.post(f"/bijlagen/{twee.sleutel}/weggooien").status_code == 409
    assert db.session.query(Bijlage).one() is twee


def test_changing_the_data(beheerder: FlaskClient, make_document: MakeDocument) -> None:
    document = make_document()
    adres = f"/documenten/{document.id}/gegevens"
    data = fill(beheerder, adres, titel="Andere naam", toegang="beheerders")
    assert beheerder.post(adres, data=data).status_code == 303
    db.session.refresh(document)
    assert (document.titel, document.toegang) == ("Andere naam", Toegang.BEHEERDERS)
    assert beheerder.post(adres, data=data).status_code == 409, "the form is old now"

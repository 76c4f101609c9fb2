"""A new version, and a version that ends without one."""

import io
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.datastructures import FileStorage

from vob.bijlagen.operations import store_bijlage
from vob.bijlagen.queries import list_bijlagen, read_chunks
from vob.core.permissions import Rol
from vob.data import db
from vob.data.search import Zoekdoc
from vob.documenten.models import Document
from vob.documenten.values import Stand, Versiestatus

from ..pages import form_data, read_page, text_of
from .conftest import MakeDocument, dag


def test_a_new_version_begins_with_the_text_of_the_last(
    make_document: MakeDocument, beheerder: FlaskClient
) -> None:
    document = make_document(tekst="# Doel", samenvatting="Kort.")
    answer = beheerder.post(f"/documenten/{document.id}/versies")
    assert answer.headers["Location"] == f"/documenten/{document.id}/bewerken"
    nieuw = document.versies[0]
    assert (nieuw.nummer, nieuw.tekst, nieuw.samenvatting) == (2, "# Doel", "Kort.")
    assert (nieuw.status, nieuw.orgaan) == (Versiestatus.CONCEPT, None)
    page = read_page(beheerder.get(f"/documenten/{document.id}"))
    assert "in werking" in text_of(page, ".titelrij"), "the old one still holds"


def test_a_new_version_has_its_own_copy_of_the_attachments(
    make_document: MakeDocument, beheerder: FlaskClient
) -> None:
    document = make_document()
    oud = document.versies[0]
    db.session.info["actor_id"] = document.eigenaar_id
    inhoud = bytes(range(32, 127)) * 9_000  # several pieces
    store_bijlage("documentversie", oud.id, FileStorage(io.BytesIO(inhoud), "kaart.txt"))
    db.session.commit()
    beheerder.post(f"/documenten/{document.id}/versies")
    (kopie,) = list_bijlagen("documentversie", document.versies[0].id)
    (origineel,) = list_bijlagen("documentversie", oud.id)
    assert b"".join(read_chunks(kopie)) == inhoud
    assert (kopie.naam, kopie.sha256) == ("kaart.txt", origineel.sha256)
    beheerder.post(f"/bijlagen/{kopie.sleutel}/weggooien")
    assert list_bijlagen("documentversie", oud.id) == [origineel], "adopted: it stays"


def test_there_is_one_draft_at_a_time(make_document: MakeDocument, beheerder: FlaskClient) -> None:
    document = make_document(status=Versiestatus.CONCEPT)
    answer = beheerder.post(f"/documenten/{document.id}/versies")
    assert answer.status_code == 409
    assert "al een concept" in answer.text


def test_without_a_draft_there_is_nothing_to_write_in(
    make_document: MakeDocument, beheerder: FlaskClient
) -> None:
    assert beheerder.get(f"/documenten/{make_document().id}/bewerken").status_code == 404


def withdraw(client: FlaskClient, document: Document, **velden: Any) -> Any:
    adres = f"/documenten/{document.id}/versies/1/intrekken"
    data = form_data(read_page(client.get(adres)), "main form[method=post]")
    return client.post(adres, data=data | {"reden": "Opgegaan in het nieuwe beleid."} | velden)


def test_a_version_may_end(make_document: MakeDocument, bestuurder: FlaskClient) -> None:
    document = make_document()
    assert withdraw(bestuurder, document, per=dag(-1).isoformat()).status_code == 303
    assert document.versies[0].stand(dag(0)) is Stand.VERVALLEN
    page = read_page(bestuurder.get(f"/documenten/{document.id}"))
    assert "Opgegaan in het nieuwe beleid." in text_of(page, "main .note.warn")
    assert db.session.query(Zoekdoc).filter_by(soort="document").count() == 0


@pytest.mark.parametrize(
    ("velden", "code"), [({"reden": ""}, 422), ({"per": ""}, 422), ({"per": "2020-01-01"}, 409)]
)
def test_what_is_wrong_is_said(
    make_document: MakeDocument, bestuurder: FlaskClient, velden: dict[str, str], code: int
) -> None:
    document = make_document()
    assert withdraw(bestuurder, document, **velden).status_code == code
    assert document.versies[0].status is Versiestatus.VASTGESTELD


def test_only_who_adopts_may_end_it(make_document: MakeDocument, client_for: Any) -> None:
    adres = f"/documenten/{make_document().id}/versies/1/intrekken"
    assert client_for(Rol.COORDINATOR).get(adres).status_code == 403
    assert client_for(Rol.BESTUURDER).get(f"{adres}x").status_code == 404

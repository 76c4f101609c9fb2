from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from vob.bijlagen.models import Bijlage
from vob.checklist import operations
from vob.checklist.models import ChecklistBewijsstuk, ChecklistRonde
from vob.checklist.queries import read_checklist
from vob.checklist.values import Rondesoort
from vob.core.permissions import Rol
from vob.data import db

from ..pages import HTMX, form_data, read_fragment, read_page, text_of

Client = Callable[..., FlaskClient]
URL = "/checklist/6/bewijsstukken/nieuw"
FORM = "main form"


def _post(client: FlaskClient, **answers: object) -> object:
    data = form_data(read_page(client.get(URL)), FORM) | answers
    return client.post(URL, data=data, content_type="multipart/form-data")


def _stukken() -> list[ChecklistBewijsstuk]:
    return list(db.session.scalars(select(ChecklistBewijsstuk)))


def _files() -> list[Bijlage]:
    return list(db.session.scalars(select(Bijlage)))


def test_a_text_is_evidence(client_for: Client, ronde: ChecklistRonde) -> None:
    client = client_for(Rol.COORDINATOR, naam="Noor Bakker")
    r = _post(client, titel="Besluit", tekst="Zie Gemeenteblad 2026-14.")
    assert r.location == "/checklist/6#bewijsstukken"  # type: ignore[attr-defined]  # a response
    kaart = text_of(read_page(client.get("/checklist/6")), "#bewijsstukken")
    assert "Besluit Zie Gemeenteblad 2026-14. Noor Bakker" in kaart


@pytest.mark.parametrize(
    ("link", "pad"),
    [
        ("/checklist/3", "/checklist/3"),
        ("http://localhost/checklist/?status=gereed", "/checklist/?status=gereed"),
        ("/checklist", "/checklist"),  # without its last slash it still works
    ],
)
def test_a_page_of_vob_is_evidence(
    client_for: Client, ronde: ChecklistRonde, link: str, pad: str
) -> None:
    client = client_for(Rol.COORDINATOR)
    _post(client, titel="Analyse", link=link)
    assert _stukken()[0].pad == pad
    page = read_page(client.get("/checklist/6"))
    assert page.select_one(f"#bewijsstukken a[href='{pad}']")


@pytest.mark.parametrize(
    "link",
    [
        "https://elders.example/checklist/3",
        "//elders.example/",
        "javascript:alert(1)",
        "/\\elders.example",
        "checklist/3",
        "/bestaat/niet",
        "/checklist/6/gedaan",  # exists, but not to look at
    ],
)
def test_another_address_is_refused(client_for: Client, ronde: ChecklistRonde, link: str) -> None:
    r = _post(client_for(Rol.COORDINATOR), titel="Analyse", link=link)
    assert r.status_code == 422  # type: ignore[attr-defined]  # a response
    assert not _stukken()


def test_a_file_is_evidence_for_who_works_on_the_checklist(
    client_for: Client, ronde: ChecklistRonde
) -> None:
    client = client_for(Rol.COORDINATOR)
    _post(client, titel="Besluit", bijlagen=(BytesIO(b"Wij besluiten."), "besluit.txt"))
    bijlage = db.session.scalars(select(Bijlage)).one()
    assert (bijlage.soort, bijlage.object_id) == ("checklist_stap", 6)
    link = read_page(client.get("/checklist/6")).select_one("#bijlagenlijst a")
    assert link is not None
    assert client_for(Rol.GRIFFIER).get(str(link["href"])).status_code == 200
    assert client_for(Rol.MEDEWERKER).get(str(link["href"])).status_code == 404


def test_the_coordinator_can_throw_a_wrong_file_away(
    client_for: Client, ronde: ChecklistRonde
) -> None:
    client = client_for(Rol.COORDINATOR)
    _post(client, titel="Besluit", bijlagen=(BytesIO(b"Wij besluiten."), "besluit.txt"))
    form = read_page(client.get("/checklist/6")).select_one("#bijlagenlijst form")
    assert form is not None
    client_for(Rol.GRIFFIER).post(str(form["action"]))
    assert len(_files()) == 1
    client.post(str(form["action"]))
    assert not _files()


def test_a_good_file_is_kept_while_the_form_is_corrected(
    client_for: Client, ronde: ChecklistRonde
) -> None:
    client = client_for(Rol.COORDINATOR)
    r = _post(client, titel="", bijlagen=(BytesIO(b"Wij besluiten."), "besluit.txt"))
    page = read_page(r)  # type: ignore[arg-type]  # a response
    assert "besluit.txt" in text_of(page, "ul.bijlagen")
    client.post(URL, data=form_data(page, FORM) | {"titel": "Besluit"})
    assert db.session.scalars(select(Bijlage)).one().soort == "checklist_stap"


def test_a_title_alone_shows_nothing(client_for: Client, ronde: ChecklistRonde) -> None:
    r = _post(client_for(Rol.COORDINATOR), titel="Besluit")
    assert r.status_code == 422  # type: ignore[attr-defined]  # a response
    assert "Voeg een link, een tekst of een bestand toe." in read_page(r).text  # type: ignore[arg-type]  # idem


def test_sent_twice_is_one_piece(client_for: Client, ronde: ChecklistRonde) -> None:
    client = client_for(Rol.COORDINATOR)
    data = form_data(read_page(client.get(URL)), FORM) | {"titel": "Besluit", "tekst": "Zo is het."}
    for _ in range(2):
        assert client.post(URL, data=data).status_code == 303
    assert len(_stukken()) == 1


def test_deleting_in_place(client_for: Client, ronde: ChecklistRonde) -> None:
    client = client_for(Rol.COORDINATOR)
    _post(client, titel="Besluit", tekst="Zo is het.")
    url = f"/checklist/6/bewijsstukken/{_stukken()[0].id}/verwijderen"
    assert client.post(url.replace("/6/", "/7/")).status_code == 404
    part = read_fragment(client.post(url, headers=HTMX))
    assert "Er is nog geen bewijsstuk." in text_of(part, "#bewijsstukken")
    assert client.post(url).status_code == 404


@pytest.mark.usefixtures("in_request")
def test_what_was_shown_in_a_closed_round_stays(client_for: Client, ronde: ChecklistRonde) -> None:
    client = client_for(Rol.COORDINATOR)
    _post(client, titel="Besluit", tekst="Zo is het.")
    operations.close_ronde(read_checklist(), "", 1)
    db.session.flush()
    operations.start_ronde("Ronde 2027", Rondesoort.JAAR, date(2027, 1, 4))
    db.session.commit()
    kaart = read_page(client.get("/checklist/6")).select_one("#bewijsstukken")
    assert kaart is not None
    assert "uit een eerdere ronde" in kaart.text
    assert not kaart.select("form")
    r = client.post(f"/checklist/6/bewijsstukken/{_stukken()[0].id}/verwijderen")
    assert r.status_code == 409


def test_another_one_may_not(client_for: Client, ronde: ChecklistRonde) -> None:
    assert client_for(Rol.GRIFFIER).get(URL).status_code == 403
    assert client_for(Rol.MEDEWERKER).get(URL).status_code == 403
    assert (
        client_for(Rol.GRIFFIER).post("/checklist/6/bewijsstukken/1/verwijderen").status_code == 403
    )

from collections.abc import Callable, Iterator
from typing import Any

import page as validator
import pytest
from flask import Flask, template_rendered
from flask.testing import FlaskClient
from jinja2 import Template
from weasyprint import CSS, HTML
from weasyprint.formatting_structure.boxes import TableCellBox

from vob.checklist.models import ChecklistRonde, ChecklistStap
from vob.checklist.values import Stapstatus
from vob.core.permissions import Rol
from vob.web.static import STATIC

Client = Callable[..., FlaskClient]
Make = Callable[..., ChecklistStap]
URL = "/checklist/rapport.pdf"


@pytest.fixture
def rendered(app: Flask) -> Iterator[list[str]]:
    """The HTML that becomes the PDF; words in a PDF cannot be searched."""
    pages: list[str] = []

    def note(_sender: Flask, template: Template, context: dict[str, Any], **_: Any) -> None:
        pages.append(template.render(context))

    with template_rendered.connected_to(note, app):
        yield pages


def test_the_report_is_valid_pdf_ua(
    client_for: Client, make_stap: Make, rendered: list[str]
) -> None:
    make_stap(1, status=Stapstatus.GEREED, opmerking="Zie besluit.")
    make_stap(5, status=Stapstatus.NIET_VAN_TOEPASSING, reden="Niemand.")
    r = client_for(Rol.COORDINATOR).get(URL)
    assert (r.status_code, r.mimetype) == (200, "application/pdf")
    oordeel = validator.validate_pdf_bytes(r.data, profile="ua1")
    assert not oordeel.failures, str(oordeel)
    assert rendered[0].count("<caption>") == 7, "each group is a table of its own"
    assert "1 van 22 stappen zijn gereed." in rendered[0]
    assert "Zie besluit." in rendered[0]
    assert "maar VOB ziet iets anders" in rendered[0]


def test_the_titles_of_the_steps_have_room(
    client_for: Client, make_stap: Make, rendered: list[str]
) -> None:
    """Padding comes on top of the widths of a fixed table: what is left must still hold a title."""
    make_stap(1, status=Stapstatus.GEREED)
    client_for(Rol.COORDINATOR).get(URL)
    stijl = CSS(filename=str(STATIC / "css/pdf.css"))
    papier = HTML(string=rendered[0]).render(stylesheets=[stijl])
    vakken = [vak for blad in papier.pages for vak in blad._page_box.descendants()]
    breedtes = {
        vak.width
        for vak in vakken
        if isinstance(vak, TableCellBox) and vak.element.get("scope") == "row"
    }
    assert min(breedtes) > 120
    assert len(breedtes) == 1, "the columns of all tables stand under each other"


def test_medewerker_gets_it_without_remarks(
    client_for: Client, make_stap: Make, rendered: list[str]
) -> None:
    make_stap(1, status=Stapstatus.GEREED, opmerking="Zie besluit.")
    client_for(Rol.MEDEWERKER).get(URL)
    assert "Niet op orde" in rendered[0]
    assert "Zie besluit." not in rendered[0]
    assert "agressieprotocol" not in rendered[0]


def test_without_a_round_there_is_a_report_too(client_for: Client) -> None:
    assert client_for(Rol.FG).get(URL).status_code == 200


def test_one_must_be_logged_in(client_for: Client, ronde: ChecklistRonde) -> None:
    client = client_for(Rol.MEDEWERKER)
    client.delete_cookie("session")
    assert client.get(URL).status_code == 303

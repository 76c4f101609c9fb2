"""The belkaart: what stands on it for whom, on paper in two sizes, and the copy of a phone."""

import re
import zlib
from collections.abc import Iterator
from typing import Any

import page as validator
import pytest
from flask import Flask, template_rendered
from flask.testing import FlaskClient
from jinja2 import Template
from weasyprint import CSS, HTML
from weasyprint.formatting_structure.boxes import LineBox

from vob.core.organisatietype import Organisatietype
from vob.core.permissions import Rol
from vob.data import AuditRegel, db
from vob.ketenafspraken.startset import make_ladder
from vob.ketenafspraken.values import Contactrol, Ladderstatus, Partnersoort
from vob.organisatie.models import Organisatie, Steunpunt
from vob.web.formats import datum
from vob.web.static import STATIC

from ..pages import read_page, text_of
from ..queries import count_queries
from .conftest import Client, Maak, dag

PAD = "/ketenafspraken/belkaart"
VOL = "/ketenafspraken/belkaart-vertrouwelijk"


@pytest.fixture
def kaart(make_partner: Maak, make_contact: Maak) -> None:
    politie = make_partner()
    make_contact(politie, functie="Wijkagent", is_openbaar=True, privenummer="0555-987001")
    make_contact(politie, functie="Teamchef", telefoon="0555-000999")
    weg = make_partner("Gestopt", is_actief=False)
    make_contact(weg, functie="Van vroeger", is_openbaar=True)
    for naam, meer in (
        ("Alarmnummer", {"telefoon": "112", "is_spoed": True}),
        ("Slachtofferhulp", {"telefoon": "0900-0101", "gecontroleerd_op": dag(-40)}),
        ("Alleen een site", {"website": "https://x.nl"}),
        ("Vertrouwenslijn", {"telefoon": "0800-1", "is_historisch": True}),
    ):
        db.session.add(Steunpunt(naam=naam, **meer))
    db.session.commit()


@pytest.fixture
def rendered(app: Flask) -> Iterator[list[str]]:
    """The HTML that becomes the PDF; words in a PDF cannot be searched."""
    pages: list[str] = []

    def note(_sender: Flask, template: Template, context: dict[str, Any], **_: Any) -> None:
        pages.append(template.render(context))

    with template_rendered.connected_to(note, app):
        yield pages


@pytest.mark.usefixtures("kaart")
@pytest.mark.parametrize("pad", [PAD, f"{PAD}/los"])
def test_the_public_card_has_functions_and_numbers_only(medewerker: FlaskClient, pad: str) -> None:
    page = medewerker.get(pad).text
    for woord in ("112", "Wijkagent", "0555-300110", "Slachtofferhulp", "0900-0101"):
        assert woord in page
    for woord in ("J. Vonk", "vonk@", "Teamchef", "0555-000999", "0555-987001", "Van vroeger"):
        assert woord not in page
    for woord in ("Alleen een site", "Vertrouwenslijn"):
        assert woord not in page


@pytest.mark.usefixtures("kaart")
def test_the_confidential_card_has_names_and_no_private_number(client_for: Client) -> None:
    client = client_for(Rol.BESTUURDER)
    page = client.get(VOL).text
    for woord in ("J. Vonk", "Teamchef", "0555-000999", "vonk@politie.example"):
        assert woord in page
    assert "0555-987001" not in page
    regel = db.session.scalars(db.select(AuditRegel).filter_by(actie="ingezien")).one()
    assert regel.kolommen == ["belkaart"]


@pytest.mark.parametrize("rol", [Rol.MEDEWERKER, Rol.WOORDVOERDER, Rol.FG, Rol.BEHEERDER])
def test_the_confidential_card_is_by_right(client_for: Client, rol: Rol) -> None:
    client = client_for(rol)
    for pad in (VOL, f"{VOL}.pdf"):
        assert client.get(pad).status_code == 403
    assert "Vertrouwelijk" not in read_page(client.get(PAD)).text


@pytest.mark.usefixtures("kaart")
def test_the_card_looks_the_same_for_everyone(client_for: Client, beheer: FlaskClient) -> None:
    """So that what a phone keeps tells nothing about who has it."""
    los = beheer.get(f"{PAD}/los").text
    assert client_for(Rol.MEDEWERKER, naam="Iemand anders").get(f"{PAD}/los").text == los
    for woord in ("Noor Bakker", "csrf", "<form", "<nav", "<script"):
        assert woord not in los


def test_in_the_pocket_no_word_sticks_to_a_long_address(
    beheer: FlaskClient, rendered: list[str], make_partner: Maak, make_contact: Maak
) -> None:
    adres = "contactpersoon@veiligheidsregio.example"
    make_contact(make_partner(), email=adres, gecontroleerd_op=None)
    beheer.get(f"{VOL}.pdf?formaat=zak")
    stijlen = [CSS(filename=str(STATIC / f"css/{naam}.css")) for naam in ("pdf", "belkaart-zak")]
    papier = HTML(string=rendered[0]).render(stylesheets=stijlen)
    vakken = [vak for blad in papier.pages for vak in blad._page_box.descendants()]
    regels = [
        "".join(getattr(deel, "text", "") for deel in vak.descendants()).strip()
        for vak in vakken
        if isinstance(vak, LineBox)
    ]
    assert "niet gecontroleerd" in regels, "on a line of its own"


@pytest.mark.usefixtures("kaart")
@pytest.mark.parametrize("pad", [PAD, VOL])
@pytest.mark.parametrize("formaat", ["a4", "zak"])
def test_on_paper_it_is_valid_pdf_ua(
    beheer: FlaskClient, rendered: list[str], pad: str, formaat: str
) -> None:
    r = beheer.get(f"{pad}.pdf?formaat={formaat}")
    assert (r.status_code, r.mimetype) == (200, "application/pdf")
    oordeel = validator.validate_pdf_bytes(r.data, profile="ua1")
    assert not oordeel.failures, str(oordeel)
    assert f"belkaart-{formaat}.css" in rendered[0]
    assert "Geldig tot en met" in rendered[0]
    assert "Gemaakt op" in rendered[0]
    assert "QR-code naar de actuele belkaart" in rendered[0]
    assert ("J. Vonk" in rendered[0]) is (pad == VOL)


def test_an_unknown_size_is_a4(beheer: FlaskClient, rendered: list[str]) -> None:
    assert beheer.get(f"{PAD}.pdf?formaat=poster").status_code == 200
    assert "belkaart-a4.css" in rendered[0]


def test_it_holds_no_longer_than_its_first_number(
    medewerker: FlaskClient, make_contact: Maak
) -> None:
    make_contact(is_openbaar=True, geldig_tot=dag(12))
    make_contact(functie="Oud", is_openbaar=True, gecontroleerd_op=dag(-400))
    make_contact(functie="Nooit", is_openbaar=True, gecontroleerd_op=None)
    page = text_of(read_page(medewerker.get(PAD)), "#belkaart")
    assert f"Geldig tot en met {datum(dag(12))}." in page
    assert page.count("niet gecontroleerd") == 2


def test_fourteen_gemeenten_stand_in_one_table(
    beheer: FlaskClient, organisatie: Organisatie, make_partner: Maak, make_contact: Maak
) -> None:
    organisatie.type = Organisatietype.WATERSCHAP
    for nummer in range(14):
        partner = make_partner(f"Gemeente {nummer:02}", Partnersoort.GEMEENTE)
        for rol in (Contactrol.BURGEMEESTER, Contactrol.POLITIE, Contactrol.PARKET):
            make_contact(partner, rol=rol, is_openbaar=rol is not Contactrol.PARKET)
    for pad, kolommen in ((PAD, 3), (VOL, 4)):
        page = read_page(beheer.get(pad))
        [tabel] = [t for t in page.select("table") if "Gemeenten" in (t.caption or t).text]
        assert len(tabel.select("tbody tr")) == 14
        assert len(tabel.select("thead th")) == kolommen
    db.session.expire_all()
    with count_queries() as statements:
        beheer.get(PAD)
    assert len(statements) <= 8, "\n\n".join(statements)


@pytest.fixture
def volle_kaart(
    beheer: FlaskClient, organisatie: Organisatie, make_partner: Maak, make_contact: Maak
) -> None:
    """As much as a waterschap with fourteen gemeenten has: also a ladder, and lines of support."""
    organisatie.type = Organisatietype.WATERSCHAP
    for nummer in range(14):
        partner = make_partner(f"Gemeente {nummer:02}", Partnersoort.GEMEENTE)
        for rol in (Contactrol.BURGEMEESTER, Contactrol.POLITIE, Contactrol.PARKET):
            make_contact(partner, rol=rol, email="")
    for nummer in range(7):
        make_contact(make_partner(f"Partner {nummer}"), piketnummer=f"0555-30{nummer}199")
    for nummer in range(5):
        db.session.add(Steunpunt(naam=f"Steun {nummer}", telefoon=f"0900-010{nummer}"))
    ladder = make_ladder(organisatie.type)
    ladder.status, ladder.geldig_van = Ladderstatus.VASTGESTELD, dag(-1)
    db.session.add(ladder)
    db.session.commit()


def count_pages(pdf: bytes) -> int:
    """What says that it is a page stands in one of the packed parts."""
    delen = re.findall(rb"/FlateDecode.*?stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    tekst = b"".join(zlib.decompressobj().decompress(deel) for deel in delen)
    return len(re.findall(rb"/Type\s*/Page\b", tekst))


@pytest.mark.usefixtures("volle_kaart")
@pytest.mark.parametrize("pad", [PAD, VOL])
def test_on_a4_it_is_one_page_with_fourteen_gemeenten(beheer: FlaskClient, pad: str) -> None:
    assert count_pages(beheer.get(f"{pad}.pdf?formaat=a4").data) == 1


def test_without_anything_there_is_always_112(medewerker: FlaskClient) -> None:
    page = read_page(medewerker.get(PAD))
    assert page.select("#belkaart a[href='tel:112']")
    assert page.select("#belkaart a[href='tel:0555112233']"), "and the own guard"


def test_the_script_that_keeps_it_holds_no_data_and_reaches_no_further(app: Flask) -> None:
    r = app.test_client().get("/ketenafspraken/belkaart.js")
    assert (r.status_code, r.mimetype) == (200, "text/javascript")
    assert "Service-Worker-Allowed" not in r.headers
    assert "0555" not in r.text

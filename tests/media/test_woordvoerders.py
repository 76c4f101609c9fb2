"""People who speak: their card, their days off, and who keeps them."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.pages import form_data, read_page, text_of
from vob.core.clock import vandaag
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.media.models import Afwezigheid, Woordvoerder
from vob.media.visitekaart import render_vcard

Maak = Callable[..., Any]
MAIN = "main form[method=post]"


def test_a_card_goes_into_a_phone(medewerker: FlaskClient, make_spreker: Maak) -> None:
    wie = make_spreker("Sanne van der Meer", functie="woordvoerder", email="s@waterrijk.example")
    response = medewerker.get(f"/media/mensen/{wie.id}/visitekaart.vcf")
    assert response.headers["Content-Type"] == "text/vcard; charset=utf-8"
    assert "visitekaart.vcf" in response.headers["Content-Disposition"]
    regels = response.text.split("\r\n")
    assert regels[:4] == [
        "BEGIN:VCARD",
        "VERSION:4.0",
        "FN:Sanne van der Meer",
        "N:Meer;Sanne van der;;;",
    ]
    assert "TEL;TYPE=cell:06-55500001" in regels
    assert "ORG:gemeente Waterrijk" in regels


def test_what_someone_typed_cannot_break_a_card(app: object) -> None:
    wie = Woordvoerder(naam="A,B;C\nNOTE:x", functie="é" * 90, telefoon="1", email="")
    kaart = render_vcard(wie, "gemeente X")
    assert "FN:A\\,B\\;C\\nNOTE:x" in kaart
    assert "\nNOTE" not in kaart.replace("\\n", "")
    assert all(len(regel.encode()) <= 75 for regel in kaart.split("\r\n"))
    assert "é" * 90 in kaart.replace("\r\n ", "")


def test_the_page_shows_a_qr_code_that_says_what_it_is(
    medewerker: FlaskClient, make_spreker: Maak, make_onderwerp: Maak
) -> None:
    wie = make_spreker()
    make_onderwerp(eerste_id=wie.id)
    page = read_page(medewerker.get(f"/media/mensen/{wie.id}"))
    assert page.select_one("svg.qr[role=img] title").text.endswith("van Bram Oosterhof")  # type: ignore[union-attr]  # is there
    assert "Asielopvang" in text_of(page, "#onderwerpen")
    assert not page.select("#afwezig")  # days off are theirs


def test_someone_is_added_and_changed(woordvoerder: FlaskClient, sanne: Gebruiker) -> None:
    data = {"naam": "Sanne", "telefoon": "0555-1", "gebruiker_id": str(sanne.id), "is_actief": "y"}
    pad = woordvoerder.post("/media/mensen/nieuw", data=data).headers["Location"]
    dubbel = woordvoerder.post("/media/mensen/nieuw", data=data)
    assert dubbel.status_code == 422
    assert "Dit account hoort al bij Sanne." in dubbel.text
    data = form_data(read_page(woordvoerder.get(f"{pad}/wijzigen")), MAIN)
    assert woordvoerder.post(f"{pad}/wijzigen", data=data | {"naam": "San"}).status_code == 303
    assert "San" in text_of(read_page(woordvoerder.get("/media/mensen/")), "tbody")


def test_a_number_is_needed(woordvoerder: FlaskClient) -> None:
    response = woordvoerder.post("/media/mensen/nieuw", data={"naam": "Zonder"})
    assert response.status_code == 422
    assert "Vul ten minste één nummer in" in response.text


def test_a_private_mobile_is_not_in_clear_on_the_disk(make_spreker: Maak) -> None:
    make_spreker(telefoon_buiten="06-55501234")
    with db.engine.connect() as connection:
        rauw = connection.exec_driver_sql("select telefoon_buiten from woordvoerder").scalar()
    assert b"55501234" not in bytes(rauw)


def test_who_speaks_no_more_is_listed_only_when_asked(
    woordvoerder: FlaskClient, medewerker: FlaskClient, make_spreker: Maak
) -> None:
    make_spreker("Ton", is_actief=False)
    assert "Ton" not in woordvoerder.get("/media/mensen/").text
    assert "Ton" in woordvoerder.get("/media/mensen/?oud=ja").text
    assert "Ton" not in medewerker.get("/media/mensen/?oud=ja").text


def test_days_off_are_kept_by_oneself_or_a_manager(
    client_of: Maak, make_gebruiker: Maak, make_spreker: Maak, medewerker: FlaskClient
) -> None:
    lid = make_gebruiker(Rol.AMBTSDRAGER)
    wie = make_spreker(gebruiker_id=lid.id)
    pad = f"/media/mensen/{wie.id}/afwezig"
    morgen = vandaag() + timedelta(days=1)
    assert medewerker.post(pad, data={"van": morgen, "tot": morgen}).status_code == 404
    client = client_of(lid)
    assert client.post(pad, data={"van": morgen, "tot": morgen}).status_code == 303
    page = read_page(client.get(f"/media/mensen/{wie.id}"))
    assert page.select("#afwezig li")
    afwezig = db.session.scalars(db.select(Afwezigheid)).one()
    weg = f"/media/afwezigheid/{afwezig.id}/verwijderen"
    assert medewerker.post(weg).status_code == 404
    assert client.post(weg).status_code == 303
    assert db.session.query(Afwezigheid).count() == 0


@pytest.mark.parametrize(("van", "tot"), [("2026-12-02", "2026-12-01"), ("", "2026-12-01")])
def test_days_off_have_an_order(
    woordvoerder: FlaskClient, make_spreker: Maak, van: str, tot: str
) -> None:
    pad = f"/media/mensen/{make_spreker().id}/afwezig"
    assert woordvoerder.post(pad, data={"van": van, "tot": tot}).status_code == 422

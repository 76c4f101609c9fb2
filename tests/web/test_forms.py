"""What every form does, seen on the simplest one: one's own profile."""

import pytest

from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker

from ..pages import form_data, read_page, text_of


def profile_form(client):
    return form_data(read_page(client.get("/profiel")), "form[action$='/profiel']")


def test_two_people_edit_and_the_second_sees_both_versions(make_gebruiker, client_of):
    gebruiker = make_gebruiker(Rol.MEDEWERKER)
    client = client_of(gebruiker)
    form = profile_form(client)
    gebruiker.telefoon = "0555-1"
    db.session.commit()
    r = client.post("/profiel", data=form | {"telefoon": "0555-2"})
    page = read_page(r)
    assert r.status_code == 409
    assert "0555-1" in text_of(page, "#fouten")
    assert page.select_one("#telefoon")["value"] == "0555-2", "what was typed is still there"
    again = form_data(page, "form[action$='/profiel']")
    assert client.post("/profiel", data=again).status_code == 303
    assert db.session.get(Gebruiker, gebruiker.id).telefoon == "0555-2"


def test_a_field_that_is_too_long_says_so_in_dutch(client_for):
    client = client_for(Rol.MEDEWERKER)
    r = client.post("/profiel", data=profile_form(client) | {"telefoon": "1" * 41})
    assert r.status_code == 422
    assert "Gebruik niet meer dan 40 tekens." in read_page(r).text


@pytest.mark.parametrize("typed", ["  0555\x00 ", "0555\ud800", "\r\n0555"])
def test_hostile_text_is_cleaned(make_gebruiker, client_of, typed):
    gebruiker = make_gebruiker(Rol.MEDEWERKER)
    client = client_of(gebruiker)
    sent = typed.encode("utf-8", "surrogatepass")
    r = client.post("/profiel", data=profile_form(client) | {"telefoon": sent})
    assert r.status_code == 303
    db.session.refresh(gebruiker)
    assert gebruiker.telefoon.startswith("0555")
    assert not set(gebruiker.telefoon) & {"\x00", "\ud800", "\r", "\n"}

from datetime import timedelta

import pytest

from vob.acties.models import Actie
from vob.core.clock import vandaag
from vob.core.permissions import Rol
from vob.data import db
from vob.start.rules import groet

from ..pages import read_page, text_of


def test_someone_with_nothing_to_do_hears_that(client_for):
    page = read_page(client_for(Rol.MEDEWERKER).get("/"))
    assert "Er wacht vandaag niets op u." in text_of(page, "#vandaag")
    assert page.select_one("a[href='tel:112']")


def test_what_is_late_stands_above_what_is_due_later(make_gebruiker, client_of):
    ik = make_gebruiker(Rol.MEDEWERKER)
    for titel, dagen in (("Later", 9), ("Te laat", -2)):
        uiterlijk = vandaag() + timedelta(days=dagen)
        values = {"eigenaar_id": ik.id, "gemaakt_door_id": ik.id, "uiterlijk": uiterlijk}
        db.session.add(Actie(titel=titel, **values))
    db.session.commit()
    page = read_page(client_of(ik).get("/"))
    assert [a.text for a in page.select("#vandaag li a")] == ["Te laat", "Later"]
    assert "2 dagen te laat" in text_of(page, "#vandaag li")


def test_figures_are_for_who_has_the_register(client_for):
    assert read_page(client_for(Rol.COORDINATOR).get("/")).select_one("#kort")
    for rol in (Rol.MEDEWERKER, Rol.BEHEERDER, Rol.FG, Rol.BEVEILIGING):
        assert not read_page(client_for(rol).get("/")).select_one("#kort")


def test_every_role_has_a_first_page(client_for):
    for rol in Rol:
        assert client_for(rol).get("/").status_code == 200


@pytest.mark.parametrize(
    ("uur", "woord"),
    [
        (5, "Goedenacht"),
        (6, "Goedemorgen"),
        (12, "Goedemiddag"),
        (18, "Goedenavond"),
        (23, "Goedenavond"),
    ],
)
def test_the_greeting_fits_the_hour(uur, woord):
    assert groet(uur) == woord

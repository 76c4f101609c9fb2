"""Settings: all on one page, with their limits, their default and where that comes from."""

import pytest

from vob.core.permissions import Rol
from vob.data import db
from vob.organisatie import instellingen
from vob.organisatie.queries import setting

from ..pages import form_data, read_page, text_of

PAD = "/beheer/organisatie/instellingen"


@pytest.fixture
def beheerder(client_for):
    return client_for(Rol.BEHEERDER)


def send(client, **velden):
    return client.post(PAD, data=form_data(read_page(client.get(PAD)), "main form") | velden)


def test_every_setting_is_there_with_default_and_source(beheerder):
    page = read_page(beheerder.get(PAD))
    for item in instellingen.alle():
        assert page.select_one(f"#{item.code}")
        hint = text_of(page, f"#{item.code}-hint")
        keuze = f": {item.keuzes[item.standaard]}" if item.keuzes else f" {item.standaard}"
        assert f"Standaard{keuze}." in hint
        assert item.bron in hint


def test_a_setting_is_in_force_at_once_and_only_the_difference_is_kept(beheerder, organisatie):
    assert send(beheerder, sessie_idle="15", sessie_maximaal="10").status_code == 303
    db.session.refresh(organisatie)
    assert organisatie.instellingen == {"sessie_idle": 15}
    assert setting("sessie_idle") == 15
    assert read_page(beheerder.get(PAD)).select_one("#sessie_idle")["value"] == "15"


def test_an_empty_field_is_the_default_again(beheerder, organisatie):
    send(beheerder, sessie_idle="15")
    send(beheerder, sessie_idle="")
    db.session.refresh(organisatie)
    assert organisatie.instellingen == {}


@pytest.mark.parametrize("waarde", ["4", "241", "-1", "veel"])
def test_a_value_outside_its_limits_is_refused(beheerder, organisatie, waarde):
    answer = send(beheerder, sessie_idle=waarde)
    assert answer.status_code == 422
    assert read_page(answer).select_one("#sessie_idle-fout")
    db.session.refresh(organisatie)
    assert organisatie.instellingen == {}


def test_all_can_be_put_back(beheerder, organisatie):
    send(beheerder, sessie_idle="15", steunpunt_controle="2")
    assert beheerder.post(PAD + "/standaard").status_code == 303
    db.session.refresh(organisatie)
    assert organisatie.instellingen == {}

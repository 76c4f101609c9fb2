"""One's own account: telephone, password, sessions."""

import pytest

from vob.core.permissions import Rol
from vob.data import AuditRegel, db
from vob.gebruikers.models import Sessie
from vob.gebruikers.wachtwoorden import is_wachtwoord

from ..pages import form_data, read_page, text_of
from .conftest import WACHTWOORD, log_in

NIEUW = "een heel ander wachtwoord"


def test_the_page_shows_who_one_is_in_the_words_of_the_organisation(client_for):
    page = read_page(client_for(Rol.GRIFFIER).get("/profiel"))
    assert "Griffier" in text_of(page, "#gegevens")
    assert "dit apparaat" in text_of(page, "#sessies")


def test_the_telephone_number_can_be_changed(client_of, ada):
    client = client_of(ada)
    data = form_data(read_page(client.get("/profiel")), "#gegevens form") | {
        "telefoon": " 0555-1234 "
    }
    assert client.post("/profiel", data=data).status_code == 303
    db.session.refresh(ada)
    assert ada.telefoon == "0555-1234"


def test_an_old_form_does_not_overwrite(client_of, ada):
    client = client_of(ada)
    data = form_data(read_page(client.get("/profiel")), "#gegevens form") | {"telefoon": "1"}
    client.post("/profiel", data=data)
    answer = client.post("/profiel", data=data | {"telefoon": "2"})
    assert answer.status_code == 409
    db.session.refresh(ada)
    assert ada.telefoon == "1"


def test_a_new_password_ends_the_other_sessions_at_once(app, client_of, ada):
    elsewhere, client = client_of(ada), client_of(ada)
    data = {"huidig": WACHTWOORD, "nieuw": NIEUW, "herhaal": NIEUW}
    assert client.post("/profiel/wachtwoord", data=data).status_code == 303
    assert client.get("/profiel").status_code == 200
    assert elsewhere.get("/profiel").status_code == 303
    assert log_in(app.test_client(), ada.email).status_code == 422
    assert log_in(app.test_client(), ada.email, NIEUW).status_code == 303


def test_who_sits_at_an_open_session_cannot_guess_the_password(client_of, ada):
    client = client_of(ada)
    data = {"huidig": "geraden", "nieuw": NIEUW, "herhaal": NIEUW}
    for _ in range(5):
        client.post("/profiel/wachtwoord", data=data)
    answer = client.post("/profiel/wachtwoord", data=data | {"huidig": WACHTWOORD})
    assert answer.status_code == 422
    assert "Te vaak geprobeerd" in text_of(read_page(answer), "#huidig-fout")
    acts = db.session.scalars(db.select(AuditRegel.actie).filter_by(object_id=ada.id)).all()
    assert acts.count("wachtwoord wijzigen mislukt") == 5


@pytest.mark.parametrize(
    ("data", "veld"),
    [
        ({"huidig": "fout", "nieuw": NIEUW, "herhaal": NIEUW}, "huidig"),
        ({"huidig": WACHTWOORD, "nieuw": NIEUW, "herhaal": "anders"}, "herhaal"),
        ({"huidig": WACHTWOORD, "nieuw": "kort", "herhaal": "kort"}, "nieuw"),
        ({"huidig": WACHTWOORD, "nieuw": "Ada Lovelace", "herhaal": "Ada Lovelace"}, "nieuw"),
        ({}, "huidig"),
    ],
)
def test_a_wrong_or_weak_password_is_said_at_its_field(client_of, ada, data, veld):
    answer = client_of(ada).post("/profiel/wachtwoord", data=data)
    assert answer.status_code == 422
    assert read_page(answer).select_one(f"#{veld}-fout")
    db.session.refresh(ada)
    assert is_wachtwoord(ada.wachtwoord_hash, WACHTWOORD)


def test_a_session_elsewhere_can_be_ended(client_of, ada):
    elsewhere = client_of(ada)
    client = client_of(ada)
    page = read_page(client.get("/profiel"))
    url = page.select_one("#sessies form")["action"]
    assert client.post(url).status_code == 303
    assert elsewhere.get("/profiel").status_code == 303
    assert client.get("/profiel").status_code == 200


def test_the_session_of_someone_else_does_not_exist_for_me(client_of, ada, client_for):
    client_of(ada)
    id = db.session.scalars(db.select(Sessie.id).filter_by(gebruiker_id=ada.id)).one()
    stranger = client_for(Rol.BEHEERDER)
    assert stranger.post(f"/profiel/sessies/{id}/beeindigen").status_code == 404
    assert stranger.post("/profiel/sessies/999/beeindigen").status_code == 404

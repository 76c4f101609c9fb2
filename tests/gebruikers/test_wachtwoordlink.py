"""Choosing a password by a link: once, for a week, by someone who may log in."""

import unicodedata
from datetime import timedelta

import pytest
import time_machine

from vob.core.clock import nu
from vob.data import AuditRegel, db
from vob.gebruikers.uitnodigen import (
    find_wachtwoordlink,
    make_wachtwoordlink,
    use_wachtwoordlink,
)

from ..pages import read_page, text_of
from .conftest import WACHTWOORD, log_in

NIEUW = {"nieuw": "een heel ander wachtwoord", "herhaal": "een heel ander wachtwoord"}


@pytest.fixture
def link(app, ada) -> str:
    with app.test_request_context():
        pad = make_wachtwoordlink(ada)
        db.session.commit()
    return pad


def test_the_link_sets_a_password_once(app, ada, client_of, link):
    inside = client_of(ada)
    client = app.test_client()
    assert ada.naam in text_of(read_page(client.get(link)), "main")
    assert client.post(link, data=NIEUW).location == "/inloggen"
    assert client.get(link).status_code == 404
    assert client.post(link, data=NIEUW).status_code == 404
    assert inside.get("/profiel").status_code == 303, "sessions from before have ended"
    assert log_in(client, ada.email, NIEUW["nieuw"]).status_code == 303


def test_of_two_at_once_one_gets_the_link(app, link):
    found = find_wachtwoordlink(link.rpartition("/")[2])
    assert [use_wachtwoordlink(found), use_wachtwoordlink(found)] == [True, False]


def test_a_weak_password_leaves_the_link_as_it_was(app, ada, link):
    client = app.test_client()
    answer = client.post(link, data={"nieuw": "kort", "herhaal": "kort"})
    assert answer.status_code == 422
    assert "ten minste 12 tekens" in text_of(read_page(answer), "#nieuw-fout")
    assert client.get(link).status_code == 200


def test_a_newer_link_ends_the_older(app, ada, link):
    with app.test_request_context():
        newer = make_wachtwoordlink(ada)
        db.session.commit()
    client = app.test_client()
    assert client.get(link).status_code == 404
    assert client.get(newer).status_code == 200


def test_after_a_week_it_is_over(app, link):
    with time_machine.travel(nu() + timedelta(days=7, seconds=1), tick=False):
        page = read_page(app.test_client().get(link))
    assert "vraag de beheerder om een nieuwe link" in page.text


def test_someone_disabled_and_an_invented_link_get_the_same_page(app, ada, link):
    ada.is_actief = False
    db.session.commit()
    client = app.test_client()
    answers = {client.get(pad).text for pad in (link, "/wachtwoord/verzonnen")}
    assert len(answers) == 1


def test_the_log_has_the_act_and_not_the_key(app, ada, link):
    app.test_client().post(link, data=NIEUW)
    acts = db.session.scalars(db.select(AuditRegel.actie).filter_by(object_id=ada.id)).all()
    assert {"wachtwoordlink gemaakt", "wachtwoord ingesteld"} <= set(acts)
    assert log_in(app.test_client(), ada.email, WACHTWOORD).status_code == 422


def test_every_space_counts_and_composed_letters_are_equal(app, ada, link):
    wachtwoord = " café met spaties eromheen "
    app.test_client().post(link, data={"nieuw": wachtwoord, "herhaal": wachtwoord})
    for poging, in_ in ((wachtwoord, True), (wachtwoord.strip(), False)):
        decomposed = unicodedata.normalize("NFD", poging)
        assert (log_in(app.test_client(), ada.email, decomposed).status_code == 303) is in_

"""Drafts: what someone typed is kept, comes back, and goes when it was sent."""

from datetime import timedelta

import pytest
import time_machine

from vob.concepten.models import Concept
from vob.concepten.operations import MAXIMAAL, store
from vob.core.clock import nu
from vob.core.permissions import Rol
from vob.data import db
from vob.data.db import Base

from ..pages import HTMX, form_data, read_fragment, read_page, text_of

PAD = "/acties/nieuw"


@pytest.fixture
def client(client_for):
    return client_for(Rol.COORDINATOR)


def fill(client, **velden):
    return form_data(read_page(client.get(PAD)), f"form[action='{PAD}']") | velden


def autosave(client, **velden):
    return client.post("/concepten/", data=fill(client, **velden), headers=HTMX)


def kept() -> list[Concept]:
    return list(db.session.scalars(db.select(Concept)))


def test_what_is_typed_is_kept_and_comes_back(client):
    answer = autosave(client, titel="Afspraak met de bode", toelichting="Regel één\nRegel twee")
    assert "Concept bewaard om" in text_of(read_fragment(answer), "#concept-status")
    page = read_page(client.get(PAD))
    assert page.select_one("#titel")["value"] == "Afspraak met de bode"
    assert page.select_one("#toelichting").text.strip() == "Regel één\nRegel twee"
    assert "staat er weer" in text_of(page, "#concept-status")


def test_keeping_again_replaces(client):
    autosave(client, titel="Eerst")
    autosave(client, titel="Later")
    assert [concept.velden["titel"] for concept in kept()] == [["Later"]]


def test_a_draft_is_of_one_person(client, client_for):
    autosave(client, titel="Alleen van mij")
    assert "Alleen van mij" not in client_for(Rol.COORDINATOR).get(PAD).text


def test_nothing_typed_keeps_nothing_and_secrets_are_never_kept(client):
    client.post("/concepten/", data={"_pad": PAD, "eenmalig": "x", "titel": "  "})
    assert kept() == []
    velden = {"_pad": PAD, "titel": "t", "wachtwoord": "geheim", "foto": "[object File]"}
    client.post("/concepten/", data=velden)
    assert [concept.velden for concept in kept()] == [{"titel": ["t"]}]


def test_the_database_holds_no_readable_text(client):
    autosave(client, titel="Zeer herkenbare tekst")
    raw = db.session.connection().exec_driver_sql("select velden from concept").scalar()
    assert b"herkenbare" not in bytes(raw)


def test_sending_the_form_lets_go_of_the_draft(client):
    data = fill(client, titel="Klaar", uiterlijk="2027-01-01")
    client.post("/concepten/", data=data)
    assert client.post(PAD, data=data).status_code == 303
    assert kept() == []
    late = client.post("/concepten/", data=data, headers=HTMX)  # it was already on its way
    assert (late.status_code, kept()) == (200, [])


def test_a_form_with_an_error_keeps_its_draft(client):
    data = fill(client, titel="")
    client.post("/concepten/", data=data | {"toelichting": "bewaar dit"})
    assert client.post(PAD, data=data).status_code == 422
    assert len(kept()) == 1


def test_a_draft_can_be_thrown_away_without_javascript(client):
    autosave(client, titel="Weg ermee")
    page = read_page(client.get(PAD))
    button = page.select_one("#concept-status button")
    assert button["formenctype"] == "application/x-www-form-urlencoded", "no file travels along"
    answer = client.post(button["formaction"], data=form_data(page, f"form[action='{PAD}']"))
    assert answer.status_code == 303
    assert kept() == []


@pytest.mark.parametrize("pad", ["", "https://kwaad.example", "x", "/" + "a" * 200])
def test_a_draft_belongs_to_a_page_of_ours(client, pad):
    assert client.post("/concepten/", data={"_pad": pad, "titel": "x"}).status_code == 400
    assert client.post("/concepten/weggooien", data={"_pad": pad}).status_code == 400


def test_drafts_end_after_a_month_and_when_there_are_many(app, client, make_gebruiker):
    gebruiker = make_gebruiker(Rol.MEDEWERKER)
    with app.test_request_context(method="POST", data={"titel": "x"}):
        for nummer in range(MAXIMAAL + 3):
            store(gebruiker.id, f"/acties/{nummer}")
        assert len(kept()) == MAXIMAAL
        with time_machine.travel(nu() + timedelta(days=31), tick=False):
            store(gebruiker.id, "/acties/nu")
    assert [concept.pad for concept in kept()] == ["/acties/nu"]


def test_a_draft_is_in_no_audit_payload(client):
    autosave(client, titel="Zeer herkenbare tekst")
    with db.engine.connect() as connection:
        inhoud = connection.execute(db.select(Base.metadata.tables["audit_inhoud"].c.inhoud))
        assert not any("herkenbare" in text for text in inhoud.scalars())

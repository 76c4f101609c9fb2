"""The session ended while someone typed: to login and back, with every character."""

from datetime import timedelta

import pytest
import time_machine

from vob.acties.models import Actie
from vob.concepten.models import Concept
from vob.core.clock import nu, vandaag
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.sessies import end_sessies

from ..gebruikers.conftest import ada, log_in  # noqa: F401 - `ada` is a fixture
from ..pages import HTMX, form_data, read_page, text_of

PAD = "/acties/nieuw"
LANG = "".join(f"{n:05} Een lange tekst met é en €.\n" for n in range(625))[:20_000].strip()


@pytest.fixture
def schrijver(ada):  # noqa: F811 - idem
    ada.rollen = [Rol.COORDINATOR]
    db.session.commit()
    return ada


@pytest.fixture
def form(client_of, schrijver):
    """A client with a form open, and what it is about to send."""
    client = client_of(schrijver)
    data = form_data(read_page(client.get(PAD)), f"form[action='{PAD}']")
    return client, data | {"titel": "Blijf staan", "toelichting": LANG}


def test_to_login_and_back_with_every_character(form, schrijver):
    client, data = form
    referrer = {"Referer": f"http://localhost{PAD}"}
    with time_machine.travel(nu() + timedelta(minutes=31), tick=False):
        answer = client.post(PAD, data=data, headers=referrer)
        assert (answer.status_code, answer.location) == (303, f"/inloggen?next={PAD}")
        back = log_in(client, schrijver.email, query_string={"next": PAD})
        page = read_page(client.get(back.location))
    assert page.select_one("#titel")["value"] == "Blijf staan"
    assert page.select_one("#toelichting").text.removeprefix("\r\n").strip() == LANG


def test_saving_by_itself_with_a_dead_session_keeps_it_for_the_form(form):
    client, data = form
    with time_machine.travel(nu() + timedelta(minutes=31), tick=False):
        headers = HTMX | {"Referer": f"http://localhost{PAD}"}
        answer = client.post("/concepten/", data=data, headers=headers)
    assert answer.status_code == 401
    assert answer.headers["HX-Redirect"] == f"/inloggen?next={PAD}"
    assert db.session.scalars(db.select(Concept.pad)).all() == [PAD]


@pytest.mark.parametrize(("uren", "bewaard"), [(16, True), (25, False)])
def test_who_sends_it_the_next_morning_loses_nothing_and_an_old_key_writes_nothing(
    form, uren, bewaard
):
    client, data = form
    with time_machine.travel(nu() + timedelta(hours=uren), tick=False):
        client.post(PAD, data=data, headers={"Referer": f"http://localhost{PAD}"})
    assert bool(db.session.scalars(db.select(Concept)).all()) is bewaard


def test_a_session_that_was_ended_writes_in_nobodys_drafts(form, client_of, schrijver):
    client, data = form
    end_sessies(schrijver.id)
    db.session.commit()
    client.post(PAD, data=data, headers={"Referer": f"http://localhost{PAD}"})
    assert not db.session.scalars(db.select(Concept)).all()


def test_saving_by_itself_does_not_keep_a_session_alive(form):
    client, data = form
    with time_machine.travel(nu(), tick=False) as clock:
        for _ in range(3):
            clock.shift(timedelta(minutes=9))
            assert client.post("/concepten/", data=data, headers=HTMX).status_code == 200
        clock.shift(timedelta(minutes=4))
        assert client.get(PAD).status_code == 303


def test_someone_else_who_logs_in_there_sees_nothing(form, client_for):
    client, data = form
    with time_machine.travel(nu() + timedelta(minutes=31), tick=False):
        client.post(PAD, data=data)
        assert "Blijf staan" not in client_for(Rol.COORDINATOR).get(PAD).text


def test_after_twelve_hours_it_is_gone(form, client_of, schrijver):
    client, data = form
    with time_machine.travel(nu() + timedelta(minutes=31), tick=False) as clock:
        client.post(PAD, data=data)
        clock.shift(timedelta(hours=12, seconds=1))
        assert "Blijf staan" not in client_of(schrijver).get(PAD).text


def test_nothing_is_kept_without_a_session_or_for_someone_disabled(app, form, schrijver):
    client, data = form
    app.test_client().post(PAD, data=data)
    schrijver.is_actief = False
    db.session.commit()
    client.post(PAD, data=data)
    assert db.session.scalars(db.select(Concept)).all() == []


def make_own_actie(eigenaar):
    actie = Actie(
        titel="x", eigenaar_id=eigenaar.id, gemaakt_door_id=eigenaar.id, uiterlijk=vandaag()
    )
    db.session.add(actie)
    db.session.commit()
    return f"/acties/{actie.id}"


def test_a_form_that_keeps_no_draft_by_itself_also_comes_back(client_of, schrijver):
    pad = make_own_actie(schrijver)
    client = client_of(schrijver)
    data = form_data(read_page(client.get(pad)), "main form") | {"toelichting": "De bode belde"}
    data["naar"] = "gedaan"
    with time_machine.travel(nu() + timedelta(minutes=31), tick=False):
        referrer = {"Referer": f"http://localhost{pad}"}
        answer = client.post(f"{pad}/status", data=data, headers=referrer)
        inloggen = text_of(read_page(client.get(answer.location)), "main")
        assert "Uw sessie is verlopen." in inloggen
        assert "Wat u had getypt, is bewaard." in inloggen
        log_in(client, schrijver.email, query_string={"next": pad})
        page = read_page(client.get(pad))
        assert page.select_one("#toelichting").text.strip() == "De bode belde"
        assert "staat nog in het formulier" in text_of(page, "body")
        assert client.post(f"{pad}/status", data=data).status_code == 303
        assert db.session.scalars(db.select(Concept)).all() == [], "sent: no draft any more"


def test_who_logs_in_for_the_first_time_reads_of_no_session(client_of, schrijver, app):
    page = read_page(app.test_client().get(f"/inloggen?next={PAD}"))
    assert "verlopen" not in text_of(page, "main")

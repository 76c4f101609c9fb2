"""The session ended while someone typed: to login and back, with every character."""

from datetime import timedelta

import pytest
import time_machine

from vob.concepten.models import Concept
from vob.core.clock import nu
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.sessies import end_sessies

from ..gebruikers.conftest import ada, log_in  # noqa: F401 - `ada` is a fixture
from ..pages import HTMX, form_data, read_page

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

"""Logging in: who gets in, and what someone who does not gets to know."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
import time_machine

from vob.core.clock import nu
from vob.core.permissions import Rol
from vob.data import AuditRegel, db
from vob.gebruikers.models import Sessie
from vob.gebruikers.sessies import COOKIE_SLEUTEL

from ..pages import form_data, read_page, text_of
from .conftest import WACHTWOORD, log_in


def test_with_the_right_password_one_is_in(app, ada):
    client = app.test_client()
    answer = log_in(client, " ADA@waterrijk.example ")
    assert (answer.status_code, answer.location) == (303, "/")
    page = read_page(client.get("/profiel"))
    assert "ada@waterrijk.example" in page.text
    acts = db.session.scalars(db.select(AuditRegel.actie).filter_by(actor_id=ada.id)).all()
    assert "ingelogd" in acts


def test_nobody_learns_which_accounts_exist(app, ada, make_gebruiker):
    make_gebruiker(
        email="weg@waterrijk.example", is_actief=False, wachtwoord_hash=ada.wachtwoord_hash
    )
    make_gebruiker(email="nieuw@waterrijk.example")  # invited, no password yet
    answers = set()
    for email in ("ada", "weg", "nieuw", "onbekend"):
        wachtwoord = WACHTWOORD if email == "weg" else "helemaal fout"
        answer = log_in(app.test_client(), f"{email}@waterrijk.example", wachtwoord)
        text = re.sub(r'name="csrf_token" value="[^"]*"', "", answer.text)
        answers.add((answer.status_code, text.replace(f"{email}@", "x@")))
    assert len(answers) == 1
    status, text = answers.pop()
    assert status == 422
    assert "Het e-mailadres of het wachtwoord klopt niet." in text


@pytest.mark.parametrize("email", ["ada@waterrijk.example", "onbekend@waterrijk.example"])
def test_after_five_failures_one_waits_ever_longer(app, ada, email):
    client = app.test_client()
    with time_machine.travel(nu(), tick=False) as clock:
        for _ in range(5):
            log_in(client, email, "helemaal fout")
        assert "Wacht 3 seconden" in log_in(client, email).text
        clock.shift(timedelta(seconds=3))
        log_in(client, email, "helemaal fout")
        assert "Wacht 5 seconden" in log_in(client, email).text


def test_of_forty_tries_at_once_no_more_get_through_than_of_forty_in_a_row(app, ada):
    email = ada.email

    def attempt(_: int) -> bool:
        with app.app_context():  # of this thread
            answer = log_in(app.test_client(), email, "helemaal fout")
        return "Te vaak geprobeerd" in answer.text

    with time_machine.travel(nu(), tick=False), ThreadPoolExecutor(8) as pool:
        refused = sum(pool.map(attempt, range(40)))
    assert refused == 35


def test_waiting_is_never_for_good_and_not_for_another_address(app, ada):
    client = app.test_client()
    with time_machine.travel(nu(), tick=False) as clock:
        for _ in range(6):
            log_in(client, ada.email, "helemaal fout")
        elsewhere = log_in(app.test_client(), ada.email, environ_base={"REMOTE_ADDR": "10.0.0.9"})
        assert elsewhere.status_code == 303
        clock.shift(timedelta(minutes=5))
        assert log_in(client, ada.email).status_code == 303


def test_the_session_gets_a_new_key_at_login(app, ada):
    client = app.test_client()
    log_in(client, ada.email)
    with client.session_transaction() as session:
        first = session[COOKIE_SLEUTEL]
        session["meegebracht"] = "van de aanvaller"
    log_in(client, ada.email)
    with client.session_transaction() as session:
        assert session[COOKIE_SLEUTEL] != first
        assert "meegebracht" not in session
    stored = db.session.scalars(db.select(Sessie.sleutel_hash)).all()
    assert first not in stored, "only its hash is kept"


@pytest.mark.parametrize(
    ("gevraagd", "naar"),
    [
        ("/profiel", "/profiel"),
        ("/incidenten/?status=open&q=x", "/incidenten/?status=open&q=x"),
        ("", "/"),
        ("https://kwaad.example", "/"),
        ("//kwaad.example", "/"),
        ("/\\kwaad.example", "/"),
        ("/\t/kwaad.example", "/"),
        ("javascript:alert(1)", "/"),
        ("/inloggen?next=/inloggen", "/"),
    ],
)
def test_login_leads_on_to_our_own_pages_only(app, ada, gevraagd, naar):
    answer = log_in(app.test_client(), ada.email, query_string={"next": gevraagd})
    assert answer.location == naar


@pytest.mark.parametrize("rommel", ["a\x00b@x.nl", "a\r\nBcc: b@x.nl", "é" * 5000, "' or 1=1 --"])
def test_rubbish_is_only_a_wrong_name(app, rommel):
    assert log_in(app.test_client(), rommel, rommel).status_code == 422


def test_what_is_missing_is_said_at_the_field(app):
    page = read_page(app.test_client().post("/inloggen", data={}))
    assert "Vul uw e-mailadres in." in text_of(page, "#email-fout")
    assert page.select_one("#wachtwoord-fout")


def test_a_demo_lists_its_accounts_and_logs_in_with_one_press(app, organisatie, ada, monkeypatch):
    assert "veilig-bestuur-2026" not in app.test_client().get("/inloggen").text
    organisatie.is_demo = True
    db.session.commit()
    page = read_page(app.test_client().get("/inloggen"))
    assert "ada@waterrijk.example" in page.text
    data = form_data(page, "form.knopvorm")
    assert (data["email"], data["wachtwoord"]) == (ada.email, "veilig-bestuur-2026")


def test_logging_out_ends_the_session_and_empties_the_browser(app, ada):
    client = app.test_client()
    log_in(client, ada.email)
    with client.session_transaction() as session:
        stolen = session[COOKIE_SLEUTEL]
    answer = client.post("/uitloggen")
    assert answer.status_code == 303
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    thief = app.test_client()
    with thief.session_transaction() as session:
        session[COOKIE_SLEUTEL] = stolen
    assert thief.get("/profiel").location.startswith("/inloggen")


@pytest.mark.parametrize(("minuten", "in_"), [(29, True), (31, False)])
def test_doing_nothing_logs_out(app, client_for, minuten, in_):
    client = client_for(Rol.MEDEWERKER)
    with time_machine.travel(nu() + timedelta(minutes=minuten), tick=False):
        assert (client.get("/profiel").status_code == 200) is in_


def test_after_ten_hours_one_logs_in_again_however_busy(app, client_for):
    client = client_for(Rol.MEDEWERKER)
    with time_machine.travel(nu(), tick=False) as clock:
        for _ in range(29):
            clock.shift(timedelta(minutes=20))
            assert client.get("/profiel").status_code == 200
        clock.shift(timedelta(minutes=21))
        assert client.get("/profiel").status_code == 303

"""A refusal is a sentence, as a page or as a message; never a stack trace."""

from pathlib import Path

import pytest

from vob import create_app
from vob.core.permissions import Rol
from vob.data import db

from ..conftest import settings
from ..pages import HTMX, read_fragment, read_page


def test_htmx_gets_the_refusal_where_refusals_are_said(client_for):
    r = client_for(Rol.MEDEWERKER).get("/bestaat-niet", headers=HTMX)
    assert r.headers["HX-Retarget"] == "#melding"
    assert read_fragment(r).select_one("#melding[role=alert]")


def test_a_wrong_method_is_a_sentence(client_for):
    r = client_for(Rol.MEDEWERKER).post("/gezond")
    assert r.status_code == 405
    assert "Dat kan op deze pagina niet." in read_page(r).text


def test_a_body_that_is_too_large_is_a_sentence(client_for):
    r = client_for(Rol.MEDEWERKER).post("/profiel", data={"telefoon": "x" * 3_000_000})
    assert r.status_code == 413
    assert "te groot" in read_page(r).text


@pytest.mark.parametrize(
    ("vandaan", "terug"),
    [
        ("http://localhost/profiel?x=1", ["/profiel?x=1", "/"]),
        ("https://elders.example/profiel", ["/"]),
        ("http://localhost//elders.example", ["/"]),
        ("", ["/"]),
    ],
)
def test_a_refusal_leads_back_to_where_one_was(client_for, vandaan, terug):
    data, headers = {"telefoon": "x" * 3_000_000}, {"Referer": vandaan}
    r = client_for(Rol.MEDEWERKER).post("/profiel", data=data, headers=headers)
    assert r.status_code == 413
    assert [a["href"] for a in read_page(r).select("main .acties a")] == terug


def test_a_stale_form_token_says_what_to_do(client_for, app):
    app.config["WTF_CSRF_ENABLED"] = True
    try:
        r = client_for(Rol.MEDEWERKER).post("/profiel", data={"telefoon": "1"})
    finally:
        app.config["WTF_CSRF_ENABLED"] = False
    assert r.status_code == 400
    assert "verlopen" in read_page(r).text


def test_an_unforeseen_fault_is_one_calm_sentence(client_for, app, monkeypatch):
    app.config["PROPAGATE_EXCEPTIONS"] = False
    monkeypatch.setitem(app.view_functions, "gebruikers.show_profiel", _broken(app))
    r = client_for(Rol.MEDEWERKER).get("/profiel")
    assert r.status_code == 500
    assert "geheim" not in r.text
    assert "bel dan de beheerder" in read_page(r).text


def _broken(app):
    def view():
        raise RuntimeError("geheim")

    view.access = app.view_functions["gebruikers.show_profiel"].access
    return view


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_database_that_is_gone_is_a_sentence_and_not_healthy(tmp_path: Path, headers):
    gone = settings(tmp_path) | {"SQLALCHEMY_DATABASE_URI": f"sqlite:///{tmp_path / 'leeg.db'}"}
    app = create_app(gone)
    client = app.test_client()
    r = client.get("/inloggen", headers=headers)
    assert r.status_code == 503
    assert "Opslaan lukt nu niet" in r.text
    assert client.get("/gezond").status_code == 503
    with app.app_context():
        db.engine.dispose()

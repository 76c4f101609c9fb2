"""A walk over every route: who gets in without a login, without a token, without a right."""

import re
from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from vob.core.permissions import RECHTEN, Recht, Rol

from ..pages import HTMX
from .conftest import address, routes


@pytest.fixture
def met_csrf(app: Flask) -> Iterator[Flask]:
    """As in production; other tests leave the token out."""
    app.config["WTF_CSRF_ENABLED"] = True
    yield app
    app.config["WTF_CSRF_ENABLED"] = False


def test_a_visitor_is_sent_to_the_login_from_every_page(app: Flask) -> None:
    client = app.test_client()
    for rule in routes(app, "GET"):
        r = client.get(address(rule))
        assert r.status_code == 303, rule.rule
        assert r.location.startswith("/inloggen"), rule.rule


def test_a_visitor_gets_no_fragment_and_writes_nothing(app: Flask) -> None:
    client = app.test_client()
    for method in ("GET", "POST"):
        for rule in routes(app, method):
            r = client.open(address(rule), method=method, headers=HTMX)
            assert r.status_code == 401, rule.rule
            assert not r.data, rule.rule


def test_no_write_goes_without_its_token(met_csrf: Flask, wijd: FlaskClient) -> None:
    for rule in routes(met_csrf, "POST", public=True):
        for headers in ({}, HTMX, {"X-CSRFToken": "onzin"}):
            r = wijd.post(address(rule), headers=headers)
            assert r.status_code == 400, (rule.rule, r.status_code)


def test_a_token_of_another_session_is_refused(
    met_csrf: Flask, wijd: FlaskClient, client_for: Callable[..., FlaskClient]
) -> None:
    pagina = client_for(Rol.MEDEWERKER).get("/profiel").text
    token = re.findall(r'name="csrf_token"[^>]*value="([^"]+)"', pagina)[0]
    wijd.get("/profiel")
    assert wijd.post("/profiel", data={"csrf_token": token, "telefoon": "1"}).status_code == 400


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_no_write_comes_from_another_site(app: Flask, wijd: FlaskClient, site: str) -> None:
    for rule in routes(app, "POST", public=True):
        r = wijd.post(address(rule), headers={"Sec-Fetch-Site": site})
        assert r.status_code == 403, rule.rule


@pytest.mark.parametrize("rol", Rol)
def test_every_route_refuses_whoever_lacks_its_right(
    app: Flask, client_for: Callable[..., FlaskClient], rol: Rol
) -> None:
    client = client_for(rol)
    for method in ("GET", "POST"):
        for rule in routes(app, method):
            if app.view_functions[rule.endpoint].access not in RECHTEN[rol]:
                assert client.open(address(rule), method=method).status_code == 403, rule.rule


def test_it_administrates_and_sees_no_case(app: Flask) -> None:
    """What the administrator may, is named here: a right more is a decision."""
    extra = RECHTEN[Rol.BEHEERDER] - RECHTEN[Rol.MEDEWERKER]
    assert extra == {
        Recht.BERICHT_INZIEN,
        Recht.GEBRUIKER_BEHEREN,
        Recht.ORGANISATIE_BEHEREN,
        Recht.STEUNPUNT_BEHEREN,
    }

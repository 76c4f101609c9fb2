"""The gate: closed unless declared open."""

import json
import logging

import pytest
from flask import request

from vob import create_app
from vob.core.permissions import Rol

from ..conftest import settings
from ..pages import HTMX, read_page


def test_anonymous_is_sent_to_login_and_back(app):
    r = app.test_client().get("/profiel?x=1")
    assert (r.status_code, r.location) == (303, "/inloggen?next=/profiel?x%3D1")


def test_htmx_is_told_to_leave_the_page(app):
    r = app.test_client().post("/profiel", headers=HTMX)
    assert (r.status_code, r.headers["HX-Redirect"]) == (401, "/inloggen?next=/profiel")


def test_unknown_page_is_404_in_words(client_for):
    r = client_for(Rol.MEDEWERKER).get("/bestaat-niet")
    assert r.status_code == 404
    assert "niet voor u bestemd" in read_page(r).text


def test_a_role_without_the_right_is_refused(client_for):
    r = client_for(Rol.MEDEWERKER).get("/beheer/gebruikers/")
    assert r.status_code == 403
    assert "geen recht" in read_page(r).text


def test_the_gate_itself_is_closed_for_a_route_that_forgot(app, client_for):
    view = app.view_functions["gebruikers.show_profiel"]
    access = view.access
    del view.access
    try:
        assert client_for(Rol.BEHEERDER).get("/profiel").status_code == 403
    finally:
        view.access = access


@pytest.mark.parametrize(("site", "status"), [("cross-site", 403), ("same-site", 403)])
def test_a_write_from_another_site_is_refused(client_for, site, status):
    r = client_for(Rol.MEDEWERKER).post("/profiel", headers={"Sec-Fetch-Site": site})
    assert r.status_code == status


def test_each_decision_is_logged_with_ids_only(client_for, caplog):
    logger = logging.getLogger("vob.toegang")
    logger.addHandler(caplog.handler)
    try:
        client_for(Rol.MEDEWERKER).get("/beheer/gebruikers/?naam=geheim")
    finally:
        logger.removeHandler(caplog.handler)
    line = json.loads(caplog.records[-1].getMessage())
    assert line["resultaat"] == "geweigerd"
    assert "geheim" not in caplog.text


def test_health_needs_no_login_and_says_nothing_else(app):
    r = app.test_client().get("/gezond")
    assert (r.status_code, r.json) == (200, {"status": "ok"})


@pytest.mark.parametrize(("proxy", "adres"), [(False, "127.0.0.1"), (True, "10.0.0.9")])
def test_the_address_of_a_proxy_is_believed_only_when_told_so(tmp_path, proxy, adres):
    seen = []
    app = create_app(settings(tmp_path) | {"PROXY": proxy})
    app.before_request(lambda: seen.append(request.remote_addr))
    app.test_client().get("/static/css/vob.css", headers={"X-Forwarded-For": "10.0.0.9"})
    assert seen == [adres]

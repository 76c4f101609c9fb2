"""Whatever stands in an address or a date field: an answer, never a fault (veiligheid.md R22)."""

import base64
import json
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from vob.core.clock import vandaag
from vob.core.permissions import Rol
from vob.gebruikers.models import Gebruiker

from ..incidenten.conftest import melding
from ..pages import form_data, read_page
from .conftest import address, routes


def cursor(*plek: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(plek).encode()).decode()


NAMEN = (
    *("q", "na", "voor", "status", "sort", "soort", "welke", "eigenaar", "van", "tot", "met", "id"),
    *("actor", "actie", "tabel", "rol", "staat", "behandelaar", "vorm", "kanaal", "getroffene"),
    *("ernst", "periode", "groep", "oordeel", "next"),
)
VIJANDIG = (
    "abc\x00def",
    "\ud800",
    "9" * 25,
    "9" * 5000,
    "0001-01-01",
    "9999-12-31",
    "a\r\nX-Evil: 1",
    '" OR NEAR(a b) *',
    "%_'; drop table incident; --",
    cursor("\ud800", 1),
    cursor("a\x00b", 1),
    cursor({"t": "0001-01-01T00:00:00+14:00"}, 1),
    cursor({"d": "9999-12-31"}, 10**30),
)


@pytest.mark.parametrize("waarde", VIJANDIG, ids=range(len(VIJANDIG)))
def test_no_query_breaks_a_page(app: Flask, wijd: FlaskClient, waarde: str) -> None:
    vraag = {naam: waarde.encode("utf-8", "replace") for naam in NAMEN}
    for rule in routes(app, "GET", public=True):
        if rule.rule.endswith(".pdf"):
            continue  # the child process that makes a PDF reads no query
        r = wijd.get(address(rule), query_string=vraag, buffered=True)  # also of a stream
        assert r.status_code < 500, (rule.rule, r.status_code)


@pytest.mark.parametrize(
    "slot",
    [
        {"int": "9" * 25, "string": "a\x00b"},
        {"int": "2147483648", "string": "9" * 500},
        {"int": "0", "string": "'--"},
    ],
)
def test_no_address_breaks_a_page(app: Flask, wijd: FlaskClient, slot: dict[str, str]) -> None:
    for method in ("GET", "POST"):
        for rule in routes(app, method, public=True):
            if "<" in rule.rule:
                r = wijd.open(address(rule, **slot, path="a\x00b"), method=method)
                assert r.status_code in (400, 404, 405, 422), (rule.rule, r.status_code)


@pytest.mark.parametrize("jaar", ["0001", "1899", "2201", "9999"])
def test_a_day_that_nobody_means_is_refused(wijd: FlaskClient, jaar: str) -> None:
    pad = "/beheer/organisatie/termijnen/nieuw"
    termijn = {"soort": "raad", "begin": f"{jaar}-01-01", "einde": f"{jaar}-12-31"}
    r = wijd.post(pad, data=termijn)
    assert r.status_code == 422
    assert "Vul een jaar in van 1900 tot en met 2200." in read_page(r).text


@pytest.mark.parametrize("veld", ["voorval_op", "voorval_tot"])
@pytest.mark.parametrize("moment", ["0001-01-01T00:00", "9999-12-31T23:59", "0000-00-00T00:00"])
def test_a_moment_that_nobody_means_is_refused(
    client_for: Callable[..., FlaskClient], veld: str, moment: str
) -> None:
    r = client_for(Rol.MEDEWERKER).post("/incidenten/melden", data=melding(**{veld: moment}))
    assert r.status_code == 422


def test_a_source_that_no_key_can_have_is_refused(iedereen: Gebruiker, wijd: FlaskClient) -> None:
    data = form_data(read_page(wijd.get("/acties/nieuw")), "main form[method=post]")
    data |= {"titel": "Slot", "eigenaar_id": str(iedereen.id), "uiterlijk": str(vandaag())}
    data |= {"bron_soort": "incident", "bron_id": "9" * 25}
    assert wijd.post("/acties/nieuw", data=data).status_code == 422

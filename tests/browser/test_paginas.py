"""Every page of a filled VOB, in every state, as a browser and a screen reader meet it.

`make test` looks once at each; `make toegankelijkheid` as every role, light and dark, wide and
narrow.
"""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser

from tests.browser.adressen import ADRESSEN, NO_PAGE, NOTHING_REQUIRED, Toestand
from tests.browser.bekijken import Kijker, View, choose, pages_of, stand
from tests.browser.server import Server
from tests.browser.wereld import fill
from vob.core.permissions import Rol

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def kijker(_app: Flask, chromium: Browser, _server: Server) -> Iterator[Kijker]:
    with stand(_app, fill) as (mensen, ids):
        kijker = Kijker(chromium, _server, mensen, ids)
        yield kijker
        kijker.close()


@pytest.mark.parametrize(("toestand", "rol", "views"), choose(filled=True))
def test_a_page_is_in_order(
    kijker: Kijker, toestand: Toestand, rol: Rol | None, views: list[View]
) -> None:
    faults = kijker.look(toestand, rol, views)
    assert not faults, "\n".join(faults)


def test_no_page_is_forgotten(app: Flask) -> None:
    known = {adres.endpoint for adres in ADRESSEN if 200 in {adres.status, adres.bare}} | set(
        NO_PAGE
    )
    assert pages_of(app) - known == set(), "give it a line in adressen.py"
    assert known - pages_of(app) == set(), "gone"


def test_every_form_is_also_shown_with_its_faults(app: Flask) -> None:
    forms = {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if {"GET", "POST"} <= (rule.methods or set())
    }
    shown = {adres.endpoint for adres in ADRESSEN if adres.empty} | set(NOTHING_REQUIRED)
    assert forms - shown == set(), "use _form in adressen.py"

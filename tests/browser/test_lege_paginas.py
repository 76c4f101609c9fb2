"""Every page of a VOB that was just set up: nothing in it yet, and the page says what to do."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser

from tests.browser.adressen import Toestand
from tests.browser.bekijken import Kijker, View, choose, stand
from tests.browser.server import Server
from tests.browser.wereld import Ids, make_mensen, make_organisatie
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker

pytestmark = pytest.mark.browser


def _set_up() -> tuple[dict[Rol, Gebruiker], Ids]:
    make_organisatie().is_demo = True  # so that logging in offers the accounts of a demo
    mensen = make_mensen()
    db.session.commit()
    return mensen, {}


@pytest.fixture(scope="module")
def kijker(_app: Flask, chromium: Browser, _server: Server) -> Iterator[Kijker]:
    with stand(_app, _set_up) as (mensen, ids):
        kijker = Kijker(chromium, _server, mensen, ids)
        yield kijker
        kijker.close()


@pytest.mark.parametrize(("toestand", "rol", "views"), choose(filled=False))
def test_an_empty_page_is_in_order(
    kijker: Kijker, toestand: Toestand, rol: Rol | None, views: list[View]
) -> None:
    faults = kijker.look(toestand, rol, views)
    assert not faults, "\n".join(faults)

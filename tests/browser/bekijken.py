"""Looking at every page: which window, what is done first, and what must be right."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser

from tests.browser.adressen import Toestand, states
from tests.browser.server import Server
from tests.browser.venster import (
    Venster,
    check_first_view,
    check_page,
    check_second_view,
    send_emptied,
    send_outdated,
)
from tests.browser.wereld import Ids
from tests.conftest import _empty
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker

VIEWS = [("light", 1280), ("dark", 320), ("dark", 1280), ("light", 320)]
ALLES = os.environ.get("VOB_TOEGANKELIJKHEID") == "alles"


def choose(*, filled: bool) -> list[Any]:
    """Each state as its widest role, in one of the first two views in turn; or everything."""
    toestanden = list(states(filled=filled))
    if not ALLES:
        return [_param(t, t.adres.rol, *VIEWS[n % 2]) for n, t in enumerate(toestanden)]
    return [
        _param(toestand, rol, *view)
        for toestand in toestanden
        for rol in (Rol if toestand.adres.rol else (None,))
        if rol == toestand.adres.rol or toestand.adres.status == 200
        for view in VIEWS
    ]


def _param(toestand: Toestand, rol: Rol | None, thema: str, breedte: int) -> Any:
    id = f"{toestand} {rol or 'uitgelogd'} {thema} {breedte}"
    return pytest.param(toestand, rol, thema, breedte, id=id)


class Kijker:
    """Keeps a window per user and view, as opening one takes longer than looking."""

    def __init__(
        self, browser: Browser, server: Server, mensen: dict[Rol, Gebruiker], ids: Ids
    ) -> None:
        self.browser, self.server, self.mensen, self.ids = browser, server, mensen, ids
        self.vensters: dict[Any, Venster] = {}

    def venster(self, rol: Rol | None, thema: str, breedte: int) -> Venster:
        key = (rol, thema, breedte)
        if key not in self.vensters:
            gebruiker = self.mensen[rol] if rol else None
            self.vensters[key] = Venster(
                self.browser, self.server, gebruiker, thema=thema, breedte=breedte
            )
        return self.vensters[key]

    def look(self, toestand: Toestand, rol: Rol | None, thema: str, breedte: int) -> list[str]:
        """The status first: on another page than meant there is nothing to check."""
        venster, adres = self.venster(rol, thema, breedte), toestand.adres
        if not toestand.act:
            venster.forget_files()
        response = venster.visit(adres.pad.format(**self.ids))
        faults = [] if toestand.act else check_first_view(self.server.verzoeken)
        if toestand.act and response.status < 400 and venster.page.locator(adres.form).count():
            self.server.verzoeken.clear()
            send = send_emptied if toestand.act == "empty" else send_outdated
            response = send(venster.page, adres.form)
            faults += check_second_view(self.server.verzoeken)
        if rol == adres.rol:
            assert response.status == toestand.status, f"{response.status} for {response.url}"
        return faults + check_page(venster, response)

    def close(self) -> None:
        for venster in self.vensters.values():
            venster.close()


@contextmanager
def stand(app: Flask, make: Any) -> Iterator[Any]:
    """A world that stays for all tests of a module: looking changes nothing."""
    with app.test_request_context():
        yield make()
        db.session.rollback()
        _empty()
        db.session.remove()
        db.session.info.clear()


def pages_of(app: Flask) -> set[str]:
    return {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}

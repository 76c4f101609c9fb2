"""Looking at every page: which window, what is done first, and what must be right."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
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
    check_view,
    send_emptied,
    send_outdated,
)
from tests.browser.wereld import Ids
from tests.conftest import _empty, settings
from vob import create_app
from vob.core.permissions import RECHTEN, Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker

OPENS = "details:not(.gebruiker)"  # one's own menu lies over what is below it
View = tuple[str, int]  # theme, width
VIEWS: list[View] = [("light", 1280), ("dark", 320), ("dark", 1280), ("light", 320)]
_MAP = tempfile.TemporaryDirectory()
ALLES = os.environ.get("VOB_TOEGANKELIJKHEID") == "alles"


def choose(*, filled: bool) -> list[Any]:
    """Each state as its widest role, in one of the first two views in turn; or everything."""
    toestanden = list(states(filled=filled))
    if not ALLES:
        return [_param(t, t.adres.rol, [VIEWS[n % 2]]) for n, t in enumerate(toestanden)]
    rechten = _read_rechten()
    params = [
        _param(toestand, rol, VIEWS) for toestand in toestanden for rol in _roles(toestand, rechten)
    ]
    return list({param.id: param for param in params}.values())  # some pages have a line for two


def _roles(toestand: Toestand, rechten: dict[str, Any]) -> list[Rol | None]:
    """Everyone who may open the page; one refusal looks like another, so that is seen once."""
    adres = toestand.adres
    if adres.status != 200 or adres.rol is None:
        return [adres.rol]
    recht = rechten[adres.endpoint]
    return [rol for rol in Rol if rol is adres.rol or recht in RECHTEN[rol]]


def _read_rechten() -> dict[str, Any]:
    """Its folder stays until the end: the log of this process writes there too from now on."""
    views = create_app(settings(Path(_MAP.name))).view_functions
    return {endpoint: view.access for endpoint, view in views.items()}  # type: ignore[attr-defined]  # set by its decorator


def _param(toestand: Toestand, rol: Rol | None, views: list[View]) -> Any:
    view = " ".join(str(part) for part in views[0]) if len(views) == 1 else "elk beeld"
    return pytest.param(toestand, rol, views, id=f"{toestand} {rol or 'uitgelogd'} {view}")


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

    def look(self, toestand: Toestand, rol: Rol | None, views: list[View]) -> list[str]:
        """Open the page in the first view, and look at the same page in the others.

        The status first: on another page than meant there is nothing to check.
        """
        venster, adres = self.venster(rol, *views[0]), toestand.adres
        if not toestand.act:
            venster.forget_files()
        response = venster.visit(adres.pad.format(**self.ids))
        faults = [] if toestand.act else check_first_view(self.server.verzoeken)
        if toestand.act == "opened":
            venster.page.eval_on_selector_all(OPENS, "all => all.forEach(e => e.open = true)")
        elif toestand.act and response.ok and venster.page.locator(adres.form).count():
            self.server.verzoeken.clear()
            send = send_emptied if toestand.act == "empty" else send_outdated
            response = send(venster.page, adres.form)
            faults += check_second_view(self.server.verzoeken)
        if rol == adres.rol:
            assert response.status == toestand.status, f"{response.status} for {response.url}"
        faults += check_page(venster, response)
        for view in views[1:]:
            venster.turn(*view)
            faults += [f"{view}: {fault}" for fault in check_view(venster)]
        if views[1:]:
            venster.turn(*views[0])
        return faults

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

"""Chromium, and the app behind a real socket."""

from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser

from tests.browser.server import Server, serve_app
from tests.browser.stage import open_chromium
from tests.browser.venster import Venster
from vob.gebruikers.models import Gebruiker

Open = Callable[..., Venster]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Per module: two of them cannot live in one thread, and other folders open their own."""
    with open_chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def _server(_app: Flask) -> Iterator[Server]:
    """As in production: a form carries its token, and everyone is asked for it."""
    _app.config["WTF_CSRF_ENABLED"] = True
    with serve_app(_app) as server:
        yield server
    _app.config["WTF_CSRF_ENABLED"] = False


@pytest.fixture
def server(app: Flask, _server: Server) -> Server:
    """The app of this test: what is made in the database is what Chromium sees."""
    return _server


@pytest.fixture
def open_venster(chromium: Browser, server: Server) -> Iterator[Open]:
    """A window of this user. Whatever goes wrong in it unseen fails the test at its end."""
    vensters: list[Venster] = []

    def open_(gebruiker: Gebruiker | None = None, **options: object) -> Venster:
        vensters.append(Venster(chromium, server, gebruiker, **options))  # type: ignore[arg-type]  # as named there
        return vensters[-1]

    yield open_
    for venster in vensters:
        venster.close()
    assert [fault for venster in vensters for fault in venster.trouble] == []

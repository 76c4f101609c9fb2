"""Reporting in a browser: a phone, with and without JavaScript, and every page accessible."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page
from werkzeug.serving import make_server

from tests.browser.stage import check_accessibility, open_chromium
from vob.core.permissions import Rol
from vob.data import db
from vob.incidenten.models import Incident

pytestmark = pytest.mark.browser
PAD, LIJN = "/incidenten/melden", "/incidenten/meldlijn"
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with open_chromium() as browser:
        yield browser


@pytest.fixture
def site(app: Flask) -> Iterator[str]:
    """The application itself on a port of its own: only a server takes files from a browser."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def open_page(
    site: str, chromium: Browser, client_for: Callable[..., FlaskClient]
) -> Iterator[Open]:
    """A page at this address, logged in, whose console must stay silent."""
    contexts, trouble = [], []

    def open_(pad: str, *rollen: Rol, **options: object) -> Page:
        cookie = client_for(*rollen).get_cookie("session")
        context = chromium.new_context(base_url=site, locale="nl-NL", **options)
        context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": site}])
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: trouble.append(message.text))
        page.goto(pad)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert [line for line in trouble if "422" not in line] == []


def _fill(page: Page) -> None:
    page.fill("#omschrijving", "Een man stond bij mijn auto.")
    page.check("[name=wie][value=zelf]")
    page.check("[name=hoofdvormen][value=bedreigen]")
    page.select_option("#kanaal", "persoonlijk")
    page.check("[name=nu_veilig][value=ja]")


@pytest.mark.parametrize("javascript", [True, False])
def test_a_report_with_a_file_on_a_phone(open_page: Open, tmp_path: Path, javascript: bool) -> None:
    bericht = tmp_path / "bericht.txt"
    bericht.write_text("Ik weet waar je woont.")
    phone = {"width": 375, "height": 667}
    page = open_page(PAD, Rol.MEDEWERKER, viewport=phone, java_script_enabled=javascript)
    _fill(page)
    page.set_input_files("#bestanden", bericht)
    page.click("text=Melding versturen")
    assert page.inner_text("h1") == "Uw melding is binnen"
    assert page.inner_text("#nummer") == db.session.scalars(db.select(Incident.nummer)).one()


@pytest.mark.parametrize("javascript", [True, False])
def test_the_name_is_asked_only_for_someone_else(open_page: Open, javascript: bool) -> None:
    page = open_page(PAD, Rol.MEDEWERKER, java_script_enabled=javascript)
    assert not page.is_visible("#getroffene_naam")
    page.check("[name=wie][value=ander]")
    assert page.is_visible("#getroffene_naam")


def test_what_is_typed_survives_leaving_the_page(open_page: Open) -> None:
    page = open_page(PAD, Rol.MEDEWERKER)
    page.type("#omschrijving", "Half verhaal")
    page.wait_for_selector("#concept-status:has-text('Concept bewaard')")
    page.goto(PAD)
    assert page.input_value("#omschrijving") == "Half verhaal"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_every_page_of_reporting_is_accessible(open_page: Open, scheme: str, width: int) -> None:
    view = {"viewport": {"width": width, "height": 800}, "color_scheme": scheme}
    page = open_page(PAD, Rol.COORDINATOR, **view)
    found = check_accessibility(page)
    page.click("text=Melding versturen")
    page.click("summary:has-text('Meer vertellen')")
    found += check_accessibility(page)
    _fill(page)
    page.click("text=Melding versturen")
    for url in ("", "/incidenten/mijn-meldingen", LIJN, f"{LIJN}/raadslid"):
        page.goto(url) if url else None
        found += check_accessibility(page)
        overflow = "document.documentElement.scrollWidth - innerWidth"
        assert page.evaluate(overflow) <= 0
    assert found == []

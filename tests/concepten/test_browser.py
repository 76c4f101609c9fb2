"""A real browser: a form saves itself while one types, and a chosen file stays at home."""

from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Page, Request, expect

from tests.browser.stage import SITE, open_chromium, serve
from vob.concepten.models import Concept
from vob.core.permissions import Rol
from vob.data import db

pytestmark = pytest.mark.browser
PAD = "/incidenten/melden"


@pytest.fixture
def page(app: Flask, client_for: Callable[..., FlaskClient]) -> Iterator[Page]:
    client = client_for(Rol.MEDEWERKER)

    def answer(request: Request) -> tuple[int, dict[str, str], str]:
        with app.app_context():  # Chromium asks outside the one of the test
            response = client.open(
                request.url.removeprefix(SITE),
                method=request.method,
                data=request.post_data_buffer,
                headers=request.headers
                | {"host": "localhost", "referer": f"http://localhost{PAD}"},
                follow_redirects=True,
            )
        return response.status_code, {}, response.text

    with open_chromium() as browser:
        page = browser.new_page()
        page.set_default_timeout(10_000)
        serve(page, app, answer)
        page.goto(SITE + PAD)
        yield page


def test_it_is_kept_while_typing_shown_again_and_thrown_away(page, app):
    status = page.locator("#concept-status")
    expect(status).to_contain_text("wordt vanzelf bewaard")
    page.set_input_files("input[type=file]", {"name": "f.txt", "mimeType": "", "buffer": b"x"})
    page.locator("#omschrijving").press_sequentially("Geschreeuwd aan de balie")
    expect(status).to_contain_text("U raakt niets kwijt")
    velden = db.session.scalars(db.select(Concept.velden)).one()
    assert velden["omschrijving"] == ["Geschreeuwd aan de balie"]
    assert "bestanden" not in velden, "a file does not travel with a draft"

    page.reload()
    expect(page.locator("#omschrijving")).to_have_value("Geschreeuwd aan de balie")
    page.get_by_role("button", name="Concept weggooien").click()
    expect(page.locator("#melding")).to_contain_text("weggegooid")
    expect(page.locator("#omschrijving")).to_have_value("")

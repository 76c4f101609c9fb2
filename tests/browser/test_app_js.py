"""What htmx and app.js do together: refusals, focus, sending once, Back, nothing kept behind."""

from collections.abc import Callable, Iterator

import pytest
from flask import Flask, g, render_template
from playwright.sync_api import Browser, Page, Request

from tests.browser.stage import SITE, Answer, open_chromium, serve
from vob.core.permissions import Rol
from vob.gebruikers.models import Gebruiker

pytestmark = pytest.mark.browser
REFUSED = {
    "HX-Retarget": "#melding",
    "HX-Reswap": "outerHTML",
    "HX-Reselect": "#melding",
    "HX-Push-Url": "false",
}
PAGE = """{% extends "base.html" %}
{% from "components/form.html" import field, post_button, submit %}
{% block title %}Proef{% endblock %}
{% block main %}<h1>Proef</h1>
<ul id="lijst"><li id="rij-1">een {{ post_button("Gedaan", "/gedaan", target="#rij-1") }}</li></ul>
{{ post_button("Verboden", "/verboden", target="#rij-1") }}
{% for id, url in (("verder", "/?na=1"), ("mis", "/mis")) %}
<a id="{{ id }}" href="{{ url }}" hx-get="{{ url }}" hx-select="#lijst" hx-target="#lijst"
  hx-swap="outerHTML" hx-push-url="true">{{ id }}</a>
{% endfor %}
<form method="post" action="/bewaar"><button type="submit">Bewaar</button></form>
<p id="code">4F2K</p>
{% endblock %}"""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with open_chromium() as browser:
        yield browser


@pytest.fixture
def asked() -> list[str]:
    """What the browser asked the server, in order."""
    return []


@pytest.fixture
def page(app: Flask, chromium: Browser, answer: Answer) -> Iterator[Page]:
    context = chromium.new_context()
    page = context.new_page()
    serve(page, app, answer)
    page.goto(SITE + "/")
    yield page
    context.close()


@pytest.fixture
def answer(app: Flask, make_gebruiker: Callable[..., Gebruiker], asked: list[str]) -> Answer:
    """A server of five addresses."""
    gebruiker = make_gebruiker(Rol.COORDINATOR)

    def render(template: str, **values: object) -> str:
        with app.test_request_context("/"):
            g._login_user = gebruiker
            source = app.jinja_env.from_string(template) if "{%" in template else template
            return render_template(source, **values)

    def reply(request: Request) -> tuple[int, dict[str, str], str]:
        path = request.url.removeprefix(SITE)
        asked.append(f"{request.method} {path}")
        if path == "/gedaan":
            return 200, {}, '<li id="rij-1">klaar<script src="/kwaad.js"></script></li>'
        if path in {"/verboden", "/mis"}:
            return 409, REFUSED, render("errors/_melding.html", melding="Dat kan zo niet.")
        return 200, {}, render(PAGE)

    return reply


def test_a_refusal_is_said_in_the_message_box_and_leaves_the_row(page: Page) -> None:
    page.get_by_role("button", name="Verboden").click()
    page.get_by_role("alert").get_by_text("Dat kan zo niet.").wait_for()
    assert page.locator("#rij-1 button").is_visible()


def test_a_refused_link_says_so_and_keeps_list_and_address(page: Page) -> None:
    page.locator("#mis").click()
    page.get_by_role("alert").get_by_text("Dat kan zo niet.").wait_for()
    assert page.locator("#lijst").is_visible()
    assert page.url == SITE + "/"


def test_a_refusal_can_be_closed_and_goes_with_the_next_act(page: Page) -> None:
    verboden = page.get_by_role("button", name="Verboden")
    verboden.click()
    page.get_by_role("button", name="Melding sluiten").click()
    assert page.locator("#melding > *").count() == 0
    verboden.click()
    page.get_by_role("alert").get_by_text("Dat kan zo niet.").wait_for()
    page.get_by_role("button", name="Gedaan").click()
    page.get_by_text("klaar").wait_for()
    assert page.locator("#melding > *").count() == 0


def test_focus_survives_a_swap_that_takes_the_button_away(page: Page) -> None:
    page.get_by_role("button", name="Gedaan").focus()
    page.keyboard.press("Enter")
    page.get_by_text("klaar").wait_for()
    page.wait_for_function("document.activeElement.id === 'rij-1'")


def test_a_script_in_an_answer_is_not_even_asked_for(page: Page, asked: list[str]) -> None:
    page.get_by_role("button", name="Gedaan").click()
    page.get_by_text("klaar").wait_for()
    assert page.locator("main script").count() == 0
    assert "GET /kwaad.js" not in asked


def test_a_form_is_sent_once(page: Page, asked: list[str]) -> None:
    page.evaluate("""() => {
        const knop = document.querySelector('#rij-1 button');
        knop.click(); knop.click(); knop.click();
    }""")
    page.get_by_text("klaar").wait_for()
    assert asked.count("POST /gedaan") == 1


def test_back_asks_the_server_and_nothing_is_kept_in_the_browser(
    page: Page, asked: list[str]
) -> None:
    page.locator("#verder").click()
    page.wait_for_url("**/?na=1")
    asked.clear()
    page.go_back()
    page.wait_for_function("location.search === ''")
    page.wait_for_load_state()
    assert asked == ["GET /"]
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_no_connection_is_said_in_dutch(page: Page) -> None:
    page.unroute_all()
    page.context.set_offline(True)
    page.get_by_role("button", name="Gedaan").click()
    page.get_by_role("alert").get_by_text("Geen verbinding.").wait_for()


def test_the_user_menu_closes_on_escape(page: Page) -> None:
    page.locator(".gebruiker summary").click()
    page.get_by_role("link", name="Profiel").focus()
    page.keyboard.press("Escape")
    assert not page.get_by_role("link", name="Profiel").is_visible()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"

"""A browser window of one user, in one theme and width, that notes whatever goes wrong in it."""

import re

from bs4 import BeautifulSoup
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

from tests.browser.html import find_faults
from tests.browser.server import Server, Verzoek
from tests.browser.stage import AXE, check_accessibility
from vob.gebruikers.models import Gebruiker

HEIGHT = {1280: 800, 375: 667, 320: 640}
FIRST_VIEW, FIRST_REQUESTS = 45_000, 6  # eisen.md: cold, bytes over the wire


class Venster:
    """`trouble`: what the console said, what was asked elsewhere, what did not arrive."""

    def __init__(
        self,
        browser: Browser,
        server: Server,
        gebruiker: Gebruiker | None = None,
        *,
        breedte: int = 1280,
        thema: str = "light",
        javascript: bool = True,
        bewaart: bool = False,
    ) -> None:
        """`bewaart`: a page may leave a service worker behind, which asks for more by itself."""
        self.server = server
        self.breedte = breedte
        self.context = browser.new_context(
            base_url=server.adres,
            viewport={"width": breedte, "height": HEIGHT[breedte]},
            color_scheme=thema,
            locale="nl-NL",
            timezone_id="Europe/Amsterdam",
            java_script_enabled=javascript,
            service_workers="allow" if bewaart else "block",
        )
        self.context.set_default_timeout(10_000)
        self.context.add_init_script(AXE)
        if gebruiker:
            self.context.add_cookies([server.cookie_of(gebruiker)])
        self.trouble: list[str] = []
        self.page = self.context.new_page()
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.trouble.append(str(error)))
        self.page.on("request", self._see)

    def _hear(self, message: ConsoleMessage) -> None:
        """Everything, but that Chromium says of a refusal that it was refused."""
        if message.text.startswith("Clear-Site-Data header"):
            return  # it tells that it did what logging out asks for
        if message.text.startswith("Service Worker registration blocked"):
            return  # by this window itself
        if message.text.startswith("Autofocus processing was blocked"):
            return  # of what was swapped in: htmx gives it the focus, and a test asks where it is
        own = message.location.get("url") == self.page.url
        refused = re.search(r"status of (401|409|422)", message.text)
        if not ((own or refused) and message.text.startswith("Failed to load resource")):
            self.trouble.append(f"console: {message.text} {message.location.get('url', '')}")

    def _see(self, request: Request) -> None:
        if not request.url.startswith((self.server.adres, "data:", "blob:")):
            self.trouble.append(f"asked elsewhere: {request.url}")

    def turn(self, thema: str, breedte: int) -> None:
        """The same page in another theme and width; at once, without a colour that fades in."""
        self.breedte = breedte
        self.page.emulate_media(color_scheme=thema, reduced_motion="reduce")  # type: ignore[arg-type]  # light or dark
        self.page.set_viewport_size({"width": breedte, "height": HEIGHT[breedte]})

    def forget_files(self) -> None:
        """As on a first visit: nothing is kept of earlier pages."""
        session = self.context.new_cdp_session(self.page)
        session.send("Network.clearBrowserCache")
        session.detach()

    def visit(self, pad: str) -> Response:
        self.server.verzoeken.clear()
        response = self.page.goto(pad)
        assert response is not None
        return response

    def close(self) -> None:
        self.context.close()


def send_emptied(page: Page, form: str) -> Response:
    """Send a form as someone without JavaScript who filled in nothing."""
    return _send(
        page,
        form,
        """form => {
            for (const field of form.querySelectorAll("input, select, textarea")) {
                if (field.type === "checkbox" || field.type === "radio") field.checked = false;
                else if (field.type === "number") field.value = "-1";
                else if (field.type !== "hidden") field.value = "";
            }
        }""",
    )


def send_outdated(page: Page, form: str) -> Response:
    """Change a text and send a form that someone else sent meanwhile."""
    return _send(
        page,
        form,
        """form => {
            form.elements.namedItem("versie").value = "0";
            const date = form.querySelector("input[type=date]");
            if (date) date.value = "2026-01-06";
            const text = form.querySelector("textarea, [name=titel], [name=naam]");
            if (text) text.value += " Intussen anders.";
        }""",
    )


def _send(page: Page, form: str, change: str) -> Response:
    """By the form's own `submit`, past htmx."""
    page.eval_on_selector(form, change)
    with page.expect_navigation() as answer:
        page.eval_on_selector(form, "form => HTMLFormElement.prototype.submit.call(form)")
    return answer.value


def check_page(venster: Venster, response: Response) -> list[str]:
    """Everything that is wrong with the page that is shown, as lines one can act on."""
    source = response.text()
    faults = [f"html: {fault}" for fault in find_faults(source)]
    faults += _check_headings(BeautifulSoup(source, "html.parser"))
    return faults + check_view(venster)


def check_view(venster: Venster) -> list[str]:
    """What is wrong with the page as it looks now."""
    page, faults = venster.page, venster.trouble
    faults += check_accessibility(page)
    if venster.breedte == 320:
        faults += find_overflow(page)
    found = list(faults)
    faults.clear()  # the window goes on to the next page
    return found


def _check_headings(html: BeautifulSoup) -> list[str]:
    headings = [" ".join(h1.text.split()) for h1 in html.select("h1")]
    title = html.title.text if html.title else ""
    good = len(headings) == 1 and title.startswith(headings[0]) and re.search(r" – VOB$", title)
    return [] if good else [f"title {title!r}, headings {headings}"]


def find_overflow(page: Page) -> list[str]:
    """What sticks out to the right, if one can scroll sideways."""
    found: list[str] = page.evaluate(
        """() => {
            const wide = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= wide) return [];
            return [...document.querySelectorAll("body *")]
                .filter(e => e.getBoundingClientRect().right > wide + 1)
                .slice(-3).map(e => `sticks out: ${e.outerHTML.slice(0, 160)}`);
        }"""
    )
    return found


def check_first_view(verzoeken: list[Verzoek]) -> list[str]:
    """The page and all it asks for, on a first visit."""
    weight, number = sum(v.gewicht for v in verzoeken), len(verzoeken)
    if weight <= FIRST_VIEW and number <= FIRST_REQUESTS:
        return []
    return [f"the first view weighs {weight} bytes in {number} requests: {verzoeken}"]


def check_second_view(verzoeken: list[Verzoek]) -> list[str]:
    """Only the page itself: its files are kept for a year.

    The icon apart: Chromium fetches it when it likes, at times after the page before was done.
    """
    files = [v.pad for v in verzoeken if v.pad.startswith("/static/")]
    return [f"asked again: {pad}" for pad in files if pad != "/static/img/merk.svg"]


__all__ = [
    "Venster",
    "check_first_view",
    "check_page",
    "check_second_view",
    "check_view",
    "find_overflow",
    "send_emptied",
    "send_outdated",
]

"""Pages without a server: Chromium asks, and the test answers from the app's own static files."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page, Request, Route, sync_playwright

from vob.web.headers import CSP

SITE = "http://localhost"  # a secure context, as behind TLS
AXE = (Path(__file__).parents[1] / "vendor" / "axe.min.js").read_text()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CHROMIUM = "/usr/bin/chromium"
ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
Answer = Callable[[Request], tuple[int, dict[str, str], str]]


@contextmanager
def open_chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield browser
        browser.close()


def serve(page: Page, app: Flask, answer: Answer) -> list[str]:
    """Answer what the page asks, under VOB's own CSP; the list fills with what the console says."""
    trouble: list[str] = []
    page.on("console", lambda message: trouble.append(message.text))
    page.on("pageerror", lambda error: trouble.append(str(error)))

    def handle(route: Route) -> None:
        path = route.request.url.removeprefix(SITE)
        if path.startswith("/static/"):
            with FlaskClient(app, app.response_class).get(path) as file:
                return route.fulfill(
                    status=file.status_code, headers=dict(file.headers), body=file.data
                )
        status, headers, body = answer(route.request)
        fixed = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": CSP}
        return route.fulfill(status=status, headers=fixed | headers, body=body)

    page.route("**/*", handle)
    return trouble


def check_accessibility(page: Page) -> list[str]:
    """What axe finds, as lines one can act on; none is the only good answer."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found = page.evaluate("tags => axe.run({runOnly: tags, resultTypes: ['violations']})", TAGS)
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]

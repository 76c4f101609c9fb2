"""`make schermen`: the screenshots of the README, of the real pages with the demo organisation.

A demo is made in a temporary folder and served by the real server; nothing of it stays but the
pictures.
"""

import io
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[1]
FOLDER = Path(__file__).parent / "schermen"
VOB = [sys.executable, "-m", "vob.cli"]
CHROMIUM = "/usr/bin/chromium"
ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
HIGHEST, HEAVIEST = 900, 150_000
MOST_COLOURS = 256


class Scherm(NamedTuple):
    """One picture: who looks, where, and how large the window is."""

    naam: str
    wie: str
    pad: str
    klik: tuple[str, ...] = ()  # what is pressed from there, to arrive at the page that is meant
    breedte: int = 1280
    hoogte: int = HIGHEST


SCHERMEN = (
    Scherm("vandaag", "coordinator", "/", hoogte=860),
    Scherm("melden-telefoon", "medewerker", "/incidenten/melden", breedte=375, hoogte=812),
    Scherm("register", "coordinator", "/incidenten/?status=open", hoogte=860),
    Scherm("zaak", "coordinator", "/incidenten/?status=in_behandeling", (".rijlink",)),
    Scherm("checklist", "coordinator", "/checklist/"),
    Scherm("stap", "coordinator", "/checklist/10", hoogte=745),  # where user and proof disagree
    Scherm("wie-spreekt", "medewerker", "/media/?q=asiel", hoogte=800),
    Scherm("belkaart", "griffier", "/ketenafspraken/belkaart", hoogte=800),
    Scherm("risico", "coordinator", "/risicoanalyse/", ("text=Risicoanalyse organisatie",)),
    Scherm(
        *("vergaderlog", "griffier", "/incidenten/vergaderingen?welke=verstoord"),
        (".hoofdzaak a", "a[href$='/live']"),
    ),
)


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    with serve_demo() as adres, open_chromium() as browser:
        for scherm in SCHERMEN:
            page = open_page(browser, adres, scherm)
            page.goto(scherm.pad)
            for wat in scherm.klik:
                vorige = page.url
                page.locator(wat).first.click()
                page.wait_for_url(lambda url, vorige=vorige: url != vorige)
            path = FOLDER / f"{scherm.naam}.png"
            path.write_bytes(squeeze(page.screenshot(animations="disabled")))
            page.context.close()
            sys.stdout.write(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1000} kB\n")
            if path.stat().st_size > HEAVIEST:
                raise SystemExit(f"{path.name} is te zwaar voor een README.")


@contextmanager
def serve_demo() -> Iterator[str]:
    """The address of a demo that was just filled."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    with tempfile.TemporaryDirectory() as folder:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("VOB_")}
        options = {"cwd": ROOT, "env": kept | {"VOB_DEMO": "1", "VOB_INSTANCE": folder}}
        for command in ("migrate", "demo"):
            subprocess.run([*VOB, command], check=True, **options)  # type: ignore[call-overload]  # noqa: S603 - ours
        server = subprocess.Popen(  # type: ignore[call-overload]  # noqa: S603 - ours
            [*VOB, "serve", "--port", port], stdout=subprocess.PIPE, text=True, **options
        )
        try:
            server.stdout.readline()  # it listens when it says so
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait()


@contextmanager
def open_chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield browser
        browser.close()


def open_page(browser: Browser, adres: str, scherm: Scherm) -> Page:
    """A window in which this person of the demo is logged in."""
    page = browser.new_page(
        base_url=adres,
        viewport={"width": scherm.breedte, "height": scherm.hoogte},
        locale="nl-NL",
        timezone_id="Europe/Amsterdam",
    )
    page.goto("/inloggen")
    page.locator(f"li:has-text('{scherm.wie}@')").get_by_role("button").click()
    page.wait_for_url("**/")
    return page


def squeeze(png: bytes) -> bytes:
    """A page has few colours: a palette of them is a third of the size and looks the same."""
    small = io.BytesIO()
    with Image.open(io.BytesIO(png)) as image:
        image.convert("RGB").quantize(MOST_COLOURS, dither=Image.Dither.NONE).save(
            small, "PNG", optimize=True
        )
    return small.getvalue()


if __name__ == "__main__":
    main()

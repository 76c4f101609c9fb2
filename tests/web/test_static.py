"""Static files: asked for once per release, none from elsewhere, the vendored ones unchanged."""

import hashlib
import json
import re
from pathlib import Path

import brotli
import pytest
from flask import Flask
from flask.testing import FlaskClient

from vob.web.static import (
    LOG_SCRIPT,
    LOG_SCRIPT_PARTS,
    PARTS,
    SCRIPT,
    STATIC,
    STYLESHEET,
    content_hash,
    read_script,
    read_stylesheet,
    static_url,
)

ROOT = Path(__file__).parents[2]
LOCK = json.loads((ROOT / ".ci" / "vendor.lock").read_text())


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def _address(app: Flask, filename: str) -> str:
    with app.test_request_context():
        return static_url(filename)


@pytest.mark.parametrize("filename", [STYLESHEET, SCRIPT, LOG_SCRIPT])
def test_an_address_names_its_contents_and_is_kept_for_a_year(
    app: Flask, client: FlaskClient, filename: str
) -> None:
    address = _address(app, filename)
    assert address == f"/static/{filename}?v={content_hash(filename)}"
    with client.get(address) as response:
        assert response.status_code == 200
        cache_control = response.headers["Cache-Control"]
    assert set(cache_control.split(", ")) == {"public", "max-age=31536000", "immutable"}


@pytest.mark.parametrize("query", ["", "?v=", "?v=0123456789"])
def test_under_another_name_the_browser_asks_again(client: FlaskClient, query: str) -> None:
    with client.get(f"/static/{SCRIPT}{query}") as response:
        assert response.cache_control.no_cache
        assert not response.cache_control.max_age


@pytest.mark.parametrize("filename", [STYLESHEET, SCRIPT, LOG_SCRIPT])
def test_what_the_browser_has_is_not_sent_again(client: FlaskClient, filename: str) -> None:
    with client.get(f"/static/{filename}") as response:
        etag = response.headers["ETag"]
    with client.get(f"/static/{filename}", headers={"If-None-Match": etag}) as again:
        assert again.status_code == 304


@pytest.mark.parametrize("filename", [STYLESHEET, SCRIPT, LOG_SCRIPT])
def test_compressed_or_not_it_is_the_same(client: FlaskClient, filename: str) -> None:
    with client.get(f"/static/{filename}") as plain:
        assert "Content-Encoding" not in plain.headers
    with client.get(f"/static/{filename}", headers={"Accept-Encoding": "br"}) as packed:
        assert packed.headers["Content-Encoding"] == "br"
        assert brotli.decompress(packed.data) == plain.data
        assert packed.headers["ETag"] != plain.headers["ETag"]
        assert "Accept-Encoding" in packed.headers["Vary"]


def test_static_files_know_no_session(app: Flask, client: FlaskClient) -> None:
    with client.get(_address(app, SCRIPT)) as response:
        assert "Cookie" not in response.headers.get("Vary", "")
        assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize("path", ["nergens.js", "../config.py", "%2e%2e/config.py", "css"])
def test_what_is_not_a_static_file_is_not_found(client: FlaskClient, path: str) -> None:
    with client.get(f"/static/{path}?v=1") as response:
        assert response.status_code == 404


def test_the_sheet_is_whole_small_and_asks_nothing_elsewhere() -> None:
    sheet = read_stylesheet().decode()
    written = {f"css/{path.name}" for path in (STATIC / "css").glob("*.css")} - {"css/pdf.css"}
    assert written <= set(PARTS), "a part that is not joined is never seen"
    assert "url(" not in sheet
    assert "@import" not in sheet
    assert "!important" not in sheet.partition("@layer base")[2]
    assert len(brotli.compress(sheet.encode())) <= 11_000


def test_every_token_has_a_value() -> None:
    own = "".join((STATIC / part).read_text() for part in PARTS if part.startswith("css/"))
    used = set(re.findall(r"var\((--[a-z0-9-]+)", own))
    defined = set(re.findall(r"(--[a-z0-9-]+):", read_stylesheet().decode()))
    assert used <= defined, "run .ci/vendor.py, or add it to theme.css"


def test_the_script_stays_an_extra() -> None:
    ours = (STATIC / "js/app.js").read_bytes()
    assert read_script().endswith(ours)
    assert read_script(LOG_SCRIPT_PARTS).startswith(read_script())
    for script in (STATIC / "js").glob("*.js"):
        assert len(script.read_bytes().splitlines()) <= 100, script.name


@pytest.mark.parametrize("target", LOCK["sha256"])
def test_what_we_brought_in_is_what_the_lock_says(target: str) -> None:
    assert hashlib.sha256((ROOT / target).read_bytes()).hexdigest() == LOCK["sha256"][target]


def test_everything_brought_in_is_in_the_lock() -> None:
    brought_in = {
        str(path.relative_to(ROOT))
        for folder in (STATIC / "vendor", ROOT / "tests" / "vendor")
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert brought_in == set(LOCK["sha256"])
    for folder in {Path(target).parent for target in brought_in}:
        assert list((ROOT / folder).glob("LICENSE*")), f"{folder} has no licence"


def test_every_icon_a_template_asks_for_is_in_the_sprite() -> None:
    sprite = (STATIC / "vendor/tabler/iconen.svg").read_text()
    templates = "".join(path.read_text() for path in (ROOT / "vob/templates").rglob("*.html"))
    asked = re.findall(r"icon\(\"([a-z-]+)\"\)|icoon=\"([a-z-]+)\"", templates)
    missing = {a or b for a, b in asked} - set(re.findall(r'id="([a-z-]+)"', sprite))
    assert not missing, "name it in .ci/vendor.lock and run .ci/vendor.py"


def test_the_first_view_of_a_page_is_small(client: FlaskClient) -> None:
    """Cold and compressed: 45 kB and six requests, the page itself included (eisen.md)."""
    accept = {"Accept-Encoding": "br"}
    with client.get("/inloggen") as page:
        assets = set(re.findall(r'(?:href|src)="(/static/[^"#]+)', page.text))
    assert len(assets) <= 5
    total = 0
    for address in {"/inloggen"} | assets:
        with client.get(address, headers=accept) as response:
            total += len(response.data)
    assert total <= 35_000, "room is left for a longer page"

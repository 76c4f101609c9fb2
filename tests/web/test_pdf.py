"""PDFs come from a real child process here: what it makes, what it refuses, how it ends."""

import fcntl
import re
import resource
import socket
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import page
import pytest
from flask import Flask

from vob.web import pdf, pdf_kind
from vob.web.pdf import PdfNietGelukt, pdf_response, render_pdf

KOP = '<!doctype html><html lang="nl"><head><title>Checklist</title></head><body>'
KLEIN = f"{KOP}<h1>Checklist</h1><p>Stand van zaken.</p></body></html>"


@pytest.fixture(autouse=True)
def _own_instance(tmp_path: Path) -> Iterator[None]:
    """A lock of our own, so that tests side by side do not wait for each other."""
    app = Flask("pdf")
    app.config["INSTANCE"] = tmp_path
    with app.app_context():
        yield


def read_streams(inhoud: bytes) -> bytes:
    """All a PDF holds, unpacked."""
    stromen = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", inhoud, re.DOTALL)
    return inhoud + b"\n".join(zlib.decompress(s) for s in stromen if s[:1] == b"\x78")


def run_python(code: str) -> subprocess.CompletedProcess[str]:
    """A process of its own, for what must not happen in this one."""
    return subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )


def rapport(stappen: int) -> str:
    """Like the report of the checklist: per step a heading, a text, a list and a table."""
    stap = (
        "<section><h2>Stap {0}</h2><p>{1}</p><ul>{2}</ul>"
        "<table><caption>Stand van stap {0}</caption>"
        '<thead><tr><th scope="col">Wat</th><th scope="col">Stand</th></tr></thead>'
        "<tbody>{3}</tbody></table></section>"
    )
    punten = "<li>Overleg met de griffier</li>" * 4
    rijen = '<tr><th scope="row">Eigenaar</th><td>Noor Bakker</td></tr>' * 5
    return KOP + "<h1>Checklist</h1>" + "".join(
        stap.format(nummer, "De raad stelt de norm vast. " * 10, punten, rijen)
        for nummer in range(1, stappen + 1)
    )  # fmt: skip


def test_the_report_of_23_steps_is_valid_pdf_ua_within_three_seconds() -> None:
    """Seconds of the processor: those of the clock depend on who else uses the machine."""
    voor = resource.getrusage(resource.RUSAGE_CHILDREN)
    inhoud = render_pdf(rapport(23))
    na = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert na.ru_utime + na.ru_stime - voor.ru_utime - voor.ru_stime < 3
    oordeel = page.validate_pdf_bytes(inhoud, profile="ua1")
    assert [fout.message for fout in oordeel.failures] == []
    assert oordeel.rules.total > 100
    assert oordeel.document.page_count > 5


def test_title_and_language_are_in_the_pdf() -> None:
    inhoud = read_streams(render_pdf(KLEIN))
    assert b"/Lang (nl)" in inhoud
    assert b"/Title (Checklist)" in inhoud
    assert b"/Title (Belkaart)" in read_streams(render_pdf(KLEIN, "Belkaart"))


def test_hostile_text_makes_no_error() -> None:
    tekst = "a\x00b\ud800c\x1b[31m \u202e 👩‍👧 ﷽ 漢字 &#xD800;&#0;"
    assert render_pdf(KLEIN.replace("Stand", tekst), "t\ud800\x00").startswith(b"%PDF")


@pytest.fixture
def server() -> Iterator[socket.socket]:
    """Listens, and accepts no one before the test looks whether someone came."""
    with socket.create_server(("127.0.0.1", 0)) as luisteraar:
        luisteraar.setblocking(False)
        yield luisteraar


BUITEN = """
<img alt="x" src="{}/p.png">
<link rel="stylesheet" href="{}/s.css">
<style>@import url({}/s.css); @font-face { font-family: F; src: url({}/f.woff2) }</style>
<p style="font-family: F; background: url({}/p.png); list-style-image: url({}/p.png)">x</p>
<object data="{}/o.svg"></object><embed src="{}/o.svg"><iframe src="{}/"></iframe>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
  <image xlink:href="{}/p.png" width="9" height="9"/><use href="{}/o.svg#a"/></svg>
<link rel="attachment" href="{}/geheim.txt"><a rel="attachment" href="{}/geheim.txt">x</a>
"""
BASIS = '<base href="{}/"><img alt="x" src="p.png"><link rel="stylesheet" href="s.css">'


@pytest.mark.parametrize("stuk", [BUITEN, BASIS], ids=["url", "base"])
@pytest.mark.parametrize("waar", ["http://127.0.0.1:{poort}", "file://{map}", "data:text/plain,x"])
def test_nothing_is_fetched(waar: str, stuk: str, server: socket.socket, tmp_path: Path) -> None:
    (tmp_path / "geheim.txt").write_text("zeer geheim")
    adres = waar.format(poort=server.getsockname()[1], map=tmp_path)
    inhoud = read_streams(render_pdf(KLEIN.replace("<p>", stuk.replace("{}", adres) + "<p>")))
    assert b"EmbeddedFile" not in inhoud
    assert b"zeer geheim" not in inhoud
    with pytest.raises(BlockingIOError):
        server.accept()


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "file://localhost/etc/passwd",
        f"file://evil{pdf_kind.STATIC}/css/print.css",
        f"file://{pdf_kind.STATIC}/../config.py",
        f"file://{pdf_kind.STATIC}/%2e%2e/config.py",
        f"file://{pdf_kind.STATIC}",
        f"file://{pdf_kind.STATIC}/css/bestaat-niet.css",
        f"file://{pdf_kind.STATIC}-anders/x.css",
        "file:///static/../web/pdf.py",
        "http://127.0.0.1/static/css/print.css",
        "ftp://x.nl/static/css/print.css",
        "data:text/css,p{}",
        "static/css/print.css",
        "file:///static/css/print.css%00",
    ],
)
def test_only_packaged_files_are_assets(url: str) -> None:
    with pytest.raises(ValueError, match=r"packaged|null"):
        pdf_kind.find_asset(url)


@pytest.mark.parametrize(
    "begin", ["file:///static", f"file://{pdf_kind.STATIC}", f"FILE://{pdf_kind.VOB}/static"]
)
def test_a_packaged_file_is_found_with_its_version(begin: str) -> None:
    assert pdf_kind.find_asset(f"{begin}/css/print.css?v=1a2b") == pdf_kind.STATIC / "css/print.css"


def test_a_way_out_by_symbolic_link_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_kind, "STATIC", tmp_path)
    (tmp_path / "uit.css").symlink_to("/etc/passwd")
    with pytest.raises(ValueError, match="packaged"):
        pdf_kind.find_asset(f"file://{tmp_path}/uit.css")


def test_a_page_may_use_our_own_style_and_picture() -> None:
    kaal = render_pdf(KLEIN)
    merk = '<img alt="Merk" src="/static/img/merk.svg?v=1"><p>'
    assert len(render_pdf(KLEIN.replace("<p>", merk))) > len(kaal)


def test_too_long_is_stopped_and_the_next_one_works() -> None:
    with pytest.raises(PdfNietGelukt, match="duurde te lang"):
        render_pdf(rapport(500), seconden=0.5)
    assert render_pdf(KLEIN, wachten=0).startswith(b"%PDF")


def test_too_much_memory_is_said_in_so_many_words() -> None:
    with pytest.raises(PdfNietGelukt, match="te groot"):
        render_pdf(KLEIN, megabytes=30)


def test_memory_that_runs_out_half_way_ends_in_a_sentence() -> None:
    """Where it ends then is chance: in Python, or in a C library that stops the process."""
    with pytest.raises(PdfNietGelukt, match=r"te groot|niet gelukt"):
        render_pdf(rapport(200), megabytes=90, seconden=120)


def test_one_at_a_time_over_all_workers(tmp_path: Path) -> None:
    with (tmp_path / "pdf.lock").open("w") as ander:
        fcntl.flock(ander, fcntl.LOCK_EX)
        with pytest.raises(PdfNietGelukt, match="andere PDF"):
            render_pdf(KLEIN, wachten=0.1, seconden=60)
        fcntl.flock(ander, fcntl.LOCK_UN)
        assert render_pdf(KLEIN, wachten=0.1, seconden=60).startswith(b"%PDF")


def test_at_most_one_thread_waits_so_that_pages_go_on() -> None:
    with pdf._PLAATSEN, pdf._PLAATSEN, pytest.raises(PdfNietGelukt, match="andere PDF"):
        render_pdf(KLEIN)
    assert render_pdf(KLEIN).startswith(b"%PDF")


def test_without_an_application_the_lock_is_in_our_own_temp() -> None:
    code = "from vob.web.pdf import render_pdf; print(render_pdf('<html lang=nl><title>x')[:4])"
    uit = run_python(code)
    assert uit.stdout.strip() == "b'%PDF'"


def test_the_child_knows_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOB_ENCRYPTION_KEY", "geheim")
    assert "geheim" not in pdf.child_environment().values()
    assert not [naam for naam in pdf.child_environment() if naam.startswith(("VOB", "PYTHON"))]


@pytest.mark.parametrize(
    "daad",
    ["__import__('socket').create_connection(('127.0.0.1', 9))", "__import__('os').system('true')"],
)
def test_the_child_has_no_network_and_starts_nothing(daad: str) -> None:
    code = f"import runpy; runpy.run_path({str(pdf_kind.__file__)!r})['lock_down'](); {daad}"
    uit = run_python(code)
    assert "PermissionError" in uit.stderr


def test_the_server_itself_never_loads_weasyprint() -> None:
    code = "import sys, vob.web.pdf as p; p.render_pdf('<html lang=nl><title>x')\n"
    code += "print('weasyprint' in sys.modules)"
    uit = run_python(code)
    assert uit.stdout.strip() == "False"


def test_the_child_can_make_a_pdf_in_process() -> None:
    """The same function the child calls, seen by the coverage of this process."""
    assert pdf_kind.render(KLEIN, "Titel").startswith(b"%PDF")


def test_pdf_response_is_shown_or_saved_and_never_kept() -> None:
    getoond = pdf_response(KLEIN, "Zaak 2026-0042.pdf")
    assert getoond.mimetype == "application/pdf"
    assert getoond.headers["Content-Disposition"] == 'inline; filename="Zaak 2026-0042.pdf"'
    assert getoond.headers["Cache-Control"] == "no-store"
    assert getoond.headers["X-Content-Type-Options"] == "nosniff"
    opgeslagen = pdf_response(KLEIN, 'x"\r\nSet-Cookie: a=b.pdf', downloaden=True)
    assert (
        opgeslagen.headers["Content-Disposition"] == 'attachment; filename="x Set-Cookie a=b.pdf"'
    )

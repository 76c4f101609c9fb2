"""The child process that makes one PDF and ends. `pdf.py` starts it; nothing imports it.

It stands alone on purpose: run by its path it does not load the application, and it holds no
key, no database and no network. Input (JSON) on stdin, the PDF on stdout; the exit code says what
went wrong, because an error message could hold words of a case.
"""

import json
import os
import sys
from http.client import HTTPMessage
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

VOB = Path(__file__).resolve().parents[1]
STATIC = VOB / "static"
TE_GROOT = 3  # the exit code for "not enough memory"
_MEGABYTE = 1024 * 1024
_VERBODEN = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.system",
    "ftplib.",
)


def limit(megabytes: int, seconden: int) -> None:
    """Bound this process, also for when its parent is gone and no one ends it.

    RLIMIT_DATA counts what it really asks for: 86 MB for a report that takes 74 MB. RLIMIT_AS
    would count mapped libraries and unused stacks as well: 440 MB for the same report. A core dump
    would write a case to disk.
    """
    import resource

    os.nice(5)  # behind whoever waits for a page, not out of sight
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_DATA, (megabytes * _MEGABYTE,) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (seconden, seconden))


def find_asset(url: str) -> Path:
    """The file under vob/static that a URL means; ValueError for anything else.

    `/static/…` as pages write it and `static/…` relative to the package are the same.
    """
    delen = urlsplit(url)
    if delen.scheme.lower() != "file" or delen.netloc:
        raise ValueError("Only packaged files.")
    pad = unquote(delen.path)
    if pad.startswith("/static/"):
        pad = str(VOB) + pad
    bestand = Path(pad).resolve()
    if not bestand.is_relative_to(STATIC.resolve()) or not bestand.is_file():
        raise ValueError("Only packaged files.")
    return bestand


def lock_down() -> None:
    """From here on no network and no other program, whatever a library tries."""

    def refuse(event: str, _: tuple[Any, ...]) -> None:
        if event.startswith(_VERBODEN):
            raise PermissionError(event)

    sys.addaudithook(refuse)


def render(html: str, titel: str) -> bytes:
    """The PDF, tagged for screen readers (PDF/UA-1)."""
    from weasyprint import HTML  # type: ignore[import-untyped] # publishes no types
    from weasyprint.urls import (  # type: ignore[import-untyped] # idem
        URLFetcher,
        URLFetcherResponse,
    )

    class PackagedAssets(URLFetcher):
        def fetch(self, url: str, headers: HTTPMessage | None = None) -> URLFetcherResponse:
            return super().fetch(find_asset(url).as_uri())

    fetcher = PackagedAssets(allowed_protocols=("file",), allow_redirects=False)
    bron = HTML(string=html, base_url=str(VOB), url_fetcher=fetcher)
    document = bron.render(pdf_variant="pdf/ua-1")
    if titel:
        document.metadata.title = titel
    pdf: bytes = document.write_pdf(pdf_variant="pdf/ua-1")
    return pdf


def main() -> int:
    """Read the task, make the PDF, write it. Never a word of the document on stderr."""
    taak = json.load(sys.stdin)
    limit(taak["megabytes"], taak["seconden"])
    lock_down()
    try:
        pdf = render(taak["html"], taak["titel"])
        sys.stdout.buffer.write(pdf)
    except (MemoryError, SystemError):  # C code that got no memory forgets to say which
        return TE_GROOT
    except Exception as fout:
        sys.stderr.write(type(fout).__name__)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

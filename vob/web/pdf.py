"""A page as PDF, made by a bounded child process: one at a time, and never for long.

Rendering in the server itself would halve everyone's speed and keep the memory. The child
(`pdf_kind.py`) gets the HTML and nothing else: not the keys, not the database, no network, only
the files of `vob/static`. Give it text that the templates escaped; end the transaction first,
because a reader that stays open while a PDF is made holds up who wants to write.
"""

import json
import logging
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Response, current_app, has_app_context

from .download import content_disposition
from .tekst import opschonen

LOG = logging.getLogger("vob.pdf")

SECONDEN = 30
MEGABYTES = 512
WACHTEN = 20

TE_DRUK = "Er worden al andere PDF's gemaakt. Wacht een halve minuut en probeer het opnieuw."
TE_LANG = (
    "Het maken van de PDF duurde te lang. Probeer het opnieuw, "
    "of kies minder gegevens, bijvoorbeeld een kortere periode."
)
TE_GROOT = "Deze PDF wordt te groot. Kies minder gegevens, bijvoorbeeld een kortere periode."
MISLUKT = (
    "Het maken van de PDF is niet gelukt. Probeer het opnieuw. "
    "Lukt het weer niet, vraag het dan de beheerder."
)

_KIND = Path(__file__).with_name("pdf_kind.py")
# What fonts and libraries need to be found; above all not VOB_*.
_OMGEVING: tuple[str, ...] = (
    "PATH",
    "HOME",
    "LANG",
    "LC_ALL",
    "TMPDIR",
    "XDG_CACHE_HOME",
    "XDG_DATA_DIRS",
)
_OMGEVING += ("FONTCONFIG_FILE", "FONTCONFIG_PATH", "LD_LIBRARY_PATH", "SYSTEMROOT")
# How the child ended: its own code, or the signal of a C library that got no more memory.
_OORZAAK = {3: TE_GROOT, -signal.SIGTRAP: TE_GROOT, -signal.SIGABRT: TE_GROOT}
_PEIL = 0.05  # seconds between two looks at the lock
# One renders, one waits. More would occupy every thread of the server with waiting.
_PLAATSEN = threading.BoundedSemaphore(2)


class PdfNietGelukt(Exception):
    """No PDF now. The message is Dutch and shown to the user, as 503."""


def render_pdf(
    html: str,
    titel: str = "",
    *,
    seconden: float = SECONDEN,
    megabytes: int = MEGABYTES,
    wachten: float = WACHTEN,
) -> bytes:
    """The page as PDF/UA-1. `titel` replaces that of the page; `<html lang>` must be there.

    Raises PdfNietGelukt when it takes too long or too much memory, or when others are waiting.
    """
    taak = {
        "html": opschonen(html),
        "titel": opschonen(titel),
        "megabytes": megabytes,
        "seconden": int(seconden) + 1,
    }
    with _beurt(wachten) as slot:
        return _run(json.dumps(taak).encode(), seconden, slot)


def pdf_response(
    html: str, bestandsnaam: str, *, titel: str = "", downloaden: bool = False
) -> Response:
    """The PDF as answer: shown in the browser, or saved when `downloaden`."""
    response = Response(render_pdf(html, titel), mimetype="application/pdf")
    hoe = "attachment" if downloaden else "inline"
    response.headers["Content-Disposition"] = content_disposition(bestandsnaam, hoe)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "no-store"
    return response


def _run(taak: bytes, seconden: float, slot: int) -> bytes:
    """Start the child; it keeps the lock for as long as it lives, even if we do not."""
    try:
        kind = subprocess.run(  # noqa: S603 - our own file, no argument from outside
            [sys.executable, "-I", str(_KIND)],
            input=taak,
            capture_output=True,
            timeout=seconden,
            pass_fds=[slot],
            env=child_environment(),
            check=False,
        )
    except subprocess.TimeoutExpired:
        LOG.warning("PDF stopped after %s seconds", seconden)
        raise PdfNietGelukt(TE_LANG) from None
    if kind.returncode:
        # What a library printed could hold words of a case; the name of an error cannot.
        fout = kind.stderr.decode(errors="replace")
        LOG.error("PDF failed: %s %s", kind.returncode, fout if fout.isidentifier() else "")
        raise PdfNietGelukt(_OORZAAK.get(kind.returncode, MISLUKT))
    return kind.stdout


def child_environment() -> dict[str, str]:
    """What the child may know of ours: nothing that opens a database."""
    return {naam: os.environ[naam] for naam in _OMGEVING if naam in os.environ}


@contextmanager
def _beurt(wachten: float) -> Iterator[int]:
    """Our turn, among all threads and worker processes of this VOB."""
    if not _PLAATSEN.acquire(blocking=False):
        raise PdfNietGelukt(TE_DRUK)
    try:
        slot = os.open(_lock_file(), os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        try:
            _wait_for_lock(slot, time.monotonic() + wachten)
            yield slot
        finally:
            os.close(slot)  # and with the last copy of it goes the lock
    finally:
        _PLAATSEN.release()


def _wait_for_lock(slot: int, uiterlijk: float) -> None:
    import fcntl  # not on every system; asked for at the first PDF, not at the start

    while True:
        try:
            return fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > uiterlijk:
                raise PdfNietGelukt(TE_DRUK) from None
            time.sleep(_PEIL)


def _lock_file() -> Path:
    """In the instance folder, which the workers share; without an application in our own temp."""
    folder = current_app.config.get("INSTANCE") if has_app_context() else None
    if folder and os.access(folder, os.W_OK):
        return Path(folder) / "pdf.lock"
    return Path(tempfile.gettempdir()) / f"vob-pdf-{os.getuid()}.lock"

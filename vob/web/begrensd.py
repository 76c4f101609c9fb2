"""A file from outside, read by a bounded child process: never for long, never with much memory.

A few kB can describe a sheet of a billion cells, or a meeting to be sought until the year 9999.
The libraries do not stop there, and one of them ends the whole process when memory runs out. So
this file is also a program: run by its path it is the child. That gets the bytes and what the
reader asks, and nothing else: no environment, no key, no database, not the application.
"""

import importlib
import json
import logging
import subprocess
import sys
import threading
from base64 import b64decode, b64encode
from pathlib import Path
from types import ModuleType
from typing import Any

LOG = logging.getLogger("vob.begrensd")

SECONDEN = 15  # of computing, enough for an agenda of 4 MB; a busy server takes longer
MEGABYTES = 512
MEESTE_UIT = 16 * 1024 * 1024  # bytes of the answer: what is read twice may be written often

TE_ZWAAR = "Dit bestand is te groot of te ingewikkeld om te lezen. Maak een kleiner bestand."
TE_DRUK = "Er worden al andere bestanden gelezen. Wacht een halve minuut en probeer het opnieuw."

_TE_GROOT = 3  # the exit code of a child that had not enough
_VOB = Path(__file__).resolve().parents[1]
_PLAATSEN = threading.BoundedSemaphore(2)  # more would take the memory and both processors


class TeZwaar(Exception):
    """Not read. The message is Dutch and meant for the field of the file."""


def read_begrensd(lezer: str, inhoud: bytes, **vraag: Any) -> Any:
    """What `lezer` ("vob.room.module:function") answers to the bytes; both ways as JSON.

    The function must not raise for what it refuses: it answers that. Raises TeZwaar.
    """
    taak = {
        "lezer": lezer,
        "inhoud": b64encode(inhoud).decode(),
        "vraag": vraag,
        "seconden": SECONDEN,
        "megabytes": MEGABYTES,
    }
    if not _PLAATSEN.acquire(timeout=SECONDEN):
        raise TeZwaar(TE_DRUK)
    try:
        return json.loads(_run(json.dumps(taak).encode()))
    finally:
        _PLAATSEN.release()


def _run(taak: bytes) -> bytes:
    try:
        kind = subprocess.run(  # noqa: S603 - our own file, no argument from outside
            [sys.executable, "-I", str(Path(__file__).resolve())],
            input=taak,
            capture_output=True,
            timeout=SECONDEN * 1.5,
            env={},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise TeZwaar(TE_ZWAAR) from None
    if kind.returncode:
        # What a library printed could hold words of the file; the name of an error cannot.
        fout = kind.stderr.decode(errors="replace")
        LOG.warning("File not read: %s %s", kind.returncode, fout if fout.isidentifier() else "")
        raise TeZwaar(TE_ZWAAR)
    return kind.stdout


# --- the child ------------------------------------------------------------------------------------


def limit(megabytes: int, seconden: int) -> None:
    """Bound this process, also for when its parent is gone. A core dump would keep the file."""
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1024 * 1024,) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (seconden, seconden))


def find_lezer(lezer: str) -> Any:
    """The function, from its module alone: the packages around it would load the application."""
    module, _, naam = lezer.partition(":")
    delen = module.split(".")[:-1]
    for diepte in range(1, len(delen) + 1):
        pakket = ModuleType(".".join(delen[:diepte]))
        pakket.__path__ = [str(_VOB.joinpath(*delen[1:diepte]))]
        sys.modules.setdefault(pakket.__name__, pakket)
    return getattr(importlib.import_module(module), naam)


def main() -> int:
    """Read the task, do it, write the answer. Never a word of the file on stderr."""
    taak = json.load(sys.stdin.buffer)
    limit(taak["megabytes"], taak["seconden"])
    try:
        lees = find_lezer(taak["lezer"])
        antwoord = json.dumps(lees(b64decode(taak["inhoud"]), **taak["vraag"])).encode()
    except MemoryError:
        return _TE_GROOT
    except Exception as fout:
        sys.stderr.write(type(fout).__name__)
        return 1
    if len(antwoord) > MEESTE_UIT:
        return _TE_GROOT
    sys.stdout.buffer.write(antwoord)
    return 0


if __name__ == "__main__":
    sys.exit(main())

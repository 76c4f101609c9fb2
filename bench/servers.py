"""Servers, started as in production and stopped by their own process id."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from vob.serve import MEMORY

from .instellingen import ROOT


@dataclass
class Server:
    poort: int
    proces: "subprocess.Popen[bytes]"
    starttijd: float  # seconds until it answered

    def werkers(self) -> list[int]:
        """The process ids of the workers."""
        return [pid for pid in _processen() if _ouder(pid) == self.proces.pid]

    def geheugen(self) -> dict[int, int]:
        """Resident memory in kB: of the watching process and of each worker."""
        return {pid: _rss(pid) for pid in (self.proces.pid, *self.werkers())}


@contextmanager
def serve(poort: int, env: dict[str, str], doel: str = "wsgi:app") -> Iterator[Server]:
    """Two workers, as `vob serve` has them, until the end of the block."""
    begonnen = time.perf_counter()
    proces = subprocess.Popen(  # noqa: S603 - our own server
        [sys.executable, "-P", str(ROOT / "vob" / "serve.py"), "127.0.0.1", str(poort), doel],
        env=_omgeving(MEMORY | env),  # as `vob serve` sets it
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
    )
    try:
        _wait(poort, proces)
        yield Server(poort, proces, time.perf_counter() - begonnen)
    finally:
        proces.terminate()
        proces.wait(60)


def vob_env(folder: Path) -> dict[str, str]:
    """A demo instance of its own; nothing of the environment of who runs this."""
    return {"VOB_DEMO": "1", "VOB_INSTANCE": str(folder)}


def run_vob(folder: Path, *argumenten: str) -> float:
    """A command of VOB; how many seconds it took."""
    begonnen = time.perf_counter()
    subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "vob.cli", *argumenten],
        env=_omgeving(vob_env(folder)),
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return time.perf_counter() - begonnen


def _omgeving(env: dict[str, str]) -> dict[str, str]:
    schoon = {naam: w for naam, w in os.environ.items() if not naam.startswith("VOB_")}
    return schoon | env


def _wait(poort: int, proces: "subprocess.Popen[bytes]") -> None:
    """Until it answers a request, whatever the answer."""
    for _ in range(600):
        if proces.poll() is not None:
            raise SystemExit(f"De server op poort {poort} stopte meteen; is de poort vrij?")
        try:
            with socket.create_connection(("127.0.0.1", poort), 5) as verbinding:
                verbinding.sendall(b"GET /gezond HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                if verbinding.recv(12):
                    return
        except OSError:
            time.sleep(0.02)
    raise SystemExit(f"De server op poort {poort} antwoordt niet.")


def _processen() -> list[int]:
    return [int(pad.name) for pad in Path("/proc").iterdir() if pad.name.isdigit()]


def _ouder(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    except OSError:  # it ended meanwhile
        return 0


def _rss(pid: int) -> int:
    regels = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(regel.split()[1]) for regel in regels if regel.startswith("VmRSS"))

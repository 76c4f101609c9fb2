"""The production server: granian, with two processes that each hold the application.

`vob serve` ends in this file *as a script*: the process that watches over the workers then holds
the server only, and not a third copy of the application.
"""

import encodings.idna  # noqa: F401 - see `_announce`
import errno
import importlib
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from granian.constants import HTTPModes, Interfaces
from granian.log import LogLevels
from granian.server import Server

WORKERS = 2
THREADS = 4  # per worker; more only cost time, since Python runs one at once
REFUSALS = {
    errno.EADDRINUSE: "die poort is al in gebruik; draait VOB al? Kies anders een andere poort",
    errno.EACCES: "u heeft geen recht op die poort; kies een poort boven 1023",
}
# What needs much memory for a moment (a password check: 19 MB, an upload) gives it back at once;
# threads share what they keep. Else each has its own: 187 MB per worker was measured after a day's
# work on a million cases, 110 MB with these. Set before Python starts.
MEMORY = {"MALLOC_MMAP_THRESHOLD_": str(1024 * 1024), "MALLOC_ARENA_MAX": "1"}
SECONDS_TO_FINISH = 35  # a request in flight may take this long: a PDF takes 30 at most


def serve(host: str, port: int, target: str = "wsgi:app") -> None:
    """Replace this process by the server. Never returns."""
    _check_address(host, port)
    sys.stdout.flush()
    for name, value in MEMORY.items():
        os.environ.setdefault(name, value)
    # -P: as a script this file must not put its own folder, full of module names, on the path.
    arguments = [sys.executable, "-P", __file__, host, str(port), target]
    os.execv(sys.executable, arguments)  # noqa: S606 - no shell wanted, and nothing from outside


def _check_address(host: str, port: int) -> None:
    """Granian shares a port in silence, so a second VOB would answer half of the requests."""
    try:
        socket.create_server((host, port)).close()
    except OSError as fault:
        reason = REFUSALS.get(fault.errno or 0, "dit adres is er niet op deze machine")
        raise SystemExit(f"VOB kan niet luisteren op {host}:{port}: {reason}.") from None


def _load(target: str) -> Callable[..., Any]:
    """In the worker: the application itself."""
    threading.Thread(target=_await_stop, daemon=True).start()
    module, _, name = target.partition(":")
    application: Callable[..., Any] = getattr(importlib.import_module(module), name)
    return application


def _hold_signals() -> None:
    """A worker is born with this: no signal may interrupt it, `_await_stop` asks for them.

    Granian's handler in a worker misses a signal now and then: while it starts, and when the
    system gives the signal to another thread than the first. It locks on two at once, and Ctrl+C
    reaches the whole group, while the parent passes it on as SIGTERM.
    """
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # instead of what was inherited
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM, signal.SIGINT})


def _await_stop() -> None:
    signal.sigwait({signal.SIGTERM})
    handler = signal.getsignal(signal.SIGTERM)
    if callable(handler):
        handler(signal.SIGTERM, None)  # granian's: finish what runs, then leave
    else:
        os._exit(0)  # the application was still loading, so nothing runs


def run(host: str, port: int, target: str) -> None:
    """Serve until SIGTERM or SIGINT; SIGHUP renews the workers one by one."""
    server = Server(
        target,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        websockets=False,
        workers=int(os.environ.get("VOB_WORKERS", WORKERS)),
        blocking_threads=THREADS,
        respawn_failed_workers=True,
        workers_kill_timeout=SECONDS_TO_FINISH,
        log_level=LogLevels.warning,
    )
    if sys.stdin.isatty():  # a closed terminal sends SIGHUP and means: stop
        server.on_startup(lambda: signal.signal(signal.SIGHUP, server.signal_handler_interrupt))
    server.on_startup(threading.Thread(target=_announce, args=(host, port), daemon=True).start)
    server.on_shutdown(lambda: _say("VOB is gestopt."))
    os.register_at_fork(after_in_child=_hold_signals)
    server.serve(target_loader=_load)


def _announce(host: str, port: int) -> None:
    """Only when a worker listens: who sees the address clicks on it at once.

    This thread runs while the workers are forked. Connecting imports `encodings.idna`; a worker
    born during that import would wait for its lock for ever. So it is imported beforehand.
    """
    while True:
        try:
            socket.create_connection((host, port)).close()
        except OSError:
            time.sleep(0.1)
        else:
            return _say(f"VOB draait op http://{host}:{port} (stoppen: Ctrl+C)")


def _say(sentence: str) -> None:
    sys.stdout.write(sentence + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))  # where wsgi.py stands
    run(sys.argv[1], int(sys.argv[2]), sys.argv[3])

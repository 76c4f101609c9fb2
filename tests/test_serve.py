"""The real server with its two workers, around a toy application: how it stops and recovers."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path

import pytest

from vob import serve

ROOT = Path(__file__).parents[1]


class Running:
    """One server on a free port."""

    def __init__(self, folder: Path) -> None:
        self.begun, self.go_on, self.log = (folder / name for name in ("begun", "go_on", "log"))
        os.mkfifo(self.begun)
        os.mkfifo(self.go_on)
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        names = {"TOY_BEGUN": self.begun, "TOY_GO_ON": self.go_on, "TOY_LOG": self.log}
        address = ["127.0.0.1", str(self.port), "tests.toy_wsgi:app"]
        self.process = subprocess.Popen(  # noqa: S603 - our own server
            [sys.executable, "-P", serve.__file__, *address],
            env=os.environ | {name: str(path) for name, path in names.items()},
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        assert self.process.stdout
        self.first_line = self.process.stdout.readline()

    def get(self, path: str = "/pid") -> str:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", path)
        body = connection.getresponse().read().decode()
        connection.close()
        return body

    def wait_until(self, done: Callable[[set[int]], bool], seconds: float = 20) -> set[int]:
        """Ask who answers, on connection after connection, until it is as it should be."""
        deadline, seen = time.monotonic() + seconds, set[int]()
        while not done(seen) and time.monotonic() < deadline:
            try:
                seen.add(int(self.get()))
            except OSError:
                continue  # it went down with the worker, or nobody listens for a moment
        return seen

    def end(self) -> str:
        return self.process.communicate(timeout=30)[0]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Running]:
    running = Running(tmp_path)
    yield running
    if running.process.poll() is None:
        os.killpg(running.process.pid, signal.SIGKILL)
        running.process.communicate()


def test_the_address_is_told_once_somebody_answers(server: Running) -> None:
    assert f"VOB draait op http://127.0.0.1:{server.port} " in server.first_line
    assert server.get().isdigit()


def test_two_workers_share_the_work(server: Running) -> None:
    assert len(server.wait_until(lambda seen: len(seen) == 2)) == 2


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_request_in_flight_finishes_when_the_server_stops(
    server: Running, number: signal.Signals
) -> None:
    with ThreadPoolExecutor() as pool:
        answer = pool.submit(server.get, "/wacht")
        assert server.begun.read_text() == "begonnen"  # returns when the request runs
        os.killpg(server.process.pid, number)  # as Ctrl+C and a service manager do
        server.wait_until(lambda _: not _listens(server.port))
        server.go_on.write_text("klaar")
        assert answer.result(timeout=30) == "klaar"
    assert server.end() == "VOB is gestopt.\n"
    assert server.process.returncode == 0


def test_under_load_no_request_that_began_is_lost(server: Running) -> None:
    def ask(client: int) -> list[str]:
        answered: list[str] = []
        while _listens(server.port):
            path = f"/{client}-{len(answered)}"
            try:
                server.get(path)
            except ConnectionError:
                break  # the door closed between knocking and asking
            answered.append(path)
        return answered

    with ThreadPoolExecutor(8) as pool:
        clients = [pool.submit(ask, number) for number in range(8)]
        server.wait_until(lambda _: server.log.read_text().count("\n") > 200)
        server.process.send_signal(signal.SIGTERM)
        answered = {path for client in clients for path in client.result(timeout=30)}
    begun = set(server.log.read_text().split()) - {"/pid"}
    assert len(begun) > 100
    assert begun == answered
    assert server.end() == "VOB is gestopt.\n"


def test_a_killed_worker_is_replaced_within_five_seconds(server: Running) -> None:
    first = server.wait_until(lambda seen: len(seen) == 2)
    os.kill(min(first), signal.SIGKILL)
    seen = server.wait_until(lambda seen: bool(seen - first), seconds=5)
    assert seen - first


def test_a_second_server_on_the_same_port_is_refused(server: Running) -> None:
    with pytest.raises(SystemExit, match="al in gebruik"):
        serve.serve("127.0.0.1", server.port)


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(SystemExit, match="dit adres is er niet"):
        serve.serve("192.0.2.1", 8000)


def _listens(port: int) -> bool:
    with socket.socket() as knock:
        return knock.connect_ex(("127.0.0.1", port)) == 0

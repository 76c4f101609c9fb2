"""A PostgreSQL of our own for the tests: made in a temporary folder, gone afterwards.

`make test` uses it for the whole suite. For a few tests on PostgreSQL:
`.venv/bin/python -m tests.databases .venv/bin/python -m pytest -n 2 tests/data`
"""

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

# What makes a database survive a power cut costs most of the time of a test.
SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    # It would fill the gaps of rows that went, at some moment of its own: then what a test asks
    # without an order comes in another one, once in so many runs.
    "autovacuum": "off",
    "unix_socket_directories": "",
    "listen_addresses": "127.0.0.1",
}
WORKERS = ("master", *(f"gw{number}" for number in range(max(os.cpu_count() or 1, 4))))


@contextmanager
def postgresql() -> Iterator[str]:
    """The address of a server; it has a database `vob_<worker>` for every worker of pytest."""
    password = secrets.token_urlsafe()
    folder = Path(tempfile.mkdtemp(prefix="vob-postgresql-"))
    try:
        port = _start(folder, password)
        try:
            _make_databases(port, password)
            yield f"postgresql+psycopg://vob:{password}@127.0.0.1:{port}/vob"
        finally:
            _run("pg_ctl", "stop", "--pgdata", folder / "data", "--mode", "immediate", "--silent")
    finally:
        shutil.rmtree(folder)


def _start(folder: Path, password: str) -> int:
    secret = folder / "password"
    secret.write_text(password)
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        owner = pwd.getpwnam("postgres")
        for path in (folder, secret):
            os.chown(path, owner.pw_uid, owner.pw_gid)
    login = ("--username=vob", "--auth=scram-sha-256", f"--pwfile={secret}")
    text = ("--encoding=UTF8", "--locale=C.UTF-8")
    _run("initdb", "--pgdata", folder / "data", *login, *text, "--no-sync", "--no-instructions")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    options = " ".join(
        f"-c {name}={value!r}" for name, value in (SETTINGS | {"port": port}).items()
    )
    log = ("--log", folder / "data" / "log")
    _run("pg_ctl", "start", "--pgdata", folder / "data", *log, "--options", options, "--wait")
    return port


def _make_databases(port: int, password: str) -> None:
    address = {"host": "127.0.0.1", "port": port, "user": "vob", "password": password}
    with psycopg.connect(dbname="postgres", autocommit=True, **address) as connection:
        for worker in WORKERS:
            connection.execute(f"CREATE DATABASE vob_{worker}".encode())


def _run(program: str, *arguments: str | Path) -> None:
    command = [_find(program), *map(str, arguments)]
    if os.geteuid() == 0:
        command = ["runuser", "-u", "postgres", "--", *command]
    done = subprocess.run(  # noqa: S603 - PostgreSQL's own programs
        command, cwd="/", check=False, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if done.returncode:
        raise RuntimeError(f"{program} mislukte:\n{done.stdout}")


def _find(program: str) -> str:
    """Debian keeps the programs of each version in a folder of its own; the newest will do."""
    installed = Path("/usr/lib/postgresql").glob(f"*/bin/{program}")
    newest = sorted(installed, key=lambda path: int(path.parts[-3]))
    return shutil.which(program) or str(newest[-1])


if __name__ == "__main__":
    with postgresql() as url:
        environment = os.environ | {"VOB_TEST_DATABASE_URL": url}
        sys.exit(subprocess.call(sys.argv[1:], env=environment))  # noqa: S603 - as the caller asks

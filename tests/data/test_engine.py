"""How SQLite is used; on PostgreSQL the same promises come from the server itself."""

import fcntl
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.exc import OperationalError

from vob.data.engine import journal_mode

WRITERS, ROWS = 8, 25


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = create_engine(f"sqlite:///{tmp_path / 'x.db'}")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE teller (waarde integer)"))
        connection.execute(text("INSERT INTO teller VALUES (0)"))
    yield engine
    engine.dispose()


@pytest.mark.parametrize(
    ("version", "mode"),
    [
        ((3, 40, 1), ("truncate", "extra")),  # Debian 12: the WAL reset bug is in it
        ((3, 51, 2), ("truncate", "extra")),
        ((3, 51, 3), ("wal", "full")),
    ],
)
def test_the_journal_is_chosen_by_the_version(
    version: tuple[int, ...], mode: tuple[str, str]
) -> None:
    assert journal_mode(version) == mode


def test_the_connection_is_safe(engine: Engine) -> None:
    asked = ("foreign_keys", "trusted_schema", "secure_delete", "busy_timeout")
    with engine.connect() as connection:
        found = {name: connection.execute(text(f"PRAGMA {name}")).scalar() for name in asked}
        mode = connection.execute(text("PRAGMA journal_mode")).scalar()
    assert found == {
        "foreign_keys": 1,
        "trusted_schema": 0,
        "secure_delete": 1,
        "busy_timeout": 5000,
    }
    assert mode == journal_mode()[0]


def test_a_read_holds_no_transaction_and_a_write_does(engine: Engine) -> None:
    with engine.connect() as connection:
        raw = connection.connection.dbapi_connection
        assert isinstance(raw, sqlite3.Connection)
        connection.execute(text("SELECT * FROM teller")).all()
        assert not raw.in_transaction
        connection.execute(text("UPDATE teller SET waarde = 1"))
        assert raw.in_transaction
        connection.rollback()
        assert connection.execute(text("SELECT waarde FROM teller")).scalar() == 0


def test_eight_writers_at_once_lose_nothing_and_are_never_locked_out(engine: Engine) -> None:
    def write(_: int) -> None:
        for _row in range(ROWS):
            with engine.begin() as connection:
                connection.execute(text("UPDATE teller SET waarde = waarde + 1"))

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, range(WRITERS)))
    with engine.connect() as connection:
        assert connection.execute(text("SELECT waarde FROM teller")).scalar() == WRITERS * ROWS


def test_a_newcomer_does_not_write_before_who_waits(engine: Engine) -> None:
    """Whoever is first in the queue keeps the others behind it, though nobody writes yet."""

    def write() -> None:
        with engine.begin() as connection:
            connection.execute(text("UPDATE teller SET waarde = 1"))

    with ThreadPoolExecutor(1) as pool:
        with open(f"{engine.url.database}-rij", "a") as queue:
            fcntl.flock(queue, fcntl.LOCK_EX)
            newcomer = pool.submit(write)
            assert not wait([newcomer], timeout=0.5).done
        newcomer.result(timeout=5)


def test_who_waited_too_long_hears_that_it_is_locked(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vob.data.engine.BUSY_TIMEOUT_MS", 50)
    with engine.begin() as first, engine.connect() as second:
        first.execute(text("UPDATE teller SET waarde = 1"))
        with pytest.raises(OperationalError, match="locked"):
            second.execute(text("UPDATE teller SET waarde = 2"))

"""How VOB talks to its database: safe settings for SQLite, and when a transaction begins.

The figures behind each choice stand in shared/ontwerp/veiligheid.md ("SQLite, as measured").
"""

import fcntl
import sqlite3
import time
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session, scoped_session

# Below 3.51.3 a WAL reset can corrupt the file; there the rollback journal is used instead.
WAL_SAFE_FROM = (3, 51, 3)
BUSY_TIMEOUT_MS = 5000
_TRY_AGAIN = 0.001  # seconds
_WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE", "CREATE", "ALTER", "DROP")


def journal_mode(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> tuple[str, str]:
    """(journal_mode, synchronous) for this SQLite: nothing acknowledged is lost on a power cut.

    Emptying the journal is as safe as removing it (it is synced before the commit returns) and
    takes half the time: no file is made and no directory is synced for each commit.
    """
    return ("wal", "full") if version >= WAL_SAFE_FROM else ("truncate", "extra")


@event.listens_for(Engine, "connect")
def _prepare(connection: Any, _record: Any) -> None:
    if not isinstance(connection, sqlite3.Connection):
        return
    # Reads run in autocommit: no lock stays while a page renders. `_begin_before_write` starts a
    # transaction when, and only when, something is written.
    connection.isolation_level = None
    mode, synchronous = journal_mode()
    for pragma in (
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        f"journal_mode={mode}",
        f"synchronous={synchronous}",
        "foreign_keys=ON",
        "trusted_schema=OFF",
        "secure_delete=ON",
        "mmap_size=0",
        "cell_size_check=ON",
        "cache_size=-1000",  # kB per connection: one for each thread; the system keeps the rest
        "temp_store=MEMORY",  # nothing personal in temporary files
    ):
        connection.execute(f"PRAGMA {pragma}")


@event.listens_for(Engine, "before_cursor_execute")
def _begin_before_write(
    connection: Connection,
    cursor: Any,
    statement: str,
    parameters: Any,
    context: Any,
    executemany: bool,
) -> None:
    """BEGIN IMMEDIATE before the first write; a deferred one fails under load ("locked")."""
    raw = connection.connection.dbapi_connection
    if (
        isinstance(raw, sqlite3.Connection)
        and not raw.in_transaction
        and statement.lstrip()[:7].upper().startswith(_WRITES)
    ):
        _begin(raw)


def begin_write(session: Session | scoped_session[Any]) -> None:
    """Take the write lock now, before reading what the write depends on (a number, a token).

    On PostgreSQL this is nothing: there a unique constraint or a row lock decides.
    """
    connection = session.connection()
    raw = connection.connection.dbapi_connection
    if isinstance(raw, sqlite3.Connection) and not raw.in_transaction:
        _begin(raw)


def _begin(connection: sqlite3.Connection) -> None:
    """BEGIN IMMEDIATE, for writers in the order in which they came.

    SQLite lets them try again after ever longer naps, so that one who just came goes before one who
    waits: of eight writers at once one in twenty waited 1.5 s, where the turn of each takes 0.03.
    Here they queue at a file beside the database, and only the first of the queue tries.
    """
    until = time.monotonic() + BUSY_TIMEOUT_MS / 1000
    path = connection.execute("PRAGMA database_list").fetchone()[2]
    with open(f"{path}-rij", "a") as queue:
        fcntl.flock(queue, fcntl.LOCK_EX)
        connection.execute("PRAGMA busy_timeout=0")
        try:
            while not _try_begin(connection, is_last=time.monotonic() >= until):
                time.sleep(_TRY_AGAIN)
        finally:
            connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")


def _try_begin(connection: sqlite3.Connection, *, is_last: bool) -> bool:
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as fault:
        if is_last or fault.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise OperationalError("BEGIN IMMEDIATE", None, fault) from fault  # as any statement
        return False
    return True

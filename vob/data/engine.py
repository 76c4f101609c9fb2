"""How VOB talks to its database: safe settings for SQLite, and when a transaction begins.

The figures behind each choice stand in shared/ontwerp/veiligheid.md ("SQLite, as measured").
"""

import sqlite3
from typing import Any

from sqlalchemy import Connection, Engine, event, text
from sqlalchemy.orm import Session, scoped_session

# Below 3.51.3 a WAL reset can corrupt the file; there the rollback journal is used instead.
WAL_SAFE_FROM = (3, 51, 3)
BUSY_TIMEOUT_MS = 5000
_WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE", "CREATE", "ALTER", "DROP")


def journal_mode(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> tuple[str, str]:
    """(journal_mode, synchronous) for this SQLite: nothing acknowledged is lost on a power cut."""
    return ("wal", "full") if version >= WAL_SAFE_FROM else ("delete", "extra")


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
        "cache_size=-4000",  # kB per connection: one for each thread; the system keeps the rest
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
        cursor.execute("BEGIN IMMEDIATE")


def begin_write(session: Session | scoped_session[Any]) -> None:
    """Take the write lock now, before reading what the write depends on (a number, a token).

    On PostgreSQL this is nothing: there a unique constraint or a row lock decides.
    """
    connection = session.connection()
    raw = connection.connection.dbapi_connection
    if isinstance(raw, sqlite3.Connection) and not raw.in_transaction:
        connection.execute(text("BEGIN IMMEDIATE"))

"""Counting and reading the SQL that a page sends."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from vob.data import db


@contextmanager
def record_queries() -> Iterator[list[tuple[str, Any]]]:
    """The statements sent meanwhile, with their parameters."""
    sent: list[tuple[str, Any]] = []

    def note(_conn: Any, _cursor: Any, statement: str, parameters: Any, *_rest: Any) -> None:
        sent.append((statement, parameters))

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(db.engine, "before_cursor_execute", note)


@contextmanager
def count_queries() -> Iterator[list[str]]:
    """The statements sent meanwhile; complete when the block has ended."""
    statements: list[str] = []
    with record_queries() as sent:
        try:
            yield statements
        finally:
            # The lock of the chain is what BEGIN IMMEDIATE is on SQLite: not a question.
            asked = (statement for statement, _ in sent)
            statements.extend(one for one in asked if "pg_advisory" not in one)


def plans_of(act: Callable[[], object]) -> list[str]:
    """How SQLite runs each statement that this act sends."""
    with record_queries() as sent:
        act()
    raw = db.session.connection().connection.dbapi_connection
    assert raw is not None
    return [
        "\n".join(
            row[3] for row in raw.cursor().execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
        )
        for statement, parameters in sent
    ]

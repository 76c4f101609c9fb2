"""Counting and reading the SQL that a page sends."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event, text

from vob.data import db


@contextmanager
def count_queries() -> Iterator[list[str]]:
    """The statements sent meanwhile; their parameters in `db.session.info["parameters"]`."""
    statements: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, _parameters: Any, *_rest: Any) -> None:
        statements.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(db.engine, "before_cursor_execute", note)


def query_plan(statement: Any) -> str:
    """How SQLite would run this, one line per step."""
    compiled = statement.compile(db.engine, compile_kwargs={"render_postcompile": True})
    parameters = tuple(compiled.params[naam] for naam in compiled.positiontup or ())
    values = [
        processor(value) if (processor := compiled._bind_processors.get(naam)) else value
        for naam, value in zip(compiled.positiontup or (), parameters, strict=True)
    ]
    connection = db.session.connection().connection
    rows = connection.execute(f"EXPLAIN QUERY PLAN {compiled}", values)  # type: ignore[attr-defined]  # the raw sqlite3 connection
    return "\n".join(row[3] for row in rows)


__all__ = ["count_queries", "query_plan", "text"]

"""Small pieces of SQL that more than one room needs."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Connection, literal
from sqlalchemy.dialects import postgresql, sqlite

from .paging import Kolom


def is_one_of(kolom: Kolom[Any], waarden: Collection[Any]) -> ColumnElement[bool]:
    """`kolom IN (…)` for values that are always the same.

    SQLAlchemy writes the list of `in_()` into the statement anew at each execution; in a statement
    that is kept, that takes as long as SQLite needs to answer it.
    """
    return kolom.in_([literal(waarde, kolom.type) for waarde in waarden])


def insert_into(model: type, connection: Connection) -> Any:
    """An INSERT that can say what must happen with a row that is there already (ON CONFLICT)."""
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    return dialect.insert(model)

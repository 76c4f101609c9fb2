"""Small pieces of SQL that more than one room needs."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, literal

from .paging import Kolom


def is_one_of(kolom: Kolom[Any], waarden: Collection[Any]) -> ColumnElement[bool]:
    """`kolom IN (…)` for values that are always the same.

    SQLAlchemy writes the list of `in_()` into the statement anew at each execution; in a statement
    that is kept, that takes as long as SQLite needs to answer it.
    """
    return kolom.in_([literal(waarde, kolom.type) for waarde in waarden])

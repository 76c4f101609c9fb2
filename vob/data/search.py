"""Full-text search behind one function, on both databases.

By trigram, because Dutch compounds decide it: "incident" must find "incidentenregister", which no
word index does. Text is folded (lower case, without diacritics) before it is stored and before it
is looked for. Answers come newest first. A model takes part by having `zoektekst()`.
"""

import re
import unicodedata
from typing import Any, Protocol, runtime_checkable

from sqlalchemy import (
    ColumnElement,
    Select,
    UniqueConstraint,
    and_,
    column,
    delete,
    event,
    func,
    insert,
    literal,
    select,
    table,
    update,
)
from sqlalchemy.orm import Mapped, Session, UOWTransaction, mapped_column

from .db import Base, Model, db

MAX_QUERY = 100  # characters; longer is cut, a search is not a text
SHORT_SCAN = 10_000  # words of one or two letters are looked for among the newest documents only
_TRIGRAM = 3


@runtime_checkable
class Zoekbaar(Protocol):
    """A model that can be found."""

    def zoektekst(self) -> tuple[str, str] | None:
        """(title as shown, all text to be found); None: not to be found (any more)."""


class Zoekdoc(Base):
    """What can be found of one object. `soort` is its table, `ref` its id."""

    __tablename__ = "zoekdoc"
    __table_args__ = (UniqueConstraint("soort", "ref"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    soort: Mapped[str]
    ref: Mapped[int]
    titel: Mapped[str]
    tekst: Mapped[str]


# Made by the migrations (search_ddl.py).
FTS = table("zoekdoc_fts", column("rowid"), column("tekst"))


def fold(text: str) -> str:
    """Lower case, without diacritics, single spaces: "Coördinator" is found by "coordinator"."""
    parts = unicodedata.normalize("NFKD", text.lower())
    return " ".join("".join(c for c in parts if not unicodedata.combining(c)).split())


def words(q: str) -> list[str]:
    """The folded words of a query."""
    return re.findall(r"[^\s\"]+", fold(q[:MAX_QUERY]))


def search(stmt: Select[Any], q: str) -> Select[Any]:
    """Restrict `stmt`, which selects from `found(q)`, to documents that hold every word of `q`.

    Page by `order(q)`, descending: newest first.
    """
    return stmt.where(*_conditions(words(q)))


def found(q: str) -> Any:
    """What to select from: Zoekdoc, on SQLite by way of its index."""
    if _is_sqlite() and any(len(word) >= _TRIGRAM for word in words(q)):
        return FTS.join(Zoekdoc, Zoekdoc.id == FTS.c.rowid)
    return Zoekdoc.__table__


def order(q: str) -> ColumnElement[int]:
    """The column to order and page by: newest document first."""
    if _is_sqlite() and any(len(word) >= _TRIGRAM for word in words(q)):
        return FTS.c.rowid
    return Zoekdoc.id.expression


def _conditions(wanted: list[str]) -> list[ColumnElement[bool]]:
    long = [word for word in wanted if len(word) >= _TRIGRAM]
    short = [word for word in wanted if len(word) < _TRIGRAM]
    conditions: list[ColumnElement[bool]] = []
    if _is_sqlite():
        if long:
            match = " ".join(f'"{word}"' for word in long)
            conditions.append(FTS.c.tekst.op("MATCH")(literal(match)))
    else:
        conditions += [Zoekdoc.tekst.contains(word, autoescape=True) for word in long]
    conditions += [Zoekdoc.tekst.contains(word, autoescape=True) for word in short]
    if short and not long:
        newest = select(func.max(Zoekdoc.id)).scalar_subquery()
        conditions.append(Zoekdoc.id > newest - SHORT_SCAN)
    return conditions


def _is_sqlite() -> bool:
    return db.engine.dialect.name == "sqlite"


@event.listens_for(Session, "after_flush")
def _index(session: Session, _context: UOWTransaction) -> None:
    """Keep what can be found in step with what is stored, in the same transaction."""
    for obj in session.deleted:
        if isinstance(obj, Model) and isinstance(obj, Zoekbaar):
            _remove(session, obj)
    for obj in (*session.new, *session.dirty):
        if isinstance(obj, Model) and isinstance(obj, Zoekbaar):
            _store(session, obj, is_new=obj in session.new)


def _store(session: Session, obj: Model, is_new: bool) -> None:
    found_by = obj.zoektekst()  # type: ignore[attr-defined]  # checked by the caller: Zoekbaar
    if found_by is None:
        return _remove(session, obj)
    titel, tekst = found_by
    values = {"titel": titel, "tekst": fold(f"{titel} {tekst}")}
    if not is_new:
        done = session.execute(
            update(Zoekdoc).where(_is_doc_of(obj), Zoekdoc.tekst != values["tekst"]).values(values)
        )
        exists = done.rowcount or session.scalar(select(Zoekdoc.id).where(_is_doc_of(obj)))  # type: ignore[attr-defined]  # CursorResult
        if exists:
            return None
    session.execute(insert(Zoekdoc).values(soort=obj.__tablename__, ref=obj.id, **values))
    return None


def _remove(session: Session, obj: Model) -> None:
    session.execute(delete(Zoekdoc).where(_is_doc_of(obj)))


def _is_doc_of(obj: Model) -> ColumnElement[bool]:
    return and_(Zoekdoc.soort == obj.__tablename__, Zoekdoc.ref == obj.id)

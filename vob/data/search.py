"""Full-text search behind one function, on both databases.

By trigram, because Dutch compounds decide it: "incident" must find "incidentenregister", which no
word index does. Text is folded (lower case, without diacritics) before it is stored and before it
is looked for. Answers come newest first. A model takes part by having `zoektekst()`.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Protocol, runtime_checkable

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    Text,
    UniqueConstraint,
    bindparam,
    column,
    delete,
    event,
    func,
    insert,
    select,
    table,
    text,
)
from sqlalchemy.orm import Mapped, Session, UOWTransaction, mapped_column

from .audit import AnySession
from .db import Base, Model, db
from .search_opruimen import ask_opruiming

MAX_QUERY = 100  # characters; longer is cut, a search is not a text
SHORT_SCAN = 10_000  # words of one or two letters are looked for among the newest documents only
_TRIGRAM = 3
_MATCH = "_match"


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


def fold(tekst: str) -> str:
    """Lower case, without diacritics, single spaces: "Coördinator" is found by "coordinator"."""
    parts = unicodedata.normalize("NFKD", tekst.lower())
    if not parts.isascii():  # most texts are: no need to look at every letter
        parts = "".join(c for c in parts if not unicodedata.combining(c))
    return " ".join(parts.split())


def words(q: str) -> list[str]:
    """The folded words of a query."""
    return re.findall(r"[^\s\"\x00]+", fold(q[:MAX_QUERY]))


def parameters(q: str, *, by_index: bool = True) -> dict[str, str]:
    """The parameters of a search. Their names decide its SQL, so that a statement can be kept.

    Without `by_index` every text is read: for someone who may see few of them.
    """
    wanted = words(q)
    long = [word for word in wanted if len(word) >= _TRIGRAM or not by_index]
    short = [word for word in wanted if word not in long]
    found_by = {f"_kort{n}": _like(word) for n, word in enumerate(short)}
    if by_index and _is_sqlite():
        return found_by | ({_MATCH: " ".join(f'"{word}"' for word in long)} if long else {})
    return found_by | {f"_lang{n}": _like(word) for n, word in enumerate(long)}


def _like(word: str) -> str:
    return "%" + re.sub(r"([/%_])", r"/\1", word) + "%"


def search(stmt: Select[Any], q: str) -> Select[Any]:
    """Restrict `stmt`, which selects from `found(q)`, to documents that hold every word of `q`.

    Page by `order(q)`, descending: newest first.
    """
    return stmt.where(*conditions(parameters(q)))


def found(q: str) -> Any:
    """What to select from: Zoekdoc, on SQLite by way of its index."""
    return found_by(parameters(q))


def order(q: str) -> ColumnElement[int]:
    """The column to order and page by: newest document first."""
    return order_by(parameters(q))


# The same three for a statement that is kept: only the names of the parameters count.


def found_by(names: Collection[str]) -> Any:
    """Join other tables on `Zoekdoc.ref + 0`. The "+ 0" makes the index of words come first: SQLite
    would sometimes go through all rows instead and ask that index about each (14 s, not 4 ms).
    """
    if _MATCH in names:
        return FTS.join(Zoekdoc, Zoekdoc.id == FTS.c.rowid + 0)
    return Zoekdoc.__table__


def order_by(names: Collection[str]) -> ColumnElement[int]:
    return FTS.c.rowid if _MATCH in names else Zoekdoc.id.expression


def conditions(values: Mapping[str, str | None]) -> list[ColumnElement[bool]]:
    """`values`: the parameters; None where they come with the execution."""
    holds: list[ColumnElement[bool]] = [
        FTS.c.tekst.op("MATCH")(bindparam(name, value, type_=Text))
        if name == _MATCH
        else Zoekdoc.tekst.like(bindparam(name, value, type_=Text), escape="/")
        for name, value in sorted(values.items(), key=lambda item: item[0])
    ]
    if values and all(name.startswith("_kort") for name in values):
        newest = select(func.max(Zoekdoc.id)).scalar_subquery()
        holds.append(Zoekdoc.id > newest - SHORT_SCAN)
    return holds


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
    old = None if is_new else _doc_of(session, obj)
    if found_by is None:
        if old:
            _drop(session, old)
            ask_opruiming(session)
        return
    titel, tekst = found_by
    doc = {"soort": obj.__tablename__, "ref": obj.id, "titel": titel}
    doc["tekst"] = fold(f"{titel} {tekst}")
    if old and (old.titel, old.tekst) == (doc["titel"], doc["tekst"]):
        return
    if old:
        _drop(session, old)
        doc["id"] = old.id  # keeps its place in "newest first"
    add_docs(session, [doc])


def reindex(objects: Iterable[Model]) -> None:
    """Store again what is found of these, after something changed that is part of their title."""
    for obj in objects:
        _store(db.session(), obj, is_new=False)


def add_docs(session: AnySession, docs: Sequence[dict[str, Any]]) -> None:
    """Store documents with their index. Bulk writers call this themselves, with folded `tekst`."""
    ids = session.scalars(insert(Zoekdoc).returning(Zoekdoc.id, sort_by_parameter_order=True), docs)
    if _is_sqlite():
        rows = [{"rowid": id, "tekst": doc["tekst"]} for id, doc in zip(ids, docs, strict=True)]
        session.execute(insert(FTS), rows)


def _remove(session: Session, obj: Model) -> None:
    if doc := _doc_of(session, obj):
        _drop(session, doc)
        ask_opruiming(session)


def _drop(session: Session, doc: Row[int, str, str]) -> None:
    if _is_sqlite():  # the index forgets a text by being told that text
        forget = text(
            "INSERT INTO zoekdoc_fts(zoekdoc_fts, rowid, tekst) VALUES ('delete', :id, :tekst)"
        )
        session.execute(forget, {"id": doc.id, "tekst": doc.tekst})
    session.execute(delete(Zoekdoc).where(Zoekdoc.id == doc.id))


def _doc_of(session: Session, obj: Model) -> Row[int, str, str] | None:
    return session.execute(
        select(Zoekdoc.id, Zoekdoc.titel, Zoekdoc.tekst).where(
            Zoekdoc.soort == obj.__tablename__, Zoekdoc.ref == obj.id
        )
    ).first()

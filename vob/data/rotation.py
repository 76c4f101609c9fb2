"""Give every encrypted value the newest key, table by table; VOB may stay in use meanwhile."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import (
    Column,
    LargeBinary,
    Table,
    bindparam,
    literal,
    select,
    tuple_,
    type_coerce,
    update,
)

from .audit import AnySession, log_event
from .crypto import SleutelFout, sleutelbos
from .db import Base
from .types import ENCRYPTED

_ROWS = 200


def rotate_keys(session: AnySession) -> int:
    """Re-encrypt what another key than the first one sealed. Commits per batch; can be repeated.

    Returns the number of values. Keyed hashes (blind indexes) keep their key id and stay findable
    as long as the old key is in the ring.
    """
    total = 0
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, ENCRYPTED):
                total += _rotate_column(session, table, column)
    log_event(session, "sleutels vernieuwd", "sleutel", None, aantal=total)
    session.commit()
    return total


def check_keys(session: AnySession) -> Iterator[str]:
    """Of each kind of value the oldest and the newest: a sentence when no key we have opens it."""
    for table in Base.metadata.sorted_tables:
        keys = list(table.primary_key.columns)
        for column in table.columns:
            if not isinstance(column.type, ENCRYPTED):
                continue
            for order in (keys, [key.desc() for key in keys]):
                stmt = select(column).where(column.is_not(None)).order_by(*order).limit(1)
                try:
                    session.execute(stmt).first()
                except SleutelFout as fault:
                    yield f"{table.name}.{column.name}: {fault}"
                    break


def _rotate_column(session: AnySession, table: Table, column: "Column[object]") -> int:
    keys = list(table.primary_key.columns)
    raw = type_coerce(column, LargeBinary).label("raw")
    batch = select(*keys, raw).where(column.is_not(None)).order_by(*keys).limit(_ROWS)
    value = type_coerce(bindparam("value"), LargeBinary)
    renew = update(table).values({column.name: value})
    renew = renew.where(*(key == bindparam(f"row_{key.name}") for key in keys))
    done, rows = 0, session.execute(batch).all()
    while rows:
        changed = _renewed(keys, rows, column.type.context)  # type: ignore[attr-defined]  # ENCRYPTED
        if changed:
            session.connection().execute(renew, changed)
        session.commit()
        done += len(changed)
        last = tuple_(*(literal(part) for part in rows[-1][:-1]))
        rows = session.execute(batch.where(tuple_(*keys) > last)).all()
    return done


def _renewed(keys: list["Column[Any]"], rows: Sequence[Any], context: str) -> list[dict[str, Any]]:
    bos = sleutelbos()
    newest = bos.eerste.encode() + b":"
    return [
        {f"row_{key.name}": part for key, part in zip(keys, row, strict=False)}
        | {"value": bos.encrypt(bos.decrypt(row.raw, context), context)}
        for row in rows
        if not row.raw.startswith(newest)
    ]

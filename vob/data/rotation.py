"""Give every encrypted value the newest key, table by table; VOB may stay in use meanwhile."""

from sqlalchemy import Column, LargeBinary, Table, bindparam, select, type_coerce, update

from .audit import AnySession, log_event
from .crypto import sleutelbos
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


def _rotate_column(session: AnySession, table: Table, column: "Column[object]") -> int:
    (key,) = table.primary_key.columns
    raw = type_coerce(column, LargeBinary).label("raw")
    context = column.type.context  # type: ignore[attr-defined]  # one of ENCRYPTED
    newest, done, last = sleutelbos().eerste.encode() + b":", 0, 0
    while True:
        rows = session.execute(
            select(key, raw).where(key > last, column.is_not(None)).order_by(key).limit(_ROWS)
        ).all()
        if not rows:
            return done
        last = rows[-1][0]
        changed = [
            {"row": id, "value": sleutelbos().encrypt(sleutelbos().decrypt(old, context), context)}
            for id, old in rows
            if not old.startswith(newest)
        ]
        if changed:
            value = type_coerce(bindparam("value"), LargeBinary)
            session.connection().execute(
                update(table).where(key == bindparam("row")).values({column.name: value}), changed
            )
        session.commit()
        done += len(changed)

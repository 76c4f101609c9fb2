"""The audit log: who did what to which row, written by the session itself, chained by keyed hashes.

Two tables. `AuditRegel` holds actor, act, object, column names and a hash of the change; the chain
runs over these rows. `AuditInhoud` holds old and new values, and only of columns that cannot hold a
text about someone. Retention can erase an `AuditInhoud` and the chain still verifies.
"""

import json
import secrets
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any, TypeAlias

from sqlalchemy import (
    JSON,
    Boolean,
    Date,
    Enum,
    ForeignKey,
    Index,
    Integer,
    Numeric,
    event,
    insert,
    inspect,
    select,
    text,
)
from sqlalchemy.orm import Mapped, Session, UOWTransaction, mapped_column, scoped_session

from vob.core.clock import nu

from .crypto import sleutelbos
from .db import Base, Model
from .engine import begin_write
from .types import UtcDateTime

_LOCK = 72_011  # PostgreSQL advisory lock: one writer of the chain at a time
_BEGIN = "begin"
# Only these kinds of value are kept: a text may name a person, a number or a date does not.
# Another column that is safe to keep says so itself: `mapped_column(info={"audit": True})`.
_SHOWN = (Enum, Boolean, Date, UtcDateTime, Integer, Numeric)

AnySession: TypeAlias = Session | scoped_session[Any]


class AuditRegel(Base):
    """One act. Also the read log: `actie` = "ingezien" (shared/ontwerp/architectuur.md §7)."""

    __tablename__ = "audit_regel"
    __table_args__ = (
        Index("ix_audit_regel_object", "tabel", "object_id"),
        Index("ix_audit_regel_actor", "actor_id", "id"),
        Index("ix_audit_regel_actie", "actie", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    moment: Mapped[datetime]
    actor_id: Mapped[int | None]
    actie: Mapped[str]
    tabel: Mapped[str]
    object_id: Mapped[int | None]
    kolommen: Mapped[list[str]] = mapped_column(JSON)
    inhoud_hash: Mapped[str]
    keten: Mapped[str]


class AuditInhoud(Base):
    """Old and new values of one audit line; may be erased."""

    __tablename__ = "audit_inhoud"

    audit_id: Mapped[int] = mapped_column(
        ForeignKey("audit_regel.id", ondelete="CASCADE"), primary_key=True
    )
    inhoud: Mapped[str]  # JSON, with a salt: an erased value cannot be guessed from its hash


@event.listens_for(Session, "after_flush")
def _record(session: Session, _context: UOWTransaction) -> None:
    lines = [
        {"actie": actie, "tabel": obj.__tablename__, "object_id": obj.id, "wijzigingen": changes}
        for actie, objects in (
            ("aangemaakt", session.new),
            ("gewijzigd", session.dirty),
            ("verwijderd", session.deleted),
        )
        for obj in objects
        if isinstance(obj, Model) and obj.__audited__ and (changes := _changes(obj, actie))
    ]
    if lines:
        append(session, lines)


def log_event(
    session: AnySession,
    actie: str,
    tabel: str,
    object_id: int | None = None,
    **feiten: int | bool | str | None,
) -> None:
    """Record an act that changes no row: log in, export, view. `feiten` holds no personal data."""
    append(
        session,
        [
            {
                "actie": actie,
                "tabel": tabel,
                "object_id": object_id,
                "wijzigingen": {naam: [None, waarde] for naam, waarde in feiten.items()},
            }
        ],
    )


def append(session: AnySession, lines: Iterable[dict[str, Any]]) -> None:
    """Add lines to the chain. Bulk writers (demo, import, retention) call this themselves.

    Holds the chain for this transaction: the write lock of SQLite, an advisory lock on PostgreSQL.
    """
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        connection.execute(text("select pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    else:
        begin_write(session)
    laatste = connection.execute(_LAATSTE).first()
    regels, inhouden = _chain(
        lines,
        volgnummer=laatste.id if laatste else 0,
        keten=laatste.keten if laatste else _BEGIN,
        actor_id=session.info.get("actor_id"),
    )
    connection.execute(_REGELS, regels)
    if inhouden:
        connection.execute(_INHOUDEN, inhouden)


# Built once: every view of a case writes here.
_LAATSTE = select(AuditRegel.id, AuditRegel.keten).order_by(AuditRegel.id.desc()).limit(1)
_REGELS, _INHOUDEN = insert(AuditRegel), insert(AuditInhoud)


def _chain(
    lines: Iterable[dict[str, Any]], volgnummer: int, keten: str, actor_id: int | None
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    regels, inhouden = [], []
    for line in lines:
        volgnummer += 1
        changes = line["wijzigingen"]
        inhoud = _inhoud(changes)
        regel = {
            "id": volgnummer,
            "moment": line.get("moment") or nu(),
            "actor_id": line.get("actor_id", actor_id),
            "actie": line["actie"],
            "tabel": line["tabel"],
            "object_id": line["object_id"],
            "kolommen": sorted(changes),
            "inhoud_hash": sha256(inhoud.encode()).hexdigest(),
        }
        keten = sleutelbos().mac(_canonical(keten, regel), "audit")
        regels.append(regel | {"keten": keten})
        if inhoud:
            inhouden.append({"audit_id": volgnummer, "inhoud": inhoud})
    return regels, inhouden


def _inhoud(changes: dict[str, Any]) -> str:
    """What there is to keep beside the line; of a mere view nothing, and those are the most."""
    if not changes:
        return ""
    return json.dumps({"zout": secrets.token_hex(8)} | changes, ensure_ascii=False)


def _canonical(vorige: str, regel: dict[str, Any]) -> bytes:
    fields = [vorige, *(regel[name] for name in ("id", "actor_id", "actie", "tabel", "object_id"))]
    moment = regel["moment"].isoformat(timespec="microseconds")
    return json.dumps(
        [*fields, moment, regel["kolommen"], regel["inhoud_hash"]], ensure_ascii=False
    ).encode()


def check_chain(session: AnySession) -> Iterator[str]:
    """Walk the whole chain; yield a sentence for each line that was changed, removed or added."""
    keten, verwacht = _BEGIN, 1
    inhoud = AuditInhoud.inhoud
    rows = session.execute(
        select(AuditRegel.__table__, inhoud)
        .outerjoin(AuditInhoud, AuditInhoud.audit_id == AuditRegel.id)
        .order_by(AuditRegel.id)
        .execution_options(yield_per=2000)
    ).mappings()
    for row in rows:
        if row["id"] != verwacht:
            yield f"Regel {verwacht} ontbreekt."
        regel = dict(row)
        sleutel = regel["keten"].partition(":")[0]
        if sleutelbos().mac(_canonical(keten, regel), "audit", sleutel) != regel["keten"]:
            yield f"Regel {regel['id']} is gewijzigd."
        if row["inhoud"] and sha256(row["inhoud"].encode()).hexdigest() != regel["inhoud_hash"]:
            yield f"De inhoud van regel {regel['id']} is gewijzigd."
        keten, verwacht = regel["keten"], regel["id"] + 1


def _changes(obj: Model, actie: str) -> dict[str, list[Any]]:
    """Old and new value of every column that changed; of a text or secret only that it changed."""
    state = inspect(obj)
    changes: dict[str, list[Any]] = {}
    for prop in state.mapper.column_attrs:
        if prop.key == "versie":
            continue
        history = state.attrs[prop.key].history
        if actie == "gewijzigd" and not history.has_changes():
            continue
        column = prop.columns[0]
        shown = isinstance(column.type, _SHOWN) or column.info.get("audit", False)
        value = _plain(getattr(obj, prop.key)) if shown else None
        if actie == "verwijderd":
            changes[prop.key] = [value, None]
        elif actie == "aangemaakt":
            changes[prop.key] = [None, value]
        else:
            changes[prop.key] = [
                _plain(next(iter(history.deleted), None)) if shown else None,
                value,
            ]
    return changes


def _plain(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal | str) else value

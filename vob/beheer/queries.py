"""People and log lines, as an administrator or privacy officer looks for them."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, Select, String, and_, cast, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from vob.core.clock import TZ
from vob.core.permissions import Rol
from vob.data import AuditRegel, db
from vob.gebruikers.models import Gebruiker

MAX_QUERY = 100


def find_gebruikers(q: str, rol: Rol | None, is_actief: bool | None) -> Select[Gebruiker]:
    """By a part of name or address, role and state."""
    stmt = select(Gebruiker)
    if q:
        part = q[:MAX_QUERY].casefold()
        stmt = stmt.where(
            or_(
                func.lower(Gebruiker.naam).contains(part, autoescape=True),
                Gebruiker.email.contains(part, autoescape=True),
            )
        )
    if rol:
        stmt = stmt.where(has_rol(rol))
    if is_actief is not None:
        stmt = stmt.where(Gebruiker.is_actief == is_actief)
    return stmt


def has_rol(rol: Rol) -> ColumnElement[bool]:
    """Roles are a list in one column; a role's name never holds a quote."""
    return cast(Gebruiker.rollen, String).contains(f'"{rol.value}"')


def count_andere_beheerders(gebruiker: Gebruiker) -> int:
    """Read under the write lock: two administrators cannot disable each other at one moment."""
    rows = db.session.execute(
        select(Gebruiker.id)
        .where(has_rol(Rol.BEHEERDER), Gebruiker.is_actief, Gebruiker.id != gebruiker.id)
        .with_for_update()
    )
    return len(rows.all())


@dataclass(frozen=True)
class LogFilter:
    """What the log shows; stands in the URL."""

    actor: int | None = None
    actie: str = ""
    tabel: str = ""
    van: date | None = None
    tot: date | None = None


def find_regels(filter: LogFilter) -> Select[AuditRegel]:
    conditions: list[ColumnElement[bool]] = []
    if filter.actor:
        conditions.append(AuditRegel.actor_id == filter.actor)
    if filter.actie:
        conditions.append(AuditRegel.actie == filter.actie)
    if filter.tabel:
        conditions.append(AuditRegel.tabel == filter.tabel)
    if filter.van:
        conditions.append(AuditRegel.moment >= _midnight(filter.van))
    if filter.tot:
        conditions.append(AuditRegel.moment < _midnight(filter.tot + timedelta(days=1)))
    return select(AuditRegel).where(and_(True, *conditions))


def _midnight(dag: date) -> datetime:
    return datetime.combine(dag, time(), TZ)


def distinct(kolom: InstrumentedAttribute[str]) -> list[str]:
    """The values that occur in an indexed column: one step in the index for each, in one query.

    A plain DISTINCT would read the whole log.
    """
    eerste = select(func.min(kolom).label("waarde")).cte("stap", recursive=True)
    volgende = select(func.min(kolom)).where(kolom > eerste.c.waarde).scalar_subquery()
    stappen = eerste.union_all(select(volgende).where(eerste.c.waarde.is_not(None)))
    rows = select(stappen.c.waarde).where(stappen.c.waarde.is_not(None)).limit(MAX_QUERY)
    return list(db.session.scalars(rows))


def actoren() -> dict[int, str]:
    """Everyone who ever had an account, by name."""
    rows = db.session.execute(select(Gebruiker.id, Gebruiker.naam).order_by(Gebruiker.naam))
    return {row.id: row.naam for row in rows}


def count_actief() -> int:
    """How many people can log in."""
    stmt = select(func.count()).select_from(Gebruiker).where(Gebruiker.is_actief)
    return db.session.scalar(stmt) or 0

"""Outgoing mail, for the administrator."""

from datetime import datetime

from sqlalchemy import Select, func, select

from vob.data import db

from .models import Bericht
from .values import Berichtstatus


def berichten(status: Berichtstatus | None) -> Select[Bericht]:
    stmt = select(Bericht)
    return stmt.filter_by(status=status) if status else stmt


def oldest_waiting() -> datetime | None:
    """Since when the oldest mail that has not left waits; None when nothing waits."""
    return db.session.scalar(
        select(func.min(Bericht.aangemaakt_op)).where(Bericht.status == Berichtstatus.WACHT)
    )

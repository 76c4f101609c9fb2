"""One-time form tokens: a form that is sent twenty times makes one record."""

from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Mapped, mapped_column

from vob.core.clock import nu

from .audit import AnySession
from .db import Base
from .engine import begin_write
from .sql import insert_into

KEEP = timedelta(days=2)  # longer than any form stays open in a session


class Formuliertoken(Base):
    """A token that was used, and where its sender was sent."""

    __tablename__ = "formuliertoken"

    token: Mapped[str] = mapped_column(primary_key=True)
    gebruikt_op: Mapped[datetime] = mapped_column(index=True)
    locatie: Mapped[str | None]


def claim(session: AnySession, token: str) -> str | None:
    """Use the token in this transaction. None: it is yours. Else: where the first sender was sent.

    Two at once: the second waits for the first to commit (write lock, or unique key on PostgreSQL).
    """
    begin_write(session)
    claimed = session.execute(
        insert_into(Formuliertoken, session.connection())
        .values(token=token, gebruikt_op=nu(), locatie=None)
        .on_conflict_do_nothing()
        .returning(Formuliertoken.token)
    ).first()
    if claimed:
        session.execute(delete(Formuliertoken).where(Formuliertoken.gebruikt_op < nu() - KEEP))
        return None
    return session.scalar(select(Formuliertoken.locatie).filter_by(token=token)) or "/"


def fulfil(session: AnySession, token: str, locatie: str) -> None:
    """Remember where the first sender is sent."""
    session.execute(update(Formuliertoken).filter_by(token=token).values(locatie=locatie))

"""A meeting in which incidents were discussed."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vob.data import Model, Versleuteld
from vob.gebruikers.models import Gebruiker

FORUM_MAX = 120


class Bespreking(Model):
    """The list is made from the register; what was agreed stands in actions."""

    __table_args__ = (Index("ix_bespreking_datum", "datum", "id"),)

    forum: Mapped[str]
    datum: Mapped[date]
    van: Mapped[date]
    tot: Mapped[date]
    verslag: Mapped[str] = mapped_column(Versleuteld("bespreking.verslag"), default="")
    gemaakt_door_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))
    gemaakt_op: Mapped[datetime]

    gemaakt_door: Mapped[Gebruiker] = relationship()

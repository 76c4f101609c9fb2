"""Whether the register is on, who is in it, and in which cases."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vob.data import Model, Versleuteld
from vob.gebruikers.models import Gebruiker

from ..models import Incident

NAAM_MAX = 120


class Registerbesluit(Model):
    """Switched on or off; the last one holds. Never changed: a new decision is a new row."""

    is_aan: Mapped[bool]
    grond: Mapped[str] = mapped_column(Text, default="")
    akkoord_op: Mapped[date | None]
    fg_naam: Mapped[str] = mapped_column(default="")
    reden: Mapped[str] = mapped_column(Text, default="")
    door_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))
    op: Mapped[datetime]

    door: Mapped[Gebruiker] = relationship()


class Veroorzaker(Model):
    """Everything about the person is encrypted; `naam_index` finds the same name, and no other."""

    __table_args__ = (Index("ix_veroorzaker_herbeoordeling", "herbeoordeling_op", "id"),)

    naam: Mapped[str] = mapped_column(Versleuteld("veroorzaker.naam"))
    naam_index: Mapped[str] = mapped_column(index=True)
    contact: Mapped[str] = mapped_column(Versleuteld("veroorzaker.contact"), default="")
    gedrag: Mapped[str] = mapped_column(Versleuteld("veroorzaker.gedrag"))
    geplaatst_op: Mapped[date]
    geplaatst_door_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))
    geinformeerd_op: Mapped[date | None]
    reden_niet: Mapped[str] = mapped_column(Versleuteld("veroorzaker.reden_niet"), default="")
    herbeoordeling_op: Mapped[date]

    geplaatst_door: Mapped[Gebruiker] = relationship()
    zaken: Mapped[list["Veroorzakerzaak"]] = relationship(cascade="all, delete-orphan")


class Veroorzakerzaak(Model):
    """In which case this person occurs."""

    __table_args__ = (UniqueConstraint("veroorzaker_id", "incident_id"),)

    veroorzaker_id: Mapped[int] = mapped_column(ForeignKey("veroorzaker.id"))
    incident_id: Mapped[int] = mapped_column(ForeignKey("incident.id"), index=True)
    op: Mapped[datetime]

    incident: Mapped[Incident] = relationship()

"""The rounds in which numbers are checked, and the question to a contact."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vob.core.clock import nu
from vob.data import Model, VersleuteldeJson
from vob.gebruikers.models import Gebruiker
from vob.organisatie.models import Steunpunt

from .. import rules
from ..values import Vraagstatus
from .partner import Contact


class Controleronde(Model):
    """Once in half a year everything that is due is called or asked."""

    begonnen_op: Mapped[date]
    uiterlijk: Mapped[date]
    begonnen_door_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))
    afgesloten_op: Mapped[date | None] = mapped_column(index=True)

    punten: Mapped[list["Controlepunt"]] = relationship(back_populates="ronde")


class Controlepunt(Model):
    """A contact or a support line in a round, and who checks it.

    Whether it was done is read from the contact or support line itself: checked since the round
    began, by whatever way.
    """

    __table_args__ = (
        UniqueConstraint("ronde_id", "contact_id"),
        UniqueConstraint("ronde_id", "steunpunt_id"),
        Index("ix_controlepunt_voor", "voor_id", "ronde_id"),
        Index("ix_controlepunt_contact", "contact_id"),
        Index("ix_controlepunt_steunpunt", "steunpunt_id"),
    )

    ronde_id: Mapped[int] = mapped_column(ForeignKey("controleronde.id"))
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id", ondelete="CASCADE"))
    steunpunt_id: Mapped[int | None] = mapped_column(ForeignKey("steunpunt.id", ondelete="CASCADE"))
    voor_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"))

    ronde: Mapped[Controleronde] = relationship(back_populates="punten")
    contact: Mapped[Contact | None] = relationship(back_populates="punten")
    steunpunt: Mapped[Steunpunt | None] = relationship()
    voor: Mapped[Gebruiker | None] = relationship()


class Controlevraag(Model):
    """One question to a contact by a link that works once. Here stands only the hash of its key.

    The answer waits, encrypted, until someone takes it over or not; then it is erased.
    """

    contact_id: Mapped[int] = mapped_column(ForeignKey("contact.id"), index=True)
    sleutel_hash: Mapped[str] = mapped_column(unique=True)
    gevraagd_door_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))
    gevraagd_op: Mapped[datetime] = mapped_column(default=nu)
    geldig_tot: Mapped[datetime]
    status: Mapped[Vraagstatus] = mapped_column(default=Vraagstatus.OPEN, index=True)
    beantwoord_op: Mapped[datetime | None]
    klopt: Mapped[bool | None]
    antwoord: Mapped[Any] = mapped_column(VersleuteldeJson("controlevraag.antwoord"), nullable=True)
    behandeld_door_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"))
    behandeld_op: Mapped[datetime | None]

    contact: Mapped[Contact] = relationship(back_populates="vragen")

    def answer(self, klopt: bool, antwoord: dict[str, str], moment: datetime) -> None:
        self.status, self.klopt = Vraagstatus.WACHT, klopt
        self.antwoord, self.beantwoord_op = antwoord, moment

    def settle(self, status: Vraagstatus, gebruiker_id: int, moment: datetime) -> None:
        """Decided on: what was answered is not kept a second time."""
        rules.check_antwoord(self.status)
        self.status, self.antwoord = status, None
        self.behandeld_door_id, self.behandeld_op = gebruiker_id, moment

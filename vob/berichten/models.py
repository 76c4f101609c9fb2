"""The outbox: one row per mail, written in the same transaction as the act that causes it."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vob.data import Base, Versleuteld
from vob.gebruikers.models import Gebruiker

from .values import Berichtsoort, Berichtstatus


class Bericht(Base):
    """A mail to someone with an account, or to someone whom a room knows (`ontvangers.py`); the
    address is read from there when it is sent.

    Not audited: it is a log itself, and its state is written by the deliverer, not by a person.
    """

    __tablename__ = "bericht"
    __table_args__ = (Index("ix_bericht_wachtend", "status", "volgende_poging_op"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    gebruiker_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"), index=True)
    ontvanger_soort: Mapped[str] = mapped_column(default="", server_default="")
    ontvanger_id: Mapped[int] = mapped_column(default=0, server_default="0")
    soort: Mapped[Berichtsoort]
    pad: Mapped[str]  # where the link leads; the page itself asks who is reading
    # Only an invitation, a reset and a question have a text: the link. Gone as soon as it was sent.
    tekst: Mapped[str | None] = mapped_column(Versleuteld("bericht.tekst"))
    ontdubbel: Mapped[str | None] = mapped_column(unique=True)
    aangemaakt_op: Mapped[datetime]
    status: Mapped[Berichtstatus] = mapped_column(default=Berichtstatus.WACHT)
    pogingen: Mapped[int] = mapped_column(default=0)
    volgende_poging_op: Mapped[datetime]
    bezet_tot: Mapped[datetime | None]  # a deliverer is busy with it
    verstuurd_op: Mapped[datetime | None]
    fout: Mapped[str] = mapped_column(default="")

    gebruiker: Mapped[Gebruiker | None] = relationship(lazy="joined")

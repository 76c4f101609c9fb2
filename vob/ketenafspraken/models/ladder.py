"""The escalation ladder and its levels."""

from datetime import date

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vob.data import Model
from vob.gebruikers.models import Gebruiker

from ..values import Ladderstatus, Partnersoort, Zwaarte
from .keuzes import Keuzes


class Ladder(Model):
    """A version of the escalation ladder. Adopted, it does not change any more."""

    nummer: Mapped[int] = mapped_column(unique=True)
    status: Mapped[Ladderstatus] = mapped_column(default=Ladderstatus.CONCEPT)
    geldig_van: Mapped[date | None]
    bron: Mapped[str] = mapped_column(default="")
    bron_gecontroleerd_op: Mapped[date | None]
    vervangend_gezag: Mapped[str] = mapped_column(Text, default="")
    toelichting: Mapped[str] = mapped_column(Text, default="")
    vastgesteld_op: Mapped[date | None]
    vastgesteld_door_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"))

    vastgesteld_door: Mapped[Gebruiker | None] = relationship()
    treden: Mapped[list["Trede"]] = relationship(
        back_populates="ladder",
        cascade="all, delete-orphan",
        order_by="Trede.volgorde, Trede.id",
    )


class Trede(Model):
    """One level of the ladder. `bel`: kinds of partner whose contacts are called here."""

    ladder_id: Mapped[int] = mapped_column(ForeignKey("ladder.id"), index=True)
    volgorde: Mapped[int]
    naam: Mapped[str]
    wanneer: Mapped[str] = mapped_column(Text, default="")
    vanaf: Mapped[Zwaarte]
    wie_beslist: Mapped[str]
    vervangend_gezag: Mapped[str] = mapped_column(default="")
    wie_belt: Mapped[str] = mapped_column(Text, default="")
    bel: Mapped[list[Partnersoort]] = mapped_column(
        Keuzes(Partnersoort), default=list, info={"audit": True}
    )
    binnen_minuten: Mapped[int] = mapped_column(default=0)
    afschalen: Mapped[str] = mapped_column(Text, default="")

    ladder: Mapped[Ladder] = relationship(back_populates="treden")

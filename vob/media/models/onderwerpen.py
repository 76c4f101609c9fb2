"""Who speaks about what, and who is away."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vob.data import Model, Versleuteld
from vob.gebruikers.models import Gebruiker

from .. import rules
from ..values import Partij


class Woordvoerder(Model):
    """Someone who may speak with the press: a colleague, an office holder, or a press desk outside.

    `telefoon_buiten` is often a private mobile: shown to colleagues, encrypted on disk.
    """

    naam: Mapped[str] = mapped_column(index=True)
    functie: Mapped[str] = mapped_column(default="")
    gebruiker_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"), unique=True)
    telefoon: Mapped[str] = mapped_column(default="")
    telefoon_buiten: Mapped[str | None] = mapped_column(Versleuteld("woordvoerder.telefoon_buiten"))
    email: Mapped[str] = mapped_column(default="")
    in_rooster: Mapped[bool] = mapped_column(default=False)
    is_actief: Mapped[bool] = mapped_column(default=True)

    gebruiker: Mapped[Gebruiker | None] = relationship()

    def nummer(self, *, kantoor: bool) -> str:
        """Where to reach this person now; the other number is better than none."""
        buiten = self.telefoon_buiten or ""
        return (self.telefoon or buiten) if kantoor else (buiten or self.telefoon)

    @property
    def heeft_alleen_kantoor(self) -> bool:
        """Outside office hours nobody may pick up the number there is."""
        return bool(self.telefoon and not self.telefoon_buiten)


class Afwezigheid(Model):
    """Days on which someone does not speak. Never a reason: that may be about health."""

    __tablename__ = "media_afwezigheid"
    __table_args__ = (Index("ix_media_afwezigheid_wie", "woordvoerder_id", "van", "tot"),)

    woordvoerder_id: Mapped[int] = mapped_column(ForeignKey("woordvoerder.id"))
    van: Mapped[date]
    tot: Mapped[date] = mapped_column(index=True)
    uid: Mapped[str] = mapped_column(default="")  # of the agenda it was read from

    woordvoerder: Mapped[Woordvoerder] = relationship()


class Onderwerp(Model):
    """A row of the speaking matrix (overig.md §3.2). The last day of its time counts too."""

    __tablename__ = "media_onderwerp"
    __table_args__ = (Index("ix_media_onderwerp_naam", "naam", "id"),)

    naam: Mapped[str]
    beleidsgebied: Mapped[str] = mapped_column(default="")
    portefeuille: Mapped[str] = mapped_column(default="")
    trefwoorden: Mapped[str] = mapped_column(Text, default="")
    namens: Mapped[str] = mapped_column(default="")
    eerste_id: Mapped[int | None] = mapped_column(ForeignKey("woordvoerder.id"), index=True)
    vervanger_id: Mapped[int | None] = mapped_column(ForeignKey("woordvoerder.id"), index=True)
    # Nobody in particular: whoever is on duty.
    buiten_id: Mapped[int | None] = mapped_column(ForeignKey("woordvoerder.id"), index=True)
    akkoord: Mapped[list[str]] = mapped_column(JSON, default=list, info={"audit": True})
    akkoord_uitleg: Mapped[str] = mapped_column(default="")
    niet_zeggen: Mapped[str] = mapped_column(Text, default="")
    geldig_van: Mapped[date | None]
    geldig_tot: Mapped[date | None]

    eerste: Mapped[Woordvoerder | None] = relationship(foreign_keys=[eerste_id])
    vervanger: Mapped[Woordvoerder | None] = relationship(foreign_keys=[vervanger_id])
    buiten: Mapped[Woordvoerder | None] = relationship(foreign_keys=[buiten_id])

    @property
    def partijen(self) -> list[Partij]:
        return [Partij(waarde) for waarde in self.akkoord if waarde in set(Partij)]

    def is_geldig(self, dag: date) -> bool:
        return rules.is_geldig(self.geldig_van, self.geldig_tot, dag)

    def zoekvelden(self) -> tuple[Any, ...]:
        """What it is found by, the most telling first."""
        return (self.naam, self.trefwoorden, self.beleidsgebied, self.portefeuille)

    def zoektekst(self) -> tuple[str, str]:
        return self.naam, " ".join(self.zoekvelden())

"""Agreements: with whom, until when, who signed, what may be shared."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vob.core.clock import nu
from vob.data import Model
from vob.gebruikers.models import Gebruiker

from .. import rules
from ..values import Afspraaksoort, Afspraakstatus, Onderwerp, Stand
from .partner import Partner


class Afspraak(Model):
    """An agreement with one or more partners. Renewed, it gets a next version."""

    __table_args__ = (
        Index("ix_afspraak_titel", "titel", "id"),
        Index("ix_afspraak_einde", "status", "einddatum"),
    )

    titel: Mapped[str]
    nummer: Mapped[int] = mapped_column(default=1)
    vorige_id: Mapped[int | None] = mapped_column(ForeignKey("afspraak.id"), unique=True)
    soort: Mapped[Afspraaksoort]
    onderwerp: Mapped[Onderwerp]
    eigenaar_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))
    ingangsdatum: Mapped[date]
    einddatum: Mapped[date | None]
    inhoud: Mapped[str] = mapped_column(Text, default="")
    vindplaats: Mapped[str] = mapped_column(default="")
    grondslag: Mapped[str] = mapped_column(Text, default="")
    delen_wel: Mapped[str] = mapped_column(Text, default="")
    delen_niet: Mapped[str] = mapped_column(Text, default="")
    evaluatie_op: Mapped[date | None]
    geevalueerd_op: Mapped[date | None]
    evaluatie_uitkomst: Mapped[str] = mapped_column(Text, default="")
    status: Mapped[Afspraakstatus] = mapped_column(default=Afspraakstatus.CONCEPT)
    reden_opzegging: Mapped[str] = mapped_column(Text, default="")
    # Other parties are rows of their own; this says that the agreement changed with them.
    gewijzigd_op: Mapped[datetime] = mapped_column(default=nu)

    eigenaar: Mapped[Gebruiker] = relationship()
    vorige: Mapped["Afspraak | None"] = relationship(
        remote_side="Afspraak.id", back_populates="opvolger"
    )
    opvolger: Mapped["Afspraak | None"] = relationship(back_populates="vorige", uselist=False)
    partijen: Mapped[list["Afspraakpartij"]] = relationship(cascade="all, delete-orphan")
    ondertekenaars: Mapped[list["Ondertekenaar"]] = relationship(
        cascade="all, delete-orphan", order_by="Ondertekenaar.ondertekend_op, Ondertekenaar.id"
    )

    def stand(self, dag: date) -> Stand:
        return rules.calculate_stand(self.status, self.ingangsdatum, self.einddatum, dag)

    @property
    def partners(self) -> list[Partner]:
        return sorted((partij.partner for partij in self.partijen), key=lambda p: p.naam)

    @property
    def partner_ids(self) -> list[int]:
        return [partij.partner_id for partij in self.partijen]

    def change_status(self, naar: Afspraakstatus) -> None:
        rules.check_overgang(self.status, naar, self.soort, len(self.ondertekenaars))
        self.status = naar

    def zoektekst(self) -> tuple[str, str]:
        return self.titel, f"{self.soort.label} {self.onderwerp.label}\n{self.inhoud}"


class Afspraakpartij(Model):
    """A partner that takes part in an agreement."""

    __table_args__ = (UniqueConstraint("afspraak_id", "partner_id"),)

    afspraak_id: Mapped[int] = mapped_column(ForeignKey("afspraak.id"))
    partner_id: Mapped[int] = mapped_column(ForeignKey("partner.id"), index=True)

    partner: Mapped[Partner] = relationship()


class Ondertekenaar(Model):
    """Who signed, for whom, and when."""

    afspraak_id: Mapped[int] = mapped_column(ForeignKey("afspraak.id"), index=True)
    naam: Mapped[str]
    namens: Mapped[str]
    ondertekend_op: Mapped[date]

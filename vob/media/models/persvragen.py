"""What the press asks, and who asks it (overig.md §3.4)."""

from datetime import date, datetime, timedelta

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint, and_
from sqlalchemy.orm import Mapped, foreign, mapped_column, relationship

from vob.core.clock import nu
from vob.data import Model, Versleuteld
from vob.data.search import fold
from vob.gebruikers.models import Gebruiker

from .. import rules_persvraag as rules
from ..values import Kanaal, Status, Weergave
from .boodschappen import Afstemming, Kernboodschap
from .onderwerpen import Onderwerp


class Perscontact(Model):
    """A journalist. The private number is encrypted, and shown only when asked for."""

    __table_args__ = (Index("ix_perscontact_medium", "medium", "id"),)

    naam: Mapped[str] = mapped_column(index=True)
    medium: Mapped[str]
    telefoon: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    prive: Mapped[str | None] = mapped_column(Versleuteld("perscontact.prive"))
    toestemming_op: Mapped[date | None]  # when they said that we may keep this
    laatst_contact_op: Mapped[date | None]

    @property
    def gelijkenis(self) -> str:
        """Two rows that agree on this are probably one person."""
        return fold(f"{self.naam}|{self.medium}")


class Persvraag(Model):
    """A question of the press, from the telephone to the newspaper."""

    __table_args__ = (
        UniqueConstraint("jaar", "volgnummer"),
        Index("ix_persvraag_ontvangen", "ontvangen_op", "id"),
        Index("ix_persvraag_status", "status", "uiterlijk", "id"),
        Index("ix_persvraag_wie", "toegewezen_id", "status"),
    )

    jaar: Mapped[int]
    volgnummer: Mapped[int]
    ontvangen_op: Mapped[datetime]
    kanaal: Mapped[Kanaal] = mapped_column(default=Kanaal.TELEFOON)
    medium: Mapped[str] = mapped_column(default="")
    journalist: Mapped[str] = mapped_column(default="")
    contact: Mapped[str | None] = mapped_column(Versleuteld("persvraag.contact"))
    perscontact_id: Mapped[int | None] = mapped_column(ForeignKey("perscontact.id"), index=True)
    onderwerp_id: Mapped[int | None] = mapped_column(ForeignKey("media_onderwerp.id"), index=True)
    dossier: Mapped[str] = mapped_column(default="")  # a number or name of something related
    vraag: Mapped[str] = mapped_column(Text)
    deadline: Mapped[datetime | None]  # what the journalist asked
    uiterlijk: Mapped[datetime]  # that, or else our own norm
    is_incident: Mapped[bool] = mapped_column(default=False)
    is_woo: Mapped[bool] = mapped_column(default=False)
    embargo_tot: Mapped[datetime | None]
    status: Mapped[Status] = mapped_column(default=Status.NIEUW)
    genoteerd_door_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"), index=True)
    toegewezen_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"))
    bevestigd_op: Mapped[datetime | None]
    kernboodschap_id: Mapped[int | None] = mapped_column(ForeignKey("kernboodschap.id"))
    antwoord: Mapped[str] = mapped_column(Text, default="")
    antwoord_door: Mapped[str] = mapped_column(default="")
    verzonden_op: Mapped[datetime | None]
    reden: Mapped[str] = mapped_column(Text, default="")  # why it was not answered
    gepubliceerd_op: Mapped[date | None]
    gepubliceerd_link: Mapped[str] = mapped_column(default="")
    weergave: Mapped[Weergave] = mapped_column(default=Weergave.ONBEKEND)
    leerpunt: Mapped[str] = mapped_column(Text, default="")
    gewijzigd_op: Mapped[datetime] = mapped_column(default=nu)

    perscontact: Mapped[Perscontact | None] = relationship()
    onderwerp: Mapped[Onderwerp | None] = relationship()
    kernboodschap: Mapped[Kernboodschap | None] = relationship()
    genoteerd_door: Mapped[Gebruiker] = relationship(foreign_keys=[genoteerd_door_id])
    toegewezen: Mapped[Gebruiker | None] = relationship(foreign_keys=[toegewezen_id])
    # Only to read many at once; who works on one question asks `afstemmingen_of`.
    afstemmingen: Mapped[list[Afstemming]] = relationship(
        primaryjoin=lambda: and_(
            foreign(Afstemming.ref) == Persvraag.id, Afstemming.soort == Persvraag.__tablename__
        ),
        order_by=Afstemming.id,
        viewonly=True,
    )

    @property
    def nummer(self) -> str:
        return f"P{self.jaar}-{self.volgnummer:04}"

    @property
    def titel(self) -> str:
        """Never the name of a journalist."""
        waarover = (
            self.onderwerp.naam if self.onderwerp else "een onderwerp dat nog niet is gekozen"
        )
        return f"Vraag van {self.medium or 'de pers'} over {waarover}"

    @property
    def reactietijd(self) -> timedelta | None:
        return self.verzonden_op - self.ontvangen_op if self.verzonden_op else None

    def klok(self, moment: datetime) -> rules.Klok | None:
        return rules.read_klok(self.uiterlijk, self.status, moment)

    def is_onder_embargo(self, moment: datetime) -> bool:
        return rules.is_onder_embargo(self.embargo_tot, moment)

    def zoektekst(self) -> tuple[str, str]:
        return self.titel, f"{self.nummer} {self.vraag} {self.antwoord} {self.leerpunt}"

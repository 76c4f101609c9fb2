"""What we say: lines with their consent, and messages about a case."""

from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vob.core.clock import nu
from vob.data import Model, Versleuteld
from vob.gebruikers.models import Gebruiker

from .. import rules
from ..values import (
    Bijstand,
    Boodschapsoort,
    Boodschapstand,
    Boodschapstatus,
    NaarBuiten,
    Partij,
    Uitkomst,
)
from .onderwerpen import Onderwerp

_TITEL = 90  # characters of a line that stand for it in a list


class Kernboodschap(Model):
    """A line, or a question with its answer. Once agreed on, the text does not change any more."""

    __table_args__ = (
        Index("ix_kernboodschap_onderwerp", "onderwerp_id", "status", "geldig_tot"),
        Index("ix_kernboodschap_geldig", "status", "geldig_tot"),
    )

    onderwerp_id: Mapped[int] = mapped_column(ForeignKey("media_onderwerp.id"))
    soort: Mapped[Boodschapsoort] = mapped_column(default=Boodschapsoort.KERNBOODSCHAP)
    vraag: Mapped[str] = mapped_column(Text, default="")
    tekst: Mapped[str] = mapped_column(Text, default="")
    niet_zeggen: Mapped[str] = mapped_column(Text, default="")
    status: Mapped[Boodschapstatus] = mapped_column(default=Boodschapstatus.CONCEPT)
    geldig_van: Mapped[date | None]
    geldig_tot: Mapped[date]
    maker_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))
    gemaakt_op: Mapped[datetime] = mapped_column(default=nu)
    akkoord_op: Mapped[datetime | None]

    onderwerp: Mapped[Onderwerp] = relationship()
    maker: Mapped[Gebruiker] = relationship()

    def stand(self, dag: date) -> Boodschapstand:
        return rules.calculate_stand(self.status, self.geldig_van, self.geldig_tot, dag)

    @property
    def titel(self) -> str:
        """Of a list: the question, or the first words of the line."""
        if self.vraag or len(self.tekst) <= _TITEL:
            return self.vraag or self.tekst
        return f"{self.tekst[:_TITEL].rstrip()} …"

    def zoektekst(self) -> tuple[str, str] | None:
        """A draft is not to be found, nor what was withdrawn."""
        if self.status is not Boodschapstatus.AKKOORD:
            return None
        return self.titel, f"{self.vraag} {self.tekst}"


class Afstemming(Model):
    """Whose consent was asked for something that goes out, and what they said.

    `soort` and `ref` name it (web/objecten.py). Who has an account answers in VOB; of others the
    woordvoerder records it, and `vastgelegd_door` says who did.
    """

    __tablename__ = "media_afstemming"
    __table_args__ = (
        Index("ix_media_afstemming_ref", "soort", "ref"),
        Index("ix_media_afstemming_wie", "gebruiker_id", "uitkomst"),
    )

    soort: Mapped[str]
    ref: Mapped[int]
    partij: Mapped[Partij]
    gebruiker_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"))
    naam: Mapped[str] = mapped_column(default="")
    uitkomst: Mapped[Uitkomst] = mapped_column(default=Uitkomst.GEVRAAGD)
    toelichting: Mapped[str] = mapped_column(
        Versleuteld("media_afstemming.toelichting"), default=""
    )
    gevraagd_op: Mapped[datetime] = mapped_column(default=nu)
    beantwoord_op: Mapped[datetime | None]
    vastgelegd_door_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"))

    gebruiker: Mapped[Gebruiker | None] = relationship(foreign_keys=[gebruiker_id])
    vastgelegd_door: Mapped[Gebruiker | None] = relationship(foreign_keys=[vastgelegd_door_id])

    @property
    def wie(self) -> str:
        return self.gebruiker.naam if self.gebruiker else self.naam

    def stem(self, maker_id: int) -> rules.Stem:
        """As a voice about a text of this maker."""
        naamloos = self.gebruiker_id is None and self.partij is Partij.ANDERS
        is_eigen = naamloos and self.vastgelegd_door_id == maker_id
        return rules.Stem(self.partij, self.uitkomst, is_eigen)

    def answer(self, uitkomst: Uitkomst, toelichting: str, door_id: int, moment: datetime) -> None:
        self.uitkomst, self.toelichting, self.beantwoord_op = uitkomst, toelichting, moment
        self.vastgelegd_door_id = door_id


class Incidentbericht(Model):
    """What we say about a case. Who handles the case writes what the woordvoerder may know; the
    woordvoerder sees that, and never the case. Encrypted: a draft may still say too much.
    """

    __table_args__ = (Index("ix_incidentbericht_zaak", "zaak_soort", "zaak_id"),)

    zaak_soort: Mapped[str]
    zaak_id: Mapped[int]
    nummer: Mapped[str]  # of the case, as one calls it
    feiten: Mapped[str] = mapped_column(Versleuteld("incidentbericht.feiten"))
    tekst: Mapped[str] = mapped_column(Versleuteld("incidentbericht.tekst"))
    vooraf: Mapped[list[str]] = mapped_column(JSON, default=list, info={"audit": True})
    niet: Mapped[list[str]] = mapped_column(JSON, default=list, info={"audit": True})
    status: Mapped[Bijstand] = mapped_column(default=Bijstand.CONCEPT, index=True)
    naar_buiten: Mapped[NaarBuiten] = mapped_column(default=NaarBuiten.ONBEKEND)
    naar_buiten_op: Mapped[datetime | None]
    maker_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))
    gemaakt_op: Mapped[datetime] = mapped_column(default=nu)
    vrijgegeven_op: Mapped[datetime | None]
    vrijgegeven_door_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"))

    maker: Mapped[Gebruiker] = relationship(foreign_keys=[maker_id])
    vrijgegeven_door: Mapped[Gebruiker | None] = relationship(foreign_keys=[vrijgegeven_door_id])

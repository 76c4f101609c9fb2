"""A document, its versions, and who read which of them."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint, event, inspect
from sqlalchemy.orm import Mapped, Mapper, mapped_column, relationship

from vob.core.clock import nu
from vob.core.organisatietype import Woorden
from vob.data import Model
from vob.gebruikers.models import Gebruiker

from . import rules
from .values import Documentsoort, Orgaan, Stand, Toegang, Versiestatus, orgaan_label

# What may still change once a version was adopted: when it ends, and why.
_NA_VASTSTELLEN = {"status", "geldig_tot", "reden_vervallen", "versie"}


class Document(Model):
    """What stays the same over all versions."""

    __table_args__ = (Index("ix_document_titel", "titel", "id"),)

    soort: Mapped[Documentsoort] = mapped_column(index=True)
    titel: Mapped[str]
    toegang: Mapped[Toegang] = mapped_column(default=Toegang.IEDEREEN)
    eigenaar_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))
    gewijzigd_op: Mapped[datetime] = mapped_column(default=nu)

    eigenaar: Mapped[Gebruiker] = relationship()
    versies: Mapped[list["Documentversie"]] = relationship(
        back_populates="document", order_by="Documentversie.nummer.desc()"
    )

    def concept(self) -> "Documentversie | None":
        return next((v for v in self.versies if v.status is Versiestatus.CONCEPT), None)

    def in_werking(self, datum: date) -> "Documentversie | None":
        """The version that holds on this date; the newest, should two overlap."""
        return next((v for v in self.versies if rules.is_in_werking(v, datum)), None)

    def newest_adopted(self) -> "Documentversie | None":
        return next((v for v in self.versies if v.status is not Versiestatus.CONCEPT), None)

    def zoektekst(self) -> tuple[str, str] | None:
        """Only what was adopted and is for everyone: a draft is not to be found."""
        versie = self.newest_adopted()
        if versie is None or self.toegang is not Toegang.IEDEREEN:
            return None
        if versie.status is Versiestatus.VERVALLEN:
            return None
        return self.titel, f"{self.soort.label}\n{versie.samenvatting}\n{versie.tekst}"


class Documentversie(Model):
    """One text of a document. Adopted, it never changes any more."""

    __table_args__ = (
        UniqueConstraint("document_id", "nummer"),
        Index("ix_documentversie_geldig", "status", "geldig_van", "geldig_tot"),
    )

    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"))
    nummer: Mapped[int]
    samenvatting: Mapped[str] = mapped_column(Text, default="")
    tekst: Mapped[str] = mapped_column(Text, default="")
    status: Mapped[Versiestatus] = mapped_column(default=Versiestatus.CONCEPT)
    gemaakt_door_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))
    bewerkt_door_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))
    bewerkt_op: Mapped[datetime] = mapped_column(default=nu)
    orgaan: Mapped[Orgaan | None]
    orgaan_anders: Mapped[str] = mapped_column(default="")
    vastgesteld_op: Mapped[date | None]
    vastgelegd_door_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"))
    besluitnummer: Mapped[str] = mapped_column(default="")
    vindplaats: Mapped[str] = mapped_column(default="")
    geldig_van: Mapped[date | None]
    geldig_tot: Mapped[date | None]
    toets_op: Mapped[date | None] = mapped_column(index=True)
    reden_vervallen: Mapped[str] = mapped_column(Text, default="")

    document: Mapped[Document] = relationship(back_populates="versies")
    gemaakt_door: Mapped[Gebruiker] = relationship(foreign_keys=[gemaakt_door_id])
    bewerkt_door: Mapped[Gebruiker] = relationship(foreign_keys=[bewerkt_door_id])
    schrijvers: Mapped[list["Documentschrijver"]] = relationship(cascade="all, delete-orphan")

    def makers(self) -> set[int]:
        """Everyone who wrote in it: they do not adopt it."""
        return {self.gemaakt_door_id, *(schrijver.gebruiker_id for schrijver in self.schrijvers)}

    def stand(self, datum: date) -> Stand:
        return rules.calculate_stand(self, datum)

    def is_toets_verlopen(self, datum: date) -> bool:
        return rules.is_toets_verlopen(self, datum)

    def update_tekst(self, samenvatting: str, tekst: str, gebruiker_id: int) -> None:
        """Write in a draft; who did is remembered."""
        rules.check_wijzigen(self.status)
        self.samenvatting, self.tekst = samenvatting, tekst
        self.bewerkt_door_id, self.bewerkt_op = gebruiker_id, nu()
        if gebruiker_id not in self.makers():
            self.schrijvers.append(Documentschrijver(gebruiker_id=gebruiker_id))

    def orgaan_naam(self, woorden: Woorden) -> str:
        """The body that adopted it, in the words of this organisation."""
        if self.orgaan is None:
            return ""
        if self.orgaan is Orgaan.ANDERS and self.orgaan_anders:
            return self.orgaan_anders
        return orgaan_label(self.orgaan, woorden)


class Documentschrijver(Model):
    """Someone who wrote in a version that someone else had begun."""

    __table_args__ = (UniqueConstraint("versie_id", "gebruiker_id"),)

    versie_id: Mapped[int] = mapped_column(ForeignKey("documentversie.id"))
    gebruiker_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))


class Leesbevestiging(Model):
    """ "Ik heb dit gelezen": one person, one version, one moment."""

    __table_args__ = (UniqueConstraint("versie_id", "gebruiker_id"),)

    versie_id: Mapped[int] = mapped_column(ForeignKey("documentversie.id"))
    gebruiker_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"), index=True)
    gelezen_op: Mapped[datetime] = mapped_column(default=nu)


@event.listens_for(Documentversie, "before_update")
def _keep_adopted(_mapper: Mapper[Any], _connection: Any, versie: Documentversie) -> None:
    """Whatever code tries: an adopted text stays as it was adopted."""
    state = inspect(versie)
    before = state.attrs.status.history
    was = (before.deleted or before.unchanged or (versie.status,))[0]
    changed = {
        prop.key
        for prop in state.mapper.column_attrs
        if state.attrs[prop.key].history.has_changes()
    }
    if changed - _NA_VASTSTELLEN:
        rules.check_wijzigen(was)

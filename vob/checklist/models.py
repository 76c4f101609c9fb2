"""The checklist as it stands, its rounds, and what happened to each step."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vob.core.bewijs import Oordeel
from vob.data import Base, Model
from vob.gebruikers.models import Gebruiker

from . import rules
from .values import Gebeurtenissoort, Ritme, Rondesoort, Stapstatus


class ChecklistRonde(Model):
    """One look at all 23 steps. At most one is open; a closed one never changes again."""

    naam: Mapped[str]
    soort: Mapped[Rondesoort]
    begonnen_op: Mapped[date]
    # True while it runs, NULL after: so the database itself refuses a second one that runs.
    loopt: Mapped[bool | None] = mapped_column(default=True, unique=True)
    afgesloten_op: Mapped[date | None]
    afgesloten_door_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"))
    conclusie: Mapped[str] = mapped_column(Text, default="")

    afgesloten_door: Mapped[Gebruiker | None] = relationship()

    @property
    def is_open(self) -> bool:
        return bool(self.loopt)

    def close(self, dag: date, door_id: int, conclusie: str) -> None:
        self.loopt, self.afgesloten_op = None, dag
        self.afgesloten_door_id, self.conclusie = door_id, conclusie


class ChecklistStap(Model):
    """A step as it stands now. Its id is the number of the step, so an address never changes.

    Made when the first round starts; each next round goes on with the same rows.
    """

    status: Mapped[Stapstatus] = mapped_column(default=Stapstatus.NIET_GESTART)
    reden: Mapped[str] = mapped_column(Text, default="")  # why it does not apply
    eigenaar_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"), index=True)
    vervanger_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"), index=True)
    uiterlijk_op: Mapped[date | None]
    ritme: Mapped[Ritme]
    laatst_gedaan_op: Mapped[date | None]
    opmerking: Mapped[str] = mapped_column(Text, default="")

    eigenaar: Mapped[Gebruiker | None] = relationship(foreign_keys=[eigenaar_id])
    vervanger: Mapped[Gebruiker | None] = relationship(foreign_keys=[vervanger_id])

    def is_van(self, gebruiker_id: int) -> bool:
        return gebruiker_id in (self.eigenaar_id, self.vervanger_id)

    def may_change(self, wie: int, *, beheert: bool, werkt_bij: bool) -> bool:
        return rules.may_change(wie, beheert, werkt_bij, (self.eigenaar_id, self.vervanger_id))


class ChecklistDeelactie(Model):
    """A part of a step. `standaard` points to the text of VOB; an own one holds its text."""

    stap_id: Mapped[int] = mapped_column(ForeignKey("checklist_stap.id"), index=True)
    standaard: Mapped[int | None]
    tekst: Mapped[str] = mapped_column(default="")
    gedaan_op: Mapped[date | None]
    gedaan_door_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"))

    gedaan_door: Mapped[Gebruiker | None] = relationship()

    @property
    def is_gedaan(self) -> bool:
        return self.gedaan_op is not None

    @property
    def is_eigen(self) -> bool:
        return self.standaard is None

    def tekst_van(self, standaard: Sequence[str]) -> str:
        """Its own text, or that of VOB: in today's words of the organisation."""
        return self.tekst if self.standaard is None else standaard[self.standaard]


class ChecklistBewijsstuk(Model):
    """What shows that a step is done: a page of VOB, or a text. Files are in room bijlagen."""

    stap_id: Mapped[int] = mapped_column(ForeignKey("checklist_stap.id"), index=True)
    ronde_id: Mapped[int] = mapped_column(ForeignKey("checklist_ronde.id"))
    titel: Mapped[str]
    pad: Mapped[str] = mapped_column(default="")
    tekst: Mapped[str] = mapped_column(Text, default="")
    toegevoegd_op: Mapped[datetime]
    toegevoegd_door_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))

    toegevoegd_door: Mapped[Gebruiker] = relationship()


class ChecklistGebeurtenis(Base):
    """One line of the history of a step, in words. Never changed; the audit log holds the rest."""

    __tablename__ = "checklist_gebeurtenis"
    __table_args__ = (Index("ix_checklist_gebeurtenis_stap", "stap_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    stap_id: Mapped[int] = mapped_column(ForeignKey("checklist_stap.id"))
    moment: Mapped[datetime]
    gebruiker_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"))
    soort: Mapped[Gebeurtenissoort]
    van: Mapped[str] = mapped_column(default="")
    naar: Mapped[str] = mapped_column(default="")

    gebruiker: Mapped[Gebruiker | None] = relationship()


class ChecklistRondestap(Model):
    """A step as it stood when its round was closed: what users said and what VOB saw."""

    __table_args__ = (UniqueConstraint("ronde_id", "nummer"),)

    ronde_id: Mapped[int] = mapped_column(ForeignKey("checklist_ronde.id"))
    nummer: Mapped[int]
    status: Mapped[Stapstatus]
    reden: Mapped[str] = mapped_column(Text, default="")
    eigenaar_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"))
    uiterlijk_op: Mapped[date | None]
    laatst_gedaan_op: Mapped[date | None]
    opmerking: Mapped[str] = mapped_column(Text, default="")
    oordeel: Mapped[Oordeel]
    zin: Mapped[str] = mapped_column(Text)

    eigenaar: Mapped[Gebruiker | None] = relationship()

    @property
    def stand(self) -> rules.Stand:
        return rules.Stand(self.status, self.oordeel)

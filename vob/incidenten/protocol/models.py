"""A step of the protocol, on a case."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vob.data import Model, Versleuteld
from vob.documenten.models import Documentversie
from vob.gebruikers.models import Gebruiker

from . import rules
from .values import Stapstand


class Protocolstap(Model):
    """Copied from the version in force, so that the case keeps what held on that day."""

    __table_args__ = (Index("ix_protocolstap_incident", "incident_id", "stand"),)

    incident_id: Mapped[int] = mapped_column(ForeignKey("incident.id"))
    documentversie_id: Mapped[int] = mapped_column(ForeignKey("documentversie.id"))
    volgorde: Mapped[int]
    tekst: Mapped[str] = mapped_column(Text)
    stand: Mapped[Stapstand] = mapped_column(default=Stapstand.OPEN)
    door_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"))
    op: Mapped[datetime | None]
    reden: Mapped[str] = mapped_column(Versleuteld("protocolstap.reden"), default="")

    documentversie: Mapped[Documentversie] = relationship()
    door: Mapped[Gebruiker | None] = relationship()

    def change_stand(self, naar: Stapstand, reden: str, door_id: int, nu: datetime) -> None:
        rules.check_stap(self.stand, naar, reden)
        self.stand, self.reden = naar, reden.strip()
        is_open = naar is Stapstand.OPEN
        self.door_id, self.op = (None, None) if is_open else (door_id, nu)

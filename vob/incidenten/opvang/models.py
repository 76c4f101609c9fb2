"""Who gives care, to whom, and that it was offered. Never what was said."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vob.data import Model, Versleuteld
from vob.gebruikers.models import Gebruiker

from ..models import Incident
from . import rules
from .values import Bereikbaar, Hulp, Momentsoort, Momentstand, Opvangrol

OPMERKING_MAX = 300  # room for "call after six", not for a report of a talk


class Opvanglid(Model):
    """Someone of the opvangteam."""

    gebruiker_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"), unique=True)
    getraind_op: Mapped[date | None]
    bereikbaar: Mapped[Bereikbaar] = mapped_column(default=Bereikbaar.WERKDAGEN)
    is_beschikbaar: Mapped[bool] = mapped_column(default=True)

    gebruiker: Mapped[Gebruiker] = relationship()

    @property
    def is_bereikbaar(self) -> bool:
        wie = self.gebruiker
        return rules.is_bereikbaar(self.is_beschikbaar, wie.is_actief, wie.telefoon)


class Opvangtraject(Model):
    """The care for one person after one case."""

    __table_args__ = (Index("ix_opvangtraject_persoon", "opvangpersoon_id", "incident_id"),)

    incident_id: Mapped[int] = mapped_column(ForeignKey("incident.id"), index=True)
    voor: Mapped[Opvangrol]
    gebruiker_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"), index=True)
    naam: Mapped[str | None] = mapped_column(Versleuteld("opvangtraject.naam"))
    contact: Mapped[str | None] = mapped_column(Versleuteld("opvangtraject.contact"))
    opvangpersoon_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"))
    toegewezen_op: Mapped[datetime | None]
    gevraagd_op: Mapped[datetime | None]  # the person asked for it
    afgerond_op: Mapped[date | None]

    incident: Mapped[Incident] = relationship()
    gebruiker: Mapped[Gebruiker | None] = relationship(foreign_keys=[gebruiker_id])
    opvangpersoon: Mapped[Gebruiker | None] = relationship(foreign_keys=[opvangpersoon_id])
    momenten: Mapped[list["Opvangmoment"]] = relationship(
        back_populates="traject", order_by="Opvangmoment.id"
    )

    @property
    def wie(self) -> str:
        return self.gebruiker.naam if self.gebruiker else self.naam or "Iemand"


class Opvangmoment(Model):
    """One offer of care and what became of it: the fact. `opmerking` is practical only."""

    traject_id: Mapped[int] = mapped_column(ForeignKey("opvangtraject.id"), index=True)
    soort: Mapped[Momentsoort]
    naar: Mapped[Hulp | None]
    stand: Mapped[Momentstand] = mapped_column(default=Momentstand.AANGEBODEN)
    aangeboden_op: Mapped[datetime] = mapped_column(index=True)
    gepland_op: Mapped[datetime | None]
    beantwoord_op: Mapped[datetime | None]
    gehouden_op: Mapped[date | None]
    door_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))
    opmerking: Mapped[str | None] = mapped_column(Versleuteld("opvangmoment.opmerking"))

    traject: Mapped[Opvangtraject] = relationship(back_populates="momenten")
    door: Mapped[Gebruiker] = relationship()

    def change_stand(
        self, naar: Momentstand, nu: datetime, vandaag: date, *, is_antwoord: bool = False
    ) -> None:
        rules.check_overgang(self.stand, naar, is_antwoord=is_antwoord)
        self.stand = naar
        if naar in rules.ANTWOORDEN:
            self.beantwoord_op = nu
        if naar is Momentstand.GEHOUDEN:
            self.gehouden_op = vandaag

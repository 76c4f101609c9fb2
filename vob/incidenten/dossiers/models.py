"""A dossier, and the cases in it."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vob.data import Model, Versleuteld
from vob.gebruikers.models import Gebruiker

from ..models import Incident
from .values import Dossiersoort

TITEL_MAX = 120


class Dossier(Model):
    """Its title can name a person, so it is encrypted; it is found by way of its cases."""

    titel: Mapped[str] = mapped_column(Versleuteld("dossier.titel"))
    soort: Mapped[Dossiersoort]
    toelichting: Mapped[str] = mapped_column(Versleuteld("dossier.toelichting"), default="")
    gemaakt_op: Mapped[datetime]
    gemaakt_door_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))

    __table_args__ = (Index("ix_dossier_gemaakt", "gemaakt_op", "id"),)

    gemaakt_door: Mapped[Gebruiker] = relationship()


class Dossierzaak(Model):
    """Why a case is in a dossier."""

    __table_args__ = (
        UniqueConstraint("dossier_id", "incident_id"),
        Index("ix_dossierzaak_incident", "incident_id"),
    )

    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"))
    incident_id: Mapped[int] = mapped_column(ForeignKey("incident.id"))
    reden: Mapped[str] = mapped_column(Versleuteld("dossierzaak.reden"))
    door_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))
    op: Mapped[datetime]

    dossier: Mapped[Dossier] = relationship()
    incident: Mapped[Incident] = relationship()
    door: Mapped[Gebruiker] = relationship()

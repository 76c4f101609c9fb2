"""Looking back on a case: what went well, what we learn, and what we will do better."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vob.acties.models import Actie
from vob.core.clock import nu
from vob.data import Model, Versleuteld
from vob.gebruikers.models import Gebruiker

from ..models import Incident


class Evaluatie(Model):
    """One per case. Encrypted: a lesson can tell whose case it was."""

    incident_id: Mapped[int] = mapped_column(ForeignKey("incident.id"), unique=True)
    op: Mapped[date]
    door_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))
    goed: Mapped[str] = mapped_column(Versleuteld("evaluatie.goed"))
    les: Mapped[str] = mapped_column(Versleuteld("evaluatie.les"))
    is_besproken: Mapped[bool] = mapped_column(default=False)  # with who it happened to

    incident: Mapped[Incident] = relationship()
    door: Mapped[Gebruiker] = relationship()
    verbeterpunten: Mapped[list["Verbeterpunt"]] = relationship(order_by="Verbeterpunt.id")


class Verbeterpunt(Model):
    """An improvement, and the action it became."""

    evaluatie_id: Mapped[int] = mapped_column(ForeignKey("evaluatie.id"), index=True)
    tekst: Mapped[str] = mapped_column(Versleuteld("verbeterpunt.tekst"))
    gemaakt_op: Mapped[datetime] = mapped_column(default=nu)
    actie_id: Mapped[int] = mapped_column(ForeignKey("actie.id"))

    actie: Mapped[Actie] = relationship()

"""A clock of a case."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vob.acties.models import Actie
from vob.data import Model, Versleuteld
from vob.gebruikers.models import Gebruiker

from ..models import Incident
from . import rules
from .values import Termijnsoort, Urgentie


class Zaaktermijn(Model):
    """It runs until `gestopt_op`. `betreft`: whom it is for, where a case has several victims.

    `eigenaar_id` is only filled when someone was chosen; else the action moves along with the case.
    """

    __table_args__ = (
        Index("ix_zaaktermijn_incident", "incident_id", "soort"),
        # The clocks that run, the most urgent first; in words that the query uses as well.
        Index(
            "ix_zaaktermijn_loopt",
            "uiterlijk",
            "id",
            sqlite_where=text("gestopt_op IS NULL"),
            postgresql_where=text("gestopt_op IS NULL"),
        ),
    )

    incident_id: Mapped[int] = mapped_column(ForeignKey("incident.id"))
    soort: Mapped[Termijnsoort]
    betreft: Mapped[str] = mapped_column(Versleuteld("zaaktermijn.betreft"), default="")
    vanaf: Mapped[datetime]
    uiterlijk: Mapped[datetime]
    ruim: Mapped[datetime | None]
    is_dag: Mapped[bool] = mapped_column(default=True)
    eigenaar_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"))
    actie_id: Mapped[int | None] = mapped_column(ForeignKey("actie.id"), index=True)
    gewaarschuwd_op: Mapped[date | None]  # the last day on which its owner was warned
    gestopt_op: Mapped[datetime | None]
    uitkomst: Mapped[str] = mapped_column(Versleuteld("zaaktermijn.uitkomst"), default="")

    incident: Mapped[Incident] = relationship()
    eigenaar: Mapped[Gebruiker | None] = relationship()
    actie: Mapped[Actie | None] = relationship()

    def urgentie(self, nu: datetime) -> Urgentie:
        return rules.calculate_urgentie(self.uiterlijk, nu)

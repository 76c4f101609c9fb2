"""The analysis of a case, and the list of offences."""

from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vob.data import Model, Versleuteld
from vob.gebruikers.models import Gebruiker

from ..values import Vorm
from .values import Herhaling

CODE_MAX, LABEL_MAX = 12, 120


class Zaakanalyse(Model):
    """What whoever handles the case thinks of it; the facts stand in the case itself."""

    incident_id: Mapped[int] = mapped_column(ForeignKey("incident.id"), unique=True)
    herhaling: Mapped[Herhaling]
    feiten: Mapped[list[str]] = mapped_column(JSON, default=list, info={"audit": True})
    conclusie: Mapped[str] = mapped_column(Versleuteld("zaakanalyse.conclusie"), default="")
    door_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))
    op: Mapped[datetime]

    door: Mapped[Gebruiker] = relationship()


class Strafbaarfeit(Model):
    """An offence that may be suggested. Never deleted: analyses keep naming it by its code."""

    code: Mapped[str] = mapped_column(unique=True, info={"audit": True})
    artikel: Mapped[str]
    label: Mapped[str]
    toelichting: Mapped[str] = mapped_column(Text, default="")
    vormen: Mapped[list[str]] = mapped_column(JSON, default=list, info={"audit": True})
    is_klachtdelict: Mapped[bool] = mapped_column(default=False)
    is_actief: Mapped[bool] = mapped_column(default=True)
    bron: Mapped[str] = mapped_column(default="")
    gecontroleerd_op: Mapped[date | None]

    @property
    def vormlabels(self) -> list[str]:
        return [Vorm(vorm).label for vorm in self.vormen]

"""A piece of evidence, and the lines of its chain; both are only added to."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint, event
from sqlalchemy.orm import Mapped, Mapper, mapped_column, relationship

from vob.bijlagen.models import Bijlage
from vob.core.errors import RegelOvertreden
from vob.data import Model, Versleuteld
from vob.gebruikers.models import Gebruiker

from ..values import Bewijssoort
from .values import Regelsoort


class Bewijsstuk(Model):
    """`nummer` counts within the case. Where a file is kept here, `bijlage` is that file."""

    __table_args__ = (UniqueConstraint("incident_id", "nummer"),)

    incident_id: Mapped[int] = mapped_column(ForeignKey("incident.id"))
    nummer: Mapped[int]
    soort: Mapped[Bewijssoort]
    omschrijving: Mapped[str] = mapped_column(Versleuteld("bewijsstuk.omschrijving"))
    bijlage_id: Mapped[int | None] = mapped_column(ForeignKey("bijlage.id"))

    bijlage: Mapped[Bijlage | None] = relationship()


class Bewijsregel(Model):
    """One line of the chain of a case: from whom to whom, when, sealed with the line before it."""

    __table_args__ = (UniqueConstraint("incident_id", "volgnummer"),)

    incident_id: Mapped[int] = mapped_column(ForeignKey("incident.id"))
    volgnummer: Mapped[int]
    bewijsstuk_id: Mapped[int] = mapped_column(ForeignKey("bewijsstuk.id"), index=True)
    soort: Mapped[Regelsoort]
    moment: Mapped[datetime]
    sha256: Mapped[str] = mapped_column(default="", info={"audit": True})
    van: Mapped[str] = mapped_column(Versleuteld("bewijsregel.van"), default="")
    naar: Mapped[str] = mapped_column(Versleuteld("bewijsregel.naar"), default="")
    toelichting: Mapped[str] = mapped_column(Versleuteld("bewijsregel.toelichting"), default="")
    door_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))
    vastgelegd_op: Mapped[datetime]
    zout: Mapped[str] = mapped_column(Versleuteld("bewijsregel.zout"))
    zegel: Mapped[str] = mapped_column(info={"audit": True})

    bewijsstuk: Mapped[Bewijsstuk] = relationship()
    door: Mapped[Gebruiker] = relationship()

    @property
    def stuk(self) -> int:
        return self.bewijsstuk.nummer


def _keep(_mapper: Mapper[Any], _connection: Any, _target: Any) -> None:
    """Whatever code tries: a line stays as it was written. A correction is a line more."""
    raise RegelOvertreden("Het bewijslog verandert niet. Voeg een regel toe met de verbetering.")


for _model in (Bewijsstuk, Bewijsregel):
    for _act in ("before_update", "before_delete"):
        event.listen(_model, _act, _keep)

"""The aangifte of a case, and per victim the klacht that the law asks for."""

from datetime import date

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vob.data import Model, Versleuteld
from vob.gebruikers.models import Gebruiker

from ..models import Incident
from ..values import JaNeeOnbekend
from .rules import Stand
from .values import (
    Aangever,
    Adreskeuze,
    Beoordeling,
    Instemming,
    RedenGeen,
    Stap,
    Uitkomst,
)

KORT_MAX = 120


class Aangifte(Model):
    """One per case: how it was judged, what was done, and what came of it."""

    incident_id: Mapped[int] = mapped_column(ForeignKey("incident.id"), unique=True)
    beoordeling: Mapped[Beoordeling | None] = mapped_column(index=True)
    feiten: Mapped[list[str]] = mapped_column(JSON, default=list, info={"audit": True})
    stap: Mapped[Stap | None]
    aangever: Mapped[Aangever | None]
    instemming: Mapped[Instemming | None]
    instemming_op: Mapped[date | None]
    adreskeuze: Mapped[Adreskeuze | None]
    domicilie: Mapped[str | None] = mapped_column(Versleuteld("aangifte.domicilie"))
    vpt_gevraagd: Mapped[JaNeeOnbekend | None]
    vpt_toegekend: Mapped[JaNeeOnbekend | None]
    gedaan_op: Mapped[date | None]
    eenheid: Mapped[str] = mapped_column(default="")
    registratienummer: Mapped[str | None] = mapped_column(Versleuteld("aangifte.registratienummer"))
    contactpersoon: Mapped[str | None] = mapped_column(Versleuteld("aangifte.contactpersoon"))
    uitkomst: Mapped[Uitkomst | None]
    uitkomst_op: Mapped[date | None]
    slachtofferrechten: Mapped[list[str]] = mapped_column(JSON, default=list, info={"audit": True})
    reden_geen: Mapped[RedenGeen | None]
    toelichting: Mapped[str | None] = mapped_column(Versleuteld("aangifte.toelichting"))

    incident: Mapped[Incident] = relationship()

    @property
    def stand(self) -> Stand:
        """As the rules look at it."""
        return Stand(
            self.beoordeling,
            self.stap,
            self.aangever,
            self.instemming,
            self.instemming_op,
            self.gedaan_op,
            self.reden_geen,
            self.toelichting or "",
        )


class Klacht(Model):
    """The request of one victim to prosecute: within three months (art. 66 Sr), each their own.

    `vanaf`: the day they learned of it; of continuing behaviour (stalking) the last act.
    """

    incident_id: Mapped[int] = mapped_column(ForeignKey("incident.id"), index=True)
    gebruiker_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"))
    naam: Mapped[str | None] = mapped_column(Versleuteld("klacht.naam"))
    vanaf: Mapped[date]
    is_doorlopend: Mapped[bool] = mapped_column(default=False)
    ingediend_op: Mapped[date | None]
    wil_niet: Mapped[bool] = mapped_column(default=False)

    incident: Mapped[Incident] = relationship()
    gebruiker: Mapped[Gebruiker | None] = relationship()

    @property
    def wie(self) -> str:
        return self.gebruiker.naam if self.gebruiker else self.naam or "Iemand"

    @property
    def is_open(self) -> bool:
        return self.ingediend_op is None and not self.wil_niet

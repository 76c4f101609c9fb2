"""Measures towards who caused a case, and how this organisation measures: kinds and ladder.

A measure holds behaviour and what follows from it. There is no column for what somebody is.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vob.core.clock import nu
from vob.data import Model, Versleuteld
from vob.documenten.models import Document, Documentversie
from vob.documenten.values import Orgaan
from vob.gebruikers.models import Gebruiker

from ..models import Incident
from ..values import Ernst
from . import rules
from .values import (
    Bezwaaruitkomst,
    Contactwijze,
    Einde,
    Geval,
    Grens,
    JaNee,
    Maatregelsoort,
    Maatregelstatus,
    Rechtsaard,
    Stand,
    Toetsuitkomst,
)

REGEL_MAX = 200
TEKST_MAX = 5000


def _versleuteld(kolom: str) -> Any:
    return mapped_column(Versleuteld(f"maatregel.{kolom}"), default=None)


class Maatregel(Model):
    """One measure, from its preparation to its end. Once taken, its words stay as they were."""

    __table_args__ = (
        Index("ix_maatregel_incident", "incident_id", "id"),
        Index("ix_maatregel_beslisser", "beslisser_id", "status", "id"),
        Index("ix_maatregel_loopt", "soort", "tot", "id"),
        Index("ix_maatregel_status", "status", "id"),
    )

    incident_id: Mapped[int] = mapped_column(ForeignKey("incident.id"))
    soort: Mapped[Maatregelsoort]
    aard: Mapped[Rechtsaard]
    status: Mapped[Maatregelstatus] = mapped_column(default=Maatregelstatus.CONCEPT)
    grondslag: Mapped[str] = mapped_column(default="")
    persoon: Mapped[str | None] = _versleuteld("persoon")
    adres: Mapped[str | None] = _versleuteld("adres")
    gebouw: Mapped[str] = mapped_column(  # or area, or meetings: where it holds
        Versleuteld("maatregel.gebouw"), default=""
    )
    contactwijze: Mapped[Contactwijze | None]
    van: Mapped[date | None]
    tot: Mapped[date | None]
    toets_op: Mapped[date | None]
    verstoringen: Mapped[int | None]
    is_herhaling: Mapped[bool] = mapped_column(default=False)

    feiten: Mapped[str | None] = _versleuteld("feiten")
    feiten_op: Mapped[date | None]
    grens: Mapped[Grens | None]
    gehoord: Mapped[JaNee | None]
    gehoord_op: Mapped[date | None]
    gehoord_toelichting: Mapped[str | None] = _versleuteld("gehoord_toelichting")
    gesprek: Mapped[JaNee | None]
    gesprek_toelichting: Mapped[str | None] = _versleuteld("gesprek_toelichting")
    reden: Mapped[str | None] = _versleuteld("reden")
    evenredig: Mapped[str | None] = _versleuteld("evenredig")
    dienstverlening: Mapped[str | None] = _versleuteld("dienstverlening")
    voorgesteld: Mapped[list[str]] = mapped_column(JSON, default=list, info={"audit": True})
    afwijking: Mapped[str | None] = _versleuteld("afwijking")  # why not what the ladder suggests

    orgaan: Mapped[Orgaan | None]
    gemaakt_door_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))
    gemaakt_op: Mapped[datetime] = mapped_column(default=nu)
    makers: Mapped[list[int]] = mapped_column(JSON, default=list, info={"audit": True})
    beslisser_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"))
    voorgelegd_op: Mapped[datetime | None]
    besloten_op: Mapped[date | None]
    besluit_toelichting: Mapped[str | None] = _versleuteld("besluit_toelichting")
    sjabloon_id: Mapped[int | None] = mapped_column(ForeignKey("documentversie.id"))
    bekend_op: Mapped[date | None]  # told or sent to the person

    verlengt_id: Mapped[int | None] = mapped_column(ForeignKey("maatregel.id"), index=True)
    verlenging: Mapped[int] = mapped_column(default=0)
    einde: Mapped[Einde | None]
    einde_op: Mapped[date | None]
    einde_reden: Mapped[str | None] = _versleuteld("einde_reden")
    getoetst_op: Mapped[date | None]
    toets_uitkomst: Mapped[Toetsuitkomst | None]
    toets_toelichting: Mapped[str | None] = _versleuteld("toets_toelichting")
    bezwaar_op: Mapped[date | None]
    bezwaar_uitkomst: Mapped[Bezwaaruitkomst | None]
    bezwaar_uitkomst_op: Mapped[date | None]

    incident: Mapped[Incident] = relationship()
    gemaakt_door: Mapped[Gebruiker] = relationship(foreign_keys=[gemaakt_door_id])
    beslisser: Mapped[Gebruiker | None] = relationship(foreign_keys=[beslisser_id])
    sjabloon: Mapped[Documentversie | None] = relationship()
    verlengt: Mapped["Maatregel | None"] = relationship(remote_side="Maatregel.id")
    overtredingen: Mapped[list["Overtreding"]] = relationship(order_by="Overtreding.moment")

    def stand(self, dag: date) -> Stand:
        return rules.calculate_stand(
            self.status, self.van, self.tot, self.einde, self.einde_op, dag
        )

    def waarom_opheffen(self, dag: date) -> str | None:
        """A sentence, while it holds and a review or an objection says it should not."""
        return rules.waarom_opheffen(self.stand(dag), self.toets_uitkomst, self.bezwaar_uitkomst)

    def change_status(self, naar: Maatregelstatus) -> None:
        rules.check_overgang(self.status, naar)
        self.status = naar

    def is_toets_voorbij(self, dag: date) -> bool:
        """It runs, and nobody looked whether it is still needed."""
        te_laat = self.toets_op is not None and self.toets_op < dag and self.getoetst_op is None
        return te_laat and self.stand(dag) is Stand.LOOPT


class Overtreding(Model):
    """Someone did what the measure forbids."""

    maatregel_id: Mapped[int] = mapped_column(ForeignKey("maatregel.id"), index=True)
    moment: Mapped[datetime]
    wat: Mapped[str] = mapped_column(Versleuteld("overtreding.wat"))
    is_politie: Mapped[bool] = mapped_column(default=False)
    door_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))

    door: Mapped[Gebruiker] = relationship()


class Maatregelregel(Model):
    """How this organisation takes one kind of measure; `soorten.py` has what it starts with."""

    soort: Mapped[Maatregelsoort] = mapped_column(unique=True)
    aard: Mapped[Rechtsaard]
    grondslag: Mapped[str] = mapped_column(default="")
    bron: Mapped[str] = mapped_column(default="")
    gecontroleerd_op: Mapped[date | None]
    is_beschikbaar: Mapped[bool] = mapped_column(default=True)
    besluit_nodig: Mapped[bool] = mapped_column(default=True)
    document_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"))

    document: Mapped[Document | None] = relationship()


class Ladderstap(Model):
    """One cell of the response ladder as this organisation set it."""

    __table_args__ = (UniqueConstraint("ernst", "geval"),)

    ernst: Mapped[Ernst]
    geval: Mapped[Geval]
    maatregelen: Mapped[list[str]] = mapped_column(JSON, default=list, info={"audit": True})

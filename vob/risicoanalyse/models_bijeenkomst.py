"""One gathering or visit, security measures, the offer to a person, and the incidents of a risk."""

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, Time, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vob.core.clock import nu
from vob.data import Model, Versleuteld
from vob.gebruikers.models import Gebruiker

from . import rules_bijeenkomst as rules
from .models import Analyse
from .values import Aanbodstatus
from .values_bijeenkomst import (
    Beveiligingssoort,
    Beveiligingsstatus,
    BeveiligingVoor,
    Bijeenkomstsoort,
    Eerder,
    Hulp,
    Kleur,
    Onderwerp,
    Personen,
    Plaats,
    Publiek,
    Route,
    Tijdstip,
    Verloop,
)


class Inschatting(Model):
    """The page of an operational analysis: the short questions, the outcome, the look back.

    Who rated it, which risk and on what basis are kept: councils ask exactly that afterwards
    (shared/domein/overig.md, step 11). What is written freely is encrypted: of a visit to a home it
    tells who goes to whom, and why.
    """

    __table_args__ = (
        Index("ix_inschatting_dag", "dag", "id"),
        Index("ix_inschatting_bron", "bron_soort", "bron_id"),
    )

    analyse_id: Mapped[int] = mapped_column(ForeignKey("analyse.id"), unique=True)
    soort: Mapped[Bijeenkomstsoort]
    dag: Mapped[date]
    tijd: Mapped[time | None] = mapped_column(Time)
    plaats: Mapped[str] = mapped_column(Versleuteld("inschatting.plaats"), default="")
    aanwezigen: Mapped[str] = mapped_column(  # office holders, by function
        Versleuteld("inschatting.aanwezigen"), default=""
    )

    q_plaats: Mapped[Plaats]
    q_publiek: Mapped[Publiek]
    q_onderwerp: Mapped[Onderwerp]
    q_personen: Mapped[Personen]
    q_eerder: Mapped[Eerder]
    q_tijdstip: Mapped[Tijdstip]
    q_route: Mapped[Route]
    q_hulp: Mapped[Hulp]
    signalen: Mapped[str | None] = mapped_column(Versleuteld("inschatting.signalen"))

    advies: Mapped[Kleur]  # what the answers pointed to
    kleur: Mapped[Kleur]  # what someone decided
    redenen: Mapped[list[str]] = mapped_column(JSON, default=list)
    motivering: Mapped[str] = mapped_column(Versleuteld("inschatting.motivering"), default="")
    basis: Mapped[str] = mapped_column(
        Versleuteld("inschatting.basis"), default=""
    )  # on what it was based
    is_balie_ingelicht: Mapped[bool] = mapped_column(default=False)
    is_politie_ingelicht: Mapped[bool] = mapped_column(default=False)
    bron_soort: Mapped[str] = mapped_column(default="")
    bron_id: Mapped[int] = mapped_column(default=0)
    ingeschat_op: Mapped[datetime] = mapped_column(default=nu)  # the last rating

    verloop: Mapped[Verloop | None]
    leerpunt: Mapped[str] = mapped_column(Versleuteld("inschatting.leerpunt"), default="")
    terugblik_op: Mapped[datetime | None]
    terugblik_door_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"))

    analyse: Mapped[Analyse] = relationship()
    terugblik_door: Mapped[Gebruiker | None] = relationship()

    def rate(self, antwoorden: dict[str, Any]) -> None:
        """Keep what the answers point to, beside what someone decides."""
        voorstel = rules.suggest_kleur(antwoorden)
        self.advies, self.redenen, self.ingeschat_op = voorstel.kleur, list(voorstel.redenen), nu()


class Analyseaanbod(Model):
    """The offer of a personal analysis. Nothing here tells what came of it but these four words."""

    gebruiker_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"), unique=True)
    status: Mapped[Aanbodstatus] = mapped_column(default=Aanbodstatus.AANGEBODEN)
    aangeboden_op: Mapped[date]
    aangeboden_door_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))
    gewijzigd_op: Mapped[date]

    gebruiker: Mapped[Gebruiker] = relationship(foreign_keys=[gebruiker_id])


class Risicovoorval(Model):
    """A closed case that taught something about this risk."""

    __table_args__ = (UniqueConstraint("risico_id", "incident_id"),)

    risico_id: Mapped[int] = mapped_column(ForeignKey("risico.id", ondelete="CASCADE"))
    incident_id: Mapped[int] = mapped_column(
        ForeignKey("incident.id", ondelete="CASCADE"), index=True
    )


class Beveiligingsmaatregel(Model):
    """That there is a measure, of what kind, until when. Never where, and no free text."""

    __table_args__ = (Index("ix_beveiligingsmaatregel_toets", "status", "toets_op", "id"),)

    soort: Mapped[Beveiligingssoort]
    voor: Mapped[BeveiligingVoor]
    status: Mapped[Beveiligingsstatus] = mapped_column(default=Beveiligingsstatus.VOORGESTELD)
    regelaar_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))
    van: Mapped[date | None]
    tot: Mapped[date | None]
    toets_op: Mapped[date]  # on this day one asks whether it can be scaled down
    getest_op: Mapped[date | None]
    besloten_op: Mapped[date | None]
    besloten_door_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"))
    gemaakt_door_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))

    regelaar: Mapped[Gebruiker] = relationship(foreign_keys=[regelaar_id])
    besloten_door: Mapped[Gebruiker | None] = relationship(foreign_keys=[besloten_door_id])

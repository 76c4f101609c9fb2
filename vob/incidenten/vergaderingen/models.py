"""Meetings, what was logged of them, and on what ground someone may be kept out."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, Text, UniqueConstraint, event
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vob.core.clock import TZ
from vob.core.errors import RegelOvertreden
from vob.core.organisatietype import Organisatietype
from vob.data import Model, Versleuteld
from vob.data.crypto import sleutelbos
from vob.gebruikers.models import Gebruiker

from ..models import Incident
from .rules import Gepland
from .values import Aard, Beveiligingsstand, Logsoort, Vergadersoort

TITEL_MAX = 160
REGEL_MAX = 200
TEKST_MAX = 2000
_DOEL = "logregel.persoon"  # of the blind index: the same name elsewhere has another one


class Vergadering(Model):
    """A meeting. `bron_uid` and `bron`: by what the agenda knows it, and what it said last."""

    __table_args__ = (
        Index("ix_vergadering_begin", "begin", "id"),
        Index("ix_vergadering_risico", "is_risicovol", "begin", "id"),
        Index("ix_vergadering_verstoord", "is_verstoord", "begin", "id"),
    )

    titel: Mapped[str]
    soort: Mapped[Vergadersoort]
    begin: Mapped[datetime]
    einde: Mapped[datetime | None]
    plaats: Mapped[str] = mapped_column(default="")
    voorzitter: Mapped[str] = mapped_column(default="")
    griffier_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"))
    is_afgelast: Mapped[bool] = mapped_column(default=False)
    # Whether a disturbance was logged: the list asks it of every row.
    is_verstoord: Mapped[bool] = mapped_column(default=False)

    is_risicovol: Mapped[bool] = mapped_column(default=False)
    risico: Mapped[str | None] = mapped_column(Versleuteld("vergadering.risico"), default=None)
    beveiliging: Mapped[Beveiligingsstand] = mapped_column(default=Beveiligingsstand.NOG_NIET)
    beveiliging_door: Mapped[str] = mapped_column(default="")
    beveiliging_afspraak: Mapped[str | None] = mapped_column(
        Versleuteld("vergadering.beveiliging_afspraak"), default=None
    )

    bron_uid: Mapped[str | None] = mapped_column(unique=True)
    bron: Mapped[dict[str, Any] | None] = mapped_column(JSON, default=None)

    griffier: Mapped[Gebruiker | None] = relationship()

    def zoektekst(self) -> tuple[str, str] | None:
        return self.titel, self.plaats

    @property
    def dag(self) -> date:
        """The day in the Netherlands on which it begins."""
        return self.begin.astimezone(TZ).date()

    @property
    def is_onbeveiligd(self) -> bool:
        """It may be disturbed, and whether there is security was not settled."""
        geregeld = {Beveiligingsstand.GEREGELD, Beveiligingsstand.NIET_NODIG}
        return self.is_risicovol and self.beveiliging not in geregeld

    @property
    def gepland(self) -> Gepland:
        """How it stands here, in the terms of an agenda."""
        return Gepland(
            self.titel, self.begin, self.einde or self.begin, self.plaats, self.is_afgelast
        )


class Logregel(Model):
    """One entry; only added to. `sleutel` was made by who wrote it, so it arrives once.

    `bij_id`: the entry that this one adds to, corrects or withdraws. `door` and `namens`: who
    ordered someone to leave, and on whose behalf (art. 139 Sr; HR:2019:13).
    """

    __table_args__ = (
        UniqueConstraint("vergadering_id", "sleutel"),
        Index("ix_logregel_vergadering", "vergadering_id", "id"),
    )

    vergadering_id: Mapped[int] = mapped_column(ForeignKey("vergadering.id"))
    sleutel: Mapped[str]
    aard: Mapped[Aard] = mapped_column(default=Aard.REGEL)
    bij_id: Mapped[int | None] = mapped_column(ForeignKey("logregel.id"), index=True)
    soort: Mapped[Logsoort]
    moment: Mapped[datetime]
    ontvangen_op: Mapped[datetime]
    auteur_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))
    tekst: Mapped[str | None] = mapped_column(Versleuteld("logregel.tekst"), default=None)
    persoon: Mapped[str | None] = mapped_column(Versleuteld("logregel.persoon"), default=None)
    persoon_index: Mapped[str | None] = mapped_column(index=True)
    door: Mapped[str] = mapped_column(default="")
    namens: Mapped[str] = mapped_column(default="")

    vergadering: Mapped[Vergadering] = relationship()
    auteur: Mapped[Gebruiker] = relationship()

    def set_persoon(self, naam: str | None) -> None:
        """The name, and by what it can be found again without being readable."""
        self.persoon = naam or None
        self.persoon_index = persoon_indexen(naam)[0] if naam else None


def persoon_indexen(naam: str) -> list[str]:
    """By what entries about this person are found, under every key; the first one is stored."""
    return sleutelbos().blind_indexes(naam, _DOEL)


@event.listens_for(Logregel, "before_update")
@event.listens_for(Logregel, "before_delete")
def _keep_as_it_was(*_: object) -> None:
    raise RegelOvertreden("Een regel in het log verandert nooit. Voeg een correctie toe.")


class LogregelIncident(Model):
    """A case was made of this entry."""

    __table_args__ = (UniqueConstraint("logregel_id", "incident_id"),)

    logregel_id: Mapped[int] = mapped_column(ForeignKey("logregel.id"))
    incident_id: Mapped[int] = mapped_column(ForeignKey("incident.id"), index=True)

    logregel: Mapped[Logregel] = relationship()
    incident: Mapped[Incident] = relationship()


class Ordegrondslag(Model):
    """On what ground, and for how long, a listener may be kept out; per type of organisation.

    Facts of the law are settings here, with a source and the day someone checked them.
    """

    organisatietype: Mapped[Organisatietype] = mapped_column(unique=True)
    grondslag: Mapped[str]
    maximum_maanden: Mapped[int]
    minimum_verstoringen: Mapped[int]
    bron: Mapped[str] = mapped_column(Text, default="")
    gecontroleerd_op: Mapped[date | None]


class Agendabron(Model):
    """Where the council information system publishes its agenda. One row.

    The address may hold a secret. `intern_host`: the one host that may stand in our own network.
    """

    url: Mapped[str | None] = mapped_column(Versleuteld("agendabron.url"), default=None)
    host: Mapped[str] = mapped_column(default="")  # of the address, to show
    intern_host: Mapped[str] = mapped_column(default="")
    gelezen_op: Mapped[datetime | None]

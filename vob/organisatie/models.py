"""Who we are. One organisation per installation."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, LargeBinary, Text
from sqlalchemy.orm import Mapped, deferred, mapped_column

from vob.core.organisatietype import WOORDEN, Organisatietype, Woorden
from vob.data import Model

from .values import Termijnsoort


class Organisatie(Model):
    """The one row with our name, type and settings. `instellingen` overrides defaults by code."""

    type: Mapped[Organisatietype] = mapped_column(default=Organisatietype.GEMEENTE)
    naam: Mapped[str] = mapped_column(default="Onze organisatie")
    beveiliging_naam: Mapped[str] = mapped_column(default="Bode en beveiliging")
    beveiliging_telefoon: Mapped[str] = mapped_column(default="")
    postadres: Mapped[str] = mapped_column(Text, default="")  # stands on letters
    kleur: Mapped[str] = mapped_column(default="")  # accent, #rrggbb; empty: the default theme
    kleur_donker: Mapped[str] = mapped_column(default="")
    logo: Mapped[bytes | None] = deferred(mapped_column(LargeBinary, default=None))
    logo_type: Mapped[str] = mapped_column(default="")
    instellingen: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    is_demo: Mapped[bool] = mapped_column(default=False)

    @property
    def woorden(self) -> Woorden:
        return WOORDEN[self.type]

    @property
    def soort_naam(self) -> str:
        """ "gemeente Waterrijk", as one says it."""
        return f"{self.woorden.organisatie} {self.naam}"


class Termijn(Model):
    """A term of office: of the council, the executive, or one person."""

    soort: Mapped[Termijnsoort]
    omschrijving: Mapped[str] = mapped_column(default="")
    begin: Mapped[date] = mapped_column(index=True)
    einde: Mapped[date]


class Steunpunt(Model):
    """Someone to turn to, with a source and the date on which the number was checked."""

    naam: Mapped[str]
    voor_wie: Mapped[str] = mapped_column(default="")
    telefoon: Mapped[str] = mapped_column(default="")
    website: Mapped[str] = mapped_column(default="")
    bereikbaar: Mapped[str] = mapped_column(default="")
    toelichting: Mapped[str] = mapped_column(Text, default="")
    bron: Mapped[str] = mapped_column(Text, default="")
    gecontroleerd_op: Mapped[date | None]
    is_spoed: Mapped[bool] = mapped_column(default=False)  # shown in the emergency strip
    is_historisch: Mapped[bool] = mapped_column(default=False)  # known from the leaflet, gone now
    volgorde: Mapped[int] = mapped_column(default=100)

    def zoektekst(self) -> tuple[str, str] | None:
        return (self.naam, f"{self.naam} {self.voor_wie} {self.toelichting} {self.telefoon}")

"""The damage after a case: per claimant what it is, how it is recovered, and what came in."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vob.core.clock import nu
from vob.data import Bedrag, Model, Versleuteld
from vob.gebruikers.models import Gebruiker

from ..models import Incident
from ..termijnen.values import Termijnsoort
from . import rules
from .values import Betaler, Claimstatus, Eiser, Postsoort, Route


class Schadeclaim(Model):
    """All damage of one claimant after one case."""

    incident_id: Mapped[int] = mapped_column(ForeignKey("incident.id"), index=True)
    eiser: Mapped[Eiser]
    gebruiker_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"), index=True)
    naam: Mapped[str | None] = mapped_column(Versleuteld("schadeclaim.naam"))
    route: Mapped[Route | None]
    stand: Mapped[Claimstatus] = mapped_column(default=Claimstatus.VOORBEREID)
    formulier_op: Mapped[date | None]  # the form of the OM for voeging came in
    ingediend_op: Mapped[date | None]
    beslist_op: Mapped[date | None]
    onherroepelijk_op: Mapped[date | None]  # nobody can appeal any more; the CJIB collects
    toegekend: Mapped[Decimal | None] = mapped_column(Bedrag)
    toelichting: Mapped[str | None] = mapped_column(Versleuteld("schadeclaim.toelichting"))
    gemaakt_op: Mapped[datetime] = mapped_column(default=nu)

    incident: Mapped[Incident] = relationship()
    gebruiker: Mapped[Gebruiker | None] = relationship()
    posten: Mapped[list["Schadepost"]] = relationship(
        cascade="all, delete-orphan", order_by="Schadepost.id"
    )
    betalingen: Mapped[list["Schadebetaling"]] = relationship(
        cascade="all, delete-orphan", order_by="Schadebetaling.op"
    )

    def wie(self, organisatie: str) -> str:
        """Whose damage it is; `organisatie`: the name of ours."""
        if self.eiser is Eiser.ORGANISATIE:
            return organisatie
        return self.gebruiker.naam if self.gebruiker else self.naam or self.eiser.label

    @property
    def klokken(self) -> dict[Termijnsoort, date | datetime]:
        """From when each clock of this claim runs."""
        return rules.klokken_van(
            self.route,
            self.stand,
            voorval_op=self.incident.voorval_op,
            formulier_op=self.formulier_op,
            ingediend_op=self.ingediend_op,
            onherroepelijk_op=self.onherroepelijk_op,
            te_ontvangen=self.bedragen.open,
        )

    @property
    def bedragen(self) -> rules.Bedragen:
        return rules.bereken(
            self.stand,
            [post.bedrag for post in self.posten],
            self.toegekend,
            [betaling.bedrag for betaling in self.betalingen],
        )


class Schadepost(Model):
    claim_id: Mapped[int] = mapped_column(ForeignKey("schadeclaim.id"), index=True)
    soort: Mapped[Postsoort]
    bedrag: Mapped[Decimal] = mapped_column(Bedrag)
    omschrijving: Mapped[str | None] = mapped_column(Versleuteld("schadepost.omschrijving"))
    bewijs: Mapped[str | None] = mapped_column(Versleuteld("schadepost.bewijs"))
    is_verzekerd: Mapped[bool] = mapped_column(default=False)
    is_betaald_door_ons: Mapped[bool] = mapped_column(default=False)


class Schadebetaling(Model):
    claim_id: Mapped[int] = mapped_column(ForeignKey("schadeclaim.id"), index=True)
    op: Mapped[date]
    bedrag: Mapped[Decimal] = mapped_column(Bedrag)
    van: Mapped[Betaler]

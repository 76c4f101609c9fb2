"""An action with an owner and a date. It may come from an object in another room."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from vob.core.clock import nu
from vob.data import Model, Versleuteld
from vob.gebruikers.models import Gebruiker

from . import rules
from .values import Status


class Actie(Model):
    """`bron_soort` and `bron_id` name the object it came from (web/objecten.py), if any.

    Its texts are encrypted: an action of a case tells what the case is about.
    """

    __table_args__ = (
        Index("ix_actie_eigenaar", "eigenaar_id", "status", "uiterlijk", "id"),
        Index("ix_actie_status", "status", "uiterlijk", "id"),
        Index("ix_actie_bron", "bron_soort", "bron_id"),
        Index("ix_actie_uiterlijk", "uiterlijk", "id"),
    )

    titel: Mapped[str] = mapped_column(Versleuteld("actie.titel"))
    toelichting: Mapped[str] = mapped_column(Versleuteld("actie.toelichting"), default="")
    eigenaar_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))
    gemaakt_door_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))
    gemaakt_op: Mapped[datetime] = mapped_column(default=nu)
    uiterlijk: Mapped[date]
    status: Mapped[Status] = mapped_column(default=Status.OPEN)
    # By what one can see that it was done.
    bewijs: Mapped[str] = mapped_column(Versleuteld("actie.bewijs"), default="")
    # Why it is late; None while nobody wrote it, because a query can see no more than that.
    verklaring: Mapped[str | None] = mapped_column(Versleuteld("actie.verklaring"), default=None)
    afgerond_op: Mapped[datetime | None]
    bron_soort: Mapped[str] = mapped_column(default="")
    bron_id: Mapped[int] = mapped_column(default=0)

    eigenaar: Mapped[Gebruiker] = relationship(foreign_keys=[eigenaar_id])

    def change_status(self, naar: Status, toelichting: str, moment: datetime) -> None:
        """`toelichting`: the proof when it is done, the reason when it lapses."""
        rules.check_overgang(self.status, naar, toelichting)
        self.status = naar
        self.afgerond_op = moment if naar in (Status.GEDAAN, Status.VERVALLEN) else None
        if toelichting.strip():
            self.bewijs = toelichting.strip()

    @property
    def volgende_statussen(self) -> tuple[Status, ...]:
        return rules.OVERGANGEN[self.status]

    def is_te_laat(self, vandaag: date) -> bool:
        return rules.is_te_laat(self.uiterlijk, self.status, vandaag)

    @validates("verklaring")
    def _blank_is_none(self, _naam: str, verklaring: str | None) -> str | None:
        return (verklaring or "").strip() or None

    def zoektekst(self) -> tuple[str, str] | None:
        """The index holds its texts in clear, so an action of a case is not in it."""
        if not rules.is_vindbaar(self.bron_soort):
            return None
        return self.titel, self.toelichting

"""Partners, and whom one calls there."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vob.data import Model, Versleuteld
from vob.gebruikers.models import Gebruiker

from .. import rules
from ..values import Bereikbaar, Contactrol, Partnersoort, Situatie, Toestemming
from .keuzes import Keuzes

if TYPE_CHECKING:
    from .controle import Controlepunt, Controlevraag

# What a check is about: when one of these changes, it was not checked.
NUMMERS = ("telefoon", "piketnummer", "buiten_kantoortijd", "email", "privenummer")


class Partner(Model):
    """An organisation of the chain. Never deleted: agreements keep pointing to it."""

    __table_args__ = (Index("ix_partner_soort", "soort", "naam", "id"),)

    naam: Mapped[str] = mapped_column(unique=True)
    soort: Mapped[Partnersoort]
    is_verplicht: Mapped[bool] = mapped_column(default=False)
    alleen_informatie: Mapped[bool] = mapped_column(default=False)  # needs no agreement
    is_actief: Mapped[bool] = mapped_column(default=True)
    website: Mapped[str] = mapped_column(default="")
    toelichting: Mapped[str] = mapped_column(Text, default="")
    eigenaar_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"))

    eigenaar: Mapped[Gebruiker | None] = relationship()
    contacten: Mapped[list["Contact"]] = relationship(
        back_populates="partner", order_by="Contact.rol, Contact.functie, Contact.id"
    )

    def zoektekst(self) -> tuple[str, str]:
        return self.naam, f"{self.soort.label}\n{self.toelichting}"


class Contact(Model):
    """Whom one calls. Who it is and the private number are not for everyone."""

    partner_id: Mapped[int] = mapped_column(ForeignKey("partner.id"), index=True)
    rol: Mapped[Contactrol] = mapped_column(default=Contactrol.ALGEMEEN)
    functie: Mapped[str]
    naam: Mapped[str] = mapped_column(default="")
    telefoon: Mapped[str] = mapped_column(default="")
    piketnummer: Mapped[str] = mapped_column(default="")
    buiten_kantoortijd: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    privenummer: Mapped[str | None] = mapped_column(Versleuteld("contact.privenummer"))
    situaties: Mapped[list[Situatie]] = mapped_column(
        Keuzes(Situatie), default=list, info={"audit": True}
    )
    bereikbaar: Mapped[Bereikbaar] = mapped_column(default=Bereikbaar.KANTOOR)
    bereikbaar_uitleg: Mapped[str] = mapped_column(default="")
    toestemming: Mapped[Toestemming] = mapped_column(default=Toestemming.GEEN)
    toestemming_op: Mapped[date | None]
    is_openbaar: Mapped[bool] = mapped_column(default=False)  # its numbers are for all staff
    geldig_tot: Mapped[date | None]
    gecontroleerd_op: Mapped[date | None] = mapped_column(index=True)
    gecontroleerd_door_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"))

    partner: Mapped[Partner] = relationship(back_populates="contacten")
    gecontroleerd_door: Mapped[Gebruiker | None] = relationship()
    vragen: Mapped[list["Controlevraag"]] = relationship(
        back_populates="contact", cascade="all, delete-orphan", order_by="Controlevraag.id.desc()"
    )
    punten: Mapped[list["Controlepunt"]] = relationship(
        back_populates="contact", cascade="all, delete-orphan"
    )

    def is_te_controleren(self, dag: date, maanden: int) -> bool:
        return rules.is_te_controleren(self.gecontroleerd_op, self.geldig_tot, dag, maanden)

    def check(self, dag: date, gebruiker_id: int) -> None:
        """Someone called or asked today, and it was right. A last day that passed goes."""
        self.gecontroleerd_op, self.gecontroleerd_door_id = dag, gebruiker_id
        if self.geldig_tot is not None and self.geldig_tot < dag:
            self.geldig_tot = None

    def uncheck(self) -> None:
        """Another number is not a checked number."""
        self.gecontroleerd_op = self.gecontroleerd_door_id = None

    @property
    def nummers(self) -> list[tuple[str, str]]:
        """What one can dial, with its word; the private number is not among them."""
        alle = (
            ("", self.telefoon),
            ("piket", self.piketnummer),
            ("buiten kantoortijd", self.buiten_kantoortijd),
        )
        return [(woord, nummer) for woord, nummer in alle if nummer]

    def zoektekst(self) -> tuple[str, str]:
        return f"{self.functie} ({self.partner.naam})", self.naam

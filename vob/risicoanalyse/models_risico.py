"""What an analysis consists of: its risks, and what is done about them."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vob.acties.models import Actie
from vob.data import Model, VersleuteldeJson
from vob.gebruikers.models import Gebruiker

from . import rules
from .besloten import Veld
from .values import (
    Aspect,
    Besluitniveau,
    Betaler,
    Domein,
    Klasse,
    Maatregelstatus,
    Maatregeltype,
    Werking,
    WerktOp,
    Zekerheid,
)

if TYPE_CHECKING:
    from .models import Analyse

# Who an analysis is about or what it holds is not in the log, not even as a number.
NIET_IN_LOG = {"audit": False}


class Risico(Model):
    """What may happen, how grave that is before and after measures, and who accepts the rest."""

    __table_args__ = (
        Index("ix_risico_analyse", "analyse_id", "volgorde"),
        # The register of risks: the gravest first, by each of its filters.
        Index("ix_risico_rest", "is_actueel", "rest_gewicht", "id"),
        Index("ix_risico_klasse", "is_actueel", "rest_klasse", "rest_gewicht", "id"),
        Index("ix_risico_gebied", "is_actueel", "gebied_id", "rest_gewicht", "id"),
        Index("ix_risico_scenario", "scenario_id"),
    )

    analyse_id: Mapped[int] = mapped_column(ForeignKey("analyse.id"))
    volgorde: Mapped[int] = mapped_column(default=0)
    lijn: Mapped[int] = mapped_column(default=0)  # the same risk over all versions
    is_besloten: Mapped[bool] = mapped_column(default=False)
    geheim: Mapped[dict[str, Any] | None] = mapped_column(VersleuteldeJson("risico.geheim"))

    # Empty for a person: which scenario it is, is its contents.
    scenario_id_open: Mapped[int | None] = mapped_column(
        "scenario_id", ForeignKey("scenario.id"), info=NIET_IN_LOG
    )
    titel_open: Mapped[str] = mapped_column("titel", default="")
    domein_open: Mapped[Domein | None] = mapped_column("domein")
    oorzaak_open: Mapped[str] = mapped_column("oorzaak", Text, default="")
    doelwit_open: Mapped[str] = mapped_column("doelwit", default="")
    momenten_open: Mapped[str] = mapped_column("momenten", Text, default="")
    kans_open: Mapped[int | None] = mapped_column("kans")
    effect_open: Mapped[int | None] = mapped_column("effect")
    aspect_open: Mapped[Aspect | None] = mapped_column("aspect")
    zekerheid_open: Mapped[Zekerheid | None] = mapped_column("zekerheid")
    bestaand_open: Mapped[str] = mapped_column("bestaand", Text, default="")
    werking_open: Mapped[Werking | None] = mapped_column("werking")
    rest_kans_open: Mapped[int | None] = mapped_column("rest_kans")
    rest_effect_open: Mapped[int | None] = mapped_column("rest_effect")
    accept_niveau_open: Mapped[Besluitniveau | None] = mapped_column("accept_niveau")
    accept_wie_open: Mapped[str] = mapped_column("accept_wie", default="")
    accept_tot_open: Mapped[date | None] = mapped_column("accept_tot")
    accept_reden_open: Mapped[str] = mapped_column("accept_reden", Text, default="")

    scenario_id = Veld[int | None](None)
    titel = Veld[str]("")
    domein = Veld[Domein | None](None, Domein)
    oorzaak = Veld[str]("")
    doelwit = Veld[str]("")
    momenten = Veld[str]("")
    kans = Veld[int | None](None)
    effect = Veld[int | None](None)
    aspect = Veld[Aspect | None](None, Aspect)
    zekerheid = Veld[Zekerheid | None](None, Zekerheid)
    bestaand = Veld[str]("")
    werking = Veld[Werking | None](None, Werking)
    rest_kans = Veld[int | None](None)
    rest_effect = Veld[int | None](None)
    accept_niveau = Veld[Besluitniveau | None](None, Besluitniveau)
    accept_wie = Veld[str]("")
    accept_tot = Veld[date | None](None, date.fromisoformat)
    accept_reden = Veld[str]("")

    # For the register of risks: follows from the analysis and the scores; empty for a person.
    is_actueel: Mapped[bool] = mapped_column(default=False)
    gebied_id: Mapped[int] = mapped_column(default=0)
    rest_gewicht: Mapped[int] = mapped_column(default=0)  # sorts: `rules.gewicht`
    rest_klasse: Mapped[Klasse | None]

    analyse: Mapped["Analyse"] = relationship(back_populates="risicos")
    maatregelen: Mapped[list["Risicomaatregel"]] = relationship(
        back_populates="risico", order_by="Risicomaatregel.id", viewonly=True
    )

    @property
    def klasse(self) -> Klasse | None:
        return rules.klasse_van(self.analyse.schaal, self.kans, self.effect)

    @property
    def rest(self) -> Klasse | None:
        return rules.klasse_van(self.analyse.schaal, self.rest_kans, self.rest_effect)


class Risicomaatregel(Model):
    """What is done about a risk, or at a gathering. Not of a person: then it becomes an action."""

    __table_args__ = (
        Index("ix_risicomaatregel_analyse", "analyse_id", "id"),
        Index("ix_risicomaatregel_risico", "risico_id"),
        Index("ix_risicomaatregel_voorbeeld", "voorbeeld_id"),
    )

    analyse_id: Mapped[int] = mapped_column(ForeignKey("analyse.id"))
    risico_id: Mapped[int | None] = mapped_column(ForeignKey("risico.id"))
    actie_id: Mapped[int | None] = mapped_column(ForeignKey("actie.id"), index=True)
    is_besloten: Mapped[bool] = mapped_column(default=False)
    geheim: Mapped[dict[str, Any] | None] = mapped_column(
        VersleuteldeJson("risicomaatregel.geheim")
    )

    voorbeeld_id_open: Mapped[int | None] = mapped_column(
        "voorbeeld_id", ForeignKey("voorbeeldmaatregel.id"), info=NIET_IN_LOG
    )
    titel_open: Mapped[str] = mapped_column("titel", default="")
    type_open: Mapped[Maatregeltype | None] = mapped_column("type")
    werkt_op_open: Mapped[WerktOp | None] = mapped_column("werkt_op")
    kosten_open: Mapped[Decimal | None] = mapped_column("kosten")
    betaler_open: Mapped[Betaler | None] = mapped_column("betaler")
    eigenaar_id_open: Mapped[int | None] = mapped_column("eigenaar_id", ForeignKey("gebruiker.id"))
    uiterlijk_open: Mapped[date | None] = mapped_column("uiterlijk")
    status_open: Mapped[Maatregelstatus | None] = mapped_column("status")

    voorbeeld_id = Veld[int | None](None)
    titel = Veld[str]("")
    type = Veld[Maatregeltype | None](None, Maatregeltype)
    werkt_op = Veld[WerktOp | None](None, WerktOp)
    kosten = Veld[Decimal | None](None, Decimal)
    betaler = Veld[Betaler | None](None, Betaler)
    eigenaar_id = Veld[int | None](None)
    uiterlijk = Veld[date | None](None, date.fromisoformat)
    status = Veld[Maatregelstatus](Maatregelstatus.VOORGESTELD, Maatregelstatus)

    analyse: Mapped["Analyse"] = relationship(back_populates="maatregelen")
    risico: Mapped[Risico | None] = relationship()
    # Where it is not about a person; else the id stands in `geheim`.
    eigenaar: Mapped[Gebruiker | None] = relationship(foreign_keys=[eigenaar_id_open])
    actie: Mapped[Actie | None] = relationship()

    @property
    def stand(self) -> Maatregelstatus:
        """How far it is: its action knows, as long as nobody judged the outcome."""
        return rules.stand_maatregel(self.status, self.actie.status if self.actie else None)

    def change_status(self, naar: Maatregelstatus) -> None:
        rules.check_maatregel(self.status, naar)
        self.status = naar

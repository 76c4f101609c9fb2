"""An analysis: one model for all four kinds. Its risks and measures stand in models_risico."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, Text, UniqueConstraint, event, inspect
from sqlalchemy.orm import Mapped, Mapper, mapped_column, relationship

from vob.core.clock import nu
from vob.data import Model, VersleuteldeJson
from vob.documenten.values import Orgaan
from vob.gebruikers.models import Gebruiker

from . import rules
from .besloten import Veld
from .models_bibliotheek import Beleidsgebied
from .models_risico import NIET_IN_LOG, Risico, Risicomaatregel
from .values import Adviesstatus, Soort, Stand, Status

GEHEIM_TITEL = "Persoonlijke risicoanalyse"
TITEL_MAX = 160


class Analyse(Model):
    """One version of an analysis; versions of the same analysis share `reeks`."""

    __table_args__ = (
        UniqueConstraint("reeks", "nummer"),
        Index("ix_analyse_gewijzigd", "gewijzigd_op", "id"),
        Index("ix_analyse_soort", "soort", "status", "gewijzigd_op", "id"),
        Index("ix_analyse_status", "status", "herzien_op"),
    )

    soort: Mapped[Soort]
    reeks: Mapped[int] = mapped_column(default=0)  # the id of the first version
    nummer: Mapped[int] = mapped_column(default=1)
    status: Mapped[Status] = mapped_column(default=Status.CONCEPT)
    schaal: Mapped[int] = mapped_column(default=5)  # kept, so that an old matrix stays readable
    is_besloten: Mapped[bool] = mapped_column(default=False)
    geheim: Mapped[dict[str, Any] | None] = mapped_column(VersleuteldeJson("analyse.geheim"))
    stap: Mapped[str] = mapped_column(default="")  # where the wizard was left
    beleidsgebied_id: Mapped[int | None] = mapped_column(ForeignKey("beleidsgebied.id"), index=True)
    persoon_id: Mapped[int | None] = mapped_column(
        ForeignKey("gebruiker.id"), index=True, info=NIET_IN_LOG
    )
    maker_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"), index=True)
    gemaakt_op: Mapped[datetime] = mapped_column(default=nu)
    gewijzigd_op: Mapped[datetime] = mapped_column(default=nu)
    ingediend_op: Mapped[datetime | None]
    herzien_op: Mapped[date | None]  # the day after which it no longer holds
    vastgesteld_op: Mapped[date | None]
    vastgesteld_door_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"))
    orgaan: Mapped[Orgaan | None]
    besluitnummer: Mapped[str] = mapped_column(default="")

    titel_open: Mapped[str] = mapped_column("titel", default="")
    afbakening_open: Mapped[str] = mapped_column("afbakening", Text, default="")
    belang_open: Mapped[str] = mapped_column("belang", Text, default="")
    deelnemers_open: Mapped[str] = mapped_column("deelnemers", Text, default="")
    factoren_open: Mapped[list[str]] = mapped_column("factoren", JSON, default=list)
    kwetsbaar_open: Mapped[list[str]] = mapped_column("kwetsbaar", JSON, default=list)
    terug_reden_open: Mapped[str] = mapped_column("terug_reden", Text, default="")
    advies_status_open: Mapped[Adviesstatus | None] = mapped_column("advies_status")
    advies_op_open: Mapped[date | None] = mapped_column("advies_op")

    titel = Veld[str]("")
    afbakening = Veld[str]("")
    belang = Veld[str]("")
    deelnemers = Veld[str]("")
    factoren = Veld[list[str]]([])
    kwetsbaar = Veld[list[str]]([])
    terug_reden = Veld[str]("")
    advies_status = Veld[Adviesstatus | None](None, Adviesstatus)
    advies_op = Veld[date | None](None, date.fromisoformat)

    maker: Mapped[Gebruiker] = relationship(foreign_keys=[maker_id])
    persoon: Mapped[Gebruiker | None] = relationship(foreign_keys=[persoon_id])
    vastgesteld_door: Mapped[Gebruiker | None] = relationship(foreign_keys=[vastgesteld_door_id])
    beleidsgebied: Mapped[Beleidsgebied | None] = relationship()
    risicos: Mapped[list[Risico]] = relationship(
        back_populates="analyse", order_by="Risico.volgorde", cascade="all, delete-orphan"
    )
    maatregelen: Mapped[list[Risicomaatregel]] = relationship(
        back_populates="analyse", order_by="Risicomaatregel.id", cascade="all, delete-orphan"
    )
    schrijvers: Mapped[list["Analyseschrijver"]] = relationship(cascade="all, delete-orphan")
    lezers: Mapped[list["Analyselezer"]] = relationship(cascade="all, delete-orphan")

    def makers(self) -> set[int]:
        """Everyone who wrote in it: they do not adopt it."""
        return {self.maker_id, *(schrijver.gebruiker_id for schrijver in self.schrijvers)}

    def touch(self, gebruiker_id: int) -> None:
        """Somebody works on it: the search index looks again. Refuses when it is fixed."""
        rules.check_bewerken(self.status)
        self.gewijzigd_op = nu()
        if gebruiker_id not in self.makers():
            self.schrijvers.append(Analyseschrijver(gebruiker_id=gebruiker_id))

    def stand(self, datum: date) -> Stand:
        return rules.stand_van(self.status, self.herzien_op, datum)

    def change_status(self, naar: Status) -> None:
        rules.check_overgang(self.status, naar)
        self.status = naar

    def new_risico(self, **waarden: Any) -> Risico:
        """A risk of this analysis, at the end of the list."""
        volgorde = max((risico.volgorde for risico in self.risicos), default=0) + 1
        risico = Risico(is_besloten=self.is_besloten, volgorde=volgorde, lijn=0)
        self.risicos.append(risico)
        for naam, waarde in waarden.items():
            setattr(risico, naam, waarde)
        return risico

    def new_maatregel(self, risico: Risico | None, **waarden: Any) -> Risicomaatregel:
        maatregel = Risicomaatregel(is_besloten=self.is_besloten, risico=risico)
        self.maatregelen.append(maatregel)
        for naam, waarde in waarden.items():
            setattr(maatregel, naam, waarde)
        return maatregel

    def zoektekst(self) -> tuple[str, str] | None:
        """With its risks. Versions bear the same title: the number tells them apart. An analysis of
        a person is not to be found by anyone."""
        if self.is_besloten:
            return None
        teksten = (self.afbakening, self.belang)
        versie = "" if self.soort is Soort.OPERATIONEEL else f", versie {self.nummer}"
        return self.titel + versie, " ".join((*teksten, *(risico.titel for risico in self.risicos)))


class Analyseschrijver(Model):
    """Someone who wrote in an analysis that someone else had begun."""

    __table_args__ = (UniqueConstraint("analyse_id", "gebruiker_id"),)

    analyse_id: Mapped[int] = mapped_column(ForeignKey("analyse.id"))
    gebruiker_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))


class Analyselezer(Model):
    """Someone named on a personal analysis; nobody else but its person and maker sees it."""

    __table_args__ = (UniqueConstraint("analyse_id", "gebruiker_id"),)

    analyse_id: Mapped[int] = mapped_column(ForeignKey("analyse.id"))
    gebruiker_id: Mapped[int] = mapped_column(
        ForeignKey("gebruiker.id"), index=True, info=NIET_IN_LOG
    )

    gebruiker: Mapped[Gebruiker] = relationship()


# What still moves once an analysis was adopted: that it was replaced, and how far its measures are.
_BEWEEGT: dict[type[Model], set[str]] = {
    Analyse: {"status", "versie", "gewijzigd_op"},
    Risico: {"is_actueel", "versie"},
    Risicomaatregel: {"status_open", "actie_id", "geheim", "versie"},
}


@event.listens_for(Analyse, "before_update")
@event.listens_for(Risico, "before_update")
@event.listens_for(Risicomaatregel, "before_update")
def _keep_adopted(_mapper: Mapper[Any], _connection: Any, obj: Any) -> None:
    """Whatever code tries: an adopted analysis stays as it was adopted."""
    state = inspect(obj)
    keys = {prop.key for prop in state.mapper.column_attrs}
    changed = {key for key in keys if state.attrs[key].history.has_changes()}
    if changed - _BEWEEGT[type(obj)] and _status_before(obj) in rules.ADOPTED:
        rules.check_bewerken(Status.VASTGESTELD)


def _status_before(obj: Any) -> Status:
    """What the database holds: the adoption itself is a change too."""
    analyse = obj if isinstance(obj, Analyse) else obj.analyse
    history = inspect(analyse).attrs.status.history
    return (history.deleted or history.unchanged or (analyse.status,))[0]

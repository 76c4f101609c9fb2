"""What an analysis is made from: policy areas, scenarios and measures, all to be edited."""

from sqlalchemy import JSON, ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vob.data import Model

from .values import Maatregeltype, WerktOp


class Beleidsgebied(Model):
    """A field of policy. `trefwoorden`: by which an incident is known to belong to it."""

    naam: Mapped[str] = mapped_column(unique=True)
    is_gevoelig: Mapped[bool] = mapped_column(default=False)  # then it needs an analysis
    trefwoorden: Mapped[str] = mapped_column(default="")
    is_actief: Mapped[bool] = mapped_column(default=True)

    @property
    def woorden(self) -> list[str]:
        """Its name and its words, each to be looked for."""
        return [w for deel in (self.naam, *self.trefwoorden.split(",")) if (w := deel.strip())]


class Scenario(Model):
    """Something that may happen. Retired, it is no longer offered; what used it keeps it."""

    __table_args__ = (Index("ix_scenario_code", "is_actief", "code"),)

    code: Mapped[str] = mapped_column(unique=True, info={"audit": True})
    titel: Mapped[str]
    toelichting: Mapped[str] = mapped_column(Text, default="")
    beleidsgebied_id: Mapped[int | None] = mapped_column(ForeignKey("beleidsgebied.id"), index=True)
    typen: Mapped[list[str]] = mapped_column(JSON, default=list)  # of organisation
    voor_persoon: Mapped[bool] = mapped_column(default=False)
    is_eigen: Mapped[bool] = mapped_column(default=False)  # added here, not from the start set
    is_actief: Mapped[bool] = mapped_column(default=True)

    beleidsgebied: Mapped[Beleidsgebied | None] = relationship()
    suggesties: Mapped[list["Scenariomaatregel"]] = relationship(
        cascade="all, delete-orphan", order_by="Scenariomaatregel.id"
    )


class Voorbeeldmaatregel(Model):
    """A measure to take over in one press."""

    code: Mapped[str] = mapped_column(unique=True, info={"audit": True})
    titel: Mapped[str]
    toelichting: Mapped[str] = mapped_column(Text, default="")
    type: Mapped[Maatregeltype]
    werkt_op: Mapped[WerktOp] = mapped_column(default=WerktOp.KANS)
    is_bijeenkomst: Mapped[bool] = mapped_column(default=False)  # to tick at one gathering
    is_eigen: Mapped[bool] = mapped_column(default=False)
    is_actief: Mapped[bool] = mapped_column(default=True)


class Scenariomaatregel(Model):
    """This measure is suggested with this scenario."""

    __table_args__ = (UniqueConstraint("scenario_id", "maatregel_id"),)

    scenario_id: Mapped[int] = mapped_column(ForeignKey("scenario.id"))
    maatregel_id: Mapped[int] = mapped_column(ForeignKey("voorbeeldmaatregel.id"), index=True)

    maatregel: Mapped[Voorbeeldmaatregel] = relationship()

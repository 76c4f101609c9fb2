"""Who is on duty, who swaps with whom, and the agenda that someone follows it in."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vob.core.clock import nu
from vob.data import Base, Model

from ..rules_rooster import Periode
from ..values import Ruilstatus
from .onderwerpen import Woordvoerder


class Dienst(Model):
    """A duty: from `begin` up to but not including `einde`."""

    __tablename__ = "media_dienst"
    __table_args__ = (Index("ix_media_dienst_tijd", "begin", "einde"),)

    woordvoerder_id: Mapped[int] = mapped_column(ForeignKey("woordvoerder.id"), index=True)
    vervanger_id: Mapped[int | None] = mapped_column(ForeignKey("woordvoerder.id"))
    begin: Mapped[datetime]
    einde: Mapped[datetime]
    bevestigd_op: Mapped[datetime | None]

    woordvoerder: Mapped[Woordvoerder] = relationship(foreign_keys=[woordvoerder_id])
    vervanger: Mapped[Woordvoerder | None] = relationship(foreign_keys=[vervanger_id])

    @property
    def periode(self) -> Periode:
        return Periode(self.begin, self.einde)

    def move_to(self, woordvoerder_id: int, moment: datetime | None) -> bool:
        """Another person does it. `moment`: when that person said yes, if that happened.

        True when that was the deputy, so that there is none now.
        """
        self.woordvoerder_id, self.bevestigd_op = woordvoerder_id, moment
        was_vervanger = self.vervanger_id == woordvoerder_id
        if was_vervanger:
            self.vervanger_id = None
        return was_vervanger


class Ruil(Model):
    """A wish to hand a duty over, or to swap it for one of the other; the other confirms."""

    __tablename__ = "media_ruil"

    dienst_id: Mapped[int] = mapped_column(
        ForeignKey("media_dienst.id", ondelete="CASCADE"), index=True
    )
    tegen_id: Mapped[int | None] = mapped_column(ForeignKey("media_dienst.id", ondelete="CASCADE"))
    van_id: Mapped[int] = mapped_column(ForeignKey("woordvoerder.id"))
    naar_id: Mapped[int] = mapped_column(ForeignKey("woordvoerder.id"), index=True)
    status: Mapped[Ruilstatus] = mapped_column(default=Ruilstatus.GEVRAAGD)
    gevraagd_op: Mapped[datetime] = mapped_column(default=nu)
    beantwoord_op: Mapped[datetime | None]

    dienst: Mapped[Dienst] = relationship(foreign_keys=[dienst_id])
    tegen: Mapped[Dienst | None] = relationship(foreign_keys=[tegen_id])
    van: Mapped[Woordvoerder] = relationship(foreign_keys=[van_id])
    naar: Mapped[Woordvoerder] = relationship(foreign_keys=[naar_id])


class Vakantie(Model):
    """A school holiday, or other days to keep in mind when making the roster."""

    __tablename__ = "media_vakantie"

    naam: Mapped[str]
    van: Mapped[date]
    tot: Mapped[date] = mapped_column(index=True)
    uid: Mapped[str] = mapped_column(default="")  # of the agenda it was read from


class Agendalink(Base):
    """The secret address of someone's roster; here stands only its hash. One per person.

    Not audited row by row: making and revoking are recorded as events.
    """

    __tablename__ = "media_agendalink"

    woordvoerder_id: Mapped[int] = mapped_column(ForeignKey("woordvoerder.id"), primary_key=True)
    sleutel_hash: Mapped[str] = mapped_column(unique=True)
    gemaakt_op: Mapped[datetime]

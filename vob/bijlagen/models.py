"""An attachment: a file that belongs to an object of some kind, kept encrypted in pieces."""

import secrets
from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vob.core.clock import nu
from vob.data import Base, Model, Versleuteld, VersleuteldeBytes
from vob.gebruikers.models import Gebruiker

CONCEPT = "concept"  # the kind of a file that was uploaded but not yet sent


class Bijlage(Model):
    """`soort` and `object_id` say what it belongs to (web/objecten.py); `sleutel` is its address.

    `sha256_origineel` is of the file as it was received, `sha256` of what VOB stores: of a picture
    the metadata is gone. Both are in the audit log, so a file cannot be exchanged unseen.
    """

    __table_args__ = (Index("ix_bijlage_object", "soort", "object_id"),)

    sleutel: Mapped[str] = mapped_column(unique=True, default=lambda: secrets.token_urlsafe(16))
    soort: Mapped[str] = mapped_column(info={"audit": True})
    object_id: Mapped[int]
    naam: Mapped[str] = mapped_column(Versleuteld("bijlage.naam"))
    mediatype: Mapped[str] = mapped_column(info={"audit": True})
    grootte: Mapped[int]
    sha256: Mapped[str] = mapped_column(info={"audit": True})
    sha256_origineel: Mapped[str] = mapped_column(info={"audit": True})
    is_intern: Mapped[bool] = mapped_column(default=False)
    concept_pad: Mapped[str] = mapped_column(default="")  # the form it waits in
    door_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))
    toegevoegd_op: Mapped[datetime] = mapped_column(default=nu)

    door: Mapped[Gebruiker] = relationship()

    @property
    def is_gewijzigd(self) -> bool:
        """Whether what is stored differs from what was received."""
        return self.sha256 != self.sha256_origineel


class BijlageDeel(Base):
    """One piece of a file. Its attachment is audited, with the hash of the whole."""

    __tablename__ = "bijlage_deel"

    bijlage_id: Mapped[int] = mapped_column(
        ForeignKey("bijlage.id", ondelete="CASCADE"), primary_key=True
    )
    nummer: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    inhoud: Mapped[bytes] = mapped_column(VersleuteldeBytes("bijlage_deel.inhoud"))

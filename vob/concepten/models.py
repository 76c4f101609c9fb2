"""A draft belongs to one user and one form (its address), and is encrypted whole."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from vob.data import Base, VersleuteldeJson


class Concept(Base):
    """Not audited: a draft is not yet an act, and changes at every pause in the typing."""

    __tablename__ = "concept"
    __table_args__ = (UniqueConstraint("gebruiker_id", "pad"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    gebruiker_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))
    pad: Mapped[str]
    bewaard_op: Mapped[datetime]
    vervalt_op: Mapped[datetime] = mapped_column(index=True)
    velden: Mapped[dict[str, list[str]]] = mapped_column(VersleuteldeJson("concept.velden"))

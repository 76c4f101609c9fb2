"""Who may log in, with which roles, and in which sessions."""

from datetime import datetime
from functools import lru_cache

from flask_login import UserMixin
from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vob.core.organisatietype import Functie
from vob.core.permissions import Recht, Rol, rechten_van
from vob.data import Base, Model


@lru_cache(maxsize=256)
def _rechten(rollen: tuple[str, ...]) -> frozenset[Recht]:
    """Of roles, not of a person: a page asks it dozens of times."""
    return rechten_van(Rol(rol) for rol in rollen)


class Gebruiker(UserMixin, Model):
    """A person with an account. Never deleted: history keeps pointing to it; disabled instead."""

    naam: Mapped[str]
    email: Mapped[str] = mapped_column(unique=True)  # folded: lower case
    telefoon: Mapped[str] = mapped_column(default="")
    functie: Mapped[Functie] = mapped_column(default=Functie.MEDEWERKER)
    rollen: Mapped[list[str]] = mapped_column(JSON, default=list, info={"audit": True})
    wachtwoord_hash: Mapped[str] = mapped_column(default="")  # empty: invited, not yet set
    is_actief: Mapped[bool] = mapped_column(default=True)
    vervanger_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"))
    laatst_ingelogd_op: Mapped[datetime | None]

    vervanger: Mapped["Gebruiker | None"] = relationship(remote_side="Gebruiker.id")

    sessie_sleutel = ""  # of this request; set by `sessies`, not a column

    def get_id(self) -> str:
        """What Flask-Login puts in the cookie: the key of this session, not of the person."""
        return self.sessie_sleutel

    @property
    def is_active(self) -> bool:  # the name Flask-Login asks for
        return self.is_actief

    @property
    def rechten(self) -> frozenset[Recht]:
        return _rechten(tuple(self.rollen))

    def can(self, recht: Recht) -> bool:
        return recht in self.rechten

    def has_rol(self, rol: Rol) -> bool:
        """For routing and demo data; access asks `can`."""
        return rol in self.rollen

    @property
    def voornaam(self) -> str:
        return self.naam.split()[0] if self.naam else ""


class Sessie(Base):
    """A login on one device. The cookie holds a random key; here stands only its hash.

    Not audited row by row: log in, log out and ending are recorded as events.
    """

    __tablename__ = "sessie"

    id: Mapped[int] = mapped_column(primary_key=True)
    sleutel_hash: Mapped[str] = mapped_column(unique=True)
    gebruiker_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"), index=True)
    begonnen_op: Mapped[datetime]
    gezien_op: Mapped[datetime]
    beeindigd_op: Mapped[datetime | None]
    apparaat: Mapped[str] = mapped_column(default="")


class Inlogpoging(Base):
    """A login that failed. E-mail and address only as keyed hash. It is a log itself."""

    __tablename__ = "inlogpoging"
    __table_args__ = (Index("ix_inlogpoging_wie", "wie", "moment"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    wie: Mapped[str]  # account and address together: what counts for waiting
    account: Mapped[str] = mapped_column(index=True)  # the account alone: to unlock it
    moment: Mapped[datetime] = mapped_column(index=True)


class Wachtwoordlink(Base):
    """A link by which someone sets an own password: once, for a limited time.

    Sent by an administrator (invitation, reset), who never knows the password.
    """

    __tablename__ = "wachtwoordlink"

    id: Mapped[int] = mapped_column(primary_key=True)
    sleutel_hash: Mapped[str] = mapped_column(unique=True)
    gebruiker_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"), index=True)
    geldig_tot: Mapped[datetime]
    gebruikt_op: Mapped[datetime | None]

"""The register, counted: kept up to date by the session, so that a million cases cost nothing."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import event, inspect
from sqlalchemy.orm import Mapped, Session, UOWTransaction, mapped_column

from vob.core.clock import TZ
from vob.data import Base
from vob.data.sql import insert_into

from ..models import Incident
from .values import Dimensie

Cel = tuple[int, str, str]


class Incidentcijfer(Base):
    """How many cases of one month have one value. Derived from `incident`.

    `maand` is year * 100 + month of the report, on the Dutch clock. Drills and extra vertrouwelijke
    cases are never counted: the second would show that there is one.
    """

    __tablename__ = "incidentcijfer"

    maand: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    dimensie: Mapped[str] = mapped_column(primary_key=True)
    waarde: Mapped[str] = mapped_column(primary_key=True)
    aantal: Mapped[int]


_TELT = ("is_proef", "is_vertrouwelijk", "gemeld_op", *(dimensie.value for dimensie in Dimensie))


def cellen_van(rij: dict[str, Any]) -> list[Cel]:
    """The cells in which a case with these columns is counted."""
    if rij["is_proef"] or rij["is_vertrouwelijk"]:
        return []
    maand = month_of(rij["gemeld_op"])
    return [(maand, dimensie.value, str(rij[dimensie.value])) for dimensie in Dimensie]


def month_of(moment: datetime) -> int:
    klok = moment.astimezone(TZ)
    return klok.year * 100 + klok.month


def add_cijfers(session: Any, verschil: Counter[Cel]) -> None:
    """Add to the cells, in one order: two writers never wait for each other in a ring."""
    rijen = [
        {"maand": cel[0], "dimensie": cel[1], "waarde": cel[2], "aantal": aantal}
        for cel, aantal in sorted(verschil.items())
        if aantal
    ]
    if not rijen:
        return
    connection = session.connection()
    stmt = insert_into(Incidentcijfer, connection)
    stmt = stmt.on_conflict_do_update(
        index_elements=["maand", "dimensie", "waarde"],
        set_={"aantal": Incidentcijfer.aantal + stmt.excluded.aantal},
    )
    connection.execute(stmt, rijen)


@event.listens_for(Session, "after_flush")
def _count(session: Session, _context: UOWTransaction) -> None:
    verschil: Counter[Cel] = Counter()
    verschil.update(_cellen(session.new, oud=False))
    verschil.update(_cellen(session.dirty, oud=False))
    verschil.subtract(_cellen(session.dirty, oud=True))
    verschil.subtract(_cellen(session.deleted, oud=True))
    add_cijfers(session, verschil)


def _cellen(objecten: Iterable[Any], *, oud: bool) -> list[Cel]:
    return [
        cel
        for obj in objecten
        if isinstance(obj, Incident)
        for cel in cellen_van({naam: _waarde(obj, naam, oud=oud) for naam in _TELT})
    ]


def _waarde(incident: Incident, naam: str, *, oud: bool) -> Any:
    """The value of this column, now or as it was before this flush."""
    history = inspect(incident).attrs[naam].history
    if oud and history.deleted:
        return history.deleted[0]
    return getattr(incident, naam)

"""Press questions as lists and figures, and press contacts."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select, text
from sqlalchemy.orm import joinedload, selectinload

from vob.core.clock import TZ
from vob.data import Zoekdoc, begin_write, db
from vob.data.paging import Sortering, read_page
from vob.data.search import MAX_QUERY, found, search, words
from vob.web.adres import read_dag, read_getal
from vob.web.objecten import Kijker

from ..models import Perscontact, Persvraag
from ..rules_persvraag import Verloop
from ..values import OPEN, Status, Welke
from .zichtbaar import no_embargo, persvraag_where

_PER_LEESBEURT = 500
_MEESTE_NAMEN = 300
_LOCK = 72_041  # PostgreSQL advisory lock: one number at a time


@dataclass(frozen=True)
class Filters:
    """What the list shows; stands in the address."""

    q: str = ""
    welke: Welke = Welke.OPEN
    status: Status | None = None
    over: int | None = None
    van: date | None = None
    tot: date | None = None

    @property
    def args(self) -> dict[str, Any]:
        """For a link: only what differs from the usual."""
        alles = vars(self).items()
        return {naam: str(w) for naam, w in alles if w not in (None, "", Welke.OPEN)}

    @property
    def sortering(self) -> Sortering:
        """What is due first; of everything the newest first."""
        if self.welke is Welke.ALLE:
            return Sortering(Persvraag.ontvangen_op, Persvraag.id)
        return Sortering(Persvraag.uiterlijk, Persvraag.id, aflopend=False)


def read_filters(args: Mapping[str, str]) -> Filters:
    """From the address; what is not understood is as if it were not there."""
    waarden: dict[str, Any] = {"q": " ".join(args.get("q", "").split())[:MAX_QUERY]}
    lezers: dict[str, Any] = {
        "welke": Welke,
        "status": Status,
        "over": read_getal,
        "van": read_dag,
        "tot": read_dag,
    }
    for naam, lees in lezers.items():
        try:
            waarden[naam] = lees(args.get(naam, ""))
        except ValueError:
            continue
    return Filters(**waarden)


def list_stmt(kijker: Kijker, filters: Filters) -> Select[Persvraag]:
    return (
        select(Persvraag)
        .options(joinedload(Persvraag.onderwerp), joinedload(Persvraag.toegewezen))
        .where(persvraag_where(kijker), *_conditions(kijker, filters))
    )


def _conditions(kijker: Kijker, filters: Filters) -> list[ColumnElement[bool]]:
    vraag = Persvraag
    conditions: list[ColumnElement[bool]] = []
    if filters.welke is not Welke.ALLE and filters.status is None:  # a status says so itself
        conditions.append(vraag.status.in_(OPEN))
    if filters.welke is Welke.MIJN:
        conditions.append(vraag.toegewezen_id == kijker.id)
    if filters.status:
        conditions.append(vraag.status == filters.status)
    if filters.over:
        conditions.append(vraag.onderwerp_id == filters.over)
    if filters.van:
        conditions.append(vraag.ontvangen_op >= _midnight(filters.van))
    if filters.tot:
        conditions.append(vraag.ontvangen_op < _midnight(filters.tot + timedelta(days=1)))
    if words(filters.q):
        refs = select(Zoekdoc.ref).select_from(found(filters.q))
        refs = search(refs.where(Zoekdoc.soort == vraag.__tablename__), filters.q)
        conditions.append(vraag.id.in_(refs))
    return conditions


def _midnight(dag: date) -> datetime:
    return datetime.combine(dag, time(), TZ)


def exportable(kijker: Kijker, filters: Filters) -> Select[Persvraag]:
    """What may go along in a file: a file travels, so nothing under embargo, for nobody."""
    stmt = list_stmt(kijker, filters).where(no_embargo())
    return stmt.options(selectinload(Persvraag.afstemmingen))


def read_all(stmt: Select[Persvraag], sortering: Sortering) -> Iterator[Persvraag]:
    """Every row, in short reads: no lock is held however long it takes."""
    na = None
    while True:
        bladzijde = read_page(db.session, stmt, sortering, na=na, size=_PER_LEESBEURT)
        yield from bladzijde.rijen
        if (na := bladzijde.na) is None:
            return


def read_jaar(kijker: Kijker, jaar: int) -> list[Verloop]:
    """What counts for the figures of a year, of everything this user may see."""
    vraag = Persvraag
    stmt = select(vraag.ontvangen_op, vraag.uiterlijk, vraag.status, vraag.verzonden_op).where(
        persvraag_where(kijker),
        vraag.ontvangen_op >= _midnight(date(jaar, 1, 1)),
        vraag.ontvangen_op < _midnight(date(jaar + 1, 1, 1)),
    )
    return [Verloop(*rij) for rij in db.session.execute(stmt)]


def list_jaren(kijker: Kijker) -> list[int]:
    """The years with questions, newest first."""
    stmt = select(Persvraag.jaar).where(persvraag_where(kijker)).distinct()
    return list(db.session.scalars(stmt.order_by(Persvraag.jaar.desc())))


def next_volgnummer(jaar: int) -> int:
    """Numbers follow each other within a year. Two at once wait for each other."""
    begin_write(db.session)
    if db.session.connection().dialect.name == "postgresql":
        db.session.execute(text("select pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    hoogste = select(func.max(Persvraag.volgnummer)).where(Persvraag.jaar == jaar)
    return (db.session.scalar(hoogste) or 0) + 1


def open_persvragen(kijker: Kijker, limit: int = 20) -> list[Persvraag]:
    """Open questions that are this person's, or nobody's yet; the most urgent first."""
    stmt = (
        select(Persvraag)
        .options(joinedload(Persvraag.onderwerp), joinedload(Persvraag.toegewezen))
        .where(
            persvraag_where(kijker),
            Persvraag.status.in_(OPEN),
            or_(Persvraag.toegewezen_id == kijker.id, Persvraag.toegewezen_id.is_(None)),
        )
        .order_by(Persvraag.uiterlijk, Persvraag.id)
        .limit(limit)
    )
    return list(db.session.scalars(stmt))


def list_contacten(medium: str) -> Select[Perscontact]:
    """By medium; the name of a person never stands in an address."""
    stmt = select(Perscontact)
    return stmt.where(Perscontact.medium.icontains(medium, autoescape=True)) if medium else stmt


def known_contacten() -> list[tuple[str, str]]:
    """(name, medium) to choose from while typing; the latest first."""
    stmt = select(Perscontact.naam, Perscontact.medium).order_by(
        Perscontact.laatst_contact_op.desc().nulls_last(), Perscontact.naam
    )
    return [(rij.naam, rij.medium) for rij in db.session.execute(stmt.limit(_MEESTE_NAMEN))]


def list_dubbel() -> list[list[Perscontact]]:
    """Contacts that are probably one person, in groups."""
    groepen: dict[str, list[Perscontact]] = defaultdict(list)
    for contact in db.session.scalars(select(Perscontact).order_by(Perscontact.id)):
        groepen[contact.gelijkenis].append(contact)
    return [groep for groep in groepen.values() if len(groep) > 1]


def questions_of(kijker: Kijker, perscontact_id: int) -> list[Persvraag]:
    """What this journalist asked, as far as this user may see it, the latest first."""
    stmt = (
        select(Persvraag)
        .options(joinedload(Persvraag.onderwerp))
        .where(Persvraag.perscontact_id == perscontact_id, persvraag_where(kijker))
        .order_by(Persvraag.ontvangen_op.desc())
        .limit(20)
    )
    return list(db.session.scalars(stmt))

"""Meetings and their logs, who may see them, and how often someone disturbed one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from flask import abort, url_for
from sqlalchemy import ColumnElement, Select, and_, func, literal, or_, select
from sqlalchemy.orm import joinedload

from vob.core.clock import TZ
from vob.core.organisatietype import Organisatietype
from vob.core.permissions import Recht
from vob.data import AuditRegel, db
from vob.data.paging import Sortering
from vob.data.search import Zoekdoc, found, search, words
from vob.organisatie.queries import our_organisatie
from vob.web import bijeenkomsten
from vob.web.objecten import Kijker, Objectsoort, register

from ..models import Incident
from ..zichtbaarheid import visible_where
from .models import (
    Agendabron,
    Logregel,
    LogregelIncident,
    Ordegrondslag,
    Vergadering,
    persoon_indexen,
)
from .rules import Logpunt, combine
from .values import Vergadersoort, Welke

# --- who sees meetings ----------------------------------------------------------------------------


def visible_vergaderingen(kijker: Kijker) -> Select[int]:
    """All of them for who keeps the log, none for anyone else (rollen.md)."""
    return select(Vergadering.id).where(literal(kijker.can(Recht.VERGADERING_BIJHOUDEN)))


register(
    Objectsoort(
        "vergadering",
        "Vergadering",
        lambda id: url_for("incidenten.show_vergadering", id=id),
        visible_vergaderingen,
    )
)

bijeenkomsten.register(
    lambda van, tot: [
        bijeenkomsten.Bijeenkomst("vergadering", vergadering.id, vergadering.dag)
        for vergadering in list_vergaderingen_van(van, tot, risicovol=True)
    ]
)

# --- lists ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Filter:
    """What the list shows; stands in the URL."""

    q: str = ""
    welke: Welke = Welke.KOMEND
    soort: Vergadersoort | None = None

    @property
    def is_later(self) -> bool:
        return self.welke in {Welke.KOMEND, Welke.RISICOVOL}


def midnight(dag: date) -> datetime:
    return datetime.combine(dag, time.min, tzinfo=TZ)


def select_vergaderingen(filter: Filter, vandaag: date) -> tuple[Select[Vergadering], Sortering]:
    """What comes first is nearest: the next meeting, or the last one."""
    voorwaarden: list[ColumnElement[bool]] = []
    if filter.is_later:
        voorwaarden.append(Vergadering.begin >= midnight(vandaag))
    elif filter.welke is Welke.GEWEEST:
        voorwaarden.append(Vergadering.begin < midnight(vandaag))
    if filter.welke is Welke.RISICOVOL:
        voorwaarden.append(Vergadering.is_risicovol.is_(True))
    elif filter.welke is Welke.VERSTOORD:
        voorwaarden.append(Vergadering.is_verstoord.is_(True))
    if filter.soort:
        voorwaarden.append(Vergadering.soort == filter.soort)
    if words(filter.q):
        refs = select(Zoekdoc.ref).select_from(found(filter.q))
        refs = search(refs.where(Zoekdoc.soort == Vergadering.__tablename__), filter.q)
        voorwaarden.append(Vergadering.id.in_(refs))
    sortering = Sortering(Vergadering.begin, Vergadering.id, aflopend=not filter.is_later)
    return select(Vergadering).where(*voorwaarden), sortering


def list_vergaderingen_van(van: date, tot: date, *, risicovol: bool = False) -> list[Vergadering]:
    """What begins on these days and was not cancelled, the first one first."""
    stmt = (
        select(Vergadering)
        .where(
            Vergadering.begin >= midnight(van),
            Vergadering.begin < midnight(tot + timedelta(days=1)),
            Vergadering.is_afgelast.is_(False),
        )
        .order_by(Vergadering.begin, Vergadering.id)
    )
    if risicovol:
        stmt = stmt.where(Vergadering.is_risicovol.is_(True))
    return list(db.session.scalars(stmt))


# --- one meeting ----------------------------------------------------------------------------------


def get_vergadering_or_404(id: int) -> Vergadering:
    return db.session.get(Vergadering, id, options=[joinedload(Vergadering.griffier)]) or abort(404)


def read_log(vergadering: Vergadering) -> list[Logpunt]:
    """Everything that was logged of it, in the order in which it happened."""
    stmt = (
        select(Logregel)
        .options(joinedload(Logregel.auteur))
        .where(Logregel.vergadering_id == vergadering.id)
        .order_by(Logregel.id)
    )
    return combine(db.session.scalars(stmt))


def find_regel(vergadering: Vergadering, sleutel: str) -> Logregel | None:
    return db.session.scalar(
        select(Logregel).filter_by(vergadering_id=vergadering.id, sleutel=sleutel)
    )


def was_read_on(dag: date, vergadering: Vergadering, gebruiker_id: int) -> bool:
    """Whether the read log says that this user opened the log of this meeting on this day."""
    stmt = select(AuditRegel.id).where(
        AuditRegel.tabel == Vergadering.__tablename__,
        AuditRegel.object_id == vergadering.id,
        AuditRegel.actie == "ingezien",
        AuditRegel.actor_id == gebruiker_id,
        AuditRegel.moment >= midnight(dag),
    )
    return db.session.scalar(stmt.limit(1)) is not None


def zaken_bij(vergadering: Vergadering, kijker: Kijker) -> dict[int, str | None]:
    """The entries of which a case was made, each with its number: None when it is not theirs."""
    stmt = (
        select(LogregelIncident.logregel_id, Incident.nummer)
        .join(LogregelIncident.logregel)
        .outerjoin(
            Incident, and_(Incident.id == LogregelIncident.incident_id, visible_where(kijker))
        )
        .where(Logregel.vergadering_id == vergadering.id)
    )
    return {row.logregel_id: row.nummer for row in db.session.execute(stmt)}


# --- how often someone disturbed a meeting --------------------------------------------------------


class Ordeverstoring(NamedTuple):
    """One logged disturbance by one person."""

    vergadering: Vergadering
    punt: Logpunt


def list_ordeverstoringen(persoon: str) -> list[Ordeverstoring]:
    """Every logged disturbance by this person, the oldest first.

    By the name as it was logged, letter case and spaces aside; no likeness, no guess. What was
    withdrawn does not count, and what was corrected counts as the correction says.
    Whoever shows this asks Recht.ORDEVERSTORING_INZIEN first (or shows it to who decides the
    measure that rests on it), and writes the read log.
    """
    indexen = persoon_indexen(persoon)
    genoemd = select(func.coalesce(Logregel.bij_id, Logregel.id)).where(
        Logregel.persoon_index.in_(indexen)
    )
    stmt = (
        select(Logregel)
        .options(joinedload(Logregel.vergadering))
        .where(or_(Logregel.id.in_(genoemd), Logregel.bij_id.in_(genoemd)))
    )
    regels = list(db.session.scalars(stmt))
    vergaderingen = {regel.id: regel.vergadering for regel in regels}
    return [
        Ordeverstoring(vergaderingen[punt.regel.id], punt)
        for punt in combine(regels)
        if punt.is_verstoring and _is_about(punt, indexen)
    ]


def _is_about(punt: Logpunt, indexen: Sequence[str]) -> bool:
    return any(persoon_indexen(naam)[0] in indexen for naam in punt.personen)


def count_ordeverstoringen(persoon: str) -> int:
    """How many disturbances of meetings by this person were logged.

    The proof for a meeting ban: art. 26 lid 2 Gemeentewet asks disturbance "bij herhaling"
    (shared/domein/incidenten.md §1.6, §7); how many is `our_grondslag().minimum_verstoringen`.
    """
    return len(list_ordeverstoringen(persoon)) if persoon.strip() else 0


def count_vergaderingen(verstoringen: Iterable[Ordeverstoring]) -> int:
    return len({verstoring.vergadering.id for verstoring in verstoringen})


# --- settings -------------------------------------------------------------------------------------

_NIET_GEVONDEN = (
    "Welk wetsartikel hierbij hoort en hoe lang het mag, hebben wij niet gevonden. "
    "Laat een jurist het reglement van orde nakijken."
)
_GRONDSLAGEN: dict[Organisatietype, tuple[str, str]] = {
    Organisatietype.GEMEENTE: (
        "artikel 26, tweede lid, van de Gemeentewet",
        "Gemeentewet artikel 26 (tekst vanaf 1994) en ECLI:NL:RVS:2022:3148. Geldt dit nog zo?",
    ),
    Organisatietype.WATERSCHAP: (
        "het reglement van orde van het algemeen bestuur",
        _NIET_GEVONDEN,
    ),
    Organisatietype.PROVINCIE: (
        "het reglement van orde van Provinciale Staten",
        _NIET_GEVONDEN,
    ),
}


def our_grondslag() -> Ordegrondslag:
    """What holds for our type of organisation; before someone stored it: the default, unchecked."""
    soort = our_organisatie().type
    gevonden = db.session.scalar(select(Ordegrondslag).filter_by(organisatietype=soort))
    grondslag, bron = _GRONDSLAGEN[soort]
    return gevonden or Ordegrondslag(
        versie=1,
        organisatietype=soort,
        grondslag=grondslag,
        maximum_maanden=3,
        minimum_verstoringen=2,
        bron=bron,
        gecontroleerd_op=None,
    )


def our_agendabron() -> Agendabron:
    """The one row; before the first time: an empty one, not stored."""
    gevonden = db.session.scalar(select(Agendabron).order_by(Agendabron.id).limit(1))
    return gevonden or Agendabron(versie=1, url=None, host="", intern_host="", gelezen_op=None)

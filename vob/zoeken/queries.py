"""Finding in everything that one may see, newest first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from flask import url_for
from sqlalchemy import Select, func, select, union_all
from sqlalchemy.orm import Bundle

from vob.core.clock import vandaag
from vob.data import Base, Zoekdoc, db
from vob.data.paging import CAP, Bladzijde, OnjuisteCursor, Sortering, read_page
from vob.data.search import found, order, search, words
from vob.gebruikers.models import Gebruiker
from vob.incidenten.models import Incident
from vob.incidenten.zichtbaarheid import visible_where, zicht_van
from vob.web import objecten
from vob.web.formats import moment_kort

_RIJ: Bundle[Any] = Bundle("doc", Zoekdoc.soort, Zoekdoc.ref, Zoekdoc.titel)
_INCIDENT = Incident.__tablename__


@dataclass(frozen=True)
class Vondst:
    """One thing that was found. `toelichting`: what its kind can tell at a glance."""

    soort: str
    label: str
    titel: str
    url: str
    toelichting: str = ""


@dataclass(frozen=True)
class Uitkomst:
    """A page of what was found; `aantal` is at most CAP + 1."""

    vondsten: Sequence[Vondst]
    na: str | None
    voor: str | None
    aantal: int


def find(gebruiker: Gebruiker, q: str, na: str | None, voor: str | None) -> Uitkomst:
    """What this user may see and holds every word. A cursor that is not ours: the first page."""
    stmt, sortering = _statement(gebruiker, q)
    try:
        bladzijde = read_page(db.session, stmt, sortering, na=na, voor=voor)
    except OnjuisteCursor:
        bladzijde = read_page(db.session, stmt, sortering)
    return Uitkomst(
        _vondsten(bladzijde), bladzijde.na, bladzijde.voor, _count(stmt, sortering, bladzijde)
    )


def _statement(gebruiker: Gebruiker, q: str) -> tuple[Select[Any], Sortering]:
    """By the index of words; who sees few cases is quicker off reading what they may see."""
    if not zicht_van(gebruiker).weinig:
        kolom: Any = order(q)
        zichtbaar = objecten.visible_filter(
            gebruiker, Zoekdoc.soort, Zoekdoc.ref, alleen=_vindbaar()
        )
        stmt = search(select(_RIJ).select_from(found(q)), q).where(zichtbaar)
        return stmt, Sortering(kolom, kolom)
    eigen = union_all(
        *(
            select(Zoekdoc.id).where(
                Zoekdoc.soort == soort.code, Zoekdoc.ref.in_(soort.zichtbaar(gebruiker))
            )
            for soort in objecten.soorten()
            if soort.code in _vindbaar()
        )
    )
    bevat = [Zoekdoc.tekst.contains(word, autoescape=True) for word in words(q)]
    id = Zoekdoc.id.expression
    return select(_RIJ).where(Zoekdoc.id.in_(eigen), *bevat), Sortering(id, id)


@cache
def _vindbaar() -> frozenset[str]:
    """The kinds that can be found at all."""
    models = (mapper.class_ for mapper in Base.registry.mappers)
    return frozenset(model.__tablename__ for model in models if hasattr(model, "zoektekst"))


def _count(stmt: Select[Any], sortering: Sortering, bladzijde: Bladzijde[Any]) -> int:
    """How many in all, capped; one page that is all there is needs no counting."""
    if bladzijde.na is None and bladzijde.voor is None:
        return len(bladzijde.rijen)
    ids = stmt.with_only_columns(sortering.kolom).order_by(sortering.kolom.desc())
    few = ids.limit(CAP + 1).subquery()
    return db.session.scalar(select(func.count()).select_from(few)) or 0


def _vondsten(bladzijde: Bladzijde[Any]) -> list[Vondst]:
    zaken = _zaken(rij.ref for rij in bladzijde.rijen if rij.soort == _INCIDENT)
    vondsten = []
    for rij in bladzijde.rijen:
        soort = objecten.soort_van(rij.soort)
        if rij.soort == _INCIDENT:
            vondsten.append(_of_zaak(zaken[rij.ref]))
        elif soort is not None:
            vondsten.append(Vondst(soort.code, soort.label, rij.titel, soort.url(rij.ref)))
    return vondsten


def _zaken(ids: Iterable[int]) -> dict[int, Any]:
    """Their number, moment and status, in one go."""
    gezocht = list(ids)
    if not gezocht:
        return {}
    stmt = select(
        Incident.id, Incident.nummer, Incident.titel_open, Incident.gemeld_op, Incident.status
    ).where(Incident.id.in_(gezocht))
    return {zaak.id: zaak for zaak in db.session.execute(stmt)}


def _of_zaak(zaak: Any) -> Vondst:
    wanneer = moment_kort(zaak.gemeld_op, vandaag())
    return Vondst(
        _INCIDENT,
        "Incident",
        zaak.titel_open,
        url_for("incidenten.show_incident", nummer=zaak.nummer),
        f"{zaak.nummer} · {wanneer} · {zaak.status.label.lower()}",
    )


def find_zaak(gebruiker: Gebruiker, nummer: str) -> Vondst | None:
    """The case with this number, if this user may see it; no other way finds a secret one."""
    stmt = select(Incident.nummer, Incident.titel_open, Incident.gemeld_op, Incident.status).where(
        Incident.nummer == nummer, visible_where(gebruiker)
    )
    zaak = db.session.execute(stmt).first()
    return _of_zaak(zaak) if zaak else None

"""Finding in everything that one may see, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from flask import url_for
from sqlalchemy import ColumnElement, select, union_all
from sqlalchemy.orm import aliased

from vob.core.clock import vandaag
from vob.core.permissions import Recht
from vob.data import Base, Zoekdoc, db, search
from vob.data.paging import Bladzijde, Lijstvraag, OnjuisteCursor, Sortering
from vob.gebruikers.models import Gebruiker
from vob.incidenten.models import Incident
from vob.incidenten.zichtbaarheid import visible_where, zicht_van
from vob.web import objecten
from vob.web.formats import moment_kort

_INCIDENT = Incident.__tablename__
CAP = 50  # who finds more than this types another word
# Of a case its number, moment and status are read along. By another name: the conditions on what
# one may see speak of cases themselves.
_Zaak = aliased(Incident)
_IS_ZAAK = (Zoekdoc.soort == _INCIDENT) & (Zoekdoc.ref == _Zaak.id)


def _of_case(zaak: Any) -> tuple[Any, ...]:
    titel = zaak.titel_open.label("zaaktitel")
    return (zaak.nummer, titel, zaak.gemeld_op, zaak.status)


_KOLOMMEN = (Zoekdoc.soort, Zoekdoc.ref, Zoekdoc.titel, *_of_case(_Zaak))


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
    vraag, waarden = _vraag(gebruiker, q)
    try:
        bladzijde = vraag.read_page(db.session, waarden, na=na, voor=voor, cap=CAP)
    except OnjuisteCursor:
        bladzijde = vraag.read_page(db.session, waarden, cap=CAP)
    return Uitkomst(_vondsten(bladzijde), bladzijde.na, bladzijde.voor, bladzijde.aantal)


def _vraag(gebruiker: Gebruiker, q: str) -> tuple[Lijstvraag, dict[str, Any]]:
    """By the index of words; who sees few cases is quicker off reading what they may see."""
    zicht = zicht_van(gebruiker)
    if zicht.weinig:
        return _own(gebruiker, q), {}
    woorden = search.parameters(q)
    if zicht.alles:
        vraag = _kept(gebruiker.rechten, frozenset(woorden))
        return vraag, {"kijker": gebruiker.id, **woorden}
    return _by_index(frozenset(woorden), gebruiker), dict(woorden)


@lru_cache(maxsize=64)
def _kept(rechten: frozenset[Recht], namen: frozenset[str]) -> Lijstvraag:
    """Built once for each set of rights: that takes longer than to answer it."""
    return _by_index(namen, objecten.Iemand(rechten))


def _by_index(namen: frozenset[str], kijker: objecten.Kijker) -> Lijstvraag:
    nieuwste = search.order_by(namen)
    ids = select(nieuwste).select_from(search.found_by(namen).outerjoin(_Zaak, _IS_ZAAK))
    ids = ids.where(*search.conditions(dict.fromkeys(namen)), _visible(kijker))
    return Lijstvraag(ids, _KOLOMMEN, Sortering(nieuwste, nieuwste))


def _visible(kijker: objecten.Kijker) -> ColumnElement[bool]:
    return objecten.visible_filter(kijker, Zoekdoc.soort, Zoekdoc.ref, alleen=_vindbaar())


def _own(gebruiker: Gebruiker, q: str) -> Lijstvraag:
    """Begins with everything this user may see, kind by kind."""
    eigen = union_all(
        *(
            select(Zoekdoc.id).where(
                Zoekdoc.soort == soort.code, Zoekdoc.ref.in_(soort.zichtbaar(gebruiker))
            )
            for soort in objecten.soorten()
            if soort.code in _vindbaar()
        )
    )
    bevat = search.conditions(search.parameters(q, by_index=False))
    ids = select(Zoekdoc.id).outerjoin(_Zaak, _IS_ZAAK).where(Zoekdoc.id.in_(eigen), *bevat)
    return Lijstvraag(ids, _KOLOMMEN, Sortering(Zoekdoc.id, Zoekdoc.id))


@cache
def _vindbaar() -> frozenset[str]:
    """The kinds that can be found at all."""
    models = (mapper.class_ for mapper in Base.registry.mappers)
    return frozenset(model.__tablename__ for model in models if hasattr(model, "zoektekst"))


def _vondsten(bladzijde: Bladzijde[Any]) -> list[Vondst]:
    vondsten, register = [], url_for("incidenten.list_incidenten")
    for rij in bladzijde.rijen:
        soort = objecten.soort_van(rij.soort)
        if rij.soort == _INCIDENT:
            vondsten.append(_of_zaak(rij, register))
        elif soort is not None:
            vondsten.append(Vondst(soort.code, soort.label, rij.titel, soort.url(rij.ref)))
    return vondsten


def _of_zaak(zaak: Any, register: str = "") -> Vondst:
    """`register`: its address, for who has more than one to show."""
    register = register or url_for("incidenten.list_incidenten")
    wanneer = moment_kort(zaak.gemeld_op, vandaag())
    return Vondst(
        _INCIDENT,
        "Incident",
        zaak.zaaktitel,
        f"{register}{zaak.nummer}",
        f"{zaak.nummer} · {wanneer} · {zaak.status.label.lower()}",
    )


def find_zaak(gebruiker: Gebruiker, nummer: str) -> Vondst | None:
    """The case with this number, if this user may see it; no other way finds a secret one."""
    stmt = select(*_of_case(Incident)).where(Incident.nummer == nummer, visible_where(gebruiker))
    zaak = db.session.connection().execute(stmt).first()
    return _of_zaak(zaak) if zaak else None

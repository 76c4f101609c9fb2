"""The register as a query: which cases, in which order. Built for a million of them.

Only columns that a list shows are read; no encrypted one. Every filter has an index that gives the
cases newest first; when someone searches, the index of words comes first. The SQL of each
combination of filters is built once: only its parameters differ.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Row, Text, bindparam, cast, or_, select

from vob.core.permissions import RECHTEN, Recht
from vob.data import Zoekdoc, db
from vob.data.paging import CAP, Bladzijde, Lijstvraag, Sortering
from vob.data.search import conditions, found_by, order_by, parameters
from vob.gebruikers.models import Gebruiker

from .filters import STANDAARD, Alleen, Filters, Stand, Wie
from .models import Incident, IncidentVorm
from .zichtbaarheid import Zicht, visible_condition, visible_where, zicht_van

Voorwaarde: TypeAlias = ColumnElement[bool]

_BEHANDELAAR = (
    select(Gebruiker.naam).where(Gebruiker.id == Incident.behandelaar_id).scalar_subquery()
)
_LIJST = (
    Incident.nummer,
    Incident.titel_open.label("titel"),
    Incident.voorval_op,
    Incident.gemeld_op,
    Incident.getroffene_functie,
    Incident.kanaal,
    Incident.ernst,
    Incident.status,
    _BEHANDELAAR.label("behandelaar"),
)
_EXPORT = (*_LIJST, Incident.vormen)
_SORTERING: dict[str, Any] = {
    "gemeld": Incident.gemeld_op,
    "voorval": Incident.voorval_op,
    "ernst": Incident.ernst,
}
_PER_LEESBEURT = 500
_NIEUWSTE = 1000  # so many of what was found are put in another order

# One condition per filter, by the name of its parameter.
_VOORWAARDEN: dict[str, Voorwaarde] = {
    "proef": Incident.is_proef == bindparam("proef"),
    "open": Incident.is_open == bindparam("open"),
    "status": Incident.status == bindparam("status"),
    "ernst": Incident.ernst == bindparam("ernst"),
    "kanaal": Incident.kanaal == bindparam("kanaal"),
    "getroffene": Incident.getroffene_functie == bindparam("getroffene"),
    "behandelaar": Incident.behandelaar_id == bindparam("behandelaar"),
    "niemand": Incident.behandelaar_id.is_(None),
    "nummer": Incident.nummer == bindparam("nummer"),
}


@dataclass(frozen=True)
class Keuze:
    """The cases someone asked for, and in which order."""

    vraag: Lijstvraag
    waarden: dict[str, Any]

    def read_page(self, na: str | None, voor: str | None, cap: int = CAP) -> Bladzijde[Row[Any]]:
        """With how many there are in all, at most `cap` + 1."""
        return self.vraag.read_page(db.session, self.waarden, na=na, voor=voor, cap=cap)

    def read_all(self) -> Iterator[Row[Any]]:
        """Every case, in short reads: no lock is held however long it takes."""
        na = None
        while True:
            bladzijde = self.vraag.read_page(db.session, self.waarden, na=na, size=_PER_LEESBEURT)
            yield from bladzijde.rijen
            if (na := bladzijde.na) is None:
                return

    def count(self, cap: int = CAP) -> int:
        """At most `cap` + 1."""
        return self.vraag.count(db.session, self.waarden, cap)


def choose(gebruiker: Gebruiker, filters: Filters, vandaag: date, *, export: bool = False) -> Keuze:
    """What this user may see of what these filters ask."""
    zicht, waarden = zicht_van(gebruiker), _waarden(gebruiker, filters, vandaag)
    kolommen, zoek = _EXPORT if export else _LIJST, {}
    if filters.nummer is None:
        zoek = parameters(filters.q, by_index=not zicht.weinig)
    namen = frozenset(waarden)
    if not zoek:
        vraag = _browse(zicht, namen, filters.sort, kolommen)
    else:
        search = _search_own if zicht.weinig else _search
        vraag = search(frozenset(zoek), zicht, namen, filters.sort, kolommen)
    return Keuze(vraag, waarden | zoek)


def _waarden(gebruiker: Gebruiker, filters: Filters, vandaag: date) -> dict[str, Any]:
    """The parameters that this choice has; their names decide the SQL."""
    wie = gebruiker.id if filters.behandelaar is Wie.MIJ else filters.behandelaar
    is_stand = isinstance(filters.status, Stand)
    waarden = {
        "kijker": gebruiker.id,
        "proef": filters.soort is Alleen.PROEF,
        "open": True if is_stand else None,
        "status": None if is_stand else filters.status,
        "ernst": filters.ernst,
        "kanaal": filters.kanaal,
        "getroffene": filters.getroffene,
        "niemand": True if wie is Wie.NIEMAND else None,
        "behandelaar": None if wie is Wie.NIEMAND else wie,
        "nummer": filters.nummer,
        "vorm": filters.vorm,
        "begin": filters.begin(vandaag),
        "einde": filters.einde(),
    }
    return {naam: waarde for naam, waarde in waarden.items() if waarde is not None}


@lru_cache(maxsize=512)
def _browse(
    zicht: Zicht, namen: frozenset[str], sort: str, kolommen: tuple[Any, ...]
) -> Lijstvraag:
    """Without words to look for. Built once; `namen` and `zicht` hold nothing of a person."""
    sortering = _sortering(sort)
    if "vorm" not in namen or sortering.kolom is not Incident.gemeld_op:
        zaken = select(Incident.id).where(*_conditions(zicht, namen))
        return Lijstvraag(zaken, kolommen, sortering)
    # The table of forms has its cases newest first already.
    zaken = select(Incident.id).join(IncidentVorm, IncidentVorm.incident_id == Incident.id)
    zaken = zaken.where(
        IncidentVorm.vorm == bindparam("vorm"),
        *_conditions(zicht, namen - {"vorm"}, IncidentVorm.gemeld_op),
    )
    volgorde = Sortering(IncidentVorm.gemeld_op, IncidentVorm.incident_id, sortering.aflopend)
    return Lijstvraag(zaken, kolommen, volgorde)


@lru_cache(maxsize=256)
def _search(
    zoek: frozenset[str],
    zicht: Zicht,
    namen: frozenset[str],
    sort: str,
    kolommen: tuple[Any, ...],
) -> Lijstvraag:
    """By the index of words, newest document first.

    In another order: of the newest that were found, because to sort all would mean to
    find all.
    """
    nieuwste = order_by(zoek)
    bron = found_by(zoek).join(Incident.__table__, Incident.id == Zoekdoc.ref + 0)
    zaken = select(Incident.id).select_from(bron)
    zaken = zaken.where(
        *conditions(dict.fromkeys(zoek)),
        Zoekdoc.soort == Incident.__tablename__,
        *_conditions(zicht, namen),
    )
    if sort == STANDAARD:
        return Lijstvraag(zaken, kolommen, Sortering(nieuwste, nieuwste))
    ids = zaken.order_by(nieuwste.desc()).limit(_NIEUWSTE)
    zaken = select(Incident.id).where(Incident.id.in_(ids))
    return Lijstvraag(zaken, kolommen, _sortering(sort))


@lru_cache(maxsize=256)
def _search_own(
    zoek: frozenset[str],
    zicht: Zicht,
    namen: frozenset[str],
    sort: str,
    kolommen: tuple[Any, ...],
) -> Lijstvraag:
    """For someone with few cases: read those, instead of all that hold the words."""
    is_doc = (Zoekdoc.soort == Incident.__tablename__) & (Zoekdoc.ref == Incident.id)
    zaken = select(Incident.id).join(Zoekdoc, is_doc)
    zaken = zaken.where(*_conditions(zicht, namen), *conditions(dict.fromkeys(zoek)))
    return Lijstvraag(zaken, kolommen, _sortering(sort))


def _sortering(sort: str) -> Sortering:
    kolom = _SORTERING[sort.removeprefix("-")]
    return Sortering(kolom, Incident.id, aflopend=sort.startswith("-"))


def _conditions(
    zicht: Zicht, namen: frozenset[str], gemeld_op: Any = Incident.gemeld_op
) -> list[Voorwaarde]:
    waar = [visible_condition(zicht, bindparam("kijker"))]
    waar += [_VOORWAARDEN[naam] for naam in sorted(namen & _VOORWAARDEN.keys())]
    if "begin" in namen:
        waar.append(gemeld_op >= bindparam("begin"))
    if "einde" in namen:
        waar.append(gemeld_op < bindparam("einde"))
    if "vorm" in namen:
        regel = select(IncidentVorm.vorm).where(
            IncidentVorm.vorm == bindparam("vorm"),
            IncidentVorm.gemeld_op == Incident.gemeld_op,
            IncidentVorm.incident_id == Incident.id,
        )
        waar.append(regel.exists())
    return waar


def find_nummer(gebruiker: Gebruiker, filters: Filters) -> str | None:
    """The case that was named by its number, if this user may see it."""
    if filters.nummer is None:
        return None
    stmt = select(Incident.nummer).where(
        Incident.nummer == filters.nummer, visible_where(gebruiker)
    )
    return db.session.scalar(stmt)


_ROLLEN = [rol for rol, rechten in RECHTEN.items() if Recht.INCIDENT_BEHANDELEN in rechten]
_BEHANDELAARS = (
    select(Gebruiker.id, Gebruiker.naam)
    .where(
        Gebruiker.is_actief,
        or_(*(cast(Gebruiker.rollen, Text).contains(f'"{rol.value}"') for rol in _ROLLEN)),
    )
    .order_by(Gebruiker.naam)
)


def list_behandelaars() -> list[tuple[int, str]]:
    """Who can be a handler now: id and name. Not whole users: this stands on every first page."""
    rows = db.session.connection().execute(_BEHANDELAARS)
    return [(row.id, row.naam) for row in rows]

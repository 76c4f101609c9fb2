"""Which cases someone may see, and who handles them (shared/ontwerp/rollen.md).

Every query on cases, and on anything that belongs to a case, is limited here. A case that is not
yours does not exist: no page, count, search, export, attachment or mail knows it.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

from flask import abort, g, request
from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    String,
    and_,
    bindparam,
    false,
    func,
    or_,
    select,
    type_coerce,
)

from vob.core.permissions import Recht
from vob.data import db
from vob.data.sql import is_one_of
from vob.web.objecten import Kijker

from . import rules
from .betrokkenen import ROLLEN
from .models import Betrokkene, Incident
from .values import Betrokkenrol

Gevonden: TypeAlias = tuple[Incident, Sequence[Any]]  # a case, and what was read along
_WEINIG = 1000  # up to here it is quicker to begin with someone's own cases


class Zicht(NamedTuple):
    """Which cases someone sees, apart from who it is: it decides the form of a query.

    `weinig`: so few that a query does best to begin with those. For someone whose line holds a
    large part of the register it is quicker to look newest first and ask of each case whether it
    is theirs.
    """

    alles: bool
    lijn: bool
    weinig: bool


def zicht_van(gebruiker: Kijker) -> Zicht:
    alles = gebruiker.can(Recht.INCIDENT_INZIEN_ALLE)
    lijn = gebruiker.can(Recht.INCIDENT_INZIEN)
    weinig = not alles and (not lijn or _has_few(gebruiker.id))
    return Zicht(alles, lijn, weinig)


def visible_where(gebruiker: Kijker) -> ColumnElement[bool]:
    """The condition on `Incident` for this user."""
    return visible_condition(zicht_van(gebruiker), gebruiker.id)


def visible_condition(zicht: Zicht, kijker_id: Any) -> ColumnElement[bool]:
    """The same, where `kijker_id` may be a parameter of a query that is kept."""
    mijn = _mijn(kijker_id, zicht.lijn)
    if zicht.weinig:
        return Incident.id.in_(select(Betrokkene.incident_id).where(*mijn))
    named = select(Betrokkene.id).where(*mijn, Betrokkene.incident_id == Incident.id).exists()
    if not zicht.alles:
        return named
    # An offender who works here, and sees every case, does not see this one. Those few are found
    # once, where each of a thousand cases that are counted would ask for itself.
    veroorzaker = select(Betrokkene.incident_id).where(
        Betrokkene.gebruiker_id == kijker_id, Betrokkene.rol == Betrokkenrol.VEROORZAKER
    )
    open_ = and_(Incident.is_vertrouwelijk.is_(False), Incident.id.not_in(veroorzaker))
    return or_(open_, named)


def _has_few(kijker_id: int) -> bool:
    few = select(Betrokkene.id).where(*_mijn(kijker_id, lijn=True)).limit(_WEINIG + 1).subquery()
    return (db.session.scalar(select(func.count()).select_from(few)) or 0) <= _WEINIG


def _mijn(kijker_id: Any, lijn: bool) -> tuple[ColumnElement[bool], ...]:
    """Named on the case, in a role that opens it."""
    rollen = (*rules.EIGEN_ROLLEN, *(rules.LIJN_ROLLEN if lijn else ()))
    return (Betrokkene.gebruiker_id == kijker_id, is_one_of(Betrokkene.rol, rollen))


def visible_incidenten(gebruiker: Kijker) -> Select[int]:
    """The ids of the cases this user may see."""
    return select(Incident.id).where(visible_where(gebruiker))


def handled_incidenten(gebruiker: Kijker) -> Select[int]:
    """The ids of the cases this user handles: `rules.is_behandelaar`, for the database."""
    if not gebruiker.can(Recht.INCIDENT_BEHANDELEN):
        return select(Incident.id).where(false())

    def is_(*rollen: Betrokkenrol) -> ColumnElement[bool]:
        mijn = (Betrokkene.gebruiker_id == gebruiker.id, is_one_of(Betrokkene.rol, rollen))
        return select(Betrokkene.id).where(*mijn, Betrokkene.incident_id == Incident.id).exists()

    van_mij = is_(*rules.LIJN_ROLLEN)
    if gebruiker.can(Recht.INCIDENT_INZIEN_ALLE):
        van_mij = or_(Incident.is_vertrouwelijk.is_(False), van_mij)
    return select(Incident.id).where(van_mij, ~is_(*rules.NOOIT_BEHANDELAAR))


def discussed_incidenten(gebruiker: Kijker) -> Select[int]:
    """The ids of the cases of which this user may read what was released for communication.

    Not of one that names them as the offender; of an extra vertrouwelijk one when named on it."""
    van_mij = select(Betrokkene.id).where(
        Betrokkene.gebruiker_id == gebruiker.id, Betrokkene.incident_id == Incident.id
    )
    veroorzaker = van_mij.where(Betrokkene.rol == Betrokkenrol.VEROORZAKER)
    open_ = or_(Incident.is_vertrouwelijk.is_(False), van_mij.exists())
    return select(Incident.id).where(open_, ~veroorzaker.exists())


def get_incident_or_404(nummer: str, gebruiker: Kijker, *opties: Any) -> Incident:
    """The case with this number if this user may see it; else it does not exist.

    The view writes the read log: `log_event(db.session, "ingezien", "incident", incident.id)`.
    """
    return _or_404(find_incident(nummer, gebruiker, opties, _read_along()))


class Meelezer(NamedTuple):
    """What every page of a case shows of it besides: read in the statement of the case itself."""

    kolommen: Callable[[], tuple[Any, ...]]
    onthoud: Callable[[Incident, Sequence[Any]], None]


_meelezer: list[Meelezer] = []  # the parts of a case (onderdelen.py), which know this file


def register_meelezer(meelezer: Meelezer) -> None:
    _meelezer[:] = [meelezer]


def _read_along() -> tuple[Any, ...]:
    """Only for a page: what changes a case shows none."""
    is_pagina = bool(request) and request.method == "GET"
    return _meelezer[0].kolommen() if _meelezer and is_pagina else ()


def _or_404(gevonden: Gevonden | None) -> Incident:
    incident, rest = gevonden or abort(404)
    if rest:
        _meelezer[0].onthoud(incident, rest)
    return incident


def find_incident(
    nummer: str,
    gebruiker: Kijker,
    opties: tuple[Any, ...],
    extra: tuple[Any, ...] = (),
    waarden: Mapping[str, Any] = MappingProxyType({}),
) -> Gevonden | None:
    """The case, if this user may see it, with `extra` columns read along in the same statement.

    They may use the parameter `kijker` (an id), and those for which `waarden` has a value.
    """
    alles, lijn = (gebruiker.can(r) for r in (Recht.INCIDENT_INZIEN_ALLE, Recht.INCIDENT_INZIEN))
    # `weinig`: of one case one can ask whether it is theirs, however many they have.
    stmt = _select_zaak(Zicht(alles, lijn, weinig=False), opties, extra)
    return _find(stmt, nummer, gebruiker, waarden)


def _find(
    stmt: Select[Any], nummer: str, gebruiker: Kijker, waarden: Mapping[str, Any]
) -> Gevonden | None:
    """What this user is to the case comes along too: it decides what they see of it."""
    rij = db.session.execute(stmt, {**waarden, "nummer": nummer, "kijker": gebruiker.id}).first()
    if rij is None:
        return None
    rollen = {Betrokkenrol(rol) for rol in (rij[1] or "").split(",") if rol}
    remember_rollen(gebruiker, rij[0], rollen)
    return rij[0], rij[2:]


_ROLLEN = (
    select(func.aggregate_strings(type_coerce(Betrokkene.rol, String), ","))
    .where(
        Betrokkene.incident_id == Incident.id,
        Betrokkene.gebruiker_id == bindparam("kijker", type_=Integer),
    )
    .scalar_subquery()
    .label("rollen_")
)


@lru_cache(maxsize=64)
def _select_zaak(
    zicht: Zicht | None, opties: tuple[Any, ...], extra: tuple[Any, ...]
) -> Select[Any]:
    """Built once for each way of looking; it holds nothing of a person. No `zicht`: any case."""
    stmt = select(Incident, _ROLLEN, *extra).where(Incident.nummer == bindparam("nummer"))
    if zicht is not None:
        stmt = stmt.where(visible_condition(zicht, bindparam("kijker")))
    return stmt.options(*opties)


def get_zaak_or_404(nummer: str, gebruiker: Kijker, *opties: Any) -> Incident:
    """The case, if this user handles it; else it does not exist here."""
    incident = get_incident_or_404(nummer, gebruiker, *opties)
    return incident if is_behandelaar(gebruiker, incident) else abort(404)


def read_any_or_404(nummer: str, gebruiker: Kijker, opties: tuple[Any, ...] = ()) -> Incident:
    """The case with this number, whoever looks: what this user may see of it, the caller asks."""
    return _or_404(_find(_select_zaak(None, opties, _read_along()), nummer, gebruiker, {}))


def get_onderdeel_or_404(
    nummer: str, gebruiker: Kijker, *rollen: Betrokkenrol, opties: tuple[Any, ...] = ()
) -> Incident:
    """The case for one part of it: for who handles it, and for who has one of these roles on it.

    An opvangpersoon or someone of communicatie does not see the case; this opens only their part.
    The view writes the read log.
    """
    incident = read_any_or_404(nummer, gebruiker, opties)
    return incident if mag_onderdeel_zien(gebruiker, incident, *rollen) else abort(404)


def mag_onderdeel_zien(gebruiker: Kijker, incident: Incident, *rollen: Betrokkenrol) -> bool:
    """Whether someone handles the case or has one of these roles on it.

    Who turns out to have done it keeps no role that was given to them.
    """
    eigen = rollen_op(gebruiker, incident)
    if Betrokkenrol.VEROORZAKER in eigen:
        eigen = eigen & set(rules.EIGEN_ROLLEN)
    return is_behandelaar(gebruiker, incident) or bool(set(rollen) & eigen)


def rollen_op(gebruiker: Kijker, incident: Incident) -> set[Betrokkenrol]:
    """What this user is to this case; asked once in a request, until someone's role changes."""
    bekend: set[Betrokkenrol] | None = g.get(ROLLEN, {}).get((gebruiker.id, incident.id))
    if bekend is not None:
        return bekend
    stmt = select(Betrokkene.rol).where(
        Betrokkene.incident_id == incident.id, Betrokkene.gebruiker_id == gebruiker.id
    )
    rollen = set(db.session.scalars(stmt))
    remember_rollen(gebruiker, incident, rollen)
    return rollen


def remember_rollen(gebruiker: Kijker, incident: Incident, rollen: set[Betrokkenrol]) -> None:
    """Whoever read everyone of a case knows this already."""
    g.setdefault(ROLLEN, {})[gebruiker.id, incident.id] = rollen


def is_behandelaar(gebruiker: Kijker, incident: Incident) -> bool:
    """Whether this user handles this case; otherwise they read what a melder may read."""
    return rules.is_behandelaar(
        rollen_op(gebruiker, incident),
        mag_behandelen=gebruiker.can(Recht.INCIDENT_BEHANDELEN),
        mag_alles_inzien=gebruiker.can(Recht.INCIDENT_INZIEN_ALLE),
        is_vertrouwelijk=incident.is_vertrouwelijk,
    )

"""The picture of the whole: what is analysed, what is not, the gravest risks, and the trend."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import joinedload

from vob.acties.models import Actie
from vob.core.clock import TZ
from vob.data import db
from vob.web import voorvallen
from vob.web.objecten import Kijker
from vob.web.voorvallen import Voorval

from . import queries, register, rules
from .models import Analyse
from .models_bibliotheek import Beleidsgebied
from .models_risico import Risico, Risicomaatregel
from .queries import Sindsdien
from .register import Filter
from .rules import stand_maatregel
from .values import Klasse, Maatregelstatus, Soort, Status

_MEESTE_VERSIES = 12
TOP = 8


@dataclass(frozen=True)
class Geldig:
    """An analysis that holds, with what happened since."""

    analyse: Analyse
    sindsdien: Sindsdien


@dataclass(frozen=True)
class Meting:
    """One adopted version: how many risks of each class remained after measures."""

    analyse: Any
    per_klasse: dict[Klasse, int]

    @property
    def totaal(self) -> int:
        return sum(self.per_klasse.values())


@dataclass(frozen=True)
class Overzicht:
    analyses: list[Geldig]
    hiaten: list[Beleidsgebied]
    top: Sequence[Any]
    per_klasse: dict[Klasse, int]
    maatregelen: dict[Maatregelstatus, int]
    trend: list[Meting]


def read_overzicht(kijker: Kijker | None, vandaag: date) -> Overzicht:
    """A constant number of statements, however many analyses. `kijker` None: for paper."""
    metingen = _metingen()
    return Overzicht(
        analyses=_analyses(kijker),
        hiaten=queries.find_hiaten(vandaag),
        top=register.read_page(Filter(), None, None).rijen[:TOP],
        per_klasse=_per_klasse(metingen),
        maatregelen=_maatregelen(),
        trend=_trend(metingen),
    )


def _analyses(kijker: Kijker | None) -> list[Geldig]:
    """Those that hold or expired, oldest first: those ask for attention."""
    stmt = queries.newest_versies().options(
        joinedload(Analyse.beleidsgebied), joinedload(Analyse.maker)
    )
    analyses = list(db.session.scalars(stmt.order_by(Analyse.vastgesteld_op, Analyse.id)))
    if not analyses:
        return []
    alle = _voorvallen(analyses, None)
    gezien = _voorvallen(analyses, kijker) if queries.ziet_alles(kijker) else None
    return [_geldig(analyse, alle, gezien) for analyse in analyses]


def _voorvallen(analyses: Sequence[Analyse], kijker: Kijker | None) -> list[Voorval]:
    """What any of these has to count: of the areas by their words, however much else happened."""
    vanaf = min(map(queries.peilmoment, analyses))
    gebieden = [analyse.beleidsgebied for analyse in analyses if analyse.beleidsgebied]
    woorden = {woord for gebied in gebieden for woord in gebied.woorden}
    gevallen = voorvallen.since(vanaf, woorden, kijker) if woorden else ()
    heel = voorvallen.since(vanaf, (), kijker) if len(gebieden) < len(analyses) else ()
    return list({voorval.id: voorval for voorval in (*heel, *gevallen)}.values())


def _geldig(analyse: Analyse, alle: Sequence[Voorval], gezien: Sequence[Voorval] | None) -> Geldig:
    eigen = None if gezien is None else _in_area(analyse, gezien)
    return Geldig(analyse, queries.judge_sindsdien(analyse, _in_area(analyse, alle), eigen))


def _in_area(analyse: Analyse, alle: Sequence[Voorval]) -> list[Voorval]:
    vanaf = queries.peilmoment(analyse).astimezone(TZ).date()
    gebied = analyse.beleidsgebied
    woorden = [woord.casefold() for woord in gebied.woorden] if gebied else []
    return [
        voorval
        for voorval in alle
        if voorval.dag >= vanaf and (not woorden or voorval.gaat_over(woorden))
    ]


def _maatregelen() -> dict[Maatregelstatus, int]:
    """Of what holds now; how far an action is counts with it."""
    stmt = (
        select(Risicomaatregel.status_open, Actie.status, func.count())
        .join(Risicomaatregel.analyse)
        .outerjoin(Actie, Actie.id == Risicomaatregel.actie_id)
        .where(
            Analyse.status == Status.VASTGESTELD,
            Analyse.soort.in_((Soort.GENERIEK, Soort.BELEIDSGEBIED)),
        )
        .group_by(Risicomaatregel.status_open, Actie.status)
    )
    geteld: Counter[Maatregelstatus] = Counter()
    for status, actie, aantal in db.session.execute(stmt):
        geteld[stand_maatregel(status or Maatregelstatus.VOORGESTELD, actie)] += aantal
    return {status: geteld[status] for status in Maatregelstatus if geteld[status]}


def _metingen() -> list[Meting]:
    """Every adopted version of the whole organisation, and the areas that hold, oldest first."""
    versie = (
        Analyse.id,
        Analyse.reeks,
        Analyse.nummer,
        Analyse.soort,
        Analyse.status,
        Analyse.vastgesteld_op,
    )
    stmt = (
        select(*versie, Risico.rest_klasse, func.count(Risico.id).label("aantal"))
        .outerjoin(Analyse.risicos)
        .where(
            or_(
                and_(Analyse.soort == Soort.GENERIEK, Analyse.status.in_(rules.ADOPTED)),
                and_(Analyse.soort == Soort.BELEIDSGEBIED, Analyse.status == Status.VASTGESTELD),
            )
        )
        .group_by(*versie, Risico.rest_klasse)
        .order_by(Analyse.vastgesteld_op, Analyse.id)
    )
    return [
        _meting(list(rijen))
        for _, rijen in groupby(db.session.execute(stmt), key=lambda rij: rij.id)
    ]


def _meting(rijen: list[Any]) -> Meting:
    """Of the rows of one version: one for each class that is in it."""
    geteld = {rij.rest_klasse: rij.aantal for rij in rijen}
    return Meting(rijen[0], {klasse: geteld.get(klasse, 0) for klasse in Klasse})


def _per_klasse(metingen: Sequence[Meting]) -> dict[Klasse, int]:
    """Of what holds now, the gravest first."""
    geldig = [meting for meting in metingen if meting.analyse.status is Status.VASTGESTELD]
    return {
        klasse: sum(meting.per_klasse[klasse] for meting in geldig) for klasse in reversed(Klasse)
    }


def _trend(metingen: Sequence[Meting]) -> list[Meting]:
    """The versions of one analysis, the one adopted last: of two they cannot be compared."""
    heel = [meting for meting in metingen if meting.analyse.soort is Soort.GENERIEK]
    laatste = heel[-1:]
    zelfde = [m for m in heel if m.analyse.reeks == laatste[0].analyse.reeks]
    return zelfde[-_MEESTE_VERSIES:]

"""What this room asks of someone today: parts of the one statement of the start page.

Each part selects (soort, nummer, titel, moment, is_acuut, aantal), as those of the register do, and
holds nothing of a person: who looks and what day it is are the parameters `kijker`, `vandaag` and
`straks`.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from flask import url_for
from sqlalchemy import (
    Date,
    Integer,
    Select,
    String,
    bindparam,
    cast,
    exists,
    literal,
    null,
    or_,
    select,
    type_coerce,
)

from vob.core.clock import TZ
from vob.core.permissions import Recht
from vob.data import UtcDateTime
from vob.web.objecten import Iemand

from .models import GEHEIM_TITEL, Analyse, Analyseschrijver
from .models_bijeenkomst import Analyseaanbod, Inschatting
from .values import Aanbodstatus, Status
from .values_bijeenkomst import Kleur
from .zichtbaarheid import visible_where

_BINNENKORT = timedelta(days=14)
_MEESTE = 5
_KIJKER: Any = Iemand.id
_VANDAAG: Any = bindparam("vandaag", type_=Date)
_STRAKS: Any = bindparam("straks", type_=Date)
BESLUIT, HERZIEN, TERUGBLIK, AANBOD = (
    f"risico-{soort}" for soort in ("besluit", "herzien", "terugblik", "aanbod")
)


@dataclass(frozen=True)
class Vraag:
    """`dag`: by when, or since when it waits."""

    soort: str
    titel: str
    dag: date
    url: str


def waarden(vandaag: date) -> dict[str, date]:
    """The parameters, beside `kijker`."""
    return {"vandaag": vandaag, "straks": vandaag + _BINNENKORT}


def delen(rechten: frozenset[Recht]) -> list[Select[Any]]:
    """The parts for someone with these rights."""
    if Recht.RISICO_EIGEN not in rechten:
        return []
    return [
        stmt.limit(_MEESTE)
        for stmt in (_aanbod(), _herzien(), _terugblik(), _besluit(Iemand(rechten)))
    ]


def _kolommen(soort: str, id: Any, titel: Any, dag: Any) -> tuple[Any, ...]:
    return (
        literal(soort).label("soort"),
        cast(id, String).label("nummer"),
        titel.label("titel"),
        type_coerce(dag, UtcDateTime).label("moment"),
        cast(null(), Integer).label("is_acuut"),
        cast(null(), Integer).label("aantal"),
    )


def _aanbod() -> Select[Any]:
    titel = cast(null(), String)
    kolommen = _kolommen(AANBOD, Analyseaanbod.id, titel, Analyseaanbod.aangeboden_op)
    return select(*kolommen).where(
        Analyseaanbod.gebruiker_id == _KIJKER, Analyseaanbod.status == Aanbodstatus.AANGEBODEN
    )


def _herzien() -> Select[Any]:
    """Mine, or about me, and to be looked at again within two weeks."""
    mijn = or_(Analyse.maker_id == _KIJKER, Analyse.persoon_id == _KIJKER)
    return (
        select(*_kolommen(HERZIEN, Analyse.id, Analyse.titel_open, Analyse.herzien_op))
        .where(Analyse.status == Status.VASTGESTELD, Analyse.herzien_op <= _STRAKS, mijn)
        .order_by(Analyse.herzien_op)
    )


def _terugblik() -> Select[Any]:
    return (
        select(*_kolommen(TERUGBLIK, Analyse.id, Analyse.titel_open, Inschatting.dag))
        .select_from(Inschatting)
        .join(Inschatting.analyse)
        .where(
            Analyse.maker_id == _KIJKER,
            Inschatting.terugblik_op.is_(None),
            Inschatting.kleur != Kleur.GROEN,
            Inschatting.dag < _VANDAAG,
        )
        .order_by(Inschatting.dag.desc())
    )


def _besluit(kijker: Iemand) -> Select[Any]:
    """Sent in, and not written by me: I decide, by my role or because it is about me."""
    schreef = exists().where(
        Analyseschrijver.analyse_id == Analyse.id, Analyseschrijver.gebruiker_id == _KIJKER
    )
    stmt = (
        select(*_kolommen(BESLUIT, Analyse.id, Analyse.titel_open, Analyse.ingediend_op))
        .where(
            Analyse.status == Status.TER_VASTSTELLING,
            Analyse.maker_id != _KIJKER,
            ~schreef,
            visible_where(kijker),
        )
        .order_by(Analyse.ingediend_op)
    )
    return (
        stmt if kijker.can(Recht.RISICO_VASTSTELLEN) else stmt.where(Analyse.persoon_id == _KIJKER)
    )


_ENDPOINT = {
    BESLUIT: "risicoanalyse.show_analyse",
    HERZIEN: "risicoanalyse.show_analyse",
    TERUGBLIK: "risicoanalyse.show_operationeel",
}


def vraag_van(rij: Any) -> Vraag:
    """Of a row that one of the parts gave."""
    dag = rij.moment.astimezone(TZ).date()
    if rij.soort == AANBOD:
        url = url_for("risicoanalyse.list_analyses")
        return Vraag(rij.soort, "Wilt u een persoonlijke risicoanalyse?", dag, url)
    url = url_for(_ENDPOINT[rij.soort], id=int(rij.nummer))
    return Vraag(rij.soort, rij.titel or GEHEIM_TITEL, dag, url)

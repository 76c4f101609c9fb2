"""The register of risks: what holds now, over all analyses, the gravest first.

Nothing of a person is in it: such a risk never gets the columns this is read from. The SQL of each
combination of filters is built once; only its parameters differ.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Integer, bindparam, func, select

from vob.data import db
from vob.data.paging import CAP, Bladzijde, Lijstvraag, Sortering

from .models import Analyse
from .models_bibliotheek import Beleidsgebied
from .models_risico import Risico, Risicomaatregel
from .values import Klasse

_GEBIED = select(Beleidsgebied.naam).where(Beleidsgebied.id == Risico.gebied_id).scalar_subquery()
_AANTAL = (
    select(func.count())
    .where(Risicomaatregel.risico_id == Risico.id)
    .select_from(Risicomaatregel)
    .scalar_subquery()
)
_LIJST = (
    Risico.id,
    Risico.analyse_id,
    Risico.titel_open.label("titel"),
    Risico.kans_open.label("kans"),
    Risico.effect_open.label("effect"),
    Risico.rest_klasse,
    (Risico.rest_kans_open * Risico.rest_effect_open).label("rest_score"),
    Risico.accept_tot_open.label("accept_tot"),
    Analyse.titel_open.label("analyse"),
    Analyse.schaal,
    Analyse.soort,
    _GEBIED.label("gebied"),
    _AANTAL.label("maatregelen"),
)
_EXPORT = (
    *_LIJST,
    Risico.oorzaak_open.label("oorzaak"),
    Risico.doelwit_open.label("doelwit"),
    Risico.momenten_open.label("momenten"),
    Risico.bestaand_open.label("bestaand"),
    Risico.werking_open.label("werking"),
    Risico.zekerheid_open.label("zekerheid"),
    Risico.rest_kans_open.label("rest_kans"),
    Risico.rest_effect_open.label("rest_effect"),
    Risico.accept_niveau_open.label("accept_niveau"),
    Risico.accept_wie_open.label("accept_wie"),
    Analyse.vastgesteld_op,
)
_PER_LEESBEURT = 500
_GEBIEDEN = (
    select(Beleidsgebied.id, Beleidsgebied.naam)
    .where(Beleidsgebied.is_actief)
    .order_by(Beleidsgebied.naam)
)


@dataclass(frozen=True)
class Filter:
    klasse: Klasse | None = None
    gebied: int = 0

    @property
    def waarden(self) -> dict[str, Any]:
        waarden = {"klasse": self.klasse, "gebied": self.gebied or None}
        return {naam: waarde for naam, waarde in waarden.items() if waarde is not None}


@lru_cache(maxsize=8)
def _vraag(namen: frozenset[str], export: bool) -> Lijstvraag:
    waar: list[ColumnElement[bool]] = [Risico.is_actueel.is_(True)]
    if "klasse" in namen:
        waar.append(Risico.rest_klasse == bindparam("klasse"))
    if "gebied" in namen:
        waar.append(Risico.gebied_id == bindparam("gebied", type_=Integer))
    ids = select(Risico.id).join(Risico.analyse).where(*waar)
    kolommen = _EXPORT if export else _LIJST
    return Lijstvraag(ids, kolommen, Sortering(Risico.rest_gewicht, Risico.id))


def read_page(filter: Filter, na: str | None, voor: str | None) -> Bladzijde[Any]:
    """One page; raises OnjuisteCursor for a place that is not ours."""
    vraag = _vraag(frozenset(filter.waarden), export=False)
    return vraag.read_page(db.session, filter.waarden, na=na, voor=voor, cap=CAP)


def list_gebieden() -> Sequence[Any]:
    """Id and name, to choose from. Not whole areas: this stands on every first page."""
    return db.session.connection().execute(_GEBIEDEN).all()


def count(filter: Filter) -> int:
    return _vraag(frozenset(filter.waarden), export=False).count(db.session, filter.waarden)


def read_all(filter: Filter) -> Iterator[Any]:
    """Every row, read page by page."""
    vraag, na = _vraag(frozenset(filter.waarden), export=True), None
    while True:
        bladzijde = vraag.read_page(db.session, filter.waarden, na=na, size=_PER_LEESBEURT)
        yield from bladzijde.rijen
        if (na := bladzijde.na) is None:
            return

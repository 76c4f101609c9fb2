"""Reading analyses for the pages: the list, the versions, the gaps, what is due."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Date, Integer, Select, and_, bindparam, exists, select
from sqlalchemy.orm import aliased, joinedload

from vob.core.clock import TZ
from vob.core.deadlines import plus_maanden
from vob.core.permissions import Recht
from vob.data import db
from vob.data.paging import CAP, Bladzijde, Lijstvraag, Sortering
from vob.gebruikers.models import Gebruiker
from vob.organisatie.queries import setting
from vob.web import voorvallen
from vob.web.objecten import Iemand, Kijker
from vob.web.voorvallen import Voorval

from . import rules, rules_voorvallen
from .models import Analyse
from .models_bibliotheek import Beleidsgebied
from .models_bijeenkomst import Risicovoorval
from .models_risico import Risico
from .rules_voorvallen import Drempel
from .values import Soort, Status, Welke
from .zichtbaarheid import visible_where


@dataclass(frozen=True)
class Filter:
    """What the list shows; stands in the URL."""

    soort: Soort | None = None
    welke: Welke | None = None
    gebied: int = 0

    @property
    def args(self) -> dict[str, Any]:
        """As they stand in an address."""
        return {"soort": self.soort, "welke": self.welke, "gebied": self.gebied or None}


_PERSOON, _MAKER = aliased(Gebruiker), aliased(Gebruiker)
_LIJST = (
    Analyse.id,
    Analyse.titel_open.label("titel"),
    Analyse.is_besloten,
    Analyse.soort,
    Analyse.nummer,
    Analyse.status,
    Analyse.herzien_op,
    _MAKER.naam.label("maker"),
    _PERSOON.naam.label("persoon"),
    Beleidsgebied.naam.label("gebied"),
)
_VASTGESTELD = Analyse.status == Status.VASTGESTELD
_VANDAAG: Any = bindparam("vandaag", type_=Date)
# Without a choice: everything but what was replaced.
_WELKE: dict[Welke | None, ColumnElement[bool]] = {
    None: Analyse.status != Status.VERVANGEN,
    Welke.GELDIG: and_(_VASTGESTELD, Analyse.herzien_op >= _VANDAAG),
    Welke.VERLOPEN: and_(_VASTGESTELD, Analyse.herzien_op < _VANDAAG),
    Welke.ONDERHANDEN: Analyse.status.in_((Status.CONCEPT, Status.TER_VASTSTELLING)),
    Welke.VERVANGEN: Analyse.status == Status.VERVANGEN,
}


@lru_cache(maxsize=64)
def _vraag(rechten: frozenset[Recht], welke: Welke | None, namen: frozenset[str]) -> Lijstvraag:
    """Built once for each set of rights and filters; it holds nothing of a person."""
    waar = [Analyse.soort != Soort.OPERATIONEEL, visible_where(Iemand(rechten)), _WELKE[welke]]
    if "soort" in namen:
        waar.append(Analyse.soort == bindparam("soort"))
    if "gebied" in namen:
        waar.append(Analyse.beleidsgebied_id == bindparam("gebied", type_=Integer))
    ids = (
        select(Analyse.id)
        .join(_MAKER, _MAKER.id == Analyse.maker_id)
        .outerjoin(_PERSOON, _PERSOON.id == Analyse.persoon_id)
        .outerjoin(Beleidsgebied, Beleidsgebied.id == Analyse.beleidsgebied_id)
        .where(*waar)
    )
    return Lijstvraag(ids, _LIJST, Sortering(Analyse.gewijzigd_op, Analyse.id))


def list_page(
    kijker: Gebruiker, filter: Filter, vandaag: date, na: str | None, voor: str | None
) -> Bladzijde[Any]:
    """One page of the analyses that are not of one gathering, and how many there are (capped).

    Raises OnjuisteCursor for a place that is not ours.
    """
    gekozen = {"soort": filter.soort, "gebied": filter.gebied or None}
    waarden: dict[str, Any] = {naam: w for naam, w in gekozen.items() if w is not None}
    vraag = _vraag(kijker.rechten, filter.welke, frozenset(waarden))
    waarden |= {"kijker": kijker.id, "vandaag": vandaag}
    return vraag.read_page(db.session, waarden, na=na, voor=voor, cap=CAP)


def versies_of(analyse: Analyse, kijker: Kijker) -> Sequence[Any]:
    """Number, state and dates of the versions one may see, newest first; without their contents."""
    stmt = (
        select(
            Analyse.id,
            Analyse.nummer,
            Analyse.status,
            Analyse.herzien_op,
            Analyse.vastgesteld_op,
        )
        .where(Analyse.reeks == analyse.reeks, visible_where(kijker))
        .order_by(Analyse.nummer.desc())
    )
    return db.session.execute(stmt).all()


def names_of(ids: Iterable[int | None]) -> dict[int | None, str]:
    """The names of these users."""
    gezocht = {id for id in ids if id}
    if not gezocht:
        return {}
    stmt = select(Gebruiker.id, Gebruiker.naam).where(Gebruiker.id.in_(gezocht))
    return {rij.id: rij.naam for rij in db.session.execute(stmt)}


def peilmoment(analyse: Analyse) -> datetime:
    """Since when incidents count: since it was adopted, else since it was made."""
    if analyse.vastgesteld_op is None:
        return analyse.gemaakt_op
    return datetime.combine(analyse.vastgesteld_op, time(), TZ)


def voorvallen_since(analyse: Analyse, kijker: Kijker | None) -> Sequence[Voorval]:
    """The incidents in its area since it was made. An analysis of a person has none: to look for
    them would tell about whom it is."""
    if analyse.is_besloten:
        return ()
    gebied = analyse.beleidsgebied
    return voorvallen.since(peilmoment(analyse), gebied.woorden if gebied else (), kijker)


@dataclass(frozen=True)
class Sindsdien:
    """What happened since an analysis was made. Whether one looks again is the same whoever reads
    it: who decides may see few cases. `aantal` None: a small number that is not told."""

    aantal: int | None
    herbeoordelen: bool


def judge_sindsdien(
    analyse: Analyse, alle: Sequence[Voorval], gezien: Sequence[Voorval] | None
) -> Sindsdien:
    """By number or by one grave case. The whole organisation, where something happens every week,
    has settings of its own. `gezien`: the cases of who sees every case."""
    welke = "_alle" if analyse.soort is Soort.GENERIEK else ""
    drempel = Drempel(setting(f"risico_incidenten{welke}"), setting(f"risico_ernst{welke}"))
    return Sindsdien(
        rules_voorvallen.shown_aantal(len(alle), None if gezien is None else len(gezien)),
        rules_voorvallen.vraagt_herbeoordeling((voorval.ernst for voorval in alle), drempel),
    )


def ziet_alles(kijker: Kijker | None) -> bool:
    """To this reader small numbers are told too; None is whoever gets hold of a paper."""
    return kijker is not None and kijker.can(Recht.INCIDENT_INZIEN_ALLE)


def linked_voorvallen(risico: Risico, kijker: Kijker) -> Sequence[Voorval]:
    ids = db.session.scalars(
        select(Risicovoorval.incident_id).where(Risicovoorval.risico_id == risico.id)
    )
    return voorvallen.read(list(ids), kijker)


def newest_versies() -> Select[Analyse]:
    """What holds: the adopted version of every analysis that is not about a person or gathering."""
    return select(Analyse).where(
        Analyse.status == Status.VASTGESTELD,
        Analyse.soort.in_((Soort.GENERIEK, Soort.BELEIDSGEBIED)),
    )


def find_generiek() -> Any:
    """The newest analysis of the whole organisation that was not replaced; id and title."""
    stmt = select(Analyse.id, Analyse.titel_open.label("titel")).where(
        Analyse.soort == Soort.GENERIEK, Analyse.status != Status.VERVANGEN
    )
    return db.session.execute(stmt.order_by(Analyse.id.desc()).limit(1)).first()


def find_hiaten(peildatum: date) -> list[Beleidsgebied]:
    """Sensitive areas without an analysis that holds on this date."""
    vanaf = setting_grens(peildatum, "risico_gebied")
    heeft = exists().where(
        Analyse.beleidsgebied_id == Beleidsgebied.id,
        Analyse.soort == Soort.BELEIDSGEBIED,
        Analyse.status.in_(rules.ADOPTED),
        Analyse.vastgesteld_op > vanaf,
        Analyse.vastgesteld_op <= peildatum,
    )
    stmt = select(Beleidsgebied).where(Beleidsgebied.is_gevoelig, Beleidsgebied.is_actief, ~heeft)
    return list(db.session.scalars(stmt.order_by(Beleidsgebied.naam)))


def setting_grens(peildatum: date, code: str) -> date:
    """What was adopted on or before this day is too old on `peildatum`."""
    return plus_maanden(peildatum, -setting(code))


def list_due(vandaag: date) -> list[Analyse]:
    """Adopted, not replaced, and to be looked at again on or before this day."""
    stmt = select(Analyse).where(
        Analyse.status == Status.VASTGESTELD, Analyse.herzien_op <= vandaag
    )
    return list(db.session.scalars(stmt.options(joinedload(Analyse.maker))))

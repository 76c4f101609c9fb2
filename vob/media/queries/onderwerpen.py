"""The matrix as a list."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, exists, func, not_, or_, select
from sqlalchemy.orm import InstrumentedAttribute, joinedload

from vob.data import Zoekdoc, db
from vob.data.search import found, search, words
from vob.web.objecten import Kijker

from ..models import Afwezigheid, Kernboodschap, Onderwerp, Woordvoerder
from ..values import Welk
from .zichtbaar import VANDAAG, is_current, onderwerp_where, valid

_NAMEN = 200  # more than this nobody reads; one types instead


@dataclass(frozen=True)
class Filter:
    """What the list shows; stands in the URL."""

    q: str = ""
    gebied: str = ""
    welk: Welk | None = None


def list_stmt(kijker: Kijker, filter: Filter) -> Select[Onderwerp]:
    stmt = select(Onderwerp).where(onderwerp_where(kijker), *_conditions(filter))
    return stmt.options(
        joinedload(Onderwerp.eerste), joinedload(Onderwerp.vervanger), joinedload(Onderwerp.buiten)
    )


def _conditions(filter: Filter) -> list[ColumnElement[bool]]:
    geldig = valid(Onderwerp.geldig_van, Onderwerp.geldig_tot)
    conditions = [not_(geldig) if filter.welk is Welk.VERLOPEN else geldig]
    if filter.welk is Welk.GATEN:
        conditions.append(or_(Onderwerp.eerste_id.is_(None), Onderwerp.vervanger_id.is_(None)))
    if filter.gebied:
        conditions.append(Onderwerp.beleidsgebied == filter.gebied)
    if words(filter.q):
        refs = select(Zoekdoc.ref).select_from(found(filter.q))
        refs = search(refs.where(Zoekdoc.soort == Onderwerp.__tablename__), filter.q)
        conditions.append(Onderwerp.id.in_(refs))
    return conditions


def list_gebieden() -> list[str]:
    """The policy areas that are in use."""
    stmt = select(Onderwerp.beleidsgebied).distinct().order_by(Onderwerp.beleidsgebied)
    return [gebied for gebied in db.session.scalars(stmt) if gebied]


def list_namen(kijker: Kijker) -> list[tuple[int, str]]:
    """Topics to pick from without typing."""
    stmt = select(Onderwerp.id, Onderwerp.naam).where(
        onderwerp_where(kijker), valid(Onderwerp.geldig_van, Onderwerp.geldig_tot)
    )
    rijen = db.session.execute(stmt.order_by(Onderwerp.naam, Onderwerp.id).limit(_NAMEN))
    return [(rij.id, rij.naam) for rij in rijen]


def lines_with_current(ids: list[int]) -> set[int]:
    """Which of these topics have a line that holds today."""
    stmt = select(Kernboodschap.onderwerp_id).where(
        Kernboodschap.onderwerp_id.in_(ids), is_current()
    )
    return set(db.session.scalars(stmt.distinct()))


@dataclass(frozen=True)
class Telling:
    """How complete the matrix is on a day."""

    onderwerpen: int
    zonder_eerste: int
    zonder_vervanger: int


def count_matrix(dag: date) -> Telling:
    """A person who does not speak any more is nobody."""

    def missing(kolom: InstrumentedAttribute[int | None]) -> ColumnElement[int]:
        actief = exists().where(Woordvoerder.id == kolom, Woordvoerder.is_actief)
        return func.count().filter(~actief)

    stmt = select(
        func.count(), missing(Onderwerp.eerste_id), missing(Onderwerp.vervanger_id)
    ).select_from(Onderwerp)
    geldig = valid(Onderwerp.geldig_van, Onderwerp.geldig_tot, dag)
    return Telling(*db.session.execute(stmt.where(geldig)).one())


def woordvoerder_stmt(*, ook_oud: bool) -> Select[Woordvoerder]:
    stmt = select(Woordvoerder)
    return stmt if ook_oud else stmt.where(Woordvoerder.is_actief)


def list_afwezig(woordvoerder_id: int) -> list[Afwezigheid]:
    """Of one person, from today on."""
    stmt = select(Afwezigheid).where(
        and_(Afwezigheid.woordvoerder_id == woordvoerder_id, Afwezigheid.tot >= VANDAAG)
    )
    return list(db.session.scalars(stmt.order_by(Afwezigheid.van)))


def onderwerpen_van(woordvoerder_id: int) -> list[Onderwerp]:
    """What this person speaks about, today."""
    rol = or_(
        Onderwerp.eerste_id == woordvoerder_id,
        Onderwerp.vervanger_id == woordvoerder_id,
        Onderwerp.buiten_id == woordvoerder_id,
    )
    geldig = valid(Onderwerp.geldig_van, Onderwerp.geldig_tot)
    return list(db.session.scalars(select(Onderwerp).where(rol, geldig).order_by(Onderwerp.naam)))

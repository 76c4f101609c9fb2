"""Who sees which analysis, in one place: every list, count, search and export asks here.

An analysis of a person is seen by that person, its maker and those named on it, and by nobody
else: no role opens it.
"""

from flask import abort, url_for
from flask_login import current_user
from sqlalchemy import ColumnElement, Select, and_, false, or_, select
from sqlalchemy.orm import joinedload, selectinload

from vob.acties.models import Actie
from vob.core.permissions import Recht
from vob.data import db, log_event
from vob.data.sql import is_one_of
from vob.web import objecten
from vob.web.objecten import Kijker, Objectsoort

from .models import Analyse, Analyselezer
from .models_risico import Risicomaatregel
from .values import Soort


def _eigen(kijker: Kijker) -> ColumnElement[bool]:
    """About this viewer, made by them, or they are named on it."""
    genoemd = select(Analyselezer.id).where(
        Analyselezer.analyse_id == Analyse.id, Analyselezer.gebruiker_id == kijker.id
    )
    return or_(Analyse.persoon_id == kijker.id, Analyse.maker_id == kijker.id, genoemd.exists())


def visible_where(kijker: Kijker) -> ColumnElement[bool]:
    if not kijker.can(Recht.RISICO_EIGEN):
        return false()
    if kijker.can(Recht.RISICO_INZIEN):
        return or_(Analyse.is_besloten.is_(False), _eigen(kijker))
    return _eigen(kijker)


def work_where(kijker: Kijker) -> ColumnElement[bool]:
    """Who writes in it: of a person only that person and the maker, of a gathering who rated it."""
    mijn = or_(Analyse.persoon_id == kijker.id, Analyse.maker_id == kijker.id)
    if not kijker.can(Recht.RISICO_EIGEN):
        return false()
    if not kijker.can(Recht.RISICO_BEHEREN):
        return and_(mijn, is_one_of(Analyse.soort, (Soort.PERSOON, Soort.OPERATIONEEL)))
    return or_(Analyse.is_besloten.is_(False), mijn)


def visible_analyses(kijker: Kijker) -> Select[int]:
    return select(Analyse.id).where(visible_where(kijker))


def _may_hang_on(kijker: Kijker) -> Select[int]:
    """What other rooms may hang something on, an action first of all. Not on one of a person: it
    would stand outside, with its number, and outlive it."""
    return select(Analyse.id).where(work_where(kijker), Analyse.is_besloten.is_(False))


def get_analyse(id: int, *, om_te_werken: bool = False) -> Analyse:
    """Find or 404, may see or 404; reading about a person is written down."""
    where = work_where(current_user) if om_te_werken else visible_where(current_user)
    stmt = (
        select(Analyse)
        .where(Analyse.id == id, where, Analyse.soort != Soort.OPERATIONEEL)
        .options(
            joinedload(Analyse.maker),
            joinedload(Analyse.beleidsgebied),
            joinedload(Analyse.persoon),
            joinedload(Analyse.vastgesteld_door),
            selectinload(Analyse.risicos),
            # Of its action only how far it is: its texts are encrypted.
            selectinload(Analyse.maatregelen)
            .joinedload(Risicomaatregel.actie)
            .load_only(Actie.status),
        )
    )
    analyse = db.session.scalar(stmt)
    if analyse is None:
        abort(404)
    if analyse.is_besloten:
        log_event(db.session, "ingezien", "analyse", analyse.id)
    return analyse


def may_work_on(analyse: Analyse) -> bool:
    """`work_where`, for an analysis that is at hand."""
    if current_user.can(Recht.RISICO_BEHEREN) and not analyse.is_besloten:
        return True
    eigen = analyse.is_besloten or analyse.soort is Soort.OPERATIONEEL
    return eigen and current_user.id in (analyse.persoon_id, analyse.maker_id)


def _url(id: int) -> str:
    soort = db.session.scalar(select(Analyse.soort).where(Analyse.id == id))
    if soort is Soort.OPERATIONEEL:
        return url_for("risicoanalyse.show_operationeel", id=id)
    return url_for("risicoanalyse.show_analyse", id=id)


objecten.register(Objectsoort("analyse", "Risicoanalyse", _url, visible_analyses, _may_hang_on))

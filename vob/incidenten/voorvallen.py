"""The cases, as other rooms may know of them (`web/voorvallen.py`)."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select

from vob.core.clock import TZ
from vob.data import db
from vob.web import voorvallen
from vob.web.objecten import Kijker
from vob.web.voorvallen import Voorval

from . import rules
from .models import Incident
from .zichtbaarheid import visible_where

_MEESTE = 500  # the newest; more than enough to see that an analysis was overtaken
_KOLOMMEN = (
    Incident.id,
    Incident.nummer,
    Incident.titel_open.label("titel"),
    Incident.onderwerp_open.label("onderwerp"),
    Incident.voorval_op,
    Incident.ernst,
    Incident.status,
)


class _Register:
    def since(
        self, moment: datetime, woorden: Collection[str], kijker: Kijker | None
    ) -> Sequence[Voorval]:
        """Bounded: of the newest ones, those with one of the words."""
        stmt = _zichtbaar(kijker).where(Incident.gemeld_op > moment, Incident.is_proef.is_(False))
        rijen = _rijen(stmt.order_by(Incident.gemeld_op.desc()).limit(_MEESTE))
        gezocht = [woord.casefold() for woord in woorden]
        gevallen = [_voorval(rij) for rij in rijen]
        return [een for een in gevallen if not gezocht or een.gaat_over(gezocht)]

    def find(self, nummer: str, kijker: Kijker) -> Voorval | None:
        rijen = _rijen(_zichtbaar(kijker).where(Incident.nummer == nummer))
        return _voorval(rijen[0]) if rijen else None

    def read(self, ids: Collection[int], kijker: Kijker) -> Sequence[Voorval]:
        stmt = _zichtbaar(kijker).where(Incident.id.in_(ids))
        return [_voorval(rij) for rij in _rijen(stmt.order_by(Incident.voorval_op.desc()))]


def _zichtbaar(kijker: Kijker | None) -> Any:
    stmt = select(*_KOLOMMEN)
    if kijker is None:
        return stmt.where(Incident.is_vertrouwelijk.is_(False))
    return stmt.where(visible_where(kijker), Incident.is_vertrouwelijk.is_(False))


def _rijen(stmt: Any) -> Sequence[Any]:
    return db.session.connection().execute(stmt).all()


def _voorval(rij: Any) -> Voorval:
    return Voorval(
        id=rij.id,
        nummer=rij.nummer,
        titel=rij.titel,
        dag=rij.voorval_op.astimezone(TZ).date(),
        ernst=int(rij.ernst),
        is_dicht=rij.status in rules.AFGEROND,
        onderwerp=rij.onderwerp,
    )


voorvallen.register(_Register())

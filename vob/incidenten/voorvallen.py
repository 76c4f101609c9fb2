"""The cases, as other rooms may know of them (`web/voorvallen.py`)."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, or_, select

from vob.core.clock import TZ
from vob.data import db
from vob.web import voorvallen
from vob.web.objecten import Kijker
from vob.web.voorvallen import MEESTE, Voorval

from . import rules
from .models import Incident
from .zichtbaarheid import visible_where

_GEZOCHT = 20_000  # the newest, in which words are looked for: years of a large register
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
        """Bounded: the newest ones, or of many more those with one of the words."""
        stmt = _zichtbaar(kijker).where(Incident.gemeld_op > moment, Incident.is_proef.is_(False))
        stmt = stmt.order_by(Incident.gemeld_op.desc())
        if not woorden:
            return [_voorval(rij) for rij in _rijen(stmt.limit(MEESTE))]
        gezocht = [woord.casefold() for woord in woorden]
        gevallen = [_voorval(rij) for rij in _rijen(_met_woord(stmt, gezocht))]
        return [een for een in gevallen if een.gaat_over(gezocht)]

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


def _met_woord(stmt: Any, woorden: Collection[str]) -> Any:
    """Those that may hold one of the words: that is asked of the database, which need not hand
    over every case."""
    nieuwste = stmt.add_columns(Incident.gemeld_op).limit(_GEZOCHT).subquery()
    tekst = func.lower(nieuwste.c.titel + " " + nieuwste.c.onderwerp)
    over = or_(*(tekst.like(_patroon(woord), escape="\\") for woord in woorden))
    return select(nieuwste).where(over).order_by(nieuwste.c.gemeld_op.desc())


def _patroon(woord: str) -> str:
    """SQLite makes É no small letter: what is not ASCII may be anything here."""
    letters = ("\\" + c if c in "\\%_" else c if c.isascii() else "_" for c in woord)
    return f"%{''.join(letters)}%"


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

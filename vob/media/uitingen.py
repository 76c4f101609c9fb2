"""What was released about a case, for the page of that case (web/uitingen.py)."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ScalarSelect, select
from sqlalchemy.orm import InstrumentedAttribute, joinedload

from vob.data import db
from vob.web import uitingen
from vob.web.objecten import Kijker
from vob.web.uitingen import Uiting

from .models import Incidentbericht
from .queries.zichtbaar import incidentbericht_where
from .values import Bijstand, NaarBuiten

_MEESTE = 50


class _Berichten:
    def vlag(self, soort: str, id_kolom: InstrumentedAttribute[int]) -> ScalarSelect[Any]:
        """Once outside, it stays outside, also when the message was withdrawn; else as the newest
        message says."""
        bericht = Incidentbericht
        return (
            select(bericht.naar_buiten)
            .where(bericht.zaak_soort == soort, bericht.zaak_id == id_kolom)
            .order_by((bericht.naar_buiten == NaarBuiten.JA).desc(), bericht.id.desc())
            .limit(1)
            .scalar_subquery()
        )

    def vrijgegeven(self, soort: str, id: int, kijker: Kijker) -> Sequence[Uiting]:
        stmt = (
            select(Incidentbericht)
            .options(joinedload(Incidentbericht.vrijgegeven_door))
            .where(
                Incidentbericht.zaak_soort == soort,
                Incidentbericht.zaak_id == id,
                Incidentbericht.status == Bijstand.VRIJGEGEVEN,
                incidentbericht_where(kijker),
            )
            .order_by(Incidentbericht.id.desc())
        )
        return [_uiting(bericht) for bericht in db.session.scalars(stmt.limit(_MEESTE))]


def _uiting(bericht: Incidentbericht) -> Uiting:
    door = bericht.vrijgegeven_door
    return Uiting(
        Incidentbericht.__tablename__,
        bericht.id,
        bericht.tekst,
        bericht.vrijgegeven_op or bericht.gemaakt_op,
        door.naam if door else "",
        bericht.naar_buiten,
    )


uitingen.register(_Berichten())

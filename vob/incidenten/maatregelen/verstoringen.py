"""The proof of a meeting ban: which disturbances were logged, and which of them are new.

Source: shared/domein/incidenten.md §7: a log per person and meeting is the evidence.
"""

from datetime import date

from sqlalchemy import select

from vob.core.clock import TZ
from vob.data import db

from ..vergaderingen.models import persoon_indexen
from ..vergaderingen.queries import Ordeverstoring, list_ordeverstoringen
from .models import Maatregel
from .values import Bezwaaruitkomst, Maatregelsoort, Maatregelstatus


def list_verstoringen(maatregel: Maatregel) -> list[Ordeverstoring]:
    """What it rests on: logged of this person up to the day it was decided, the oldest first.

    Of other kinds none. The caller has checked who looks, and writes the read log.
    """
    persoon = (maatregel.persoon or "").strip()
    if maatregel.soort is not Maatregelsoort.TOEGANG_VERGADERING or not persoon:
        return []
    tot = maatregel.besloten_op
    return [v for v in list_ordeverstoringen(persoon) if tot is None or _dag(v) <= tot]


def list_nieuwe(maatregel: Maatregel, verstoringen: list[Ordeverstoring]) -> list[Ordeverstoring]:
    """Those that no earlier ban of this person answered."""
    eerder = _vorig_besluit(maatregel)
    return [v for v in verstoringen if eerder is None or _dag(v) > eerder]


def _dag(verstoring: Ordeverstoring) -> date:
    return verstoring.punt.geldt.moment.astimezone(TZ).date()


def _vorig_besluit(maatregel: Maatregel) -> date | None:
    """When this person was last kept out of meetings. Names are encrypted, so each is read."""
    stmt = select(Maatregel).where(
        Maatregel.soort == Maatregelsoort.TOEGANG_VERGADERING,
        Maatregel.status == Maatregelstatus.GENOMEN,
        Maatregel.id != maatregel.id,
        Maatregel.bezwaar_uitkomst.is_distinct_from(Bezwaaruitkomst.GEGROND),  # as if never taken
    )
    indexen = persoon_indexen(maatregel.persoon or "")
    dagen = (
        m.besloten_op
        for m in db.session.scalars(stmt)
        if m.persoon and persoon_indexen(m.persoon)[0] in indexen
    )
    return max((dag for dag in dagen if dag), default=None)

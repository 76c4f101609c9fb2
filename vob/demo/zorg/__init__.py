"""Care, aangifte, measures, damage and evaluations of the demo: something of everything, each
state at least once, in the newest cases that have a story."""

from datetime import date

from sqlalchemy import select

from vob.data import db
from vob.demo.mensen import Mensen
from vob.incidenten.models import Incident
from vob.incidenten.values import Status

from .maatregelen import make_maatregelen
from .opvang import make_opvang
from .politie import make_aangiften
from .schade import make_evaluaties, make_schade

_ZAKEN = 59  # as many as there are stories


def make_zorg(mensen: Mensen, vandaag: date) -> None:
    """In the transaction of the caller."""
    stmt = (
        select(Incident)
        .where(Incident.is_proef.is_(False), Incident.status != Status.GEMELD)
        .order_by(Incident.gemeld_op.desc())
        .limit(_ZAKEN)
    )
    zaken = list(db.session.scalars(stmt))
    make_opvang(zaken, mensen, vandaag)
    make_aangiften(zaken, vandaag)
    make_maatregelen([zaak for zaak in zaken if not zaak.is_vertrouwelijk], mensen, vandaag)
    make_schade(zaken, vandaag)
    make_evaluaties(zaken, mensen, vandaag)
    db.session.flush()


__all__ = ["make_zorg"]

"""The evidence log of a case."""

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from vob.data import db

from ..models import Incident
from ..onderdelen import ZAAK, register_telling
from .models import Bewijsregel, Bewijsstuk

register_telling(
    "bewijsstukken",
    select(func.count(Bewijsstuk.id)).where(Bewijsstuk.incident_id == ZAAK).scalar_subquery(),
)


def list_regels(incident: Incident) -> list[Bewijsregel]:
    """The whole chain, oldest line first, each with its piece."""
    stmt = (
        select(Bewijsregel)
        .options(
            joinedload(Bewijsregel.door),
            joinedload(Bewijsregel.bewijsstuk).joinedload(Bewijsstuk.bijlage),
        )
        .where(Bewijsregel.incident_id == incident.id)
        .order_by(Bewijsregel.volgnummer)
    )
    return list(db.session.scalars(stmt))

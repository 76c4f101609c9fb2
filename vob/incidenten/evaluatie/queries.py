"""Reading the evaluation of a case. Only for who handles it; the caller has checked that."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from vob.data import db

from ..models import Incident
from .models import Evaluatie, Verbeterpunt


def find_evaluatie(incident: Incident) -> Evaluatie | None:
    stmt = select(Evaluatie).where(Evaluatie.incident_id == incident.id)
    punten = selectinload(Evaluatie.verbeterpunten).joinedload(Verbeterpunt.actie)
    return db.session.scalar(stmt.options(joinedload(Evaluatie.door), punten))

"""Reading the aangifte of a case. Only for who handles the case; the caller has checked that."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from vob.data import db
from vob.organisatie.queries import setting

from ..models import Incident
from ..termijnen.instellingen import term_of
from ..termijnen.rules import calculate_einde, dag_van
from ..termijnen.values import Termijnsoort
from .models import Aangifte, Klacht
from .values import Aangiftemodel


def aangiftemodel() -> Aangiftemodel:
    """Who weighs it in this organisation."""
    return list(Aangiftemodel)[setting("aangiftemodel")]


def find_aangifte(incident: Incident) -> Aangifte | None:
    return db.session.scalar(select(Aangifte).filter_by(incident_id=incident.id))


def get_aangifte(incident: Incident) -> Aangifte:
    """The one of this case; a new one, not yet stored, while nobody filled anything in."""
    nieuw = Aangifte(incident_id=incident.id, versie=0, eenheid="", feiten=[])
    nieuw.slachtofferrechten = []
    return find_aangifte(incident) or nieuw


def list_klachten(incident: Incident) -> Sequence[Klacht]:
    stmt = select(Klacht).options(joinedload(Klacht.gebruiker)).order_by(Klacht.id)
    return db.session.scalars(stmt.where(Klacht.incident_id == incident.id)).all()


def klacht_uiterlijk(klacht: Klacht) -> date:
    """The last day on which this klacht can be filed, the careful reading of the law."""
    soort = Termijnsoort.KLACHT
    return dag_van(calculate_einde(soort, klacht.vanaf, term_of(soort)).uiterlijk)

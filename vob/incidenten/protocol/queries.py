"""The steps of a case, and the protocols one can take them from."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import contains_eager, joinedload

from vob.data import db
from vob.documenten.models import Document, Documentversie
from vob.documenten.queries import in_werking
from vob.documenten.values import Documentsoort

from ..models import Incident
from ..onderdelen import ZAAK, register_telling
from ..termijnen.rules import dag_van
from .models import Protocolstap
from .values import Stapstand

_STAPPEN = select(func.count(Protocolstap.id)).where(Protocolstap.incident_id == ZAAK)
register_telling("protocol_stappen", _STAPPEN.scalar_subquery())
register_telling(
    "protocol_open", _STAPPEN.where(Protocolstap.stand == Stapstand.OPEN).scalar_subquery()
)
_SOORTEN = (
    Documentsoort.AGRESSIEPROTOCOL,
    Documentsoort.AGRESSIEBELEID,
    Documentsoort.NAZORGPROTOCOL,
    Documentsoort.KORT_PROTOCOL,
)


def list_stappen(incident: Incident) -> list[Protocolstap]:
    """In the order of their protocol."""
    versie = joinedload(Protocolstap.documentversie).defer(Documentversie.tekst)
    stmt = (
        select(Protocolstap)
        .options(joinedload(Protocolstap.door), versie.joinedload(Documentversie.document))
        .where(Protocolstap.incident_id == incident.id)
        .order_by(Protocolstap.documentversie_id, Protocolstap.volgorde)
    )
    return list(db.session.scalars(stmt))


def list_protocollen(incident: Incident) -> list[Documentversie]:
    """What held on the day of the incident and tells what to do."""
    stmt: Any = (
        select(Documentversie)
        .join(Documentversie.document)
        .options(contains_eager(Documentversie.document))
        .where(Document.soort.in_(_SOORTEN), in_werking(dag_van(incident.voorval_op)))
        .order_by(Document.soort, Document.titel)
    )
    return list(db.session.scalars(stmt))

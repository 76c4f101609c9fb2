"""Reading clocks: of one case, and of every case that someone handles."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, Text, cast, func, select
from sqlalchemy.orm import contains_eager, joinedload

from vob.acties.models import Actie
from vob.data import db
from vob.data.paging import Sortering
from vob.web.objecten import Kijker

from ..models import Incident
from ..onderdelen import ZAAK, register_telling
from ..zichtbaarheid import handled_incidenten
from .models import Zaaktermijn
from .rules import VOOR_SLUITEN, urgentie_grenzen
from .values import Termijnsoort, Urgentie

LOOPT = Zaaktermijn.gestopt_op.is_(None)  # in the words of the partial index
OP_URGENTIE = Sortering(Zaaktermijn.uiterlijk, Zaaktermijn.id, aflopend=False)

_VAN_ZAAK = (Zaaktermijn.incident_id == ZAAK, LOOPT)
register_telling(
    "termijnen_open", select(func.count(Zaaktermijn.id)).where(*_VAN_ZAAK).scalar_subquery()
)
register_telling(
    "termijnen_voor_sluiten",
    select(func.aggregate_strings(cast(Zaaktermijn.soort, Text), ","))
    .where(*_VAN_ZAAK, Zaaktermijn.soort.in_(sorted(VOOR_SLUITEN)))
    .scalar_subquery(),
)


@dataclass(frozen=True)
class Filter:
    """What the overview shows; stands in the address."""

    urgentie: Urgentie | None = None
    soort: Termijnsoort | None = None
    van_mij: bool = False

    @property
    def is_leeg(self) -> bool:
        return self == Filter()


def list_termijnen(incident: Incident) -> list[Zaaktermijn]:
    """All clocks of one case: what runs first, the most urgent on top."""
    stmt = (
        select(Zaaktermijn)
        .options(joinedload(Zaaktermijn.actie).joinedload(Actie.eigenaar))
        .where(Zaaktermijn.incident_id == incident.id)
        .order_by(Zaaktermijn.gestopt_op.is_not(None), Zaaktermijn.uiterlijk, Zaaktermijn.id)
    )
    return list(db.session.scalars(stmt))


def running_termijnen(kijker: Kijker, filter: Filter, nu: datetime) -> Select[Any]:
    """Every clock that runs in a case this user handles. Drills have none."""
    zaak = handled_incidenten(kijker).where(Incident.id == Zaaktermijn.incident_id)
    stmt = (
        select(Zaaktermijn)
        .join(Zaaktermijn.incident)
        .options(
            contains_eager(Zaaktermijn.incident),
            joinedload(Zaaktermijn.actie).joinedload(Actie.eigenaar),
        )
        .where(LOOPT, zaak.correlate(Zaaktermijn).exists(), *_conditions(filter, nu))
    )
    if filter.van_mij:
        stmt = stmt.where(Zaaktermijn.actie.has(Actie.eigenaar_id == kijker.id))
    return stmt


def _conditions(filter: Filter, nu: datetime) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if filter.soort:
        conditions.append(Zaaktermijn.soort == filter.soort)
    if filter.urgentie:
        van, tot = urgentie_grenzen(filter.urgentie, nu)
        if van:
            conditions.append(Zaaktermijn.uiterlijk >= van)
        if tot:
            conditions.append(Zaaktermijn.uiterlijk <= tot)
    return conditions

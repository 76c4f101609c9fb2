"""Reading clocks: of one case, and of every case that someone handles."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Row, Text, bindparam, cast, func, select
from sqlalchemy.orm import joinedload

from vob.acties.models import Actie
from vob.core.permissions import Recht
from vob.data import db
from vob.data.paging import PER_BLADZIJDE, Bladzijde, Lijstvraag, Sortering
from vob.gebruikers.models import Gebruiker
from vob.web.objecten import Iemand

from ..models import Incident
from ..onderdelen import ZAAK, register_telling
from ..zichtbaarheid import handled_incidenten
from .models import Zaaktermijn
from .rules import VOOR_SLUITEN, urgentie_grenzen
from .values import Termijnsoort, Urgentie

LOOPT = Zaaktermijn.gestopt_op.is_(None)  # in the words of the partial index

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


@dataclass(frozen=True)
class Keuze:
    """The clocks someone asked for. Drills have none."""

    vraag: Lijstvraag
    waarden: dict[str, Any]

    def read_page(
        self, na: str | None, voor: str | None, size: int = PER_BLADZIJDE, cap: int = 0
    ) -> Bladzijde[Row[Any]]:
        return self.vraag.read_page(db.session, self.waarden, na=na, voor=voor, size=size, cap=cap)


def choose(kijker: Gebruiker, filter: Filter, nu: datetime) -> Keuze:
    """Every clock that runs in a case this user handles, as far as the filter asks."""
    van, tot = urgentie_grenzen(filter.urgentie, nu) if filter.urgentie else (None, None)
    waarden = {
        "soort": filter.soort,
        "van_mij": kijker.id if filter.van_mij else None,
        "van": van,
        "tot": tot,
    }
    gevuld = {naam: waarde for naam, waarde in waarden.items() if waarde is not None}
    return Keuze(_vraag(kijker.rechten, frozenset(gevuld)), gevuld | {"kijker": kijker.id})


_KOLOMMEN = (
    Zaaktermijn.soort,
    Zaaktermijn.uiterlijk,
    Zaaktermijn.ruim,
    Zaaktermijn.is_dag,
    Incident.nummer,
    Incident.titel_open.label("titel"),
    Gebruiker.naam.label("eigenaar"),
)
_VOORWAARDEN: dict[str, ColumnElement[bool]] = {
    "soort": Zaaktermijn.soort == bindparam("soort"),
    "van_mij": Actie.eigenaar_id == bindparam("van_mij"),
    "van": Zaaktermijn.uiterlijk >= bindparam("van"),
    "tot": Zaaktermijn.uiterlijk <= bindparam("tot"),
}


@lru_cache(maxsize=64)
def _vraag(rechten: frozenset[Recht], namen: frozenset[str]) -> Lijstvraag:
    """Built once for each set of rights and filters; it holds nothing of a person."""
    zaak = handled_incidenten(Iemand(rechten)).where(Incident.id == Zaaktermijn.incident_id)
    termijnen = (
        select(Zaaktermijn.id)
        .join(Zaaktermijn.incident)
        .outerjoin(Zaaktermijn.actie)
        .outerjoin(Gebruiker, Gebruiker.id == Actie.eigenaar_id)
        .where(
            LOOPT,
            zaak.correlate(Zaaktermijn).exists(),
            *(_VOORWAARDEN[naam] for naam in sorted(namen)),
        )
    )
    volgorde = Sortering(Zaaktermijn.uiterlijk, Zaaktermijn.id, aflopend=False)
    return Lijstvraag(termijnen, _KOLOMMEN, volgorde)

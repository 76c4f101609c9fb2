"""The lists of the board, all in one statement; each looks at a few cases only.

A part of the case adds a list by `register`: "cases without care" fills once there is care.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, bindparam, literal, or_, select, union_all

from vob.data import UtcDateTime, db
from vob.gebruikers.models import Gebruiker
from vob.organisatie import instellingen
from vob.organisatie.instellingen import Instelling
from vob.organisatie.queries import setting
from vob.web.objecten import Kijker

from ..models import Incident
from ..termijnen.models import Zaaktermijn
from ..termijnen.queries import LOOPT
from ..termijnen.values import Termijnsoort
from ..values import Status
from ..zichtbaarheid import Zicht, visible_condition, zicht_van

MEESTE = 5  # so many of each list are shown
KIJKER: Any = bindparam("kijker", type_=Integer)
NU: Any = bindparam("nu", type_=UtcDateTime)
GRENS: Any = bindparam("grens", type_=UtcDateTime)  # handled before this: should be evaluated

instellingen.register(
    Instelling(
        "evaluatie_na",
        "Een afgehandelde zaak evalueren binnen",
        30,
        "dagen",
        7,
        180,
        "eigen keuze (stap 20)",
        "Incidenten",
    )
)


@dataclass(frozen=True)
class Bordlijst:
    """`conditie`: which cases, by columns of Incident and the parameters above. `moment`: since
    when, the oldest first. `leeg`: what stands there when there is none."""

    code: str
    label: str
    leeg: str
    conditie: ColumnElement[bool]
    moment: Any
    filters: tuple[tuple[str, str], ...] = ()  # of the register: the same, whole


@dataclass(frozen=True)
class Bordvak:
    """A list as it is now; `is_meer`: there are more than are shown."""

    lijst: Bordlijst
    zaken: Sequence[Any]
    is_meer: bool


_LIJSTEN: dict[str, Bordlijst] = {}


def register(*lijsten: Bordlijst) -> None:
    """Called by a part when it is imported; the same code once more replaces the list."""
    _LIJSTEN.update({lijst.code: lijst for lijst in lijsten})
    _statement.cache_clear()


def read_bord(kijker: Kijker, nu: datetime) -> list[Bordvak]:
    """Every list, for the cases this user may see."""
    stmt = _statement(zicht_van(kijker), tuple(_LIJSTEN.values()))
    grens = nu - timedelta(days=setting("evaluatie_na"))
    waarden = {"kijker": kijker.id, "nu": nu, "grens": grens}
    rijen = db.session.connection().execute(stmt, waarden).all()
    return [_vak(lijst, [rij for rij in rijen if rij.code == code]) for code, lijst in _items()]


def _items() -> list[tuple[str, Bordlijst]]:
    return list(_LIJSTEN.items())


def _vak(lijst: Bordlijst, rijen: list[Any]) -> Bordvak:
    return Bordvak(lijst, rijen[:MEESTE], len(rijen) > MEESTE)


@lru_cache(maxsize=16)
def _statement(zicht: Zicht, lijsten: tuple[Bordlijst, ...]) -> Any:
    """Built once for each way of looking: it holds nothing of a person."""
    zichtbaar = visible_condition(zicht, KIJKER)
    return union_all(*(_deel(lijst, zichtbaar) for lijst in lijsten))


def _deel(lijst: Bordlijst, zichtbaar: ColumnElement[bool]) -> Select[Any]:
    behandelaar = select(Gebruiker.naam).where(Gebruiker.id == Incident.behandelaar_id)
    stmt = (
        select(
            literal(lijst.code).label("code"),
            Incident.nummer,
            Incident.titel_open.label("titel"),
            Incident.ernst,
            Incident.is_acuut,
            lijst.moment.label("moment"),
            behandelaar.scalar_subquery().label("behandelaar"),
        )
        .where(lijst.conditie, Incident.is_proef.is_(False), zichtbaar)
        .order_by(lijst.moment, Incident.id)
        .limit(MEESTE + 1)
    )
    return select(*stmt.subquery().c)  # its own ORDER BY and LIMIT must stay inside


_ZONDER_OPVANG = select(Zaaktermijn.incident_id).where(
    LOOPT,
    Zaaktermijn.uiterlijk < NU,
    Zaaktermijn.soort.in_((Termijnsoort.NAZORG, Termijnsoort.OPVANGGESPREK)),
)
register(
    Bordlijst(
        "nieuw",
        "Nieuw: nog niemand is begonnen",
        "Elke melding is in behandeling.",
        Incident.status == Status.GEMELD,
        Incident.gemeld_op,
        (("status", "gemeld"),),
    ),
    Bordlijst(
        "antwoord",
        "Wacht op uw antwoord",
        "Niemand wacht op antwoord van u.",
        # "+ 0": begin with what waits, and not with everything one ever handled.
        Incident.bericht_op.is_not(None)
        & or_(
            Incident.behandelaar_id + 0 == KIJKER,
            Incident.behandelaar_id.is_(None) & (Incident.lijn_id + 0 == KIJKER),
        ),
        Incident.bericht_op,
    ),
    Bordlijst(
        "mijn",
        "Uw open zaken",
        "U heeft geen open zaken.",
        (Incident.behandelaar_id == KIJKER) & Incident.is_open.is_(True),
        Incident.gemeld_op,
        (("behandelaar", "mij"), ("status", "open")),
    ),
    Bordlijst(
        "zonder-opvang",
        "Nog geen opvang",
        "In elke zaak is opvang op tijd aangeboden.",
        Incident.id.in_(_ZONDER_OPVANG),
        Incident.gemeld_op,
    ),
    Bordlijst(
        "zonder-evaluatie",
        "Afgehandeld, nog niet geëvalueerd",
        "Elke zaak is op tijd geëvalueerd.",
        (Incident.status == Status.AFGEHANDELD) & (Incident.afgehandeld_op < GRENS),
        Incident.gemeld_op,
        (("status", "afgehandeld"),),
    ),
)

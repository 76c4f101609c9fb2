"""The parts of a case: each registers itself here, so that the case need not know them.

A part has a page below the case, a line on the page of the case, and may name what must be done
before the case takes a step. The page of a case asks the database a fixed number of questions
however many parts there are: whatever a part counts, it registers as `telling`, and all tellingen
of all parts are read in one statement.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from flask import abort, g
from sqlalchemy import Label, ScalarSelect, Select, bindparam, select

from vob.data import db
from vob.web.objecten import Kijker

from .models import Incident
from .values import Status
from .zichtbaarheid import Meelezer, find_incident, register_meelezer

ZAAK = Incident.id  # in a telling: the case it is about


@dataclass(frozen=True)
class Onderdeel:
    """`endpoint` takes the number of a case as `nummer`.

    `mag_zien` decides who sees the part (and its tab); its page must ask the same. `stand` says in
    a few words how it stands; None: it has nothing to say. Neither may ask a question of its own
    where a telling can do, because both run on every page of a case.
    """

    code: str
    label: str
    endpoint: str
    mag_zien: Callable[[Kijker, Incident], bool]
    stand: Callable[[Incident], str] | None = None


@dataclass(frozen=True)
class Tab:
    """A part as the sub-navigation shows it to one reader."""

    code: str
    label: str
    endpoint: str
    stand: str


# As one works on a case: what is not named here comes last.
VOLGORDE = (
    "overzicht",
    "betrokkenen",
    "protocol",
    "termijnen",
    "opvang",
    "bewijs",
    "analyse",
    "verbanden",
    "veroorzaker",
    "aangifte",
    "maatregelen",
    "schade",
    "communicatie",
    "evaluatie",
)

Gebrekregel = Callable[[Incident, Status], list[str]]

Overgangsgevolg = Callable[[Incident, Status, datetime], None]

_ONDERDELEN: dict[str, Onderdeel] = {}
_GEBREKEN: list[Gebrekregel] = []
_GEVOLGEN: list[Overgangsgevolg] = []
_TELLINGEN: dict[str, ScalarSelect[Any]] = {}


def register(*onderdelen: Onderdeel) -> None:
    """Called by a part when it is imported."""
    _ONDERDELEN.update({onderdeel.code: onderdeel for onderdeel in onderdelen})
    for code in sorted(_ONDERDELEN, key=_plaats):
        _ONDERDELEN[code] = _ONDERDELEN.pop(code)


def _plaats(code: str) -> int:
    return VOLGORDE.index(code) if code in VOLGORDE else len(VOLGORDE)


def register_gebrek(regel: Gebrekregel) -> None:
    """`regel(incident, naar)` gives a sentence for everything that is missing before that step."""
    _GEBREKEN.append(regel)


def register_telling(code: str, vraag: ScalarSelect[Any]) -> None:
    """A number (or date) about one case, where its id is `ZAAK`. Read it with `telling`."""
    _TELLINGEN[code] = vraag


def register_overgang(gevolg: Overgangsgevolg) -> None:
    """`gevolg(incident, naar, nu)` runs after the case took a step, in the same transaction."""
    _GEVOLGEN.append(gevolg)


def apply_overgang(incident: Incident, naar: Status, nu: datetime) -> None:
    """The case took this step: every part does what follows from it."""
    for gevolg in _GEVOLGEN:
        gevolg(incident, naar, nu)
    forget_tellingen()


def list_tabs(kijker: Kijker, incident: Incident) -> list[Tab]:
    """The parts that this reader sees of this case."""
    return [
        Tab(deel.code, deel.label, deel.endpoint, deel.stand(incident) if deel.stand else "")
        for deel in _ONDERDELEN.values()
        if deel.mag_zien(kijker, incident)
    ]


def gebreken(incident: Incident, naar: Status) -> list[str]:
    """What is missing before the case takes this step, in sentences."""
    return [zin for regel in _GEBREKEN for zin in regel(incident, naar)]


def telling(incident: Incident, code: str) -> Any:
    """What was registered under this code, for this case. All are read at the first question."""
    gelezen: dict[int, dict[str, Any]] = g.setdefault(_GELEZEN, {})
    if incident.id not in gelezen:
        rij = db.session.execute(_vraag(_kolommen()), {"zaak": incident.id}).one()
        gelezen[incident.id] = dict(zip(_TELLINGEN, rij, strict=True))
    return gelezen[incident.id][code]


def forget_tellingen() -> None:
    """Something was written: count again."""
    g.pop(_GELEZEN, None)


def get_met_tellingen_or_404(nummer: str, kijker: Kijker, *opties: Any) -> Incident:
    """`get_incident_or_404`, with every telling read in the same statement."""
    incident, _ = read_met_tellingen_or_404(nummer, kijker, opties)
    return incident


def read_met_tellingen_or_404(
    nummer: str,
    kijker: Kijker,
    opties: tuple[Any, ...],
    mee: tuple[Any, ...] = (),
    waarden: Mapping[str, Any] = MappingProxyType({}),
) -> tuple[Incident, Sequence[Any]]:
    """Also what the columns `mee` say; `waarden`: their parameters (see `find_incident`)."""
    gevonden = find_incident(nummer, kijker, opties, (*_kolommen(), *mee), waarden)
    if gevonden is None:
        abort(404)
    incident, rest = gevonden
    _remember(incident, rest[: len(_TELLINGEN)])
    return incident, rest[len(_TELLINGEN) :]


def _remember(incident: Incident, tellingen: Sequence[Any]) -> None:
    g.setdefault(_GELEZEN, {})[incident.id] = dict(zip(_TELLINGEN, tellingen, strict=True))


_GELEZEN = "zaaktellingen"


def _kolommen() -> tuple[Any, ...]:
    """Every telling as a column; made once, for the parts there are."""
    if len(_LABELS) != len(_TELLINGEN):
        _LABELS[:] = [vraag.label(f"t{n}") for n, vraag in enumerate(_TELLINGEN.values())]
    return tuple(_LABELS)


@lru_cache(maxsize=4)
def _vraag(kolommen: tuple[Any, ...]) -> Select[Any]:
    return select(*kolommen).select_from(Incident).where(Incident.id == bindparam("zaak"))


_LABELS: list[Label[Any]] = []
register_meelezer(Meelezer(_kolommen, _remember))

"""Care, aangifte, measures, damage and evaluation as parts of a case: their tabs and their gaps.

What a part counts is read together with that of all others, in one statement (`onderdelen`).
"""

from collections.abc import Callable

from sqlalchemy import func, select

from vob.web.objecten import Kijker

from . import onderdelen
from .aangifte.models import Aangifte
from .aangifte.queries import ZONDER_AANGIFTE
from .aangifte.values import Beoordeling
from .evaluatie.models import Evaluatie
from .maatregelen.models import Maatregel
from .maatregelen.values import Maatregelstatus
from .models import Incident
from .onderdelen import ZAAK, Onderdeel, telling
from .schade.models import Schadeclaim
from .values import Betrokkenrol, Status
from .zichtbaarheid import is_behandelaar, mag_onderdeel_zien

_ONBESLIST = (Maatregelstatus.CONCEPT, Maatregelstatus.VOORGELEGD)


def _mag_opvang(kijker: Kijker, incident: Incident) -> bool:
    return mag_onderdeel_zien(kijker, incident, Betrokkenrol.GETROFFENE, Betrokkenrol.OPVANG)


def _mag_schade(kijker: Kijker, incident: Incident) -> bool:
    return mag_onderdeel_zien(kijker, incident, Betrokkenrol.GETROFFENE)


def _toon(code: str) -> Callable[[Incident], str]:
    """The number of a part, for who handles the case; nothing when there is none."""
    return lambda incident: str(telling(incident, code) or "")


def _evaluatie(incident: Incident) -> str:
    return "gedaan" if telling(incident, "evaluatie") else ""


onderdelen.register_telling(
    "aangifte_mist",
    select(func.count())
    .where(
        Aangifte.incident_id == ZAAK,
        Aangifte.beoordeling == Beoordeling.VERMOEDELIJK,
        ZONDER_AANGIFTE,
    )
    .scalar_subquery(),
)
onderdelen.register_telling(
    "maatregelen", select(func.count()).where(Maatregel.incident_id == ZAAK).scalar_subquery()
)
onderdelen.register_telling(
    "maatregelen_onbeslist",
    select(func.count())
    .where(Maatregel.incident_id == ZAAK, Maatregel.status.in_(_ONBESLIST))
    .scalar_subquery(),
)
onderdelen.register_telling(
    "schade", select(func.count()).where(Schadeclaim.incident_id == ZAAK).scalar_subquery()
)
onderdelen.register_telling(
    "schade_zonder_route",
    select(func.count())
    .where(Schadeclaim.incident_id == ZAAK, Schadeclaim.route.is_(None))
    .scalar_subquery(),
)
onderdelen.register_telling(
    "evaluatie", select(func.count()).where(Evaluatie.incident_id == ZAAK).scalar_subquery()
)
onderdelen.register(
    Onderdeel("opvang", "Opvang", "incidenten.show_opvang", _mag_opvang),
    Onderdeel("aangifte", "Aangifte", "incidenten.show_aangifte", is_behandelaar),
    Onderdeel(
        "maatregelen",
        "Maatregelen",
        "incidenten.show_maatregelen",
        is_behandelaar,
        _toon("maatregelen"),
    ),
    Onderdeel("schade", "Schade", "incidenten.list_schade", _mag_schade),
    Onderdeel("evaluatie", "Evaluatie", "incidenten.show_evaluatie", is_behandelaar, _evaluatie),
)
# What must be there before a case takes this step: (step, telling, whether there must be one).
# Care is asked by its clocks: they run until it was offered, or until someone wrote why not.
_NODIG: tuple[tuple[Status, str, bool, str], ...] = (
    (Status.GEEVALUEERD, "evaluatie", True, "Schrijf eerst de evaluatie."),
    (
        Status.GESLOTEN,
        "aangifte_mist",
        False,
        "De zaak is vermoedelijk strafbaar: leg de aangifte vast, of waarom die er niet is.",
    ),
    (
        Status.GESLOTEN,
        "maatregelen_onbeslist",
        False,
        "Over een maatregel is nog niet beslist.",
    ),
    (
        Status.GESLOTEN,
        "schade_zonder_route",
        False,
        "Kies voor elke schade hoe u die verhaalt, of waarom niet.",
    ),
)


def _gebreken(incident: Incident, naar: Status) -> list[str]:
    """A drill is not looked back on like a case: it lacks nothing."""
    if incident.is_proef:
        return []
    return [
        zin
        for status, code, moet, zin in _NODIG
        if naar is status and bool(telling(incident, code)) is not moet
    ]


onderdelen.register_gebrek(_gebreken)

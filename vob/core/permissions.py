"""Who may do what: the one table of roles and rights.

A right opens a *route*. Which *objects* someone sees there is decided in the room's loader
(shared/ontwerp/rollen.md); an object that is not yours is 404.
"""

from collections.abc import Iterable
from enum import StrEnum, auto

from .values import Waardelijst


class Recht(StrEnum):
    """NOUN_ACT, as the client says it."""

    ACCOUNT_EIGEN = auto()  # own profile, password, sessions, drafts
    ACTIE_INZIEN = auto()  # own actions
    ACTIE_INZIEN_ALLE = auto()
    ACTIE_BEHEREN = auto()  # make, assign, change
    AUDIT_INZIEN = auto()
    BERICHT_INZIEN = auto()  # outgoing mail: addressee and state, it has no contents
    BIJLAGE_INZIEN = auto()
    CHECKLIST_INZIEN = auto()
    CHECKLIST_BIJWERKEN = auto()
    CHECKLIST_BEHEREN = auto()  # rounds, owners
    DOCUMENT_INZIEN = auto()
    DOCUMENT_BEHEREN = auto()
    DOCUMENT_VASTSTELLEN = auto()
    GEBRUIKER_BEHEREN = auto()
    INCIDENT_MELDEN = auto()  # and follow one's own reports
    INCIDENT_INZIEN = auto()  # the register, scoped by line and participation
    INCIDENT_INZIEN_ALLE = auto()  # every case that is not extra vertrouwelijk
    INCIDENT_BEHANDELEN = auto()
    INCIDENT_EXPORTEREN = auto()
    MELDLIJN_BEHEREN = auto()
    ORGANISATIE_BEHEREN = auto()
    RISICO_EIGEN = auto()  # about you, made by you, or you are named on it
    RISICO_OPERATIONEEL = auto()  # rate one gathering or visit
    RISICO_INZIEN = auto()  # every analysis that is not about a person
    RISICO_BEHEREN = auto()  # make them, the library, the offers
    RISICO_VASTSTELLEN = auto()  # adopt, accept what remains
    RISICO_BALIE = auto()  # today's risky gatherings, with their measures and nothing more
    BEVEILIGING_INZIEN = auto()  # security measures: kind, state and dates
    STEUNPUNT_INZIEN = auto()
    STEUNPUNT_BEHEREN = auto()
    ZOEKEN = auto()


class Rol(Waardelijst):
    """The roles of shared/ontwerp/rollen.md."""

    MEDEWERKER = "medewerker", "Medewerker"
    AMBTSDRAGER = "ambtsdrager", "Ambtsdrager"
    WOORDVOERDER = "woordvoerder", "Woordvoerder"
    GRIFFIER = "griffier", "Griffier"
    COORDINATOR = "coordinator", "Coördinator"
    BESTUURDER = "bestuurder", "Bestuurder"
    OPVANG = "opvang", "Opvang"
    BEVEILIGING = "beveiliging", "Beveiliging"
    FG = "fg", "Functionaris gegevensbescherming"
    BEHEERDER = "beheerder", "Beheerder"


_MEDEWERKER = {
    Recht.ACCOUNT_EIGEN,
    Recht.ACTIE_INZIEN,
    Recht.BIJLAGE_INZIEN,
    Recht.CHECKLIST_INZIEN,
    Recht.DOCUMENT_INZIEN,
    Recht.INCIDENT_MELDEN,
    Recht.RISICO_EIGEN,
    Recht.STEUNPUNT_INZIEN,
    Recht.ZOEKEN,
}
_LIJN = {Recht.INCIDENT_INZIEN, Recht.INCIDENT_BEHANDELEN, Recht.INCIDENT_EXPORTEREN}

RECHTEN: dict[Rol, frozenset[Recht]] = {
    Rol.MEDEWERKER: frozenset(_MEDEWERKER | {Recht.RISICO_OPERATIONEEL}),
    Rol.AMBTSDRAGER: frozenset(_MEDEWERKER | {Recht.RISICO_OPERATIONEEL}),
    Rol.WOORDVOERDER: frozenset(_MEDEWERKER | {Recht.CHECKLIST_BIJWERKEN}),
    Rol.GRIFFIER: frozenset(
        _MEDEWERKER
        | _LIJN
        | {
            Recht.ACTIE_BEHEREN,
            Recht.CHECKLIST_BIJWERKEN,
            Recht.DOCUMENT_BEHEREN,
            Recht.RISICO_INZIEN,
            Recht.RISICO_OPERATIONEEL,
            Recht.STEUNPUNT_BEHEREN,
        }
    ),
    Rol.COORDINATOR: frozenset(
        _MEDEWERKER
        | _LIJN
        | {
            Recht.ACTIE_BEHEREN,
            Recht.ACTIE_INZIEN_ALLE,
            Recht.CHECKLIST_BEHEREN,
            Recht.CHECKLIST_BIJWERKEN,
            Recht.DOCUMENT_BEHEREN,
            Recht.INCIDENT_INZIEN_ALLE,
            Recht.MELDLIJN_BEHEREN,
            Recht.BEVEILIGING_INZIEN,
            Recht.RISICO_BEHEREN,
            Recht.RISICO_INZIEN,
            Recht.RISICO_OPERATIONEEL,
            Recht.STEUNPUNT_BEHEREN,
        }
    ),
    Rol.BESTUURDER: frozenset(
        _MEDEWERKER
        | _LIJN
        | {
            Recht.ACTIE_BEHEREN,
            Recht.BEVEILIGING_INZIEN,
            Recht.CHECKLIST_BIJWERKEN,
            Recht.DOCUMENT_VASTSTELLEN,
            Recht.RISICO_INZIEN,
            Recht.RISICO_OPERATIONEEL,
            Recht.RISICO_VASTSTELLEN,
        }
    ),
    Rol.OPVANG: frozenset(_MEDEWERKER),
    Rol.BEVEILIGING: frozenset(_MEDEWERKER - {Recht.RISICO_EIGEN} | {Recht.RISICO_BALIE}),
    Rol.FG: frozenset(_MEDEWERKER | {Recht.AUDIT_INZIEN}),
    Rol.BEHEERDER: frozenset(
        _MEDEWERKER
        | {
            Recht.BERICHT_INZIEN,
            Recht.GEBRUIKER_BEHEREN,
            Recht.ORGANISATIE_BEHEREN,
            Recht.STEUNPUNT_BEHEREN,
        }
    ),
}


def rechten_van(rollen: Iterable[Rol]) -> frozenset[Recht]:
    """All rights of someone with these roles together."""
    return frozenset().union(*(RECHTEN[rol] for rol in rollen))

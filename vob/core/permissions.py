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
    ACTIE_BEHEREN = auto()  # make, assign, change
    ACTIE_INZIEN = auto()  # own actions
    ACTIE_INZIEN_ALLE = auto()
    AUDIT_INZIEN = auto()
    BERICHT_INZIEN = auto()  # outgoing mail: addressee and state, it has no contents
    BESPREKING_BEHEREN = auto()  # prepare and record a meeting about incidents
    BEVEILIGING_INZIEN = auto()  # security measures: kind, state and dates
    BIJLAGE_INZIEN = auto()
    CHECKLIST_BEHEREN = auto()  # rounds, owners
    CHECKLIST_BIJWERKEN = auto()
    CHECKLIST_INZIEN = auto()
    CIJFER_INZIEN = auto()  # figures with small numbers hidden
    DOCUMENT_BEHEREN = auto()
    DOCUMENT_INZIEN = auto()
    DOCUMENT_VASTSTELLEN = auto()
    FEIT_BEHEREN = auto()  # the list of offences that VOB may suggest
    GEBRUIKER_BEHEREN = auto()
    INCIDENT_BEHANDELEN = auto()
    INCIDENT_EXPORTEREN = auto()
    INCIDENT_INZIEN = auto()  # the register, scoped by line and participation
    INCIDENT_INZIEN_ALLE = auto()  # every case that is not extra vertrouwelijk
    INCIDENT_MELDEN = auto()  # and follow one's own reports
    KETEN_BEHEREN = auto()
    KETEN_INZIEN = auto()  # partners, escalation ladder and belkaart, the public part
    KETEN_VERTROUWELIJK = auto()  # names, all contacts, private numbers, agreements
    MAATREGEL_BEHEREN = auto()  # kinds, ladder, letter templates
    MAATREGEL_BESLISSEN = auto()
    MEDIA_BEHEREN = auto()  # topics, lines, roster, press contacts
    MEDIA_INZIEN = auto()  # who speaks, what we say, media policy
    MELDLIJN_BEHEREN = auto()
    OPVANG_BEHEREN = auto()  # who is in the opvangteam
    OPVANG_GEVEN = auto()  # the care of cases assigned to one
    ORDEVERSTORING_INZIEN = auto()  # how often one person disturbed a meeting
    ORGANISATIE_BEHEREN = auto()
    PERSVRAAG_BEHANDELEN = auto()  # also those under embargo
    PERSVRAAG_INZIEN = auto()
    PERSVRAAG_NOTEREN = auto()  # and follow one's own notes
    RISICO_BALIE = auto()  # today's risky gatherings, with their measures and nothing more
    RISICO_BEHEREN = auto()  # make them, the library, the offers
    RISICO_EIGEN = auto()  # about you, made by you, or you are named on it
    RISICO_INZIEN = auto()  # every analysis that is not about a person
    RISICO_OPERATIONEEL = auto()  # rate one gathering or visit
    RISICO_VASTSTELLEN = auto()  # adopt, accept what remains
    STEUNPUNT_BEHEREN = auto()
    STEUNPUNT_INZIEN = auto()
    TOEGANGSONTZEGGING_INZIEN = auto()  # who may not come in until when, for the desk
    VERGADERING_BIJHOUDEN = auto()  # meetings and their log
    VEROORZAKER_BEHEREN = auto()  # the register of offenders, where it is on
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
    Recht.KETEN_INZIEN,
    Recht.MEDIA_INZIEN,
    Recht.PERSVRAAG_NOTEREN,
    Recht.RISICO_EIGEN,
    Recht.STEUNPUNT_INZIEN,
    Recht.ZOEKEN,
}
_LIJN = {
    Recht.BESPREKING_BEHEREN,
    Recht.CIJFER_INZIEN,
    Recht.INCIDENT_INZIEN,
    Recht.INCIDENT_BEHANDELEN,
    Recht.INCIDENT_EXPORTEREN,
}

RECHTEN: dict[Rol, frozenset[Recht]] = {
    Rol.MEDEWERKER: frozenset(_MEDEWERKER | {Recht.RISICO_OPERATIONEEL}),
    Rol.AMBTSDRAGER: frozenset(_MEDEWERKER | {Recht.CIJFER_INZIEN, Recht.RISICO_OPERATIONEEL}),
    Rol.WOORDVOERDER: frozenset(
        _MEDEWERKER
        | {
            Recht.CHECKLIST_BIJWERKEN,
            Recht.MEDIA_BEHEREN,
            Recht.PERSVRAAG_BEHANDELEN,
            Recht.PERSVRAAG_INZIEN,
        }
    ),
    Rol.GRIFFIER: frozenset(
        _MEDEWERKER
        | _LIJN
        | {
            Recht.ACTIE_BEHEREN,
            Recht.CHECKLIST_BIJWERKEN,
            Recht.DOCUMENT_BEHEREN,
            Recht.KETEN_BEHEREN,
            Recht.KETEN_VERTROUWELIJK,
            Recht.ORDEVERSTORING_INZIEN,
            Recht.RISICO_INZIEN,
            Recht.RISICO_OPERATIONEEL,
            Recht.STEUNPUNT_BEHEREN,
            Recht.VERGADERING_BIJHOUDEN,
        }
    ),
    Rol.COORDINATOR: frozenset(
        _MEDEWERKER
        | _LIJN
        | {
            Recht.ACTIE_BEHEREN,
            Recht.ACTIE_INZIEN_ALLE,
            Recht.BEVEILIGING_INZIEN,
            Recht.CHECKLIST_BEHEREN,
            Recht.CHECKLIST_BIJWERKEN,
            Recht.DOCUMENT_BEHEREN,
            Recht.FEIT_BEHEREN,
            Recht.INCIDENT_INZIEN_ALLE,
            Recht.KETEN_BEHEREN,
            Recht.KETEN_VERTROUWELIJK,
            Recht.MAATREGEL_BEHEREN,
            Recht.MELDLIJN_BEHEREN,
            Recht.OPVANG_BEHEREN,
            Recht.ORDEVERSTORING_INZIEN,
            Recht.PERSVRAAG_INZIEN,
            Recht.RISICO_BEHEREN,
            Recht.RISICO_INZIEN,
            Recht.RISICO_OPERATIONEEL,
            Recht.STEUNPUNT_BEHEREN,
            Recht.VERGADERING_BIJHOUDEN,
            Recht.VEROORZAKER_BEHEREN,
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
            Recht.KETEN_VERTROUWELIJK,
            Recht.MAATREGEL_BESLISSEN,
            Recht.RISICO_INZIEN,
            Recht.RISICO_OPERATIONEEL,
            Recht.RISICO_VASTSTELLEN,
        }
    ),
    Rol.OPVANG: frozenset(_MEDEWERKER | {Recht.OPVANG_GEVEN}),
    Rol.BEVEILIGING: frozenset(
        _MEDEWERKER - {Recht.RISICO_EIGEN} | {Recht.RISICO_BALIE, Recht.TOEGANGSONTZEGGING_INZIEN}
    ),
    Rol.FG: frozenset(_MEDEWERKER | {Recht.AUDIT_INZIEN, Recht.CIJFER_INZIEN}),
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

"""Who takes part in handling a case, and who must not. No commit: the view ends the transaction."""

from datetime import datetime

from sqlalchemy import select

from vob.core.errors import RegelOvertreden
from vob.core.permissions import Recht
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.gebruikers.queries import active_gebruikers

from . import rules, rules_zaak
from .betrokkenen import (
    add_betrokkene,
    delete_betrokkene,
    ensure_betrokkene,
    find_betrokken,
    find_betrokkene,
    find_genoemden,
    notify,
)
from .models import Betrokkene, Incident
from .operations import assign_lijn
from .termijnen.operations import find_eigenaar, move_acties
from .tijdlijn import note
from .values import Betrokkenrol, Deelnemersrol, Gebeurtenissoort
from .zaakacties import take_acties, take_from_ongenoemden

# Where someone with this role goes: not everyone sees the case itself.
_PAD = {Deelnemersrol.OPVANG: "/opvang", Deelnemersrol.COMMUNICATIE: "/communicatie"}


def assign_behandelaar(
    incident: Incident, wie: Gebruiker, door: Gebruiker, nu: datetime, reden: str
) -> None:
    """Hand the case over: who gets it sees it from now on, also when it is extra vertrouwelijk."""
    rules_zaak.check_reden(reden)
    gebruikers = active_gebruikers()
    rules_zaak.check_behandelaar(
        wie.id, find_betrokken(incident, gebruikers), _behandelaars(gebruikers)
    )
    if incident.behandelaar_id == wie.id:
        return
    _remove_rol(incident, Betrokkenrol.BEHANDELAAR)
    incident.behandelaar = db.session.get_one(Gebruiker, wie.id)
    add_betrokkene(incident, wie.id, Betrokkenrol.BEHANDELAAR, nu)
    db.session.flush()
    move_acties(incident)
    note(incident, f"{wie.naam}: {reden}", door, nu, Gebeurtenissoort.TOEGEWEZEN)
    notify(incident, {wie.id}, door)


def add_deelnemer(
    incident: Incident,
    rol: Deelnemersrol,
    wie: Gebruiker,
    door: Gebruiker,
    nu: datetime,
    reden: str,
) -> None:
    """Give someone a role on the case, with the reason; they hear that there is something."""
    gebruikers = active_gebruikers()
    rules_zaak.check_deelnemer(
        rol, wie.id, reden, find_betrokken(incident, gebruikers), _behandelaars(gebruikers)
    )
    if find_betrokkene(incident, Betrokkenrol(rol.value), wie.id):
        return
    add_betrokkene(incident, wie.id, Betrokkenrol(rol.value), nu)
    _note(incident, f"{wie.naam} toegevoegd als {rol.label.lower()}: {reden}", door, nu)
    notify(incident, {wie.id}, door, pad=f"/incidenten/{incident.nummer}{_PAD.get(rol, '')}")


def remove_deelnemer(
    incident: Incident, regel: Betrokkene, door: Gebruiker, nu: datetime, reden: str
) -> None:
    """Take someone's role on the case away, with the reason. Somebody must remain to handle it."""
    rules_zaak.check_reden(reden)
    blijft = _blijft(incident, regel)
    if regel.rol is Betrokkenrol.LIJN and blijft is None:
        raise RegelOvertreden("Er moet iemand overblijven. Voeg eerst iemand anders toe.")
    rol, naam = Deelnemersrol(regel.rol.value), regel.gebruiker.naam
    delete_betrokkene(regel)
    if rol is Deelnemersrol.LIJN and incident.lijn_id == regel.gebruiker_id:
        incident.lijn_id = blijft
    if incident.is_vertrouwelijk:
        take_from_ongenoemden(incident, find_eigenaar(incident) or door.id)
    _note(incident, f"{naam} is niet meer {rol.label.lower()}: {reden}", door, nu)


def _blijft(incident: Incident, regel: Betrokkene) -> int | None:
    """Someone who can handle the case when this role is gone; the handler first."""
    if incident.behandelaar_id and incident.behandelaar_id != regel.gebruiker_id:
        return incident.behandelaar_id
    return db.session.scalars(
        select(Betrokkene.gebruiker_id)
        .where(
            Betrokkene.incident_id == incident.id,
            Betrokkene.rol.in_(rules.LIJN_ROLLEN),
            Betrokkene.id != regel.id,
        )
        .order_by(Betrokkene.id)
    ).first()


def follow_genoemden(incident: Incident, door: Gebruiker, nu: datetime) -> None:
    """More is known of who took part: they may not handle the case any more, so someone else does.

    An offender who works here does not know of the case from then on, nor by an action.
    """
    gebruikers = active_gebruikers()
    genoemden = find_genoemden(incident, gebruikers)
    for rol, ids in genoemden.items():
        for id in ids:
            ensure_betrokkene(incident, id, rol, nu)
        _remove_rol(incident, rol, behalve=ids)
    betrokken = find_betrokken(incident, gebruikers)
    is_anders = _remove_line(incident, betrokken)
    if is_anders and incident.behandelaar_id is None:
        assign_lijn(incident, nu)
    db.session.flush()
    _take_acties(incident, set().union(*genoemden.values()), door, betrokken)
    if not is_anders:
        return
    move_acties(incident)
    tekst = "Wie de zaak had, is er zelf bij betrokken. De zaak ligt nu bij een ander."
    _note(incident, tekst, door, nu)
    notify(incident, {incident.behandelaar_id or incident.lijn_id}, door)


def _take_acties(incident: Incident, van: set[int], door: Gebruiker, betrokken: set[int]) -> None:
    """To who handles the case now; when that is nobody, to who wrote down who took part."""
    naar_id = find_eigenaar(incident)
    if naar_id is None and door.id not in betrokken:
        naar_id = door.id
    if van and naar_id is not None:
        take_acties(incident, van, naar_id)


def _remove_line(incident: Incident, betrokken: set[int]) -> bool:
    """Whether someone who handled the case turned out to be part of it."""
    stmt = select(Betrokkene).where(
        Betrokkene.incident_id == incident.id,
        Betrokkene.rol.in_(rules.LIJN_ROLLEN),
        Betrokkene.gebruiker_id.in_(betrokken),
    )
    regels = list(db.session.scalars(stmt))
    for regel in regels:
        delete_betrokkene(regel)
    if incident.behandelaar_id in betrokken:
        incident.behandelaar = None
        incident.behandelaar_id = None
    db.session.flush()
    return bool(regels)


def _behandelaars(gebruikers: list[Gebruiker]) -> set[int]:
    return {g.id for g in gebruikers if g.can(Recht.INCIDENT_BEHANDELEN)}


def _remove_rol(incident: Incident, rol: Betrokkenrol, behalve: set[int] = frozenset()) -> None:  # type: ignore[assignment]  # an empty set that cannot change
    stmt = select(Betrokkene).filter_by(incident_id=incident.id, rol=rol)
    for regel in db.session.scalars(stmt):
        if regel.gebruiker_id not in behalve:
            delete_betrokkene(regel)
    db.session.flush()


def _note(incident: Incident, tekst: str, door: Gebruiker, nu: datetime) -> None:
    note(incident, tekst, door, nu, Gebeurtenissoort.BETROKKENE)

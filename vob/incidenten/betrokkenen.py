"""Who is part of a case, and what is written in its timeline. No commit: the view ends it."""

from datetime import datetime
from typing import Any

from flask import g
from sqlalchemy import select

from vob.berichten.operations import queue
from vob.berichten.values import Berichtsoort
from vob.core.permissions import Recht
from vob.data import db
from vob.data.search import fold
from vob.gebruikers.models import Gebruiker
from vob.gebruikers.queries import gebruikers_with

from . import rules
from .models import Betrokkene, Gebeurtenis, Incident
from .values import Betrokkenrol, Gebeurtenissoort

ROLLEN = "zaakrollen"  # in `g`: what the user of this request is to a case, once asked


def getroffenen_met_inzage(incident: Incident) -> set[int]:
    """Who was hit, if chosen from the list. A typed name that a coordinator bears counts too:
    a coordinator sees the case anyway, and being named takes the handling away."""
    if incident.getroffene_id:
        return {incident.getroffene_id}
    if incident.is_vertrouwelijk:
        return set()
    return find_getroffenen(incident, gebruikers_with(Recht.INCIDENT_INZIEN_ALLE))


def find_getroffenen(incident: Incident, gebruikers: list[Gebruiker]) -> set[int]:
    """Whom the case is about, also when only a name was typed that someone here bears.

    A typed name keeps someone out of the line; it never lets anyone in.
    """
    naam = fold(incident.getroffene_naam or "")
    zelfde = {gebruiker.id for gebruiker in gebruikers if fold(gebruiker.naam) == naam}
    return zelfde | ({incident.getroffene_id} if incident.getroffene_id else set())


def find_genoemden(incident: Incident, gebruikers: list[Gebruiker]) -> dict[Betrokkenrol, set[int]]:
    """Who of us is named as offender or witness. The melder knows of the case already."""
    teksten = {
        Betrokkenrol.VEROORZAKER: fold(incident.veroorzaker or ""),
        Betrokkenrol.GETUIGE: fold(incident.getuigen or ""),
    }
    return {
        rol: {
            g.id
            for g in gebruikers
            if g.id != incident.melder_id and rules.noemt(tekst, fold(g.naam))
        }
        for rol, tekst in teksten.items()
    }


def find_betrokken(incident: Incident, gebruikers: list[Gebruiker]) -> set[int]:
    """Everyone of us who is part of what happened, and so never handles the case."""
    genoemd = find_genoemden(incident, gebruikers)
    return find_getroffenen(incident, gebruikers).union(*genoemd.values())


def find_betrokkene(incident: Incident, rol: Betrokkenrol, gebruiker_id: int) -> Betrokkene | None:
    stmt = select(Betrokkene).filter_by(incident_id=incident.id, rol=rol, gebruiker_id=gebruiker_id)
    return db.session.scalar(stmt)


def ensure_betrokkene(
    incident: Incident, gebruiker_id: int, rol: Betrokkenrol, nu: datetime
) -> None:
    """Once is enough."""
    if find_betrokkene(incident, rol, gebruiker_id) is None:
        add_betrokkene(incident, gebruiker_id, rol, nu)


def add_betrokkene(incident: Incident, gebruiker_id: int, rol: Betrokkenrol, nu: datetime) -> None:
    db.session.add(
        Betrokkene(incident_id=incident.id, gebruiker_id=gebruiker_id, rol=rol, sinds=nu)
    )
    g.pop(ROLLEN, None)


def delete_betrokkene(betrokkene: Betrokkene) -> None:
    db.session.delete(betrokkene)
    g.pop(ROLLEN, None)


def add_gebeurtenis(
    incident: Incident,
    soort: Gebeurtenissoort,
    auteur_id: int | None,
    nu: datetime,
    **waarden: Any,
) -> Gebeurtenis:
    """A line in the timeline: `tekst`, `status`, `is_intern` as needed."""
    gebeurtenis = Gebeurtenis(
        incident_id=incident.id, soort=soort, auteur_id=auteur_id, moment=nu, **waarden
    )
    db.session.add(gebeurtenis)
    return gebeurtenis


def notify(
    incident: Incident,
    wie: set[int | None],
    behalve: Gebruiker,
    soort: Berichtsoort = Berichtsoort.KLAAR,
    pad: str = "",
) -> None:
    """A mail that says nothing but that there is something, with a link."""
    pad = pad or f"/incidenten/{incident.nummer}"  # not by url_for: also outside a request
    ids = [id for id in wie - {behalve.id} if id is not None]
    stmt = select(Gebruiker).where(Gebruiker.id.in_(ids), Gebruiker.is_actief)
    for gebruiker in db.session.scalars(stmt):
        queue(gebruiker, soort, pad)

"""Who is part of a case, and what is written in its timeline. No commit: the view ends it."""

from datetime import datetime
from typing import Any

from flask import g

from vob.core.permissions import Recht
from vob.data import db
from vob.data.search import fold
from vob.gebruikers.models import Gebruiker
from vob.gebruikers.queries import gebruikers_with

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

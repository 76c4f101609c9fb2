"""Making a case and sending it down its line. No commit: the view ends the transaction."""

from datetime import datetime
from typing import Any

from sqlalchemy import func, select, text

from vob.berichten.operations import queue
from vob.berichten.values import Berichtsoort
from vob.core.clock import TZ
from vob.core.permissions import Recht
from vob.data import begin_write, db
from vob.gebruikers.models import Gebruiker
from vob.gebruikers.queries import active_gebruikers, gebruikers_with

from . import rules
from .betrokkenen import (
    add_betrokkene,
    add_gebeurtenis,
    ensure_betrokkene,
    find_betrokken,
    find_genoemden,
    find_getroffenen,
    getroffenen_met_inzage,
)
from .models import Incident, Meldlijn
from .termijnen.operations import start_bij_melding
from .values import Betrokkenrol, Gebeurtenissoort

__all__ = [
    "add_betrokkene",
    "add_gebeurtenis",
    "assign_lijn",
    "create_incident",
    "find_getroffenen",
    "getroffenen_met_inzage",
]

_LOCK = 72_012  # PostgreSQL advisory lock: one number at a time


def create_incident(melder_id: int, waarden: dict[str, Any], nu: datetime) -> Incident:
    """A new case, with its number, in its line. `waarden`: columns by name, and `vormen`."""
    waarden = dict(waarden)
    vormen, vertrouwelijk = waarden.pop("vormen"), waarden.pop("is_vertrouwelijk", False)
    if getroffene_id := waarden.get("getroffene_id"):
        waarden["getroffene_functie"] = db.session.get_one(Gebruiker, getroffene_id).functie
    incident = Incident(melder_id=melder_id, gemeld_op=nu, **_next_nummer(nu), **waarden)
    incident.set_vormen(vormen)
    incident.is_acuut = rules.is_acuut(incident.nu_veilig)
    incident.titel = incident.titel or rules.stel_titel_voor(incident.hoofdvorm, incident.plaats)
    if vertrouwelijk:
        incident.set_vertrouwelijk(True)
    db.session.add(incident)
    db.session.flush()
    with db.session.no_autoflush:  # all at once: meanwhile nobody else can report
        _fill(incident, nu)
    return incident


def _fill(incident: Incident, nu: datetime) -> None:
    """Who is part of a new case, its first line, its clocks and its mail."""
    add_betrokkene(incident, incident.melder_id, Betrokkenrol.MELDER, nu)
    for getroffene_id in getroffenen_met_inzage(incident):
        add_betrokkene(incident, getroffene_id, Betrokkenrol.GETROFFENE, nu)
    for rol, ids in find_genoemden(incident, active_gebruikers()).items():
        for id in ids:
            add_betrokkene(incident, id, rol, nu)
    add_gebeurtenis(incident, Gebeurtenissoort.GEMELD, incident.melder_id, nu)
    routering = assign_lijn(incident, nu)
    start_bij_melding(incident)
    _notify(incident, routering)


def _next_nummer(nu: datetime) -> dict[str, Any]:
    """Numbers follow each other within a year. Two at once wait for each other."""
    begin_write(db.session)
    if db.session.connection().dialect.name == "postgresql":
        db.session.execute(text("select pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    jaar = nu.astimezone(TZ).year
    laatste = db.session.scalar(select(func.max(Incident.volgnummer)).filter_by(jaar=jaar))
    volgnummer = (laatste or 0) + 1
    return {
        "jaar": jaar,
        "volgnummer": volgnummer,
        "nummer": rules.maak_nummer(jaar, volgnummer),
    }


def assign_lijn(incident: Incident, nu: datetime) -> rules.Routering:
    """Send the case to whom it belongs, and let those see it. Who it is about is passed over."""
    gebruikers = active_gebruikers()
    lijn = db.session.scalar(select(Meldlijn).filter_by(functie=incident.getroffene_functie))
    routering = rules.bepaal_routering(
        eerste_id=lijn.eerste_id if lijn else None,
        vervanger_id=lijn.vervanger_id if lijn else None,
        coordinatoren=[g.id for g in gebruikers if g.can(Recht.INCIDENT_INZIEN_ALLE)],
        getroffenen=find_betrokken(incident, gebruikers),
        beschikbaar={g.id for g in gebruikers if g.can(Recht.INCIDENT_BEHANDELEN)},
    )
    incident.lijn_id = routering.eerste_id
    incident.is_via_vervanger = routering.is_via_vervanger
    for gebruiker_id in routering.lijn_ids:
        ensure_betrokkene(incident, gebruiker_id, Betrokkenrol.LIJN, nu)
    return routering


def _notify(incident: Incident, routering: rules.Routering) -> None:
    """Mail who gets it first; in danger everyone in the line, and the coordinators. Only a link."""
    wie = {routering.eerste_id}
    if incident.is_acuut and not incident.is_vertrouwelijk:
        wie |= {g.id for g in gebruikers_with(Recht.INCIDENT_INZIEN_ALLE)}
    if incident.is_acuut:
        wie |= set(routering.lijn_ids)
    gebruikers = active_gebruikers()
    wie -= {None, incident.melder_id, *find_betrokken(incident, gebruikers)}
    pad = f"/incidenten/{incident.nummer}"  # not by url_for: also outside a request
    for gebruiker in gebruikers:
        if gebruiker.id in wie:
            queue(gebruiker, Berichtsoort.KLAAR, pad)

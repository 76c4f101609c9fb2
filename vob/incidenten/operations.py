"""Making a case and sending it down its line. No commit: the view ends the transaction."""

from datetime import datetime
from typing import Any

from sqlalchemy import func, select, text

from vob.berichten.operations import queue
from vob.berichten.values import Berichtsoort
from vob.core.clock import TZ
from vob.core.permissions import Recht
from vob.data import begin_write, db
from vob.data.search import fold
from vob.gebruikers.models import Gebruiker
from vob.gebruikers.queries import active_gebruikers, gebruikers_with

from . import rules
from .models import Betrokkene, Gebeurtenis, Incident, Meldlijn
from .values import Betrokkenrol, Gebeurtenissoort

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
    add_betrokkene(incident, melder_id, Betrokkenrol.MELDER, nu)
    for getroffene_id in getroffenen_met_inzage(incident):
        add_betrokkene(incident, getroffene_id, Betrokkenrol.GETROFFENE, nu)
    add_gebeurtenis(incident, Gebeurtenissoort.GEMELD, melder_id, nu)
    routering = assign_lijn(incident, nu)
    _notify(incident, routering)
    return incident


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
        getroffenen=find_getroffenen(incident, gebruikers),
        beschikbaar={g.id for g in gebruikers if g.can(Recht.INCIDENT_BEHANDELEN)},
    )
    incident.lijn_id = routering.eerste_id
    incident.is_via_vervanger = routering.is_via_vervanger
    for gebruiker_id in routering.lijn_ids:
        add_betrokkene(incident, gebruiker_id, Betrokkenrol.LIJN, nu)
    return routering


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


def _notify(incident: Incident, routering: rules.Routering) -> None:
    """Mail who gets it first; in danger everyone in the line, and the coordinators. Only a link."""
    wie = {routering.eerste_id}
    if incident.is_acuut and not incident.is_vertrouwelijk:
        wie |= {g.id for g in gebruikers_with(Recht.INCIDENT_INZIEN_ALLE)}
    if incident.is_acuut:
        wie |= set(routering.lijn_ids)
    wie -= {None, incident.melder_id, incident.getroffene_id}
    pad = f"/incidenten/{incident.nummer}"  # not by url_for: also outside a request
    for gebruiker in active_gebruikers():
        if gebruiker.id in wie:
            queue(gebruiker, Berichtsoort.KLAAR, pad)


def add_betrokkene(incident: Incident, gebruiker_id: int, rol: Betrokkenrol, nu: datetime) -> None:
    db.session.add(
        Betrokkene(incident_id=incident.id, gebruiker_id=gebruiker_id, rol=rol, sinds=nu)
    )


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

"""What people do to a case. One function per act; no commit: the view ends the transaction."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import select

from vob.berichten.operations import queue
from vob.berichten.values import Berichtsoort
from vob.core.errors import RegelOvertreden
from vob.core.permissions import Recht
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.gebruikers.queries import active_gebruikers, gebruikers_with

from . import rules, rules_zaak
from .betrokkenen import (
    add_betrokkene,
    add_gebeurtenis,
    delete_betrokkene,
    find_getroffenen,
    getroffenen_met_inzage,
)
from .models import Betrokkene, Incident
from .termijnen.operations import move_acties, start_bij_feiten
from .values import Betrokkenrol, Ernst, Gebeurtenissoort, Status, Vorm


def change_status(
    incident: Incident, naar: Status, door: Gebruiker, nu: datetime, reden: str = ""
) -> None:
    """Along the transition table. Who takes a case up that nobody had, handles it from then on."""
    rules.check_overgang(incident.status, naar, is_coordinator(door), reden)
    if naar is Status.IN_BEHANDELING and incident.behandelaar_id is None:
        assign_behandelaar(incident, door, door, nu)
    if gebrek := rules_zaak.ontbreekt(naar, incident.ernst, incident.behandelaar_id is not None):
        raise RegelOvertreden(gebrek)
    incident.change_status(naar, nu, is_coordinator(door), reden)
    add_gebeurtenis(incident, Gebeurtenissoort.STATUS, door.id, nu, status=naar)
    if reden.strip():  # beside it, because the melder sees the step and not the reason
        add_notitie(incident, reden.strip(), door, nu)
    _notify(incident, _eigen(incident), door)


def is_coordinator(gebruiker: Gebruiker) -> bool:
    return gebruiker.can(Recht.INCIDENT_INZIEN_ALLE)


def assign_behandelaar(incident: Incident, wie: Gebruiker, door: Gebruiker, nu: datetime) -> None:
    """Hand the case over: who gets it sees it from now on, also when it is extra vertrouwelijk."""
    _check_behandelaar(incident, wie.id)
    if incident.behandelaar_id == wie.id:
        return
    _remove(incident, Betrokkenrol.BEHANDELAAR)
    incident.behandelaar = db.session.get_one(Gebruiker, wie.id)
    add_betrokkene(incident, wie.id, Betrokkenrol.BEHANDELAAR, nu)
    db.session.flush()
    move_acties(incident)
    _note(incident, Gebeurtenissoort.TOEGEWEZEN, door, nu, wie.naam)
    _notify(incident, {wie.id}, door)


def add_meelezer(incident: Incident, wie: Gebruiker, door: Gebruiker, nu: datetime) -> None:
    """Name someone on the case, as part of its line."""
    _check_behandelaar(incident, wie.id)
    if _find(incident, Betrokkenrol.LIJN, wie.id):
        return
    add_betrokkene(incident, wie.id, Betrokkenrol.LIJN, nu)
    _note(incident, Gebeurtenissoort.BETROKKENE, door, nu, f"{wie.naam} leest en behandelt mee.")
    _notify(incident, {wie.id}, door)


def remove_meelezer(incident: Incident, wie: Gebruiker, door: Gebruiker, nu: datetime) -> None:
    """Someone no longer belongs to the line of this case. Somebody must remain."""
    blijft = db.session.scalars(
        select(Betrokkene.gebruiker_id).where(
            Betrokkene.incident_id == incident.id,
            Betrokkene.rol.in_(rules.LIJN_ROLLEN),
            Betrokkene.gebruiker_id != wie.id,
        )
    ).first()
    if blijft is None and incident.behandelaar_id != wie.id:
        raise RegelOvertreden("Er moet iemand overblijven. Voeg eerst iemand anders toe.")
    regel = _find(incident, Betrokkenrol.LIJN, wie.id)
    if regel is None:
        return
    delete_betrokkene(regel)
    if incident.lijn_id == wie.id:
        incident.lijn_id = incident.behandelaar_id or blijft
    _note(incident, Gebeurtenissoort.BETROKKENE, door, nu, f"{wie.naam} leest niet meer mee.")


def set_ernst(incident: Incident, ernst: Ernst, door: Gebruiker, nu: datetime) -> None:
    if not rules_zaak.mag_beoordelen(is_coordinator(door), incident.is_vertrouwelijk):
        raise RegelOvertreden("De coördinator beoordeelt hoe ernstig een zaak is.")
    if ernst is not incident.ernst:
        incident.ernst = ernst
        _note(incident, Gebeurtenissoort.BEOORDEELD, door, nu, ernst.label)


def set_vertrouwelijk(
    incident: Incident, vertrouwelijk: bool, door: Gebruiker, nu: datetime
) -> None:
    """Only those named see it from now on; who decides so is one of them."""
    if incident.is_vertrouwelijk == vertrouwelijk:
        return
    if vertrouwelijk and not any(_find(incident, rol, door.id) for rol in rules.LIJN_ROLLEN):
        add_betrokkene(incident, door.id, Betrokkenrol.LIJN, nu)
    incident.set_vertrouwelijk(vertrouwelijk)
    if not vertrouwelijk:  # a coordinator whose name was typed sees it from now on
        for wie in getroffenen_met_inzage(incident):
            if not _find(incident, Betrokkenrol.GETROFFENE, wie):
                add_betrokkene(incident, wie, Betrokkenrol.GETROFFENE, nu)
    tekst = "Extra vertrouwelijk gemaakt." if vertrouwelijk else "Niet meer extra vertrouwelijk."
    _note(incident, Gebeurtenissoort.GEWIJZIGD, door, nu, tekst)


def add_notitie(incident: Incident, tekst: str, door: Gebruiker, nu: datetime) -> None:
    """For those who handle the case; melder and getroffene never see it."""
    _note(incident, Gebeurtenissoort.NOTITIE, door, nu, tekst)


def send_bericht(
    incident: Incident, tekst: str, door: Gebruiker, nu: datetime, *, van_behandelaar: bool
) -> None:
    """A message between those who handle the case and those it came from or is about."""
    soort = Gebeurtenissoort.BERICHT_VAN_MELDER
    naar = {incident.behandelaar_id or incident.lijn_id}
    if van_behandelaar:
        soort, naar = Gebeurtenissoort.BERICHT_AAN_MELDER, _eigen(incident)
    add_gebeurtenis(incident, soort, door.id, nu, tekst=tekst)
    _notify(incident, naar, door, Berichtsoort.REACTIE)


def update_feiten(
    incident: Incident,
    waarden: dict[str, Any],
    vormen: Iterable[Vorm],
    door: Gebruiker,
    nu: datetime,
) -> None:
    """What is known of the case has changed. `waarden`: attributes by name."""
    anders = [naam for naam, waarde in waarden.items() if _differs(getattr(incident, naam), waarde)]
    for naam in anders:
        setattr(incident, naam, waarden[naam])
    gekozen = list(vormen)
    andere_vormen = [vorm.value for vorm in gekozen] != incident.vormen
    if andere_vormen:
        incident.vormregels = []
        db.session.flush()  # the old lines go before the new ones come
        incident.set_vormen(gekozen)
    if anders or andere_vormen:
        start_bij_feiten(incident)
        _note(incident, Gebeurtenissoort.GEWIJZIGD, door, nu, "De feiten zijn bijgewerkt.")


def _differs(was: Any, wordt: Any) -> bool:
    """Empty in a form and not yet known are the same; a form knows no seconds."""
    if isinstance(was, datetime) and isinstance(wordt, datetime):
        return was.replace(second=0, microsecond=0) != wordt
    return (was or None) != (wordt or None)


def note_bijlagen(incident: Incident, door: Gebruiker, nu: datetime, *, is_intern: bool) -> None:
    """That files were added; which ones stands with the attachments."""
    add_gebeurtenis(incident, Gebeurtenissoort.BIJLAGE, door.id, nu, is_intern=is_intern)
    if not is_intern and door.id in _eigen(incident):
        _notify(incident, {incident.behandelaar_id or incident.lijn_id}, door)


def _note(
    incident: Incident, soort: Gebeurtenissoort, door: Gebruiker, nu: datetime, tekst: str
) -> None:
    add_gebeurtenis(incident, soort, door.id, nu, tekst=tekst, is_intern=True)


def _check_behandelaar(incident: Incident, id: int) -> None:
    getroffenen = find_getroffenen(incident, active_gebruikers())
    behandelaars = {g.id for g in gebruikers_with(Recht.INCIDENT_BEHANDELEN)}
    rules_zaak.check_behandelaar(id, getroffenen, behandelaars)


def _find(incident: Incident, rol: Betrokkenrol, gebruiker_id: int) -> Betrokkene | None:
    stmt = select(Betrokkene).filter_by(incident_id=incident.id, rol=rol, gebruiker_id=gebruiker_id)
    return db.session.scalar(stmt)


def _remove(incident: Incident, rol: Betrokkenrol) -> None:
    stmt = select(Betrokkene).filter_by(incident_id=incident.id, rol=rol)
    for regel in db.session.scalars(stmt):
        delete_betrokkene(regel)
    db.session.flush()


def _eigen(incident: Incident) -> set[int | None]:
    """Those it came from or is about."""
    return {incident.melder_id, incident.getroffene_id}


def _notify(
    incident: Incident,
    wie: set[int | None],
    behalve: Gebruiker,
    soort: Berichtsoort = Berichtsoort.KLAAR,
) -> None:
    """A mail that says nothing but that there is something, with a link."""
    pad = f"/incidenten/{incident.nummer}"  # not by url_for: also outside a request
    ids = [id for id in wie - {behalve.id} if id is not None]
    stmt = select(Gebruiker).where(Gebruiker.id.in_(ids), Gebruiker.is_actief)
    for gebruiker in db.session.scalars(stmt):
        queue(gebruiker, soort, pad)

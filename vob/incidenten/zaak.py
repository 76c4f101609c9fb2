"""What people do to a case. One function per act; no commit: the view ends the transaction."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from vob.berichten.values import Berichtsoort
from vob.core.errors import RegelOvertreden
from vob.core.permissions import Recht
from vob.data import db
from vob.gebruikers.models import Gebruiker

from . import onderdelen, rules, rules_zaak
from .aangifte.klokken import by_klacht
from .betrokkenen import (
    add_betrokkene,
    add_gebeurtenis,
    find_betrokkene,
    getroffenen_met_inzage,
    notify,
)
from .deelnemers import assign_behandelaar, follow_genoemden
from .models import Incident
from .termijnen.operations import (
    find_eigenaar,
    from_feiten,
    move_acties,
    start_bij_feiten,
)
from .values import Betrokkenrol, Ernst, Gebeurtenissoort, Status, Vorm
from .zaakacties import take_from_ongenoemden


def change_status(
    incident: Incident, naar: Status, door: Gebruiker, nu: datetime, reden: str = ""
) -> None:
    """Along the transition table. Who takes a case up that nobody had, handles it from then on."""
    mag_afronden = rules_zaak.mag_beoordelen(is_coordinator(door), incident.is_vertrouwelijk)
    rules.check_overgang(incident.status, naar, mag_afronden, reden)
    if naar is Status.IN_BEHANDELING and incident.behandelaar_id is None:
        assign_behandelaar(incident, door, door, nu, "heeft de zaak opgepakt")
    if zinnen := gebreken(incident, naar):
        raise RegelOvertreden(" ".join(zinnen))
    heropend = rules.is_heropening(incident.status, naar)
    incident.change_status(naar, nu, mag_afronden, reden)
    add_gebeurtenis(incident, Gebeurtenissoort.STATUS, door.id, nu, status=naar)
    if reden.strip() and heropend:  # beside it: the melder sees the step and not the reason
        add_notitie(incident, reden.strip(), door, nu)
    onderdelen.apply_overgang(incident, naar, nu)
    notify(incident, _eigen(incident), door)


def gebreken(incident: Incident, naar: Status) -> list[str]:
    """Everything that is missing before this step, of the case itself and of each of its parts."""
    eigen = rules_zaak.ontbreekt(
        naar,
        incident.ernst,
        heeft_behandelaar=incident.behandelaar_id is not None,
        wacht_op_terugkoppeling=incident.terugkoppeling_op is None
        and rules_zaak.moet_terugkoppelen(_eigen(incident), incident.behandelaar_id),
    )
    return eigen + onderdelen.gebreken(incident, naar)


def is_coordinator(gebruiker: Gebruiker) -> bool:
    return gebruiker.can(Recht.INCIDENT_INZIEN_ALLE)


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
    if vertrouwelijk and not any(
        find_betrokkene(incident, rol, door.id) for rol in rules.LIJN_ROLLEN
    ):
        add_betrokkene(incident, door.id, Betrokkenrol.LIJN, nu)
    incident.set_vertrouwelijk(vertrouwelijk)
    if not vertrouwelijk:  # a coordinator whose name was typed sees it from now on
        for wie in getroffenen_met_inzage(incident):
            if not find_betrokkene(incident, Betrokkenrol.GETROFFENE, wie):
                add_betrokkene(incident, wie, Betrokkenrol.GETROFFENE, nu)
    db.session.flush()
    move_acties(incident, door.id)  # an action would tell who is not named that there is a case
    tekst = "Niet meer extra vertrouwelijk."
    if vertrouwelijk:
        naar_id = find_eigenaar(incident) or door.id
        over = take_from_ongenoemden(incident, naar_id)
        tekst = "Extra vertrouwelijk gemaakt."
        if over:
            naam = db.session.get_one(Gebruiker, naar_id).naam
            tekst += f" Acties van mensen die hier niet bij staan, zijn nu van {naam}: {over}."
    _note(incident, Gebeurtenissoort.GEWIJZIGD, door, nu, tekst)


def add_notitie(incident: Incident, tekst: str, door: Gebruiker, nu: datetime) -> None:
    """For those who handle the case; melder and getroffene never see it."""
    _note(incident, Gebeurtenissoort.NOTITIE, door, nu, tekst)


def send_bericht(
    incident: Incident,
    tekst: str,
    door: Gebruiker,
    nu: datetime,
    *,
    van_behandelaar: bool,
    is_terugkoppeling: bool = False,
) -> None:
    """A message between those who handle the case and those it came from or is about.

    `is_terugkoppeling`: it tells what was done about the report; a case is not closed without.
    """
    soort = Gebeurtenissoort.BERICHT_VAN_MELDER
    naar = {incident.behandelaar_id or incident.lijn_id}
    if van_behandelaar:
        soort, naar = Gebeurtenissoort.BERICHT_AAN_MELDER, _eigen(incident)
        incident.bericht_op = None
    else:
        incident.bericht_op = incident.bericht_op or nu
    if van_behandelaar and is_terugkoppeling:
        soort, incident.terugkoppeling_op = Gebeurtenissoort.TERUGKOPPELING, nu
    add_gebeurtenis(incident, soort, door.id, nu, tekst=tekst)
    notify(incident, naar, door, Berichtsoort.REACTIE)


def update_feiten(
    incident: Incident,
    waarden: dict[str, Any],
    vormen: Iterable[Vorm],
    door: Gebruiker,
    nu: datetime,
) -> None:
    """What is known of the case has changed. `waarden`: attributes by name."""
    starts = from_feiten(incident)
    anders = [naam for naam, waarde in waarden.items() if _differs(getattr(incident, naam), waarde)]
    for naam in anders:
        setattr(incident, naam, waarden[naam])
    if "nu_veilig" in anders:
        incident.is_acuut = rules.is_acuut(incident.nu_veilig)
    gekozen = list(vormen)
    andere_vormen = [vorm.value for vorm in gekozen] != incident.vormen
    if andere_vormen:
        incident.vormregels = []
        db.session.flush()  # the old lines go before the new ones come
        incident.set_vormen(gekozen)
    if anders or andere_vormen:
        follow_genoemden(incident, door, nu)
        start_bij_feiten(incident, starts, by_klacht(incident))
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
        notify(incident, {incident.behandelaar_id or incident.lijn_id}, door)


def _note(
    incident: Incident, soort: Gebeurtenissoort, door: Gebruiker, nu: datetime, tekst: str
) -> None:
    add_gebeurtenis(incident, soort, door.id, nu, tekst=tekst, is_intern=True)


def _eigen(incident: Incident) -> set[int | None]:
    """Those it came from or is about."""
    return {incident.melder_id, incident.getroffene_id}

"""What people do in care. One function per act; no commit: the view ends the transaction."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from vob.berichten.operations import queue
from vob.berichten.values import Berichtsoort
from vob.core.errors import RegelOvertreden
from vob.data import begin_write, db
from vob.gebruikers.models import Gebruiker

from .. import tijdlijn
from ..betrokkenen import delete_betrokkene, ensure_betrokkene, find_betrokken
from ..models import Betrokkene, Incident
from ..termijnen.operations import resume_termijn, start_termijn, stop_termijn
from ..termijnen.values import Termijnsoort
from ..values import Betrokkenrol
from . import rules
from .models import Opvangmoment, Opvangtraject
from .queries import has_traject, is_voor_getroffene, list_inzetbaar
from .values import Momentsoort, Momentstand, Opvangrol

_KLOK: dict[Momentsoort, Termijnsoort] = {
    Momentsoort.GESPREK: Termijnsoort.OPVANGGESPREK,
    Momentsoort.VERVOLG_1: Termijnsoort.VERVOLG_1,
    Momentsoort.VERVOLG_2: Termijnsoort.VERVOLG_2,
    Momentsoort.NAVRAAG: Termijnsoort.KLACHTENCHECK,
}


def create_traject(
    incident: Incident, waarden: dict[str, Any], door: Gebruiker, nu: datetime
) -> Opvangtraject:
    """Care for one person. `waarden`: columns by name, and `opvangpersoon_id`."""
    begin_write(db.session)
    opvangpersoon_id = waarden.pop("opvangpersoon_id", None)
    if has_traject(incident, waarden.get("gebruiker_id")):
        raise RegelOvertreden("Voor deze persoon is de opvang al geregeld.")
    traject = Opvangtraject(incident_id=incident.id, incident=incident, **waarden)
    db.session.add(traject)
    db.session.flush()
    if opvangpersoon_id:
        assign_opvangpersoon(traject, opvangpersoon_id, door, nu)
    return traject


def ask_opvang(incident: Incident, wie: Gebruiker, nu: datetime) -> None:
    """Who it happened to asks for care; once is enough. Who handles the case hears it."""
    begin_write(db.session)
    if has_traject(incident, wie.id):
        return
    db.session.add(
        Opvangtraject(
            incident_id=incident.id,
            voor=Opvangrol.GETROFFENE,
            gebruiker_id=wie.id,
            gevraagd_op=nu,
        )
    )
    tijdlijn.note(incident, "Opvang gevraagd.", wie, nu)
    naar = db.session.get(Gebruiker, incident.behandelaar_id or incident.lijn_id or 0)
    _notify(naar, incident)


def assign_opvangpersoon(
    traject: Opvangtraject, wie_id: int, door: Gebruiker, nu: datetime
) -> None:
    """From now on this person sees the care, and whoever had it before does not any more."""
    team = {lid.gebruiker_id: lid.gebruiker for lid in list_inzetbaar()}
    incident, vorige = traject.incident, traject.opvangpersoon_id
    betrokken = find_betrokken(incident, list(team.values()))
    rules.check_opvangpersoon(wie_id, team, betrokken | {traject.gebruiker_id})
    if vorige == wie_id and _find(incident.id, wie_id):
        return
    traject.opvangpersoon, traject.toegewezen_op = team[wie_id], nu
    traject.opvangpersoon_id = wie_id
    db.session.flush()
    if vorige is not None:
        _withdraw(incident.id, vorige)
    ensure_betrokkene(incident, wie_id, Betrokkenrol.OPVANG, nu)
    tijdlijn.note(incident, f"{team[wie_id].naam} is opvangpersoon.", door, nu)
    if wie_id != door.id:
        _notify(team[wie_id], incident)


def add_moment(
    traject: Opvangtraject, waarden: dict[str, Any], door: Gebruiker, nu: datetime
) -> Opvangmoment:
    """That care was offered, or given. `waarden`: columns by name."""
    standaard = {"stand": Momentstand.AANGEBODEN, "door_id": door.id, "aangeboden_op": nu}
    moment = Opvangmoment(traject=traject, door=door, **(standaard | waarden))
    if moment.stand in rules.ANTWOORDEN:
        moment.beantwoord_op = nu
    db.session.add(moment)
    _note(moment, door, nu)
    if is_voor_getroffene(traject) and moment.soort in rules.GESPREKKEN:
        stop_termijn(traject.incident, Termijnsoort.NAZORG, nu, uitkomst="Opvang aangeboden.")
    _follow_klok(moment, nu)
    return moment


def change_moment(
    moment: Opvangmoment,
    naar: Momentstand,
    door: Gebruiker,
    nu: datetime,
    vandaag: date,
    *,
    is_antwoord: bool = False,
) -> None:
    """What became of an offer. `is_antwoord`: said by who it is for."""
    van = moment.stand
    moment.change_stand(naar, nu, vandaag, is_antwoord=is_antwoord)
    _note(moment, door, nu)
    if van is Momentstand.AFGEWEZEN:
        _resume_klok(moment)
    _follow_klok(moment, nu)
    opvangpersoon = moment.traject.opvangpersoon
    if is_antwoord and opvangpersoon:
        _notify(opvangpersoon, moment.traject.incident)


def _note(moment: Opvangmoment, door: Gebruiker, nu: datetime) -> None:
    """The timeline knows that it was offered; for whom, and by whom, stands with the care."""
    tekst = f"{moment.soort.label}: {moment.stand.label.lower()}."
    tijdlijn.note(moment.traject.incident, tekst, door, nu)


def _follow_klok(moment: Opvangmoment, nu: datetime) -> None:
    """The clock of this talk stops when it was held or not wanted; a talk starts the next ones."""
    traject, klok = moment.traject, _KLOK.get(moment.soort)
    if klok is None or moment.stand not in (Momentstand.GEHOUDEN, Momentstand.AFGEWEZEN):
        return
    betreft = "" if is_voor_getroffene(traject) else traject.wie
    stop_termijn(traject.incident, klok, nu, betreft=betreft, uitkomst=moment.stand.label)
    if moment.soort is Momentsoort.GESPREK and moment.stand is Momentstand.GEHOUDEN:
        op = moment.gehouden_op or nu
        for soort in (Termijnsoort.VERVOLG_1, Termijnsoort.VERVOLG_2):
            start_termijn(traject.incident, soort, op, betreft=betreft)
        voorval = traject.incident.voorval_op
        start_termijn(traject.incident, Termijnsoort.KLACHTENCHECK, voorval, betreft=betreft)


def _resume_klok(moment: Opvangmoment) -> None:
    """Who came back on a no gets the talk in time after all: its clock runs on from when it ran."""
    traject, klok = moment.traject, _KLOK.get(moment.soort)
    if klok is not None:
        betreft = "" if is_voor_getroffene(traject) else traject.wie
        uitkomst = Momentstand.AFGEWEZEN.label
        resume_termijn(traject.incident, klok, uitkomst, betreft=betreft)


def finish_traject(traject: Opvangtraject, vandaag: date) -> None:
    """The care is done. Who gave it keeps seeing that it was given."""
    traject.afgerond_op = vandaag


def _withdraw(incident_id: int, gebruiker_id: int) -> None:
    """Who gives no care in this case any more is no part of it."""
    nog = select(Opvangtraject.id).filter_by(incident_id=incident_id, opvangpersoon_id=gebruiker_id)
    if db.session.scalar(nog) is None and (regel := _find(incident_id, gebruiker_id)):
        delete_betrokkene(regel)


def _find(incident_id: int, gebruiker_id: int) -> Betrokkene | None:
    stmt = select(Betrokkene).filter_by(
        incident_id=incident_id, gebruiker_id=gebruiker_id, rol=Betrokkenrol.OPVANG
    )
    return db.session.scalar(stmt)


def _notify(naar: Gebruiker | None, incident: Incident) -> None:
    """A mail that says nothing but that there is something, with a link."""
    if naar and naar.is_actief:
        queue(naar, Berichtsoort.KLAAR, f"/incidenten/{incident.nummer}/opvang")

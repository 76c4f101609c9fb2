"""Starting and stopping clocks. No commit: the view ends the transaction."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from vob.acties import gevolgen
from vob.acties.models import Actie
from vob.acties.values import OPEN
from vob.acties.values import Status as Actiestatus
from vob.core.permissions import Recht
from vob.data import begin_write, db
from vob.gebruikers.queries import active_gebruikers

from .. import betrokkenen
from ..models import Incident
from ..values import Vorm
from . import rules
from .instellingen import term_of
from .models import Zaaktermijn
from .rules import Einde
from .values import Termijnsoort

Starts = dict[Termijnsoort, datetime | date]  # from when each kind of clock runs
VASTGELEGD = "Vastgelegd in de zaak."  # what the action says; how it went stands in the case


def start_termijn(
    incident: Incident,
    soort: Termijnsoort,
    vanaf: datetime | date,
    *,
    betreft: str = "",
    eigenaar_id: int | None = None,
    opnieuw: bool = False,
) -> Zaaktermijn:
    """Let a clock run from this moment or day; it becomes an action of its owner.

    The same once more changes nothing. Another start of a clock that runs moves it (the last act of
    stalking). One that was stopped starts anew from another moment; from the same one only when
    someone says that what it was for is open again (`opnieuw`). `betreft`: for whom, where a case
    has several victims. Without `eigenaar_id` the action is for who handles the case.
    """
    begin_write(db.session)
    begin = rules.begin_van(vanaf)
    eerder = _find(incident, soort, betreft)
    loopt = next((t for t in eerder if t.gestopt_op is None), None)
    termijn = loopt or next((t for t in eerder if t.vanaf == begin), None)
    if termijn is None:
        termijn = Zaaktermijn(
            incident_id=incident.id, soort=soort, betreft=betreft, eigenaar_id=eigenaar_id
        )
    elif termijn.vanaf == begin and (termijn is loopt or not opnieuw):
        return termijn
    _reopen(termijn, incident)
    _set_start(termijn, incident, vanaf)
    db.session.add(termijn)
    db.session.flush()
    return termijn


def stop_termijn(
    incident: Incident,
    soort: Termijnsoort,
    moment: datetime,
    *,
    betreft: str = "",
    uitkomst: str = "",
) -> Zaaktermijn | None:
    """What the clock was for is done: its action too. None when no such clock runs."""
    begin_write(db.session)
    loopt = [t for t in _find(incident, soort, betreft) if t.gestopt_op is None]
    if not loopt:
        return None
    close_termijn(loopt[0], moment, uitkomst)
    return loopt[0]


def resume_termijn(
    incident: Incident, soort: Termijnsoort, uitkomst: str, *, betreft: str = ""
) -> None:
    """The clock that stopped with this outcome runs again, from when it ran: the outcome was taken
    back. One that was stopped for another reason stays so, and one that runs is enough."""
    begin_write(db.session)
    eerder = _find(incident, soort, betreft)
    gestopt = [t for t in eerder if t.gestopt_op is not None]
    if not gestopt or len(gestopt) < len(eerder):
        return
    laatste = max(gestopt, key=lambda termijn: (termijn.gestopt_op, termijn.id))
    if laatste.uitkomst == uitkomst:
        _reopen(laatste, incident)


def close_termijn(termijn: Zaaktermijn, moment: datetime, uitkomst: str) -> None:
    """Stop this clock, and its action with it."""
    termijn.gestopt_op, termijn.uitkomst = moment, uitkomst
    if termijn.actie and termijn.actie.status in OPEN:
        termijn.actie.change_status(Actiestatus.GEDAAN, VASTGELEGD, moment)


def start_bij_melding(incident: Incident) -> None:
    """The clocks that every report starts. A drill starts none: it would be work for nothing.

    All at once: whoever reports holds the lock on the register meanwhile.
    """
    if incident.is_proef:
        return
    eigenaar_id = find_eigenaar(incident)
    soorten = {
        Termijnsoort.NAZORG: incident.gemeld_op,
        **from_feiten(incident),
    }
    for soort, vanaf in soorten.items():
        einde = rules.calculate_einde(soort, vanaf, term_of(soort))
        termijn = Zaaktermijn(incident_id=incident.id, soort=soort)
        _set_begin(termijn, vanaf, einde)
        if eigenaar_id:
            termijn.actie = _make_actie(incident, soort, vanaf, einde, eigenaar_id)
        db.session.add(termijn)
    db.session.flush()


def start_bij_feiten(
    incident: Incident, was: Starts, zonder: Collection[Termijnsoort] = ()
) -> None:
    """The clocks that follow from the facts, after these changed.

    `was`: from when each ran by the facts before. What did not change is left alone, so that a
    clock that someone stopped or moved stays so when other facts are saved. `zonder`: the kinds of
    which something else says from when they run.
    """
    if incident.is_proef:
        return
    for soort, vanaf in from_feiten(incident).items():
        if soort in zonder or vanaf == was.get(soort):
            continue
        if soort is Termijnsoort.OPVANGGESPREK:
            _follow_voorval(incident, was[soort])
        else:
            start_termijn(incident, soort, vanaf)


def _follow_voorval(incident: Incident, was: datetime | date) -> None:
    """What runs from the incident runs from its corrected moment; what was stopped stays so."""
    begin_write(db.session)
    stmt = select(Zaaktermijn).options(joinedload(Zaaktermijn.actie))
    stmt = stmt.where(
        Zaaktermijn.incident_id == incident.id,
        Zaaktermijn.gestopt_op.is_(None),
        Zaaktermijn.soort.in_(sorted(rules.VAN_VOORVAL)),
        Zaaktermijn.vanaf == rules.begin_van(was),
    )
    for termijn in db.session.scalars(stmt).all():
        _set_start(termijn, incident, incident.voorval_op)


def from_feiten(incident: Incident) -> Starts:
    """From when each of them runs."""
    soorten: Starts = {Termijnsoort.OPVANGGESPREK: incident.voorval_op}
    klacht = rules.klacht_vanaf(
        [Vorm(vorm) for vorm in incident.vormen],
        incident.kennis_op,
        incident.voorval_op,
        incident.voorval_tot,
    )
    if klacht:
        soorten[Termijnsoort.KLACHT] = klacht
    if rules.heeft_camerabeeld(incident.kanaal, incident.locatie):
        soorten[Termijnsoort.CAMERABEELD] = incident.voorval_op
    if rules.moet_reageren(incident.veroorzaker_bekend, incident.nu_veilig):
        soorten[Termijnsoort.REACTIE] = incident.gemeld_op
    return soorten


def move_acties(incident: Incident, anders_id: int | None = None) -> None:
    """Someone else handles the case: the actions of its clocks are theirs from now on.

    `anders_id`: whose they are when nobody handles it.
    """
    eigenaar_id = find_eigenaar(incident) or anders_id
    stmt = select(Zaaktermijn).options(joinedload(Zaaktermijn.actie))
    stmt = stmt.where(Zaaktermijn.incident_id == incident.id, Zaaktermijn.gestopt_op.is_(None))
    for termijn in db.session.scalars(stmt):
        if termijn.eigenaar_id is None and termijn.actie and eigenaar_id:
            termijn.actie.eigenaar_id = termijn.actie.gemaakt_door_id = eigenaar_id


def follow_actie(actie: Actie, moment: datetime) -> None:
    """The action of a clock was done, lapsed or opened again in the list of actions."""
    termijn = db.session.scalar(select(Zaaktermijn).where(Zaaktermijn.actie_id == actie.id))
    if termijn is None:
        return
    if actie.status in OPEN:
        termijn.gestopt_op, termijn.uitkomst = None, ""
    elif termijn.gestopt_op is None:
        termijn.gestopt_op, termijn.uitkomst = moment, f"Actie {actie.status.label.lower()}."


def find_eigenaar(incident: Incident, gekozen: int | None = None) -> int | None:
    """Who gets the action: chosen, handler, line, else a coordinator. Never who it is about."""
    gebruikers = active_gebruikers()
    behandelaars = [g for g in gebruikers if g.can(Recht.INCIDENT_BEHANDELEN)]
    coordinatoren = [g.id for g in behandelaars if g.can(Recht.INCIDENT_INZIEN_ALLE)]
    if incident.is_vertrouwelijk:
        coordinatoren = []  # an action would tell them that there is such a case
    return rules.kies_eigenaar(
        (gekozen, incident.behandelaar_id, incident.lijn_id, *coordinatoren),
        uitgesloten=betrokkenen.find_betrokken(incident, gebruikers),
        beschikbaar={g.id for g in behandelaars} | ({gekozen} if gekozen else set()),
    )


def _reopen(termijn: Zaaktermijn, incident: Incident) -> None:
    """Nothing to do for one that runs. Its action goes to whose it would be now."""
    if termijn.gestopt_op is None:
        return
    actie = termijn.actie
    if actie and actie.status not in OPEN:
        actie.change_status(Actiestatus.OPEN, "", termijn.gestopt_op)
    if actie and (eigenaar_id := find_eigenaar(incident, termijn.eigenaar_id)):
        actie.eigenaar_id = actie.gemaakt_door_id = eigenaar_id
    termijn.gestopt_op, termijn.uitkomst = None, ""


def _set_start(termijn: Zaaktermijn, incident: Incident, vanaf: datetime | date) -> None:
    einde = rules.calculate_einde(termijn.soort, vanaf, term_of(termijn.soort))
    _set_begin(termijn, vanaf, einde)
    _set_actie(termijn, incident, vanaf, einde)


def _set_begin(termijn: Zaaktermijn, vanaf: datetime | date, einde: Einde) -> None:
    termijn.vanaf = rules.begin_van(vanaf)
    termijn.uiterlijk, termijn.ruim, termijn.is_dag = einde.uiterlijk, einde.ruim, einde.is_dag


def _set_actie(
    termijn: Zaaktermijn, incident: Incident, vanaf: datetime | date, einde: Einde
) -> None:
    if termijn.actie:
        termijn.actie.uiterlijk = rules.dag_van_taak(termijn.soort, vanaf, einde)
        return
    eigenaar_id = find_eigenaar(incident, termijn.eigenaar_id)
    if eigenaar_id is not None:
        termijn.actie = _make_actie(incident, termijn.soort, vanaf, einde, eigenaar_id)


def _make_actie(
    incident: Incident,
    soort: Termijnsoort,
    vanaf: datetime | date,
    einde: Einde,
    eigenaar_id: int,
) -> Actie:
    """It says what and when, never for whom: its title stands in lists and mails.

    Made by its owner: who made an action sees it, and a melder must not see these.
    """
    return Actie(
        titel=soort.label,
        eigenaar_id=eigenaar_id,
        gemaakt_door_id=eigenaar_id,
        uiterlijk=rules.dag_van_taak(soort, vanaf, einde),
        bron_soort="incident",
        bron_id=incident.id,
    )


def _find(incident: Incident, soort: Termijnsoort, betreft: str) -> list[Zaaktermijn]:
    """For whom is encrypted, so it is compared here; a case has a handful of clocks."""
    stmt = (
        select(Zaaktermijn)
        .options(joinedload(Zaaktermijn.actie))
        .where(Zaaktermijn.incident_id == incident.id, Zaaktermijn.soort == soort)
    )
    return [termijn for termijn in db.session.scalars(stmt) if termijn.betreft == betreft]


gevolgen.register("incident", follow_actie)

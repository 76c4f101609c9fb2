"""The clock of each klacht: every victim has a term of their own (art. 66 Sr)."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from vob.data import db
from vob.data.search import fold

from ..models import Incident
from ..termijnen.operations import start_termijn, stop_termijn
from ..termijnen.values import Termijnsoort
from . import rules
from .models import Klacht


def follow_klacht(klacht: Klacht, incident: Incident, nu: datetime, *, was_open: bool) -> None:
    """It runs while the klacht is open; again when it was settled and is open once more."""
    betreft = _betreft(incident)[klacht.id]
    if klacht.is_open:
        start_termijn(
            incident, Termijnsoort.KLACHT, klacht.vanaf, betreft=betreft, opnieuw=not was_open
        )
        return
    uitkomst = "Geen klacht gewenst." if klacht.wil_niet else "Klacht ingediend."
    stop_termijn(incident, Termijnsoort.KLACHT, nu, betreft=betreft, uitkomst=uitkomst)


def by_klacht(incident: Incident) -> set[Termijnsoort]:
    """The kinds of clock of which a klacht of the getroffene says from when they run, not the
    facts: what that person said of it is more precise, or it is settled already."""
    return {Termijnsoort.KLACHT} if rules.EIGEN in _betreft(incident).values() else set()


def list_klachten(incident: Incident) -> Sequence[Klacht]:
    stmt = select(Klacht).options(joinedload(Klacht.gebruiker)).order_by(Klacht.id)
    return db.session.scalars(stmt.where(Klacht.incident_id == incident.id)).all()


def _betreft(incident: Incident) -> dict[int, str]:
    """For whom the clock of each klacht is, by the id of the klacht."""
    klachten = list_klachten(incident)
    namen = rules.name_klokken([(k.wie, _is_getroffene(k, incident)) for k in klachten])
    return {klacht.id: naam for klacht, naam in zip(klachten, namen, strict=True)}


def _is_getroffene(klacht: Klacht, incident: Incident) -> bool:
    """Whether it is of who the case is about, whose clock the report may have started."""
    if incident.getroffene_id is not None:
        return klacht.gebruiker_id == incident.getroffene_id
    naam = fold(incident.getroffene_naam or "")
    return bool(naam) and fold(klacht.wie) == naam

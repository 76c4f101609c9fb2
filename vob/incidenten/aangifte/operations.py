"""What people do with an aangifte. One function per act; no commit: the view ends it."""

from datetime import date, datetime
from typing import Any

from vob.core.errors import RegelOvertreden
from vob.data import db
from vob.gebruikers.models import Gebruiker

from .. import tijdlijn
from ..models import Incident
from ..termijnen.rules import dag_van
from . import klokken, rules
from .models import Aangifte, Klacht
from .queries import aangiftemodel
from .values import Instemming, Stap


def update_aangifte(
    aangifte: Aangifte, waarden: dict[str, Any], door: Gebruiker, nu: datetime, vandaag: date
) -> None:
    """Store what was filled in, if the rules allow it. Raises RegelOvertreden."""
    was = (aangifte.beoordeling, aangifte.stap, aangifte.uitkomst)
    nieuw = Aangifte(**{naam: waarden.get(naam) for naam in rules.Stand._fields})
    incident = db.session.get_one(Incident, aangifte.incident_id)
    rules.check_blijft_gedaan(aangifte.stand, nieuw.stand)
    rules.check_aangifte(nieuw.stand, aangiftemodel(), dag_van(incident.voorval_op), vandaag)
    for naam, waarde in waarden.items():
        setattr(aangifte, naam, waarde)
    db.session.add(aangifte)
    db.session.flush()
    for oud, stand in zip(
        was, (aangifte.beoordeling, aangifte.stap, aangifte.uitkomst), strict=True
    ):
        if stand is not None and stand is not oud:
            _note(aangifte.incident_id, stand.label, door, nu)


def withdraw_instemming(aangifte: Aangifte, door: Gebruiker, nu: datetime, vandaag: date) -> None:
    """Until it was filed. Raises RegelOvertreden."""
    rules.check_intrekken(aangifte.stand)
    aangifte.instemming, aangifte.instemming_op = Instemming.INGETROKKEN, vandaag
    if aangifte.stap is Stap.AANGIFTE:
        aangifte.stap = None  # it was planned, with this consent
    _note(aangifte.incident_id, "Instemming ingetrokken", door, nu)


def save_klacht(
    klacht: Klacht, incident: Incident, nu: datetime, *, was_open: bool = False
) -> None:
    """Its clock runs from the day of knowledge, or the last act, and stops when it is settled.

    `was_open`: before this change; a new one was not.
    """
    if klacht.ingediend_op and klacht.ingediend_op < klacht.vanaf:
        raise RegelOvertreden("De klacht kan niet zijn ingediend voordat de termijn begon.")
    db.session.add(klacht)
    db.session.flush()
    klokken.follow_klacht(klacht, incident, nu, was_open=was_open)


def _note(incident_id: int, wat: str, door: Gebruiker, nu: datetime) -> None:
    tijdlijn.note(db.session.get_one(Incident, incident_id), f"Aangifte: {wat.lower()}.", door, nu)

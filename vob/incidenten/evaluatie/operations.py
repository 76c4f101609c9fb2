"""Writing down what we learned. No commit: the view ends the transaction."""

from datetime import date, datetime

from vob.acties.models import Actie
from vob.data import db
from vob.gebruikers.models import Gebruiker

from .. import tijdlijn
from ..models import Incident
from .models import Evaluatie, Verbeterpunt


def create_evaluatie(
    incident: Incident, waarden: dict[str, object], door: Gebruiker, nu: datetime
) -> Evaluatie:
    """The first time; later it is changed in place."""
    evaluatie = Evaluatie(incident_id=incident.id, door_id=door.id, **waarden)
    db.session.add(evaluatie)
    tijdlijn.note(incident, "De zaak is geëvalueerd.", door, nu)
    db.session.flush()
    return evaluatie


def add_verbeterpunt(
    evaluatie: Evaluatie, tekst: str, eigenaar_id: int, uiterlijk: date, door: Gebruiker
) -> Verbeterpunt:
    """An improvement is somebody's work, or it is a wish: it becomes an action at once."""
    actie = Actie(
        titel=tekst,
        eigenaar_id=eigenaar_id,
        gemaakt_door_id=door.id,
        uiterlijk=uiterlijk,
        bron_soort="incident",
        bron_id=evaluatie.incident_id,
    )
    punt = Verbeterpunt(evaluatie_id=evaluatie.id, tekst=tekst, actie=actie)
    db.session.add(punt)
    db.session.flush()
    return punt

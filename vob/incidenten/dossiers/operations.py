"""Putting cases together. No commit: the view ends the transaction."""

from datetime import datetime

from sqlalchemy import select

from vob.core.errors import RegelOvertreden
from vob.data import begin_write, db
from vob.gebruikers.models import Gebruiker

from .. import tijdlijn
from ..models import Incident
from ..values import Gebeurtenissoort
from .models import Dossier, Dossierzaak
from .values import Dossiersoort


def create_dossier(titel: str, soort: Dossiersoort, door: Gebruiker, nu: datetime) -> Dossier:
    dossier = Dossier(titel=titel, soort=soort, gemaakt_op=nu, gemaakt_door_id=door.id)
    db.session.add(dossier)
    db.session.flush()
    return dossier


def add_zaak(
    dossier: Dossier, incident: Incident, reden: str, door: Gebruiker, nu: datetime
) -> None:
    """Put the case in this dossier, with what it has in common; once."""
    begin_write(db.session)
    al = select(Dossierzaak.id).filter_by(dossier_id=dossier.id, incident_id=incident.id)
    if db.session.scalar(al) is not None:
        raise RegelOvertreden("Deze zaak zit al in dit dossier.")
    regel = Dossierzaak(
        dossier_id=dossier.id, incident_id=incident.id, reden=reden, door_id=door.id, op=nu
    )
    db.session.add(regel)
    tekst = f"In een dossier gezet: {dossier.soort.label.lower()}."
    tijdlijn.note(incident, tekst, door, nu, Gebeurtenissoort.VERBAND)


def remove_zaak(regel: Dossierzaak, reden: str, door: Gebruiker, nu: datetime) -> None:
    """They turned out not to belong together."""
    if not reden.strip():
        raise RegelOvertreden("Schrijf op waarom de zaak hier niet bij hoort.")
    tekst = f"Uit een dossier gehaald: {reden.strip()}"
    tijdlijn.note(regel.incident, tekst, door, nu, Gebeurtenissoort.VERBAND)
    db.session.delete(regel)

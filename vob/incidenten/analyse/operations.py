"""Keeping the analysis of a case. No commit: the view ends the transaction."""

from datetime import datetime
from typing import Any

from sqlalchemy import select

from vob.data import db
from vob.gebruikers.models import Gebruiker

from .. import tijdlijn, zaak
from ..models import Incident
from ..values import Gebeurtenissoort
from .models import Zaakanalyse
from .values import Herhaling

VAN_ZAAK = ("ernst_getroffene", "motief", "samenhang_ambt")  # these stand in the case itself


def get_analyse(incident: Incident) -> Zaakanalyse:
    """The analysis of this case; a new one, not yet stored, while nobody made it."""
    stored = db.session.scalar(select(Zaakanalyse).filter_by(incident_id=incident.id))
    return stored or Zaakanalyse(
        incident_id=incident.id, herhaling=Herhaling.ONBEKEND, feiten=[], conclusie="", versie=0
    )


def save_analyse(
    incident: Incident, analyse: Zaakanalyse, waarden: dict[str, Any], door: Gebruiker, nu: datetime
) -> None:
    """`waarden`: what the form holds, by name; how grave only when this user may judge it."""
    if (ernst := waarden.get("ernst")) is not None:
        zaak.set_ernst(incident, ernst, door, nu)
    for naam in VAN_ZAAK:
        setattr(incident, naam, waarden[naam])
    analyse.herhaling, analyse.feiten = waarden["herhaling"], waarden["feiten"]
    analyse.conclusie = waarden["conclusie"] or ""
    analyse.door_id, analyse.op = door.id, nu
    db.session.add(analyse)
    tekst = "De analyse is bijgewerkt."
    tijdlijn.note(incident, tekst, door, nu, Gebeurtenissoort.ANALYSE)

"""The actions of a case and of its parts, when someone may have nothing to do with it any more."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, and_, or_, select

from vob.acties.models import Actie
from vob.data import db

from .dossiers.models import Dossierzaak
from .maatregelen.models import Maatregel
from .models import Incident
from .opvang.models import Opvangtraject
from .schade.models import Schadeclaim
from .veroorzakers.models import Veroorzakerzaak

# The kinds of object (web/objecten.py) that belong to a case: their id, and that of the case.
VAN_ZAAK = {
    "maatregel": (Maatregel.id, Maatregel.incident_id),
    "schadeclaim": (Schadeclaim.id, Schadeclaim.incident_id),
    "opvangtraject": (Opvangtraject.id, Opvangtraject.incident_id),
    "dossier": (Dossierzaak.dossier_id, Dossierzaak.incident_id),
    "veroorzaker": (Veroorzakerzaak.veroorzaker_id, Veroorzakerzaak.incident_id),
}


def take_acties(incident: Incident, van: Collection[int], naar_id: int) -> None:
    """What these people had to do or asked for in this case is from now on someone else's.

    Finished ones too: whoever owns or made an action can read it, and reads in it what it is about.
    """
    stmt = select(Actie).where(
        or_(Actie.eigenaar_id.in_(van), Actie.gemaakt_door_id.in_(van)), _from_zaak(incident)
    )
    for actie in db.session.scalars(stmt):
        if actie.eigenaar_id in van:
            actie.eigenaar_id = naar_id
        if actie.gemaakt_door_id in van:
            actie.gemaakt_door_id = naar_id


def _from_zaak(incident: Incident) -> ColumnElement[bool]:
    delen = (
        and_(Actie.bron_soort == soort, Actie.bron_id.in_(select(id).where(zaak == incident.id)))
        for soort, (id, zaak) in VAN_ZAAK.items()
    )
    return or_(and_(Actie.bron_soort == "incident", Actie.bron_id == incident.id), *delen)

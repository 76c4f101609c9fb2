"""The actions of a case and of its parts, when someone may have nothing to do with it any more."""

from collections.abc import Collection, Iterable

from sqlalchemy import ColumnElement, CompoundSelect, and_, or_, select, union

from vob.acties.models import Actie
from vob.data import db
from vob.web import objecten

from .dossiers.models import Dossierzaak
from .maatregelen.models import Maatregel
from .maatregelen.values import Maatregelstatus
from .models import Betrokkene, Incident
from .opvang.models import Opvangtraject
from .schade.models import Schadeclaim
from .values import Betrokkenrol
from .veroorzakers.models import Veroorzakerzaak

# The kinds of object (web/objecten.py) that belong to a case: their id, and that of the case.
VAN_ZAAK = {
    "maatregel": (Maatregel.id, Maatregel.incident_id),
    "schadeclaim": (Schadeclaim.id, Schadeclaim.incident_id),
    "opvangtraject": (Opvangtraject.id, Opvangtraject.incident_id),
    "dossier": (Dossierzaak.dossier_id, Dossierzaak.incident_id),
    "veroorzaker": (Veroorzakerzaak.veroorzaker_id, Veroorzakerzaak.incident_id),
}
_ALLEEN_HIER = ("maatregel", "schadeclaim", "opvangtraject")  # of this case and no other


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


def take_from_ongenoemden(incident: Incident, naar_id: int) -> int:
    """Only those named may know of this case: what anyone else had to do or asked for goes over;
    how many actions did.

    Who decides a measure keeps that one. A dossier or an entry of the
    register belongs to other cases too, so its actions stay where they are.
    """
    genoemd = set(db.session.scalars(_genoemden(incident))) | {naar_id}
    van = or_(Actie.eigenaar_id.not_in(genoemd), Actie.gemaakt_door_id.not_in(genoemd))
    acties = db.session.scalars(select(Actie).where(van, _from_zaak(incident, _ALLEEN_HIER))).all()
    for actie in acties:
        if actie.eigenaar_id not in genoemd:
            actie.eigenaar_id = naar_id
        if actie.gemaakt_door_id not in genoemd:
            actie.gemaakt_door_id = naar_id
    return len(acties)


def _weters(soort: str) -> objecten.Weters:
    """Of the case that an object of this kind belongs to."""
    kolommen = VAN_ZAAK.get(soort)

    def weters(id: int, mensen: Collection[int]) -> set[int]:
        zaak = select(kolommen[1]).where(kolommen[0] == id) if kolommen else None
        incident = db.session.get(Incident, id if zaak is None else db.session.scalar(zaak) or 0)
        if incident is None:
            return set(mensen)
        daders = select(Betrokkene.gebruiker_id).filter_by(
            incident_id=incident.id, rol=Betrokkenrol.VEROORZAKER
        )
        weten = set(mensen) - set(db.session.scalars(daders))
        if incident.is_vertrouwelijk:
            weten &= set(db.session.scalars(_genoemden(incident)))
        return weten

    return weters


for _soort in ("incident", *_ALLEEN_HIER):
    objecten.register_weters(_soort, _weters(_soort))


def _genoemden(incident: Incident) -> CompoundSelect[int | None]:
    """Who has a role on it, and who decides a measure: they see that measure."""
    rollen = select(Betrokkene.gebruiker_id).where(
        Betrokkene.incident_id == incident.id,
        Betrokkene.rol.not_in((Betrokkenrol.VEROORZAKER, Betrokkenrol.GETUIGE)),
    )
    beslissers = select(Maatregel.beslisser_id).where(
        Maatregel.incident_id == incident.id,
        Maatregel.beslisser_id.is_not(None),
        Maatregel.status != Maatregelstatus.CONCEPT,
    )
    return union(rollen, beslissers)


def _from_zaak(incident: Incident, soorten: Iterable[str] = tuple(VAN_ZAAK)) -> ColumnElement[bool]:
    delen = (
        and_(Actie.bron_soort == soort, Actie.bron_id.in_(select(id).where(zaak == incident.id)))
        for soort, (id, zaak) in ((soort, VAN_ZAAK[soort]) for soort in soorten)
    )
    return or_(and_(Actie.bron_soort == "incident", Actie.bron_id == incident.id), *delen)

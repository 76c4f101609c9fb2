"""Reading for the pages of a melder."""

from collections.abc import Iterable

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from vob.core.permissions import Recht
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.gebruikers.queries import gebruikers_with
from vob.web.objecten import Kijker

from . import rules
from .models import Betrokkene, Incident
from .values import Betrokkenrol


def eigen_meldingen(kijker: Kijker) -> Select[Incident]:
    """The cases that someone reported, and those about them."""
    mijn = select(Betrokkene.incident_id).where(
        Betrokkene.gebruiker_id == kijker.id, Betrokkene.rol.in_(rules.EIGEN_ROLLEN)
    )
    return select(Incident).where(Incident.id.in_(mijn))


def list_lijn(incident: Incident) -> list[Gebruiker]:
    """Who got this case through the line, the first one first."""
    stmt = (
        select(Betrokkene)
        .options(joinedload(Betrokkene.gebruiker))
        .where(Betrokkene.incident_id == incident.id, Betrokkene.rol == Betrokkenrol.LIJN)
        .order_by(Betrokkene.id)
    )
    return [betrokkene.gebruiker for betrokkene in db.session.scalars(stmt)]


def list_coordinatoren(incident: Incident, behalve: Iterable[Gebruiker]) -> list[Gebruiker]:
    """Who else sees this case, because they see every case that is not extra vertrouwelijk."""
    if incident.is_vertrouwelijk:
        return []
    genoemd = {incident.melder_id, incident.getroffene_id, *(g.id for g in behalve)}
    return [g for g in gebruikers_with(Recht.INCIDENT_INZIEN_ALLE) if g.id not in genoemd]

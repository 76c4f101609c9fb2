"""Which cases someone may see, and who handles them (shared/ontwerp/rollen.md).

Every query on cases, and on anything that belongs to a case, is limited here. A case that is not
yours does not exist: no page, count, search, export, attachment or mail knows it.
"""

from typing import Any

from flask import abort, url_for
from sqlalchemy import ColumnElement, Select, func, or_, select

from vob.bijlagen import soorten as bijlagesoorten
from vob.bijlagen.soorten import Bijlageregels
from vob.core.permissions import Recht
from vob.data import db
from vob.web.objecten import Kijker, Objectsoort, register

from . import rules
from .models import Betrokkene, Incident
from .values import Betrokkenrol

_WEINIG = 1000  # up to here it is quicker to begin with someone's own cases


def visible_where(gebruiker: Kijker) -> ColumnElement[bool]:
    """The condition on `Incident` for this user."""
    eigen = _is_betrokken(gebruiker)
    if gebruiker.can(Recht.INCIDENT_INZIEN_ALLE):
        return or_(Incident.is_vertrouwelijk.is_(False), eigen)
    return eigen


def _is_betrokken(gebruiker: Kijker) -> ColumnElement[bool]:
    """Named on the case, in a role that opens it.

    Someone with few cases starts from those; for someone whose line holds a large part of the
    register it is quicker to look newest first and ask of each case whether it is theirs.
    """
    mijn = (Betrokkene.gebruiker_id == gebruiker.id, Betrokkene.rol.in_(_rollen(gebruiker)))
    if gebruiker.can(Recht.INCIDENT_INZIEN):
        few = select(Betrokkene.id).where(*mijn).limit(_WEINIG + 1).subquery()
        if (db.session.scalar(select(func.count()).select_from(few)) or 0) > _WEINIG:
            return (
                select(Betrokkene.id).where(*mijn, Betrokkene.incident_id == Incident.id).exists()
            )
    return Incident.id.in_(select(Betrokkene.incident_id).where(*mijn))


def _rollen(gebruiker: Kijker) -> tuple[Betrokkenrol, ...]:
    lijn = rules.LIJN_ROLLEN if gebruiker.can(Recht.INCIDENT_INZIEN) else ()
    return (*rules.EIGEN_ROLLEN, *lijn)


def visible_incidenten(gebruiker: Kijker) -> Select[int]:
    """The ids of the cases this user may see."""
    return select(Incident.id).where(visible_where(gebruiker))


def get_incident_or_404(nummer: str, gebruiker: Kijker, *opties: Any) -> Incident:
    """The case with this number if this user may see it; else it does not exist.

    The view writes the read log: `log_event(db.session, "ingezien", "incident", incident.id)`.
    """
    stmt = select(Incident).where(Incident.nummer == nummer, visible_where(gebruiker))
    incident = db.session.scalar(stmt.options(*opties))
    return incident or abort(404)


def rollen_op(gebruiker: Kijker, incident: Incident) -> set[Betrokkenrol]:
    """What this user is to this case."""
    stmt = select(Betrokkene.rol).where(
        Betrokkene.incident_id == incident.id, Betrokkene.gebruiker_id == gebruiker.id
    )
    return set(db.session.scalars(stmt))


def is_behandelaar(gebruiker: Kijker, incident: Incident) -> bool:
    """Whether this user handles this case; otherwise they read what a melder may read."""
    return rules.is_behandelaar(
        rollen_op(gebruiker, incident),
        mag_behandelen=gebruiker.can(Recht.INCIDENT_BEHANDELEN),
        mag_alles_inzien=gebruiker.can(Recht.INCIDENT_INZIEN_ALLE),
        is_vertrouwelijk=incident.is_vertrouwelijk,
    )


def _url(id: int) -> str:
    nummer = db.session.scalar(select(Incident.nummer).where(Incident.id == id))
    return url_for("incidenten.show_incident", nummer=nummer)


def _may_see_intern(gebruiker: Kijker, id: int) -> bool:
    """Internal attachments are for who handles the case."""
    incident = db.session.get(Incident, id)
    return incident is not None and is_behandelaar(gebruiker, incident)


register(Objectsoort("incident", "Incident", _url, visible_incidenten))
bijlagesoorten.register("incident", Bijlageregels(mag_intern=_may_see_intern))

"""What all pages of this room share: their blueprint, and finding what one may see."""

from typing import TypeVar

from flask import Blueprint, abort, request
from flask_login import current_user
from sqlalchemy import select

from vob.core.values import Waardelijst
from vob.data import db

from ..models import Afspraak, Contact, Partner
from ..queries import visible_contact
from ..zichtbaarheid import visible_afspraken, visible_partners

bp = Blueprint("ketenafspraken", __name__, url_prefix="/ketenafspraken")
Keuze = TypeVar("Keuze", bound=Waardelijst)


def choice(lijst: type[Keuze], naam: str) -> Keuze | None:
    """From the URL; what is not known is as if it were not there."""
    waarde = request.args.get(naam, "")
    return lijst(waarde) if waarde in set(lijst) else None


def get_partner(id: int) -> Partner:
    """Find or 404, may see or 404."""
    stmt = select(Partner).where(Partner.id == id, Partner.id.in_(visible_partners(current_user)))
    return db.session.scalar(stmt) or abort(404)


def get_contact(id: int) -> Contact:
    return db.session.scalar(visible_contact(current_user, id)) or abort(404)


def get_afspraak(id: int) -> Afspraak:
    stmt = select(Afspraak).where(
        Afspraak.id == id, Afspraak.id.in_(visible_afspraken(current_user))
    )
    return db.session.scalar(stmt) or abort(404)

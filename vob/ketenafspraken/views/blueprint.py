"""What all pages of this room share: their blueprint, and finding what one may see."""

from flask import Blueprint, abort
from flask_login import current_user
from sqlalchemy import select

from vob.data import db

from ..models import Afspraak, Contact, Partner
from ..queries import visible_contact
from ..zichtbaarheid import visible_afspraken, visible_partners

bp = Blueprint("ketenafspraken", __name__, url_prefix="/ketenafspraken")


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

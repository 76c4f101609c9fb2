"""What all pages of this room share: their blueprint, and finding what one may see."""

from flask import Blueprint, abort
from flask_login import current_user
from sqlalchemy import select

from vob.data import db

from ..models import Document, Documentversie
from ..queries import sees_all, visible_where
from ..values import Versiestatus

bp = Blueprint("documenten", __name__, url_prefix="/documenten")


def get_document(id: int) -> Document:
    """Find or 404, may see or 404."""
    stmt = select(Document).where(Document.id == id, visible_where(current_user))
    return db.session.scalar(stmt) or abort(404)


def visible_versies(document: Document) -> list[Documentversie]:
    """Newest first; drafts only for those who manage or adopt."""
    if sees_all(current_user):
        return document.versies
    return [versie for versie in document.versies if versie.status is not Versiestatus.CONCEPT]


def get_versie(id: int, nr: int) -> Documentversie:
    found = (versie for versie in visible_versies(get_document(id)) if versie.nummer == nr)
    return next(found, None) or abort(404)


def get_concept(id: int) -> Documentversie:
    """The draft of a document; 404 when there is none."""
    concept = get_document(id).concept()
    return concept if concept and sees_all(current_user) else abort(404)

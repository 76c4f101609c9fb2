"""Downloading an attachment, and throwing one away that is not evidence yet."""

from flask import Blueprint, Response, abort, flash, redirect
from flask_login import current_user
from sqlalchemy import select

from vob.core.permissions import Recht
from vob.data import db, log_event
from vob.web.access import page_of_form, requires
from vob.web.download import content_disposition
from vob.web.headers import CSP_BESTAND
from vob.web.htmx import Answer

from . import operations
from .models import Bijlage
from .queries import read_chunks
from .soorten import may_see, regels_van

bp = Blueprint("bijlagen", __name__, url_prefix="/bijlagen")


def _get_bijlage(sleutel: str) -> Bijlage:
    """The attachment; one that is not yours does not exist."""
    bijlage = db.session.scalar(select(Bijlage).filter_by(sleutel=sleutel))
    if bijlage is None or not may_see(current_user, bijlage):
        abort(404)
    return bijlage


@bp.get("/<string:sleutel>")
@requires(Recht.BIJLAGE_INZIEN)
def show_bijlage(sleutel: str) -> Response:
    bijlage = _get_bijlage(sleutel)
    if regels_van(bijlage.soort).is_gelogd:
        log_event(db.session, "ingezien", "bijlage", bijlage.id)
        db.session.commit()
    response = Response(read_chunks(bijlage), content_type=bijlage.mediatype)
    response.content_length = bijlage.grootte
    response.headers["Content-Disposition"] = content_disposition(bijlage.naam)
    response.headers["Content-Security-Policy"] = CSP_BESTAND
    response.headers["Cache-Control"] = "no-store"
    return response


@bp.post("/<string:sleutel>/weggooien")
@requires(Recht.BIJLAGE_INZIEN)
def delete_bijlage(sleutel: str) -> Answer:
    operations.delete_bijlage(_get_bijlage(sleutel), current_user)
    db.session.commit()
    flash("Het bestand is weggegooid.")
    return redirect(page_of_form(), 303)

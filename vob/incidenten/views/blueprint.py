"""The blueprint that the views of this room share."""

from flask import Blueprint
from flask_login import current_user

from vob.data import db, log_event

from ..models import Incident
from ..onderdelen import Tab, list_tabs

bp = Blueprint("incidenten", __name__, url_prefix="/incidenten")


def log_read(incident: Incident) -> None:
    """Whoever opens a page of a case is in the read log, also when the page shows a refusal."""
    log_event(db.session, "ingezien", "incident", incident.id)
    db.session.commit()


@bp.app_template_global()
def zaakonderdelen(incident: Incident) -> list[Tab]:
    """The parts of a case that this user sees: the sub-navigation on every page of a case."""
    return list_tabs(current_user._get_current_object(), incident)  # each tab asks it several times

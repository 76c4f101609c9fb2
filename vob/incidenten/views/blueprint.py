"""The blueprint that the views of this room share."""

from flask import Blueprint
from flask_login import current_user

from ..models import Incident
from ..onderdelen import Tab, list_tabs

bp = Blueprint("incidenten", __name__, url_prefix="/incidenten")


@bp.app_template_global()
def zaakonderdelen(incident: Incident) -> list[Tab]:
    """The parts of a case that this user sees: the sub-navigation on every page of a case."""
    return list_tabs(current_user, incident)

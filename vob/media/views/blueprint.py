"""What all pages of this room share: their blueprint, its tabs, and the words of the parties."""

from flask import Blueprint, request, url_for
from flask_login import current_user

from vob.core.permissions import Recht
from vob.organisatie.queries import our_organisatie

from ..rules_persvraag import link_of
from ..values import Partij, partij_label

bp = Blueprint("media", __name__, url_prefix="/media")

# Of each: its label, its endpoint, and the rights of which one is enough.
_TABS: tuple[tuple[str, str, tuple[Recht, ...]], ...] = (
    ("Wie spreekt?", "show_wie_spreekt", (Recht.MEDIA_INZIEN,)),
    ("Wat nu moet", "show_werk", (Recht.MEDIA_BEHEREN,)),
    ("Persvragen", "list_persvragen", (Recht.PERSVRAAG_NOTEREN,)),
    ("Lijnen", "list_kernboodschappen", (Recht.MEDIA_INZIEN,)),
    ("Woordvoerders", "list_onderwerpen", (Recht.MEDIA_INZIEN,)),
    ("Rooster", "show_rooster", (Recht.MEDIA_INZIEN,)),
    ("Bij zaken", "list_incidentberichten", (Recht.MEDIA_BEHEREN, Recht.INCIDENT_BEHANDELEN)),
    ("Perscontacten", "list_perscontacten", (Recht.MEDIA_BEHEREN,)),
    ("Beleid", "show_beleid", (Recht.MEDIA_INZIEN,)),
)


@bp.app_template_global()
def media_tabs() -> list[tuple[str, str, bool]]:
    """The pages of this room that this user may open: (label, address, is here)."""
    return [
        (label, url_for(f"media.{endpoint}"), request.endpoint == f"media.{endpoint}")
        for label, endpoint, rechten in _TABS
        if any(current_user.can(recht) for recht in rechten)
    ]


@bp.app_template_filter()
def partijnaam(partij: Partij) -> str:
    return partij_label(partij, our_organisatie().woorden)


bp.add_app_template_filter(link_of, "contactlink")


@bp.app_template_filter()
def telefoonlink(nummer: str) -> str:
    """What a telephone dials: digits, and a plus in front."""
    plus = "+" if nummer.strip().startswith("+") else ""
    return plus + "".join(teken for teken in nummer if teken.isascii() and teken.isdigit())

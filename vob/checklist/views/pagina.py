"""What the pages of one step share: finding it, who may change it, and what the page shows."""

from typing import Any

from flask import abort, url_for
from flask_login import current_user

from vob.acties.queries import visible_acties_of
from vob.bijlagen.queries import list_bijlagen
from vob.checklist import rules
from vob.checklist.forms import DeelactieForm, StandForm
from vob.checklist.models import ChecklistRonde
from vob.checklist.queries import (
    Checklist,
    Regel,
    list_bewijsstukken,
    list_deelacties,
    read_checklist,
)
from vob.checklist.stappen import AANTAL
from vob.core.permissions import Recht

SOORT = "checklist_stap"


def read_stap(nummer: int) -> tuple[Checklist, Regel]:
    """The checklist and one step of it, or 404."""
    if not 1 <= nummer <= AANTAL:
        abort(404)
    checklist = read_checklist()
    return checklist, checklist.regel(nummer)


def read_own_stap(nummer: int) -> tuple[ChecklistRonde, Regel]:
    """A step that this user may change now: 409 when no round runs, 403 when it is another's."""
    checklist, regel = read_stap(nummer)
    ronde = rules.running(checklist.ronde)
    if not _may_change(regel):
        abort(403)
    return ronde, regel


def may_read_details() -> bool:
    """Remark, evidence, what VOB says and history are for those who work on the checklist."""
    return bool(current_user.can(Recht.CHECKLIST_BIJWERKEN))


def _may_change(regel: Regel) -> bool:
    return regel.stap.may_change(
        current_user.id,
        beheert=current_user.can(Recht.CHECKLIST_BEHEREN),
        werkt_bij=current_user.can(Recht.CHECKLIST_BIJWERKEN),
    )


def stap_url(nummer: int) -> str:
    return url_for("checklist.show_stap", nummer=nummer)


def shown(nummer: int, **over: Any) -> dict[str, Any]:
    """What the page of a step and each fragment of it need; `over` replaces a form, say."""
    checklist, regel = read_stap(nummer)
    details = may_read_details()
    mag_wijzigen = checklist.ronde is not None and _may_change(regel)
    return {
        "checklist": checklist,
        "regel": regel,
        "details": details,
        "mag_wijzigen": mag_wijzigen,
    } | over


def page(nummer: int, **over: Any) -> dict[str, Any]:
    """Everything on the page of a step."""
    context = shown(nummer)
    regel: Regel = context["regel"]
    if context["details"]:
        context |= {
            "bewijsstukken": list_bewijsstukken(nummer),
            "acties": visible_acties_of(current_user, SOORT, nummer),
            "bijlagen": list_bijlagen(SOORT, nummer),
        }
    if context["mag_wijzigen"]:
        context |= {
            "form": stand_form(regel),
            "deelactie_form": deelactie_form(nummer),
        }
    return context | {"deelacties": list_deelacties(nummer)} | over


def stand_form(regel: Regel) -> StandForm:
    """As it is stored, or as it was typed when the session ended."""
    return StandForm(formdata=None, obj=regel.stap, pad=stap_url(regel.nummer))


def deelactie_form(nummer: int) -> DeelactieForm:
    return DeelactieForm(formdata=None, pad=url_for("checklist.create_deelactie", nummer=nummer))

"""One step: reading it, saying where it stands, planning it, and its history."""

from flask import render_template
from flask_login import current_user

from vob.checklist import operations
from vob.checklist.forms import PlanningForm, StandForm
from vob.checklist.models import ChecklistStap
from vob.checklist.queries import list_gebeurtenissen
from vob.core.permissions import Recht
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.gebruikers.queries import gebruikers_with
from vob.web.access import requires
from vob.web.htmx import Answer, fragment_or_redirect, is_htmx

from . import bp
from .pagina import page, read_own_stap, read_stap, shown, stand_form, stap_url

GESCHIEDENIS = 200


@bp.get("/<int:nummer>")
@requires(Recht.CHECKLIST_INZIEN)
def show_stap(nummer: int) -> Answer:
    return render_template("checklist/stap.html", **page(nummer))


@bp.post("/<int:nummer>")
@requires(Recht.CHECKLIST_BIJWERKEN)
def update_stap(nummer: int) -> Answer:
    _, regel = read_own_stap(nummer)
    stap = regel.stap
    form = StandForm(obj=stap)
    if not form.is_stale(stap) and form.validate_on_submit():
        operations.update_stand(
            stap,
            current_user.id,
            status=form.status.data,
            reden=form.reden.data or "",
            laatst_gedaan_op=form.laatst_gedaan_op.data,
            opmerking=form.opmerking.data or "",
        )
        form.discard_concept()
        db.session.commit()
        return _stand_saved(nummer)
    if is_htmx():
        return render_template(
            "checklist/_stand.html", **shown(nummer, form=form)
        ), form.http_status
    return render_template("checklist/stap.html", **page(nummer, form=form)), form.http_status


@bp.post("/<int:nummer>/gedaan")
@requires(Recht.CHECKLIST_BIJWERKEN)
def mark_gedaan(nummer: int) -> Answer:
    """Done again, today: one press."""
    _, regel = read_own_stap(nummer)
    operations.mark_gedaan(regel.stap, current_user.id)
    db.session.commit()
    return _stand_saved(nummer)


def _stand_saved(nummer: int) -> Answer:
    context = shown(nummer)
    return fragment_or_redirect(
        "checklist/_stand.html",
        stap_url(nummer),
        **context | {"form": stand_form(context["regel"]), "los": True},
    )


@bp.route("/<int:nummer>/planning", methods=["GET", "POST"])
@requires(Recht.CHECKLIST_BIJWERKEN)
def update_planning(nummer: int) -> Answer:
    _, regel = read_own_stap(nummer)
    stap = regel.stap
    form = PlanningForm(
        obj=stap,
        kandidaten=_kandidaten(stap),
        beheert=current_user.can(Recht.CHECKLIST_BEHEREN),
    )
    if form.validate_on_submit() and not form.is_stale(stap):
        operations.update_planning(
            stap,
            current_user.id,
            eigenaar=form.eigenaar if form.eigenaar_id else stap.eigenaar,
            vervanger=form.vervanger,
            uiterlijk_op=form.uiterlijk_op.data,
            ritme=form.ritme.data,
        )
        db.session.commit()
        return _planning_saved(nummer)
    los = form.is_submitted() and is_htmx()
    template = "checklist/_planning.html" if los else "checklist/planning.html"
    return render_template(template, **shown(nummer, planning=form)), form.status


def _planning_saved(nummer: int) -> Answer:
    context = shown(nummer, planning=None, los=True)
    return fragment_or_redirect("checklist/_planning.html", stap_url(nummer), **context)


def _kandidaten(stap: ChecklistStap) -> list[Gebruiker]:
    """Who can have a step; also who has it now but could not be chosen any more."""
    kandidaten = gebruikers_with(Recht.CHECKLIST_BIJWERKEN)
    nu = [wie for wie in (stap.eigenaar, stap.vervanger) if wie and wie not in kandidaten]
    return kandidaten + nu


@bp.get("/<int:nummer>/geschiedenis")
@requires(Recht.CHECKLIST_BIJWERKEN)
def list_geschiedenis(nummer: int) -> Answer:
    _, regel = read_stap(nummer)
    return render_template(
        "checklist/geschiedenis.html",
        regel=regel,
        gebeurtenissen=list_gebeurtenissen(nummer, GESCHIEDENIS),
    )

"""The parts of a step: tick, add, delete."""

from flask import abort, render_template, request
from flask_login import current_user

from vob.checklist import operations
from vob.checklist.forms import DeelactieForm
from vob.checklist.models import ChecklistDeelactie
from vob.checklist.queries import Regel, list_deelacties
from vob.core.permissions import Recht
from vob.data import db
from vob.web.access import requires
from vob.web.htmx import Answer, fragment_or_redirect, is_htmx

from . import bp
from .pagina import deelactie_form, page, read_own_stap, shown, stap_url


@bp.post("/<int:nummer>/deelacties")
@requires(Recht.CHECKLIST_BIJWERKEN)
def create_deelactie(nummer: int) -> Answer:
    _, regel = read_own_stap(nummer)
    form = DeelactieForm()
    if form.validate_on_submit():
        if form.claim() is None:
            operations.add_deelactie(regel.stap, current_user.id, form.tekst.data or "")
            form.complete(stap_url(nummer))
            db.session.commit()
        return _changed(nummer)
    if is_htmx():
        return render_template("checklist/_deelacties.html", **_context(nummer, form)), form.status
    return render_template("checklist/stap.html", **page(nummer, deelactie_form=form)), form.status


@bp.post("/<int:nummer>/deelacties/<int:id>")
@requires(Recht.CHECKLIST_BIJWERKEN)
def tick_deelactie(nummer: int, id: int) -> Answer:
    _, regel = read_own_stap(nummer)
    deelactie = _get_deelactie(nummer, id)
    operations.tick_deelactie(
        deelactie,
        current_user._get_current_object(),
        _tekst(deelactie, regel),
        is_gedaan="gedaan" in request.form,
    )
    db.session.commit()
    return _changed(nummer)


@bp.post("/<int:nummer>/deelacties/<int:id>/verwijderen")
@requires(Recht.CHECKLIST_BIJWERKEN)
def delete_deelactie(nummer: int, id: int) -> Answer:
    read_own_stap(nummer)
    operations.delete_deelactie(_get_deelactie(nummer, id), current_user.id)
    db.session.commit()
    return _changed(nummer)


def _get_deelactie(nummer: int, id: int) -> ChecklistDeelactie:
    deelactie = db.session.get(ChecklistDeelactie, id)
    if deelactie is None or deelactie.stap_id != nummer:
        abort(404)
    return deelactie


def _tekst(deelactie: ChecklistDeelactie, regel: Regel) -> str:
    return deelactie.tekst_van(regel.tekst.deelacties)


def _changed(nummer: int) -> Answer:
    location = stap_url(nummer) + "#deelacties"
    return fragment_or_redirect("checklist/_deelacties.html", location, **_context(nummer))


def _context(nummer: int, form: DeelactieForm | None = None) -> dict[str, object]:
    return shown(
        nummer,
        deelacties=list_deelacties(nummer),
        deelactie_form=form or deelactie_form(nummer),
    )

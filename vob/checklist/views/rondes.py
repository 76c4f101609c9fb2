"""Rounds: start one, look back at one, close one."""

from flask import flash, redirect, render_template, url_for
from flask_login import current_user

from vob.checklist import operations, rules
from vob.checklist.forms import AfsluitForm, RondeForm
from vob.checklist.models import ChecklistRonde
from vob.checklist.queries import list_rondes, open_ronde, read_checklist, read_ronde
from vob.checklist.values import Rondesoort
from vob.core.clock import vandaag
from vob.core.permissions import Recht
from vob.data import db
from vob.web.access import requires
from vob.web.htmx import Answer

from . import bp


@bp.get("/rondes")
@requires(Recht.CHECKLIST_BEHEREN)
def list_ronden() -> Answer:
    return render_template("checklist/rondes.html", rondes=list_rondes())


@bp.route("/rondes/nieuw", methods=["GET", "POST"])
@requires(Recht.CHECKLIST_BEHEREN)
def create_ronde() -> Answer:
    form = RondeForm(data=_suggestion())
    if form.validate_on_submit():
        if eerder := form.claim():
            return redirect(eerder, 303)
        operations.start_ronde(
            form.naam.data or "", form.soort.data, form.begonnen_op.data, current_user.id
        )
        url = form.complete(url_for(".list_stappen"))
        db.session.commit()
        flash(f"{form.naam.data} is gestart.")
        return redirect(url, 303)
    rules.check_start(open_ronde() is not None)
    context = {"form": form, "eerste": not list_rondes()}
    return render_template("checklist/ronde_nieuw.html", **context), form.status


def _suggestion() -> dict[str, object]:
    soort = Rondesoort.JAAR
    perioden = read_checklist().zicht.perioden
    naam = rules.naam_van_ronde(soort, vandaag(), perioden)
    return {"soort": soort, "begonnen_op": vandaag(), "naam": naam}


def _get_ronde(id: int) -> ChecklistRonde:
    return db.get_or_404(ChecklistRonde, id)


@bp.get("/rondes/<int:id>")
@requires(Recht.CHECKLIST_BEHEREN)
def show_ronde(id: int) -> Answer:
    ronde = _get_ronde(id)
    return render_template("checklist/ronde.html", beeld=read_ronde(ronde))


@bp.route("/rondes/<int:id>/afsluiten", methods=["GET", "POST"])
@requires(Recht.CHECKLIST_BEHEREN)
def close_ronde(id: int) -> Answer:
    ronde = _get_ronde(id)
    if not ronde.is_open:  # sent twice, or someone else did it
        return redirect(url_for(".show_ronde", id=id), 303)
    checklist = read_checklist()
    form = AfsluitForm()
    if form.validate_on_submit():
        operations.close_ronde(checklist, form.conclusie.data or "", current_user.id)
        url = form.complete(url_for(".show_ronde", id=id))
        db.session.commit()
        flash(f"{ronde.naam} is afgesloten.")
        return redirect(url, 303)
    context = {"ronde": ronde, "checklist": checklist, "form": form}
    return render_template("checklist/ronde_afsluiten.html", **context), form.status

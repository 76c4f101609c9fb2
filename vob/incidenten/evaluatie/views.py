"""The evaluation of a case, and the improvements that follow."""

from datetime import timedelta

from flask import abort, flash, redirect, render_template, url_for
from flask_login import current_user

from vob.core.clock import nu, vandaag
from vob.core.permissions import Recht
from vob.data import db, log_event
from vob.web.access import requires
from vob.web.htmx import Answer

from ..models import Incident
from ..views.blueprint import bp, log_read
from ..zichtbaarheid import get_zaak_or_404
from . import operations
from .forms import EvaluatieForm, VerbeterpuntForm
from .models import Evaluatie
from .queries import find_evaluatie

_ACTIETERMIJN = timedelta(days=30)


@bp.get("/<string:nummer>/evaluatie")
@requires(Recht.INCIDENT_BEHANDELEN)
def show_evaluatie(nummer: str) -> Answer:
    incident = get_zaak_or_404(nummer, current_user)
    evaluatie = find_evaluatie(incident)
    log_event(db.session, "evaluatie ingezien", "incident", incident.id)
    db.session.commit()
    return render_template("incidenten/evaluatie/show.html", incident=incident, evaluatie=evaluatie)


@bp.route("/<string:nummer>/evaluatie/wijzigen", methods=["GET", "POST"])
@requires(Recht.INCIDENT_BEHANDELEN)
def update_evaluatie(nummer: str) -> Answer:
    incident = get_zaak_or_404(nummer, current_user)
    evaluatie = find_evaluatie(incident)
    form = EvaluatieForm(obj=evaluatie or Evaluatie(versie=0, op=vandaag()))
    if form.validate_on_submit() and not form.is_stale(evaluatie or Evaluatie(versie=0)):
        if evaluatie:
            form.fill(evaluatie)
        else:
            waarden = {naam: form[naam].data for naam in ("op", "goed", "les", "is_besproken")}
            operations.create_evaluatie(incident, waarden, current_user, nu())
        form.discard_concept()
        db.session.commit()
        flash("De evaluatie is opgeslagen.")
        return redirect(_pad(incident), 303)
    log_read(incident)
    return render_template(
        "incidenten/evaluatie/wijzigen.html", form=form, incident=incident
    ), form.status


@bp.route("/<string:nummer>/evaluatie/verbeterpunten", methods=["GET", "POST"])
@requires(Recht.INCIDENT_BEHANDELEN)
def create_verbeterpunt(nummer: str) -> Answer:
    incident = get_zaak_or_404(nummer, current_user)
    evaluatie = find_evaluatie(incident) or abort(404)
    form = VerbeterpuntForm(
        incident, eigenaar_id=current_user.id, uiterlijk=vandaag() + _ACTIETERMIJN
    )
    if form.validate_on_submit():
        if not form.claim():
            operations.add_verbeterpunt(
                evaluatie,
                form.tekst.data,
                form.eigenaar_id.data,
                form.uiterlijk.data,
                current_user,
            )
            form.complete(_pad(incident))
        db.session.commit()
        flash("Het verbeterpunt is een actie geworden.")
        return redirect(_pad(incident), 303)
    return render_template(
        "incidenten/evaluatie/verbeterpunt.html", form=form, incident=incident
    ), form.status


def _pad(incident: Incident) -> str:
    return url_for(".show_evaluatie", nummer=incident.nummer)

"""Changing a case on a page of its own: its facts, who handles it, its files, who may know."""

from flask import flash, redirect, render_template, request, url_for
from flask_login import current_user

from vob.bijlagen.forms import UPLOAD_MB
from vob.core.clock import nu
from vob.core.errors import BestandGeweigerd
from vob.core.permissions import Recht
from vob.data import db
from vob.web.access import requires, upload
from vob.web.htmx import Answer

from .. import zaak
from ..forms_zaak import BijlageForm, FeitenForm
from ..models import Incident
from ..zichtbaarheid import get_incident_or_404, get_zaak_or_404, is_behandelaar
from .blueprint import bp, log_read
from .deelnemers import after_wisseling
from .zaak import BESLOTEN


@bp.route("/<string:nummer>/wijzigen", methods=["GET", "POST"])
@requires(Recht.INCIDENT_BEHANDELEN)
def update_feiten(nummer: str) -> Answer:
    incident = get_zaak_or_404(nummer, current_user, BESLOTEN)
    form = FeitenForm(obj=incident)
    if form.validate_on_submit() and not form.is_stale(incident):
        zaak.update_feiten(incident, form.waarden(), form.vormen.data, current_user, nu())
        form.discard_concept()
        db.session.commit()
        flash("De feiten zijn opgeslagen.")
        return redirect(after_wisseling(incident, _url(incident)), 303)
    log_read(incident)
    return render_template("incidenten/wijzigen.html", form=form, incident=incident), form.status


@bp.post("/<string:nummer>/vertrouwelijk")
@requires(Recht.INCIDENT_INZIEN_ALLE)
def set_vertrouwelijk(nummer: str) -> Answer:
    incident = get_zaak_or_404(nummer, current_user)
    vertrouwelijk = request.form.get("naar") == "ja"
    zaak.set_vertrouwelijk(incident, vertrouwelijk, current_user, nu())
    db.session.commit()
    flash(
        "De zaak is nu extra vertrouwelijk. Alleen wie genoemd is, ziet haar."
        if vertrouwelijk
        else "De zaak is niet meer extra vertrouwelijk."
    )
    return redirect(_url(incident), 303)


@bp.route("/<string:nummer>/bijlagen", methods=["GET", "POST"])
@requires(Recht.INCIDENT_MELDEN)
@upload(UPLOAD_MB)
def add_bijlagen(nummer: str) -> Answer:
    """Files with a case, also by melder and getroffene; theirs are never internal."""
    incident = get_incident_or_404(nummer, current_user)
    behandelt = is_behandelaar(current_user, incident)
    form = BijlageForm()
    if form.validate_on_submit():
        is_intern = behandelt and form.is_intern.data
        try:
            nieuw = form.bestanden.attach("incident", incident.id, is_intern=is_intern)
            if not nieuw:
                raise BestandGeweigerd("Kies eerst een bestand.")
        except BestandGeweigerd as fout:
            db.session.rollback()
            form.bestanden.errors = [str(fout)]
        else:
            zaak.note_bijlagen(incident, current_user, nu(), is_intern=is_intern)
            db.session.commit()
            return redirect(_url(incident) + "#bijlagen", 303)
    if form.is_submitted():
        form.bestanden.keep()
        db.session.commit()
    context = {"incident": incident, "form": form, "behandelt": behandelt}
    return render_template("incidenten/bijlage_toevoegen.html", **context), form.status


def _url(incident: Incident) -> str:
    return url_for(".show_incident", nummer=incident.nummer)

"""Reporting, the receipt, and following one's own reports."""

from flask import abort, redirect, render_template, request, url_for
from flask_login import current_user

from vob.bijlagen.forms import UPLOAD_MB
from vob.core.clock import nu
from vob.core.errors import BestandGeweigerd
from vob.core.organisatietype import functie_label
from vob.core.permissions import Recht
from vob.data import db, log_event
from vob.data.paging import OnjuisteCursor, Sortering, count_capped, read_page
from vob.gebruikers.models import Gebruiker
from vob.organisatie.queries import our_organisatie, steunpunten
from vob.web.access import requires, upload
from vob.web.htmx import Answer

from .. import operations, queries
from ..forms import MeldForm
from ..models import Incident
from ..zichtbaarheid import get_incident_or_404
from .blueprint import bp


@bp.route("/melden", methods=["GET", "POST"])
@requires(Recht.INCIDENT_MELDEN)
@upload(UPLOAD_MB)
def create_melding() -> Answer:
    form = MeldForm()
    if form.validate_on_submit():
        if eerder := form.claim():  # sent twice: the same answer, one case
            return redirect(eerder, 303)
        incident = operations.create_incident(current_user.id, form.waarden(), nu())
        try:
            form.bestanden.attach("incident", incident.id)
        except BestandGeweigerd as fout:
            db.session.rollback()
            form.bestanden.errors = [str(fout)]
        else:
            url = form.complete(url_for(".show_ontvangst", nummer=incident.nummer))
            db.session.commit()
            return redirect(url, 303)
    if form.is_submitted():
        form.bestanden.keep()
        db.session.commit()
    return render_template("incidenten/melden.html", form=form), form.status


@bp.get("/<string:nummer>/ontvangst")
@requires(Recht.INCIDENT_MELDEN)
def show_ontvangst(nummer: str) -> Answer:
    """What happens next. Only for who reported it."""
    incident = get_incident_or_404(nummer, current_user)
    if incident.melder_id != current_user.id:
        abort(404)
    log_event(db.session, "ingezien", "incident", incident.id)
    db.session.commit()
    lijn = queries.list_lijn(incident)
    return render_template(
        "incidenten/ontvangst.html",
        incident=incident,
        lijn=lijn,
        coordinatoren=queries.list_coordinatoren(incident, lijn),
        steunpunten=[punt for punt in steunpunten() if not punt.is_historisch],
        functie=_functie,
    )


def _functie(gebruiker: Gebruiker) -> str:
    """What a reader knows this person as."""
    if gebruiker.can(Recht.INCIDENT_INZIEN_ALLE):
        return "coördinator"
    return functie_label(gebruiker.functie, our_organisatie().type)


@bp.get("/mijn-meldingen")
@requires(Recht.INCIDENT_MELDEN)
def list_meldingen() -> Answer:
    stmt = queries.eigen_meldingen(current_user)
    try:
        bladzijde = read_page(
            db.session,
            stmt,
            Sortering(Incident.gemeld_op, Incident.id),
            na=request.args.get("na"),
            voor=request.args.get("voor"),
        )
    except OnjuisteCursor:
        abort(404)
    aantal = count_capped(db.session, stmt)
    return render_template("incidenten/mijn_meldingen.html", bladzijde=bladzijde, aantal=aantal)

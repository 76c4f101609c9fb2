"""Meetings about incidents: prepared, recorded, and what was agreed."""

from flask import abort, flash, redirect, render_template, url_for
from flask_login import current_user
from sqlalchemy import select

from vob.acties.queries import acties_of
from vob.core.clock import nu, vandaag
from vob.core.permissions import Recht
from vob.data import db, log_event
from vob.data.paging import Sortering
from vob.web.access import requires
from vob.web.htmx import Answer
from vob.web.lijst import read_lijst

from ..views.blueprint import bp
from . import rules
from .forms import BesprekingForm
from .models import Bespreking
from .queries import MEESTE, list_regels, read_verborgen

_PERIODE = 3  # months that a meeting looks back, to begin with


@bp.get("/besprekingen/")
@requires(Recht.BESPREKING_BEHEREN)
def list_besprekingen() -> Answer:
    lijst = read_lijst(select(Bespreking), Sortering(Bespreking.datum, Bespreking.id))
    return render_template("incidenten/besprekingen/list.html", lijst=lijst)


@bp.route("/besprekingen/nieuw", methods=["GET", "POST"])
@requires(Recht.BESPREKING_BEHEREN)
def create_bespreking() -> Answer:
    van, tot = rules.propose_periode(vandaag(), _PERIODE)
    form = BesprekingForm(datum=vandaag(), van=van, tot=tot)
    if form.validate_on_submit():
        if eerder := form.claim():
            return redirect(eerder, 303)
        bespreking = Bespreking(gemaakt_door_id=current_user.id, gemaakt_op=nu(), **form.waarden())
        db.session.add(bespreking)
        db.session.flush()
        url = form.complete(url_for(".show_bespreking", id=bespreking.id))
        db.session.commit()
        flash("De bespreking staat klaar, met een lijst zonder namen.")
        return redirect(url, 303)
    return render_template("incidenten/besprekingen/form.html", form=form), form.status


@bp.get("/besprekingen/<int:id>")
@requires(Recht.BESPREKING_BEHEREN)
def show_bespreking(id: int) -> Answer:
    """The list for the forum, what was discussed and what was agreed."""
    bespreking = _get_or_404(id)
    periode = (bespreking.van, bespreking.tot)
    alles = current_user.can(Recht.INCIDENT_INZIEN_ALLE)
    hele = periode if alles else rules.whole_months(*periode)
    alle = list_regels(*hele)
    jaren = range(hele[0].year, hele[1].year + 1)
    regels = alle if alles else rules.hide(alle, {jaar: read_verborgen(jaar) for jaar in jaren})
    log_event(db.session, "ingezien", "bespreking", bespreking.id)
    db.session.commit()
    return render_template(
        "incidenten/besprekingen/show.html",
        bespreking=bespreking,
        regels=regels[:MEESTE],
        alles=alles,
        is_ingekort=hele != periode,
        is_meer=len(alle) > MEESTE,
        acties=acties_of("bespreking", bespreking.id),
    )


@bp.route("/besprekingen/<int:id>/wijzigen", methods=["GET", "POST"])
@requires(Recht.BESPREKING_BEHEREN)
def update_bespreking(id: int) -> Answer:
    bespreking = _get_or_404(id)
    form = BesprekingForm(obj=bespreking)
    if form.validate_on_submit() and not form.is_stale(bespreking):
        for naam, waarde in form.waarden().items():
            setattr(bespreking, naam, waarde)
        form.discard_concept()
        db.session.commit()
        flash("De bespreking is opgeslagen.")
        return redirect(url_for(".show_bespreking", id=id), 303)
    return render_template("incidenten/besprekingen/form.html", form=form), form.status


def _get_or_404(id: int) -> Bespreking:
    return db.session.get(Bespreking, id) or abort(404)

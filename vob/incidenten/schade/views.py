"""The pages of damage: of one case, of one claim, and what is added to it."""

from flask import abort, flash, redirect, render_template, url_for
from flask_login import current_user

from vob.bijlagen.forms import UPLOAD_MB
from vob.bijlagen.queries import list_bijlagen
from vob.core.clock import nu, vandaag
from vob.core.errors import BestandGeweigerd, RegelOvertreden
from vob.core.permissions import Recht
from vob.data import db, log_event
from vob.web.access import requires, upload
from vob.web.htmx import Answer

from ..views.blueprint import bp, log_read
from ..zichtbaarheid import get_zaak_or_404
from . import operations
from .forms import BetalingForm, ClaimForm, NieuweClaimForm, PostForm
from .models import Schadebetaling, Schadeclaim, Schadepost
from .queries import Schade, find_claim_or_404, get_schade_or_404, totaal
from .values import Eiser


# Reporting carries the right to see one's own damage; who may see which is in the loader.
@bp.get("/<string:nummer>/schade")
@requires(Recht.INCIDENT_MELDEN)
def list_schade(nummer: str) -> Answer:
    schade = get_schade_or_404(nummer, current_user)
    _log_read(schade)
    return render_template(
        "incidenten/schade/list.html",
        incident=schade.incident,
        schade=schade,
        totaal=totaal(schade.claims),
    )


@bp.route("/<string:nummer>/schade/nieuw", methods=["GET", "POST"])
@requires(Recht.INCIDENT_BEHANDELEN)
def create_claim(nummer: str) -> Answer:
    incident = get_zaak_or_404(nummer, current_user)
    form = NieuweClaimForm(
        eiser=Eiser.GETROFFENE, gebruiker_id=incident.getroffene_id, naam=incident.getroffene_naam
    )
    if form.validate_on_submit():
        if eerder := form.claim():
            return redirect(eerder, 303)
        try:
            claim = operations.create_claim(incident, form.waarden(), current_user, nu())
        except RegelOvertreden as fout:
            db.session.rollback()
            form.toelichting.errors = [str(fout)]
        else:
            pad = form.complete(_pad(claim))
            db.session.commit()
            flash("De schade is vastgelegd. Voeg nu de posten toe.")
            return redirect(pad, 303)
    return render_template(
        "incidenten/schade/nieuw.html", form=form, incident=incident
    ), form.status


@bp.get("/<string:nummer>/schade/<int:id>")
@requires(Recht.INCIDENT_MELDEN)
def show_claim(nummer: str, id: int) -> Answer:
    schade = get_schade_or_404(nummer, current_user)
    claim = find_claim_or_404(schade, id)
    _log_read(schade)
    return render_template(
        "incidenten/schade/show.html",
        incident=schade.incident,
        claim=claim,
        behandelt=schade.behandelt,
        bijlagen=list_bijlagen("schadeclaim", claim.id),
    )


@bp.route("/<string:nummer>/schade/<int:id>/wijzigen", methods=["GET", "POST"])
@requires(Recht.INCIDENT_BEHANDELEN)
def update_claim(nummer: str, id: int) -> Answer:
    claim = _get_claim(nummer, id)
    form = ClaimForm(obj=claim)
    if form.validate_on_submit() and not form.is_stale(claim):
        try:
            operations.update_claim(claim, form.waarden(), current_user, nu())
        except RegelOvertreden as fout:
            form.refuse(fout)
        else:
            db.session.commit()
            flash("De schade is bijgewerkt.")
            return redirect(_pad(claim), 303)
    log_read(claim.incident)
    return render_template(
        "incidenten/schade/wijzigen.html", form=form, claim=claim, incident=claim.incident
    ), form.status


@bp.route("/<string:nummer>/schade/<int:id>/posten", methods=["GET", "POST"])
@requires(Recht.INCIDENT_BEHANDELEN)
@upload(UPLOAD_MB)
def add_post(nummer: str, id: int) -> Answer:
    claim, form = _get_claim(nummer, id), PostForm()
    if form.validate_on_submit():
        if eerder := form.claim():
            return redirect(eerder, 303)
        if _store_post(claim, form):
            return redirect(_pad(claim), 303)
    if form.is_submitted():
        form.bestanden.keep()
        db.session.commit()
    return render_template(
        "incidenten/schade/post.html", form=form, claim=claim, incident=claim.incident
    ), form.status


def _store_post(claim: Schadeclaim, form: PostForm) -> bool:
    """The item with its files; not when a file does not fit any more."""
    post = Schadepost()
    form.fill(post)
    try:
        operations.add_post(claim, post)
        form.bestanden.attach("schadeclaim", claim.id)
    except BestandGeweigerd as fout:
        db.session.rollback()
        form.bestanden.errors = [str(fout)]
        return False
    form.complete(_pad(claim))
    db.session.commit()
    return True


@bp.post("/<string:nummer>/schade/<int:id>/posten/<int:post_id>/verwijderen")
@requires(Recht.INCIDENT_BEHANDELEN)
def delete_post(nummer: str, id: int, post_id: int) -> Answer:
    """A typing mistake; the audit log keeps that it was there."""
    claim = _get_claim(nummer, id)
    post = next((p for p in claim.posten if p.id == post_id), None) or abort(404)
    claim.posten.remove(post)
    db.session.commit()
    return redirect(_pad(claim), 303)


@bp.route("/<string:nummer>/schade/<int:id>/betalingen", methods=["GET", "POST"])
@requires(Recht.INCIDENT_BEHANDELEN)
def add_betaling(nummer: str, id: int) -> Answer:
    claim = _get_claim(nummer, id)
    form = BetalingForm(op=vandaag())
    if form.validate_on_submit():
        if not form.claim():
            betaling = Schadebetaling()
            form.fill(betaling)
            operations.add_betaling(claim, betaling, current_user, nu())
            form.complete(_pad(claim))
        db.session.commit()
        return redirect(_pad(claim), 303)
    return render_template(
        "incidenten/schade/betaling.html", form=form, claim=claim, incident=claim.incident
    ), form.status


def _get_claim(nummer: str, id: int) -> Schadeclaim:
    """To work on: for who handles the case only."""
    schade = get_schade_or_404(nummer, current_user)
    return find_claim_or_404(schade, id) if schade.behandelt else abort(404)


def _log_read(schade: Schade) -> None:
    log_event(db.session, "schade ingezien", "incident", schade.incident.id)
    db.session.commit()


def _pad(claim: Schadeclaim) -> str:
    return url_for(".show_claim", nummer=claim.incident.nummer, id=claim.id)

"""A measure that was taken: made known, reviewed, extended, lifted, broken, objected to.
And one that will not be taken."""

from flask import flash, redirect, render_template
from flask_login import current_user

from vob.core.clock import nu, vandaag
from vob.core.permissions import Recht
from vob.data import db
from vob.web.access import requires
from vob.web.htmx import Answer

from ...views.blueprint import bp
from .. import operations, operations_lopend
from ..forms import BekendForm, RedenForm
from ..forms_lopend import BezwaarForm, OvertredingForm, ToetsForm
from ..models import Maatregel, Overtreding
from .maatregelen import get_genomen, get_onbeslist, pad_van

Form = BekendForm | RedenForm | BezwaarForm | OvertredingForm | ToetsForm


@bp.route("/<string:nummer>/maatregelen/<int:id>/bekendmaken", methods=["GET", "POST"])
@requires(Recht.INCIDENT_BEHANDELEN)
def announce_maatregel(nummer: str, id: int) -> Answer:
    maatregel = get_genomen(nummer, id)
    form = BekendForm(op=vandaag())
    if form.validate_on_submit():
        operations_lopend.announce_maatregel(maatregel, form.op.data, current_user, nu())
        db.session.commit()
        flash("Vastgelegd dat de persoon het weet.")
        return redirect(pad_van(maatregel), 303)
    return _vraag(maatregel, form, "Maatregel bekendmaken", "Vastleggen")


@bp.route("/<string:nummer>/maatregelen/<int:id>/stoppen", methods=["GET", "POST"])
@requires(Recht.INCIDENT_BEHANDELEN)
def withdraw_maatregel(nummer: str, id: int) -> Answer:
    """One that is not decided on, or the case would wait for it for ever."""
    maatregel, form = get_onbeslist(nummer, id), RedenForm()
    if form.validate_on_submit():
        operations.withdraw_maatregel(maatregel, form.reden.data, current_user, nu())
        db.session.commit()
        flash("De maatregel gaat niet door. De reden is bewaard.")
        return redirect(pad_van(maatregel), 303)
    return _vraag(maatregel, form, "Niet doorgaan met deze maatregel", "Niet doorgaan")


@bp.post("/<string:nummer>/maatregelen/<int:id>/verlengen")
@requires(Recht.INCIDENT_BEHANDELEN)
def extend_maatregel(nummer: str, id: int) -> Answer:
    """Prepared as a measure of its own: with a new reason, and a new decision."""
    oud = get_genomen(nummer, id)
    nieuw = operations_lopend.extend_maatregel(oud, current_user, nu(), vandaag())
    db.session.commit()
    flash("De verlenging staat klaar. Vul de reden en de laatste dag in.")
    return redirect(pad_van(nieuw, "update_maatregel"), 303)


@bp.route("/<string:nummer>/maatregelen/<int:id>/opheffen", methods=["GET", "POST"])
@requires(Recht.INCIDENT_BEHANDELEN)
def lift_maatregel(nummer: str, id: int) -> Answer:
    maatregel, form = get_genomen(nummer, id), RedenForm()
    if form.validate_on_submit():
        reden = form.reden.data
        operations_lopend.lift_maatregel(maatregel, reden, current_user, nu(), vandaag())
        db.session.commit()
        flash("De maatregel is opgeheven. Laat het de persoon weten.")
        return redirect(pad_van(maatregel), 303)
    return _vraag(maatregel, form, "Maatregel opheffen", "Opheffen")


@bp.route("/<string:nummer>/maatregelen/<int:id>/toets", methods=["GET", "POST"])
@requires(Recht.INCIDENT_BEHANDELEN)
def review_maatregel(nummer: str, id: int) -> Answer:
    maatregel, form = get_genomen(nummer, id), ToetsForm()
    if form.validate_on_submit():
        uitkomst, toelichting = form.uitkomst.data, form.toelichting.data
        operations_lopend.review_maatregel(
            maatregel, uitkomst, toelichting, current_user, nu(), vandaag()
        )
        db.session.commit()
        flash("De toets is vastgelegd.")
        return redirect(pad_van(maatregel), 303)
    return _vraag(maatregel, form, "Maatregel toetsen", "Vastleggen")


@bp.route("/<string:nummer>/maatregelen/<int:id>/overtreding", methods=["GET", "POST"])
@requires(Recht.INCIDENT_BEHANDELEN)
def create_overtreding(nummer: str, id: int) -> Answer:
    maatregel, form = get_genomen(nummer, id), OvertredingForm(moment=nu())
    if form.validate_on_submit():
        if not form.claim():
            overtreding = Overtreding(door_id=current_user.id)
            form.fill(overtreding)
            operations_lopend.add_overtreding(maatregel, overtreding, nu())
            form.complete(pad_van(maatregel))
        db.session.commit()
        return redirect(pad_van(maatregel), 303)
    return _vraag(maatregel, form, "Overtreding vastleggen", "Vastleggen")


@bp.route("/<string:nummer>/maatregelen/<int:id>/bezwaar", methods=["GET", "POST"])
@requires(Recht.INCIDENT_BEHANDELEN)
def update_bezwaar(nummer: str, id: int) -> Answer:
    maatregel = get_genomen(nummer, id)
    form = BezwaarForm(obj=maatregel)
    if form.validate_on_submit() and not form.is_stale(maatregel):
        form.fill(maatregel)
        operations_lopend.ask_opheffen(maatregel, current_user, nu(), vandaag())
        db.session.commit()
        flash("Vastgelegd.")
        return redirect(pad_van(maatregel), 303)
    return _vraag(maatregel, form, "Bezwaar of reactie vastleggen", "Vastleggen")


def _vraag(maatregel: Maatregel, form: Form, kop: str, knop: str) -> Answer:
    """One question about a measure; the fields are those of the form."""
    return render_template(
        "incidenten/maatregelen/vraag.html",
        form=form,
        maatregel=maatregel,
        incident=maatregel.incident,
        kop=kop,
        knop=knop,
    ), form.status

"""Security measures (step 5): that they are there, of what kind, until when. Never where."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask_login import current_user
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from vob.core.clock import vandaag
from vob.core.deadlines import plus_maanden
from vob.core.errors import RegelOvertreden
from vob.core.permissions import Recht
from vob.data import db
from vob.data.paging import Sortering
from vob.organisatie.queries import setting
from vob.web.access import requires
from vob.web.adres import read_keuze
from vob.web.htmx import Answer
from vob.web.lijst import read_lijst

from ..forms_bijeenkomst import BeveiligingForm
from ..models_bijeenkomst import Beveiligingsmaatregel
from ..rules_beveiliging import LOPEND, check_besluit, check_status, is_voorbij
from ..values_bijeenkomst import Beveiligingsstatus
from .blueprint import bp


@bp.get("/beveiliging/")
@requires(Recht.BEVEILIGING_INZIEN)
def list_beveiliging() -> Answer:
    status = read_keuze(Beveiligingsstatus, "status")
    maatregel = Beveiligingsmaatregel
    stmt = select(maatregel).options(
        joinedload(maatregel.regelaar), joinedload(maatregel.besloten_door)
    )
    alles = "alles" in request.args
    if status:
        stmt = stmt.where(maatregel.status == status)
    elif not alles:
        stmt = stmt.where(maatregel.status.in_(LOPEND))
    return render_template(
        "risicoanalyse/beveiliging_list.html",
        lijst=read_lijst(stmt, Sortering(maatregel.toets_op, maatregel.id, aflopend=False)),
        statussen=Beveiligingsstatus,
        status=status,
        alles=alles,
        lopend=LOPEND,
        is_voorbij=is_voorbij,
    )


@bp.route("/beveiliging/nieuw", methods=["GET", "POST"])
@requires(Recht.RISICO_BEHEREN)
def create_beveiliging() -> Answer:
    toets = plus_maanden(vandaag(), setting("beveiliging_toets"))
    form = BeveiligingForm(toets_op=toets, regelaar_id=current_user.id)
    if form.validate_on_submit():
        if eerder := form.claim():
            return redirect(eerder, 303)
        check_status(None, form.naar.data, is_besloten=False)
        maatregel = Beveiligingsmaatregel(gemaakt_door_id=current_user.id, status=form.naar.data)
        form.fill(maatregel)
        db.session.add(maatregel)
        db.session.flush()
        url = form.complete(url_for(".list_beveiliging", _anchor=f"maatregel-{maatregel.id}"))
        db.session.commit()
        flash("De maatregel staat erin, als voorstel.")
        return redirect(url, 303)
    return render_template("risicoanalyse/beveiliging.html", form=form, maatregel=None), form.status


def _get(id: int) -> Beveiligingsmaatregel:
    return db.session.get(Beveiligingsmaatregel, id) or abort(404)


@bp.route("/beveiliging/<int:id>", methods=["GET", "POST"])
@requires(Recht.RISICO_BEHEREN)
def update_beveiliging(id: int) -> Answer:
    maatregel = _get(id)
    form = BeveiligingForm(obj=maatregel, naar=maatregel.status, stand=maatregel.status)
    if form.validate_on_submit() and not form.is_stale(maatregel):
        is_besloten = maatregel.besloten_op is not None
        check_status(maatregel.status, form.naar.data, is_besloten=is_besloten)
        form.fill(maatregel)
        maatregel.status = form.naar.data
        db.session.commit()
        flash("De maatregel is opgeslagen.")
        return redirect(url_for(".list_beveiliging", _anchor=f"maatregel-{id}"), 303)
    return render_template(
        "risicoanalyse/beveiliging.html", form=form, maatregel=maatregel
    ), form.status


@bp.post("/beveiliging/<int:id>/besluit")
@requires(Recht.RISICO_VASTSTELLEN)
def decide_beveiliging(id: int) -> Answer:
    """Yes or no, by someone else than who proposed it."""
    maatregel = _get(id)
    besluit = request.form.get("besluit")
    if besluit not in (Beveiligingsstatus.BESLOTEN, Beveiligingsstatus.AFGEWEZEN):
        raise RegelOvertreden("Kies ja of nee.")
    check_besluit(maatregel.status, maatregel.gemaakt_door_id, current_user.id)
    maatregel.status = Beveiligingsstatus(besluit)
    maatregel.besloten_op, maatregel.besloten_door_id = vandaag(), current_user.id
    db.session.commit()
    flash(f"Vastgelegd: {maatregel.status.label.lower()}.")
    return redirect(url_for(".list_beveiliging", _anchor=f"maatregel-{id}"), 303)

"""The levels of the draft of the ladder."""

from flask import abort, flash, redirect, render_template, url_for

from vob.core.permissions import Recht
from vob.data import db
from vob.web.access import requires
from vob.web.htmx import Answer

from ..forms import TredeForm, WijzigTredeForm
from ..models import Trede
from ..values import Ladderstatus, Zwaarte
from .blueprint import bp
from .escalatie import get_concept


@bp.route("/escalatie/concept/treden/nieuw", methods=["GET", "POST"])
@requires(Recht.KETEN_BEHEREN)
def create_trede() -> Answer:
    ladder = get_concept()
    form = TredeForm(volgorde=len(ladder.treden) + 1, vanaf=Zwaarte.ERNSTIG)
    if form.validate_on_submit():
        if eerder := form.claim():
            return redirect(eerder, 303)
        trede = Trede(ladder=ladder)
        form.fill(trede)
        db.session.add(trede)
        url = form.complete(url_for(".update_ladder"))
        db.session.commit()
        flash("De trede is toegevoegd.")
        return redirect(url, 303)
    return render_template("ketenafspraken/trede.html", form=form, trede=None), form.status


def _get_trede(id: int) -> Trede:
    """Only of the draft: what was adopted does not change."""
    trede = db.session.get(Trede, id)
    if trede is None or trede.ladder.status is not Ladderstatus.CONCEPT:
        abort(404)
    return trede


@bp.route("/escalatie/treden/<int:id>", methods=["GET", "POST"])
@requires(Recht.KETEN_BEHEREN)
def update_trede(id: int) -> Answer:
    trede = _get_trede(id)
    form = WijzigTredeForm(obj=trede)
    if form.validate_on_submit() and not form.is_stale(trede):
        form.fill(trede)
        db.session.commit()
        flash("De trede is opgeslagen.")
        return redirect(url_for(".update_ladder"), 303)
    return render_template("ketenafspraken/trede.html", form=form, trede=trede), form.status


@bp.post("/escalatie/treden/<int:id>/verwijderen")
@requires(Recht.KETEN_BEHEREN)
def delete_trede(id: int) -> Answer:
    db.session.delete(_get_trede(id))
    db.session.commit()
    flash("De trede is verwijderd.")
    return redirect(url_for(".update_ladder"), 303)

"""Terms of office: of the council, the executive, or one person."""

from flask import abort, flash, redirect, render_template, url_for

from vob.core.errors import RegelOvertreden
from vob.core.permissions import Recht
from vob.data import begin_write, db
from vob.web.access import requires
from vob.web.htmx import Answer

from .. import rules
from ..forms import TermijnForm
from ..models import Termijn
from ..queries import our_organisatie, termijnen
from ..values import Termijnsoort, termijn_label
from .blueprint import bp

_PAD = "/beheer/organisatie/termijnen/"


@bp.get(_PAD)
@requires(Recht.ORGANISATIE_BEHEREN)
def list_termijnen() -> Answer:
    woorden = our_organisatie().woorden
    rijen = [(termijn, termijn_label(termijn.soort, woorden)) for termijn in termijnen()]
    return render_template("organisatie/termijnen.html", rijen=rijen)


@bp.route(f"{_PAD}nieuw", methods=["GET", "POST"])
@requires(Recht.ORGANISATIE_BEHEREN)
def create_termijn() -> Answer:
    form = TermijnForm(woorden=our_organisatie().woorden)
    if form.validate_on_submit():
        if eerder := form.claim():
            return redirect(eerder, 303)
        termijn = Termijn()
        if _save(form, termijn):
            db.session.add(termijn)
            url = form.complete(url_for(".list_termijnen"))
            db.session.commit()
            flash("De termijn is toegevoegd.")
            return redirect(url, 303)
    return render_template("organisatie/termijn.html", form=form, termijn=None), form.status


@bp.route(f"{_PAD}<int:id>", methods=["GET", "POST"])
@requires(Recht.ORGANISATIE_BEHEREN)
def update_termijn(id: int) -> Answer:
    termijn = db.session.get(Termijn, id) or abort(404)
    form = TermijnForm(obj=termijn, woorden=our_organisatie().woorden)
    if form.validate_on_submit() and not form.is_stale(termijn) and _save(form, termijn):
        db.session.commit()
        flash("De termijn is opgeslagen.")
        return redirect(url_for(".list_termijnen"), 303)
    return render_template("organisatie/termijn.html", form=form, termijn=termijn), form.status


def _save(form: TermijnForm, termijn: Termijn) -> bool:
    """Terms of one body do not overlap; people's terms may."""
    begin_write(db.session)
    soort = form.soort.data
    andere = [
        (ander.begin, ander.einde)
        for ander in termijnen()
        if ander.soort == soort and ander is not termijn and soort != Termijnsoort.PERSOON
    ]
    try:
        rules.check_termijn(form.begin.data, form.einde.data, andere)
    except RegelOvertreden as fault:
        form.einde.errors = [str(fault)]
        db.session.rollback()
        return False
    form.fill(termijn)
    return True


@bp.post(f"{_PAD}<int:id>/verwijderen")
@requires(Recht.ORGANISATIE_BEHEREN)
def delete_termijn(id: int) -> Answer:
    termijn = db.session.get(Termijn, id) or abort(404)
    db.session.delete(termijn)
    db.session.commit()
    flash("De termijn is verwijderd.")
    return redirect(url_for(".list_termijnen"), 303)

"""On what ground a listener may be kept out, and where the agenda comes from."""

from flask import flash, redirect, render_template, url_for

from vob.core.permissions import Recht
from vob.data import begin_write, db
from vob.web.access import requires
from vob.web.htmx import Answer

from ...views.blueprint import bp
from .. import bronadres
from ..forms_instellingen import BronForm, GrondslagForm
from ..queries import our_agendabron, our_grondslag
from .vergaderingen import PAD


@bp.route(f"{PAD}/grondslag", methods=["GET", "POST"])
@requires(Recht.VERGADERING_BIJHOUDEN)
def update_grondslag() -> Answer:
    grondslag = our_grondslag()
    form = GrondslagForm(obj=grondslag)
    if form.validate_on_submit() and not form.is_stale(grondslag):
        begin_write(db.session)
        form.fill(grondslag)
        grondslag.gecontroleerd_op = form.gecontroleerd_op.data
        db.session.add(grondslag)
        db.session.commit()
        flash("De grondslag is opgeslagen.")
        return redirect(url_for(".list_vergaderingen"), 303)
    return render_template("incidenten/vergaderingen/grondslag.html", form=form), form.status


@bp.route(f"{PAD}/agendabron", methods=["GET", "POST"])
@requires(Recht.ORGANISATIE_BEHEREN)
def update_agendabron() -> Answer:
    """By who manages VOB: where a server may fetch from is no choice of who keeps the log."""
    bron = our_agendabron()
    form = BronForm(obj=bron)
    if form.validate_on_submit() and not form.is_stale(bron):
        begin_write(db.session)
        bron.url = form.url.data or None
        bron.host = bronadres.check_url(bron.url).hostname or "" if bron.url else ""
        bron.intern_host = (form.intern_host.data or "").lower()
        db.session.add(bron)
        db.session.commit()
        flash("Het adres van de agenda is opgeslagen.")
        return redirect(url_for(".update_agendabron"), 303)
    return render_template("incidenten/vergaderingen/agendabron.html", form=form), form.status

"""How often one person disturbed a meeting: asked by name, never listed."""

from flask import render_template
from flask_login import current_user

from vob.core.permissions import Recht
from vob.data import db, log_event
from vob.web.access import requires
from vob.web.htmx import Answer

from ...views.blueprint import bp
from .. import queries
from ..forms import NaamForm
from .vergaderingen import PAD


@bp.route(f"{PAD}/ordeverstoringen", methods=["GET", "POST"])
@requires(Recht.ORDEVERSTORING_INZIEN)
def find_ordeverstoringen() -> Answer:
    """By POST: a name does not belong in an address. That someone asked is in the read log."""
    form = NaamForm()
    gevonden = None
    if form.validate_on_submit():
        gevonden = queries.list_ordeverstoringen(form.naam.data)
        for id in {verstoring.vergadering.id for verstoring in gevonden}:
            log_event(db.session, "ingezien", "vergadering", id)
        log_event(db.session, "gezocht op persoon", "logregel", aantal=len(gevonden))
        db.session.commit()
    return render_template(
        "incidenten/vergaderingen/ordeverstoringen.html",
        form=form,
        gevonden=gevonden,
        vergaderingen=queries.count_vergaderingen(gevonden or ()),
        grondslag=queries.our_grondslag(),
        mag_log=current_user.can(Recht.VERGADERING_BIJHOUDEN),
    ), 422 if form.errors else 200

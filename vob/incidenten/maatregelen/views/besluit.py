"""Putting a measure to who decides, and deciding it."""

from flask import abort, flash, redirect, render_template, request
from flask_login import current_user

from vob.core.clock import nu, vandaag
from vob.core.permissions import Recht
from vob.data import db, log_event
from vob.web.access import requires
from vob.web.htmx import Answer

from ...views.blueprint import bp
from .. import operations, toets
from ..forms import BesluitForm
from ..models import Maatregel
from ..queries import get_maatregel_or_404
from ..soorten import SOORTEN
from ..values import Maatregelstatus
from .maatregelen import get_in_voorbereiding, pad_van, read_verstoringen


@bp.post("/<string:nummer>/maatregelen/<int:id>/voorleggen")
@requires(Recht.INCIDENT_BEHANDELEN)
def submit_maatregel(nummer: str, id: int) -> Answer:
    maatregel = get_in_voorbereiding(nummer, id)
    operations.submit_maatregel(maatregel, current_user, nu())
    db.session.commit()
    flash("Voorgelegd. Wie beslist, krijgt een mail met alleen een link, en een actie.")
    return redirect(pad_van(maatregel), 303)


@bp.post("/<string:nummer>/maatregelen/<int:id>/vastleggen")
@requires(Recht.INCIDENT_BEHANDELEN)
def record_maatregel(nummer: str, id: int) -> Answer:
    """A light measure, that needs no decision of a bestuurder."""
    maatregel = get_in_voorbereiding(nummer, id)
    operations.record_maatregel(maatregel, current_user, nu(), vandaag())
    db.session.commit()
    flash("De maatregel is vastgelegd.")
    return redirect(pad_van(maatregel), 303)


@bp.route("/<string:nummer>/maatregelen/<int:id>/besluit", methods=["GET", "POST"])
@requires(Recht.MAATREGEL_BESLISSEN)
def decide_maatregel(nummer: str, id: int) -> Answer:
    """For the one to whom it was put; for nobody else this page exists."""
    maatregel = _get_voorgelegd(nummer, id)
    form = BesluitForm()
    naar = request.form.get("naar", "")
    if form.validate_on_submit():
        if naar not in set(Maatregelstatus):
            abort(400)
        operations.decide_maatregel(
            maatregel,
            Maatregelstatus(naar),
            form.toelichting.data or "",
            current_user,
            nu(),
            vandaag(),
        )
        db.session.commit()
        flash(f"Uw besluit is vastgelegd: {Maatregelstatus(naar).label.lower()}.")
        return redirect(_na_besluit(maatregel), 303)
    log_event(db.session, "maatregel ingezien", "maatregel", maatregel.id)
    context = _context(maatregel, form)
    db.session.commit()
    return render_template("incidenten/maatregelen/besluit.html", **context)


def _context(maatregel: Maatregel, form: BesluitForm) -> dict[str, object]:
    voorstel = operations.voorstel_van(maatregel)
    return {
        "form": form,
        "maatregel": maatregel,
        "incident": maatregel.incident,
        "verstoringen": read_verstoringen(maatregel),
        "punten": toets.list_punten(voorstel, SOORTEN[maatregel.soort]),
    }


def _get_voorgelegd(nummer: str, id: int) -> Maatregel:
    maatregel = get_maatregel_or_404(nummer, id, current_user)
    mag = maatregel.beslisser_id == current_user.id
    voorgelegd = maatregel.status is Maatregelstatus.VOORGELEGD
    return maatregel if mag and voorgelegd else abort(404)


def _na_besluit(maatregel: Maatregel) -> str:
    """Given back it is in preparation again, and not for who decides."""
    terug = maatregel.status is Maatregelstatus.CONCEPT
    return "/incidenten/maatregelen" if terug else pad_van(maatregel)

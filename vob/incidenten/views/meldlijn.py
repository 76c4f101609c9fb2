"""Setting who gets which reports."""

from flask import abort, flash, redirect, render_template, url_for

from vob.core.organisatietype import Functie, functie_label
from vob.core.permissions import Recht
from vob.data import begin_write, db
from vob.organisatie.queries import our_organisatie
from vob.web.access import requires
from vob.web.formats import meervoud
from vob.web.htmx import Answer

from .. import meldlijn
from ..forms import MeldlijnForm
from .blueprint import bp


@bp.get("/meldlijn")
@requires(Recht.INCIDENT_MELDEN)
def list_meldlijnen() -> Answer:
    """Everyone may know who reads a report; what is missing is for who can mend it."""
    return render_template(
        "incidenten/meldlijnen.html", regels=meldlijn.list_lijnen(), label=_label
    )


@bp.route("/meldlijn/<string:functie>", methods=["GET", "POST"])
@requires(Recht.MELDLIJN_BEHEREN)
def update_meldlijn(functie: str) -> Answer:
    if functie not in list(Functie):
        abort(404)
    lijn = meldlijn.get_lijn(Functie(functie))
    form = MeldlijnForm(obj=lijn)
    if form.validate_on_submit() and not form.is_stale(lijn):
        form.populate(lijn)
        db.session.add(lijn)
        db.session.commit()
        flash(f"De meldlijn voor {_label(lijn.functie)} is opgeslagen.")
        return redirect(url_for(".list_meldlijnen"), 303)
    return render_template(
        "incidenten/meldlijn.html", form=form, functie=_label(lijn.functie)
    ), form.status


@bp.post("/meldlijn/aanvullen")
@requires(Recht.MELDLIJN_BEHEREN)
def fill_meldlijnen() -> Answer:
    begin_write(db.session)
    aantal = meldlijn.fill_lijnen()
    db.session.commit()
    flash(
        f"{meervoud(aantal, 'meldlijn', 'meldlijnen')} aangevuld. Kijk of het klopt."
        if aantal
        else "Er was niemand om aan te vullen.",
        "ok" if aantal else "warn",
    )
    return redirect(url_for(".list_meldlijnen"), 303)


def _label(functie: Functie) -> str:
    return functie_label(functie, our_organisatie().type)

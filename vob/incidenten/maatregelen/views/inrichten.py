"""How this organisation measures: the kinds with their legal nature, the ladder, the letters."""

from flask import abort, flash, redirect, render_template, url_for
from flask_login import current_user

from vob.core.clock import vandaag
from vob.core.permissions import Recht
from vob.data import begin_write, db
from vob.web.access import requires
from vob.web.formats import meervoud
from vob.web.htmx import Answer

from ...values import Ernst
from ...views.blueprint import bp
from .. import inrichten
from ..brieven import PLEKKEN
from ..forms import LadderForm
from ..forms_lopend import RegelForm
from ..ladder import TREDEN
from ..queries import current_ladder, find_sjabloon, get_regel, list_regels
from ..soorten import KEUZES, SOORTEN
from ..values import Geval, Maatregelsoort


@bp.get("/maatregelen/soorten")
@requires(Recht.INCIDENT_BEHANDELEN)
def list_soorten() -> Answer:
    """Each kind with its legal nature, its basis, and whether its letter was adopted."""
    regels = list_regels()
    return render_template(
        "incidenten/maatregelen/soorten.html",
        regels=regels,
        sjablonen={regel.soort: find_sjabloon(regel, vandaag()) for regel in regels},
        soorten=SOORTEN,
        plekken=PLEKKEN,
    )


@bp.route("/maatregelen/soorten/<string:code>", methods=["GET", "POST"])
@requires(Recht.MAATREGEL_BEHEREN)
def update_soort(code: str) -> Answer:
    if code not in KEUZES:
        abort(404)
    regel = get_regel(Maatregelsoort(code))
    form = RegelForm(obj=regel)
    if form.validate_on_submit() and not form.is_stale(regel):
        form.fill(regel)
        db.session.add(regel)
        db.session.commit()
        flash("Opgeslagen. Het geldt voor nieuwe maatregelen.")
        return redirect(url_for(".list_soorten"), 303)
    return render_template("incidenten/maatregelen/soort.html", form=form, regel=regel), form.status


@bp.post("/maatregelen/sjablonen")
@requires(Recht.MAATREGEL_BEHEREN)
def add_sjablonen() -> Answer:
    begin_write(db.session)
    aantal = inrichten.add_sjablonen(current_user)
    db.session.commit()
    brieven = meervoud(aantal, "sjabloon", "sjablonen")
    flash(
        f"{brieven} toegevoegd als concept bij Documenten. Een bestuurder stelt ze vast."
        if aantal
        else "Voor elke brief is er al een sjabloon.",
        "ok" if aantal else "warn",
    )
    return redirect(url_for(".list_soorten"), 303)


@bp.get("/maatregelen/ladder")
@requires(Recht.INCIDENT_BEHANDELEN)
def show_ladder() -> Answer:
    return render_template(
        "incidenten/maatregelen/ladder.html", ladder=current_ladder(), treden=TREDEN, gevallen=Geval
    )


@bp.route("/maatregelen/ladder/<int:trede>", methods=["GET", "POST"])
@requires(Recht.MAATREGEL_BEHEREN)
def update_trede(trede: int) -> Answer:
    ernst = next((e for e in TREDEN if e.value == str(trede)), None) or abort(404)
    ladder = current_ladder()
    form = LadderForm(data={geval.value: ladder[ernst, geval] for geval in Geval})
    if form.validate_on_submit():
        inrichten.set_trede(ernst, {geval: form[geval.value].data for geval in Geval})
        db.session.commit()
        flash("De reactieladder is aangepast.")
        return redirect(url_for(".show_ladder"), 303)
    return render_template(
        "incidenten/maatregelen/trede.html", form=form, ernst=Ernst(ernst)
    ), form.status

"""The pages of care: of one case, of who gives it, and of the team."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from vob.core.clock import nu, vandaag
from vob.core.deadlines import plus_maanden
from vob.core.permissions import Recht
from vob.data import db, log_event
from vob.data.paging import Sortering
from vob.organisatie.queries import setting, steunpunten
from vob.web.access import requires
from vob.web.htmx import Answer
from vob.web.lijst import read_lijst

from ..models import Incident
from ..termijnen.rules import dag_van
from ..views.blueprint import bp
from ..zichtbaarheid import get_zaak_or_404
from . import operations, rules
from .forms import LidForm, NieuwLidForm, OpvangmomentForm, ToewijsForm, TrajectForm
from .models import Opvanglid, Opvangtraject
from .queries import (
    Opvang,
    find_moment_or_404,
    find_traject_or_404,
    get_opvang_or_404,
    given_trajecten,
    list_team,
)
from .values import Momentsoort, Momentstand, Opvangrol


# Reporting carries the right to see one's own care; who may see which is in the loader.
@bp.get("/<string:nummer>/opvang")
@requires(Recht.INCIDENT_MELDEN)
def show_opvang(nummer: str) -> Answer:
    opvang = get_opvang_or_404(nummer, current_user)
    log_event(db.session, "opvang ingezien", "incident", opvang.incident.id)
    db.session.commit()
    return render_template(
        "incidenten/opvang/show.html",
        opvang=opvang,
        incident=opvang.incident,
        overgangen=rules.OVERGANGEN,
        antwoorden=rules.antwoorden_op,
        steunpunten=[s for s in steunpunten() if not s.is_historisch],
        oudste=plus_maanden(vandaag(), -setting("steunpunt_controle")),
    )


@bp.get("/opvang")
@requires(Recht.OPVANG_GEVEN)
def list_opvang() -> Answer:
    """What this user gives; of the case only its number, its day and its form."""
    alle = request.args.get("welke") == "alle"
    sortering = Sortering(Opvangtraject.id, Opvangtraject.id)
    lijst = read_lijst(given_trajecten(current_user, ook_afgerond=alle), sortering)
    return render_template("incidenten/opvang/list.html", lijst=lijst, alle=alle)


@bp.route("/<string:nummer>/opvang/nieuw", methods=["GET", "POST"])
@requires(Recht.INCIDENT_BEHANDELEN)
def create_traject(nummer: str) -> Answer:
    incident = get_zaak_or_404(nummer, current_user)
    form = TrajectForm(
        voor=Opvangrol.GETROFFENE,
        gebruiker_id=incident.getroffene_id,
        naam=incident.getroffene_naam or "",
    )
    if form.validate_on_submit():
        if not form.claim():
            operations.create_traject(incident, form.waarden(), current_user, nu())
            form.complete(_pad(incident))
        db.session.commit()
        flash("De opvang is geregeld. De opvangpersoon krijgt een mail met alleen een link.")
        return redirect(_pad(incident), 303)
    return render_template(
        "incidenten/opvang/traject.html", form=form, incident=incident
    ), form.status


@bp.route("/<string:nummer>/opvang/<int:id>/opvangpersoon", methods=["GET", "POST"])
@requires(Recht.INCIDENT_BEHANDELEN)
def assign_opvangpersoon(nummer: str, id: int) -> Answer:
    opvang = get_opvang_or_404(nummer, current_user)
    traject = find_traject_or_404(opvang, id)
    if not opvang.behandelt:
        abort(404)
    form = ToewijsForm(opvangpersoon_id=traject.opvangpersoon_id)
    if form.validate_on_submit():
        operations.assign_opvangpersoon(traject, form.opvangpersoon_id.data, current_user, nu())
        db.session.commit()
        flash("De opvangpersoon is gekozen en krijgt bericht.")
        return redirect(_pad(opvang.incident), 303)
    context = {"form": form, "incident": opvang.incident, "traject": traject}
    return render_template("incidenten/opvang/toewijzen.html", **context), form.status


@bp.route("/<string:nummer>/opvang/<int:id>/momenten/nieuw", methods=["GET", "POST"])
@requires(Recht.INCIDENT_MELDEN)
def create_moment(nummer: str, id: int) -> Answer:
    opvang, traject = _load_om_vast_te_leggen(nummer, id)
    form = OpvangmomentForm(
        voorval=dag_van(opvang.incident.voorval_op),
        met_opmerking=opvang.mag_opmerking(traject),
        soort=_volgende(traject),
    )
    if form.validate_on_submit():
        if not form.claim():
            operations.add_moment(traject, form.waarden(), current_user, nu())
            form.complete(_pad(opvang.incident))
        db.session.commit()
        flash("Vastgelegd: alleen dát het zo is, niet wat er is gezegd.")
        return redirect(_pad(opvang.incident), 303)
    context = {"form": form, "incident": opvang.incident, "traject": traject}
    return render_template("incidenten/opvang/moment.html", **context), form.status


@bp.post("/<string:nummer>/opvang/momenten/<int:id>")
@requires(Recht.INCIDENT_MELDEN)
def change_moment(nummer: str, id: int) -> Answer:
    """What became of an offer; also by the person for whom it is."""
    opvang = get_opvang_or_404(nummer, current_user)
    moment = find_moment_or_404(opvang, id)
    naar = request.form.get("naar", "")
    if naar not in set(Momentstand):
        abort(400)
    operations.change_moment(
        moment,
        Momentstand(naar),
        current_user,
        nu(),
        vandaag(),
        is_antwoord=not opvang.mag_vastleggen(moment.traject),
    )
    db.session.commit()
    return redirect(_pad(opvang.incident), 303)


@bp.post("/<string:nummer>/opvang/vragen")
@requires(Recht.INCIDENT_MELDEN)
def ask_opvang(nummer: str) -> Answer:
    opvang = get_opvang_or_404(nummer, current_user)
    if not opvang.is_getroffene:
        abort(404)
    operations.ask_opvang(opvang.incident, current_user, nu())
    db.session.commit()
    flash("Uw vraag is binnen. Er neemt iemand contact met u op.")
    return redirect(_pad(opvang.incident), 303)


@bp.post("/<string:nummer>/opvang/<int:id>/afronden")
@requires(Recht.INCIDENT_MELDEN)
def finish_traject(nummer: str, id: int) -> Answer:
    opvang, traject = _load_om_vast_te_leggen(nummer, id)
    operations.finish_traject(traject, vandaag())
    db.session.commit()
    flash("De opvang is afgerond.")
    return redirect(_pad(opvang.incident), 303)


def _load_om_vast_te_leggen(nummer: str, id: int) -> tuple[Opvang, Opvangtraject]:
    opvang = get_opvang_or_404(nummer, current_user)
    traject = find_traject_or_404(opvang, id)
    return (opvang, traject) if opvang.mag_vastleggen(traject) else abort(404)


def _volgende(traject: Opvangtraject) -> Momentsoort:
    """The moment that comes next; what one most likely came to write down."""
    gehad = {moment.soort for moment in traject.momenten}
    return next((soort for soort in Momentsoort if soort not in gehad), Momentsoort.EXTRA)


def _pad(incident: Incident) -> str:
    return url_for(".show_opvang", nummer=incident.nummer)


@bp.get("/opvangteam")
@requires(Recht.OPVANG_BEHEREN)
def list_opvangteam() -> Answer:
    return render_template("incidenten/opvang/team.html", team=list_team())


@bp.route("/opvangteam/nieuw", methods=["GET", "POST"])
@requires(Recht.OPVANG_BEHEREN)
def create_opvanglid() -> Answer:
    form = NieuwLidForm()
    if form.validate_on_submit():
        lid = Opvanglid()
        form.fill(lid)
        db.session.add(lid)
        db.session.commit()
        return _na_team("Toegevoegd aan het opvangteam.")
    return render_template("incidenten/opvang/lid.html", form=form, lid=None), form.status


@bp.route("/opvangteam/<int:id>", methods=["GET", "POST"])
@requires(Recht.OPVANG_BEHEREN)
def update_opvanglid(id: int) -> Answer:
    lid = db.get_or_404(Opvanglid, id)
    form = LidForm(obj=lid)
    if form.validate_on_submit() and not form.is_stale(lid):
        form.fill(lid)
        db.session.commit()
        return _na_team("Opgeslagen.")
    return render_template("incidenten/opvang/lid.html", form=form, lid=lid), form.status


@bp.post("/opvangteam/<int:id>/verwijderen")
@requires(Recht.OPVANG_BEHEREN)
def remove_opvanglid(id: int) -> Answer:
    """Who leaves the team keeps the cases they have, until someone else is chosen."""
    db.session.delete(db.get_or_404(Opvanglid, id))
    db.session.commit()
    return _na_team("Niet meer in het opvangteam.")


def _na_team(melding: str) -> Response:
    flash(melding)
    return redirect(url_for(".list_opvangteam"), 303)

"""The analysis of a case, and the list of offences it suggests from."""

from typing import Any

from flask import abort, flash, redirect, render_template, url_for
from flask_login import current_user
from sqlalchemy import func, select

from vob.core.clock import nu
from vob.core.permissions import Recht
from vob.data import db
from vob.web.access import requires
from vob.web.htmx import Answer

from .. import onderdelen, rules_zaak, zaak
from ..models import Incident
from ..values import Status, Vorm
from ..views.blueprint import bp, log_read
from ..zichtbaarheid import get_zaak_or_404, is_behandelaar
from . import operations, rules
from .feiten import get_feit, list_feiten
from .forms import AnalyseForm, FeitForm
from .models import Analyse

onderdelen.register_telling(
    "analyse",
    select(func.count(Analyse.id)).where(Analyse.incident_id == onderdelen.ZAAK).scalar_subquery(),
)


@bp.route("/<string:nummer>/analyse", methods=["GET", "POST"])
@requires(Recht.INCIDENT_BEHANDELEN)
def show_analyse(nummer: str) -> Answer:
    incident = get_zaak_or_404(nummer, current_user)
    analyse, feiten = operations.get_analyse(incident), list_feiten()
    form = AnalyseForm(feiten, obj=analyse, **_van_zaak(incident))
    if not _may_judge(incident):
        del form.ernst
    if form.validate_on_submit() and not form.is_stale(analyse):
        operations.save_analyse(incident, analyse, form.data, current_user, nu())
        form.discard_concept()
        db.session.commit()
        flash("De analyse is opgeslagen.")
        return redirect(url_for(".show_analyse", nummer=nummer), 303)
    log_read(incident)
    return render_template(
        "incidenten/analyse/show.html",
        incident=incident,
        analyse=analyse,
        form=form,
        voorstel=_voorstel(incident, feiten),
    ), form.status


@bp.get("/strafbare-feiten")
@requires(Recht.INCIDENT_BEHANDELEN)
def list_strafbare_feiten() -> Answer:
    return render_template("incidenten/analyse/feiten.html", feiten=list_feiten())


@bp.route("/strafbare-feiten/<string:code>", methods=["GET", "POST"])
@requires(Recht.FEIT_BEHEREN)
def update_feit(code: str) -> Answer:
    feit = get_feit(code)
    if feit is None:
        abort(404)
    form = FeitForm(obj=feit, vormen=[Vorm(vorm) for vorm in feit.vormen])
    if form.validate_on_submit() and not form.is_stale(feit):
        form.fill(feit)
        feit.vormen = [vorm.value for vorm in form.vormen.data]
        db.session.add(feit)
        db.session.commit()
        flash("Opgeslagen.")
        return redirect(url_for(".list_strafbare_feiten"), 303)
    return render_template("incidenten/analyse/feit.html", feit=feit, form=form), form.status


def _van_zaak(incident: Incident) -> dict[str, Any]:
    return {naam: getattr(incident, naam) for naam in (*operations.VAN_ZAAK, "ernst")}


def _may_judge(incident: Incident) -> bool:
    return rules_zaak.mag_beoordelen(zaak.is_coordinator(current_user), incident.is_vertrouwelijk)


def _voorstel(incident: Incident, feiten: list[Any]) -> list[Any]:
    """The offences that go with the forms of this case."""
    codes = rules.suggest_feiten(incident.vormen, feiten)
    return [feit for feit in feiten if feit.code in codes]


def _stand(incident: Incident) -> str:
    return "✓" if onderdelen.telling(incident, "analyse") else ""


def _gebreken(incident: Incident, naar: Status) -> list[str]:
    """Looking back on a case begins with what it was."""
    if naar is Status.GEEVALUEERD and not onderdelen.telling(incident, "analyse"):
        return ["Leg eerst de analyse vast."]
    return []


onderdelen.register(
    onderdelen.Onderdeel("analyse", "Analyse", "incidenten.show_analyse", is_behandelaar, _stand)
)
onderdelen.register_gebrek(_gebreken)

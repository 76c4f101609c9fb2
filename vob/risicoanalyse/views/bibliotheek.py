"""The library: scenarios, measures and policy areas. Retired, never deleted."""

from typing import Any, TypeVar

from flask import abort, flash, redirect, render_template, url_for
from flask import request as verzoek
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from vob.core.permissions import Recht
from vob.data import Model, db
from vob.data.paging import Sortering
from vob.web.access import requires
from vob.web.htmx import Answer
from vob.web.lijst import read_lijst

from .. import bibliotheek
from ..forms_bibliotheek import GebiedForm, MaatregelForm, ScenarioForm
from ..models_bibliotheek import (
    Beleidsgebied,
    Scenario,
    Scenariomaatregel,
    Voorbeeldmaatregel,
)
from .blueprint import bp

Soort = TypeVar("Soort", bound=Model)


def _toont_alles() -> bool:
    return "alles" in verzoek.args


def _list(soort: type[Scenario] | type[Voorbeeldmaatregel], *opties: Any) -> Any:
    """One page of what is in use, or of all; in the order in which it came."""
    stmt = select(soort).options(*opties)
    if not _toont_alles():
        stmt = stmt.where(soort.is_actief)
    return read_lijst(stmt, Sortering(soort.id, soort.id, aflopend=False))


@bp.get("/bibliotheek/")
@requires(Recht.RISICO_INZIEN)
def list_scenarios() -> Answer:
    return render_template(
        "risicoanalyse/scenarios.html",
        lijst=_list(Scenario, joinedload(Scenario.beleidsgebied)),
        gebruik=bibliotheek.scenario_gebruik(),
        alles=_toont_alles(),
    )


@bp.get("/bibliotheek/maatregelen/")
@requires(Recht.RISICO_INZIEN)
def list_voorbeelden() -> Answer:
    return render_template(
        "risicoanalyse/voorbeelden.html",
        lijst=_list(Voorbeeldmaatregel),
        gebruik=bibliotheek.maatregel_gebruik(),
        alles=_toont_alles(),
    )


@bp.get("/bibliotheek/gebieden/")
@requires(Recht.RISICO_INZIEN)
def list_gebieden() -> Answer:
    stmt = select(Beleidsgebied)
    sortering = Sortering(Beleidsgebied.naam, Beleidsgebied.id, aflopend=False)
    return render_template("risicoanalyse/gebieden.html", lijst=read_lijst(stmt, sortering))


@bp.post("/bibliotheek/startset")
@requires(Recht.RISICO_BEHEREN)
def add_start_set() -> Answer:
    aantal = bibliotheek.add_start_set()
    db.session.commit()
    flash(f"Er kwamen {aantal} scenario’s en maatregelen bij." if aantal else "U heeft alles al.")
    return redirect(url_for(".list_scenarios"), 303)


def _get(soort: type[Soort], id: int) -> Soort:
    return db.session.get(soort, id) or abort(404)


def _new(obj: Model, prefix: str) -> None:
    """Its code follows from its number: E12 is an own one."""
    db.session.add(obj)
    db.session.flush()
    obj.code = f"{prefix}{obj.id}"  # type: ignore[attr-defined]  # both kinds have a code


@bp.route("/bibliotheek/scenarios/nieuw", methods=["GET", "POST"])
@requires(Recht.RISICO_BEHEREN)
def create_scenario() -> Answer:
    form = ScenarioForm()
    if form.validate_on_submit():
        if eerder := form.claim():
            return redirect(eerder, 303)
        scenario = Scenario(code="", is_eigen=True)
        _fill_scenario(scenario, form)
        _new(scenario, "E")
        url = form.complete(url_for(".list_scenarios"))
        db.session.commit()
        flash("Het scenario staat in de bibliotheek.")
        return redirect(url, 303)
    return render_template("risicoanalyse/scenario.html", form=form, scenario=None), form.status


@bp.route("/bibliotheek/scenarios/<int:id>", methods=["GET", "POST"])
@requires(Recht.RISICO_BEHEREN)
def update_scenario(id: int) -> Answer:
    scenario = _get(Scenario, id)
    form = ScenarioForm(
        obj=scenario, maatregelen=[suggestie.maatregel_id for suggestie in scenario.suggesties]
    )
    if form.validate_on_submit() and not form.is_stale(scenario):
        _fill_scenario(scenario, form)
        db.session.commit()
        flash("Het scenario is opgeslagen.")
        return redirect(url_for(".list_scenarios"), 303)
    return render_template("risicoanalyse/scenario.html", form=form, scenario=scenario), form.status


def _fill_scenario(scenario: Scenario, form: ScenarioForm) -> None:
    form.fill(scenario)
    gekozen = set(form.maatregelen.data or [])
    scenario.suggesties = [s for s in scenario.suggesties if s.maatregel_id in gekozen]
    bekend = {suggestie.maatregel_id for suggestie in scenario.suggesties}
    scenario.suggesties += [Scenariomaatregel(maatregel_id=id) for id in sorted(gekozen - bekend)]


@bp.route("/bibliotheek/maatregelen/nieuw", methods=["GET", "POST"])
@requires(Recht.RISICO_BEHEREN)
def create_voorbeeld() -> Answer:
    form = MaatregelForm()
    if form.validate_on_submit():
        if eerder := form.claim():
            return redirect(eerder, 303)
        maatregel = Voorbeeldmaatregel(code="", is_eigen=True)
        form.fill(maatregel)
        _new(maatregel, "EM")
        url = form.complete(url_for(".list_voorbeelden"))
        db.session.commit()
        flash("De maatregel staat in de bibliotheek.")
        return redirect(url, 303)
    return render_template("risicoanalyse/voorbeeld.html", form=form, maatregel=None), form.status


@bp.route("/bibliotheek/maatregelen/<int:id>", methods=["GET", "POST"])
@requires(Recht.RISICO_BEHEREN)
def update_voorbeeld(id: int) -> Answer:
    maatregel = _get(Voorbeeldmaatregel, id)
    form = MaatregelForm(obj=maatregel)
    if form.validate_on_submit() and not form.is_stale(maatregel):
        form.fill(maatregel)
        db.session.commit()
        flash("De maatregel is opgeslagen.")
        return redirect(url_for(".list_voorbeelden"), 303)
    return render_template(
        "risicoanalyse/voorbeeld.html", form=form, maatregel=maatregel
    ), form.status


@bp.route("/bibliotheek/gebieden/nieuw", methods=["GET", "POST"])
@requires(Recht.RISICO_BEHEREN)
def create_gebied() -> Answer:
    return _gebied(GebiedForm(), None)


@bp.route("/bibliotheek/gebieden/<int:id>", methods=["GET", "POST"])
@requires(Recht.RISICO_BEHEREN)
def update_gebied(id: int) -> Answer:
    gebied = _get(Beleidsgebied, id)
    return _gebied(GebiedForm(obj=gebied), gebied)


def _gebied(form: Any, gebied: Beleidsgebied | None) -> Answer:
    if form.validate_on_submit() and not (gebied and form.is_stale(gebied)):
        naam = select(Beleidsgebied.id).where(Beleidsgebied.naam == form.naam.data)
        if db.session.scalar(naam) in (None, gebied.id if gebied else None):
            nieuw = gebied or Beleidsgebied()
            form.fill(nieuw)
            db.session.add(nieuw)
            db.session.commit()
            flash("Het beleidsgebied is opgeslagen.")
            return redirect(url_for(".list_gebieden"), 303)
        form.naam.errors = ["Dit beleidsgebied is er al."]
    return render_template("risicoanalyse/gebied.html", form=form, gebied=gebied), form.status

"""One gathering or visit: the five-minute check, its page, and the look back."""

from datetime import time
from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask_login import current_user

from vob.core.clock import nu, vandaag
from vob.core.errors import RegelOvertreden
from vob.core.permissions import Recht
from vob.data import db
from vob.data.paging import Sortering
from vob.web import objecten
from vob.web.access import requires
from vob.web.adres import read_dag, read_getal, read_keuze
from vob.web.htmx import Answer
from vob.web.lijst import read_lijst

from .. import bijeenkomsten, rules_bijeenkomst
from ..bibliotheek import bijeenkomst_maatregelen
from ..forms_bijeenkomst import OperationeelForm, TerugblikForm
from ..models_bijeenkomst import Inschatting
from ..values_bijeenkomst import Bijeenkomstsoort, Kleur
from ..zichtbaarheid import may_work_on
from .blueprint import bp


def _get(id: int, *, om_te_werken: bool = False) -> Inschatting:
    """Find or 404, may see or 404."""
    found = db.session.scalar(bijeenkomsten.select_one(id, current_user))
    if found is None or (om_te_werken and not may_work_on(found.analyse)):
        abort(404)
    return found


@bp.get("/operationeel/")
@requires(Recht.RISICO_OPERATIONEEL)
def list_operationeel() -> Answer:
    kleur, terugblik = read_keuze(Kleur, "kleur"), bool(request.args.get("terugblik"))
    stmt = bijeenkomsten.list_stmt(current_user, kleur, terugblik, vandaag())
    return render_template(
        "risicoanalyse/operationeel_list.html",
        lijst=read_lijst(stmt, Sortering(Inschatting.dag, Inschatting.id)),
        kleuren=Kleur,
        kleur=kleur,
        terugblik=terugblik,
    )


@bp.route("/operationeel/nieuw", methods=["GET", "POST"])
@requires(Recht.RISICO_OPERATIONEEL)
def create_operationeel() -> Answer:
    """From a meeting in the log the facts come along in the address; once rated, it leads there."""
    voorbeelden = bijeenkomst_maatregelen()
    form = OperationeelForm(voorbeelden=voorbeelden, eigenaar_id=current_user.id, dag=vandaag())
    if request.method == "GET":
        if bestaand := _prefill(form):
            return redirect(url_for(".show_operationeel", id=bestaand), 303)
    elif form.validate_on_submit():
        if eerder := form.claim():
            return redirect(eerder, 303)
        bron = _bron(form.bron_soort.data or "", form.bron_id.data or 0)
        analyse = bijeenkomsten.rate(form, current_user, bron, voorbeelden)
        url = form.complete(url_for(".show_operationeel", id=analyse.id))
        db.session.commit()
        return redirect(url, 303)
    return _form_page(form)


def _form_page(form: OperationeelForm, inschatting: Inschatting | None = None) -> Answer:
    voorstel = rules_bijeenkomst.suggest_kleur(form.antwoorden)
    return render_template(
        "risicoanalyse/operationeel_form.html",
        form=form,
        inschatting=inschatting,
        voorstel=voorstel if all(form.antwoorden.values()) else None,
    ), form.status


def _bron(soort: str, id: int) -> tuple[str, int]:
    """Where it came from, if that is something this user may see. Not an analysis of a person: its
    number would stand outside it."""
    bekend = soort not in ("", "analyse") and objecten.may_see(current_user, soort, id)
    return (soort, id) if bekend else ("", 0)


def _prefill(form: OperationeelForm) -> int | None:
    """Not None: this gathering was rated already, and that is the analysis."""
    soort, id = _bron(request.args.get("soort", ""), request.args.get("id", 0, type=read_getal))
    if soort and (bestaand := bijeenkomsten.find_by_bron(soort, id, current_user)):
        return bestaand
    form.bron_soort.data, form.bron_id.data = soort, id
    for naam, veld in (("titel", form.titel), ("plaats", form.plaats)):  # they win over a draft
        if naam in request.args:
            veld.data = request.args[naam][:120]
    form.dag.data = request.args.get("datum", form.dag.data, type=read_dag)
    form.tijd.data = request.args.get("tijd", form.tijd.data, type=time.fromisoformat)
    form.soort.data = read_keuze(Bijeenkomstsoort, "wat") or form.soort.data
    return None


@bp.post("/operationeel/voorstel")
@requires(Recht.RISICO_OPERATIONEEL)
def preview_kleur() -> Answer:
    """While someone answers: what it adds up to. Writes nothing."""
    form = OperationeelForm(voorbeelden=[])
    voorstel = rules_bijeenkomst.suggest_kleur(form.antwoorden)
    compleet = all(form.antwoorden.values())
    return render_template("risicoanalyse/_voorstel.html", voorstel=voorstel if compleet else None)


@bp.get("/operationeel/<int:id>")
@requires(Recht.RISICO_OPERATIONEEL)
def show_operationeel(id: int) -> Answer:
    return render_template("risicoanalyse/operationeel.html", **_context(_get(id)))


def _context(inschatting: Inschatting) -> dict[str, Any]:
    today, werkt = vandaag(), may_work_on(inschatting.analyse)
    bron = objecten.soort_van(inschatting.bron_soort)
    gezien = bool(bron) and objecten.may_see(
        current_user, inschatting.bron_soort, inschatting.bron_id
    )
    return {
        "inschatting": inschatting,
        "analyse": inschatting.analyse,
        "bron": (bron.label, bron.url(inschatting.bron_id)) if bron and gezien else None,
        "mag_werken": werkt,
        "mag_wijzigen": werkt
        and rules_bijeenkomst.may_wijzigen(inschatting.dag, today, bool(inschatting.terugblik_op)),
        "mag_terugkijken": werkt and rules_bijeenkomst.may_terugkijken(inschatting.dag, today),
    }


@bp.route("/operationeel/<int:id>/wijzigen", methods=["GET", "POST"])
@requires(Recht.RISICO_OPERATIONEEL)
def update_operationeel(id: int) -> Answer:
    inschatting = _get(id, om_te_werken=True)
    if not _context(inschatting)["mag_wijzigen"]:
        raise RegelOvertreden("Deze bijeenkomst is geweest. Kijk erop terug.")
    gekozen = {maatregel.voorbeeld_id for maatregel in inschatting.analyse.maatregelen}
    voorbeelden = [m for m in bijeenkomst_maatregelen() if m.id not in gekozen]
    form = OperationeelForm(
        obj=inschatting,
        voorbeelden=voorbeelden,
        titel=inschatting.analyse.titel,
        eigenaar_id=current_user.id,
    )
    if form.validate_on_submit() and not form.is_stale(inschatting):
        bijeenkomsten.update(inschatting, form, current_user, voorbeelden)
        form.discard_concept()
        db.session.commit()
        flash("De check is bijgewerkt.")
        return redirect(url_for(".show_operationeel", id=id), 303)
    return _form_page(form, inschatting)


@bp.post("/operationeel/<int:id>/maatregelen/<int:maatregel_id>")
@requires(Recht.RISICO_OPERATIONEEL)
def finish_maatregel(id: int, maatregel_id: int) -> Answer:
    inschatting = _get(id, om_te_werken=True)
    maatregel = next((m for m in inschatting.analyse.maatregelen if m.id == maatregel_id), None)
    bijeenkomsten.finish(maatregel or abort(404), nu())
    db.session.commit()
    flash("Geregeld.")
    return redirect(url_for(".show_operationeel", id=id), 303)


@bp.route("/operationeel/<int:id>/terugblik", methods=["GET", "POST"])
@requires(Recht.RISICO_OPERATIONEEL)
def look_back(id: int) -> Answer:
    inschatting = _get(id, om_te_werken=True)
    if not rules_bijeenkomst.may_terugkijken(inschatting.dag, vandaag()):
        raise RegelOvertreden("Deze bijeenkomst moet nog komen.")
    form = TerugblikForm(obj=inschatting)
    if form.validate_on_submit() and not form.is_stale(inschatting):
        form.fill(inschatting)
        inschatting.terugblik_op, inschatting.terugblik_door_id = nu(), current_user.id
        db.session.commit()
        flash("De terugblik is vastgelegd.")
        return redirect(url_for(".show_operationeel", id=id), 303)
    return render_template(
        "risicoanalyse/terugblik.html", form=form, inschatting=inschatting
    ), form.status

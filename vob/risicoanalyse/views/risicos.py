"""One risk: reading, changing, taking it out, and the incidents that taught something about it."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask_login import current_user
from sqlalchemy import select

from vob.core.clock import vandaag
from vob.core.permissions import Recht
from vob.data import db
from vob.web import voorvallen
from vob.web.access import requires
from vob.web.adres import read_getal
from vob.web.htmx import Answer

from .. import queries, rules
from ..forms import KoppelForm, RisicoForm
from ..models import Analyse
from ..models_bijeenkomst import Risicovoorval
from ..models_risico import Risico
from ..values import Status
from ..zichtbaarheid import get_analyse, may_work_on
from .blueprint import bp

_VELDEN = ("titel", "domein", "oorzaak", "doelwit", "momenten")


def find_risico(id: int, risico_id: int, *, om_te_werken: bool = False) -> tuple[Analyse, Risico]:
    """Of an analysis that one may see; else it does not exist."""
    analyse = get_analyse(id, om_te_werken=om_te_werken)
    found = next((risico for risico in analyse.risicos if risico.id == risico_id), None)
    return (analyse, found) if found else abort(404)


@bp.get("/<int:id>/risicos/<int:risico_id>")
@requires(Recht.RISICO_EIGEN)
def show_risico(id: int, risico_id: int) -> Answer:
    return _page(*find_risico(id, risico_id))


def _page(analyse: Analyse, risico: Risico, form: KoppelForm | None = None) -> Answer:
    pad = url_for(".link_voorval", id=analyse.id, risico_id=risico.id)
    form = form or KoppelForm(pad=pad)
    maatregelen = [m for m in analyse.maatregelen if m.risico_id == risico.id]
    page = render_template(
        "risicoanalyse/risico.html",
        analyse=analyse,
        risico=risico,
        maatregelen=maatregelen,
        namen=queries.names_of(maatregel.eigenaar_id for maatregel in maatregelen),
        voorvallen=queries.linked_voorvallen(risico, current_user),
        mag_werken=may_work_on(analyse),
        kans=rules.KANS[analyse.schaal],
        effect=rules.EFFECT[analyse.schaal],
        is_voorbij=analyse.status is Status.VASTGESTELD
        and rules.is_acceptatie_voorbij(risico.accept_tot, vandaag()),
        overgangen=rules.MAATREGEL_OVERGANGEN,
        form=form,
    )
    db.session.commit()  # the read log
    return page, form.status


@bp.route("/<int:id>/risicos/<int:risico_id>/wijzigen", methods=["GET", "POST"])
@requires(Recht.RISICO_EIGEN)
def update_risico(id: int, risico_id: int) -> Answer:
    analyse, risico = find_risico(id, risico_id, om_te_werken=True)
    rules.check_bewerken(analyse.status)
    form = RisicoForm(analyse, obj=risico)
    if form.validate_on_submit() and not form.is_stale(risico):
        for veld in _VELDEN:
            if veld in form:
                setattr(risico, veld, form[veld].data)
        analyse.touch(current_user.id)
        form.discard_concept()
        db.session.commit()
        flash("Het risico is opgeslagen.")
        return redirect(url_for(".show_risico", id=id, risico_id=risico_id), 303)
    page = render_template(
        "risicoanalyse/risico_wijzigen.html", form=form, analyse=analyse, risico=risico
    )
    db.session.commit()  # the read log
    return page, form.status


@bp.post("/<int:id>/risicos/<int:risico_id>/weg")
@requires(Recht.RISICO_EIGEN)
def delete_risico(id: int, risico_id: int) -> Answer:
    """Out of the draft, with its measures."""
    analyse, risico = find_risico(id, risico_id, om_te_werken=True)
    analyse.touch(current_user.id)
    for maatregel in [m for m in analyse.maatregelen if m.risico_id == risico.id]:
        analyse.maatregelen.remove(maatregel)
    analyse.risicos.remove(risico)
    db.session.commit()
    flash("Het risico is weggehaald.")
    terug = url_for(".show_stap", id=id, stap="dreigingen")
    return redirect(terug, 303)


@bp.post("/<int:id>/risicos/<int:risico_id>/incidenten")
@requires(Recht.RISICO_BEHEREN)
def link_voorval(id: int, risico_id: int) -> Answer:
    """Also on an adopted analysis: what one learns afterwards is the ground for the next one."""
    analyse, risico = find_risico(id, risico_id, om_te_werken=True)
    if analyse.is_besloten:
        abort(404)
    form = KoppelForm()
    if not form.validate_on_submit():
        return _page(analyse, risico, form)
    voorval = voorvallen.find(form.nummer.data, current_user)
    if voorval is None:
        form.nummer.errors = ["Deze zaak is er niet, of u mag haar niet zien."]
        return _page(analyse, risico, form)
    if not voorval.is_dicht:
        form.nummer.errors = ["Deze zaak loopt nog. Koppel haar als zij is afgehandeld."]
        return _page(analyse, risico, form)
    _link(risico, voorval.id)
    db.session.commit()
    flash("De zaak is gekoppeld.")
    return redirect(url_for(".show_risico", id=id, risico_id=risico_id), 303)


def _link(risico: Risico, incident_id: int) -> None:
    """Once is enough."""
    stmt = select(Risicovoorval.id).filter_by(risico_id=risico.id, incident_id=incident_id)
    if db.session.scalar(stmt) is None:
        db.session.add(Risicovoorval(risico_id=risico.id, incident_id=incident_id))


@bp.post("/<int:id>/risicos/<int:risico_id>/incidenten/weg")
@requires(Recht.RISICO_BEHEREN)
def unlink_voorval(id: int, risico_id: int) -> Answer:
    _, risico = find_risico(id, risico_id, om_te_werken=True)
    incident_id = request.form.get("incident", 0, type=read_getal)
    stmt = select(Risicovoorval).filter_by(risico_id=risico.id, incident_id=incident_id)
    if koppeling := db.session.scalar(stmt):
        db.session.delete(koppeling)
    db.session.commit()
    flash("De zaak is losgemaakt van dit risico.")
    return redirect(url_for(".show_risico", id=id, risico_id=risico_id), 303)

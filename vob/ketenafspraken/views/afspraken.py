"""Agreements: the list, one agreement, signing, ending, renewing and evaluating it."""

from datetime import timedelta

from flask import flash, redirect, render_template, request, url_for
from flask_login import current_user

from vob.bijlagen.forms import UPLOAD_MB
from vob.bijlagen.queries import list_bijlagen
from vob.core.clock import nu, vandaag
from vob.core.deadlines import plus_maanden
from vob.core.permissions import Recht
from vob.data import db
from vob.data.paging import OnjuisteCursor
from vob.organisatie.queries import setting
from vob.web.access import requires, upload
from vob.web.adres import read_keuze
from vob.web.htmx import Answer

from .. import afspraken, queries, rules
from ..forms_afspraak import (
    AfspraakForm,
    EvaluatieForm,
    OndertekenaarForm,
    OpzegForm,
    WijzigAfspraakForm,
)
from ..models import Afspraak
from ..values import Afspraakstatus, Stand
from .blueprint import bp, get_afspraak


@bp.get("/afspraken/")
@requires(Recht.KETEN_VERTROUWELIJK)
def list_afspraken() -> Answer:
    stand, q = read_keuze(Stand, "stand"), request.args.get("q", "").strip()
    na, voor = request.args.get("na"), request.args.get("voor")
    try:
        page, aantal = queries.list_afspraken(stand, q, vandaag(), na, voor)
    except OnjuisteCursor:
        return redirect(url_for(".list_afspraken"), 303)
    return render_template(
        "ketenafspraken/afspraken.html", page=page, aantal=aantal, stand=stand, q=q, standen=Stand
    )


@bp.route("/afspraken/nieuw", methods=["GET", "POST"])
@requires(Recht.KETEN_BEHEREN)
@upload(UPLOAD_MB)
def create_afspraak() -> Answer:
    today = vandaag()
    form = AfspraakForm(
        eigenaar_id=current_user.id,
        ingangsdatum=today,
        evaluatie_op=plus_maanden(today, setting("afspraak_evaluatie")),
    )
    if form.validate_on_submit():
        if eerder := form.claim():
            return redirect(eerder, 303)
        afspraak = Afspraak()
        url = _save(form, afspraak)
        form.complete(url)
        db.session.commit()
        flash("De afspraak is gemaakt, als concept.")
        return redirect(url, 303)
    return _show_form(form, None)


def _save(form: AfspraakForm | WijzigAfspraakForm, afspraak: Afspraak) -> str:
    form.fill(afspraak)
    afspraken.set_partijen(afspraak, form.partner_ids.data)
    afspraak.gewijzigd_op = nu()
    db.session.add(afspraak)
    db.session.flush()
    form.bijlagen.attach("afspraak", afspraak.id)
    return url_for(".show_afspraak", id=afspraak.id)


def _show_form(form: AfspraakForm | WijzigAfspraakForm, afspraak: Afspraak | None) -> Answer:
    if form.is_submitted():
        form.bijlagen.keep()
        db.session.commit()
    return render_template(
        "ketenafspraken/afspraak_form.html", form=form, afspraak=afspraak
    ), form.status


@bp.get("/afspraken/<int:id>")
@requires(Recht.KETEN_VERTROUWELIJK)
def show_afspraak(id: int) -> Answer:
    return _show(get_afspraak(id))


def _show(afspraak: Afspraak, form: OndertekenaarForm | None = None) -> Answer:
    pad = url_for(".add_ondertekenaar", id=afspraak.id)
    form = form or OndertekenaarForm(pad=pad, ondertekend_op=vandaag())
    is_concept = afspraak.status is Afspraakstatus.CONCEPT
    return render_template(
        "ketenafspraken/afspraak.html",
        afspraak=afspraak,
        stand=afspraak.stand(vandaag()),
        bijlagen=list_bijlagen("afspraak", afspraak.id),
        mag_weg=is_concept and current_user.can(Recht.KETEN_BEHEREN),
        is_concept=is_concept,
        nog_tekenen=rules.missing_ondertekenaars(afspraak.soort, len(afspraak.ondertekenaars)),
        form=form,
    ), form.status


@bp.route("/afspraken/<int:id>/wijzigen", methods=["GET", "POST"])
@requires(Recht.KETEN_BEHEREN)
@upload(UPLOAD_MB)
def update_afspraak(id: int) -> Answer:
    afspraak = get_afspraak(id)
    rules.check_wijzigen(afspraak.status)
    form = WijzigAfspraakForm(obj=afspraak)
    if form.validate_on_submit() and not form.is_stale(afspraak):
        url = _save(form, afspraak)
        form.discard_concept()
        db.session.commit()
        flash("De afspraak is opgeslagen.")
        return redirect(url, 303)
    return _show_form(form, afspraak)


@bp.post("/afspraken/<int:id>/ondertekenaars")
@requires(Recht.KETEN_BEHEREN)
def add_ondertekenaar(id: int) -> Answer:
    afspraak, form = get_afspraak(id), OndertekenaarForm()
    if not form.validate_on_submit():
        return _show(afspraak, form)
    if eerder := form.claim():
        return redirect(eerder, 303)
    afspraken.add_ondertekenaar(
        afspraak, form.naam.data, form.namens.data, form.ondertekend_op.data
    )
    url = form.complete(url_for(".show_afspraak", id=id, _anchor="ondertekenaars"))
    db.session.commit()
    return redirect(url, 303)


@bp.post("/afspraken/<int:id>/ondertekenaars/<int:nr>/verwijderen")
@requires(Recht.KETEN_BEHEREN)
def delete_ondertekenaar(id: int, nr: int) -> Answer:
    afspraak = get_afspraak(id)
    rules.check_wijzigen(afspraak.status)
    afspraak.ondertekenaars = [wie for wie in afspraak.ondertekenaars if wie.id != nr]
    db.session.commit()
    return redirect(url_for(".show_afspraak", id=id, _anchor="ondertekenaars"), 303)


@bp.post("/afspraken/<int:id>/ondertekenen")
@requires(Recht.KETEN_BEHEREN)
def sign_afspraak(id: int) -> Answer:
    afspraken.sign(get_afspraak(id))
    db.session.commit()
    flash("De afspraak is ondertekend en verandert niet meer.")
    return redirect(url_for(".show_afspraak", id=id), 303)


@bp.post("/afspraken/<int:id>/verlengen")
@requires(Recht.KETEN_BEHEREN)
def renew_afspraak(id: int) -> Answer:
    nieuw = afspraken.renew(get_afspraak(id), vandaag())
    db.session.commit()
    flash("Er is een nieuwe versie, als concept. Kijk de data na.")
    return redirect(url_for(".update_afspraak", id=nieuw.id), 303)


@bp.route("/afspraken/<int:id>/opzeggen", methods=["GET", "POST"])
@requires(Recht.KETEN_BEHEREN)
def end_afspraak(id: int) -> Answer:
    afspraak = get_afspraak(id)
    form = OpzegForm(per=vandaag() + timedelta(days=30))
    if form.validate_on_submit():
        afspraken.end(afspraak, form.per.data, form.reden.data)
        db.session.commit()
        flash("De afspraak is opgezegd.")
        return redirect(url_for(".show_afspraak", id=id), 303)
    return render_template(
        "ketenafspraken/opzeggen.html", form=form, afspraak=afspraak
    ), form.status


@bp.route("/afspraken/<int:id>/evaluatie", methods=["GET", "POST"])
@requires(Recht.KETEN_BEHEREN)
def evaluate_afspraak(id: int) -> Answer:
    afspraak, today = get_afspraak(id), vandaag()
    form = EvaluatieForm(obj=afspraak)
    if not form.is_submitted():
        form.geevalueerd_op.data, form.evaluatie_uitkomst.data = today, ""
        form.evaluatie_op.data = plus_maanden(today, setting("afspraak_evaluatie"))
    if form.validate_on_submit() and not form.is_stale(afspraak):
        form.fill(afspraak)
        db.session.commit()
        flash("De evaluatie is vastgelegd.")
        return redirect(url_for(".show_afspraak", id=id), 303)
    return render_template(
        "ketenafspraken/evaluatie.html", form=form, afspraak=afspraak
    ), form.status

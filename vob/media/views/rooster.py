"""The roster: weeks, a duty, filling by turns, reading days from an agenda."""

from datetime import date, datetime, time, timedelta

from flask import abort, flash, redirect, render_template, request, url_for
from flask_login import current_user

from vob.core.clock import TZ, nu, vandaag
from vob.core.permissions import Recht
from vob.data import db
from vob.organisatie.queries import setting
from vob.web.access import requires
from vob.web.adres import read_dag
from vob.web.agenda import AgendaFout, read_agenda
from vob.web.formats import meervoud
from vob.web.htmx import Answer, fragment_or_redirect

from .. import rules_rooster as rules
from ..forms.rooster import DienstForm, LeesForm, VulForm
from ..models import Dienst
from ..operations import rooster as operations
from ..queries import rooster as queries
from .blueprint import bp

WEKEN = 6
_VOORUIT = timedelta(days=550)


@bp.get("/rooster/")
@requires(Recht.MEDIA_INZIEN)
def show_rooster() -> Answer:
    dag = rules.maandag(request.args.get("week", type=read_dag) or vandaag())
    ik = queries.woordvoerder_of(current_user.id)
    return render_template(
        "media/rooster.html",
        weken=queries.read_weken(dag, WEKEN),
        vorige=_week(dag, -WEKEN),
        volgende=_week(dag, WEKEN),
        is_nu=dag == rules.maandag(vandaag()),
        ik=ik,
        ruilen=queries.open_ruilen(current_user.id) if ik else [],
    )


def _week(dag: date, verder: int) -> str | None:
    """The address of so many weeks on; none where the calendar of VOB ends."""
    try:
        return url_for(".show_rooster", week=read_dag((dag + timedelta(weeks=verder)).isoformat()))
    except (ValueError, OverflowError):
        return None


def _get_dienst(id: int) -> Dienst:
    return db.session.get(Dienst, id) or abort(404)


def _default() -> tuple[datetime, datetime]:
    """The first gap from today on; else the next week."""
    gaten = queries.find_gaten(nu(), 60)
    if gaten:
        return gaten[0]
    week = rules.weken(vandaag(), 2, setting("media_wissel"))[1]
    return week.begin, week.einde


@bp.route("/rooster/nieuw", methods=["GET", "POST"])
@requires(Recht.MEDIA_BEHEREN)
def create_dienst() -> Answer:
    begin, einde = _default()
    form = DienstForm(begin=begin, einde=einde)
    if form.validate_on_submit():
        if eerder := form.claim():
            return redirect(eerder, 303)
        dienst = Dienst()
        form.fill(dienst)
        db.session.add(dienst)
        url = form.complete(_url_of(dienst))
        db.session.commit()
        flash("De dienst staat in het rooster.")
        _warn_dubbel(dienst)
        return redirect(url, 303)
    return render_template("media/dienst_form.html", form=form, dienst=None), form.status


def _url_of(dienst: Dienst) -> str:
    return url_for(".show_rooster", week=rules.maandag(dienst.begin.astimezone(TZ).date()))


def _warn_dubbel(dienst: Dienst) -> None:
    """It may be meant, so it is saved all the same."""
    if len(queries.list_diensten(dienst.periode)) > 1:
        flash("Let op: in deze tijd staat nog een dienst in het rooster.", "warn")


@bp.route("/rooster/<int:id>", methods=["GET", "POST"])
@requires(Recht.MEDIA_BEHEREN)
def update_dienst(id: int) -> Answer:
    dienst = _get_dienst(id)
    form = DienstForm(obj=dienst)
    if form.validate_on_submit() and not form.is_stale(dienst):
        if form.woordvoerder_id.data != dienst.woordvoerder_id:
            dienst.bevestigd_op = None  # another person did not say yes
        form.fill(dienst)
        db.session.commit()
        flash("De dienst is opgeslagen.")
        _warn_dubbel(dienst)
        return redirect(_url_of(dienst), 303)
    return render_template("media/dienst_form.html", form=form, dienst=dienst), form.status


@bp.post("/rooster/<int:id>/verwijderen")
@requires(Recht.MEDIA_BEHEREN)
def delete_dienst(id: int) -> Answer:
    dienst = _get_dienst(id)
    url = _url_of(dienst)
    db.session.delete(dienst)
    db.session.commit()
    flash("De dienst is weg uit het rooster.")
    return redirect(url, 303)


@bp.post("/rooster/<int:id>/bevestigen")
@requires(Recht.MEDIA_INZIEN)
def confirm_dienst(id: int) -> Answer:
    """By who has the duty: I know, and I am there."""
    dienst = _get_dienst(id)
    ik = queries.woordvoerder_of(current_user.id)
    if ik is None or dienst.woordvoerder_id != ik.id:
        abort(404)
    dienst.bevestigd_op = dienst.bevestigd_op or nu()
    db.session.commit()
    return fragment_or_redirect("media/_bevestigd.html", _url_of(dienst), dienst=dienst, ik=ik)


@bp.route("/rooster/vullen", methods=["GET", "POST"])
@requires(Recht.MEDIA_BEHEREN)
def fill_rooster() -> Answer:
    form = VulForm(van=rules.maandag(vandaag()) + rules.WEEK)
    if form.validate_on_submit():
        if eerder := form.claim():
            return redirect(eerder, 303)
        begin = datetime.combine(form.van.data, time(), TZ)
        gemaakt, niemand = operations.fill_rooster(begin, form.weken.data, form.om_de_beurt())
        url = form.complete(url_for(".show_rooster", week=rules.maandag(form.van.data)))
        db.session.commit()
        flash(f"{meervoud(gemaakt, 'dienst', 'diensten')} toegevoegd.")
        if niemand:
            flash(f"Voor {meervoud(niemand, 'periode', 'perioden')} is iedereen afwezig.", "warn")
        return redirect(url, 303)
    return render_template("media/rooster_vullen.html", form=form), form.status


@bp.route("/rooster/inlezen", methods=["GET", "POST"])
@requires(Recht.MEDIA_BEHEREN)
def import_dagen() -> Answer:
    form = LeesForm()
    if form.validate_on_submit():
        try:
            punten = read_agenda(form.bestand.data.read(), vandaag(), vandaag() + _VOORUIT)
        except AgendaFout as fout:
            form.bestand.errors = [str(fout)]
        else:
            nieuw, weg = operations.import_dagen(punten, form.wie.data)
            db.session.commit()
            flash(_ingelezen(nieuw, weg, len(punten)))
            return redirect(url_for(".show_rooster"), 303)
    return render_template("media/rooster_inlezen.html", form=form), form.status


def _ingelezen(nieuw: int, weg: int, punten: int) -> str:
    """What came of a file, as one would say it."""
    if not punten:
        return "In dit bestand staan geen dagen in de komende tijd."
    zinnen = [f"{meervoud(nieuw, 'periode', 'perioden')} toegevoegd." if nieuw else ""]
    zinnen.append(f"{meervoud(weg, 'periode', 'perioden')} vervallen." if weg else "")
    return (
        " ".join(filter(None, zinnen))
        or "Alles uit dit bestand stond er al; de dagen zijn bijgewerkt."
    )

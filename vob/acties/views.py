"""The list of actions, one action, and what happens to it."""

from datetime import timedelta

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_login import current_user
from sqlalchemy import select

from vob.core.clock import nu, vandaag
from vob.core.permissions import Recht
from vob.data import db
from vob.data.paging import OnjuisteCursor
from vob.gebruikers.queries import list_namen
from vob.web import objecten
from vob.web.access import requires
from vob.web.adres import read_getal
from vob.web.htmx import Answer, fragment_or_redirect

from . import gevolgen, rules
from .forms import ActieForm, StatusForm, WijzigActieForm
from .models import Actie
from .queries import Filter, list_page, visible_where
from .values import Status, Welke

bp = Blueprint("acties", __name__, url_prefix="/acties")


def _get_actie(id: int) -> Actie:
    """Find or 404, may see or 404."""
    actie = db.session.scalar(select(Actie).where(Actie.id == id, visible_where(current_user)))
    return actie or abort(404)


def _get_own_actie(id: int) -> Actie:
    """One may change what one has to do or asked for; who manages actions may change all."""
    actie = _get_actie(id)
    own = current_user.id in (actie.eigenaar_id, actie.gemaakt_door_id)
    return actie if own or current_user.can(Recht.ACTIE_BEHEREN) else abort(403)


def _read_filter() -> Filter:
    """From the URL; what is not known is as if it were not there."""
    args = request.args
    welke = args.get("welke", "mijn")
    status = args.get("status", "te-doen")
    return Filter(
        welke=Welke(welke) if welke in set(Welke) else Welke.MIJN,
        status=status if status in {*Status, "", "te-doen"} else "te-doen",
        eigenaar=args.get("eigenaar", 0, type=read_getal),
    )


@bp.get("/")
@requires(Recht.ACTIE_INZIEN)
def list_acties() -> Answer:
    filter = _read_filter()
    na, voor = request.args.get("na"), request.args.get("voor")
    try:
        page = list_page(current_user, filter, vandaag(), na, voor)
    except OnjuisteCursor:
        return redirect(url_for(".list_acties"), 303)
    return render_template(
        "acties/list.html",
        page=page,
        filter=filter,
        welke=Welke,
        statussen=Status,
        gebruikers=list_namen() if current_user.can(Recht.ACTIE_INZIEN_ALLE) else [],
        is_te_laat=rules.is_te_laat,
    )


@bp.route("/nieuw", methods=["GET", "POST"])
@requires(Recht.ACTIE_BEHEREN)
def create_actie() -> Answer:
    form = ActieForm(
        request.args.get("soort", ""),
        request.args.get("id", 0, type=read_getal),
        eigenaar_id=current_user.id,
        uiterlijk=vandaag() + timedelta(days=14),
    )
    if form.validate_on_submit():
        if eerder := form.claim():
            return redirect(eerder, 303)
        actie = _make_actie(form)
        url = form.complete(url_for(".show_actie", id=actie.id))
        db.session.commit()
        flash("De actie is gemaakt.")
        return redirect(url, 303)
    return render_template("acties/form.html", form=form, actie=None), form.status


def _make_actie(form: ActieForm) -> Actie:
    soort, id = form.bron_soort.data or "", form.bron_id.data or 0
    if soort and not objecten.may_work_on(current_user, soort, id):
        abort(404)
    actie = Actie(
        titel=form.titel.data,
        toelichting=form.toelichting.data or "",
        eigenaar_id=form.eigenaar_id.data,
        uiterlijk=form.uiterlijk.data,
        gemaakt_door_id=current_user.id,
        bron_soort=soort,
        bron_id=id,
    )
    db.session.add(actie)
    db.session.flush()
    return actie


@bp.get("/<int:id>")
@requires(Recht.ACTIE_INZIEN)
def show_actie(id: int) -> Answer:
    return render_template("acties/show.html", **_context(_get_actie(id)))


def _context(actie: Actie, form: StatusForm | None = None) -> dict[str, object]:
    soort = objecten.soort_van(actie.bron_soort)
    may_see = bool(soort) and objecten.may_see(current_user, actie.bron_soort, actie.bron_id)
    own = current_user.id in (actie.eigenaar_id, actie.gemaakt_door_id)
    pad = url_for(".change_status", id=actie.id)
    return {
        "actie": actie,
        "bron": (soort.label, soort.url(actie.bron_id)) if soort and may_see else None,
        "may_change": own or current_user.can(Recht.ACTIE_BEHEREN),
        "form": form or StatusForm(pad=pad, toelichting=actie.bewijs),
    }


@bp.route("/<int:id>/wijzigen", methods=["GET", "POST"])
@requires(Recht.ACTIE_INZIEN)
def update_actie(id: int) -> Answer:
    actie = _get_own_actie(id)
    form = WijzigActieForm(obj=actie)
    if form.validate_on_submit() and not form.is_stale(actie):
        for naam in ("titel", "toelichting", "eigenaar_id", "uiterlijk", "verklaring"):
            setattr(actie, naam, form[naam].data)
        form.discard_concept()
        db.session.commit()
        flash("De actie is opgeslagen.")
        return redirect(url_for(".show_actie", id=id), 303)
    return render_template("acties/form.html", form=form, actie=actie), form.status


@bp.post("/<int:id>/status")
@requires(Recht.ACTIE_INZIEN)
def change_status(id: int) -> Answer:
    actie = _get_own_actie(id)
    form = StatusForm()
    if not form.validate_on_submit():
        return render_template("acties/show.html", **_context(actie, form)), form.status
    actie.change_status(form.naar.data, form.toelichting.data or "", nu())
    gevolgen.apply(actie, nu())
    db.session.commit()
    location = url_for(".show_actie", id=id)
    return fragment_or_redirect("acties/_actie.html", location, **_context(actie))

"""Cases that belong together: on the case, and as a dossier. For the coordinator."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask_login import current_user
from sqlalchemy import select

from vob.core.clock import nu
from vob.core.permissions import Recht
from vob.data import db, log_event
from vob.data.paging import Sortering
from vob.web.access import requires
from vob.web.htmx import Answer
from vob.web.lijst import read_lijst
from vob.web.objecten import Kijker

from .. import onderdelen
from ..models import Incident
from ..views.blueprint import bp, log_read
from ..zichtbaarheid import get_zaak_or_404, is_behandelaar
from . import operations
from .forms import DossierForm, VerbandForm
from .models import Dossier, Dossierzaak
from .queries import (
    dossiers_of,
    get_dossier_or_404,
    list_eerder,
    list_zaken,
    visible_dossiers,
)

_KEUZES = 200  # the newest dossiers one can choose from on a case


@bp.route("/<string:nummer>/verbanden", methods=["GET", "POST"])
@requires(Recht.INCIDENT_INZIEN_ALLE)
def show_verbanden(nummer: str) -> Answer:
    """Earlier cases that may belong to this one, and the dossiers it is in."""
    incident = get_zaak_or_404(nummer, current_user)
    form = VerbandForm(_list_dossiers())
    if form.validate_on_submit():
        if not form.claim():
            _link(incident, form)
            form.complete(url_for(".show_verbanden", nummer=nummer))
        db.session.commit()
        flash("De zaak zit nu in het dossier.")
        return redirect(url_for(".show_verbanden", nummer=nummer), 303)
    log_read(incident)
    return render_template(
        "incidenten/dossiers/verbanden.html",
        incident=incident,
        form=form,
        eerder=list_eerder(incident, current_user),
        dossiers=dossiers_of(incident, current_user),
    ), form.status


@bp.get("/dossiers/")
@requires(Recht.INCIDENT_INZIEN_ALLE)
def list_dossiers() -> Answer:
    stmt = select(Dossier).where(visible_dossiers(current_user))
    lijst = read_lijst(stmt, Sortering(Dossier.gemaakt_op, Dossier.id))
    return render_template("incidenten/dossiers/list.html", lijst=lijst)


@bp.route("/dossiers/<int:id>", methods=["GET", "POST"])
@requires(Recht.INCIDENT_INZIEN_ALLE)
def show_dossier(id: int) -> Answer:
    """What the cases have in common, and which they are."""
    dossier = get_dossier_or_404(id, current_user)
    form = DossierForm(obj=dossier)
    if form.validate_on_submit() and not form.is_stale(dossier):
        form.fill(dossier)
        db.session.commit()
        flash("Het dossier is opgeslagen.")
        return redirect(url_for(".show_dossier", id=id), 303)
    log_event(db.session, "ingezien", "dossier", dossier.id)
    db.session.commit()
    zaken = list_zaken(dossier, current_user)
    context = {"dossier": dossier, "zaken": zaken, "form": form}
    return render_template("incidenten/dossiers/show.html", **context), form.status


@bp.post("/dossiers/<int:id>/zaken/<string:nummer>/verwijderen")
@requires(Recht.INCIDENT_INZIEN_ALLE)
def remove_zaak(id: int, nummer: str) -> Answer:
    dossier = get_dossier_or_404(id, current_user)
    incident = get_zaak_or_404(nummer, current_user)
    stmt = select(Dossierzaak).filter_by(dossier_id=dossier.id, incident_id=incident.id)
    regel = db.session.scalar(stmt) or abort(404)
    operations.remove_zaak(regel, request.form.get("reden", ""), current_user, nu())
    db.session.commit()
    flash("De zaak is uit het dossier gehaald.")
    return redirect(url_for(".show_verbanden", nummer=nummer), 303)


def _link(incident: Incident, form: VerbandForm) -> None:
    if form.dossier.data:
        dossier = get_dossier_or_404(form.dossier.data, current_user)
    else:
        titel = form.titel.data or ""
        dossier = operations.create_dossier(titel, form.soort.data, current_user, nu())
    operations.add_zaak(dossier, incident, form.reden.data or "", current_user, nu())


def _list_dossiers() -> list[Dossier]:
    stmt = select(Dossier).where(visible_dossiers(current_user))
    return list(db.session.scalars(stmt.order_by(Dossier.id.desc()).limit(_KEUZES)))


def _mag_zien(kijker: Kijker, incident: Incident) -> bool:
    return kijker.can(Recht.INCIDENT_INZIEN_ALLE) and is_behandelaar(kijker, incident)


# No count on the tab: it would tell of dossiers that this reader may not see.
onderdelen.register(
    onderdelen.Onderdeel("verbanden", "Verbanden", "incidenten.show_verbanden", _mag_zien)
)

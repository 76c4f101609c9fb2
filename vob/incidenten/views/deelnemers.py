"""Who takes part in handling a case, and what communicatie may know of it."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask_login import current_user
from sqlalchemy import select
from sqlalchemy.orm import aliased

from vob.core.clock import nu
from vob.core.errors import RegelOvertreden
from vob.core.permissions import Recht
from vob.data import db, log_event
from vob.gebruikers.models import Gebruiker
from vob.web import uitingen
from vob.web.access import requires
from vob.web.htmx import Answer
from vob.web.objecten import Kijker

from .. import deelnemers, inzage, onderdelen, tijdlijn
from ..forms_zaak import BehandelaarForm, DeelnemerForm, VrijgaveForm
from ..models import Betrokkene, Incident
from ..values import Betrokkenrol, Deelnemersrol
from ..zichtbaarheid import (
    get_onderdeel_or_404,
    get_zaak_or_404,
    is_behandelaar,
    mag_onderdeel_zien,
)
from .blueprint import bp, log_read
from .zaak import BESLOTEN


@bp.route("/<string:nummer>/behandelaars", methods=["GET", "POST"])
@requires(Recht.INCIDENT_BEHANDELEN)
def list_behandelaars(nummer: str) -> Answer:
    """Everyone with a role on this case; choosing another handler."""
    incident = get_zaak_or_404(nummer, current_user, BESLOTEN)
    form = BehandelaarForm(wie=incident.behandelaar_id)
    if form.validate_on_submit():
        wie, reden = _gekozen(form.wie.data), form.reden.data or ""
        deelnemers.assign_behandelaar(incident, wie, current_user, nu(), reden)
        db.session.commit()
        flash("De zaak heeft een andere behandelaar.")
        return redirect(after_wisseling(incident, _pad(incident)), 303)
    return _behandelaars(incident, form)


@bp.post("/<string:nummer>/deelnemers")
@requires(Recht.INCIDENT_BEHANDELEN)
def add_deelnemer(nummer: str) -> Answer:
    incident = get_zaak_or_404(nummer, current_user, BESLOTEN)
    form = DeelnemerForm()
    if not form.validate_on_submit():
        return _behandelaars(incident, BehandelaarForm(pad=_pad(incident)), form)
    wie, reden = _gekozen(form.deelnemer.data), form.waarom.data or ""
    deelnemers.add_deelnemer(incident, form.rol.data, wie, current_user, nu(), reden)
    db.session.commit()
    flash("Toegevoegd. Deze persoon krijgt bericht.")
    return redirect(_pad(incident), 303)


@bp.post("/<string:nummer>/deelnemers/<int:id>/verwijderen")
@requires(Recht.INCIDENT_BEHANDELEN)
def remove_deelnemer(nummer: str, id: int) -> Answer:
    incident = get_zaak_or_404(nummer, current_user)
    regel = db.session.get(Betrokkene, id)
    if regel is None or regel.incident_id != incident.id:
        abort(404)
    if regel.rol.value not in set(Deelnemersrol):  # who reported it or was hit by it stays
        abort(404)
    reden = request.form.get("reden", "")
    deelnemers.remove_deelnemer(incident, regel, current_user, nu(), reden)
    db.session.commit()
    flash("Verwijderd. De reden staat in het verloop.")
    return redirect(after_wisseling(incident, _pad(incident)), 303)


@bp.route("/<string:nummer>/communicatie", methods=["GET", "POST"])
@requires(Recht.INCIDENT_MELDEN)
def show_vrijgave(nummer: str) -> Answer:
    """What was released for communicatie, and nothing else of the case."""
    incident = get_onderdeel_or_404(
        nummer, current_user, Betrokkenrol.COMMUNICATIE, opties=(BESLOTEN,)
    )
    behandelt = is_behandelaar(current_user, incident)
    form = VrijgaveForm(tekst=incident.vrijgave)
    if form.is_submitted() and not behandelt:
        abort(404)
    if form.validate_on_submit():
        incident.vrijgave, incident.vrijgave_op = form.tekst.data, nu()
        tijdlijn.note(incident, "Vrijgegeven voor communicatie.", current_user, nu())
        form.discard_concept()
        db.session.commit()
        flash("Opgeslagen. Communicatie ziet alleen deze tekst.")
        return redirect(url_for(".show_vrijgave", nummer=nummer), 303)
    gezegd = uitingen.vrijgegeven("incident", incident.id, current_user)
    for uiting in gezegd:
        log_event(db.session, "ingezien", uiting.soort, uiting.id)
    log_read(incident)
    context = {"incident": incident, "form": form, "behandelt": behandelt, "gezegd": gezegd}
    return render_template("incidenten/communicatie.html", **context), form.status


@bp.get("/communicatie")
@requires(Recht.INCIDENT_MELDEN)
def list_vrijgaven() -> Answer:
    """The cases of which I may know something for communicatie."""
    wie = aliased(Betrokkene)
    dader = select(wie.id).where(
        wie.incident_id == Incident.id,
        wie.gebruiker_id == current_user.id,
        wie.rol == Betrokkenrol.VEROORZAKER,
    )
    stmt = (
        select(Incident)
        .join(Betrokkene, Betrokkene.incident_id == Incident.id)
        .where(
            Betrokkene.gebruiker_id == current_user.id,
            Betrokkene.rol == Betrokkenrol.COMMUNICATIE,
            ~dader.exists(),
        )
        .order_by(Incident.gemeld_op.desc())
        .limit(100)
    )
    zaken = list(db.session.scalars(stmt))
    return render_template("incidenten/communicatie_lijst.html", zaken=zaken)


def _behandelaars(
    incident: Incident, form: BehandelaarForm, deelnemer: DeelnemerForm | None = None
) -> Answer:
    log_read(incident)
    anders = deelnemer or DeelnemerForm(pad=url_for(".add_deelnemer", nummer=incident.nummer))
    return render_template(
        "incidenten/behandelaars.html",
        incident=incident,
        form=form,
        deelnemer=anders,
        rollen=Deelnemersrol,
        betrokkenen=inzage.list_betrokkenen(incident),
    ), max(form.status, anders.status)


def _gekozen(id: int) -> Gebruiker:
    wie = db.session.get(Gebruiker, id)
    if wie is None:
        raise RegelOvertreden("Deze persoon bestaat niet meer.")
    return wie


def _pad(incident: Incident) -> str:
    return url_for(".list_behandelaars", nummer=incident.nummer)


def after_wisseling(incident: Incident, pad: str) -> str:
    """Who handed a case over may not see it any more: then back to the register."""
    return pad if is_behandelaar(current_user, incident) else url_for(".list_incidenten")


def _mag_vrijgave(kijker: Kijker, incident: Incident) -> bool:
    return mag_onderdeel_zien(kijker, incident, Betrokkenrol.COMMUNICATIE)


onderdelen.register(
    onderdelen.Onderdeel(
        "betrokkenen", "Betrokken", "incidenten.list_behandelaars", is_behandelaar
    ),
    onderdelen.Onderdeel("communicatie", "Communicatie", "incidenten.show_vrijgave", _mag_vrijgave),
)


@bp.record_once
def _count_uitingen(_state: object) -> None:
    """Once every room was imported: what was said outside is kept in a room beside this one."""
    onderdelen.register_telling("naar_buiten", uitingen.vlag("incident", onderdelen.ZAAK))

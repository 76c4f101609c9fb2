"""Changing a case on a page of its own: its facts, who handles it, its files, who may know."""

from flask import flash, redirect, render_template, request, url_for
from flask_login import current_user

from vob.bijlagen.forms import UPLOAD_MB
from vob.core.clock import nu
from vob.core.errors import BestandGeweigerd, RegelOvertreden
from vob.core.permissions import Recht
from vob.data import db, log_event
from vob.gebruikers.models import Gebruiker
from vob.web.access import requires, upload
from vob.web.htmx import Answer

from .. import inzage, zaak
from ..forms_zaak import BehandelaarForm, BijlageForm, FeitenForm, MeelezerForm
from ..models import Incident
from ..zichtbaarheid import get_incident_or_404, get_zaak_or_404, is_behandelaar
from .blueprint import bp
from .zaak import BESLOTEN


@bp.route("/<string:nummer>/wijzigen", methods=["GET", "POST"])
@requires(Recht.INCIDENT_BEHANDELEN)
def update_feiten(nummer: str) -> Answer:
    incident = get_zaak_or_404(nummer, current_user, BESLOTEN)
    form = FeitenForm(obj=incident)
    if form.validate_on_submit() and not form.is_stale(incident):
        zaak.update_feiten(incident, form.waarden(), form.vormen.data, current_user, nu())
        form.discard_concept()
        db.session.commit()
        flash("De feiten zijn opgeslagen.")
        return redirect(_url(incident), 303)
    _log_read(incident)
    return render_template("incidenten/wijzigen.html", form=form, incident=incident), form.status


@bp.route("/<string:nummer>/behandelaars", methods=["GET", "POST"])
@requires(Recht.INCIDENT_BEHANDELEN)
def list_behandelaars(nummer: str) -> Answer:
    """Who handles this case and who reads along; choosing another handler."""
    incident = get_zaak_or_404(nummer, current_user)
    form = BehandelaarForm(wie=incident.behandelaar_id)
    if form.validate_on_submit():
        zaak.assign_behandelaar(incident, _gekozen(form.wie.data), current_user, nu())
        db.session.commit()
        flash("De zaak heeft een andere behandelaar.")
        return redirect(_na_wisseling(incident), 303)
    return _behandelaars(incident, form)


@bp.post("/<string:nummer>/meelezers")
@requires(Recht.INCIDENT_BEHANDELEN)
def add_meelezer(nummer: str) -> Answer:
    incident = get_zaak_or_404(nummer, current_user)
    form = MeelezerForm()
    if not form.validate_on_submit():
        return _behandelaars(incident, BehandelaarForm(pad=_pad(incident)), form)
    zaak.add_meelezer(incident, _gekozen(form.meelezer.data), current_user, nu())
    db.session.commit()
    flash("Toegevoegd. Deze persoon krijgt bericht.")
    return redirect(_pad(incident), 303)


@bp.post("/<string:nummer>/meelezers/<int:id>/verwijderen")
@requires(Recht.INCIDENT_BEHANDELEN)
def remove_meelezer(nummer: str, id: int) -> Answer:
    incident = get_zaak_or_404(nummer, current_user)
    wie = db.get_or_404(Gebruiker, id)
    zaak.remove_meelezer(incident, wie, current_user, nu())
    db.session.commit()
    flash(f"{wie.naam} leest niet meer mee.")
    return redirect(_na_wisseling(incident), 303)


@bp.post("/<string:nummer>/vertrouwelijk")
@requires(Recht.INCIDENT_INZIEN_ALLE)
def set_vertrouwelijk(nummer: str) -> Answer:
    incident = get_zaak_or_404(nummer, current_user)
    vertrouwelijk = request.form.get("naar") == "ja"
    zaak.set_vertrouwelijk(incident, vertrouwelijk, current_user, nu())
    db.session.commit()
    flash(
        "De zaak is nu extra vertrouwelijk. Alleen wie genoemd is, ziet haar."
        if vertrouwelijk
        else "De zaak is niet meer extra vertrouwelijk."
    )
    return redirect(_url(incident), 303)


@bp.route("/<string:nummer>/bijlagen", methods=["GET", "POST"])
@requires(Recht.INCIDENT_MELDEN)
@upload(UPLOAD_MB)
def add_bijlagen(nummer: str) -> Answer:
    """Files with a case, also by melder and getroffene; theirs are never internal."""
    incident = get_incident_or_404(nummer, current_user)
    behandelt = is_behandelaar(current_user, incident)
    form = BijlageForm()
    if form.validate_on_submit():
        is_intern = behandelt and form.is_intern.data
        try:
            nieuw = form.bestanden.attach("incident", incident.id, is_intern=is_intern)
            if not nieuw:
                raise BestandGeweigerd("Kies eerst een bestand.")
        except BestandGeweigerd as fout:
            db.session.rollback()
            form.bestanden.errors = [str(fout)]
        else:
            zaak.note_bijlagen(incident, current_user, nu(), is_intern=is_intern)
            db.session.commit()
            return redirect(_url(incident) + "#bijlagen", 303)
    if form.is_submitted():
        form.bestanden.keep()
        db.session.commit()
    context = {"incident": incident, "form": form, "behandelt": behandelt}
    return render_template("incidenten/bijlage_toevoegen.html", **context), form.status


def _behandelaars(
    incident: Incident, form: BehandelaarForm, meelezer: MeelezerForm | None = None
) -> Answer:
    _log_read(incident)
    anders = meelezer or MeelezerForm(pad=url_for(".add_meelezer", nummer=incident.nummer))
    return render_template(
        "incidenten/behandelaars.html",
        incident=incident,
        form=form,
        meelezer=anders,
        betrokkenen=inzage.list_betrokkenen(incident),
    ), max(form.status, anders.status)


def _gekozen(id: int) -> Gebruiker:
    wie = db.session.get(Gebruiker, id)
    if wie is None:
        raise RegelOvertreden("Deze persoon bestaat niet meer.")
    return wie


def _log_read(incident: Incident) -> None:
    log_event(db.session, "ingezien", "incident", incident.id)
    db.session.commit()


def _url(incident: Incident) -> str:
    return url_for(".show_incident", nummer=incident.nummer)


def _pad(incident: Incident) -> str:
    return url_for(".list_behandelaars", nummer=incident.nummer)


def _na_wisseling(incident: Incident) -> str:
    """Who handed a case over may not see it any more: then back to the register."""
    zichtbaar = is_behandelaar(current_user, incident)
    return _pad(incident) if zichtbaar else url_for(".list_incidenten")

"""The pages of the aangifte: how it stands, the sheet for the police, and the klacht."""

from flask import Response, abort, flash, redirect, render_template, url_for
from flask_login import current_user
from sqlalchemy.orm import joinedload, undefer_group

from vob.bijlagen.queries import list_bijlagen
from vob.core.clock import TZ, nu, vandaag
from vob.core.errors import RegelOvertreden
from vob.core.organisatietype import functie_label
from vob.core.permissions import Recht
from vob.data import db, log_event
from vob.organisatie.queries import our_organisatie
from vob.web.access import requires
from vob.web.htmx import Answer
from vob.web.pdf import pdf_response

from .. import onderdelen
from ..bewijsstukken.queries import list_regels
from ..models import Incident
from ..schade.queries import list_claims, totaal
from ..views.blueprint import bp, log_read
from ..zichtbaarheid import get_zaak_or_404, is_behandelaar
from . import operations, rules
from .forms import AangifteForm, KlachtForm, NieuweKlachtForm
from .klokken import list_klachten
from .models import Klacht
from .queries import (
    aangiftemodel,
    feitlabels,
    get_aangifte,
    klacht_uiterlijk,
    suggested_labels,
)
from .values import Slachtofferrecht

_MENSEN = (
    joinedload(Incident.melder),
    joinedload(Incident.getroffene),
    joinedload(Incident.behandelaar),
    undefer_group("besloten"),
)


@bp.get("/<string:nummer>/aangifte")
@requires(Recht.INCIDENT_BEHANDELEN)
def show_aangifte(nummer: str) -> Answer:
    incident = onderdelen.get_met_tellingen_or_404(nummer, current_user, *_MENSEN)
    if not is_behandelaar(current_user, incident):
        abort(404)
    context = _context(incident)
    log_event(db.session, "aangifte ingezien", "incident", incident.id)
    db.session.commit()
    return render_template("incidenten/aangifte/show.html", **context)


def _context(incident: Incident) -> dict[str, object]:
    aangifte, klachten = get_aangifte(incident), list_klachten(incident)
    open_ = [klacht.wie for klacht in klachten if klacht.is_open]
    return {
        "incident": incident,
        "aangifte": aangifte,
        "model": aangiftemodel(),
        "klachten": klachten,
        "klacht_uiterlijk": klacht_uiterlijk,
        "feiten": feitlabels(aangifte.feiten),
        "rechten": [Slachtofferrecht(code).label for code in aangifte.slachtofferrechten],
        "ontbreekt": rules.list_ontbrekend(
            aangifte.stand, open_, vpt=aangifte.vpt_gevraagd == "ja"
        ),
    }


@bp.route("/<string:nummer>/aangifte/wijzigen", methods=["GET", "POST"])
@requires(Recht.INCIDENT_BEHANDELEN)
def update_aangifte(nummer: str) -> Answer:
    incident = get_zaak_or_404(nummer, current_user)
    aangifte, model = get_aangifte(incident), aangiftemodel()
    form = AangifteForm(obj=aangifte)
    if not aangifte.id and not form.is_submitted() and not form.is_concept:
        form.aangever.data = rules.voorstel_aangever(model)
    if form.validate_on_submit() and not form.is_stale(aangifte):
        try:
            operations.update_aangifte(aangifte, form.waarden(), current_user, nu(), vandaag())
        except RegelOvertreden as fout:
            form.refuse(fout)
        else:
            form.discard_concept()
            db.session.commit()
            flash("De aangifte is bijgewerkt.")
            return redirect(_pad(incident), 303)
    log_read(incident)
    context = {"form": form, "incident": incident, "model": model}
    return render_template("incidenten/aangifte/wijzigen.html", **context), form.status


@bp.post("/<string:nummer>/aangifte/instemming-intrekken")
@requires(Recht.INCIDENT_BEHANDELEN)
def withdraw_instemming(nummer: str) -> Answer:
    incident = get_zaak_or_404(nummer, current_user)
    operations.withdraw_instemming(get_aangifte(incident), current_user, nu(), vandaag())
    db.session.commit()
    flash("De instemming is ingetrokken. Er gaat geen aangifte uit.")
    return redirect(_pad(incident), 303)


@bp.get("/<string:nummer>/aangifte/voorbereiding.pdf")
@requires(Recht.INCIDENT_BEHANDELEN)
def export_aangifte(nummer: str) -> Response:
    """For who goes to the police: on paper, so that nothing has to be told twice."""
    incident = get_zaak_or_404(nummer, current_user, *_MENSEN)
    organisatie = our_organisatie()
    claims = list_claims(incident)
    html = render_template(
        "incidenten/aangifte/voorbereiding.html",
        **_context(incident),
        voorstel=suggested_labels(incident),
        functie=functie_label(incident.getroffene_functie, organisatie.type),
        bijlagen=list_bijlagen("incident", incident.id, met_intern=True),
        bewijsregels=list_regels(incident),
        claims=claims,
        schade=totaal(claims),
    )
    log_event(db.session, "aangifteblad gemaakt", "incident", incident.id)
    db.session.commit()  # nothing stays open while the PDF is made
    return pdf_response(html, f"Voorbereiding aangifte {nummer}.pdf")


@bp.route("/<string:nummer>/aangifte/klachten/nieuw", methods=["GET", "POST"])
@requires(Recht.INCIDENT_BEHANDELEN)
def create_klacht(nummer: str) -> Answer:
    incident = get_zaak_or_404(nummer, current_user)
    form = NieuweKlachtForm(
        gebruiker_id=incident.getroffene_id,
        naam=incident.getroffene_naam,
        vanaf=incident.kennis_op or incident.voorval_op.astimezone(TZ).date(),
    )
    if form.validate_on_submit():
        if not form.claim():
            klacht = Klacht(incident_id=incident.id)
            form.fill(klacht)
            klacht.naam = None if klacht.gebruiker_id else form.naam.data
            operations.save_klacht(klacht, incident, nu())
            form.complete(_pad(incident))
        db.session.commit()
        return redirect(_pad(incident), 303)
    log_read(incident)
    context = {"form": form, "incident": incident, "klacht": None}
    return render_template("incidenten/aangifte/klacht.html", **context), form.status


@bp.route("/<string:nummer>/aangifte/klachten/<int:id>", methods=["GET", "POST"])
@requires(Recht.INCIDENT_BEHANDELEN)
def update_klacht(nummer: str, id: int) -> Answer:
    incident = get_zaak_or_404(nummer, current_user)
    klacht = next((k for k in list_klachten(incident) if k.id == id), None) or abort(404)
    form = KlachtForm(obj=klacht)
    if form.validate_on_submit() and not form.is_stale(klacht):
        was_open = klacht.is_open
        form.fill(klacht)
        operations.save_klacht(klacht, incident, nu(), was_open=was_open)
        db.session.commit()
        return redirect(_pad(incident), 303)
    log_read(incident)
    context = {"form": form, "incident": incident, "klacht": klacht}
    return render_template("incidenten/aangifte/klacht.html", **context), form.status


def _pad(incident: Incident) -> str:
    return url_for(".show_aangifte", nummer=incident.nummer)

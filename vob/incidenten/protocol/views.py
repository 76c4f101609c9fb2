"""The protocol on a case: what was done, by whom and when, and what was skipped and why."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask_login import current_user

from vob.core.clock import nu
from vob.core.permissions import Recht
from vob.data import db
from vob.web.access import requires
from vob.web.adres import read_getal
from vob.web.htmx import Answer, fragment_or_redirect

from .. import onderdelen, tijdlijn
from ..models import Incident
from ..values import Gebeurtenissoort, Status
from ..views.blueprint import bp, log_read
from ..zichtbaarheid import get_zaak_or_404, is_behandelaar
from . import operations, rules
from .models import Protocolstap
from .queries import list_protocollen, list_stappen
from .values import Stapstand


@bp.get("/<string:nummer>/protocol")
@requires(Recht.INCIDENT_BEHANDELEN)
def show_protocol(nummer: str) -> Answer:
    incident = get_zaak_or_404(nummer, current_user)
    log_read(incident)
    stappen = list_stappen(incident)
    overgenomen = {stap.documentversie_id for stap in stappen}
    return render_template(
        "incidenten/protocol/show.html",
        incident=incident,
        stappen=stappen,
        protocollen=[v for v in list_protocollen(incident) if v.id not in overgenomen],
        aantal_van=lambda versie: len(rules.read_stappen(versie.tekst)),
    )


@bp.post("/<string:nummer>/protocol")
@requires(Recht.INCIDENT_BEHANDELEN)
def take_over_protocol(nummer: str) -> Answer:
    """Follow one more protocol that held on the day of the incident."""
    incident = get_zaak_or_404(nummer, current_user)
    gekozen = request.form.get("protocol", 0, type=read_getal)
    versie = next((v for v in list_protocollen(incident) if v.id == gekozen), None)
    if versie is None:
        abort(404)
    aantal = operations.take_over(incident, versie)
    db.session.commit()
    flash(f"{aantal} stappen overgenomen." if aantal else "Er waren geen stappen over te nemen.")
    return redirect(url_for(".show_protocol", nummer=nummer), 303)


@bp.post("/<string:nummer>/protocol/<int:id>")
@requires(Recht.INCIDENT_BEHANDELEN)
def change_stap(nummer: str, id: int) -> Answer:
    """Done, skipped with a reason, or opened again."""
    incident = get_zaak_or_404(nummer, current_user)
    stap, naar = db.session.get(Protocolstap, id), request.form.get("naar", "")
    if stap is None or stap.incident_id != incident.id:
        abort(404)
    if naar not in set(Stapstand):
        abort(400)
    stap.change_stand(Stapstand(naar), request.form.get("reden", ""), current_user.id, nu())
    tekst = f"{stap.stand.label}: {stap.tekst}" + (f" ({stap.reden})" if stap.reden else "")
    tijdlijn.note(incident, tekst, current_user, nu(), Gebeurtenissoort.PROTOCOL)
    db.session.commit()
    onderdelen.forget_tellingen()
    return fragment_or_redirect(
        "incidenten/protocol/_stappen.html",
        url_for(".show_protocol", nummer=nummer),
        incident=incident,
        stappen=list_stappen(incident),
        onderdeel="protocol",
        oob=True,
    )


def _stand(incident: Incident) -> str:
    alle = onderdelen.telling(incident, "protocol_stappen")
    klaar = alle - onderdelen.telling(incident, "protocol_open")
    return f"{klaar}/{alle}" if alle else ""


def _gebreken(incident: Incident, naar: Status) -> list[str]:
    aantal = onderdelen.telling(incident, "protocol_open") if naar is Status.GESLOTEN else 0
    if not aantal:
        return []
    zin = "Eén stap" if aantal == 1 else f"{aantal} stappen"
    staat = "staat" if aantal == 1 else "staan"
    return [f"{zin} uit het protocol {staat} nog open: rond af, of sla over met een reden."]


onderdelen.register(
    onderdelen.Onderdeel("protocol", "Protocol", "incidenten.show_protocol", is_behandelaar, _stand)
)
onderdelen.register_gebrek(_gebreken)

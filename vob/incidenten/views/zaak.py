"""One case: read, and worked on. Melder and getroffene read their own page at the same address."""

from collections.abc import Mapping
from typing import Any

from flask import abort, redirect, render_template, request, url_for
from flask_login import current_user
from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, undefer_group

from vob.bijlagen.models import Bijlage
from vob.bijlagen.queries import list_bijlagen
from vob.core.clock import nu
from vob.core.organisatietype import functie_label
from vob.core.permissions import Recht
from vob.data import db, log_event
from vob.organisatie.queries import our_organisatie
from vob.web.access import requires
from vob.web.adres import read_getal
from vob.web.htmx import Answer, is_htmx
from vob.web.objecten import Kijker

from .. import inzage, onderdelen, rules, rules_zaak, zaak
from ..forms_zaak import BerichtForm, ErnstForm, NotitieForm, StatusForm
from ..models import Incident
from ..values import Bewijssoort, Deelpartij, Ernst, GemeldDoor, Locatie
from ..woorden import deelpartij_label, gemeld_door_label, locatie_label
from ..zichtbaarheid import (
    get_incident_or_404,
    get_zaak_or_404,
    is_behandelaar,
    mag_onderdeel_zien,
    remember_rollen,
)
from .blueprint import bp

_MENSEN = (
    joinedload(Incident.melder),
    joinedload(Incident.getroffene),
    joinedload(Incident.behandelaar),
)

BESLOTEN = undefer_group("besloten")


def _mag_overzicht(kijker: Kijker, incident: Incident) -> bool:
    """Who handles the case, reported it or was hit by it; not who has only a part of it."""
    return mag_onderdeel_zien(kijker, incident, *rules.EIGEN_ROLLEN)


onderdelen.register(
    onderdelen.Onderdeel("overzicht", "Overzicht", "incidenten.show_incident", _mag_overzicht)
)


onderdelen.register_telling(
    "bijlagen",
    select(func.count(Bijlage.id))
    .where(Bijlage.soort == "incident", Bijlage.object_id == onderdelen.ZAAK)
    .scalar_subquery(),
)


# Reporting carries the right to follow one's own report; who may read which is in the loader.
@bp.get("/<string:nummer>")
@requires(Recht.INCIDENT_MELDEN)
def show_incident(nummer: str) -> Answer:
    paden = _tekstpaden(nummer)
    incident, bewaard = onderdelen.read_met_tellingen_or_404(
        nummer,
        current_user,
        (*_MENSEN, BESLOTEN),
        inzage.CONCEPTEN,
        inzage.concept_waarden(paden),
    )
    return _show(incident, dict(zip(paden.values(), bewaard, strict=True)))


def _show(incident: Incident, bewaard: Mapping[str, Any], **forms: Any) -> Answer:
    """The page of the case, with what was kept of its forms, or the form that was refused."""
    betrokkenen = inzage.list_betrokkenen(incident)
    rollen = {b.rol for b in betrokkenen if b.gebruiker_id == current_user.id}
    remember_rollen(current_user, incident, rollen)
    behandelt = rules.is_behandelaar(
        rollen,
        mag_behandelen=current_user.can(Recht.INCIDENT_BEHANDELEN),
        mag_alles_inzien=zaak.is_coordinator(current_user),
        is_vertrouwelijk=incident.is_vertrouwelijk,
    )
    verloop = inzage.read_verloop(
        incident, met_intern=behandelt, voor=request.args.get("voor", type=read_getal)
    )
    context = {
        "incident": incident,
        "verloop": verloop,
        "bijlagen": _bijlagen(incident, behandelt),
        "behandelt": behandelt,
        "oob": False,
        "statuszinnen": rules.STATUS_VOOR_MELDER,
        "functie": functie_label(incident.getroffene_functie, our_organisatie().type),
        **_tekstforms(incident, behandelt, bewaard),
        **forms,
    }
    if behandelt:
        context |= _stand(incident) | {
            "betrokkenen": inzage.per_persoon(betrokkenen),
            "lees_als": inzage.lees_als(rollen, zaak.is_coordinator(current_user)),
            "naar_buiten": onderdelen.telling(incident, "naar_buiten"),
            "label": _label,
            "bewijs": [Bewijssoort(code).label for code in incident.bewijssoorten],
            "delen_met": [_label(Deelpartij(code)) for code in incident.instemming_delen],
        }
    log_event(db.session, "ingezien", "incident", incident.id)
    db.session.commit()
    template = "incidenten/show.html" if behandelt else "incidenten/show_eigen.html"
    return render_template(template, **context), max(
        (form.status for form in forms.values()), default=200
    )


def _bijlagen(incident: Incident, behandelt: bool) -> list[Bijlage]:
    """Most cases have none, and that came along with the case."""
    if not onderdelen.telling(incident, "bijlagen"):
        return []
    return list_bijlagen("incident", incident.id, met_intern=behandelt)


def _tekstpaden(nummer: str) -> dict[str, str]:
    """Where each form in which one writes is sent to."""
    return {
        "bericht": url_for(".send_bericht", nummer=nummer),
        "notitie": url_for(".create_notitie", nummer=nummer),
    }


def _tekstforms(incident: Incident, behandelt: bool, bewaard: Mapping[str, Any]) -> dict[str, Any]:
    """The two forms in which one writes, each with what was kept of it."""
    paden = _tekstpaden(incident.nummer)
    forms: dict[str, Any] = {"bericht": BerichtForm(pad=paden["bericht"], bewaard=bewaard)}
    if behandelt:
        forms["notitie"] = NotitieForm(pad=paden["notitie"], bewaard=bewaard)
    return forms


def _stand(incident: Incident) -> dict[str, Any]:
    """How the case stands and what can be done: what `_stand.html` needs."""
    coordinator = zaak.is_coordinator(current_user)
    mag_beoordelen = rules_zaak.mag_beoordelen(coordinator, incident.is_vertrouwelijk)
    return {
        "stappen": inzage.wat_nu_moet(incident, mag_beoordelen),
        "acties": inzage.list_open_acties(incident),
        "overgangen": [
            (
                naar,
                rules.is_heropening(incident.status, naar),
                zaak.gebreken(incident, naar),
            )
            for naar in rules.volgende_statussen(incident.status, mag_beoordelen)
        ],
        "mag_beoordelen": mag_beoordelen,
        "ernsten": Ernst,
    }


def _label(lid: Locatie | Deelpartij | GemeldDoor) -> str:
    """A place, a party or who reported, in the words of this organisation."""
    woorden = our_organisatie().woorden
    if isinstance(lid, GemeldDoor):
        return gemeld_door_label(lid, woorden)
    if isinstance(lid, Locatie):
        return locatie_label(lid, woorden)
    return deelpartij_label(lid, woorden)


@bp.post("/<string:nummer>/status")
@requires(Recht.INCIDENT_BEHANDELEN)
def change_status(nummer: str) -> Answer:
    incident = get_zaak_or_404(nummer, current_user, *_MENSEN)
    form = StatusForm()
    if not form.validate_on_submit():
        abort(400)
    zaak.change_status(incident, form.naar.data, current_user, nu(), form.reden.data or "")
    db.session.commit()
    return _after_change(incident)


@bp.post("/<string:nummer>/ernst")
@requires(Recht.INCIDENT_BEHANDELEN)
def set_ernst(nummer: str) -> Answer:
    incident = get_zaak_or_404(nummer, current_user, *_MENSEN)
    form = ErnstForm()
    if not form.validate_on_submit():
        abort(400)
    zaak.set_ernst(incident, form.ernst.data, current_user, nu())
    db.session.commit()
    return _after_change(incident)


def _after_change(incident: Incident) -> Answer:
    """Where the case stands now, the new line in its timeline, and what its parts count."""
    if not is_htmx():
        return redirect(url_for(".show_incident", nummer=incident.nummer), 303)
    verloop = inzage.read_verloop(incident, met_intern=True)
    context = _stand(incident) | {"oob": True, "onderdeel": "overzicht"}
    return render_template(
        "incidenten/_stand.html", incident=incident, verloop=verloop, behandelt=True, **context
    )


@bp.post("/<string:nummer>/notities")
@requires(Recht.INCIDENT_BEHANDELEN)
def create_notitie(nummer: str) -> Answer:
    """For those who handle the case only."""
    incident = get_zaak_or_404(nummer, current_user, *_MENSEN)
    form = NotitieForm()
    if not form.validate_on_submit():
        return _refuse(incident, "notitie", form)
    if not form.claim():  # sent twice: noted once
        zaak.add_notitie(incident, form.notitie.data, current_user, nu())
        form.complete(url_for(".show_incident", nummer=nummer))
    db.session.commit()
    return _after_text(incident, "notitie", NotitieForm(formdata=None), behandelt=True)


@bp.post("/<string:nummer>/berichten")
@requires(Recht.INCIDENT_MELDEN)
def send_bericht(nummer: str) -> Answer:
    """Between those who handle the case and those it came from or is about."""
    incident = get_incident_or_404(nummer, current_user, *_MENSEN)
    behandelt = is_behandelaar(current_user, incident)
    form = BerichtForm()
    if not form.validate_on_submit():
        return _refuse(incident, "bericht", form)
    if not form.claim():
        zaak.send_bericht(
            incident,
            form.bericht.data,
            current_user,
            nu(),
            van_behandelaar=behandelt,
            is_terugkoppeling=form.is_terugkoppeling.data,
        )
        form.complete(url_for(".show_incident", nummer=nummer))
    db.session.commit()
    return _after_text(incident, "bericht", BerichtForm(formdata=None), behandelt)


def _refuse(incident: Incident, naam: str, form: NotitieForm | BerichtForm) -> Answer:
    """The form again, with what is wrong with it."""
    if not is_htmx():
        return _show(incident, {}, **{naam: form})  # of what is sent no draft is shown
    behandelt = is_behandelaar(current_user, incident)
    context = {"incident": incident, "behandelt": behandelt, "oob": False, naam: form}
    return render_template(f"incidenten/_{naam}.html", **context), form.status


def _after_text(
    incident: Incident, naam: str, leeg: NotitieForm | BerichtForm, behandelt: bool
) -> Answer:
    """An empty form, and the timeline with what was written."""
    if not is_htmx():
        return redirect(url_for(".show_incident", nummer=incident.nummer) + "#verloop", 303)
    verloop = inzage.read_verloop(incident, met_intern=behandelt)
    context = {
        "incident": incident,
        "verloop": verloop,
        "behandelt": behandelt,
        "oob": True,
        "statuszinnen": rules.STATUS_VOOR_MELDER,
        naam: leeg,
    }
    return render_template(f"incidenten/_{naam}.html", **context)

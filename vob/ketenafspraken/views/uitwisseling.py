"""Contacts from a spreadsheet, with a look first; and to one."""

import json

from flask import Response, flash, redirect, render_template, request, url_for

from vob.core.errors import BestandGeweigerd, RegelOvertreden
from vob.core.permissions import Recht
from vob.data import db, log_event
from vob.web.access import requires
from vob.web.formats import meervoud
from vob.web.htmx import Answer
from vob.web.tables import csv_response, ods_response

from .. import uitwisseling
from ..forms import BestandForm
from ..invoer import KOLOMMEN, PRIVE, Rij, check_aantal, clean_cel, read_bestand, read_rijen
from ..uitwisseling import KOPPEN, VOORBEELD
from .blueprint import bp


@bp.route("/import", methods=["GET", "POST"])
@requires(Recht.KETEN_BEHEREN)
def import_contacten() -> Answer:
    """Choose a file; what it says is shown before anything is stored."""
    form = BestandForm()
    if form.validate_on_submit():
        bestand = form.bestand.data
        try:
            if not bestand or not bestand.filename:
                raise BestandGeweigerd("Kies een bestand.")
            cellen = read_bestand(bestand.filename, bestand.stream.read())
            return _preview(cellen, read_rijen(cellen))
        except BestandGeweigerd as reden:
            form.bestand.errors = [str(reden)]
    return render_template(
        "ketenafspraken/import.html", form=form, kolommen=(*KOLOMMEN, PRIVE)
    ), form.status


def _preview(cellen: list[list[str]], rijen: list[Rij]) -> Answer:
    uitwisseling.plan(rijen)
    form = BestandForm(pad=url_for(".store_contacten"))
    page = render_template(
        "ketenafspraken/import_bekijken.html",
        rijen=rijen,
        fouten=sum(bool(rij.fouten) for rij in rijen),
        cellen=json.dumps(cellen, ensure_ascii=False),
        form=form,
    )
    return page, 422 if any(rij.fouten for rij in rijen) else 200


@bp.post("/import/overnemen")
@requires(Recht.KETEN_BEHEREN)
def store_contacten() -> Answer:
    """All rows or none; looked at again, for the page may have been away for a while."""
    form = BestandForm()
    if eerder := form.claim():
        return redirect(eerder, 303)
    cellen = _read_cellen(request.form.get("cellen", ""))
    rijen = read_rijen(cellen)
    if any(rij.fouten for rij in rijen):
        db.session.rollback()
        return _preview(cellen, rijen)
    partners, contacten = uitwisseling.store(rijen)
    log_event(db.session, "geïmporteerd", "contact", partners=partners, contacten=contacten)
    url = form.complete(url_for(".list_partners"))
    db.session.commit()
    flash(
        f"Overgenomen: {meervoud(partners, 'nieuwe partner', 'nieuwe partners')} en "
        f"{meervoud(contacten, 'contact', 'contacten')}."
    )
    return redirect(url, 303)


def _read_cellen(tekst: str) -> list[list[str]]:
    """Held to what holds for a file: this page may have been sent by anyone.

    Raises RegelOvertreden for anything that is not what the page before this one sent.
    """
    try:
        cellen = json.loads(tekst)
    except (ValueError, RecursionError):
        cellen = None
    if not isinstance(cellen, list) or len(cellen) < 2 or not all(map(_is_rij, cellen)):
        raise RegelOvertreden("Er is niets om over te nemen. Kies het bestand opnieuw.")
    check_aantal(cellen)
    return [[clean_cel(cel) for cel in rij] for rij in cellen]


def _is_rij(rij: object) -> bool:
    return isinstance(rij, list) and all(isinstance(cel, str) for cel in rij)


@bp.get("/voorbeeld.csv")
@requires(Recht.KETEN_BEHEREN)
def export_voorbeeld() -> Response:
    return csv_response("Voorbeeld contacten", KOPPEN, [VOORBEELD])


@bp.get("/contacten.csv")
@requires(Recht.KETEN_BEHEREN)
def export_csv() -> Response:
    log_event(db.session, "geëxporteerd", "contact", vorm="csv")
    db.session.commit()
    return csv_response("Ketencontacten", KOPPEN, uitwisseling.export_rijen())


@bp.get("/contacten.ods")
@requires(Recht.KETEN_BEHEREN)
def export_ods() -> Response:
    log_event(db.session, "geëxporteerd", "contact", vorm="ods")
    db.session.commit()
    return ods_response("Ketencontacten", KOPPEN, uitwisseling.export_rijen())

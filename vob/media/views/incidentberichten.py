"""What we say about a case. The case itself stays with who handles it; here is what was released
for communication (ontwerp/rollen.md: woordvoerder)."""

from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask_login import current_user

from vob.core.clock import nu
from vob.core.permissions import Recht
from vob.data import db, log_event
from vob.data.paging import Sortering
from vob.web import objecten
from vob.web.access import requires
from vob.web.htmx import Answer
from vob.web.lijst import read_lijst

from .. import rules
from ..forms.boodschappen import FeitenForm, IncidentberichtForm, NaarBuitenForm, ZaakForm
from ..models import Incidentbericht
from ..operations import boodschappen as operations
from ..queries.boodschappen import berichten_of
from ..queries.boodschappen import list_incidentberichten as list_stmt
from ..queries.zichtbaar import get_incidentbericht
from ..rules_bericht import find_risico
from ..values import Bijstand, NaarBuiten, Niet, Partij, Vooraf, Wel
from .afstemming import context_of
from .blueprint import bp

_SOORT, _PAD = "incident", "/incidentberichten/"


@bp.get(_PAD)
@requires(Recht.MEDIA_INZIEN)
def list_incidentberichten() -> Answer:
    lijst = read_lijst(
        list_stmt(current_user), Sortering(Incidentbericht.gemaakt_op, Incidentbericht.id)
    )
    return render_template("media/incidentberichten.html", lijst=lijst)


@bp.route(f"{_PAD}nieuw", methods=["GET", "POST"])
@requires(Recht.INCIDENT_BEHANDELEN)
def create_incidentbericht() -> Answer:
    form = ZaakForm(nummer=request.args.get("zaak", ""))
    if form.validate_on_submit():
        if eerder := form.claim():
            return redirect(eerder, 303)
        bericht = operations.make_incidentbericht(
            _SOORT, form.nummer.data, form.feiten.data, current_user, nu()
        )
        if bericht is not None:
            url = form.complete(url_for(".show_incidentbericht", id=bericht.id))
            db.session.commit()
            flash("De woordvoerder ziet nu wat u schreef, en verder niets van de zaak.")
            return redirect(url, 303)
        db.session.rollback()
        form.nummer.errors = ["U behandelt geen zaak met dit nummer."]
    return render_template("media/incidentbericht_nieuw.html", form=form), form.status


@bp.get("/zaken/<string:nummer>")
@requires(Recht.INCIDENT_BEHANDELEN)
def list_van_zaak(nummer: str) -> Answer:
    """The communication part of a case, for who handles it: what we say, and what is known."""
    zaak_id = objecten.find_by_nummer(current_user, _SOORT, nummer) or abort(404)
    berichten = berichten_of(_SOORT, zaak_id)
    for bericht in berichten:
        log_event(db.session, "ingezien", "incidentbericht", bericht.id)
    db.session.commit()
    url = objecten.url_of(_SOORT, zaak_id)
    return render_template("media/zaak.html", nummer=nummer, berichten=berichten, zaak_url=url)


def _handles(bericht: Incidentbericht) -> bool:
    return objecten.may_work_on(current_user, bericht.zaak_soort, bericht.zaak_id)


@bp.get(f"{_PAD}<int:id>")
@requires(Recht.MEDIA_INZIEN)
def show_incidentbericht(id: int) -> Answer:
    """Everyone who reads it is in the read log."""
    bericht = get_incidentbericht(id, current_user)
    log_event(db.session, "ingezien", "incidentbericht", bericht.id)
    context = _context(bericht)
    db.session.commit()
    return render_template("media/incidentbericht.html", **context)


def _context(bericht: Incidentbericht) -> dict[str, Any]:
    schrijft = current_user.can(Recht.MEDIA_BEHEREN)
    behandelt = _handles(bericht)
    return {
        "bericht": bericht,
        "vooraf": Vooraf,
        "niet": Niet,
        "nog_open": rules.missing_vooraf(bericht.vooraf, bericht.niet),
        "risico": find_risico(bericht.tekst),
        "schrijft": schrijft and bericht.status is Bijstand.CONCEPT,
        "behandelt": behandelt,
        "zaak_url": objecten.url_of(bericht.zaak_soort, bericht.zaak_id) if behandelt else None,
        "buiten_form": NaarBuitenForm(
            pad=url_for(".change_naar_buiten", id=bericht.id), naar_buiten=bericht.naar_buiten
        ),
        **context_of("incidentbericht", bericht.id, mag_vragen=schrijft, partijen=_nodig(bericht)),
    }


def _nodig(bericht: Incidentbericht) -> list[Partij]:
    return [Partij.BETROKKENE] if bericht.status is Bijstand.CONCEPT else []


@bp.route(f"{_PAD}<int:id>/tekst", methods=["GET", "POST"])
@requires(Recht.MEDIA_BEHEREN)
def update_incidentbericht(id: int) -> Answer:
    bericht = _get_concept(id)
    form = IncidentberichtForm(obj=bericht)
    if form.validate_on_submit() and not form.is_stale(bericht):
        if form.tekst.data != bericht.tekst:
            operations.reset_afstemming("incidentbericht", bericht.id)
        bericht.tekst = form.tekst.data
        bericht.vooraf = [item.value for item in form.vooraf.data]
        bericht.niet = [item.value for item in form.niet.data]
        form.discard_concept()
        db.session.commit()
        flash("De tekst is opgeslagen.")
        return redirect(url_for(".show_incidentbericht", id=id), 303)
    _log_read(bericht)
    context = {"form": form, "bericht": bericht, "wel": Wel}
    return render_template("media/incidentbericht_tekst.html", **context), form.status


@bp.route(f"{_PAD}<int:id>/feiten", methods=["GET", "POST"])
@requires(Recht.INCIDENT_BEHANDELEN)
def update_feiten(id: int) -> Answer:
    bericht = _get_concept(id)
    if not _handles(bericht):
        abort(404)
    form = FeitenForm(obj=bericht)
    if form.validate_on_submit() and not form.is_stale(bericht):
        bericht.feiten = form.feiten.data
        form.discard_concept()
        db.session.commit()
        flash("Opgeslagen. De woordvoerder ziet nu deze tekst.")
        return redirect(url_for(".show_incidentbericht", id=id), 303)
    _log_read(bericht)
    return render_template(
        "media/incidentbericht_feiten.html", form=form, bericht=bericht
    ), form.status


def _log_read(bericht: Incidentbericht) -> None:
    log_event(db.session, "ingezien", "incidentbericht", bericht.id)
    db.session.commit()


def _get_concept(id: int) -> Incidentbericht:
    bericht = get_incidentbericht(id, current_user)
    if bericht.status is not Bijstand.CONCEPT:
        abort(404)
    return bericht


@bp.post(f"{_PAD}<int:id>/vrijgeven")
@requires(Recht.MEDIA_BEHEREN)
def release_incidentbericht(id: int) -> Answer:
    operations.release_incidentbericht(get_incidentbericht(id, current_user), current_user, nu())
    db.session.commit()
    flash("De tekst is vrijgegeven. Wie de zaak behandelt, ziet hem ook.")
    return redirect(url_for(".show_incidentbericht", id=id), 303)


@bp.post(f"{_PAD}<int:id>/intrekken")
@requires(Recht.MEDIA_INZIEN)
def withdraw_incidentbericht(id: int) -> Answer:
    """By who handles the case, or a woordvoerder."""
    bericht = _get_worked_on(id)
    bericht.status = Bijstand.INGETROKKEN
    db.session.commit()
    flash("Het bericht is ingetrokken.")
    return redirect(url_for(".list_incidentberichten"), 303)


@bp.post(f"{_PAD}<int:id>/naar-buiten")
@requires(Recht.MEDIA_INZIEN)
def change_naar_buiten(id: int) -> Answer:
    bericht = _get_worked_on(id)
    form = NaarBuitenForm()
    if form.validate_on_submit():
        bericht.naar_buiten = form.naar_buiten.data
        bericht.naar_buiten_op = nu() if bericht.naar_buiten is NaarBuiten.JA else None
        db.session.commit()
        flash("Vastgelegd.")
    return redirect(url_for(".show_incidentbericht", id=id), 303)


def _get_worked_on(id: int) -> Incidentbericht:
    """Being asked for consent is not enough."""
    bericht = get_incidentbericht(id, current_user)
    return bericht if current_user.can(Recht.MEDIA_BEHEREN) or _handles(bericht) else abort(404)

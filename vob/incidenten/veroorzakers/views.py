"""The register of offenders: on or off, looking for a name, an entry, and who occurs in a case."""

from datetime import timedelta

from flask import abort, flash, redirect, render_template, request, url_for
from flask_login import current_user

from vob.core.clock import nu, vandaag
from vob.core.errors import RegelOvertreden
from vob.core.permissions import Recht
from vob.data import db, log_event
from vob.web.access import requires
from vob.web.htmx import Answer
from vob.web.objecten import Kijker

from .. import onderdelen
from ..models import Incident
from ..views.blueprint import bp
from ..zichtbaarheid import get_zaak_or_404, is_behandelaar
from . import operations
from .forms import AanzetForm, PlaatsForm, UitzetForm, VeroorzakerForm, ZoekForm
from .models import Veroorzaker
from .queries import get_veroorzaker_or_404, list_te_beoordelen, list_zaken, veroorzakers_of

_VOORUIT = timedelta(days=30)


@bp.route("/veroorzakers/", methods=["GET", "POST"])
@requires(Recht.VEROORZAKER_BEHEREN)
def show_register() -> Answer:
    """Whether it is on; and looking for exactly one name, which never stands in an address."""
    form, gevonden = ZoekForm(), None
    if form.validate_on_submit():
        if not operations.is_aan():
            raise RegelOvertreden("Het register staat uit.")
        gevonden = operations.find_veroorzakers(form.naam.data or "", current_user)
        for veroorzaker in gevonden:
            log_event(db.session, "ingezien", "veroorzaker", veroorzaker.id)
        log_event(db.session, "gezocht", "veroorzaker", aantal=len(gevonden))
        db.session.commit()
    aan = operations.is_aan()
    return render_template(
        "incidenten/veroorzakers/register.html",
        besluit=operations.current_besluit(),
        aan=aan,
        form=form,
        gevonden=gevonden,
        te_beoordelen=list_te_beoordelen(vandaag() + _VOORUIT, current_user) if aan else [],
    ), 200 if gevonden is not None else form.status


@bp.route("/veroorzakers/besluit", methods=["GET", "POST"])
@requires(Recht.VEROORZAKER_BEHEREN)
def decide_register() -> Answer:
    """Switch it on, with what that takes; or off, which erases it."""
    form = UitzetForm() if operations.is_aan() else AanzetForm()
    if form.validate_on_submit():
        if isinstance(form, UitzetForm):
            operations.switch_off(form.reden.data or "", current_user, nu())
            flash("Het register staat uit en is leeg.")
        else:
            operations.switch_on(
                form.grond.data or "",
                form.akkoord_op.data,
                form.fg_naam.data or "",
                current_user,
                nu(),
                vandaag(),
            )
            flash("Het register staat aan.")
        db.session.commit()
        return redirect(url_for(".show_register"), 303)
    return render_template(
        "incidenten/veroorzakers/besluit.html", form=form, aan=operations.is_aan()
    ), form.status


@bp.route("/veroorzakers/<int:id>", methods=["GET", "POST"])
@requires(Recht.VEROORZAKER_BEHEREN)
def show_veroorzaker(id: int) -> Answer:
    """One entry; looking at it again is choosing the next date."""
    veroorzaker = get_veroorzaker_or_404(id, current_user)
    form = VeroorzakerForm(obj=veroorzaker)
    if form.validate_on_submit() and not form.is_stale(veroorzaker):
        form.fill(veroorzaker)
        operations.set_naam(veroorzaker, form.naam.data or "")
        operations.follow_beoordeling(veroorzaker, nu())
        operations.follow_bericht(veroorzaker, nu())
        db.session.commit()
        flash("De registratie is opgeslagen.")
        return redirect(url_for(".show_veroorzaker", id=id), 303)
    log_event(db.session, "ingezien", "veroorzaker", veroorzaker.id)
    db.session.commit()
    return render_template(
        "incidenten/veroorzakers/show.html",
        veroorzaker=veroorzaker,
        form=form,
        gebreken=operations.list_gebreken(veroorzaker, vandaag()),
        zaken=list_zaken(veroorzaker, current_user),
    ), form.status


@bp.post("/veroorzakers/<int:id>/verwijderen")
@requires(Recht.VEROORZAKER_BEHEREN)
def delete_veroorzaker(id: int) -> Answer:
    """Erased for good: after a review, or because the person asked for it (AVG art. 17)."""
    veroorzaker = get_veroorzaker_or_404(id, current_user)
    if not request.form.get("zeker"):
        raise RegelOvertreden("Zet eerst het vinkje: verwijderen is niet terug te draaien.")
    operations.delete_veroorzaker(veroorzaker, nu())
    db.session.commit()
    flash("De registratie is gewist.")
    return redirect(url_for(".show_register"), 303)


@bp.route("/<string:nummer>/veroorzaker", methods=["GET", "POST"])
@requires(Recht.VEROORZAKER_BEHEREN)
def link_veroorzaker(nummer: str) -> Answer:
    """Who of the register occurs in this case; adding someone, known or not."""
    incident = get_zaak_or_404(nummer, current_user)
    if not operations.is_aan():
        abort(404)
    form = PlaatsForm()
    if form.validate_on_submit():
        if not operations.hold_register():  # it was switched off meanwhile
            abort(404)
        if not form.claim():
            operations.link_zaak(_find_or_create(form), incident, current_user, nu())
            form.complete(url_for(".link_veroorzaker", nummer=nummer))
        db.session.commit()
        flash("Vastgelegd. Laat de persoon weten dat hij of zij geregistreerd is.")
        return redirect(url_for(".link_veroorzaker", nummer=nummer), 303)
    bekend = veroorzakers_of(incident, current_user)
    for veroorzaker in bekend:
        log_event(db.session, "ingezien", "veroorzaker", veroorzaker.id)
    log_event(db.session, "ingezien", "incident", incident.id)
    db.session.commit()
    context = {"incident": incident, "form": form, "bekend": bekend}
    return render_template("incidenten/veroorzakers/zaak.html", **context), form.status


def _find_or_create(form: PlaatsForm) -> Veroorzaker:
    """Who has exactly this name already, unless this is someone else; else they come in new."""
    naam = form.naam.data or ""
    bekend = operations.find_veroorzakers(naam, current_user)
    if bekend and not form.is_ander.data:
        return bekend[0]
    contact, gedrag = form.contact.data or "", form.gedrag.data or ""
    return operations.create_veroorzaker(naam, contact, gedrag, current_user, vandaag())


def _mag_zien(kijker: Kijker, incident: Incident) -> bool:
    mag = kijker.can(Recht.VEROORZAKER_BEHEREN) and is_behandelaar(kijker, incident)
    return mag and bool(onderdelen.telling(incident, "register_aan"))


onderdelen.register(
    onderdelen.Onderdeel("veroorzaker", "Veroorzaker", "incidenten.link_veroorzaker", _mag_zien)
)

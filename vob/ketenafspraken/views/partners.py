"""The list of partners, one partner, and the gemeenten in the area."""

from flask import flash, redirect, render_template, request, url_for
from flask_login import current_user

from vob.core.clock import vandaag
from vob.core.permissions import Recht
from vob.data import db
from vob.data.paging import OnjuisteCursor
from vob.organisatie.queries import setting
from vob.web.access import requires
from vob.web.adres import read_keuze
from vob.web.formats import meervoud
from vob.web.htmx import Answer

from .. import operations, queries
from ..forms import GemeentenForm, PartnerForm, WijzigPartnerForm
from ..models import Partner
from ..queries import Filter
from ..values import Partnersoort, Welke
from .blueprint import bp, get_partner


@bp.get("/")
@requires(Recht.KETEN_INZIEN)
def list_partners() -> Answer:
    filter = Filter(
        q=request.args.get("q", "").strip(),
        soort=read_keuze(Partnersoort, "soort"),
        welke=read_keuze(Welke, "welke"),
    )
    na, voor = request.args.get("na"), request.args.get("voor")
    try:
        page, aantal = queries.list_partners(current_user, filter, vandaag(), na, voor)
    except OnjuisteCursor:
        return redirect(url_for(".list_partners"), 303)
    beheert = current_user.can(Recht.KETEN_BEHEREN)
    return render_template(
        "ketenafspraken/list.html",
        page=page,
        aantal=aantal,
        filter=filter,
        soorten=Partnersoort,
        welke=Welke,
        maanden=setting("contact_controle"),
        mist=[partner.naam for partner in queries.missing_starters()] if beheert else [],
    )


@bp.get("/gemeenten")
@requires(Recht.KETEN_INZIEN)
def list_gemeenten() -> Answer:
    rollen, regels = queries.list_gemeenten(current_user)
    return render_template(
        "ketenafspraken/gemeenten.html",
        rollen=rollen,
        regels=regels,
        compleet=sum(regel.is_compleet for regel in regels),
        maanden=setting("contact_controle"),
    )


@bp.route("/gemeenten/nieuw", methods=["GET", "POST"])
@requires(Recht.KETEN_BEHEREN)
def create_gemeenten() -> Answer:
    form = GemeentenForm()
    if form.validate_on_submit():
        if eerder := form.claim():
            return redirect(eerder, 303)
        aantal = operations.add_gemeenten(form.namen.data)
        url = form.complete(url_for(".list_gemeenten"))
        db.session.commit()
        flash(f"{meervoud(aantal, 'gemeente', 'gemeenten')} toegevoegd.")
        return redirect(url, 303)
    return render_template("ketenafspraken/gemeenten_nieuw.html", form=form), form.status


@bp.route("/partners/nieuw", methods=["GET", "POST"])
@requires(Recht.KETEN_BEHEREN)
def create_partner() -> Answer:
    form = PartnerForm()
    if form.is_submitted() and (eerder := form.claim()) is not None:
        return redirect(eerder, 303)
    if form.validate_on_submit():
        partner = Partner()
        form.fill(partner)
        db.session.add(partner)
        db.session.flush()
        url = form.complete(url_for(".show_partner", id=partner.id))
        db.session.commit()
        flash("De partner is toegevoegd. Voeg nu toe wie u daar belt.")
        return redirect(url, 303)
    db.session.rollback()
    return render_template("ketenafspraken/partner_form.html", form=form, partner=None), form.status


@bp.post("/partners/startset")
@requires(Recht.KETEN_BEHEREN)
def add_startset() -> Answer:
    """Take over the partners that VOB knows for this type of organisation."""
    aantal = operations.add_starters()
    db.session.commit()
    flash(f"{meervoud(aantal, 'partner', 'partners')} toegevoegd.")
    return redirect(url_for(".list_partners"), 303)


@bp.get("/partners/<int:id>")
@requires(Recht.KETEN_INZIEN)
def show_partner(id: int) -> Answer:
    partner = get_partner(id)
    vol = queries.sees_all(current_user)
    return render_template(
        "ketenafspraken/partner.html",
        partner=partner,
        contacten=queries.contacts_of(current_user, id),
        afspraken=queries.afspraken_of(id) if vol else [],
        maanden=setting("contact_controle"),
    )


@bp.route("/partners/<int:id>/wijzigen", methods=["GET", "POST"])
@requires(Recht.KETEN_BEHEREN)
def update_partner(id: int) -> Answer:
    partner = get_partner(id)
    form = WijzigPartnerForm(partner=partner)
    if form.validate_on_submit() and not form.is_stale(partner):
        operations.update_partner(form, partner)
        db.session.commit()
        flash("De partner is opgeslagen.")
        return redirect(url_for(".show_partner", id=id), 303)
    return render_template(
        "ketenafspraken/partner_form.html", form=form, partner=partner
    ), form.status


@bp.post("/partners/<int:id>/actief")
@requires(Recht.KETEN_BEHEREN)
def change_actief(id: int) -> Answer:
    """Stop with a partner, or begin again; what was agreed stays readable."""
    partner = get_partner(id)
    partner.is_actief = request.form.get("naar") == "ja"
    db.session.commit()
    flash("De partner doet weer mee." if partner.is_actief else "De partner telt niet meer mee.")
    return redirect(url_for(".show_partner", id=id), 303)

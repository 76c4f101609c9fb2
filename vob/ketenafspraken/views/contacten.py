"""Contacts: adding, changing, checking in one press, asking by mail, and the private number."""

from flask import flash, redirect, render_template, url_for
from flask_login import current_user

from vob.core.clock import vandaag
from vob.core.permissions import Recht
from vob.data import db, log_event
from vob.organisatie.queries import setting
from vob.web.access import requires
from vob.web.adres import read_keuze
from vob.web.htmx import Answer, fragment_or_redirect

from .. import vragen
from ..forms import ContactForm, WijzigContactForm
from ..models import Contact
from ..operations import fill_contact
from ..values import Contactrol
from .blueprint import bp, get_contact, get_partner


def _anchor(contact: Contact) -> str:
    return url_for(".show_partner", id=contact.partner_id, _anchor=f"contact-{contact.id}")


@bp.route("/partners/<int:id>/contacten/nieuw", methods=["GET", "POST"])
@requires(Recht.KETEN_BEHEREN)
def create_contact(id: int) -> Answer:
    partner = get_partner(id)
    rol = read_keuze(Contactrol, "rol") or Contactrol.ALGEMEEN
    form = ContactForm(rol=rol, functie="" if rol is Contactrol.ALGEMEEN else rol.label)
    if form.validate_on_submit():
        if eerder := form.claim():
            return redirect(eerder, 303)
        contact = Contact(partner=partner)
        fill_contact(form, contact)
        db.session.add(contact)
        db.session.flush()
        url = form.complete(_anchor(contact))
        db.session.commit()
        flash("Het contact is toegevoegd. Bel het nummer een keer, en druk dan op gecontroleerd.")
        return redirect(url, 303)
    return render_template(
        "ketenafspraken/contact_form.html", form=form, partner=partner, contact=None
    ), form.status


@bp.route("/contacten/<int:id>", methods=["GET", "POST"])
@requires(Recht.KETEN_BEHEREN)
def update_contact(id: int) -> Answer:
    contact = get_contact(id)
    form = WijzigContactForm(contact=contact)
    if form.validate_on_submit() and not form.is_stale(contact):
        fill_contact(form, contact)
        form.discard_concept()
        db.session.commit()
        flash("Het contact is opgeslagen.")
        return redirect(_anchor(contact), 303)
    return render_template(
        "ketenafspraken/contact_form.html", form=form, partner=contact.partner, contact=contact
    ), form.status


@bp.post("/contacten/<int:id>/gecontroleerd")
@requires(Recht.KETEN_BEHEREN)
def check_contact(id: int) -> Answer:
    """Someone called or asked today, and it was right."""
    contact = get_contact(id)
    contact.check(vandaag(), current_user.id)
    db.session.commit()
    return fragment_or_redirect(
        "ketenafspraken/_contact.html",
        _anchor(contact),
        contact=contact,
        maanden=setting("contact_controle"),
    )


@bp.get("/contacten/<int:id>/privenummer")
@requires(Recht.KETEN_VERTROUWELIJK)
def show_privenummer(id: int) -> Answer:
    """On a page of its own, or in its place; who looked is in the read log."""
    contact = get_contact(id)
    log_event(db.session, "ingezien", "contact", contact.id, privenummer=True)
    db.session.commit()
    return render_template("ketenafspraken/privenummer.html", contact=contact)


@bp.post("/contacten/<int:id>/vraag")
@requires(Recht.KETEN_BEHEREN)
def ask_contact(id: int) -> Answer:
    """Mail the contact one question: does this still hold?"""
    contact = get_contact(id)
    vragen.ask(contact, current_user.id)
    db.session.commit()
    flash("De vraag gaat per mail naar dit contact. Het antwoord komt bij Controle.")
    return redirect(_anchor(contact), 303)


@bp.post("/contacten/<int:id>/verwijderen")
@requires(Recht.KETEN_BEHEREN)
def delete_contact(id: int) -> Answer:
    contact = get_contact(id)
    partner_id = contact.partner_id
    db.session.delete(contact)
    db.session.commit()
    flash("Het contact is verwijderd.")
    return redirect(url_for(".show_partner", id=partner_id), 303)

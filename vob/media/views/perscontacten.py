"""Journalists we know, with their consent."""

from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask_login import current_user

from vob.core.clock import vandaag
from vob.core.deadlines import plus_maanden
from vob.core.permissions import Recht
from vob.data import db
from vob.data.paging import Sortering
from vob.organisatie.queries import setting
from vob.web.access import requires
from vob.web.htmx import Answer, is_htmx
from vob.web.lijst import read_lijst

from ..forms.keuzes import fill_choices
from ..forms.persvragen import PerscontactForm, SamenvoegForm
from ..models import Perscontact
from ..operations import persvragen as operations
from ..queries import persvragen as queries
from .blueprint import bp

_PAD = "/perscontacten/"


def _get_contact(id: int) -> Perscontact:
    return db.session.get(Perscontact, id) or abort(404)


@bp.get(_PAD)
@requires(Recht.MEDIA_BEHEREN)
def list_perscontacten() -> Answer:
    medium = request.args.get("medium", "").strip()[:100]
    sortering = Sortering(Perscontact.medium, Perscontact.id, aflopend=False)
    return render_template(
        "media/perscontacten.html",
        lijst=read_lijst(queries.list_contacten(medium), sortering),
        medium=medium,
        dubbel=queries.list_dubbel(),
        grens=plus_maanden(vandaag(), -setting("perscontact_bewaren")),
    )


@bp.route(f"{_PAD}nieuw", methods=["GET", "POST"])
@requires(Recht.MEDIA_BEHEREN)
def create_perscontact() -> Answer:
    form = PerscontactForm(toestemming_op=vandaag(), laatst_contact_op=vandaag())
    if form.validate_on_submit():
        if eerder := form.claim():
            return redirect(eerder, 303)
        contact = Perscontact()
        form.fill(contact)
        db.session.add(contact)
        db.session.flush()
        url = form.complete(url_for(".show_perscontact", id=contact.id))
        db.session.commit()
        flash("Het contact is bewaard.")
        return redirect(url, 303)
    return render_template("media/perscontact_form.html", form=form, contact=None), form.status


@bp.get(f"{_PAD}<int:id>")
@requires(Recht.MEDIA_BEHEREN)
def show_perscontact(id: int) -> Answer:
    contact = _get_contact(id)
    return render_template("media/perscontact.html", **_context(contact))


def _context(contact: Perscontact, prive: str | None = None) -> dict[str, Any]:
    vragen = queries.questions_of(current_user, contact.id)
    return {"contact": contact, "prive": prive, "vragen": vragen}


@bp.post(f"{_PAD}<int:id>/prive")
@requires(Recht.MEDIA_BEHEREN)
def show_prive(id: int) -> Answer:
    contact = _get_contact(id)
    prive = operations.show_prive(contact)
    db.session.commit()
    if is_htmx():
        return render_template("media/_prive.html", contact=contact, prive=prive)
    return render_template("media/perscontact.html", **_context(contact, prive))


@bp.route(f"{_PAD}<int:id>/wijzigen", methods=["GET", "POST"])
@requires(Recht.MEDIA_BEHEREN)
def update_perscontact(id: int) -> Answer:
    contact = _get_contact(id)
    form = PerscontactForm(obj=contact)
    if form.validate_on_submit() and not form.is_stale(contact):
        form.fill(contact)
        db.session.commit()
        flash("Het contact is opgeslagen.")
        return redirect(url_for(".show_perscontact", id=id), 303)
    return render_template("media/perscontact_form.html", form=form, contact=contact), form.status


@bp.route(f"{_PAD}<int:id>/samenvoegen", methods=["GET", "POST"])
@requires(Recht.MEDIA_BEHEREN)
def merge_perscontact(id: int) -> Answer:
    contact = _get_contact(id)
    anderen = db.session.scalars(queries.list_contacten("").where(Perscontact.id != id)).all()
    form = SamenvoegForm(
        met=next((a.id for a in anderen if a.gelijkenis == contact.gelijkenis), None)
    )
    paren = [(a.id, ", ".join(filter(None, (a.naam, a.medium, a.telefoon)))) for a in anderen]
    fill_choices(form.met, sorted(paren, key=lambda paar: paar[1].lower()), "Kies een contact")
    if form.validate_on_submit():
        operations.merge_contacten(contact, _get_contact(form.met.data))
        db.session.commit()
        flash("De twee zijn nu één contact, met de vragen van allebei.")
        return redirect(url_for(".show_perscontact", id=id), 303)
    return render_template("media/samenvoegen.html", form=form, contact=contact), form.status


@bp.post(f"{_PAD}<int:id>/verwijderen")
@requires(Recht.MEDIA_BEHEREN)
def delete_perscontact(id: int) -> Answer:
    operations.delete_contact(_get_contact(id))
    db.session.commit()
    flash("Het contact is verwijderd. De vragen zijn er nog.")
    return redirect(url_for(".list_perscontacten"), 303)

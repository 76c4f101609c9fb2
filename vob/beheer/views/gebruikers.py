"""People: who has an account, with which roles."""

from flask import abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from vob.core.errors import RegelOvertreden
from vob.core.permissions import Recht, Rol
from vob.data import db
from vob.data.paging import Sortering
from vob.gebruikers.models import Gebruiker
from vob.web.access import requires
from vob.web.htmx import Answer
from vob.web.lijst import read_lijst
from vob.web.tekst import opschonen

from .. import operations, queries
from ..forms import GebruikerForm
from .blueprint import bp

_STATEN = {"actief": True, "uitgeschakeld": False, "alle": None}


@bp.get("/gebruikers/")
@requires(Recht.GEBRUIKER_BEHEREN)
def list_gebruikers() -> Answer:
    q = opschonen(request.args.get("q", "")).strip()
    rol = next((rol for rol in Rol if rol == request.args.get("rol")), None)
    staat = request.args.get("staat", "actief")
    stmt = queries.find_gebruikers(q, rol, _STATEN.get(staat, True))
    lijst = read_lijst(stmt, Sortering(Gebruiker.naam, Gebruiker.id, aflopend=False))
    return render_template(
        "beheer/gebruikers.html", lijst=lijst, q=q, rol=rol, staat=staat, rollen=list(Rol)
    )


@bp.route("/gebruikers/nieuw", methods=["GET", "POST"])
@requires(Recht.GEBRUIKER_BEHEREN)
def create_gebruiker() -> Answer:
    form = GebruikerForm()
    if form.validate_on_submit():
        if eerder := form.claim():
            return redirect(eerder, 303)
        if gebruiker := _create(form):
            url = form.complete(url_for(".show_gebruiker", id=gebruiker.id))
            db.session.commit()
            flash(f"{gebruiker.naam} krijgt een mail met een link om een wachtwoord te kiezen.")
            return redirect(url, 303)
    return render_template("beheer/gebruiker_nieuw.html", form=form), form.status


def _create(form: GebruikerForm) -> Gebruiker | None:
    try:
        return operations.create_gebruiker(form)
    except RegelOvertreden as fault:
        _refuse(form, fault)
        return None


def _refuse(form: GebruikerForm, fault: RegelOvertreden) -> None:
    """Say it at the field it is about; nothing stays open while the page renders."""
    db.session.rollback()
    field = form.email if isinstance(fault, operations.EmailBezet) else form.rollen
    field.errors = [str(fault)]


@bp.route("/gebruikers/<int:id>", methods=["GET", "POST"])
@requires(Recht.GEBRUIKER_BEHEREN)
def show_gebruiker(id: int) -> Answer:
    gebruiker = _get_gebruiker(id)
    form = GebruikerForm(obj=gebruiker)
    if form.validate_on_submit() and not form.is_stale(gebruiker) and _update(gebruiker, form):
        db.session.commit()
        flash(f"De gegevens van {gebruiker.naam} zijn opgeslagen.")
        return redirect(url_for(".show_gebruiker", id=id), 303)
    return render_template("beheer/gebruiker.html", form=form, gebruiker=gebruiker), form.status


def _update(gebruiker: Gebruiker, form: GebruikerForm) -> bool:
    try:
        operations.update_gebruiker(gebruiker, form)
    except RegelOvertreden as fault:
        _refuse(form, fault)
        return False
    return True


def _get_gebruiker(id: int) -> Gebruiker:
    return db.session.get(Gebruiker, id) or abort(404)


def _done(id: int, melding: str) -> Response:
    db.session.commit()
    flash(melding)
    return redirect(url_for(".show_gebruiker", id=id), 303)


@bp.post("/gebruikers/<int:id>/uitschakelen")
@requires(Recht.GEBRUIKER_BEHEREN)
def disable_gebruiker(id: int) -> Answer:
    gebruiker = _get_gebruiker(id)
    operations.change_actief(gebruiker, False)
    return _done(id, f"{gebruiker.naam} kan niet meer inloggen en is overal uitgelogd.")


@bp.post("/gebruikers/<int:id>/inschakelen")
@requires(Recht.GEBRUIKER_BEHEREN)
def enable_gebruiker(id: int) -> Answer:
    gebruiker = _get_gebruiker(id)
    operations.change_actief(gebruiker, True)
    return _done(id, f"{gebruiker.naam} kan weer inloggen.")


@bp.post("/gebruikers/<int:id>/wachtwoordlink")
@requires(Recht.GEBRUIKER_BEHEREN)
def send_wachtwoordlink(id: int) -> Answer:
    gebruiker = _get_gebruiker(id)
    operations.send_wachtwoordlink(gebruiker)
    return _done(id, f"{gebruiker.naam} krijgt een mail met een link. U ziet die link niet.")


@bp.post("/gebruikers/<int:id>/ontgrendelen")
@requires(Recht.GEBRUIKER_BEHEREN)
def unlock_gebruiker(id: int) -> Answer:
    gebruiker = _get_gebruiker(id)
    operations.unlock(gebruiker)
    return _done(id, f"{gebruiker.naam} hoeft niet meer te wachten met inloggen.")

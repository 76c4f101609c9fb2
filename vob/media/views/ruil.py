"""Swapping a duty, and following one's own roster in an agenda."""

from datetime import timedelta
from urllib.parse import urlsplit

from flask import Response, abort, current_app, flash, redirect, render_template, url_for
from flask_login import current_user
from sqlalchemy import or_, select

from vob.core.clock import nu
from vob.core.permissions import Recht
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.gebruikers.sessies import hash_sleutel
from vob.web.access import public, requires
from vob.web.htmx import Answer

from ..agendafeed import render_agenda
from ..forms.rooster import AgendalinkForm, AntwoordForm, RuilForm
from ..models import Agendalink, Dienst, Ruil, Woordvoerder
from ..operations import rooster as operations
from ..queries.rooster import diensten_van, woordvoerder_of
from ..values import Ruilstatus
from .blueprint import bp
from .woordvoerders import get_own

_TERUG = timedelta(days=92)  # an agenda keeps showing what has been


@bp.route("/rooster/<int:id>/ruilen", methods=["GET", "POST"])
@requires(Recht.MEDIA_INZIEN)
def create_ruil(id: int) -> Answer:
    dienst = db.session.get(Dienst, id) or abort(404)
    ik = woordvoerder_of(current_user.id)
    if ik is None or dienst.woordvoerder_id != ik.id:
        abort(404)
    form = RuilForm(dienst)
    if form.validate_on_submit():
        if eerder := form.claim():
            return redirect(eerder, 303)
        ruil = operations.ask_ruil(dienst, form.met.data, nu())
        url = form.complete(url_for(".show_ruil", id=ruil.id))
        db.session.commit()
        flash("De vraag is gesteld. De dienst is van u tot de ander ja zegt.")
        return redirect(url, 303)
    return render_template("media/ruil_form.html", form=form, dienst=dienst), form.status


def _get_ruil(id: int) -> Ruil:
    """One of the two, or who keeps the roster."""
    ruil = db.session.get(Ruil, id) or abort(404)
    ik = woordvoerder_of(current_user.id)
    eigen = ik is not None and ik.id in (ruil.van_id, ruil.naar_id)
    return ruil if eigen or current_user.can(Recht.MEDIA_BEHEREN) else abort(404)


@bp.route("/ruil/<int:id>", methods=["GET", "POST"])
@requires(Recht.MEDIA_INZIEN)
def show_ruil(id: int) -> Answer:
    ruil = _get_ruil(id)
    is_aan_mij = ruil.naar.gebruiker_id == current_user.id
    form = AntwoordForm()
    if is_aan_mij and form.validate_on_submit():
        alleen = operations.answer_ruil(ruil, form.antwoord.data == "ja", nu())
        db.session.commit()
        flash("Uw antwoord is verwerkt." if form.antwoord.data == "ja" else "U ruilt niet.")
        if alleen:
            flash("Er staat nu geen vervanger bij.", "warn")
        return redirect(url_for(".show_rooster"), 303)
    context = {"ruil": ruil, "form": form, "is_aan_mij": is_aan_mij}
    return render_template("media/ruil.html", **context), form.status if is_aan_mij else 200


@bp.post("/ruil/<int:id>/intrekken")
@requires(Recht.MEDIA_INZIEN)
def withdraw_ruil(id: int) -> Answer:
    ruil = _get_ruil(id)
    if ruil.van.gebruiker_id != current_user.id or ruil.status is not Ruilstatus.GEVRAAGD:
        abort(404)
    ruil.status = Ruilstatus.INGETROKKEN
    db.session.commit()
    flash("De vraag is ingetrokken.")
    return redirect(url_for(".show_rooster"), 303)


@bp.route("/mensen/<int:id>/agenda", methods=["GET", "POST"])
@requires(Recht.MEDIA_INZIEN)
def make_agendalink(id: int) -> Answer:
    """The address is shown once, in the answer to the press that makes it: only a hash is kept."""
    wie = get_own(id)
    form = AgendalinkForm()
    feed = None
    if form.validate_on_submit():
        sleutel = operations.make_agendalink(wie, nu())
        db.session.commit()
        basis = current_app.config["BASE_URL"].rstrip("/")
        feed = basis + url_for(".export_rooster", token=sleutel)
    return render_template("media/agenda.html", wie=wie, feed=feed, form=form)


@bp.post("/mensen/<int:id>/agenda/intrekken")
@requires(Recht.MEDIA_INZIEN)
def revoke_agendalink(id: int) -> Answer:
    wie = get_own(id)
    if not operations.revoke_agendalink(wie):
        abort(404)
    db.session.commit()
    flash("Het adres werkt niet meer.")
    return redirect(url_for(".show_woordvoerder", id=id), 303)


@bp.get("/rooster/<string:token>.ics")
@public
def export_rooster(token: str) -> Response:
    """For an agenda, which cannot log in: the address is the secret, and can be revoked. It ends
    with the account, and when someone no longer speaks."""
    stmt = (
        select(Agendalink.woordvoerder_id)
        .join(Woordvoerder, Woordvoerder.id == Agendalink.woordvoerder_id)
        .outerjoin(Gebruiker, Gebruiker.id == Woordvoerder.gebruiker_id)
        .where(
            Agendalink.sleutel_hash == hash_sleutel(token),
            Woordvoerder.is_actief,
            or_(Gebruiker.id.is_(None), Gebruiker.is_actief),
        )
    )
    wie = db.session.scalar(stmt) or abort(404)
    domein = urlsplit(current_app.config["BASE_URL"]).hostname or "localhost"
    moment = nu()
    inhoud = render_agenda(diensten_van(wie, moment - _TERUG), moment, domein)
    return Response(inhoud, content_type="text/calendar; charset=utf-8")

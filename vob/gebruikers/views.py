"""Logging in and out, and one's own account."""

from urllib.parse import urlsplit

from flask import Blueprint, abort, flash, redirect, render_template, request, session, url_for
from flask_login import current_user
from sqlalchemy import select
from wtforms import Field

from vob.core.clock import nu
from vob.core.permissions import Recht
from vob.data import db, log_event
from vob.organisatie.queries import our_organisatie
from vob.web.access import public, requires
from vob.web.adres import is_eigen_pad
from vob.web.forms import GETYPT_BEWAARD
from vob.web.headers import forget_browser_copy
from vob.web.htmx import Answer

from . import sessies, throttle
from .forms import InlogForm, NieuwWachtwoord, ProfielForm, WijzigWachtwoord
from .login import log_in, log_out
from .models import Gebruiker, Sessie
from .uitnodigen import end_wachtwoordlinks, find_wachtwoordlink, use_wachtwoordlink
from .wachtwoorden import hash_wachtwoord, is_wachtwoord

bp = Blueprint("gebruikers", __name__)

DEMO_WACHTWOORD = "veilig-bestuur-2026"
FOUT = "Het e-mailadres of het wachtwoord klopt niet."


@bp.route("/inloggen", methods=["GET", "POST"])
@public
def login() -> Answer:
    form = InlogForm()
    if form.validate_on_submit() and _try_login(form):
        return redirect(_safe_next(), 303)
    if current_user.is_authenticated and request.method == "GET":
        return redirect(_safe_next(), 303)
    status = 422 if form.is_submitted() else 200
    page = render_template(
        "gebruikers/login.html",
        form=form,
        accounts=_demo_accounts(),
        wachtwoord=DEMO_WACHTWOORD,
        was_ingelogd="next" in request.args and sessies.COOKIE_SLEUTEL in session,
        is_bewaard=session.get(GETYPT_BEWAARD, False),
    )
    return page, status


def _try_login(form: InlogForm) -> bool:
    """Same words, same status and same time for an unknown name as for a wrong password."""
    email, adres = form.email.data, request.remote_addr or ""
    if _must_wait(form.wachtwoord, email):
        return False
    gebruiker = db.session.scalar(select(Gebruiker).filter_by(email=email))
    known = gebruiker if gebruiker and gebruiker.is_actief else None
    right = is_wachtwoord(known.wachtwoord_hash if known else "", form.wachtwoord.data)
    if known is None or not right:
        log_event(db.session, "inloggen mislukt", "gebruiker", gebruiker.id if gebruiker else None)
        db.session.commit()
        form.wachtwoord.errors = [FOUT]
        return False
    throttle.forget_failures(email, adres)
    log_in(known)
    known.laatst_ingelogd_op = nu()
    db.session.info["actor_id"] = known.id
    log_event(db.session, "ingelogd", "gebruiker", known.id)
    db.session.commit()
    return True


def _must_wait(veld: Field, email: str) -> bool:
    """Take a turn to try a password, or say at the field how long to wait."""
    wacht = throttle.claim_poging(email, request.remote_addr or "")
    db.session.commit()  # checking a password takes long: nothing stays locked meanwhile
    if wacht:
        seconden = int(wacht.total_seconds()) + 1
        veld.errors = [f"Te vaak geprobeerd. Wacht {seconden} seconden."]
    return bool(wacht)


def _safe_next() -> str:
    """Only a path of our own: never another site, never the login page itself."""
    target = request.args.get("next", "")
    if is_eigen_pad(target) and urlsplit(target).path != url_for(".login"):
        return target
    return "/"


def _demo_accounts() -> list[Gebruiker]:
    """Shown on the login page of a demo only."""
    if not our_organisatie().is_demo:
        return []
    return list(
        db.session.scalars(select(Gebruiker).filter_by(is_actief=True).order_by("id").limit(11))
    )


@bp.post("/uitloggen")
@requires(Recht.ACCOUNT_EIGEN)
def logout() -> Answer:
    _end_sessie(sessies.current_id())
    log_event(db.session, "uitgelogd", "gebruiker", current_user.id)
    db.session.commit()
    log_out()
    flash("U bent uitgelogd.")
    return forget_browser_copy(redirect(url_for(".login"), 303))


@bp.route("/profiel", methods=["GET", "POST"])
@requires(Recht.ACCOUNT_EIGEN)
def show_profiel() -> Answer:
    form = ProfielForm(obj=current_user)
    if form.validate_on_submit() and not form.is_stale(current_user):
        current_user.telefoon = form.telefoon.data or ""
        db.session.commit()
        flash("Uw gegevens zijn opgeslagen.")
        return redirect(url_for(".show_profiel"), 303)
    return _profiel(form=form), form.status


def _profiel(form: ProfielForm | None = None, wachtwoord: WijzigWachtwoord | None = None) -> str:
    levend = [
        sessie
        for sessie in db.session.scalars(
            select(Sessie)
            .filter_by(gebruiker_id=current_user.id, beeindigd_op=None)
            .order_by(Sessie.gezien_op.desc())
        )
        if sessies.is_levend(sessie, nu())
    ]
    return render_template(
        "gebruikers/profiel.html",
        form=form or ProfielForm(obj=current_user, pad=url_for(".show_profiel")),
        wachtwoord=wachtwoord or WijzigWachtwoord(pad=url_for(".change_wachtwoord")),
        sessies=levend,
        huidige_sessie=sessies.current_id(),
    )


@bp.post("/profiel/wachtwoord")
@requires(Recht.ACCOUNT_EIGEN)
def change_wachtwoord() -> Answer:
    form = WijzigWachtwoord(eigen_woorden=_own_words(current_user))
    if form.validate_on_submit() and not _must_wait(form.huidig, current_user.email):
        if is_wachtwoord(current_user.wachtwoord_hash, form.huidig.data):
            throttle.forget_failures(current_user.email, request.remote_addr or "")
            current_user.wachtwoord_hash = hash_wachtwoord(form.nieuw.data)
            end_wachtwoordlinks(current_user)
            sessies.end_sessies(current_user.id, behalve=sessies.current_id())
            log_event(db.session, "wachtwoord gewijzigd", "gebruiker", current_user.id)
            db.session.commit()
            flash("Uw wachtwoord is gewijzigd. Op andere apparaten bent u uitgelogd.")
            return redirect(url_for(".show_profiel"), 303)
        log_event(db.session, "wachtwoord wijzigen mislukt", "gebruiker", current_user.id)
        db.session.commit()
        form.huidig.errors = ["Dit is niet uw huidige wachtwoord."]
    return _profiel(wachtwoord=form), form.status


@bp.post("/profiel/sessies/<int:id>/beeindigen")
@requires(Recht.ACCOUNT_EIGEN)
def end_sessie(id: int) -> Answer:
    if not _end_sessie(id):
        abort(404)
    log_event(db.session, "sessie beëindigd", "gebruiker", current_user.id)
    db.session.commit()
    flash("Op dat apparaat bent u uitgelogd.")
    return redirect(url_for(".show_profiel"), 303)


def _end_sessie(id: int | None) -> bool:
    """End one of one's own sessions."""
    sessie = db.session.scalar(select(Sessie).filter_by(id=id, gebruiker_id=current_user.id))
    if sessie is None or sessie.beeindigd_op:
        return False
    sessie.beeindigd_op = nu()
    return True


@bp.route("/wachtwoord/<string:sleutel>", methods=["GET", "POST"])
@public
def set_wachtwoord(sleutel: str) -> Answer:
    """By a link from an administrator: works once, for a week."""
    link = find_wachtwoordlink(sleutel)
    if link is None:
        return render_template("gebruikers/link_verlopen.html"), 404
    gebruiker = db.session.get_one(Gebruiker, link.gebruiker_id)
    form = NieuwWachtwoord(eigen_woorden=_own_words(gebruiker))
    if form.validate_on_submit():
        if not use_wachtwoordlink(link):  # someone was quicker with the same link
            return render_template("gebruikers/link_verlopen.html"), 404
        gebruiker.wachtwoord_hash = hash_wachtwoord(form.nieuw.data)
        sessies.end_sessies(gebruiker.id)
        log_event(db.session, "wachtwoord ingesteld", "gebruiker", gebruiker.id)
        db.session.commit()
        flash("Uw wachtwoord is ingesteld. U kunt nu inloggen.")
        return redirect(url_for(".login"), 303)
    return render_template(
        "gebruikers/wachtwoord.html", form=form, gebruiker=gebruiker
    ), form.status


def _own_words(gebruiker: Gebruiker) -> tuple[str, ...]:
    return (gebruiker.naam, gebruiker.email, our_organisatie().naam, our_organisatie().soort_naam)

"""Who one can turn to: read by everyone, kept by those who may."""

from datetime import date

from flask import abort, flash, redirect, render_template, url_for
from flask_login import current_user

from vob.core.clock import vandaag
from vob.core.deadlines import plus_maanden
from vob.core.permissions import Recht
from vob.data import db
from vob.web.access import requires
from vob.web.formats import meervoud
from vob.web.htmx import Answer, fragment_or_redirect

from ..forms import SteunpuntForm
from ..models import Steunpunt
from ..operations import add_start_set, missing_steunpunten
from ..queries import setting, steunpunten
from .blueprint import bp

_PAD = "/steunpunten/"


@bp.get(_PAD)
@requires(Recht.STEUNPUNT_INZIEN)
def list_steunpunten() -> Answer:
    alle = steunpunten()
    return render_template(
        "organisatie/steunpunten.html",
        levend=[item for item in alle if not item.is_historisch],
        historisch=[item for item in alle if item.is_historisch],
        oudste=_oldest_good(),
        mist=_missing(),
    )


def _missing() -> list[str]:
    """Names to offer, to who may add them."""
    if not current_user.can(Recht.STEUNPUNT_BEHEREN):
        return []
    return [item.naam for item in missing_steunpunten()]


def _oldest_good() -> date:
    """A number that was checked before this day should be checked again."""
    return plus_maanden(vandaag(), -setting("steunpunt_controle"))


@bp.route(f"{_PAD}nieuw", methods=["GET", "POST"])
@requires(Recht.STEUNPUNT_BEHEREN)
def create_steunpunt() -> Answer:
    form = SteunpuntForm()
    if form.validate_on_submit():
        if eerder := form.claim():
            return redirect(eerder, 303)
        steunpunt = Steunpunt()
        form.fill(steunpunt)
        db.session.add(steunpunt)
        url = form.complete(url_for(".list_steunpunten"))
        db.session.commit()
        flash("Het steunpunt is toegevoegd.")
        return redirect(url, 303)
    return render_template("organisatie/steunpunt.html", form=form, steunpunt=None), form.status


@bp.route(f"{_PAD}<int:id>", methods=["GET", "POST"])
@requires(Recht.STEUNPUNT_BEHEREN)
def update_steunpunt(id: int) -> Answer:
    steunpunt = _get_steunpunt(id)
    form = SteunpuntForm(obj=steunpunt)
    if form.validate_on_submit() and not form.is_stale(steunpunt):
        if form.telefoon.data != steunpunt.telefoon or form.website.data != steunpunt.website:
            steunpunt.gecontroleerd_op = None  # another number is not a checked number
        form.fill(steunpunt)
        db.session.commit()
        flash("Het steunpunt is opgeslagen.")
        return redirect(url_for(".list_steunpunten"), 303)
    return render_template(
        "organisatie/steunpunt.html", form=form, steunpunt=steunpunt
    ), form.status


def _get_steunpunt(id: int) -> Steunpunt:
    return db.session.get(Steunpunt, id) or abort(404)


@bp.post(f"{_PAD}<int:id>/gecontroleerd")
@requires(Recht.STEUNPUNT_BEHEREN)
def check_steunpunt(id: int) -> Answer:
    """Someone called the number or opened the page today, and it was right."""
    steunpunt = _get_steunpunt(id)
    steunpunt.gecontroleerd_op = vandaag()
    db.session.commit()
    return fragment_or_redirect(
        "organisatie/_steunpunt.html",
        url_for(".list_steunpunten", _anchor=f"steunpunt-{id}"),
        steunpunt=steunpunt,
        oudste=_oldest_good(),
    )


@bp.post(f"{_PAD}<int:id>/verwijderen")
@requires(Recht.STEUNPUNT_BEHEREN)
def delete_steunpunt(id: int) -> Answer:
    steunpunt = _get_steunpunt(id)
    db.session.delete(steunpunt)
    db.session.commit()
    flash("Het steunpunt is verwijderd.")
    return redirect(url_for(".list_steunpunten"), 303)


@bp.post(f"{_PAD}startset")
@requires(Recht.STEUNPUNT_BEHEREN)
def add_startset() -> Answer:
    """Take over the support lines that VOB knows, those that are not there yet."""
    aantal = add_start_set()
    db.session.commit()
    flash(f"{meervoud(aantal, 'steunpunt', 'steunpunten')} toegevoegd.")
    return redirect(url_for(".list_steunpunten"), 303)

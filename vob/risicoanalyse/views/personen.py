"""About a person: beginning one's own, who may read along, destroying it, and the offer."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask_login import current_user
from sqlalchemy import select

from vob.core.clock import vandaag
from vob.core.permissions import Recht
from vob.data import db
from vob.gebruikers.queries import active_gebruikers
from vob.web.access import requires
from vob.web.formats import meervoud
from vob.web.htmx import Answer

from .. import aanbod, operations
from ..forms import LezersForm
from ..models import Analyse
from ..values import Aanbodstatus, Soort
from ..zichtbaarheid import get_analyse
from .blueprint import bp
from .stappen import STAPPEN


def _get_own(id: int) -> Analyse:
    """Of a person, and one's own: as that person, or as who made it."""
    analyse = get_analyse(id, om_te_werken=True)
    return analyse if analyse.is_besloten else abort(404)


@bp.post("/persoonlijk")
@requires(Recht.RISICO_EIGEN)
def create_persoonlijk() -> Answer:
    """One's own; who has one goes there."""
    stmt = select(Analyse.id).where(Analyse.persoon_id == current_user.id)
    if bestaand := db.session.scalar(stmt.order_by(Analyse.nummer.desc())):
        return redirect(url_for(".show_analyse", id=bestaand), 303)
    analyse = operations.create_analyse(Soort.PERSOON, current_user, persoon_id=current_user.id)
    db.session.commit()
    flash("Uw analyse is begonnen. Alleen u ziet haar, en wie u zelf noemt.")
    return redirect(url_for(".show_stap", id=analyse.id, stap=STAPPEN[0].code), 303)


@bp.route("/<int:id>/meelezers", methods=["GET", "POST"])
@requires(Recht.RISICO_EIGEN)
def update_lezers(id: int) -> Answer:
    analyse = _get_own(id)
    wie = [
        iemand
        for iemand in active_gebruikers()
        if iemand.id not in (analyse.persoon_id, analyse.maker_id)
        and iemand.can(Recht.RISICO_EIGEN)
    ]
    form = LezersForm(wie=wie, lezers=[lezer.gebruiker_id for lezer in analyse.lezers])
    if form.validate_on_submit():
        aanbod.set_lezers(analyse, form.lezers.data, current_user)
        db.session.commit()
        flash("Vastgelegd wie meeleest.")
        return redirect(url_for(".show_analyse", id=id), 303)
    page = render_template("risicoanalyse/meelezers.html", form=form, analyse=analyse)
    db.session.commit()  # the read log
    return page, form.status


@bp.get("/<int:id>/vernietigen")
@requires(Recht.RISICO_EIGEN)
def confirm_destroy(id: int) -> Answer:
    analyse = _get_person_self(id)
    page = render_template("risicoanalyse/vernietigen.html", analyse=analyse)
    db.session.commit()  # the read log
    return page


@bp.post("/<int:id>/vernietigen")
@requires(Recht.RISICO_EIGEN)
def destroy(id: int) -> Answer:
    operations.destroy(_get_person_self(id))
    db.session.commit()
    flash("De analyse is vernietigd, met alle versies. Er is niets van over.")
    return redirect(url_for(".list_analyses"), 303)


def _get_person_self(id: int) -> Analyse:
    """Only about whom it is decides that it goes."""
    analyse = _get_own(id)
    return analyse if analyse.persoon_id == current_user.id else abort(404)


@bp.get("/aanbod")
@requires(Recht.RISICO_BEHEREN)
def list_aanbod() -> Answer:
    return render_template("risicoanalyse/aanbod.html", regels=aanbod.list_regels())


@bp.post("/aanbod")
@requires(Recht.RISICO_BEHEREN)
def offer() -> Answer:
    """To everyone in office who has none yet."""
    aantal = aanbod.offer_all(current_user, vandaag())
    wie = meervoud(aantal, "persoon", "mensen")
    db.session.commit()
    flash("Iedereen heeft al een aanbod." if not aantal else f"Aangeboden aan {wie}.")
    return redirect(url_for(".list_aanbod"), 303)


@bp.post("/aanbod/antwoord")
@requires(Recht.RISICO_EIGEN)
def answer_aanbod() -> Answer:
    """By the person: accepted, declined."""
    antwoord = request.form.get("antwoord", "")
    if antwoord not in (Aanbodstatus.AANVAARD, Aanbodstatus.AFGEWEZEN):
        abort(400)
    aanbod.answer(current_user, Aanbodstatus(antwoord), vandaag())
    db.session.commit()
    flash("Uw antwoord is vastgelegd. U kunt altijd van gedachten veranderen.")
    return redirect(url_for(".list_analyses"), 303)

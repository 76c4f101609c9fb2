"""From draft to decision: sending in, taking or sending back, adopting."""

from flask import abort, flash, redirect, render_template, url_for
from flask_login import current_user

from vob.core.clock import vandaag
from vob.core.deadlines import plus_maanden
from vob.core.errors import RegelOvertreden
from vob.core.permissions import Recht
from vob.data import db
from vob.organisatie.queries import setting
from vob.web.access import requires
from vob.web.htmx import Answer

from .. import operations, rules
from ..forms import TerugForm, VaststelForm
from ..models import Analyse
from ..values import Status
from ..zichtbaarheid import get_analyse
from .blueprint import bp


@bp.post("/<int:id>/indienen")
@requires(Recht.RISICO_EIGEN)
def send_in(id: int) -> Answer:
    analyse = get_analyse(id, om_te_werken=True)
    operations.send_in(analyse, current_user)
    db.session.commit()
    flash("De analyse ligt ter vaststelling. Wie beslist, heeft bericht gekregen.")
    return redirect(url_for(".show_analyse", id=id), 303)


@bp.post("/<int:id>/terughalen")
@requires(Recht.RISICO_EIGEN)
def take_back(id: int) -> Answer:
    """By who made it: something must still change."""
    analyse = get_analyse(id, om_te_werken=True)
    operations.send_back(analyse, "")
    db.session.commit()
    flash("De analyse is weer een concept.")
    return redirect(url_for(".show_analyse", id=id), 303)


def _get_to_decide(id: int) -> Analyse:
    """Who may decide: with the right to, or about whom it is. Others: it is not theirs."""
    analyse = get_analyse(id)
    if current_user.can(Recht.RISICO_VASTSTELLEN) or analyse.persoon_id == current_user.id:
        return analyse
    return abort(403)


@bp.route("/<int:id>/terugsturen", methods=["GET", "POST"])
@requires(Recht.RISICO_EIGEN)
def send_back(id: int) -> Answer:
    analyse = _get_to_decide(id)
    rules.check_overgang(analyse.status, Status.CONCEPT)
    form = TerugForm()
    if form.validate_on_submit():
        operations.send_back(analyse, form.reden.data)
        db.session.commit()
        flash("De analyse is terug bij de maker, met uw reden.")
        return redirect(url_for(".show_analyse", id=id), 303)
    page = render_template("risicoanalyse/terugsturen.html", form=form, analyse=analyse)
    db.session.commit()  # the read log
    return page, form.status


@bp.route("/<int:id>/vaststellen", methods=["GET", "POST"])
@requires(Recht.RISICO_EIGEN)
def adopt(id: int) -> Answer:
    analyse, today = _get_to_decide(id), vandaag()
    rules.check_overgang(analyse.status, Status.VASTGESTELD)
    form = VaststelForm(
        analyse=analyse,
        gezien=analyse.versie,
        vastgesteld_op=today,
        herzien_op=plus_maanden(today, setting(rules.MAANDEN[analyse.soort])),
    )
    if form.validate_on_submit():
        _adopt(analyse, form)
        db.session.commit()
        flash(
            "De analyse is vastgesteld. De maatregelen zijn acties geworden."
            if not analyse.is_besloten
            else "De analyse is vastgesteld."
        )
        return redirect(url_for(".show_analyse", id=id), 303)
    mag = rules.may_vaststellen(analyse.status, analyse.makers(), current_user.id)
    page = render_template(
        "risicoanalyse/vaststellen.html", form=form, analyse=analyse, mag_vaststellen=mag
    )
    db.session.commit()  # the read log
    return page, form.status


def _adopt(analyse: Analyse, form: VaststelForm) -> None:
    if form.gezien.data != str(analyse.versie):
        raise RegelOvertreden("De analyse is intussen gewijzigd. Lees haar eerst opnieuw.")
    if not analyse.is_besloten:
        analyse.orgaan, analyse.besluitnummer = form.orgaan.data, form.besluitnummer.data
    operations.adopt(analyse, current_user, form.vastgesteld_op.data, form.herzien_op.data)

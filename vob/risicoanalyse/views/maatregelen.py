"""The measures of a risk: adding, changing, taking out, and how far they are."""

from flask import abort, flash, redirect, render_template, url_for
from flask_login import current_user

from vob.core.clock import vandaag
from vob.core.deadlines import plus_maanden
from vob.core.permissions import Recht
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.gebruikers.queries import active_gebruikers
from vob.web.access import requires
from vob.web.htmx import Answer

from .. import rules
from ..forms import MaatregelForm, MaatregelstatusForm
from ..maatregelen import move_maatregel
from ..models import Analyse
from ..models_risico import Risicomaatregel
from ..values import Maatregelstatus
from ..zichtbaarheid import get_analyse
from .blueprint import bp
from .risicos import find_risico

_VELDEN = ("titel", "type", "werkt_op", "eigenaar_id", "uiterlijk", "kosten", "betaler")


def _personen(analyse: Analyse) -> list[Gebruiker]:
    """Who can be asked to do it. Of a person: only those who may know of it."""
    if not analyse.is_besloten:
        return active_gebruikers()
    weten = {
        analyse.persoon_id,
        analyse.maker_id,
        *(lezer.gebruiker_id for lezer in analyse.lezers),
    }
    return [iemand for iemand in active_gebruikers() if iemand.id in weten]


def _find(id: int, maatregel_id: int) -> tuple[Analyse, Risicomaatregel]:
    analyse = get_analyse(id, om_te_werken=True)
    found = next((m for m in analyse.maatregelen if m.id == maatregel_id), None)
    return (analyse, found) if found else abort(404)


def _terug(analyse: Analyse, maatregel: Risicomaatregel) -> str:
    anker = f"risico-{maatregel.risico_id}"
    return url_for(".show_stap", id=analyse.id, stap="maatregelen", _anchor=anker)


def _fill(maatregel: Risicomaatregel, form: MaatregelForm) -> None:
    for veld in _VELDEN:
        setattr(maatregel, veld, form[veld].data)


@bp.route("/<int:id>/risicos/<int:risico_id>/maatregelen/nieuw", methods=["GET", "POST"])
@requires(Recht.RISICO_EIGEN)
def create_maatregel(id: int, risico_id: int) -> Answer:
    analyse, risico = find_risico(id, risico_id, om_te_werken=True)
    rules.check_bewerken(analyse.status)
    dag = plus_maanden(vandaag(), 3)
    form = MaatregelForm(analyse, _personen(analyse), uiterlijk=dag, eigenaar_id=current_user.id)
    if form.validate_on_submit():
        if eerder := form.claim():
            return redirect(eerder, 303)
        analyse.touch(current_user.id)
        maatregel = analyse.new_maatregel(risico, status=Maatregelstatus.VOORGESTELD)
        _fill(maatregel, form)
        db.session.flush()
        url = form.complete(_terug(analyse, maatregel))
        db.session.commit()
        return redirect(url, 303)
    page = render_template(
        "risicoanalyse/maatregel.html", form=form, analyse=analyse, risico=risico, maatregel=None
    )
    db.session.commit()  # the read log
    return page, form.status


@bp.route("/<int:id>/maatregelen/<int:maatregel_id>", methods=["GET", "POST"])
@requires(Recht.RISICO_EIGEN)
def update_maatregel(id: int, maatregel_id: int) -> Answer:
    analyse, maatregel = _find(id, maatregel_id)
    rules.check_bewerken(analyse.status)
    form = MaatregelForm(analyse, _personen(analyse), obj=maatregel)
    if form.validate_on_submit() and not form.is_stale(maatregel):
        analyse.touch(current_user.id)
        _fill(maatregel, form)
        form.discard_concept()
        db.session.commit()
        flash("De maatregel is opgeslagen.")
        return redirect(_terug(analyse, maatregel), 303)
    page = render_template(
        "risicoanalyse/maatregel.html",
        form=form,
        analyse=analyse,
        risico=maatregel.risico,
        maatregel=maatregel,
    )
    db.session.commit()  # the read log
    return page, form.status


@bp.post("/<int:id>/maatregelen/<int:maatregel_id>/weg")
@requires(Recht.RISICO_EIGEN)
def delete_maatregel(id: int, maatregel_id: int) -> Answer:
    analyse, maatregel = _find(id, maatregel_id)
    analyse.touch(current_user.id)
    terug = _terug(analyse, maatregel)
    analyse.maatregelen.remove(maatregel)
    db.session.commit()
    flash("De maatregel is weggehaald.")
    return redirect(terug, 303)


@bp.post("/<int:id>/maatregelen/<int:maatregel_id>/stand")
@requires(Recht.RISICO_EIGEN)
def change_maatregel(id: int, maatregel_id: int) -> Answer:
    """How far it is, after the decision: done, does not work, no longer needed."""
    _analyse, maatregel = _find(id, maatregel_id)
    form = MaatregelstatusForm()
    if not form.validate_on_submit():
        abort(400)
    move_maatregel(maatregel, form.naar.data, current_user)
    db.session.commit()
    flash(f"De maatregel staat op: {maatregel.status.label.lower()}.")
    return redirect(url_for(".show_risico", id=id, risico_id=maatregel.risico_id), 303)

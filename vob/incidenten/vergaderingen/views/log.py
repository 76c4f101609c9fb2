"""The live log: one screen, one key; and what is added to an entry afterwards."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask_login import current_user

from vob.core.clock import nu, vandaag
from vob.core.errors import RegelOvertreden
from vob.core.permissions import Recht
from vob.data import db, log_event
from vob.data.crypto import sleutelbos
from vob.web.access import requires
from vob.web.htmx import Answer, is_htmx

from ...views.blueprint import bp
from .. import operations, queries, rules
from ..forms import LogForm, ToevoegingForm, new_log_form
from ..models import Vergadering
from ..queries import get_vergadering_or_404
from ..values import Aard
from .vergaderingen import PAD, label, log_context


@bp.get(f"{PAD}/<int:id>/live")
@requires(Recht.VERGADERING_BIJHOUDEN)
def show_live(id: int) -> Answer:
    """The screen, and for its own script only the log: asking for it keeps the session alive
    until its absolute end, because a meeting can be quiet for an hour (besluiten.md)."""
    vergadering = get_vergadering_or_404(id)
    if is_htmx():
        # The script asks every minute: one line a day says as much, and anyone can send its header.
        if not queries.was_read_on(vandaag(), vergadering, current_user.id):
            _log_read(vergadering)
        return _log(vergadering)
    _log_read(vergadering)
    return _live(vergadering, new_log_form(vergadering))


def _log_read(vergadering: Vergadering) -> None:
    log_event(db.session, "ingezien", "vergadering", vergadering.id)
    db.session.commit()


def _log(vergadering: Vergadering) -> str:
    context = log_context(vergadering, queries.read_log(vergadering), is_live=True)
    return render_template("incidenten/vergaderingen/_log.html", **context)


def _live(vergadering: Vergadering, form: LogForm) -> Answer:
    return render_template(
        "incidenten/vergaderingen/live.html",
        form=form,
        groepen=rules.GROEPEN,
        toetsen=rules.TOETS,
        kluis=_secret("sleutel", vergadering),
        plek=f"log-{_secret('plek', vergadering)[:16]}",
        label=label,
        is_te_vroeg=rules.is_te_vroeg(vergadering.begin, nu()),
        **log_context(vergadering, queries.read_log(vergadering), is_live=True),
    ), form.status


def _secret(doel: str, vergadering: Vergadering) -> str:
    """64 hexadecimal digits that only this user gets, on this page: what waits in the browser is
    sealed with it, and after logging out nobody can open it."""
    wie = f"{current_user.id}:{vergadering.id}".encode()
    return sleutelbos().mac(wie, f"vergaderlog-{doel}").partition(":")[2]


@bp.post(f"{PAD}/<int:id>/regels")
@requires(Recht.VERGADERING_BIJHOUDEN)
def add_logregel(id: int) -> Answer:
    """Once, however often it is sent. Our script gets the whole log, a browser is sent back."""
    vergadering = get_vergadering_or_404(id)
    form = LogForm(vergadering=vergadering)
    if not form.validate_on_submit():
        if is_htmx():
            raise RegelOvertreden(
                " ".join(fout for fouten in form.errors.values() for fout in fouten)
            )
        _log_read(vergadering)
        return _live(vergadering, form)
    moment = nu()
    operations.add_regel(vergadering, form.invoer(moment), current_user.id, moment)
    form.discard_concept()
    db.session.commit()
    return _log(vergadering) if is_htmx() else redirect(url_for(".show_live", id=id), 303)


@bp.route(f"{PAD}/<int:id>/regels/<int:regel_id>", methods=["GET", "POST"])
@requires(Recht.VERGADERING_BIJHOUDEN)
def add_toevoeging(id: int, regel_id: int) -> Answer:
    """An addition, a correction or a withdrawal; the entry itself stays as it is."""
    vergadering = get_vergadering_or_404(id)
    punt = next(
        (punt for punt in queries.read_log(vergadering) if punt.regel.id == regel_id), None
    ) or abort(404)
    aard = Aard.CORRECTIE if request.args.get("aard") == Aard.CORRECTIE else Aard.AANVULLING
    form = ToevoegingForm(punt=punt, vergadering=vergadering, aard=aard)
    if form.validate_on_submit():
        moment = nu()
        for invoer in form.invoeren(moment):
            operations.add_regel(vergadering, invoer, current_user.id, moment)
        db.session.commit()
        flash("Toegevoegd. Wat er eerst stond, staat er nog.")
        return redirect(url_for(".show_vergadering", id=id) + f"#regel-{regel_id}", 303)
    _log_read(vergadering)
    return render_template(
        "incidenten/vergaderingen/toevoeging.html",
        form=form,
        vergadering=vergadering,
        punt=punt,
    ), form.status

"""One press question: reading, answering, and how it ended."""

from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask_login import current_user

from vob.core.clock import nu, vandaag
from vob.core.errors import RegelOvertreden
from vob.core.permissions import Recht
from vob.data import db
from vob.organisatie.queries import setting
from vob.web.access import requires
from vob.web.htmx import Answer, fragment_or_redirect

from .. import rules_persvraag as rules
from ..forms.persvragen import AfloopForm, AntwoordTekstForm, StatusForm, VraagForm
from ..models import Persvraag
from ..operations import persvragen as operations
from ..queries.boodschappen import current_lines
from ..queries.wie import kantoor
from ..queries.zichtbaar import get_kernboodschap, get_persvraag
from ..values import OPEN, Boodschapstand, Status
from .afstemming import context_of
from .blueprint import bp

_PAD = "/persvragen/<int:id>"


@bp.get(_PAD)
@requires(Recht.MEDIA_INZIEN)
def show_persvraag(id: int) -> Answer:
    """Who handles it, who noted it, and whose consent was asked."""
    return render_template("media/persvraag.html", **_context(get_persvraag(id, current_user)))


def _context(vraag: Persvraag, **forms: Any) -> dict[str, Any]:
    behandelt, moment = current_user.can(Recht.PERSVRAAG_BEHANDELEN), nu()
    lijnen = current_lines(vraag.onderwerp_id) if vraag.onderwerp_id and behandelt else []
    bevestig = rules.calculate_bevestiging(
        vraag.ontvangen_op, kantoor(), setting("media_bevestiging")
    )
    partijen = vraag.onderwerp.partijen if vraag.onderwerp and vraag.status in OPEN else []
    return {
        "vraag": vraag,
        "behandelt": behandelt,
        "schrijft": behandelt and vraag.status in OPEN,
        "klok": rules.read_klok(vraag.uiterlijk, vraag.status, moment),
        "bevestig": bevestig if vraag.status in OPEN and not vraag.bevestigd_op else None,
        "is_laat": bevestig < moment,
        "embargo": vraag.is_onder_embargo(moment),
        "lijnen": lijnen,
        "overgangen": rules.OVERGANGEN[vraag.status] if behandelt else (),
        "reactietijd": rules.duur(vraag.reactietijd) if vraag.reactietijd is not None else "",
        "antwoord_form": AntwoordTekstForm(obj=vraag, pad=url_for(".update_antwoord", id=vraag.id)),
        "status_form": StatusForm(pad=url_for(".change_persvraagstatus", id=vraag.id)),
        **context_of("persvraag", vraag.id, mag_vragen=behandelt, partijen=partijen),
        **forms,
    }


@bp.route(f"{_PAD}/wijzigen", methods=["GET", "POST"])
@requires(Recht.PERSVRAAG_BEHANDELEN)
def update_persvraag(id: int) -> Answer:
    vraag = get_persvraag(id, current_user)
    form = VraagForm(obj=vraag)
    if form.validate_on_submit() and not form.is_stale(vraag):
        operations.update_persvraag(form, vraag, current_user, nu())
        form.discard_concept()
        db.session.commit()
        flash("De vraag is opgeslagen.")
        return redirect(url_for(".show_persvraag", id=id), 303)
    return render_template("media/persvraag_form.html", form=form, vraag=vraag), form.status


@bp.post(f"{_PAD}/antwoord")
@requires(Recht.PERSVRAAG_BEHANDELEN)
def update_antwoord(id: int) -> Answer:
    vraag = get_persvraag(id, current_user)
    form = AntwoordTekstForm(obj=vraag)
    if form.validate_on_submit() and not form.is_stale(vraag):
        operations.write_antwoord(vraag, form.antwoord.data, form.antwoord_door.data, nu())
        form.discard_concept()
        if weigering := _give_antwoord(vraag):
            flash(weigering, "warn")
        db.session.commit()
        flash("Het antwoord is opgeslagen.")
        return redirect(url_for(".show_persvraag", id=id), 303)
    return render_template(
        "media/persvraag.html", **_context(vraag, antwoord_form=form)
    ), form.status


def _give_antwoord(vraag: Persvraag) -> str | None:
    """When that was pressed: what was just written is the answer. Else why it is not yet; what was
    written is kept all the same."""
    if request.form.get("naar") != Status.BEANTWOORD:
        return None
    try:
        operations.change_status(vraag, Status.BEANTWOORD, "", current_user, nu())
    except RegelOvertreden as fout:
        return str(fout)
    return None


@bp.post(f"{_PAD}/lijn/<int:lijn>")
@requires(Recht.PERSVRAAG_BEHANDELEN)
def take_lijn(id: int, lijn: int) -> Answer:
    """One press: the answer is what we agreed to say, and what we may say today."""
    vraag, gekozen = get_persvraag(id, current_user), get_kernboodschap(lijn, current_user)
    if gekozen.stand(vandaag()) is not Boodschapstand.GELDIG:
        abort(404)
    operations.take_lijn(vraag, gekozen, current_user, nu())
    AntwoordTekstForm(pad=url_for(".update_antwoord", id=id)).discard_concept()
    db.session.commit()
    return _answer(vraag, "#ons-antwoord", is_net_gekozen=True)


@bp.post(f"{_PAD}/status")
@requires(Recht.PERSVRAAG_BEHANDELEN)
def change_persvraagstatus(id: int) -> Answer:
    vraag = get_persvraag(id, current_user)
    form = StatusForm()
    if not form.validate_on_submit():
        return render_template("media/persvraag.html", **_context(vraag, status_form=form)), 422
    operations.change_status(vraag, form.naar.data, form.reden.data or "", current_user, nu())
    db.session.commit()
    return _answer(vraag)


@bp.post(f"{_PAD}/bevestigd")
@requires(Recht.PERSVRAAG_BEHANDELEN)
def confirm_persvraag(id: int) -> Answer:
    """The journalist knows that we have the question."""
    vraag = get_persvraag(id, current_user)
    vraag.bevestigd_op = vraag.bevestigd_op or nu()
    db.session.commit()
    return _answer(vraag)


def _answer(vraag: Persvraag, plek: str = "", **forms: Any) -> Answer:
    url = url_for(".show_persvraag", id=vraag.id) + plek
    return fragment_or_redirect("media/_persvraag.html", url, oob=True, **_context(vraag, **forms))


@bp.route(f"{_PAD}/afloop", methods=["GET", "POST"])
@requires(Recht.PERSVRAAG_BEHANDELEN)
def update_afloop(id: int) -> Answer:
    vraag = get_persvraag(id, current_user)
    form = AfloopForm(obj=vraag)
    if form.validate_on_submit() and not form.is_stale(vraag):
        form.fill(vraag)
        db.session.commit()
        flash("De afloop is opgeslagen.")
        return redirect(url_for(".show_persvraag", id=id), 303)
    return render_template("media/afloop.html", form=form, vraag=vraag), form.status

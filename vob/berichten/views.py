"""Outgoing mail, as the administrator sees it: addressee, kind, state. It has no contents."""

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, url_for

from vob.core.clock import nu
from vob.core.permissions import Recht
from vob.data import begin_write, db, log_event
from vob.data.paging import Sortering
from vob.organisatie.queries import our_organisatie
from vob.web.access import requires
from vob.web.htmx import Answer
from vob.web.lijst import read_lijst

from . import bezorger, ontvangers, queries
from .models import Bericht
from .values import Berichtstatus

bp = Blueprint("berichten", __name__, url_prefix="/beheer/berichten")


@bp.get("/")
@requires(Recht.BERICHT_INZIEN)
def list_berichten() -> Answer:
    gekozen = request.args.get("status", "")
    status = Berichtstatus(gekozen) if gekozen in list(Berichtstatus) else None
    heeft_mailserver = bool(current_app.config["SMTP_URL"])
    return render_template(
        "berichten/list.html",
        lijst=read_lijst(queries.berichten(status), Sortering(Bericht.aangemaakt_op, Bericht.id)),
        status=status,
        statussen=list(Berichtstatus),
        wie=ontvangers.label_of,
        heeft_mailserver=heeft_mailserver,
        toont_tekst=our_organisatie().is_demo and not heeft_mailserver,
        wacht_sinds=queries.oldest_waiting(),
    )


@bp.post("/<int:id>/opnieuw")
@requires(Recht.BERICHT_INZIEN)
def retry_bericht(id: int) -> Answer:
    """Try again now: after the mail server was mended, or the address corrected."""
    begin_write(db.session)
    bericht = db.session.get(Bericht, id)
    if bericht is None or bericht.status == Berichtstatus.VERSTUURD:
        abort(404)
    bericht.status, bericht.volgende_poging_op = Berichtstatus.WACHT, nu()
    log_event(db.session, "opnieuw versturen", "bericht", id)
    db.session.commit()
    bezorger.wake()
    flash("Het bericht wordt zo opnieuw verstuurd.")
    return redirect(url_for(".list_berichten"), 303)

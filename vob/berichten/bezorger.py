"""Delivering the outbox, outside the request: nobody waits for a mail server.

A deliverer first claims a few rows for a while, then sends them without holding a transaction, and
notes the outcome of each. Two deliverers never hold the same row; a row whose deliverer died comes
free again by itself.
"""

import logging
import threading
from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage

from flask import Flask, current_app
from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from vob.core.clock import nu
from vob.data import db
from vob.organisatie.models import Organisatie

from . import rules
from .mail import MailFout, connect, make_mail, translate_faults
from .models import Bericht
from .ontvangers import find_ontvanger
from .values import Berichtstatus

LOG = logging.getLogger("vob.berichten")
BEZET = timedelta(minutes=10)  # longer than a batch can take with a server that hardly answers
PER_KEER = 10
RUST = 30  # seconds between two looks
_signal = threading.Event()


def start(app: Flask, stop: threading.Event | None = None) -> threading.Thread:
    """Deliver from now on, in one daemon thread of this process; until `stop`, if that is given."""
    stop = stop or threading.Event()
    thread = threading.Thread(target=_run, args=(app, stop), name="bezorger", daemon=True)
    thread.start()
    return thread


def wake() -> None:
    """There is something new: do not wait for the next look."""
    _signal.set()


def _run(app: Flask, stop: threading.Event) -> None:
    while not stop.is_set():
        try:
            with app.app_context():
                deliver_all()
        except Exception:  # the thread must outlive a database that is away for a while
            LOG.exception("bezorger")
        _signal.wait(RUST)
        _signal.clear()


def deliver_all() -> int:
    """Send everything that is due; returns how many left. Needs an application context."""
    sent = 0
    while batch := deliver_due(PER_KEER):
        sent += batch
    return sent


def deliver_due(limit: int = PER_KEER) -> int:
    """Send at most `limit` mails that are due; returns how many left."""
    url = current_app.config["SMTP_URL"]
    if not url:
        return 0
    ids = _claim(limit)
    if not ids:
        return 0
    try:
        with connect(url) as server:
            return sum(_deliver(id, server.send_message) for id in ids)
    except MailFout as fault:  # no server: the whole batch waits
        for id in ids:
            _note(id, fault)
        return 0


def _claim(limit: int) -> list[int]:
    """Take rows for ourselves: one statement, so no other deliverer can take the same."""
    moment = nu()
    due = (
        select(Bericht.id)
        .where(
            Bericht.status == Berichtstatus.WACHT,
            Bericht.volgende_poging_op <= moment,
            or_(Bericht.bezet_tot.is_(None), Bericht.bezet_tot < moment),
        )
        .order_by(Bericht.volgende_poging_op, Bericht.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    with db.engine.begin() as connection:
        claimed = connection.execute(
            update(Bericht)
            .where(Bericht.id.in_(due))
            .values(bezet_tot=moment + BEZET, pogingen=Bericht.pogingen + 1)
            .returning(Bericht.id)
        )
        return sorted(claimed.scalars())


def _deliver(id: int, send: Callable[[EmailMessage], object]) -> int:
    """Send one mail we claimed; 1 when it left."""
    try:
        mail = _read(id)
        with translate_faults():
            send(mail)
    except MailFout as fault:
        _note(id, fault)
        return 0
    _set(id, status=Berichtstatus.VERSTUURD, verstuurd_op=nu(), tekst=None, fout="")
    return 1


def _read(id: int) -> EmailMessage:
    """The mail as it stands now; nothing stays open while it is sent."""
    with Session(db.engine) as session:
        bericht = session.get_one(Bericht, id)
        aan = find_ontvanger(session, bericht)
        if aan is None:
            reden = (
                "Het account is uitgeschakeld." if bericht.gebruiker else "Er is geen adres meer."
            )
            raise MailFout(reden, voorgoed=True)
        organisatie = session.scalar(select(Organisatie).limit(1))
        return make_mail(
            bericht,
            aan,
            afzender=current_app.config["AFZENDER"],
            basis=current_app.config["BASE_URL"],
            organisatie=organisatie.soort_naam if organisatie else "uw organisatie",
        )


def _note(id: int, fault: MailFout) -> None:
    """Why it did not leave, and when to try again."""
    if fault.voorgoed:
        _set(id, status=Berichtstatus.MISLUKT, fout=str(fault))
        return
    with Session(db.engine) as session:
        pogingen = session.scalar(select(Bericht.pogingen).filter_by(id=id)) or 1
    _set(id, volgende_poging_op=rules.next_poging(pogingen, nu()), fout=str(fault))


def _set(id: int, **values: object) -> None:
    with db.engine.begin() as connection:
        connection.execute(update(Bericht).filter_by(id=id).values(bezet_tot=None, **values))

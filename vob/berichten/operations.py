"""Putting a mail in the outbox."""

from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import Session

from vob.core.clock import nu, vandaag
from vob.data import db
from vob.data.sql import insert_into
from vob.gebruikers.models import Gebruiker

from . import bezorger
from .models import Bericht
from .values import Berichtsoort, Berichtstatus

_NIEUW = "bericht_nieuw"


def queue(
    gebruiker: Gebruiker,
    soort: Berichtsoort,
    pad: str,
    tekst: str | None = None,
    *,
    eens: str | None = None,
) -> None:
    """Mail this person a link, as part of the transaction of the act itself.

    A reminder of the same thing goes out once a day, or once per `eens` when that is given (ids and
    dates only). `tekst` is only for a link that is a secret itself (an invitation): it is kept
    encrypted, and erased once sent.
    """
    ontdubbel = None
    db.session.flush()  # the person may be new in this transaction
    if soort == Berichtsoort.HERINNERING:
        ontdubbel = f"{gebruiker.id}:{soort.value}:{eens or f'{pad}:{vandaag()}'}"
    _insert(soort, pad, tekst, ontdubbel, gebruiker_id=gebruiker.id)


def queue_ontvanger(
    ontvanger_soort: str, ontvanger_id: int, soort: Berichtsoort, pad: str, tekst: str
) -> None:
    """Mail someone without an account, whom the room of this kind knows (`ontvangers.py`)."""
    wie = {"ontvanger_soort": ontvanger_soort, "ontvanger_id": ontvanger_id}
    _insert(soort, pad, tekst, None, **wie)


def _insert(
    soort: Berichtsoort, pad: str, tekst: str | None, ontdubbel: str | None, **wie: Any
) -> None:
    moment = nu()
    db.session.execute(
        insert_into(Bericht, db.session.connection())
        .values(
            soort=soort,
            pad=pad,
            tekst=tekst,
            ontdubbel=ontdubbel,
            aangemaakt_op=moment,
            status=Berichtstatus.WACHT,
            pogingen=0,
            volgende_poging_op=moment,
            fout="",
            **wie,
        )
        .on_conflict_do_nothing()
    )
    db.session.info[_NIEUW] = True


@event.listens_for(Session, "after_commit")
def _wake_bezorger(session: Session) -> None:
    if session.info.pop(_NIEUW, False):
        bezorger.wake()


@event.listens_for(Session, "after_rollback")
def _forget(session: Session) -> None:
    session.info.pop(_NIEUW, None)

"""Sessions on the server: 256 random bits in the cookie, their hash in the table."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Protocol

from flask import g, request, session
from sqlalchemy import bindparam, select, true, update

from vob.core.clock import nu
from vob.data import db
from vob.organisatie.models import Organisatie
from vob.organisatie.queries import remember_organisatie, setting

from . import rules
from .models import Gebruiker, Sessie

COOKIE_SLEUTEL = "_user_id"  # where Flask-Login keeps what `get_id()` returned


# Built once: every request asks it, and the organisation along with it.
_WIE = (
    select(
        Sessie.id,
        Sessie.begonnen_op,
        Sessie.gezien_op,
        Sessie.beeindigd_op,
        Gebruiker,
        Organisatie,
    )
    .join(Gebruiker, Gebruiker.id == Sessie.gebruiker_id)
    .outerjoin(Organisatie, true())
    .where(Sessie.sleutel_hash == bindparam("hash"))
    .order_by(Organisatie.id)
    .limit(1)
)


class Tijden(Protocol):
    """What decides whether a session lives: the row itself, or its moments read apart."""

    begonnen_op: Any
    gezien_op: Any
    beeindigd_op: Any


def hash_sleutel(sleutel: str) -> str:
    """No slow hash needed: the key is 256 random bits."""
    return sha256(sleutel.encode()).hexdigest()


def new_sessie(gebruiker: Gebruiker) -> str:
    """Start a session; the key is returned once and stored nowhere."""
    sleutel = secrets.token_urlsafe(32)
    moment = nu()
    db.session.add(
        Sessie(
            sleutel_hash=hash_sleutel(sleutel),
            gebruiker_id=gebruiker.id,
            begonnen_op=moment,
            gezien_op=moment,
            apparaat=_apparaat(),
        )
    )
    return sleutel


def find_gebruiker(sleutel: str) -> Gebruiker | None:
    """Who is logged in with this key, if the session lives and the account is active."""
    sessie = db.session.execute(_WIE, {"hash": hash_sleutel(sleutel)}).first()
    if sessie is None:
        return None
    remember_organisatie(sessie.Organisatie)
    gebruiker: Gebruiker = sessie.Gebruiker
    moment = nu()
    if not gebruiker.is_actief or not is_levend(sessie, moment):
        return None
    if moment - sessie.gezien_op >= rules.GEZIEN_STAP and not _is_autosave():
        _touch(sessie.id, moment)
    g.sessie_id, gebruiker.sessie_sleutel = sessie.id, sleutel
    return gebruiker


def current_id() -> int | None:
    """The id of the session of this request."""
    id: int | None = g.get("sessie_id")
    return id


def is_levend(sessie: Tijden, moment: datetime) -> bool:
    return sessie.beeindigd_op is None and rules.is_sessie_levend(
        sessie.begonnen_op,
        sessie.gezien_op,
        moment,
        idle=timedelta(minutes=setting("sessie_idle")),
        maximaal=timedelta(hours=setting("sessie_maximaal")),
    )


def expired_gebruiker_id() -> int | None:
    """Whose session this was: to keep what they typed. Never of a session that was ended (logged
    out, another password, disabled), nor after more than a night: a key that was stolen, or found
    on an old device, writes into nobody's drafts."""
    sleutel = session.get(COOKIE_SLEUTEL)
    if not sleutel:
        return None
    return db.session.scalar(
        select(Sessie.gebruiker_id)
        .join(Gebruiker)
        .where(
            Sessie.sleutel_hash == hash_sleutel(sleutel),
            Sessie.beeindigd_op.is_(None),
            Sessie.gezien_op > nu() - rules.NAGEKOMEN,
            Gebruiker.is_actief,
        )
    )


def end_sessies(gebruiker_id: int, behalve: int | None = None) -> None:
    """End all sessions of someone at once: disabled, other roles, other password."""
    db.session.execute(
        update(Sessie)
        .where(
            Sessie.gebruiker_id == gebruiker_id,
            Sessie.beeindigd_op.is_(None),
            Sessie.id != (behalve or 0),
        )
        .values(beeindigd_op=nu())
    )


def _is_autosave() -> bool:
    """A page that saves itself must not keep a session alive for ever (besluiten.md)."""
    return request.endpoint == "concepten.store_concept"


def _touch(id: int, moment: datetime) -> None:
    """Note that the session is in use, in a transaction of its own: a read stays a read."""
    with db.engine.begin() as connection:
        connection.execute(update(Sessie).where(Sessie.id == id).values(gezien_op=moment))


def _apparaat() -> str:
    """A word by which the owner recognises the device; not the whole User-Agent."""
    agent = request.user_agent.string
    browser = next((b for b in ("Edg", "Firefox", "Chrome", "Safari") if b in agent), "browser")
    systeem = next(
        (s for s in ("Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux") if s in agent), ""
    )
    return f"{'Edge' if browser == 'Edg' else browser} {systeem}".strip()

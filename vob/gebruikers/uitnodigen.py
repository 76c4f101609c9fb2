"""A link to set an own password: for an invitation and for a reset."""

import secrets

from flask import url_for
from sqlalchemy import select, update

from vob.core.clock import nu
from vob.data import db, log_event

from . import rules
from .models import Gebruiker, Wachtwoordlink
from .sessies import hash_sleutel


def make_wachtwoordlink(gebruiker: Gebruiker) -> str:
    """The path of a fresh link; earlier links of this person stop working."""
    end_wachtwoordlinks(gebruiker)
    sleutel = secrets.token_urlsafe(32)
    db.session.add(
        Wachtwoordlink(
            sleutel_hash=hash_sleutel(sleutel),
            gebruiker_id=gebruiker.id,
            geldig_tot=nu() + rules.LINK_GELDIG,
        )
    )
    log_event(db.session, "wachtwoordlink gemaakt", "gebruiker", gebruiker.id)
    return url_for("gebruikers.set_wachtwoord", sleutel=sleutel)


def end_wachtwoordlinks(gebruiker: Gebruiker) -> None:
    """What was sent to this person so far opens nothing any more."""
    db.session.execute(
        update(Wachtwoordlink)
        .where(Wachtwoordlink.gebruiker_id == gebruiker.id, Wachtwoordlink.gebruikt_op.is_(None))
        .values(gebruikt_op=nu())
    )


def find_wachtwoordlink(sleutel: str) -> Wachtwoordlink | None:
    """A link that still works, of someone who may log in."""
    return db.session.scalar(
        select(Wachtwoordlink)
        .join(Gebruiker)
        .where(
            Wachtwoordlink.sleutel_hash == hash_sleutel(sleutel),
            Wachtwoordlink.gebruikt_op.is_(None),
            Wachtwoordlink.geldig_tot > nu(),
            Gebruiker.is_actief,
        )
    )


def use_wachtwoordlink(link: Wachtwoordlink) -> bool:
    """Take the link, once: of two at the same moment one gets it."""
    taken = db.session.execute(
        update(Wachtwoordlink)
        .where(Wachtwoordlink.id == link.id, Wachtwoordlink.gebruikt_op.is_(None))
        .values(gebruikt_op=nu())
        .returning(Wachtwoordlink.id)
    )
    return taken.first() is not None

"""Keeping, finding and letting go of drafts."""

from datetime import datetime, timedelta

from flask import request
from flask_login import current_user
from sqlalchemy import delete, select
from werkzeug.datastructures import MultiDict

from vob.core.clock import nu
from vob.data import db
from vob.gebruikers import sessies
from vob.web.tekst import opschonen

from .models import Concept

BEWAREN = timedelta(days=30)
BEWAREN_NA_SESSIE = timedelta(hours=12)  # besluiten.md: typed with a dead session
# Never kept: secrets, and what belongs to one rendering of the form.
NOOIT = {"csrf_token", "eenmalig", "wachtwoord", "huidig", "nieuw", "herhaal"}


class Bewaarder:
    """What forms ask for (`vob.web.forms.Concepten`)."""

    def load(self, pad: str) -> MultiDict[str, str] | None:
        """The draft of the current user for this form."""
        velden = db.session.scalar(
            select(Concept.velden).where(
                Concept.gebruiker_id == current_user.id,
                Concept.pad == pad,
                Concept.vervalt_op > nu(),
            )
        )
        return MultiDict(velden) if velden else None

    def discard(self, pad: str) -> None:
        db.session.execute(
            delete(Concept).where(Concept.gebruiker_id == current_user.id, Concept.pad == pad)
        )


def store(gebruiker_id: int, pad: str, bewaren: timedelta = BEWAREN) -> datetime:
    """Keep what this request typed; an earlier draft of the same form is replaced."""
    moment = nu()
    velden = {
        naam: [opschonen(waarde) for waarde in request.form.getlist(naam)]
        for naam in request.form
        if naam not in NOOIT and not naam.startswith("_")
    }
    concept = db.session.scalar(select(Concept).filter_by(gebruiker_id=gebruiker_id, pad=pad))
    if concept is None:
        concept = Concept(gebruiker_id=gebruiker_id, pad=pad)
        db.session.add(concept)
    concept.velden, concept.bewaard_op, concept.vervalt_op = velden, moment, moment + bewaren
    db.session.execute(delete(Concept).where(Concept.vervalt_op < moment))
    return moment


def has_text() -> bool:
    """Whether this request carries anything worth keeping."""
    typed = (naam for naam in request.form if naam not in NOOIT)
    return any(value.strip() for naam in typed for value in request.form.getlist(naam))


def keep_lost_post() -> None:
    """The session ended while someone typed: keep it for the user of that session only."""
    gebruiker_id = sessies.expired_gebruiker_id()
    if gebruiker_id and has_text():
        store(gebruiker_id, request.path, BEWAREN_NA_SESSIE)
        db.session.commit()

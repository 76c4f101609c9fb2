"""Keeping, finding and letting go of drafts."""

from datetime import datetime, timedelta

from flask import Flask, flash, request, session
from flask_login import current_user
from sqlalchemy import and_, delete, or_, select
from werkzeug.datastructures import MultiDict

from vob.core.clock import nu
from vob.data import begin_write, db
from vob.data.tokens import Formuliertoken
from vob.gebruikers import sessies
from vob.gebruikers.models import Gebruiker
from vob.web.forms import GETYPT_BEWAARD, TERUG
from vob.web.tekst import opschonen

from .models import Concept

BEWAREN = timedelta(days=30)
BEWAREN_NA_SESSIE = timedelta(hours=12)  # besluiten.md: typed with a dead session
PAD_MAX = 200
_TERUG_MAX = 10  # they travel in a cookie
TERUGGEVONDEN = (
    "Uw sessie was verlopen toen u iets verstuurde. Wat u had ingevuld, staat nog in het "
    "formulier: lees het na en verstuur het opnieuw. Had u een bestand gekozen? Kies dat dan "
    "opnieuw."
)
MAXIMAAL = 50  # per user; the oldest go
# Never kept: secrets, and what belongs to one rendering of the form.
NOOIT = {"csrf_token", "eenmalig", "wachtwoord", "huidig", "nieuw", "herhaal"}
BESTAND = "[object File]"  # what a browser writes for a file in a url-encoded form


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


def typed() -> dict[str, list[str]]:
    """The fields of this request that are worth keeping."""
    return {
        naam: [opschonen(waarde) for waarde in request.form.getlist(naam)]
        for naam in request.form
        if naam not in NOOIT
        and not naam.startswith("_")
        and request.form.getlist(naam)[0] != BESTAND
    }


def has_text() -> bool:
    """Whether this request carries anything worth keeping."""
    return any(waarde.strip() for waarden in typed().values() for waarde in waarden)


def is_sent() -> bool:
    """Whether the form this draft belongs to was sent meanwhile: then there is nothing to keep."""
    begin_write(db.session)
    eenmalig = request.form.get("eenmalig", "")
    return db.session.get(Formuliertoken, eenmalig) is not None


def store(gebruiker_id: int, pad: str, bewaren: timedelta = BEWAREN) -> datetime:
    """Keep what this request typed; an earlier draft of the same form is replaced."""
    moment = nu()
    concept = db.session.scalar(select(Concept).filter_by(gebruiker_id=gebruiker_id, pad=pad))
    if concept is None:
        concept = Concept(gebruiker_id=gebruiker_id, pad=pad)
        db.session.add(concept)
    concept.velden, concept.bewaard_op, concept.vervalt_op = typed(), moment, moment + bewaren
    db.session.flush()
    _tidy(gebruiker_id, moment)
    return moment


def _tidy(gebruiker_id: int, moment: datetime) -> None:
    """Drafts end: by time, and when someone has very many of them."""
    nieuwste = (
        select(Concept.id)
        .filter_by(gebruiker_id=gebruiker_id)
        .order_by(Concept.bewaard_op.desc(), Concept.id.desc())
        .limit(MAXIMAAL)
    )
    te_veel = and_(Concept.gebruiker_id == gebruiker_id, Concept.id.not_in(nieuwste))
    db.session.execute(delete(Concept).where(or_(Concept.vervalt_op < moment, te_veel)))


def pad_of_form() -> str:
    """The form this request is about: a path of our own. Empty when it is not."""
    pad = request.form.get("_pad", "")
    return pad if pad.startswith("/") and len(pad) <= PAD_MAX else ""


def keep_lost_post() -> None:
    """The session ended while someone typed: keep it for the user of that session only."""
    gebruiker_id = sessies.expired_gebruiker_id()
    if gebruiker_id and has_text():
        store(gebruiker_id, pad_of_form() or request.path, BEWAREN_NA_SESSIE)
        db.session.commit()
        session[GETYPT_BEWAARD] = True


def find_lost_posts(_app: Flask, user: Gebruiker) -> None:
    """Someone logs in: remember which forms they had sent in vain, and tell it."""
    paden = db.session.scalars(
        select(Concept.pad)
        .where(
            Concept.gebruiker_id == user.id,
            Concept.vervalt_op.between(nu(), nu() + BEWAREN_NA_SESSIE),
        )
        .order_by(Concept.vervalt_op.desc())
        .limit(_TERUG_MAX)
    ).all()
    if paden:
        session[TERUG] = list(paden)
        flash(TERUGGEVONDEN)

"""What is due is brought to mind: one mail a day per person, without contents."""

from datetime import date

from sqlalchemy import select

from vob.acties.models import Actie
from vob.acties.values import OPEN
from vob.berichten.operations import queue
from vob.berichten.values import Berichtsoort
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.risicoanalyse import herinneringen as risicoanalyse


def queue_herinneringen(vandaag: date) -> int:
    """Remind everyone with an action that is due today or late, and of what rooms know. Returns
    for how many people (one may count in two rooms).

    The outbox keeps one reminder per person, page and day, so this can run every minute.
    """
    stmt = select(Gebruiker).where(
        Gebruiker.is_actief,
        Gebruiker.id.in_(
            select(Actie.eigenaar_id).where(Actie.status.in_(OPEN), Actie.uiterlijk <= vandaag)
        ),
    )
    wie = list(db.session.scalars(stmt))
    for gebruiker in wie:
        queue(gebruiker, Berichtsoort.HERINNERING, "/acties/?welke=mijn")
    return len(wie) + risicoanalyse.queue_herinneringen(vandaag)

"""What is due is brought to mind: one mail a day per person, without contents."""

from datetime import date

from sqlalchemy import select

from vob.acties.models import Actie
from vob.acties.values import OPEN
from vob.berichten.operations import queue
from vob.berichten.values import Berichtsoort
from vob.core.clock import nu
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.termijnen.waarschuwen import queue_waarschuwingen
from vob.ketenafspraken.herinneringen import queue_keten
from vob.media import herinneringen as media
from vob.risicoanalyse import herinneringen as risicoanalyse


def queue_herinneringen(vandaag: date) -> int:
    """Remind everyone of what is due today or late: their actions, and what each room knows to be
    due. Returns for how many people there was something (one may count in two rooms).

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
    queue_keten(vandaag)
    for gebruiker, pad in media.list_due(nu()):
        queue(gebruiker, Berichtsoort.HERINNERING, pad)
    return len(wie) + queue_waarschuwingen(vandaag) + risicoanalyse.queue_herinneringen(vandaag)

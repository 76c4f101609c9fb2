"""Warning ahead of a clock that may not be missed. No commit: who calls ends the transaction."""

from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import contains_eager

from vob.acties.models import Actie
from vob.berichten.operations import queue
from vob.berichten.values import Berichtsoort
from vob.core.deadlines import einde_van_dag
from vob.data import db
from vob.gebruikers.models import Gebruiker

from . import rules
from .instellingen import warns_before
from .models import Zaaktermijn
from .values import Termijnsoort


def queue_waarschuwingen(vandaag: date) -> int:
    """Mail the owner of every klacht of which a day to warn came; how many mails."""
    dagen = warns_before(Termijnsoort.KLACHT)
    stmt = (
        select(Zaaktermijn)
        .join(Zaaktermijn.incident)
        .join(Zaaktermijn.actie)
        .join(Actie.eigenaar)
        .options(
            contains_eager(Zaaktermijn.incident),
            contains_eager(Zaaktermijn.actie).contains_eager(Actie.eigenaar),
        )
        .where(
            Zaaktermijn.gestopt_op.is_(None),
            Zaaktermijn.soort == Termijnsoort.KLACHT,
            Zaaktermijn.uiterlijk <= einde_van_dag(vandaag + timedelta(days=max(dagen))),
            Gebruiker.is_actief,
        )
    )
    aantal = 0
    for termijn in db.session.scalars(stmt).all():
        if not rules.moet_waarschuwen(termijn.uiterlijk, dagen, termijn.gewaarschuwd_op, vandaag):
            continue
        termijn.gewaarschuwd_op = vandaag
        pad = f"/incidenten/{termijn.incident.nummer}/termijnen"
        if termijn.actie:
            queue(termijn.actie.eigenaar, Berichtsoort.HERINNERING, pad)
            aantal += 1
    return aantal

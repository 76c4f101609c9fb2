"""A klacht that nears its end is mailed to its owner, on its days, once."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import time_machine

from vob.berichten.models import Bericht
from vob.core.clock import TZ, nu
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.models import Incident
from vob.incidenten.termijnen.operations import start_termijn, stop_termijn
from vob.incidenten.termijnen.values import Termijnsoort
from vob.incidenten.termijnen.waarschuwen import queue_waarschuwingen

VANAF = date(2026, 11, 30)
EINDE = date(2027, 2, 28)


def warned(vandaag: date) -> list[str]:
    """The addresses mailed on this day."""
    voor = db.session.query(Bericht).count()
    with time_machine.travel(datetime.combine(vandaag, time(9), TZ), tick=False):
        queue_waarschuwingen(vandaag)
        db.session.commit()
    return list(db.session.scalars(db.select(Bericht.pad).order_by(Bericht.id).offset(voor)))


def test_the_owner_is_warned_on_each_of_its_days(zaak: Incident) -> None:
    start_termijn(zaak, Termijnsoort.KLACHT, VANAF)
    db.session.commit()
    pad = f"/incidenten/{zaak.nummer}/termijnen"
    for dagen, mails in ((31, []), (30, [pad]), (29, []), (14, [pad]), (3, [pad]), (2, [])):
        assert warned(EINDE - timedelta(days=dagen)) == mails, dagen


def test_what_was_done_warns_nobody(zaak: Incident) -> None:
    start_termijn(zaak, Termijnsoort.KLACHT, VANAF)
    start_termijn(zaak, Termijnsoort.VOEGING, EINDE - timedelta(days=14))
    stop_termijn(zaak, Termijnsoort.KLACHT, nu())
    db.session.commit()
    assert warned(EINDE - timedelta(days=3)) == []


def test_who_left_is_not_mailed(
    zaak: Incident, coordinator: Gebruiker, make_gebruiker: Callable[..., Gebruiker]
) -> None:
    make_gebruiker(Rol.COORDINATOR)
    start_termijn(zaak, Termijnsoort.KLACHT, VANAF)
    coordinator.is_actief = False
    db.session.commit()
    assert warned(EINDE - timedelta(days=3)) == []

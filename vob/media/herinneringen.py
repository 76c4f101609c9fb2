"""Who is reminded of what: a mail says only that something waits (veiligheid.md T23)."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import select

from vob.core.clock import TZ
from vob.core.deadlines import einde_van_dag
from vob.core.permissions import Recht
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.gebruikers.queries import gebruikers_with
from vob.organisatie.queries import setting

from .models import Afstemming, Dienst, Persvraag
from .queries.boodschappen import lines_that_end
from .queries.rooster import find_gaten
from .values import OPEN, Uitkomst

WERK, START = "/media/werk", "/"
_WEEK = 7


def list_due(moment: datetime) -> list[tuple[Gebruiker, str]]:
    """Everyone with something that is due, and the page that says what; each pair once."""
    delen = (*_persvragen(moment), *_akkoorden(), *_lijnen(moment), *_gaten(moment))
    actief = ((wie, pad) for wie, pad in delen if wie.is_actief)
    return list({(wie.id, pad): (wie, pad) for wie, pad in actief}.values())


def _persvragen(moment: datetime) -> Iterator[tuple[Gebruiker, str]]:
    """Due today or late: to who handles it; to all of them when nobody does."""
    einde = einde_van_dag(moment.astimezone(TZ).date())
    stmt = select(Persvraag.toegewezen_id).where(
        Persvraag.status.in_(OPEN), Persvraag.uiterlijk <= einde
    )
    ids = set(db.session.scalars(stmt))
    for wie in gebruikers_with(Recht.PERSVRAAG_BEHANDELEN) if ids else ():
        if None in ids or wie.id in ids:
            yield wie, WERK


def _akkoorden() -> Iterator[tuple[Gebruiker, str]]:
    """On the start page, which everyone has."""
    gevraagd = select(Afstemming.gebruiker_id).where(Afstemming.uitkomst == Uitkomst.GEVRAAGD)
    for wie in db.session.scalars(select(Gebruiker).where(Gebruiker.id.in_(gevraagd))):
        yield wie, START


def _lijnen(moment: datetime) -> Iterator[tuple[Gebruiker, str]]:
    """A line that is about to end; once it has, the page of work still shows it."""
    dag = moment.astimezone(TZ).date()
    for lijn in lines_that_end(dag, setting("media_lijn")):
        if lijn.geldig_tot >= dag and lijn.maker.can(Recht.MEDIA_BEHEREN):
            yield lijn.maker, WERK


def _gaten(moment: datetime) -> Iterator[tuple[Gebruiker, str]]:
    """Nobody on duty within a week; only where a roster is kept at all."""
    if db.session.scalar(select(Dienst.id).limit(1)) and find_gaten(moment, _WEEK):
        for wie in gebruikers_with(Recht.MEDIA_BEHEREN):
            yield wie, WERK

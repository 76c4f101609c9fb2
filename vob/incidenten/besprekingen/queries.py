"""Meetings, and the anonymised list of one."""

from datetime import date, datetime, time, timedelta

from flask import url_for
from sqlalchemy import Select, false, select

from vob.core.clock import TZ
from vob.core.permissions import Recht
from vob.data import db
from vob.web import objecten
from vob.web.objecten import Kijker, Objectsoort

from ..cijfers.queries import suppressed
from ..cijfers.values import Dimensie
from ..models import Incident
from . import rules
from .models import Bespreking

MEESTE = 300  # cases on one list


def list_regels(van: date, tot: date) -> list[rules.Regel]:
    """Every case reported in this period, anonymised. Extra vertrouwelijk and drills are left out.

    One more than MEESTE when there are more.
    """
    begin = datetime.combine(van, time(), TZ)
    einde = datetime.combine(tot + timedelta(days=1), time(), TZ)
    stmt = (
        select(
            Incident.gemeld_op,
            Incident.hoofdvorm,
            Incident.kanaal,
            Incident.getroffene_functie,
            Incident.ernst,
            Incident.status,
        )
        .where(
            Incident.gemeld_op >= begin,
            Incident.gemeld_op < einde,
            Incident.is_proef.is_(False),
            Incident.is_vertrouwelijk.is_(False),
        )
        .order_by(Incident.gemeld_op)
        .limit(MEESTE + 1)
    )
    regels = [
        rules.anonymize(row[0].astimezone(TZ).date(), *row[1:]) for row in db.session.execute(stmt)
    ]
    return rules.sort(regels)


def read_verborgen(jaar: int) -> rules.Verborgen:
    """What the figures of this year hide."""
    tabellen = suppressed(jaar)
    weg = {
        dimensie: {naam for naam, aantal in tabel.cellen.items() if aantal is None}
        for dimensie, tabel in tabellen.items()
    }
    return rules.Verborgen(
        weg[Dimensie.VORM],
        weg[Dimensie.KANAAL],
        weg[Dimensie.ERNST],
        weg[Dimensie.GETROFFENE],
        totaal=any(tabel.totaal is None for tabel in tabellen.values()),
    )


def _visible(kijker: Kijker) -> Select[int]:
    mag = kijker.can(Recht.BESPREKING_BEHEREN)
    return select(Bespreking.id) if mag else select(Bespreking.id).where(false())


objecten.register(
    Objectsoort(
        code="bespreking",
        label="Bespreking",
        url=lambda id: url_for("incidenten.show_bespreking", id=id),
        zichtbaar=_visible,
    )
)

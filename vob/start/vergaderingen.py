"""Meetings on the start page: today's, and those of this week that nobody arranged security for."""

from datetime import date, timedelta
from typing import Any

from flask import url_for
from sqlalchemy import Select, and_, literal

from vob.core.permissions import Recht
from vob.gebruikers.models import Gebruiker
from vob.incidenten.vergaderingen.models import Vergadering
from vob.incidenten.vergaderingen.queries import midnight
from vob.incidenten.vergaderingen.values import Beveiligingsstand
from vob.ketenafspraken.herinneringen import Signaal, deel
from vob.web.formats import moment_kort

from .rules import Vraag

VANDAAG, ONBEVEILIGD = "vergadering", "vergadering onbeveiligd"
SOORTEN = {VANDAAG, ONBEVEILIGD}
VOORUIT = timedelta(days=7)  # so long before a meeting its security should be arranged
_GEREGELD = (Beveiligingsstand.GEREGELD, Beveiligingsstand.NIET_NODIG)


def delen(gebruiker: Gebruiker, vandaag: date) -> list[Select[Any]]:
    """To be asked along with what the chain asks: a statement less."""
    if not gebruiker.can(Recht.VERGADERING_BIJHOUDEN):
        return []
    onbeveiligd = and_(Vergadering.is_risicovol, Vergadering.beveiliging.not_in(_GEREGELD))
    return [
        _between(VANDAAG, vandaag, vandaag).where(~onbeveiligd),
        _between(ONBEVEILIGD, vandaag, vandaag + VOORUIT).where(onbeveiligd),
    ]


def _between(soort: str, van: date, tot: date) -> Select[Any]:
    stmt = deel(
        soort,
        moment=Vergadering.begin,
        aantal=literal(1),
        id=Vergadering.id,
        titel=Vergadering.titel,
    )
    return stmt.where(
        Vergadering.begin >= midnight(van),
        Vergadering.begin < midnight(tot + timedelta(days=1)),
        Vergadering.is_afgelast.is_(False),
    )


def vraag_van(signaal: Signaal, vandaag: date) -> Vraag:
    """Today's leads to its log; one that may be disturbed, to what must be arranged for it."""
    onbeveiligd = signaal.soort == ONBEVEILIGD
    wanneer = moment_kort(signaal.moment, vandaag) if signaal.moment else ""
    pagina = "show_vergadering" if onbeveiligd else "show_live"
    return Vraag(
        titel=signaal.titel,
        url=url_for(f"incidenten.{pagina}", id=signaal.id),
        toelichting=f"Vergadering · {wanneer}",
        dag=signaal.dag,
        woord="beveiliging niet geregeld" if onbeveiligd else "log openen",
        soort="warn" if onbeveiligd else "info",
        is_vast=signaal.dag == vandaag,
    )

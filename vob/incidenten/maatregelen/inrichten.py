"""Setting up how this organisation measures: its letter templates and its ladder. No commit."""

from collections.abc import Collection

from sqlalchemy import select

from vob.data import db
from vob.documenten.models import Document, Documentversie
from vob.documenten.values import Documentsoort, Toegang
from vob.gebruikers.models import Gebruiker

from ..values import Ernst
from .models import Ladderstap
from .queries import get_regel
from .sjablonen import SJABLONEN, Sjabloon
from .values import Geval, Maatregelsoort


def add_sjablonen(maker: Gebruiker) -> int:
    """The start set of letters, each as a draft that a bestuurder adopts; how many came.

    A kind that has a template already keeps it.
    """
    return sum(_add_sjabloon(sjabloon, maker) for sjabloon in SJABLONEN)


def _add_sjabloon(sjabloon: Sjabloon, maker: Gebruiker) -> bool:
    regels = [get_regel(soort) for soort in sjabloon.soorten]
    zonder = [regel for regel in regels if regel.document_id is None]
    if not zonder:
        return False
    document = Document(
        soort=Documentsoort.BRIEFSJABLOON,
        titel=sjabloon.titel,
        toegang=Toegang.BEHEERDERS,
        eigenaar_id=maker.id,
    )
    document.versies.append(
        Documentversie(
            nummer=1,
            samenvatting=sjabloon.samenvatting,
            tekst=sjabloon.tekst,
            gemaakt_door_id=maker.id,
            bewerkt_door_id=maker.id,
        )
    )
    db.session.add(document)
    db.session.flush()
    for regel in zonder:
        regel.document = document
        db.session.add(regel)
    db.session.flush()
    return True


def set_trede(ernst: Ernst, per_geval: dict[Geval, Collection[Maatregelsoort]]) -> None:
    """What this organisation does at this grade, instead of the proposal."""
    gezet = {
        stap.geval: stap
        for stap in db.session.scalars(select(Ladderstap).where(Ladderstap.ernst == ernst))
    }
    for geval, maatregelen in per_geval.items():
        stap = gezet.get(geval) or Ladderstap(ernst=ernst, geval=geval)
        stap.maatregelen = [soort.value for soort in maatregelen]
        db.session.add(stap)

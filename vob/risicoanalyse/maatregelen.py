"""Acts on a measure: that it is decided, and how far it is."""

from vob.acties.models import Actie
from vob.acties.values import OPEN
from vob.acties.values import Status as Actiestatus
from vob.core.clock import nu
from vob.data import db
from vob.gebruikers.models import Gebruiker

from .models_risico import Risicomaatregel
from .values import Maatregelstatus, Status

_TE_DOEN = (Maatregelstatus.AKKOORD, Maatregelstatus.IN_UITVOERING)


def start_maatregel(maatregel: Risicomaatregel, gebruiker: Gebruiker) -> None:
    """A decided measure is an action of its owner; so is one that was agreed on before and has none
    yet. Not of a person: an action has a clear title."""
    actie = maatregel.actie
    if maatregel.status is Maatregelstatus.VOORGESTELD:
        maatregel.change_status(Maatregelstatus.AKKOORD)
        if actie and actie.status in OPEN:
            return
    elif actie or maatregel.status not in _TE_DOEN:
        return
    if maatregel.is_besloten or not (maatregel.eigenaar_id and maatregel.uiterlijk):
        return
    actie = Actie(
        titel=maatregel.titel[:160],
        toelichting=maatregel.risico.titel if maatregel.risico else maatregel.analyse.titel,
        eigenaar_id=maatregel.eigenaar_id,
        gemaakt_door_id=gebruiker.id,
        uiterlijk=maatregel.uiterlijk,
        bron_soort="analyse",
        bron_id=maatregel.analyse_id,
    )
    maatregel.actie = actie
    db.session.flush()


def move_maatregel(maatregel: Risicomaatregel, naar: Maatregelstatus, gebruiker: Gebruiker) -> None:
    """How far it is. Dropped while the analysis holds, so is its action: nobody goes on with what
    is no longer needed. Proposed again and agreed on, it is an action again when the one it had was
    dropped or done."""
    maatregel.status = maatregel.stand  # what its action told until now
    is_voorstel = maatregel.status is Maatregelstatus.VOORGESTELD
    geldt = maatregel.analyse.status is Status.VASTGESTELD
    if geldt and is_voorstel and naar is Maatregelstatus.AKKOORD:
        start_maatregel(maatregel, gebruiker)
        return
    maatregel.change_status(naar)
    actie = maatregel.actie
    if geldt and naar is Maatregelstatus.VERVALLEN and actie and actie.status in OPEN:
        actie.change_status(Actiestatus.VERVALLEN, "De maatregel is vervallen.", nu())

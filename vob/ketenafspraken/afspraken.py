"""Acts on an agreement that touch more than one row."""

from collections.abc import Collection
from datetime import date, timedelta

from vob.core.errors import RegelOvertreden
from vob.data import begin_write, db

from . import rules
from .models import Afspraak, Afspraakpartij, Ondertekenaar
from .values import Afspraakstatus

# What a next version begins with.
_OVER = (
    *("titel", "soort", "onderwerp", "eigenaar_id", "inhoud", "vindplaats"),
    *("grondslag", "delen_wel", "delen_niet"),
)


def set_partijen(afspraak: Afspraak, partner_ids: Collection[int]) -> None:
    """Those that stay keep their row, so the log shows only who came and went."""
    afspraak.partijen = [
        partij for partij in afspraak.partijen if partij.partner_id in partner_ids
    ] + [
        Afspraakpartij(partner_id=id)
        for id in partner_ids
        if id not in {partij.partner_id for partij in afspraak.partijen}
    ]


def sign(afspraak: Afspraak) -> None:
    """It holds from its first day; the version before it ends the day before."""
    afspraak.change_status(Afspraakstatus.ONDERTEKEND)
    vorige = afspraak.vorige
    if vorige is None or vorige.status is not Afspraakstatus.ONDERTEKEND:
        return
    einde = max(afspraak.ingangsdatum - timedelta(days=1), vorige.ingangsdatum)
    if vorige.einddatum is None or vorige.einddatum > einde:
        vorige.einddatum = einde


def end(afspraak: Afspraak, per: date, reden: str) -> None:
    """`per`: the last day on which it holds."""
    if per < afspraak.ingangsdatum:
        raise RegelOvertreden("Een afspraak kan niet eindigen voordat zij inging.")
    afspraak.change_status(Afspraakstatus.OPGEZEGD)
    afspraak.einddatum, afspraak.reden_opzegging = per, reden


def renew(afspraak: Afspraak, vandaag: date) -> Afspraak:
    """A draft of the next version, with the same parties, that begins where this one ends."""
    begin_write(db.session)
    rules.check_verlengen(afspraak.status, afspraak.opvolger is not None)
    begin = vandaag
    if afspraak.einddatum is not None and afspraak.einddatum >= vandaag:
        begin = afspraak.einddatum + timedelta(days=1)
    nieuw = Afspraak(
        **{naam: getattr(afspraak, naam) for naam in _OVER},
        nummer=afspraak.nummer + 1,
        vorige=afspraak,
        ingangsdatum=begin,
    )
    set_partijen(nieuw, afspraak.partner_ids)
    db.session.add(nieuw)
    db.session.flush()
    return nieuw


def add_ondertekenaar(afspraak: Afspraak, naam: str, namens: str, op: date) -> None:
    rules.check_wijzigen(afspraak.status)
    afspraak.ondertekenaars.append(Ondertekenaar(naam=naam, namens=namens, ondertekend_op=op))

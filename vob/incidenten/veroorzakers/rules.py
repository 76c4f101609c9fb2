"""When the register may be on, and when someone must be told and looked at again. Pure.

Source: shared/domein/incidenten.md §8.2 and §8.3 (AVG art. 10, 14 and 17; UAVG art. 31-33).
"""

from datetime import date

from vob.core.deadlines import plus_maanden
from vob.core.errors import RegelOvertreden


def check_aanzetten(grond: str, akkoord_op: date | None, fg_naam: str, vandaag: date) -> None:
    """A ground, a date and the name of the FG: without them the register stays off."""
    if not grond.strip():
        raise RegelOvertreden("Schrijf op wat de grondslag is.")
    if not fg_naam.strip():
        raise RegelOvertreden("Vul de naam in van de functionaris gegevensbescherming.")
    if akkoord_op is None:
        raise RegelOvertreden("Vul in wanneer de functionaris akkoord gaf.")
    if akkoord_op > vandaag:
        raise RegelOvertreden("Dat akkoord is nog niet gegeven.")


def informeren_voor(geplaatst_op: date, maanden: int) -> date:
    """The day by which the person must have been told (AVG art. 14)."""
    return plus_maanden(geplaatst_op, maanden)


def gebreken(
    *,
    geplaatst_op: date,
    geinformeerd_op: date | None,
    reden_niet: str,
    herbeoordeling_op: date,
    maanden: int,
    vandaag: date,
) -> list[str]:
    """What is wrong with an entry today, in sentences."""
    zinnen = []
    voor = informeren_voor(geplaatst_op, maanden)
    if geinformeerd_op is None and not reden_niet and vandaag > voor:
        zinnen.append("De persoon had al bericht moeten krijgen (AVG artikel 14).")
    elif geinformeerd_op is None and not reden_niet:
        zinnen.append("De persoon heeft nog geen bericht gekregen (AVG artikel 14).")
    if herbeoordeling_op < vandaag:
        zinnen.append("De herbeoordeling is te laat: houdbaar of weg?")
    return zinnen


def check_herbeoordeling(op: date, vandaag: date, maanden: int) -> None:
    """The next look lies ahead, and not too far."""
    if op <= vandaag:
        raise RegelOvertreden("De volgende beoordeling ligt in de toekomst.")
    if op > plus_maanden(vandaag, maanden):
        raise RegelOvertreden(f"Beoordeel binnen {maanden} maanden opnieuw.")

"""Security measures: who decides, and in which state one may be. Pure."""

from datetime import date

from vob.core.errors import RegelOvertreden

from .values_bijeenkomst import Beveiligingsstatus as Status

LOPEND = (Status.VOORGESTELD, Status.BESLOTEN, Status.ACTIEF)
# By whom it is kept; deciding (from proposed to decided or refused) is an act of its own.
OVERGANGEN: dict[Status, tuple[Status, ...]] = {
    Status.VOORGESTELD: (Status.VOORGESTELD,),
    Status.BESLOTEN: (Status.BESLOTEN, Status.ACTIEF, Status.AFGESCHAALD),
    Status.ACTIEF: (Status.ACTIEF, Status.AFGESCHAALD),
    Status.AFGESCHAALD: (Status.AFGESCHAALD, Status.ACTIEF),
    Status.AFGEWEZEN: (Status.AFGEWEZEN,),
}


def check_status(van: Status | None, naar: Status, *, is_besloten: bool) -> None:
    """A measure that nobody decided on does not run."""
    if not is_besloten and naar in (Status.BESLOTEN, Status.ACTIEF, Status.AFGESCHAALD):
        raise RegelOvertreden("Een bestuurder besluit eerst over deze maatregel.")
    if naar not in OVERGANGEN[van or Status.VOORGESTELD]:
        raise RegelOvertreden(f"Deze maatregel kan nu niet op ‘{naar.label}’ staan.")


def is_voorbij(status: Status, tot: date | None, dag: date) -> bool:
    """It runs on after its own last day; that day itself is in time."""
    return status is Status.ACTIEF and tot is not None and tot < dag


def bekijken_op(status: Status, tot: date | None, toets_op: date) -> date:
    """By when someone looks at it: to see whether it can be less, or because it ends."""
    return min(toets_op, tot) if status is Status.ACTIEF and tot else toets_op


def check_besluit(status: Status, maker_id: int, gebruiker_id: int) -> None:
    if status is not Status.VOORGESTELD:
        raise RegelOvertreden("Over deze maatregel is al besloten.")
    if maker_id == gebruiker_id:
        raise RegelOvertreden("U stelde deze maatregel zelf voor. Een ander besluit erover.")

"""Counting damage, in euros exact to the cent. Pure.

Source: shared/domein/incidenten.md §3.6, §9.5 (open = claimed - received) and §9.6.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from vob.core.errors import RegelOvertreden

from ..termijnen.values import Termijnsoort
from .values import Claimstatus, Route

NUL = Decimal("0.00")
HOOGSTE = Decimal("9999999.99")  # beyond this a typing mistake is likelier than a claim
_KLAAR = frozenset({Claimstatus.AFGEWEZEN, Claimstatus.AFGEROND})
_BESLIST = frozenset({Claimstatus.TOEGEKEND, Claimstatus.DEELS})


@dataclass(frozen=True)
class Bedragen:
    """What one claim, or all of a case together, comes to."""

    geeist: Decimal = NUL
    toegekend: Decimal = NUL
    ontvangen: Decimal = NUL
    open: Decimal = NUL

    def __add__(self, ander: "Bedragen") -> "Bedragen":
        return Bedragen(
            self.geeist + ander.geeist,
            self.toegekend + ander.toegekend,
            self.ontvangen + ander.ontvangen,
            self.open + ander.open,
        )


def bereken(
    status: Claimstatus,
    posten: Iterable[Decimal],
    toegekend: Decimal | None,
    betalingen: Iterable[Decimal],
) -> Bedragen:
    """What is still to come: of the claim, or, once decided, of what was awarded.

    Nothing is open of a claim that was refused or is done, or of which no more is to be had.
    """
    geeist, ontvangen = sum(posten, NUL), sum(betalingen, NUL)
    if status in _KLAAR:
        verwacht = ontvangen
    elif status in _BESLIST and toegekend is not None:
        verwacht = toegekend
    else:
        verwacht = geeist
    return Bedragen(geeist, toegekend or NUL, ontvangen, max(verwacht - ontvangen, NUL))


def klokken_van(
    route: Route | None,
    status: Claimstatus,
    *,
    voorval_op: datetime,
    formulier_op: date | None,
    ingediend_op: date | None,
    onherroepelijk_op: date | None,
    te_ontvangen: Decimal,
) -> dict[Termijnsoort, date | datetime]:
    """Which clocks run for a claim, and from when (incidenten.md §9.5, nos. 7, 8 and 9).

    The form of the OM must go back, and the Schadefonds be asked, while nothing was filed. When
    long after the judgment not everything was paid, the State pays an advance.
    """
    nog_indienen = status is Claimstatus.VOORBEREID and ingediend_op is None
    klokken: dict[Termijnsoort, date | datetime] = {}
    if route is Route.SCHADEFONDS and nog_indienen:
        klokken[Termijnsoort.SCHADEFONDS] = voorval_op
    if route is Route.VOEGING and nog_indienen and formulier_op:
        klokken[Termijnsoort.VOEGING] = formulier_op
    wacht_op_geld = status in _BESLIST and te_ontvangen > NUL
    if route is Route.VOEGING and wacht_op_geld and onherroepelijk_op:
        klokken[Termijnsoort.CJIB] = onherroepelijk_op
    return klokken


def check_claim(
    route: Route | None,
    status: Claimstatus,
    toegekend: Decimal | None,
    reden: str,
    onherroepelijk_op: date | None = None,
) -> None:
    """A damage that is not recovered needs a reason; one that was filed has a route."""
    if route is Route.GEEN and not reden.strip():
        raise RegelOvertreden("Schrijf op waarom u deze schade niet verhaalt.", "toelichting")
    if status is not Claimstatus.VOORBEREID and route is None:
        raise RegelOvertreden("Kies eerst hoe u de schade verhaalt.", "route")
    if status in _BESLIST and toegekend is None:
        raise RegelOvertreden("Vul in welk bedrag is toegekend.", "toegekend")
    if onherroepelijk_op and status in (Claimstatus.VOORBEREID, Claimstatus.INGEDIEND):
        raise RegelOvertreden(
            "Er is een uitspraak. Vul ook in wat er is toegekend of afgewezen.", "stand"
        )


def check_bedrag(bedrag: Decimal) -> None:
    if bedrag <= NUL:
        raise RegelOvertreden("Vul een bedrag in dat groter is dan nul.")
    if bedrag > HOOGSTE:
        raise RegelOvertreden("Dit bedrag is te hoog. Klopt de komma?")

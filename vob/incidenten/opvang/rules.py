"""What may happen in care, and when it was in time. Pure."""

from collections.abc import Collection
from datetime import date, datetime

from vob.core.deadlines import plus_maanden, plus_uren
from vob.core.errors import RegelOvertreden

from .values import Momentsoort, Momentstand

_S = Momentstand
OVERGANGEN: dict[Momentstand, tuple[Momentstand, ...]] = {
    _S.AANGEBODEN: (_S.AFGESPROKEN, _S.GEHOUDEN, _S.AFGEWEZEN),
    _S.AFGESPROKEN: (_S.GEHOUDEN, _S.VERVALLEN),
    _S.AFGEWEZEN: (_S.AFGESPROKEN,),  # one may come back on it, always
    _S.VERVALLEN: (_S.AFGESPROKEN,),
    _S.GEHOUDEN: (),
}
# What the person for whom it is answers to an offer.
ANTWOORDEN = frozenset({_S.AFGESPROKEN, _S.AFGEWEZEN})
# The talks that count as an offer of care in time; a referral alone is no talk.
GESPREKKEN = frozenset(
    {Momentsoort.EERSTE, Momentsoort.GESPREK, Momentsoort.VERVOLG_1, Momentsoort.VERVOLG_2}
)


def check_overgang(van: Momentstand, naar: Momentstand, *, is_antwoord: bool = False) -> None:
    """`is_antwoord`: said by the person for whom it is, who answers an offer and no more."""
    if naar not in antwoorden_op(van) if is_antwoord else naar not in OVERGANGEN[van]:
        raise RegelOvertreden(f"Dit gaat niet van ‘{van.label}’ naar ‘{naar.label}’.")


def antwoorden_op(stand: Momentstand) -> tuple[Momentstand, ...]:
    """What the person for whom it is can answer now; the buttons are drawn from this."""
    if stand not in (_S.AANGEBODEN, _S.AFGEWEZEN):
        return ()
    return tuple(naar for naar in OVERGANGEN[stand] if naar in ANTWOORDEN)


def check_opvangpersoon(id: int, team: Collection[int], betrokken: Collection[int | None]) -> None:
    """Care is given by someone of the team, who is no part of what happened."""
    if id not in team:
        raise RegelOvertreden("Deze persoon zit niet (meer) in het opvangteam.")
    if id in betrokken:
        raise RegelOvertreden("Deze persoon is zelf bij de zaak betrokken. Kies iemand anders.")


def is_bereikbaar(is_beschikbaar: bool, is_actief: bool, telefoon: str) -> bool:
    """Someone one can call now: available, still working here, with a number."""
    return is_beschikbaar and is_actief and bool(telefoon.strip())


def is_getraind(getraind_op: date | None, vandaag: date, maanden: int) -> bool:
    """The training still counts; on the day that it is exactly so old it does not any more."""
    return getraind_op is not None and vandaag < plus_maanden(getraind_op, maanden)


def uiterste_aanbod(voorval_op: datetime, uren: int) -> datetime:
    """Until when the first talk is offered in time: hours of real time after what happened."""
    return plus_uren(voorval_op, uren)


def is_op_tijd(aangeboden_op: datetime | None, voorval_op: datetime, uren: int) -> bool:
    """The last moment itself is in time."""
    return aangeboden_op is not None and aangeboden_op <= uiterste_aanbod(voorval_op, uren)

"""What may happen to an action. Pure: no database, no request, no clock."""

from datetime import date, timedelta

from vob.core.errors import RegelOvertreden

from .values import OPEN, Status

OVERGANGEN: dict[Status, tuple[Status, ...]] = {
    Status.OPEN: (Status.BEZIG, Status.GEDAAN, Status.VERVALLEN),
    Status.BEZIG: (Status.GEDAAN, Status.OPEN, Status.VERVALLEN),
    Status.GEDAAN: (Status.OPEN,),
    Status.VERVALLEN: (Status.OPEN,),
}


def check_overgang(van: Status, naar: Status, toelichting: str) -> None:
    """An action that lapses needs a reason: someone counted on it (stappen.md step 10)."""
    if naar not in OVERGANGEN[van]:
        raise RegelOvertreden(f"Een actie gaat niet van ‘{van.label}’ naar ‘{naar.label}’.")
    if naar is Status.VERVALLEN and not toelichting.strip():
        raise RegelOvertreden("Schrijf op waarom deze actie vervalt.")


def is_te_laat(uiterlijk: date, status: Status, vandaag: date) -> bool:
    """The last day itself is in time."""
    return status in OPEN and uiterlijk < vandaag


def is_onverklaard_laat(uiterlijk: date, verklaring: str, vandaag: date, dagen: int) -> bool:
    """More than so many days late, and nobody wrote why (stappen.md step 10)."""
    return vandaag - uiterlijk > timedelta(days=dagen) and not verklaring.strip()

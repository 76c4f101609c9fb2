"""What may happen to an action. Pure: no database, no request, no clock."""

from datetime import date

from vob.core.errors import RegelOvertreden

from .values import OPEN, Status

OVERGANGEN: dict[Status, tuple[Status, ...]] = {
    Status.OPEN: (Status.BEZIG, Status.GEDAAN, Status.VERVALLEN),
    Status.BEZIG: (Status.GEDAAN, Status.OPEN, Status.VERVALLEN),
    Status.GEDAAN: (Status.OPEN,),
    Status.VERVALLEN: (Status.OPEN,),
}

# What everyone here may read about, so that search may hold its words. What is not named is not
# indexed: a new kind of object is careful until someone says otherwise.
VINDBARE_BRONNEN = frozenset({"", "checklist_stap", "document"})


def is_vindbaar(bron_soort: str) -> bool:
    """Whether an action from this kind of object may stand in the search index, in clear."""
    return bron_soort in VINDBARE_BRONNEN


def check_overgang(van: Status, naar: Status, toelichting: str) -> None:
    """An action that lapses needs a reason: someone counted on it (stappen.md step 10)."""
    if naar not in OVERGANGEN[van]:
        raise RegelOvertreden(f"Een actie gaat niet van ‘{van.label}’ naar ‘{naar.label}’.")
    if naar is Status.VERVALLEN and not toelichting.strip():
        raise RegelOvertreden("Schrijf op waarom deze actie vervalt.")


def is_te_laat(uiterlijk: date, status: Status, vandaag: date) -> bool:
    """The last day itself is in time."""
    return status in OPEN and uiterlijk < vandaag

"""What working on a case asks, beside the transition table. Pure, as `rules.py`."""

from collections.abc import Collection

from vob.core.errors import RegelOvertreden

from .values import Ernst, Status


def ontbreekt(naar: Status, ernst: Ernst, heeft_behandelaar: bool) -> str:
    """What must be done before this step, in one sentence; empty when nothing."""
    if naar is Status.AFGEHANDELD and not heeft_behandelaar:
        return "Kies eerst wie de zaak behandelt."
    if naar is Status.GESLOTEN and ernst is Ernst.ONBEOORDEELD:
        return "Beoordeel eerst hoe ernstig het was."
    return ""


def mag_beoordelen(is_coordinator: bool, is_vertrouwelijk: bool) -> bool:
    """The coordinator judges how grave a case is; where only a few may know, who handles it."""
    return is_coordinator or is_vertrouwelijk


def check_behandelaar(id: int, getroffenen: Collection[int], behandelaars: Collection[int]) -> None:
    """Who may be given a case: someone who handles cases, and whom it is not about."""
    if id in getroffenen:
        raise RegelOvertreden("Deze zaak gaat over deze persoon. Kies iemand anders.")
    if id not in behandelaars:
        raise RegelOvertreden("Deze persoon kan geen zaken behandelen.")

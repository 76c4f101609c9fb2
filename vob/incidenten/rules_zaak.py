"""What working on a case asks, beside the transition table. Pure, as `rules.py`."""

from collections.abc import Collection

from vob.core.errors import RegelOvertreden

from .values import Deelnemersrol, Ernst, Status


def ontbreekt(
    naar: Status, ernst: Ernst, *, heeft_behandelaar: bool, wacht_op_terugkoppeling: bool = False
) -> list[str]:
    """What must be done before this step, each in one sentence."""
    gebreken = []
    if naar is Status.AFGEHANDELD and not heeft_behandelaar:
        gebreken.append("Kies eerst wie de zaak behandelt.")
    if naar is Status.GESLOTEN and ernst is Ernst.ONBEOORDEELD:
        gebreken.append("Beoordeel eerst hoe ernstig het was.")
    if naar is Status.GESLOTEN and wacht_op_terugkoppeling:
        gebreken.append("Laat de melder eerst weten wat ermee is gedaan (terugkoppeling).")
    return gebreken


def moet_terugkoppelen(eigen: Collection[int | None], behandelaar_id: int | None) -> bool:
    """Whether there is someone to tell what was done: not when one handled one's own report."""
    return bool(set(eigen) - {behandelaar_id, None})


def mag_beoordelen(is_coordinator: bool, is_vertrouwelijk: bool) -> bool:
    """The coordinator judges how grave a case is, and rounds it off; where only a few may know of
    it, who handles it."""
    return is_coordinator or is_vertrouwelijk


def check_behandelaar(id: int, betrokken: Collection[int], behandelaars: Collection[int]) -> None:
    """Who may be given a case: someone who handles cases, and who is no part of it."""
    if id in betrokken:
        raise RegelOvertreden("Deze persoon is zelf bij de zaak betrokken. Kies iemand anders.")
    if id not in behandelaars:
        raise RegelOvertreden("Deze persoon kan geen zaken behandelen.")


def check_deelnemer(
    rol: Deelnemersrol,
    id: int,
    reden: str,
    betrokken: Collection[int],
    behandelaars: Collection[int],
) -> None:
    """Who may be given a role on a case, and why. Only the line must be able to handle cases."""
    check_reden(reden)
    check_behandelaar(id, betrokken, behandelaars if rol is Deelnemersrol.LIJN else {id})


def check_reden(reden: str) -> None:
    if not reden.strip():
        raise RegelOvertreden("Schrijf op waarom.")


def deel_van(aantal: int, totaal: int, enkel: str, meer: str) -> str:
    """How much of it, in words: the proofs of the checklist are read by many."""
    if aantal >= totaal:
        return f"elke {enkel}"
    if aantal == 0:
        return f"geen enkele {enkel}"
    return f"{'minder dan de helft' if 2 * aantal < totaal else 'de helft of meer'} van de {meer}"

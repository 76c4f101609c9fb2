"""When a version is in force, and who may adopt it. Pure."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from vob.core.errors import RegelOvertreden

from .values import Stand, Versiestatus


class Geldigheid(Protocol):
    """What a version says about its time."""

    @property
    def status(self) -> Versiestatus: ...
    @property
    def geldig_van(self) -> date | None: ...
    @property
    def geldig_tot(self) -> date | None: ...
    @property
    def toets_op(self) -> date | None: ...


def calculate_stand(versie: Geldigheid, datum: date) -> Stand:
    """How a version stands on this date. The first and the last day of its time both count."""
    if versie.status is Versiestatus.CONCEPT:
        return Stand.CONCEPT
    if versie.geldig_tot is not None and versie.geldig_tot < datum:
        return Stand.VERVALLEN
    if versie.geldig_van is not None and versie.geldig_van > datum:
        return Stand.VERVALLEN if versie.status is Versiestatus.VERVALLEN else Stand.STRAKS
    return Stand.IN_WERKING


def is_in_werking(versie: Geldigheid, datum: date) -> bool:
    return calculate_stand(versie, datum) is Stand.IN_WERKING


def is_toets_verlopen(versie: Geldigheid, datum: date) -> bool:
    """In force, and the day on which it should have been looked at again has passed."""
    return is_in_werking(versie, datum) and versie.toets_op is not None and versie.toets_op < datum


def may_vaststellen(status: Versiestatus, makers: Iterable[int], gebruiker_id: int) -> bool:
    """Four eyes: who wrote in a version does not adopt it."""
    return status is Versiestatus.CONCEPT and gebruiker_id not in set(makers)


def check_vaststellen(
    status: Versiestatus, makers: Iterable[int], gebruiker_id: int, *, is_leeg: bool
) -> None:
    """Raises RegelOvertreden with the reason."""
    if status is not Versiestatus.CONCEPT:
        raise RegelOvertreden("Deze versie is al vastgesteld.")
    if is_leeg:
        raise RegelOvertreden("Deze versie heeft nog geen tekst en geen bijlage.")
    if not may_vaststellen(status, makers, gebruiker_id):
        raise RegelOvertreden(
            "U schreef zelf aan deze versie. Iemand anders legt vast dat zij is vastgesteld."
        )


def check_wijzigen(status: Versiestatus) -> None:
    """What was adopted never changes; a change is a new version."""
    if status is not Versiestatus.CONCEPT:
        raise RegelOvertreden(
            "Een vastgestelde versie verandert niet meer. Maak een nieuwe versie."
        )


def check_intrekken(versie: Geldigheid, per: date, vandaag: date) -> None:
    """`per`: the last day on which it holds."""
    if versie.status is not Versiestatus.VASTGESTELD:
        raise RegelOvertreden("Alleen een vastgestelde versie kan vervallen.")
    if calculate_stand(versie, vandaag) is Stand.VERVALLEN:
        raise RegelOvertreden("Deze versie is al vervallen.")
    if versie.geldig_van is not None and per < versie.geldig_van:
        raise RegelOvertreden("Een versie kan niet vervallen voordat zij in werking was.")


def check_nieuwe_versie(statussen: Iterable[Versiestatus]) -> None:
    """One draft at a time: two would each be a truth."""
    if Versiestatus.CONCEPT in set(statussen):
        raise RegelOvertreden("Er is al een concept. Werk daarin verder.")

"""The pages of the media room, by noun."""

from . import (
    afstemming,
    beleid,
    boodschappen,
    incidentberichten,
    onderwerpen,
    perscontacten,
    persvraag,
    persvragen,
    rooster,
    ruil,
    wie,
    woordvoerders,
)
from .blueprint import bp

__all__ = [
    "afstemming",
    "beleid",
    "boodschappen",
    "bp",
    "incidentberichten",
    "onderwerpen",
    "perscontacten",
    "persvraag",
    "persvragen",
    "rooster",
    "ruil",
    "wie",
    "woordvoerders",
]

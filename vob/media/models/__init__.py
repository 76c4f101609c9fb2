"""The tables of the media room."""

from .boodschappen import Afstemming, Incidentbericht, Kernboodschap
from .onderwerpen import Afwezigheid, Onderwerp, Woordvoerder
from .persvragen import Perscontact, Persvraag
from .rooster import Agendalink, Dienst, Ruil, Vakantie

__all__ = [
    "Afstemming",
    "Afwezigheid",
    "Agendalink",
    "Dienst",
    "Incidentbericht",
    "Kernboodschap",
    "Onderwerp",
    "Perscontact",
    "Persvraag",
    "Ruil",
    "Vakantie",
    "Woordvoerder",
]

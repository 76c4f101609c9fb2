"""The 23 steps as data, in the words of our organisation.

Order, numbers and titles: leaflet "Checklist Veilig Openbaar Bestuur" (BZK/CCV, 2011), with today's
names. Help texts and sub-actions: shared/domein/overig.md §1. Texts hold `{placeholders}` for every
word that differs by type of organisation.
"""

from dataclasses import replace
from functools import cache

from vob.core.organisatietype import Organisatietype

from . import uitvoering, uitvoering_incidenten, voorbereiding
from .stap import Bron, Stap
from .woorden import fill

__all__ = ["AANTAL", "Bron", "Stap", "steps_for"]

_ALLE = voorbereiding.STAPPEN + uitvoering.STAPPEN + uitvoering_incidenten.STAPPEN
AANTAL = len(_ALLE)


@cache
def steps_for(organisatietype: Organisatietype) -> dict[int, Stap]:
    """All steps by number, in the words of this type of organisation."""
    return {stap.nummer: _in_words_of(stap, organisatietype) for stap in _ALLE}


def _in_words_of(stap: Stap, organisatietype: Organisatietype) -> Stap:
    def words(tekst: str) -> str:
        return fill(tekst, organisatietype)

    return replace(
        stap,
        titel=words(stap.titel),
        uitleg=words(stap.uitleg),
        deelacties=tuple(words(tekst) for tekst in stap.deelacties),
        product=words(stap.product),
        bewijs=words(stap.bewijs),
        eigenaar=words(stap.eigenaar),
    )

"""What in a message about an incident deserves a second look. Pure.

A help, not a guard: it knows a few words and forms, and people know the rest. Source of the list:
shared/domein/overig.md §3.3.
"""

import re

from .values import Niet

_TEKENS: tuple[tuple[Niet, re.Pattern[str]], ...] = (
    (Niet.ADRES, re.compile(r"\b[1-9]\d{3}\s?[A-Z]{2}\b")),
    (
        Niet.ADRES,
        re.compile(r"\b\w+(?:straat|laan|weg|plein|dijk|kade)\s\d+"),
    ),
    (Niet.ADRES, re.compile(r"\bwoont\b|\bwoning\b|\bthuis\b|\bvoordeur\b", re.IGNORECASE)),
    (Niet.WOORDEN, re.compile(r"[\"“„‘'][^\"”’']{12,}[\"”’']")),
    (Niet.BEELD, re.compile(r"\bschermafdruk\b|\bscreenshot\b|\bfoto van\b", re.IGNORECASE)),
    (Niet.BEVEILIGING, re.compile(r"\bcamera\w*|\bbeveilig\w*|\bbewaking\b", re.IGNORECASE)),
    (
        Niet.GEZIN,
        re.compile(r"\bgezin\w*|\bkind(?:eren)?\b|\bpartner\b", re.IGNORECASE),
    ),
    (Niet.ROUTE, re.compile(r"\broute\b|\breist\b|\bagenda\b", re.IGNORECASE)),
    (Niet.VERDACHTE, re.compile(r"\bverdachte\w*|\bdader\w*", re.IGNORECASE)),
    (Niet.MOTIEF, re.compile(r"\bmotief\b|\bomdat hij\b|\bomdat zij\b", re.IGNORECASE)),
    (
        Niet.GEZONDHEID,
        re.compile(r"\bziek\w*|\btrauma\w*|\boverspannen\b", re.IGNORECASE),
    ),
    (Niet.SPECULATIE, re.compile(r"\bwaarschijnlijk\b|\bvermoed\w*", re.IGNORECASE)),
)


def find_risico(tekst: str) -> list[tuple[Niet, str]]:
    """(what it may be, the words that look like it), in the order of the text; each pair once."""
    gevonden = [
        (treffer.start(), soort, treffer.group().strip())
        for soort, patroon in _TEKENS
        for treffer in patroon.finditer(tekst)
    ]
    return list(dict.fromkeys((soort, woord) for _, soort, woord in sorted(gevonden)))

"""The settings of the organisation: every term and limit, with its default and where it comes from.

A fact that was not verified is never a constant; it is a setting, with a source.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Instelling:
    """`eenheid` is shown beside the field; `bron` says where the default comes from, and
    `gecontroleerd_op` when it was last read there; None: nobody could verify it yet."""

    code: str
    label: str
    standaard: int
    eenheid: str
    minimum: int
    maximum: int
    bron: str
    groep: str
    gecontroleerd_op: date | None = None
    keuzes: tuple[str, ...] = ()  # words for 0, 1 …, when the setting is a choice and no figure


_ALLE: dict[str, Instelling] = {}


def register(*instellingen: Instelling) -> None:
    """Called by the room that uses the setting."""
    _ALLE.update({instelling.code: instelling for instelling in instellingen})


def alle() -> list[Instelling]:
    return list(_ALLE.values())


def standaard(code: str) -> int:
    return _ALLE[code].standaard


register(
    Instelling(
        "sessie_idle",
        "Uitloggen na niets doen",
        30,
        "minuten",
        5,
        240,
        "BIO2; eigen keuze",
        "Inloggen",
    ),
    Instelling(
        "sessie_maximaal",
        "Uitloggen hoe dan ook na",
        10,
        "uur",
        1,
        24,
        "BIO2; eigen keuze",
        "Inloggen",
    ),
    Instelling(
        "steunpunt_controle",
        "Nummers van steunpunten controleren na",
        6,
        "maanden",
        1,
        24,
        "eigen keuze",
        "Steunpunten",
    ),
)

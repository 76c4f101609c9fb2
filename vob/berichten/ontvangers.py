"""To whom a mail goes: someone with an account, or someone whom a room knows without one.

Mail goes only to addresses that stand in VOB (veiligheid.md T23), and they are read when the mail
leaves. The outbox keeps no address: for someone without an account it keeps the kind and the id,
and the room that owns the kind says who that is, or that it is nobody any more.
"""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from .models import Bericht


@dataclass(frozen=True)
class Ontvanger:
    """`aanhef`: how the mail begins. One address, not a list of them."""

    aanhef: str
    adres: str


@dataclass(frozen=True)
class Ontvangersoort:
    """`label`: what the administrator sees instead of a name."""

    code: str
    label: str
    vind: Callable[[Session, int], Ontvanger | None]


_SOORTEN: dict[str, Ontvangersoort] = {}


def register(soort: Ontvangersoort) -> None:
    """Called by the room that owns the kind, when it is imported."""
    _SOORTEN[soort.code] = soort


def find_ontvanger(session: Session, bericht: Bericht) -> Ontvanger | None:
    """Who gets it now; None when that is nobody (any more)."""
    if bericht.gebruiker is not None:
        wie = bericht.gebruiker
        return Ontvanger(f"Beste {wie.naam}", wie.email) if wie.is_actief else None
    soort = _SOORTEN.get(bericht.ontvanger_soort)
    return soort.vind(session, bericht.ontvanger_id) if soort else None


def label_of(bericht: Bericht) -> str:
    """For the administrator: of someone without an account only what kind it is."""
    if bericht.gebruiker is not None:
        return bericht.gebruiker.naam
    soort = _SOORTEN.get(bericht.ontvanger_soort)
    return soort.label if soort else "Onbekend"

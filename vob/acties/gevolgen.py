"""What the room an action came from does when the action is done, lapses or is opened again."""

from collections.abc import Callable
from datetime import datetime

from .models import Actie

Gevolg = Callable[[Actie, datetime], None]

_GEVOLGEN: dict[str, Gevolg] = {}


def register(bron_soort: str, gevolg: Gevolg) -> None:
    """Called by the room that owns the kind of object, when it is imported."""
    _GEVOLGEN[bron_soort] = gevolg


def apply(actie: Actie, moment: datetime) -> None:
    """After the status of this action changed, in the same transaction."""
    if gevolg := _GEVOLGEN.get(actie.bron_soort):
        gevolg(actie, moment)

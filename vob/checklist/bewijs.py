"""What the checklist itself can show, from nouns that all rooms share."""

from collections.abc import Callable
from datetime import date

from vob.core.bewijs import Bewijs

Bewijsregel = Callable[[date], Bewijs]

BEWIJZEN: dict[int, Bewijsregel] = {}

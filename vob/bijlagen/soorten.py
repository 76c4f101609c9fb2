"""What a room says about the attachments of its objects, beside who may see the object itself."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import select

from vob.gebruikers.models import Gebruiker
from vob.web import objecten
from vob.web.objecten import Kijker, Objectsoort

from .models import CONCEPT, Bijlage


def _nobody(_kijker: Kijker, _object_id: int) -> bool:
    return False


@dataclass(frozen=True)
class Bijlageregels:
    """`mag_intern`: who of those that see the object also see its internal attachments.

    `mag_weg`: who may throw one away. What was sent is evidence, so nobody; but a room may have
    objects that are still being made.
    `is_gelogd`: each download goes into the read log. Silence is the careful choice for all three.
    """

    mag_intern: Callable[[Kijker, int], bool] = _nobody
    mag_weg: Callable[[Kijker, int], bool] = _nobody
    is_gelogd: bool = True


_REGELS: dict[str, Bijlageregels] = {}
_STANDAARD = Bijlageregels()


def register(soort: str, regels: Bijlageregels) -> None:
    """Called by the room that owns the kind, when it is imported."""
    _REGELS[soort] = regels


def regels_van(soort: str) -> Bijlageregels:
    return _REGELS.get(soort, _STANDAARD)


def may_see_intern(kijker: Kijker, soort: str, object_id: int) -> bool:
    return regels_van(soort).mag_intern(kijker, object_id)


def may_see(kijker: Kijker, bijlage: Bijlage) -> bool:
    """Whether this user may see this attachment: the object, and the internal part if it is."""
    if not objecten.may_see(kijker, bijlage.soort, bijlage.object_id):
        return False
    return not bijlage.is_intern or may_see_intern(kijker, bijlage.soort, bijlage.object_id)


def may_delete(kijker: Kijker, soort: str, object_id: int) -> bool:
    return regels_van(soort).mag_weg(kijker, object_id)


# What is uploaded but not yet sent belongs to its user, and is seen by nobody else.
objecten.register(
    Objectsoort(
        code=CONCEPT,
        label="Concept",
        url=lambda _: "/",
        zichtbaar=lambda kijker: select(Gebruiker.id).where(Gebruiker.id == kijker.id),
    )
)
register(CONCEPT, Bijlageregels(mag_weg=lambda kijker, van: kijker.id == van, is_gelogd=False))

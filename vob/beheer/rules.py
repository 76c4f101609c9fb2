"""What an administrator cannot do. Pure."""

from collections.abc import Collection

from vob.core.errors import RegelOvertreden
from vob.core.permissions import Rol


def check_gebruiker(
    *, is_zelf: bool, was_beheerder: bool, rollen: Collection[Rol], is_actief: bool, andere: int
) -> None:
    """Nobody locks the door behind the last administrator, nor changes who may change oneself.

    `andere`: how many other active administrators there are. Raises RegelOvertreden.
    """
    blijft = is_actief and Rol.BEHEERDER in rollen
    if is_zelf and not is_actief:
        raise RegelOvertreden(
            "U kunt uw eigen account niet uitschakelen. Vraag het een andere beheerder."
        )
    if is_zelf and was_beheerder and not blijft:
        raise RegelOvertreden(
            "U kunt uw eigen rol als beheerder niet weghalen. Vraag het een andere beheerder."
        )
    if was_beheerder and not blijft and not andere:
        raise RegelOvertreden("Er moet altijd een beheerder overblijven.")

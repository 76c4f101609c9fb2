"""What an administrator cannot do. Pure."""

from collections.abc import Collection

from vob.core.errors import RegelOvertreden
from vob.core.permissions import Rol


def check_gebruiker(
    *,
    is_zelf: bool,
    was_rollen: Collection[Rol],
    was_actief: bool,
    rollen: Collection[Rol],
    is_actief: bool,
    andere: int,
) -> None:
    """Nobody locks the door behind the last administrator, nor changes what one may do oneself.

    An administrator sees no case; who could make oneself a coordinator would see all of them
    (veiligheid.md T5: two persons for "alles zien"). `andere`: how many other active administrators
    there are. Raises RegelOvertreden.
    """
    was_beheerder = was_actief and Rol.BEHEERDER in was_rollen
    blijft = is_actief and Rol.BEHEERDER in rollen
    if is_zelf and not is_actief:
        raise RegelOvertreden(
            "U kunt uw eigen account niet uitschakelen. Vraag het een andere beheerder."
        )
    if is_zelf and was_beheerder and not blijft:
        raise RegelOvertreden(
            "U kunt uw eigen rol als beheerder niet weghalen. Vraag het een andere beheerder."
        )
    if is_zelf and set(rollen) - set(was_rollen):
        raise RegelOvertreden("U kunt uzelf geen rol geven. Vraag het een andere beheerder.")
    if was_beheerder and not blijft and not andere:
        raise RegelOvertreden("Er moet altijd een beheerder overblijven.")

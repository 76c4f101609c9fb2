"""What an administrator cannot do."""

import pytest

from vob.beheer.rules import check_gebruiker
from vob.core.errors import RegelOvertreden
from vob.core.permissions import Rol

MET, ZONDER = [Rol.BEHEERDER, Rol.FG], [Rol.FG]


@pytest.mark.parametrize(
    ("is_zelf", "was", "rollen", "is_actief", "andere", "mag"),
    [
        (True, True, MET, True, 0, True),
        (True, True, ZONDER, True, 5, False),  # one's own role
        (True, True, MET, False, 5, False),  # one's own account
        (False, True, ZONDER, True, 1, True),
        (False, True, ZONDER, True, 0, False),  # the last one
        (False, True, MET, False, 0, False),
        (False, True, MET, False, 1, True),
        (False, False, ZONDER, False, 0, True),
    ],
)
def test_somebody_always_holds_the_keys(is_zelf, was, rollen, is_actief, andere, mag):
    def check() -> None:
        check_gebruiker(
            is_zelf=is_zelf,
            was_beheerder=was,
            rollen=rollen,
            is_actief=is_actief,
            andere=andere,
        )

    if mag:
        check()
    else:
        with pytest.raises(RegelOvertreden):
            check()

"""What an administrator cannot do."""

import pytest

from vob.beheer.rules import check_gebruiker
from vob.core.errors import RegelOvertreden
from vob.core.permissions import Rol

MET, ZONDER = [Rol.BEHEERDER, Rol.FG], [Rol.FG]


@pytest.mark.parametrize(
    ("is_zelf", "was", "rollen", "is_actief", "andere", "mag"),
    [
        (True, MET, MET, True, 0, True),
        (True, MET, ZONDER, True, 5, False),  # one's own role as administrator
        (True, MET, MET, False, 5, False),  # one's own account
        (True, MET, [*MET, Rol.COORDINATOR], True, 5, False),  # another role for oneself
        (True, MET, [Rol.BEHEERDER], True, 0, True),  # one may give up another role
        (False, MET, [*MET, Rol.COORDINATOR], True, 0, True),
        (False, MET, ZONDER, True, 1, True),
        (False, MET, ZONDER, True, 0, False),  # the last one
        (False, MET, MET, False, 0, False),
        (False, MET, MET, False, 1, True),
        (False, ZONDER, ZONDER, False, 0, True),
    ],
)
def test_somebody_always_holds_the_keys(is_zelf, was, rollen, is_actief, andere, mag):
    def check() -> None:
        check_gebruiker(
            is_zelf=is_zelf,
            was_rollen=was,
            was_actief=True,
            rollen=rollen,
            is_actief=is_actief,
            andere=andere,
        )

    if mag:
        check()
    else:
        with pytest.raises(RegelOvertreden):
            check()

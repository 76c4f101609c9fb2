"""What the checklist tells other rooms: who may see a step as an object."""

from collections.abc import Callable

import pytest

from vob.checklist.models import ChecklistRonde
from vob.core.permissions import Rol
from vob.gebruikers.models import Gebruiker
from vob.web import objecten


@pytest.mark.parametrize(
    ("rol", "ziet"),
    [
        (Rol.COORDINATOR, True),
        (Rol.GRIFFIER, True),
        (Rol.WOORDVOERDER, True),
        (Rol.MEDEWERKER, False),
        (Rol.BEHEERDER, False),
        (Rol.FG, False),
    ],
)
def test_evidence_is_for_who_works_on_the_checklist(
    make_gebruiker: Callable[..., Gebruiker], ronde: ChecklistRonde, rol: Rol, ziet: bool
) -> None:
    assert objecten.may_see(make_gebruiker(rol), "checklist_stap", 6) is ziet


def test_a_step_that_does_not_exist_is_seen_by_nobody(
    make_gebruiker: Callable[..., Gebruiker], ronde: ChecklistRonde
) -> None:
    assert not objecten.may_see(make_gebruiker(Rol.COORDINATOR), "checklist_stap", 24)


@pytest.mark.usefixtures("in_request")
def test_a_step_has_an_address() -> None:
    assert objecten.url_of("checklist_stap", 6) == "/checklist/6"

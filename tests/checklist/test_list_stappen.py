from vob.core.permissions import Rol

from ..pages import read_page


def test_all_23_steps_are_on_one_page(client_for, ronde):
    page = read_page(client_for(Rol.MEDEWERKER).get("/checklist/"))
    assert len(page.select("tbody th[scope=row]")) == 23
    assert len(page.select("th[scope=rowgroup]")) == 7


def test_a_step_has_its_page(client_for, ronde):
    page = read_page(client_for(Rol.COORDINATOR).get("/checklist/6"))
    assert page.h1.text.startswith("6. Ketenafspraken")

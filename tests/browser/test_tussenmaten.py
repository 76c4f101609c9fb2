"""Between a phone and a desk: a tablet, a small laptop, a page at 125 %."""

from collections.abc import Callable

import pytest

from tests.browser.conftest import Open
from tests.browser.wereld import make_incident
from vob.core.organisatietype import Functie
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.values import Ernst, Status

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("breedte", [780, 900, 1024, 1160, 1280])
@pytest.mark.parametrize("pad", ["/incidenten/", "/checklist/"])
def test_a_wide_table_never_makes_the_page_scroll_sideways(
    open_venster: Open, make_gebruiker: Callable[..., Gebruiker], pad: str, breedte: int
) -> None:
    melder = make_gebruiker(functie=Functie.FRACTIEMEDEWERKER)
    make_incident(melder)
    make_incident(melder, status=Status.WACHT_OP_DERDEN, ernst=Ernst.ACUUT)
    db.session.commit()
    page = open_venster(make_gebruiker(Rol.COORDINATOR)).page
    page.set_viewport_size({"width": breedte, "height": 800})
    page.goto(pad)
    assert page.locator("table.lijst tbody tr").count() >= 2
    assert page.evaluate("document.documentElement.scrollWidth") <= breedte

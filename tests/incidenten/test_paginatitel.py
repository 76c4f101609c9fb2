"""What the tab says stays in the history of a browser: of an extra vertrouwelijk case only the
number (ontwerp/veiligheid.md T15)."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from tests.pages import read_page, text_of
from vob.gebruikers.models import Gebruiker
from vob.incidenten.models import Incident


@pytest.mark.parametrize("lezer", ["coordinator", "melder"])
def test_the_tab_of_an_extra_vertrouwelijk_case_says_its_number(
    lezer: str,
    request: pytest.FixtureRequest,
    client_of: Callable[[Gebruiker], FlaskClient],
    make_incident: Callable[..., Incident],
    zaak: Incident,
    melder: Gebruiker,
) -> None:
    client = client_of(request.getfixturevalue(lezer))
    open_ = read_page(client.get(f"/incidenten/{zaak.nummer}"))
    assert text_of(open_, "title") == "Ruzie – VOB"
    geheim = make_incident(melder, titel="Onder ons", is_vertrouwelijk=True)
    page = read_page(client.get(f"/incidenten/{geheim.nummer}"))
    assert text_of(page, "title") == f"Zaak {geheim.nummer} – VOB"
    assert "Onder ons" in text_of(page, "main")

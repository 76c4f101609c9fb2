"""What stops a measure is said on its page, before anyone presses and is refused."""

from typing import Any

import pytest

from tests.incidenten.maatregelen.conftest import Toneel
from tests.pages import read_page
from vob.data import db
from vob.incidenten.maatregelen.models import Maatregel
from vob.incidenten.values import Ernst


def _step(toneel: Toneel, maatregel: Maatregel) -> Any:
    client = toneel.client(toneel.coordinator)
    return read_page(client.get(f"{toneel.pad}/{maatregel.id}")).select_one("#stap")


@pytest.mark.parametrize(
    ("soort", "velden", "zin"),
    [
        ("schriftelijk", {"afwijking": ""}, "wijkt af van de reactieladder"),
        ("toegang_gebouw", {"persoon": ""}, "Vul in voor wie de maatregel is."),
        ("toegang_vergadering", {}, "vastgelegde verstoringen"),
        (
            "toegang_gebouw",
            {"van": "2026-01-01", "tot": "2026-02-01", "toets_op": "2026-01-20"},
            "geldt niet terug",
        ),
    ],
)
def test_what_stops_it_is_named_and_it_cannot_be_put(
    toneel: Toneel, soort: str, velden: dict[str, str], zin: str
) -> None:
    stap = _step(toneel, toneel.begin(soort, **velden))
    assert zin in stap.get_text()
    assert "Er ontbreekt nog 1 punt." in stap.get_text()
    assert "Voorleggen" not in stap.get_text()


def test_a_case_that_nobody_judged_says_who_does(toneel: Toneel) -> None:
    maatregel = toneel.begin("schriftelijk")
    toneel.zaak.ernst = Ernst.ONBEOORDEELD
    db.session.commit()
    assert "Dat doet de coördinator." in _step(toneel, maatregel).get_text()


def test_what_owes_nothing_more_can_be_put(toneel: Toneel) -> None:
    stap = _step(toneel, toneel.begin("schriftelijk"))
    assert "ontbreekt" not in stap.get_text()
    assert "Voorleggen voor besluit" in stap.get_text()

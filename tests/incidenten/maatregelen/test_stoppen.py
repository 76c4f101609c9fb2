"""A measure that will not be taken, and what its form says about the letter."""

import pytest
from sqlalchemy import select

from tests.incidenten.maatregelen.conftest import Toneel
from tests.pages import read_page, text_of
from vob.acties.models import Actie
from vob.acties.values import Status as Actiestatus
from vob.data import db


@pytest.mark.parametrize("voorgelegd", [False, True], ids=["in preparation", "put"])
def test_one_that_is_not_needed_does_not_keep_the_case_open(
    toneel: Toneel, voorgelegd: bool
) -> None:
    maatregel = toneel.begin()
    if voorgelegd:
        toneel.act(toneel.coordinator, maatregel, "voorleggen")
    pad = f"{toneel.pad}/{maatregel.id}"
    page = read_page(toneel.client(toneel.coordinator).get(pad))
    assert page.select_one(f"a[href='{pad}/stoppen']")
    assert toneel.act(toneel.coordinator, maatregel, "stoppen", reden="").status_code == 422
    answer = toneel.act(toneel.coordinator, maatregel, "stoppen", reden="Verkeerde soort.")
    assert answer.status_code == 303
    page = read_page(toneel.client(toneel.coordinator).get(pad))
    assert "Niet genomen" in page.text
    assert "Verkeerde soort." in text_of(page, "#inhoud")
    open_ = db.session.scalars(select(Actie).filter_by(status=Actiestatus.OPEN)).all()
    assert "Besluit over een maatregel" not in {actie.titel for actie in open_}
    assert toneel.act(toneel.coordinator, maatregel, "stoppen", reden="x").status_code == 404


def test_who_decides_cannot_stop_it_that_way(toneel: Toneel) -> None:
    maatregel = toneel.begin()
    toneel.act(toneel.coordinator, maatregel, "voorleggen")
    toneel.zaak.is_vertrouwelijk = True
    db.session.commit()
    assert toneel.act(toneel.bestuurder, maatregel, "stoppen", reden="x").status_code == 404


def test_what_goes_into_the_letter_says_so(toneel: Toneel) -> None:
    maatregel = toneel.begin("schriftelijk")
    client = toneel.client(toneel.coordinator)
    page = read_page(client.get(f"{toneel.pad}/{maatregel.id}/wijzigen"))
    assert "Kan zo in de brief staan" in text_of(page, "#reden-hint")
    gesprek = toneel.begin("gesprek")
    page = read_page(client.get(f"{toneel.pad}/{gesprek.id}/wijzigen"))
    assert "in de brief" not in page.text

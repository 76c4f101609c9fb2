"""Extending a measure, and what lifting it does to what would go on from it."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.incidenten.maatregelen.conftest import Toneel, Verstoor
from tests.pages import form_data, read_page, text_of
from vob.acties.models import Actie
from vob.acties.values import OPEN
from vob.core.clock import vandaag
from vob.core.permissions import Rol
from vob.data import db
from vob.incidenten.maatregelen.models import Maatregel
from vob.incidenten.maatregelen.values import Einde, Maatregelstatus, Stand

DESK = "/incidenten/toegangsontzeggingen"


def test_an_extension_joins_on_and_is_decided_anew(toneel: Toneel) -> None:
    oud = toneel.take("gebiedsverbod")
    assert oud.tot is not None
    answer = toneel.act(toneel.coordinator, oud, "verlengen")
    page = read_page(toneel.client(toneel.coordinator).get(answer.location))
    data = form_data(page, "main form")
    assert data["persoon"] == "J. Jansen"
    assert not str(data["reden"]).strip(), "a reason must be given anew"
    assert data["van"] == str(oud.tot + timedelta(days=1))
    nieuw = db.session.scalars(select(Maatregel).filter_by(verlengt_id=oud.id)).one()
    assert nieuw.verlenging == 1


def test_what_has_ended_is_not_extended(toneel: Toneel) -> None:
    maatregel = toneel.take("gebiedsverbod")
    maatregel.tot = vandaag() - timedelta(days=1)
    db.session.commit()
    answer = toneel.act(toneel.coordinator, maatregel, "verlengen")
    assert answer.status_code == 409
    assert "al afgelopen" in answer.text


def test_taking_an_extension_ends_the_old_one_as_extended(toneel: Toneel) -> None:
    oud = toneel.take()
    nieuw = toneel.extend(oud)
    toneel.act(toneel.coordinator, nieuw, "voorleggen")
    assert toneel.act(toneel.bestuurder, nieuw, "besluit", naar="genomen").status_code == 303
    db.session.refresh(oud)
    assert (oud.einde, oud.einde_op) == (Einde.VERLENGD, oud.tot)


@pytest.mark.parametrize("voorgelegd", [False, True], ids=["in preparation", "put"])
def test_lifting_stops_an_extension_that_nobody_decided(toneel: Toneel, voorgelegd: bool) -> None:
    oud = toneel.take()
    nieuw = toneel.extend(oud)
    if voorgelegd:
        toneel.act(toneel.coordinator, nieuw, "voorleggen")
    toneel.act(toneel.coordinator, oud, "opheffen", reden="Het is rustig.")
    db.session.refresh(nieuw)
    assert nieuw.status is Maatregelstatus.AFGEWEZEN
    zaak = toneel.client(toneel.coordinator).get(f"/incidenten/{toneel.zaak.nummer}")
    assert "Maatregel: voorbereiding gestopt." in text_of(read_page(zaak), "#verloop")
    acties = db.session.scalars(select(Actie).filter_by(bron_soort="maatregel"))
    assert not [actie for actie in acties if actie.status in OPEN]


def test_a_lifted_ban_does_not_come_back_by_its_extension(toneel: Toneel, client_for) -> None:
    oud = toneel.take()
    nieuw = toneel.extend(oud)
    toneel.act(toneel.coordinator, nieuw, "voorleggen")
    oud.einde, oud.einde_op = Einde.OPGEHEVEN, vandaag()  # as it may stand in what was stored
    db.session.commit()
    answer = toneel.act(toneel.bestuurder, nieuw, "besluit", naar="genomen")
    assert answer.status_code == 409
    assert "al afgelopen" in answer.text
    assert "J. Jansen" not in client_for(Rol.BEVEILIGING).get(DESK).text


def test_lifting_a_ban_that_was_extended_lifts_both(toneel: Toneel, client_for) -> None:
    oud = toneel.take()
    nieuw = toneel.extend(oud)
    toneel.act(toneel.coordinator, nieuw, "voorleggen")
    toneel.act(toneel.bestuurder, nieuw, "besluit", naar="genomen")
    answer = toneel.act(toneel.coordinator, oud, "opheffen", reden="Het is rustig.")
    assert answer.status_code == 303, answer.text
    assert "J. Jansen" not in client_for(Rol.BEVEILIGING).get(DESK).text
    db.session.refresh(nieuw)
    assert nieuw.stand(vandaag()) is Stand.OPGEHEVEN


def test_a_meeting_ban_is_not_extended(toneel: Toneel, verstoor: Verstoor) -> None:
    verstoor(9), verstoor(7)
    oud = toneel.take("toegang_vergadering")
    page = read_page(toneel.client(toneel.coordinator).get(f"{toneel.pad}/{oud.id}"))
    assert "Een nieuwe ontzegging vraagt nieuwe verstoringen" in page.text
    assert not page.select_one(f"form[action$='/{oud.id}/verlengen']")
    answer = toneel.act(toneel.coordinator, oud, "verlengen")
    assert answer.status_code == 409
    assert "na nieuwe verstoringen" in answer.text


def test_the_next_meeting_ban_needs_a_new_disturbance(toneel: Toneel, verstoor: Verstoor) -> None:
    verstoor(30), verstoor(20)
    oud = toneel.take("toegang_vergadering")
    oud.besloten_op = vandaag() - timedelta(days=15)
    db.session.commit()
    nieuw = toneel.begin("toegang_vergadering", persoon="j. jansen")
    answer = toneel.act(toneel.coordinator, nieuw, "voorleggen")
    assert answer.status_code == 409
    assert "kreeg al een ontzegging voor deze verstoringen" in answer.text
    verstoor(2)
    assert toneel.act(toneel.coordinator, nieuw, "voorleggen").status_code == 303

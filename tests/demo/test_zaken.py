from datetime import UTC, datetime, timedelta

import pytest

from vob.core.organisatietype import Organisatietype
from vob.demo.teksten import voorvallen
from vob.demo.zaken import Bezetting, Zaak, live_zaken, make_zaken
from vob.demo.zaken.levend import AANTAL
from vob.demo.zaken.massa import ZELDZAAM
from vob.incidenten.models import TITEL_MAX
from vob.incidenten.rules import OVERGANGEN
from vob.incidenten.values import Gebeurtenissoort, Hoofdvorm, Kanaal, Status

NU = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
SOORTEN = pytest.mark.parametrize("soort", Organisatietype)


@SOORTEN
def test_cases_with_a_story_come_in_order_and_are_all_past(
    soort: Organisatietype, bezetting: Bezetting
) -> None:
    zaken = list(live_zaken(soort, bezetting, NU))
    momenten = [zaak.gemeld_op for zaak in zaken]
    assert len(zaken) == AANTAL - 1  # the last one comes out of the log of a meeting
    assert momenten == sorted(momenten)
    assert NU - timedelta(days=3 * 365) < momenten[0]
    assert all(regel["moment"] <= NU for zaak in zaken for regel in zaak.verloop)


@SOORTEN
def test_every_status_form_and_channel_occurs(soort: Organisatietype, bezetting: Bezetting) -> None:
    zaken = list(live_zaken(soort, bezetting, NU))
    assert {zaak.waarden.get("status", Status.GEMELD) for zaak in zaken} == set(Status)
    assert {zaak.waarden["kanaal"] for zaak in zaken} == set(Kanaal)
    vormen = {vorm for zaak in zaken for vorm in zaak.vormen}
    assert len(vormen) > len(Hoofdvorm)


@SOORTEN
def test_one_is_secret_one_a_drill_and_one_is_about_who_decides(
    soort: Organisatietype, bezetting: Bezetting
) -> None:
    zaken = list(live_zaken(soort, bezetting, NU))
    burgemeester, loco = (bezetting.mensen[code].id for code in ("burgemeester", "loco"))
    assert sum(zaak.waarden.get("is_vertrouwelijk", False) for zaak in zaken) == 1
    assert sum(zaak.waarden.get("is_proef", False) for zaak in zaken) == 1
    over = [zaak for zaak in zaken if zaak.getroffene_id == burgemeester]
    assert over
    assert {zaak.waarden["lijn_id"] for zaak in over} == {loco}


@SOORTEN
def test_texts_fit_where_they_are_stored(soort: Organisatietype) -> None:
    assert len(voorvallen(soort)) == 60
    assert max(len(voorval.titel) for voorval in voorvallen(soort)) < TITEL_MAX - 40


def test_every_step_is_one_the_rules_allow(bezetting: Bezetting) -> None:
    for zaak in live_zaken(Organisatietype.GEMEENTE, bezetting, NU):
        van = Status.GEMELD
        stappen = [s for s in zaak.verloop if s["soort"] is Gebeurtenissoort.STATUS]
        for stap in sorted(stappen, key=lambda stap: stap["moment"]):
            assert stap["status"] in OVERGANGEN[van]
            van = stap["status"]


def made(bezetting: Bezetting, aantal: int) -> list[Zaak]:
    return list(make_zaken(Organisatietype.GEMEENTE, bezetting, aantal, NU))


def test_the_same_each_time(bezetting: Bezetting) -> None:
    assert made(bezetting, 200) == made(bezetting, 200)


def test_made_cases_come_in_order_and_one_word_is_rare(bezetting: Bezetting) -> None:
    zaken = made(bezetting, 500)
    momenten = [zaak.gemeld_op for zaak in zaken]
    assert momenten == sorted(momenten)
    assert momenten[-1] < NU
    assert sum(ZELDZAAM in zaak.waarden["omschrijving"] for zaak in zaken) == 3


def test_made_cases_differ_enough_to_search_in(bezetting: Bezetting) -> None:
    zaken = made(bezetting, 500)
    assert len({zaak.waarden["omschrijving"] for zaak in zaken}) > 450
    assert len({zaak.waarden["onderwerp"] for zaak in zaken}) > 15

"""The library: a start set in the words of the organisation, own additions, retired not deleted."""

from collections.abc import Callable

import pytest
from flask import Flask, g
from flask.testing import FlaskClient
from sqlalchemy import func, select

from tests.pages import form_data, read_page, text_of
from tests.queries import count_queries
from tests.risicoanalyse.conftest import MAIN, Make, scenario
from vob.core.organisatietype import Organisatietype
from vob.core.permissions import Rol
from vob.data import db
from vob.organisatie.models import Organisatie
from vob.risicoanalyse import bibliotheek, startset
from vob.risicoanalyse.models_bibliotheek import Beleidsgebied, Scenario, Voorbeeldmaatregel
from vob.risicoanalyse.values import Soort

LIJST = "/risicoanalyse/bibliotheek/"


@pytest.mark.parametrize(
    ("type", "minstens", "woord"),
    [
        (Organisatietype.GEMEENTE, 20, "raadslid"),
        (Organisatietype.WATERSCHAP, 19, "lid van het algemeen bestuur"),
        (Organisatietype.PROVINCIE, 15, "Statenlid"),
    ],
)
def test_the_start_set_speaks_as_the_organisation(
    app: Flask, organisatie: Organisatie, type: Organisatietype, minstens: int, woord: str
) -> None:
    organisatie.type = type
    with app.test_request_context():
        g.organisatie = organisatie
        assert bibliotheek.add_start_set() == 39 + 40
        assert bibliotheek.add_start_set() == 0
    assert len(db.session.scalars(select(Scenario)).all()) == 39
    actief = db.session.scalars(select(Scenario).where(Scenario.is_actief)).all()
    assert len(actief) >= minstens
    assert woord in scenario("G15").titel
    assert not [s.titel for s in actief if "{" in s.titel]
    titels = db.session.scalars(select(Voorbeeldmaatregel.titel)).all()
    assert [titel for titel in titels if "noodbevel: alleen de burgemeester" in titel]


def test_the_set_is_that_of_the_source() -> None:
    nummers = {nr for voorval in startset.VOORVALLEN for nr in voorval.maatregelen}
    assert len(startset.VOORVALLEN) == 39
    assert len(startset.MAATREGELEN) == 40
    assert nummers <= set(range(1, 41))
    namen = {gebied.naam for gebied in startset.GEBIEDEN}
    assert {voorval.gebied for voorval in startset.VOORVALLEN} <= namen


def test_what_was_edited_stays_when_the_set_is_completed(
    coordinator: FlaskClient, startset: None
) -> None:
    een = scenario("G1")
    een.titel = "Anders"
    db.session.delete(scenario("G2"))
    db.session.commit()
    coordinator.post(f"{LIJST}startset")
    assert scenario("G1").titel == "Anders"
    assert scenario("G2").titel.startswith("Bestorming")


def test_an_empty_library_says_what_to_do(coordinator: FlaskClient) -> None:
    for pad in ("", "maatregelen/", "gebieden/"):
        assert "startset" in read_page(coordinator.get(LIJST + pad)).text
    page = read_page(coordinator.post(f"{LIJST}startset", follow_redirects=True))
    assert "Er kwamen 79" in page.text


def test_an_own_scenario_is_offered_with_its_measures(
    coordinator: FlaskClient, startset: None, make_analyse: Make
) -> None:
    form = form_data(read_page(coordinator.get(f"{LIJST}scenarios/nieuw")), MAIN)
    maatregel = db.session.scalars(select(Voorbeeldmaatregel)).first()
    assert maatregel is not None
    data = form | {"titel": "Drone boven de tuin", "maatregelen": [str(maatregel.id)]}
    assert coordinator.post(f"{LIJST}scenarios/nieuw", data=data).status_code == 303
    eigen = db.session.scalars(select(Scenario).where(Scenario.is_eigen)).one()
    analyse = make_analyse()
    assert eigen in bibliotheek.scenarios_for(analyse)
    assert [s.maatregel_id for s in eigen.suggesties] == [maatregel.id]
    assert "Drone" in coordinator.get(f"{LIJST}?na=").text or eigen.code.startswith("E")


def test_it_is_changed_and_retired_and_what_used_it_keeps_it(
    coordinator: FlaskClient, startset: None, make_analyse: Make
) -> None:
    een = scenario("G1")
    analyse = make_analyse()
    analyse.risicos[0].scenario_id = een.id
    db.session.commit()
    assert "1 analyse" in text_of(read_page(coordinator.get(LIJST)), "tbody tr")
    pad = f"{LIJST}scenarios/{een.id}"
    form = form_data(read_page(coordinator.get(pad)), MAIN)
    form.pop("is_actief")
    assert coordinator.post(pad, data=form | {"titel": "Oud"}).status_code == 303
    assert coordinator.post(pad, data=form).status_code == 409
    assert een not in bibliotheek.scenarios_for(analyse)
    assert analyse.risicos[0].scenario_id == een.id
    assert "Oud" not in read_page(coordinator.get(LIJST)).text
    assert "Oud" in read_page(coordinator.get(f"{LIJST}?alles=1")).text


def test_an_own_measure_and_area(coordinator: FlaskClient, startset: None) -> None:
    pad = f"{LIJST}maatregelen/nieuw"
    form = form_data(read_page(coordinator.get(pad)), MAIN)
    assert coordinator.post(pad, data=form).status_code == 422
    nieuw = {"titel": "Hond aan de poort", "type": "O", "werkt_op": "kans", "is_bijeenkomst": "y"}
    assert coordinator.post(pad, data=form | nieuw).status_code == 303
    eigen = db.session.scalars(select(Voorbeeldmaatregel).filter_by(is_eigen=True)).one()
    assert eigen in bibliotheek.bijeenkomst_maatregelen()
    pad = f"{LIJST}maatregelen/{eigen.id}"
    form = form_data(read_page(coordinator.get(pad)), MAIN)
    assert coordinator.post(pad, data=form | {"titel": "Twee honden"}).status_code == 303
    assert coordinator.get(f"{LIJST}maatregelen/9999").status_code == 404


def test_an_area_has_one_name_once(coordinator: FlaskClient, startset: None) -> None:
    pad = f"{LIJST}gebieden/nieuw"
    form = form_data(read_page(coordinator.get(pad)), MAIN)
    for naam, status in (("Haven", 303), ("Haven", 422), ("", 422)):
        assert coordinator.post(pad, data=form | {"naam": naam}).status_code == status
    haven = db.session.scalars(select(Beleidsgebied).filter_by(naam="Haven")).one()
    pad = f"{LIJST}gebieden/{haven.id}"
    form = form_data(read_page(coordinator.get(pad)), MAIN)
    data = form | {"trefwoorden": "kade, boot", "is_gevoelig": "y"}
    assert coordinator.post(pad, data=data).status_code == 303
    db.session.refresh(haven)
    assert haven.woorden == ["Haven", "kade", "boot"]


def test_the_lists_ask_the_same_however_long(coordinator: FlaskClient, startset: None) -> None:
    for pad in ("", "maatregelen/", "gebieden/"):
        coordinator.get(LIJST + pad)
        with count_queries() as sent:
            page = read_page(coordinator.get(f"{LIJST}{pad}?alles=1"))
        assert len(sent) <= 8
        assert page.select("tbody tr")


def test_who_reads_does_not_change(
    client_for: Callable[..., FlaskClient], startset: None, app: Flask
) -> None:
    client = client_for(Rol.GRIFFIER)
    assert not read_page(client.get(LIJST)).select("main form[method=post]")
    assert client.get(f"{LIJST}scenarios/nieuw").status_code == 403
    assert client.post(f"{LIJST}startset").status_code == 403
    assert db.session.scalar(select(func.count()).select_from(Scenario)) == 39


def test_a_person_is_offered_what_fits_a_person(startset: None, make_analyse: Make) -> None:
    persoon = bibliotheek.scenarios_for(make_analyse(Soort.PERSOON))
    assert persoon
    assert all(s.voor_persoon for s in persoon)

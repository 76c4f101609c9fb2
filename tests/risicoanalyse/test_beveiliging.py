"""Security measures: proposed, decided by another, run, scaled down; never where."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.pages import form_data, read_page, text_of
from tests.queries import count_queries
from tests.risicoanalyse.conftest import MAIN, ClientOf, MakeGebruiker
from vob.core.clock import vandaag
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.risicoanalyse.models_bijeenkomst import Beveiligingsmaatregel
from vob.risicoanalyse.values_bijeenkomst import Beveiligingsstatus

LIJST = "/risicoanalyse/beveiliging/"


def propose(client: FlaskClient, **data: object) -> int:
    form = form_data(read_page(client.get(f"{LIJST}nieuw")), MAIN)
    waarden = {"soort": "camera", "voor": "gebouw", "naar": "voorgesteld"}
    return client.post(f"{LIJST}nieuw", data=form | waarden | data).status_code


def the_one() -> Beveiligingsmaatregel:
    return db.session.scalars(select(Beveiligingsmaatregel)).one()


def update(client: FlaskClient, maatregel: Beveiligingsmaatregel, **data: object) -> int:
    pad = f"{LIJST}{maatregel.id}"
    form = form_data(read_page(client.get(pad)), MAIN)
    return client.post(pad, data=form | data).status_code


def test_proposed_decided_running_scaled_down(
    coordinator: FlaskClient, bestuurder: FlaskClient, beslisser: Gebruiker
) -> None:
    assert propose(coordinator) == 303
    maatregel = the_one()
    assert update(coordinator, maatregel, naar="actief") == 409
    besluit = f"{LIJST}{maatregel.id}/besluit"
    assert bestuurder.post(besluit, data={"besluit": "besloten"}).status_code == 303
    assert bestuurder.post(besluit, data={"besluit": "afgewezen"}).status_code == 409
    assert update(coordinator, maatregel, naar="actief", getest_op=str(vandaag())) == 303
    assert update(coordinator, maatregel, naar="afgeschaald") == 303
    db.session.refresh(maatregel)
    assert maatregel.status is Beveiligingsstatus.AFGESCHAALD
    assert (maatregel.besloten_door_id, maatregel.besloten_op) == (beslisser.id, vandaag())


def test_who_proposed_it_does_not_decide(
    make_gebruiker: MakeGebruiker, client_of: ClientOf
) -> None:
    client = client_of(make_gebruiker(Rol.COORDINATOR, Rol.BESTUURDER))
    propose(client)
    pad = f"{LIJST}{the_one().id}/besluit"
    assert client.post(pad, data={"besluit": "besloten"}).status_code == 409
    assert client.post(pad, data={"besluit": "actief"}).status_code == 409


def test_the_form_has_no_place_for_a_place(coordinator: FlaskClient) -> None:
    page = read_page(coordinator.get(f"{LIJST}nieuw"))
    assert not page.select("main textarea, main input[type=text]")


def test_what_does_not_fit_is_refused(coordinator: FlaskClient) -> None:
    gisteren = vandaag() - timedelta(days=1)
    assert propose(coordinator, van=str(vandaag()), tot=str(gisteren)) == 422
    assert propose(coordinator, toets_op="") == 422
    morgen = vandaag() + timedelta(days=1)
    assert propose(coordinator, getest_op=str(morgen)) == 422
    assert propose(coordinator, naar="actief") == 409


def test_one_chooses_only_what_can_be_now(
    coordinator: FlaskClient, bestuurder: FlaskClient
) -> None:
    propose(coordinator, van=str(vandaag()))
    pad = f"{LIJST}{the_one().id}"
    assert not read_page(coordinator.get(pad)).select("#naar option")
    bestuurder.post(f"{pad}/besluit", data={"besluit": "besloten"})
    page = read_page(coordinator.get(pad))
    keuzes = [optie.text for optie in page.select("#naar option")]
    assert keuzes == ["Besloten", "Actief", "Afgeschaald"]
    assert form_data(page, MAIN)["van"] == str(vandaag())


def test_two_people_see_both_versions(coordinator: FlaskClient) -> None:
    propose(coordinator)
    pad = f"{LIJST}{the_one().id}"
    form = form_data(read_page(coordinator.get(pad)), MAIN)
    coordinator.post(pad, data=form | {"soort": "alarm"})
    assert coordinator.post(pad, data=form | {"soort": "glas"}).status_code == 409
    assert coordinator.get(f"{LIJST}9999").status_code == 404


def test_the_list_is_by_what_must_be_looked_at_first(
    coordinator: FlaskClient, maker: Gebruiker
) -> None:
    propose(coordinator, soort="alarm", toets_op=str(vandaag() + timedelta(days=90)))
    with count_queries() as een:
        coordinator.get(LIJST)
    propose(coordinator, soort="glas", toets_op=str(vandaag() - timedelta(days=3)))
    with count_queries() as twee:
        page = read_page(coordinator.get(LIJST))
    assert len(een) == len(twee) <= 8
    assert "Glas" in text_of(page, "tbody tr")
    assert "3 dagen te laat" in text_of(page, "tbody tr")
    leeg = read_page(coordinator.get(f"{LIJST}?status=actief"))
    assert "laatste middel" in text_of(leeg, "#beveiliging")
    assert len(read_page(coordinator.get(f"{LIJST}?alles=1")).select("tbody tr")) == 2


def test_what_runs_on_after_its_last_day_is_late(
    coordinator: FlaskClient, bestuurder: FlaskClient
) -> None:
    gisteren, later = vandaag() - timedelta(days=1), vandaag() + timedelta(days=300)
    propose(coordinator, van=str(gisteren), tot=str(gisteren), toets_op=str(later))
    maatregel = the_one()
    bestuurder.post(f"{LIJST}{maatregel.id}/besluit", data={"besluit": "besloten"})
    assert "voorbij de laatste dag" not in coordinator.get(LIJST).text  # it does not run yet
    update(coordinator, maatregel, naar="actief")
    assert "voorbij de laatste dag" in text_of(read_page(coordinator.get(LIJST)), "tbody tr")
    update(coordinator, maatregel, tot=str(vandaag()))
    assert "voorbij de laatste dag" not in coordinator.get(LIJST).text


@pytest.mark.parametrize("rol", [r for r in Rol if r not in (Rol.COORDINATOR, Rol.BESTUURDER)])
def test_others_do_not_see_them(client_for: Callable[..., FlaskClient], rol: Rol) -> None:
    assert client_for(rol).get(LIJST).status_code == 403


def test_who_decides_reads_the_list(bestuurder: FlaskClient) -> None:
    assert "Er lopen geen beveiligingsmaatregelen" in bestuurder.get(LIJST).text
    assert bestuurder.get(f"{LIJST}nieuw").status_code == 403

"""The offer: made to everyone in office, answered by each, and all that a coordinator sees."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.pages import read_page, text_of
from tests.risicoanalyse.conftest import ClientOf, Make, MakeGebruiker
from vob.berichten.models import Bericht
from vob.core.clock import vandaag
from vob.core.organisatietype import Functie
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.risicoanalyse.models_bijeenkomst import Analyseaanbod
from vob.risicoanalyse.values import Aanbodstatus, Soort


@pytest.fixture
def wethouder(make_gebruiker: MakeGebruiker) -> Gebruiker:
    return make_gebruiker(Rol.AMBTSDRAGER, functie=Functie.WETHOUDER, naam="Hendrik")


def test_everyone_in_office_gets_one_and_once(
    coordinator: FlaskClient, wethouder: Gebruiker, make_gebruiker: MakeGebruiker
) -> None:
    make_gebruiker(Rol.MEDEWERKER)
    make_gebruiker(Rol.AMBTSDRAGER, functie=Functie.RAADSLID)
    for _ in range(2):
        assert coordinator.post("/risicoanalyse/aanbod").status_code == 303
    assert len(db.session.scalars(select(Analyseaanbod)).all()) == 2
    assert {b.pad for b in db.session.scalars(select(Bericht))} == {"/risicoanalyse/"}
    page = read_page(coordinator.get("/risicoanalyse/aanbod"))
    namen = text_of(page, "tbody")
    assert "Hendrik wethouder, bestuurder" in namen
    assert " raadslid" in namen
    assert "raadslid, bestuurder" not in namen


def test_one_offer_is_said_as_one(coordinator: FlaskClient, wethouder: Gebruiker) -> None:
    coordinator.post("/risicoanalyse/aanbod")
    assert "Aangeboden aan 1 persoon." in coordinator.get("/risicoanalyse/aanbod").text


def test_the_person_answers_and_changes_the_answer(
    coordinator: FlaskClient, wethouder: Gebruiker, client_of: ClientOf
) -> None:
    coordinator.post("/risicoanalyse/aanbod")
    client = client_of(wethouder)
    assert "Wilt u een persoonlijke risicoanalyse?" in client.get("/").text
    for antwoord in ("afgewezen", "aanvaard"):
        client.post("/risicoanalyse/aanbod/antwoord", data={"antwoord": antwoord})
        assert antwoord in text_of(read_page(coordinator.get("/risicoanalyse/aanbod")), "tbody")
    assert "Wilt u een persoonlijke" not in client.get("/").text


@pytest.mark.parametrize("antwoord", ["gedaan", "aangeboden", "onzin", ""])
def test_other_answers_are_no_answers(
    coordinator: FlaskClient, wethouder: Gebruiker, client_of: ClientOf, antwoord: str
) -> None:
    coordinator.post("/risicoanalyse/aanbod")
    data = {"antwoord": antwoord}
    assert client_of(wethouder).post("/risicoanalyse/aanbod/antwoord", data=data).status_code == 400


def test_who_was_not_asked_has_nothing_to_answer(client_for: Callable[..., FlaskClient]) -> None:
    pad, data = "/risicoanalyse/aanbod/antwoord", {"antwoord": "aanvaard"}
    assert client_for(Rol.MEDEWERKER).post(pad, data=data).status_code == 404


def test_it_is_done_when_the_analysis_was_adopted(
    coordinator: FlaskClient, wethouder: Gebruiker, make_analyse: Make
) -> None:
    coordinator.post("/risicoanalyse/aanbod")
    make_analyse(Soort.PERSOON, persoon_id=wethouder.id, vastgesteld=vandaag())
    (aanbod,) = db.session.scalars(select(Analyseaanbod))
    assert aanbod.status is Aanbodstatus.GEDAAN


def test_others_do_not_see_the_offers(client_for: Callable[..., FlaskClient]) -> None:
    for rol in (Rol.GRIFFIER, Rol.BESTUURDER, Rol.BEHEERDER):
        assert client_for(rol).get("/risicoanalyse/aanbod").status_code == 403

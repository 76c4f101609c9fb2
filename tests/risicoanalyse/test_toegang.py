"""Which role sees which kind: the pages, the list, search, and the objects others ask about."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.pages import read_page, text_of
from tests.queries import count_queries
from tests.risicoanalyse.conftest import Make, MakeGebruiker
from vob.core.clock import vandaag
from vob.core.permissions import Rol
from vob.data import Zoekdoc, db
from vob.gebruikers.models import Gebruiker
from vob.risicoanalyse.values import Soort
from vob.web import objecten

Client = Callable[..., FlaskClient]
LEZERS = (Rol.COORDINATOR, Rol.GRIFFIER, Rol.BESTUURDER)
ANDEREN = tuple(rol for rol in Rol if rol not in LEZERS)


@pytest.mark.parametrize("rol", LEZERS)
def test_the_organisation_is_read_by_who_works_with_it(
    make_analyse: Make, client_for: Client, rol: Rol
) -> None:
    analyse, client = make_analyse(), client_for(rol)
    assert "Onrust" in text_of(read_page(client.get(f"/risicoanalyse/{analyse.id}")), "#risicos")
    assert read_page(client.get("/risicoanalyse/")).select("#analyses tbody tr")
    for pad in ("risicos", "risicos.csv", "risicos.ods", "overzicht", "bibliotheek/"):
        assert client.get(f"/risicoanalyse/{pad}").status_code == 200


@pytest.mark.parametrize("rol", ANDEREN)
def test_for_others_it_does_not_exist(make_analyse: Make, client_for: Client, rol: Rol) -> None:
    analyse, client = make_analyse(), client_for(rol)
    dicht = 403 if rol is Rol.BEVEILIGING else 404  # the desk has today's gatherings, no more
    assert client.get(f"/risicoanalyse/{analyse.id}").status_code == dicht
    for pad in ("risicos", "risicos.csv", "overzicht", "overzicht.pdf", "bibliotheek/", "aanbod"):
        assert client.get(f"/risicoanalyse/{pad}").status_code == 403
    if rol is not Rol.BEVEILIGING:
        assert not read_page(client.get("/risicoanalyse/")).select("#analyses table")


@pytest.mark.parametrize("rol", Rol)
def test_a_gathering_is_seen_by_who_rated_it_and_who_reads_risks(
    make_inschatting: Callable[..., Any],
    make_gebruiker: MakeGebruiker,
    client_for: Client,
    rol: Rol,
) -> None:
    een = make_inschatting(make_gebruiker(Rol.MEDEWERKER))
    status = client_for(rol).get(f"/risicoanalyse/operationeel/{een.analyse_id}").status_code
    geen_recht = (Rol.WOORDVOERDER, Rol.OPVANG, Rol.BEVEILIGING, Rol.FG, Rol.BEHEERDER)
    assert status == (200 if rol in LEZERS else 403 if rol in geen_recht else 404)


def test_who_rated_it_sees_it(
    make_inschatting: Callable[..., Any], make_gebruiker: MakeGebruiker, client_of: Client
) -> None:
    ik = make_gebruiker(Rol.MEDEWERKER)
    een = make_inschatting(ik)
    client = client_of(ik)
    assert client.get(f"/risicoanalyse/operationeel/{een.analyse_id}").status_code == 200
    assert "Raad over opvang" in client.get("/risicoanalyse/operationeel/").text
    assert client.get(f"/risicoanalyse/{een.analyse_id}").status_code == 404  # it has its own page


def test_search_finds_it_by_its_risks_and_only_for_who_may_see_it(
    coordinator: FlaskClient, make_analyse: Make, client_for: Client
) -> None:
    make_analyse(risicos=(("Vuurwerk in de fractiekamer", (3, 3, 2, 2)),), titel="Jaarlijks")
    for client, gevonden in ((coordinator, True), (client_for(Rol.MEDEWERKER), False)):
        assert ("Jaarlijks" in client.get("/zoeken?q=vuurwerk").text) is gevonden


def test_search_tells_versions_apart(coordinator: FlaskClient, make_analyse: Make) -> None:
    analyse = make_analyse(titel="Jaarlijks", vastgesteld=vandaag())
    coordinator.post(f"/risicoanalyse/{analyse.id}/versies")
    page = coordinator.get("/zoeken?q=jaarlijks").text
    assert "Jaarlijks, versie 1" in page
    assert "Jaarlijks, versie 2" in page


def test_search_keeps_up_with_what_changes(coordinator: FlaskClient, make_analyse: Make) -> None:
    analyse = make_analyse()
    coordinator.post(f"/risicoanalyse/{analyse.id}/risicos/{analyse.risicos[0].id}/weg")
    doc = db.session.scalars(select(Zoekdoc).filter_by(soort="analyse")).one()
    assert "tribune" not in doc.tekst


def test_other_rooms_ask_the_same(
    app: Flask,
    make_analyse: Make,
    make_inschatting: Callable[..., Any],
    maker: Gebruiker,
    make_gebruiker: MakeGebruiker,
) -> None:
    analyse, een = make_analyse(), make_inschatting()
    griffier, ander = make_gebruiker(Rol.GRIFFIER), make_gebruiker(Rol.MEDEWERKER)
    assert objecten.may_work_on(maker, "analyse", analyse.id)
    assert objecten.may_see(griffier, "analyse", analyse.id)
    assert not objecten.may_work_on(griffier, "analyse", analyse.id)
    assert not objecten.may_see(ander, "analyse", analyse.id)
    assert not objecten.may_work_on(make_gebruiker(Rol.BEVEILIGING), "analyse", analyse.id)
    with app.test_request_context():
        assert objecten.url_of("analyse", analyse.id) == f"/risicoanalyse/{analyse.id}"
        pad = f"/risicoanalyse/operationeel/{een.analyse_id}"
        assert objecten.url_of("analyse", een.analyse_id) == pad


def test_the_list_narrows_down(coordinator: FlaskClient, make_analyse: Make, app: Flask) -> None:
    make_analyse(titel="Oud", vastgesteld=vandaag().replace(year=vandaag().year - 2))
    make_analyse(titel="Nieuw", vastgesteld=vandaag())
    make_analyse(titel="Bezig")
    for keuze, titel in (("geldig", "Nieuw"), ("verlopen", "Oud"), ("onderhanden", "Bezig")):
        rijen = read_page(coordinator.get(f"/risicoanalyse/?welke={keuze}")).select("tbody tr")
        assert [titel in rij.text for rij in rijen] == [True]
    assert len(read_page(coordinator.get("/risicoanalyse/?welke=onzin")).select("tbody tr")) == 3
    leeg = read_page(coordinator.get(f"/risicoanalyse/?soort={Soort.BELEIDSGEBIED}&gebied=9"))
    assert "Filters wissen" in text_of(leeg, "#analyses")
    assert not read_page(coordinator.get("/risicoanalyse/?welke=vervangen")).select("tbody tr")


def test_the_list_goes_on_and_asks_the_same(coordinator: FlaskClient, make_analyse: Make) -> None:
    make_analyse()
    coordinator.get("/risicoanalyse/")
    with count_queries() as een:
        coordinator.get("/risicoanalyse/")
    for n in range(30):
        make_analyse(titel=f"Analyse {n}")
    with count_queries() as veel:
        page = read_page(coordinator.get("/risicoanalyse/"))
    assert len(een) <= len(veel) <= len(een) + 1 <= 8  # counting, once there is more than a page
    volgende = page.select_one("a[rel=next]")
    assert volgende is not None
    assert len(read_page(coordinator.get(str(volgende["href"]))).select("tbody tr")) == 6
    assert coordinator.get("/risicoanalyse/?na=onzin").status_code == 303

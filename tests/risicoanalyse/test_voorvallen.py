"""Incidents feed risks: those since an analysis was made, and those that are linked to a risk."""

import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from zipfile import ZipFile

import pytest
from flask.testing import FlaskClient

from tests.incidenten.conftest import make_incident as make_incident
from tests.pages import form_data, read_page, text_of
from tests.risicoanalyse.conftest import Make, MakeGebruiker
from vob.core.clock import nu, vandaag
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten import voorvallen as incidenten
from vob.incidenten.models import Betrokkene
from vob.incidenten.values import Betrokkenrol, Ernst, Status
from vob.organisatie.models import Organisatie
from vob.risicoanalyse.models import Analyse
from vob.risicoanalyse.models_bibliotheek import Beleidsgebied
from vob.risicoanalyse.values import Soort
from vob.risicoanalyse.views import overzicht as views

Maak = Callable[..., Any]
KOPPEL = "#incidenten form:has([name=nummer])"


@pytest.fixture
def gebied(make_gebied: Callable[..., Beleidsgebied]) -> Beleidsgebied:
    return make_gebied(trefwoorden="azc, opvang")


@pytest.fixture
def analyse(make_analyse: Make, gebied: Beleidsgebied) -> Analyse:
    dag = vandaag() - timedelta(days=60)
    return make_analyse(Soort.BELEIDSGEBIED, beleidsgebied_id=gebied.id, vastgesteld=dag)


@pytest.fixture
def melder(make_gebruiker: MakeGebruiker) -> Gebruiker:
    return make_gebruiker(Rol.MEDEWERKER)


def show(client: FlaskClient, analyse: Analyse) -> str:
    return text_of(read_page(client.get(f"/risicoanalyse/{analyse.id}")), "main")


def test_only_those_of_its_area_and_since_it_was_made(
    coordinator: FlaskClient, analyse: Analyse, melder: Gebruiker, make_incident: Maak
) -> None:
    make_incident(melder, titel="Steen door de ruit", onderwerp="AZC aan de dijk")
    make_incident(melder, titel="Geschreeuw aan de balie", onderwerp="paspoort")
    make_incident(melder, titel="Oefening opvang", is_proef=True)
    make_incident(melder, titel="Opvang geheim", is_vertrouwelijk=True)
    page = show(coordinator, analyse)
    assert "Steen door de ruit" in page
    assert "Geschreeuw" not in page
    assert "Oefening" not in page
    assert "geheim" not in page
    assert "Ingehaald" not in page


@pytest.mark.parametrize(
    ("aantal", "ernst"), [(3, Ernst.HINDERLIJK), (1, Ernst.ZEER_ERNSTIG)], ids=["veel", "ernstig"]
)
def test_number_or_seriousness_asks_for_a_new_look(
    coordinator: FlaskClient,
    analyse: Analyse,
    melder: Gebruiker,
    make_incident: Maak,
    aantal: int,
    ernst: Ernst,
) -> None:
    for _ in range(aantal):
        make_incident(melder, titel="Onrust bij de opvang", ernst=ernst)
    assert "Ingehaald door wat er gebeurde" in show(coordinator, analyse)
    assert "opnieuw beoordelen" in coordinator.get("/risicoanalyse/overzicht").text


def rij(client: FlaskClient) -> str:
    return text_of(read_page(client.get("/risicoanalyse/overzicht")), "#analyses tbody tr")


def test_who_decides_reads_that_it_was_overtaken_without_seeing_a_case(
    bestuurder: FlaskClient, analyse: Analyse, melder: Gebruiker, make_incident: Maak
) -> None:
    for _ in range(3):
        make_incident(melder, titel="Onrust bij de opvang")
    assert "opnieuw beoordelen" in rij(bestuurder)
    page = show(bestuurder, analyse)
    assert "Ingehaald door wat er gebeurde" in page
    assert "Onrust bij" not in page


@pytest.mark.parametrize(
    ("aantal", "bestuurder_leest", "coordinator_leest"),
    [
        (0, "minder dan 5 incidenten", "0 incidenten"),
        (4, "minder dan 5 incidenten", "4 incidenten"),
        (5, "5 incidenten", "5 incidenten"),
    ],
)
def test_a_small_number_stands_on_the_screen_of_the_coordinator_only(
    bestuurder: FlaskClient,
    coordinator: FlaskClient,
    analyse: Analyse,
    melder: Gebruiker,
    make_incident: Maak,
    aantal: int,
    bestuurder_leest: str,
    coordinator_leest: str,
) -> None:
    for _ in range(aantal):
        make_incident(melder, titel="Onrust bij de opvang")
    assert bestuurder_leest in rij(bestuurder)
    assert coordinator_leest in rij(coordinator)
    if aantal:
        assert bestuurder_leest in show(bestuurder, analyse)
        assert coordinator_leest in show(coordinator, analyse)


@pytest.mark.parametrize(("aantal", "leest"), [(4, "minder dan 5 incidenten"), (5, "5 incidenten")])
def test_on_paper_stand_a_verdict_and_no_case_or_small_number(
    coordinator: FlaskClient,
    analyse: Analyse,
    melder: Gebruiker,
    make_incident: Maak,
    aantal: int,
    leest: str,
) -> None:
    zaken = [make_incident(melder, titel="Onrust bij de opvang") for _ in range(aantal)]
    response = coordinator.get(f"/risicoanalyse/{analyse.id}/rapport.odt")
    inhoud = ZipFile(io.BytesIO(response.data)).read("content.xml").decode()
    assert f"Sinds deze analyse: {leest} in dit gebied. Beoordeel de risico’s opnieuw." in inhoud
    assert not any(zaak.nummer in inhoud or "Onrust bij" in inhoud for zaak in zaken)


def test_the_page_for_the_board_holds_no_small_number(
    coordinator: FlaskClient,
    analyse: Analyse,
    melder: Gebruiker,
    make_incident: Maak,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for _ in range(4):
        make_incident(melder, titel="Onrust bij de opvang")
    gemaakt: list[str] = []
    monkeypatch.setattr(views, "pdf_response", lambda html, _naam: gemaakt.append(html) or html)
    coordinator.get("/risicoanalyse/overzicht.pdf")
    assert "minder dan 5 incidenten" in gemaakt[0]
    assert "opnieuw" in gemaakt[0]


def test_a_coordinator_who_did_it_does_not_count_that_case(
    coordinator: FlaskClient,
    analyse: Analyse,
    melder: Gebruiker,
    maker: Gebruiker,
    make_incident: Maak,
) -> None:
    zaak = make_incident(melder, titel="Ruzie over de opvang")
    wie = {"incident_id": zaak.id, "gebruiker_id": maker.id}
    db.session.query(Betrokkene).filter_by(**wie).delete()  # of the line it came in by
    db.session.add(Betrokkene(**wie, rol=Betrokkenrol.VEROORZAKER, sinds=nu()))
    db.session.commit()
    assert "0 incidenten" in rij(coordinator)


def test_the_whole_organisation_has_a_number_of_its_own(
    coordinator: FlaskClient,
    make_analyse: Make,
    melder: Gebruiker,
    make_incident: Maak,
    organisatie: Organisatie,
) -> None:
    analyse = make_analyse(vastgesteld=vandaag() - timedelta(days=9))
    for _ in range(3):
        make_incident(melder, titel="Iets", ernst=Ernst.ZEER_ERNSTIG)
    assert "Ingehaald" not in show(coordinator, analyse)
    organisatie.instellingen = {"risico_incidenten_alle": 3}
    db.session.commit()
    assert "Ingehaald" in show(coordinator, analyse)


def test_a_small_area_is_not_lost_behind_much_else(
    coordinator: FlaskClient,
    analyse: Analyse,
    make_analyse: Make,
    melder: Gebruiker,
    make_incident: Maak,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(incidenten, "MEESTE", 2)
    make_analyse(vastgesteld=vandaag() - timedelta(days=60))
    for titel in ("Ruzie in het AZC", "Geroep om Één Vuur", "Balie", "Balie", "Balie"):
        make_incident(melder, titel=titel)
    analyse.beleidsgebied.trefwoorden = "azc, één vuur, 100%"  # type: ignore[union-attr]  # it has one
    db.session.commit()
    page = show(coordinator, analyse)
    assert "Ruzie in het AZC" in page
    assert "Geroep om Één Vuur" in page
    assert "Balie" not in page
    page = read_page(coordinator.get("/risicoanalyse/overzicht"))
    aantallen = {cel.text.strip() for cel in page.select("#analyses td[data-label=Sindsdien]")}
    assert "2 incidenten" in aantallen  # of the area


def test_one_case_of_life_and_death_overtakes_the_whole_organisation(
    coordinator: FlaskClient, make_analyse: Make, melder: Gebruiker, make_incident: Maak
) -> None:
    analyse = make_analyse(vastgesteld=vandaag() - timedelta(days=9))
    make_incident(melder, titel="Iets", ernst=Ernst.ACUUT)
    assert "Ingehaald" in show(coordinator, analyse)


def test_a_handled_case_is_linked_to_a_risk_once_and_let_go(
    coordinator: FlaskClient, analyse: Analyse, melder: Gebruiker, make_incident: Maak
) -> None:
    zaak = make_incident(melder, titel="Vuurwerk", status=Status.AFGEHANDELD)
    pad = f"/risicoanalyse/{analyse.id}/risicos/{analyse.risicos[0].id}"
    data = form_data(read_page(coordinator.get(pad)), KOPPEL)
    for _ in range(2):
        response = coordinator.post(f"{pad}/incidenten", data=data | {"nummer": zaak.nummer})
        assert response.status_code == 303
    page = read_page(coordinator.get(pad))
    assert len(page.select("#incidenten li")) == 1
    weg = form_data(page, "#incidenten li form")
    coordinator.post(f"{pad}/incidenten/weg", data=weg)
    assert not read_page(coordinator.get(pad)).select("#incidenten li")


def test_what_still_runs_or_is_not_to_be_seen_is_not_linked(
    coordinator: FlaskClient, analyse: Analyse, melder: Gebruiker, make_incident: Maak
) -> None:
    loopt, geheim = make_incident(melder), make_incident(melder, is_vertrouwelijk=True)
    pad = f"/risicoanalyse/{analyse.id}/risicos/{analyse.risicos[0].id}"
    data = form_data(read_page(coordinator.get(pad)), KOPPEL)
    for nummer, status in ((loopt.nummer, 422), (geheim.nummer, 422), ("2020-1", 422), ("", 422)):
        response = coordinator.post(f"{pad}/incidenten", data=data | {"nummer": nummer})
        assert response.status_code == status
        assert read_page(response).select_one("#nummer-fout") is not None


def test_who_may_not_see_the_case_does_not_see_it_at_the_risk(
    coordinator: FlaskClient,
    analyse: Analyse,
    melder: Gebruiker,
    make_incident: Maak,
    client_for: Callable[..., FlaskClient],
) -> None:
    zaak = make_incident(melder, titel="Vuurwerk", status=Status.GESLOTEN)
    pad = f"/risicoanalyse/{analyse.id}/risicos/{analyse.risicos[0].id}"
    data = form_data(read_page(coordinator.get(pad)), KOPPEL)
    coordinator.post(f"{pad}/incidenten", data=data | {"nummer": zaak.nummer})
    bestuurder = client_for(Rol.BESTUURDER)
    assert "Vuurwerk" not in bestuurder.get(pad).text
    assert "Vuurwerk" not in bestuurder.get(f"/risicoanalyse/{analyse.id}").text
    assert bestuurder.post(f"{pad}/incidenten", data=data).status_code == 403


def test_about_a_person_no_incidents_are_looked_for(
    coordinator: FlaskClient, make_analyse: Make, melder: Gebruiker, make_incident: Maak
) -> None:
    zaak = make_incident(melder, status=Status.GESLOTEN)
    analyse = make_analyse(Soort.PERSOON, persoon_id=melder.id)
    pad = f"/risicoanalyse/{analyse.id}/risicos/{analyse.risicos[0].id}"
    assert not read_page(coordinator.get(pad)).select("#incidenten")
    response = coordinator.post(f"{pad}/incidenten", data={"nummer": zaak.nummer})
    assert response.status_code == 404


def test_letting_go_of_what_is_not_linked_changes_nothing(
    coordinator: FlaskClient, analyse: Analyse
) -> None:
    pad = f"/risicoanalyse/{analyse.id}/risicos/{analyse.risicos[0].id}/incidenten/weg"
    assert coordinator.post(pad, data={"incident": "9"}).status_code == 303

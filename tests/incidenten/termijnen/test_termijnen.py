"""The clocks of a case: who gets the action, starting and stopping, and the page with all."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient

from tests.pages import form_data, read_page, text_of
from vob.acties.models import Actie
from vob.acties.values import Status as Actiestatus
from vob.core.clock import nu, vandaag
from vob.core.permissions import Rol
from vob.data import AuditRegel, db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.deelnemers import assign_behandelaar
from vob.incidenten.models import Incident
from vob.incidenten.termijnen.models import Zaaktermijn
from vob.incidenten.termijnen.operations import start_termijn, stop_termijn
from vob.incidenten.termijnen.values import Termijnsoort
from vob.incidenten.values import Vorm
from vob.organisatie.models import Organisatie

from ..test_queries_count import statements

ClientOf = Callable[[Gebruiker], FlaskClient]
Maker = Callable[..., Gebruiker]
Zaken = Callable[..., Incident]
S = Termijnsoort


def termijnen(zaak: Incident) -> dict[Termijnsoort, Zaaktermijn]:
    stmt = db.select(Zaaktermijn).filter_by(incident_id=zaak.id)
    return {termijn.soort: termijn for termijn in db.session.scalars(stmt)}


def test_a_report_starts_its_clocks(
    coordinator: Gebruiker, melder: Gebruiker, make_incident: Zaken
) -> None:
    zaak = make_incident(melder, vormen=[Vorm.STALKING])
    lopend = termijnen(zaak)
    assert set(lopend) == {S.NAZORG, S.OPVANGGESPREK, S.KLACHT, S.CAMERABEELD}
    assert {termijn.actie.eigenaar_id for termijn in lopend.values()} == {coordinator.id}
    assert lopend[S.CAMERABEELD].actie.uiterlijk <= vandaag() + timedelta(days=1)


def test_a_drill_starts_none(
    coordinator: Gebruiker, melder: Gebruiker, make_incident: Zaken
) -> None:
    assert termijnen(make_incident(melder, is_proef=True, vormen=[Vorm.STALKING])) == {}


def test_who_it_is_about_never_owns_a_clock(
    make_gebruiker: Maker, make_incident: Zaken, coordinator: Gebruiker
) -> None:
    ander = make_gebruiker(Rol.COORDINATOR)
    zaak = make_incident(coordinator, getroffene_id=coordinator.id)
    gekozen = start_termijn(zaak, S.VOEGING, vandaag(), eigenaar_id=coordinator.id)
    assert {t.actie.eigenaar_id for t in [*termijnen(zaak).values(), gekozen]} == {ander.id}


def test_with_nobody_to_have_it_a_clock_runs_all_the_same(
    make_incident: Zaken, melder: Gebruiker
) -> None:
    nazorg = termijnen(make_incident(melder))[S.NAZORG]
    assert (nazorg.actie, nazorg.gestopt_op) == (None, None)


def test_the_actions_go_along_with_the_case(
    zaak: Incident, coordinator: Gebruiker, make_gebruiker: Maker
) -> None:
    griffier = make_gebruiker(Rol.GRIFFIER)
    start_termijn(zaak, S.VOEGING, vandaag(), eigenaar_id=coordinator.id)
    assign_behandelaar(zaak, griffier, coordinator, nu(), "is er nu")
    lopend = termijnen(zaak)
    assert lopend[S.NAZORG].actie.eigenaar_id == griffier.id
    assert lopend[S.VOEGING].actie.eigenaar_id == coordinator.id  # who was chosen stays


def test_starting_the_same_twice_is_once_and_another_day_moves_it(zaak: Incident) -> None:
    een = start_termijn(zaak, S.KLACHT, date(2026, 11, 1))
    assert start_termijn(zaak, S.KLACHT, date(2026, 11, 1)).id == een.id
    later = start_termijn(zaak, S.KLACHT, date(2026, 11, 30))
    assert (later.id, later.actie.uiterlijk) == (een.id, date(2027, 2, 28))


def test_every_victim_has_a_clock_of_their_own(zaak: Incident) -> None:
    een = start_termijn(zaak, S.KLACHT, vandaag(), betreft="Sanne")
    ander = start_termijn(zaak, S.KLACHT, vandaag(), betreft="Robin")
    assert een.id != ander.id
    assert stop_termijn(zaak, S.KLACHT, nu(), betreft="Robin", uitkomst="Ingediend.") is ander
    assert (een.gestopt_op, ander.actie.status) == (None, Actiestatus.GEDAAN)
    assert "Robin" not in ander.actie.titel + ander.actie.bewijs


def test_stopping_what_does_not_run_is_nothing_and_a_new_moment_starts_anew(
    zaak: Incident,
) -> None:
    assert stop_termijn(zaak, S.VOEGING, nu()) is None
    een = start_termijn(zaak, S.VOEGING, date(2026, 11, 1))
    stop_termijn(zaak, S.VOEGING, nu())
    assert start_termijn(zaak, S.VOEGING, date(2026, 11, 1)).gestopt_op is not None
    assert start_termijn(zaak, S.VOEGING, date(2026, 11, 9)).id != een.id


def test_the_term_is_a_setting(zaak: Incident, organisatie: Organisatie, app: object) -> None:
    organisatie.instellingen = {"termijn_voeging": 10}
    db.session.commit()
    assert start_termijn(zaak, S.VOEGING, date(2026, 11, 1)).actie.uiterlijk == date(2026, 11, 11)


def test_finishing_the_action_stops_the_clock_and_opening_it_again_starts_it(
    client: FlaskClient, zaak: Incident
) -> None:
    actie = termijnen(zaak)[S.NAZORG].actie
    pad = f"/acties/{actie.id}/status"
    client.post(pad, data={"naar": "gedaan", "toelichting": "Gebeld."})
    assert termijnen(zaak)[S.NAZORG].gestopt_op is not None
    client.post(pad, data={"naar": "open", "toelichting": ""})
    assert termijnen(zaak)[S.NAZORG].gestopt_op is None


def test_another_action_of_the_case_touches_no_clock(
    client: FlaskClient, zaak: Incident, coordinator: Gebruiker
) -> None:
    actie = Actie(
        titel="Bellen",
        eigenaar_id=coordinator.id,
        gemaakt_door_id=coordinator.id,
        uiterlijk=vandaag(),
        bron_soort="incident",
        bron_id=zaak.id,
    )
    db.session.add(actie)
    db.session.commit()
    antwoord = client.post(f"/acties/{actie.id}/status", data={"naar": "gedaan"})
    assert antwoord.status_code == 303
    assert termijnen(zaak)[S.NAZORG].gestopt_op is None


def test_the_page_of_the_case_starts_and_finishes_a_clock(
    client: FlaskClient, zaak: Incident
) -> None:
    pad = f"/incidenten/{zaak.nummer}/termijnen"
    page = read_page(client.get(pad))
    assert "Nazorg aanbieden" in text_of(page, "table")
    data = form_data(page, "#starten form") | {"soort": "voeging", "vanaf": "2026-11-01"}
    assert [client.post(pad, data=data).status_code for _ in range(2)] == [303, 303]
    termijn = termijnen(zaak)[S.VOEGING]
    stop = f"{pad}/{termijn.id}"
    assert client.post(stop, data={"uitkomst": ""}).status_code == 422
    data = form_data(read_page(client.get(stop)), "main form") | {"uitkomst": "Verstuurd."}
    assert client.post(stop, data=data).status_code == 303
    assert "Verstuurd." in text_of(read_page(client.get(pad)), f"#termijn-{termijn.id}")
    assert client.get(stop).status_code == 404


def test_a_clock_cannot_be_finished_in_the_future(client: FlaskClient, zaak: Incident) -> None:
    termijn = termijnen(zaak)[S.NAZORG]
    data = {"uitkomst": "Gebeld.", "moment": "2199-01-01T10:00"}
    antwoord = client.post(f"/incidenten/{zaak.nummer}/termijnen/{termijn.id}", data=data)
    assert (antwoord.status_code, "nog niet geweest" in antwoord.text) == (422, True)


def test_reading_the_clocks_of_a_case_is_recorded(client: FlaskClient, zaak: Incident) -> None:
    client.get(f"/incidenten/{zaak.nummer}/termijnen")
    stmt = db.select(AuditRegel).filter_by(actie="ingezien", object_id=zaak.id)
    assert db.session.scalars(stmt).one().tabel == "incident"


def test_melder_and_strangers_find_nothing(
    client_of: ClientOf, melder: Gebruiker, make_gebruiker: Maker, zaak: Incident
) -> None:
    pad = f"/incidenten/{zaak.nummer}/termijnen"
    assert client_of(melder).get(pad).status_code == 403
    griffier = client_of(make_gebruiker(Rol.GRIFFIER))
    assert griffier.get(pad).status_code == 404
    assert griffier.get(f"{pad}/{termijnen(zaak)[S.NAZORG].id}").status_code == 404


def test_one_page_shows_every_clock_the_most_urgent_first(
    client: FlaskClient, zaak: Incident
) -> None:
    start_termijn(zaak, S.CJIB, date(2020, 1, 1))
    db.session.commit()
    page = read_page(client.get("/incidenten/termijnen"))
    rijen = [rij.text for rij in page.select("tbody tr")]
    assert "Voorschot" in rijen[0]
    assert "Te laat" in rijen[0]
    assert len(rijen) == 3


@pytest.mark.parametrize(
    ("query", "aantal"),
    [("urgentie=te-laat", 1), ("soort=nazorg", 1), ("van=mij", 3), ("urgentie=later", 0)],
)
def test_the_filters_stand_in_the_address(
    client: FlaskClient, zaak: Incident, query: str, aantal: int
) -> None:
    start_termijn(zaak, S.CJIB, date(2020, 1, 1))
    db.session.commit()
    page = read_page(client.get(f"/incidenten/termijnen?{query}&onzin=1"))
    assert len(page.select("tbody tr")) == aantal


def test_clocks_of_cases_one_does_not_handle_are_not_there(
    client_of: ClientOf,
    zaak: Incident,
    make_gebruiker: Maker,
    make_incident: Zaken,
    melder: Gebruiker,
) -> None:
    geheim = make_incident(melder, is_vertrouwelijk=True)
    assert termijnen(geheim)
    for rol in (Rol.GRIFFIER, Rol.COORDINATOR):
        page = client_of(make_gebruiker(rol)).get("/incidenten/termijnen").text
        assert (zaak.nummer in page, geheim.nummer in page) == (rol is Rol.COORDINATOR, False)


def test_the_overview_asks_the_same_for_many(
    client: FlaskClient, melder: Gebruiker, make_incident: Zaken, zaak: Incident
) -> None:
    een = statements(client, "/incidenten/termijnen")
    for _ in range(12):
        make_incident(melder)
    veel = statements(client, "/incidenten/termijnen")
    assert een <= veel <= een + 1 <= 8  # counting, once there is more than a page
    assert statements(client, f"/incidenten/{zaak.nummer}/termijnen") <= 8

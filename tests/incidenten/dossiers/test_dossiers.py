"""Cases that belong together, for the coordinator only."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import text

from tests.pages import form_data, read_page, text_of
from vob.core.permissions import Rol
from vob.data import AuditRegel, db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.dossiers.models import Dossier, Dossierzaak
from vob.incidenten.models import Incident
from vob.web import objecten

from ..test_queries_count import statements

ClientOf = Callable[[Gebruiker], FlaskClient]
Maker = Callable[..., Gebruiker]
Zaken = Callable[..., Incident]


def link(client: FlaskClient, zaak: Incident, **velden: Any):  # type: ignore[no-untyped-def]  # a TestResponse
    pad = f"/incidenten/{zaak.nummer}/verbanden"
    data = form_data(read_page(client.get(pad)), "#koppelen form")
    data |= {"titel": "Boze buurman", "soort": "persoon", "reden": "zelfde nummerbord"}
    return client.post(pad, data=data | velden)


def dossier() -> Dossier:
    return db.session.scalars(db.select(Dossier)).one()


def test_cases_are_put_together(
    client: FlaskClient, zaak: Incident, make_incident: Zaken, melder: Gebruiker
) -> None:
    ander = make_incident(melder, titel="Weer hij")
    assert link(client, zaak).status_code == 303
    assert link(client, ander, dossier=str(dossier().id)).status_code == 303
    page = read_page(client.get(f"/incidenten/dossiers/{dossier().id}"))
    for deel in (zaak.nummer, "Weer hij", "zelfde nummerbord", "Boze buurman"):
        assert deel in page.text
    tabs = text_of(read_page(client.get(f"/incidenten/{zaak.nummer}")), "#onderdelen")
    assert "Verbanden" in tabs
    assert "Boze buurman" in client.get("/incidenten/dossiers/").text


def test_once_is_enough_and_a_new_one_needs_a_name(client: FlaskClient, zaak: Incident) -> None:
    assert link(client, zaak, titel="").status_code == 422
    assert link(client, zaak, reden="").status_code == 422
    link(client, zaak, eenmalig="een")
    assert link(client, zaak, eenmalig="een").status_code == 303
    assert link(client, zaak, dossier=str(dossier().id)).status_code == 409
    assert db.session.query(Dossierzaak).count() == 1


def test_earlier_cases_are_shown(
    client: FlaskClient, melder: Gebruiker, make_incident: Zaken, make_gebruiker: Maker
) -> None:
    zaak = make_incident(melder, onderwerp="Windmolens")
    zelfde = make_incident(melder)
    onderwerp = make_incident(make_gebruiker(Rol.AMBTSDRAGER), onderwerp="Windmolens")
    proef = make_incident(melder, is_proef=True)
    los = make_incident(make_gebruiker(Rol.AMBTSDRAGER))
    eerder = text_of(read_page(client.get(f"/incidenten/{zaak.nummer}/verbanden")), "#eerder")
    gezien = {z.nummer for z in (zaak, zelfde, onderwerp, proef, los) if z.nummer in eerder}
    assert gezien == {zelfde.nummer, onderwerp.nummer}


def test_a_hidden_case_shows_nowhere(
    client: FlaskClient,
    client_of: ClientOf,
    make_gebruiker: Maker,
    zaak: Incident,
    make_incident: Zaken,
    melder: Gebruiker,
) -> None:
    geheim = make_incident(melder, is_vertrouwelijk=True)
    link(client, geheim)
    ander = client_of(make_gebruiker(Rol.COORDINATOR))
    pad = f"/incidenten/dossiers/{dossier().id}"
    for _ in range(2):
        assert ander.get(pad).status_code == 404
        for lijst in ("/incidenten/dossiers/", f"/incidenten/{zaak.nummer}/verbanden"):
            assert "Boze buurman" not in ander.get(lijst).text
            assert geheim.nummer not in ander.get(lijst).text
        link(client, zaak, dossier=str(dossier().id))
    assert link(ander, zaak, dossier=str(dossier().id)).status_code != 303
    assert client.get(pad).status_code == 200


def test_a_dossier_disappears_for_who_is_no_longer_to_know_of_a_case_in_it(
    client: FlaskClient,
    client_of: ClientOf,
    make_gebruiker: Maker,
    zaak: Incident,
    make_incident: Zaken,
    melder: Gebruiker,
) -> None:
    ander, gewoon = client_of(make_gebruiker(Rol.COORDINATOR, naam="Dirk Dader")), zaak
    link(client, gewoon)
    pad = f"/incidenten/dossiers/{dossier().id}"
    assert ander.get(pad).status_code == 200
    over_hem = make_incident(melder, veroorzaker="Dirk Dader")
    link(client, over_hem, dossier=str(dossier().id))
    assert ander.get(pad).status_code == 404
    page = read_page(ander.get(f"/incidenten/{gewoon.nummer}/verbanden"))
    assert "Boze buurman" not in page.text
    assert not page.select("#dossier option[value='1']")
    assert "Verbanden1" not in text_of(page, "#onderdelen").replace(" ", "")


def test_taking_a_case_out_asks_a_reason(client: FlaskClient, zaak: Incident) -> None:
    link(client, zaak)
    pad = f"/incidenten/dossiers/{dossier().id}/zaken/{zaak.nummer}/verwijderen"
    assert client.post(pad).status_code == 409
    assert client.post(pad, data={"reden": "een ander"}).status_code == 303
    assert client.post(pad, data={"reden": "een ander"}).status_code == 404
    assert "een ander" in client.get(f"/incidenten/{zaak.nummer}").text
    assert client.get(f"/incidenten/dossiers/{dossier().id}").status_code == 200  # mine, and empty


def test_a_dossier_is_changed_by_one_at_a_time(client: FlaskClient, zaak: Incident) -> None:
    link(client, zaak)
    pad = f"/incidenten/dossiers/{dossier().id}"
    data = form_data(read_page(client.get(pad)), "#gegevens form")
    assert client.post(pad, data=data | {"titel": ""}).status_code == 422
    assert client.post(pad, data=data | {"titel": "Buurman"}).status_code == 303
    assert client.post(pad, data=data | {"titel": "Ander"}).status_code == 409
    assert dossier().titel == "Buurman"


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol is not Rol.COORDINATOR])
def test_only_the_coordinator_sees_earlier_cases(
    client: FlaskClient, client_for: Callable[..., FlaskClient], zaak: Incident, rol: Rol
) -> None:
    link(client, zaak)
    ander = client_for(rol)
    for pad in (f"{zaak.nummer}/verbanden", "dossiers/", f"dossiers/{dossier().id}"):
        assert ander.get(f"/incidenten/{pad}").status_code == 403


def test_others_do_not_see_the_object(
    make_gebruiker: Maker, coordinator: Gebruiker, client: FlaskClient, zaak: Incident
) -> None:
    link(client, zaak)
    assert objecten.may_see(coordinator, "dossier", dossier().id)
    assert not objecten.may_see(make_gebruiker(Rol.GRIFFIER), "dossier", dossier().id)


def test_reading_is_recorded_and_the_title_encrypted(client: FlaskClient, zaak: Incident) -> None:
    link(client, zaak)
    client.get(f"/incidenten/dossiers/{dossier().id}")
    stmt = db.select(AuditRegel).filter_by(actie="ingezien", tabel="dossier")
    assert db.session.scalars(stmt).one().object_id == dossier().id
    titel = db.session.execute(text("SELECT titel FROM dossier")).scalar_one()
    assert b"buurman" not in bytes(titel)


def test_the_pages_ask_little(
    client: FlaskClient, zaak: Incident, make_incident: Zaken, melder: Gebruiker
) -> None:
    link(client, zaak)
    paden = [f"/incidenten/{zaak.nummer}/verbanden", f"/incidenten/dossiers/{dossier().id}"]
    een = [statements(client, pad) for pad in (*paden, "/incidenten/dossiers/")]
    for _ in range(4):
        link(client, make_incident(melder), dossier=str(dossier().id))
    assert [statements(client, pad) for pad in (*paden, "/incidenten/dossiers/")] == een
    assert max(een) <= 8

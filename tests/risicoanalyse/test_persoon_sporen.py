"""What an analysis of a person leaves elsewhere: in the library, other versions, and actions."""

from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select, text

from tests.pages import form_data, read_page
from tests.risicoanalyse.conftest import KANARIE, MAIN, ClientOf, Make, MakeGebruiker
from vob.acties.models import Actie
from vob.concepten.models import Concept
from vob.core.clock import vandaag
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.risicoanalyse import bibliotheek
from vob.risicoanalyse.models import Analyse
from vob.risicoanalyse.values import Soort, Status


def from_library() -> list[Any]:
    """What the open columns tell of where risks and measures came from."""
    tabellen = (("scenario_id", "risico"), ("voorbeeld_id", "risicomaatregel"))
    return [
        waarde
        for kolom, tabel in tabellen
        for waarde in db.session.scalars(text(f"SELECT {kolom} FROM {tabel}"))  # noqa: S608 - our own names
    ]


def take_over(client: FlaskClient, analyse: Analyse) -> None:
    """The first measure that is suggested."""
    pad, risico = f"/risicoanalyse/{analyse.id}", analyse.risicos[0]
    page = read_page(client.get(f"{pad}/stap/maatregelen"))
    knop = form_data(page, f"#risico-{risico.id} .suggesties form")
    client.post(f"{pad}/risicos/{risico.id}/overnemen", data=knop)


def test_measures_are_suggested_and_taken_over_without_a_trace(
    eigen: Analyse, raadslid: Gebruiker, client_of: ClientOf
) -> None:
    voor = [m.id for m in bibliotheek.suggesties_for(eigen)[eigen.risicos[0].id]]
    take_over(client_of(raadslid), eigen)
    db.session.refresh(eigen)
    assert [m.voorbeeld_id for m in eigen.maatregelen][1:] == voor[:1]
    na = [m.id for m in bibliotheek.suggesties_for(eigen)[eigen.risicos[0].id]]
    assert na == voor[1:]
    assert from_library() == [None] * 3
    assert (bibliotheek.scenario_gebruik(), bibliotheek.maatregel_gebruik()) == ({}, {})


def make_versie(client: FlaskClient, analyse: Analyse) -> Analyse:
    """A second version, after the first was adopted."""
    analyse.status = Status.VASTGESTELD
    db.session.commit()
    assert client.post(f"/risicoanalyse/{analyse.id}/versies").status_code == 303
    return db.session.scalars(select(Analyse).filter_by(nummer=2)).one()


def test_a_new_version_knows_where_it_came_from_and_does_not_tell(
    eigen: Analyse, raadslid: Gebruiker, client_of: ClientOf
) -> None:
    versie = make_versie(client_of(raadslid), eigen)
    assert versie.risicos[0].scenario_id == eigen.risicos[0].scenario_id
    assert versie.maatregelen[0].voorbeeld_id == eigen.maatregelen[0].voorbeeld_id
    assert from_library() == [None] * 4


@pytest.fixture
def opgevolgd(
    make_analyse: Make, raadslid: Gebruiker, client_of: ClientOf
) -> tuple[Analyse, Analyse]:
    """Made by the coordinator, and then a version that the person made alone."""
    eerste = make_analyse(Soort.PERSOON, persoon_id=raadslid.id)
    return eerste, make_versie(client_of(raadslid), eerste)


def name_lezer(client: FlaskClient, analyse: Analyse, lezer: Gebruiker) -> None:
    pad = f"/risicoanalyse/{analyse.id}/meelezers"
    data = form_data(read_page(client.get(pad)), MAIN)
    assert client.post(pad, data=data | {"lezers": [str(lezer.id)]}).status_code == 303


def test_who_made_an_old_version_does_not_decide_who_reads_the_next(
    opgevolgd: tuple[Analyse, Analyse],
    coordinator: FlaskClient,
    make_gebruiker: MakeGebruiker,
    client_of: ClientOf,
) -> None:
    eerste, tweede = opgevolgd
    lezer = make_gebruiker(Rol.OPVANG)
    name_lezer(coordinator, eerste, lezer)
    client = client_of(lezer)
    paden = [f"/risicoanalyse/{versie.id}" for versie in (eerste, tweede)]
    assert [client.get(pad).status_code for pad in paden] == [200, 404]


def test_whom_the_person_names_reads_every_version(
    opgevolgd: tuple[Analyse, Analyse],
    raadslid: Gebruiker,
    make_gebruiker: MakeGebruiker,
    client_of: ClientOf,
) -> None:
    lezer = make_gebruiker(Rol.OPVANG)
    name_lezer(client_of(raadslid), opgevolgd[1], lezer)
    client = client_of(lezer)
    assert {client.get(f"/risicoanalyse/{een.id}").status_code for een in opgevolgd} == {200}


def test_of_a_version_one_may_not_see_there_is_no_number_state_or_date(
    opgevolgd: tuple[Analyse, Analyse], coordinator: FlaskClient
) -> None:
    eerste, tweede = opgevolgd
    eerste.status, tweede.status = Status.VERVANGEN, Status.VASTGESTELD
    db.session.commit()
    page = read_page(coordinator.get(f"/risicoanalyse/{eerste.id}"))
    assert [regel.text.strip() for regel in page.select("#versies li")] == ["Versie 1vervangen"]
    assert not page.select(f"main [href^='/risicoanalyse/{tweede.id}']")
    assert not page.select("main .note a")
    assert coordinator.get(f"/risicoanalyse/{eerste.id}/vergelijken").status_code == 404


def test_no_action_is_hung_on_it(
    make_analyse: Make, coordinator: FlaskClient, raadslid: Gebruiker
) -> None:
    persoonlijk = make_analyse(Soort.PERSOON, persoon_id=raadslid.id)
    gewoon = make_analyse()
    antwoorden = []
    for analyse in (persoonlijk, gewoon):
        pad = f"/acties/nieuw?soort=analyse&id={analyse.id}"
        data = form_data(read_page(coordinator.get(pad)), MAIN)
        antwoorden.append(coordinator.post(pad, data=data | {"titel": KANARIE}).status_code)
    assert antwoorden == [404, 303]


def test_what_was_hung_on_it_before_goes_with_it(
    eigen: Analyse, raadslid: Gebruiker, maker: Gebruiker, client_of: ClientOf
) -> None:
    acties = [
        Actie(
            titel=KANARIE,
            eigenaar_id=maker.id,
            gemaakt_door_id=raadslid.id,
            uiterlijk=vandaag(),
            bron_soort="analyse",
            bron_id=id,
        )
        for id in (eigen.id, eigen.id + 1)
    ]
    db.session.add_all(acties)
    db.session.commit()
    weg, blijft = (actie.id for actie in acties)
    client_of(maker).post("/concepten/", data={"_pad": f"/acties/{weg}/wijzigen", "titel": KANARIE})
    assert client_of(raadslid).post(f"/risicoanalyse/{eigen.id}/vernietigen").status_code == 303
    assert list(db.session.scalars(select(Actie.id))) == [blijft]
    assert db.session.scalars(select(Concept)).all() == []


def test_a_check_does_not_keep_its_number(
    eigen: Analyse, raadslid: Gebruiker, client_of: ClientOf, make_inschatting: Any
) -> None:
    checks = [make_inschatting(bron_soort="analyse", bron_id=id) for id in (eigen.id, eigen.id + 9)]
    client_of(raadslid).post(f"/risicoanalyse/{eigen.id}/vernietigen")
    for een in checks:
        db.session.refresh(een)
    assert [(een.bron_soort, een.bron_id) for een in checks] == [("", 0), ("analyse", eigen.id + 9)]


def test_a_check_does_not_point_at_it(
    make_analyse: Make, raadslid: Gebruiker, make_gebruiker: MakeGebruiker, client_of: ClientOf
) -> None:
    lezer = make_gebruiker(Rol.GRIFFIER)
    analyse = make_analyse(Soort.PERSOON, persoon_id=raadslid.id, lezers=(lezer,))
    pad = f"/risicoanalyse/operationeel/nieuw?soort=analyse&id={analyse.id}"
    assert form_data(read_page(client_of(lezer).get(pad)), MAIN)["bron_soort"] == ""

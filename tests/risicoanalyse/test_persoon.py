"""About a person: for all but that person, the maker and who is named, it is not there."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select, text

from tests.pages import form_data, read_page, text_of
from tests.risicoanalyse.conftest import KANARIE, MAIN, ClientOf, Make, MakeGebruiker
from vob.berichten.models import Bericht
from vob.concepten.models import Concept
from vob.core.clock import vandaag
from vob.core.organisatietype import Functie
from vob.core.permissions import Rol
from vob.data import AuditRegel, Base, db
from vob.data.backup import make_backup
from vob.gebruikers.models import Gebruiker
from vob.organisatie.models import Organisatie
from vob.risicoanalyse.models import Analyse
from vob.risicoanalyse.models_risico import Risico
from vob.risicoanalyse.values import Soort, Status


def everything_stored() -> Iterator[str]:
    """Every value of every table, as the database holds it."""
    for table in Base.metadata.tables:
        for row in db.session.execute(text(f'SELECT * FROM "{table}"')):  # noqa: S608 - our own names
            yield from (
                value.decode("latin-1") if isinstance(value, bytes) else str(value) for value in row
            )


def paden(analyse: Analyse) -> list[str]:
    pad, risico = f"/risicoanalyse/{analyse.id}", analyse.risicos[0].id
    maatregel = analyse.maatregelen[0].id
    delen = ("", "/stap/score", "/rapport.pdf", "/rapport.odt", "/vergelijken", "/vaststellen")
    delen += ("/terugsturen", "/meelezers", "/vernietigen", f"/risicos/{risico}")
    delen += (f"/risicos/{risico}/wijzigen", f"/risicos/{risico}/maatregelen/nieuw")
    return [pad + deel for deel in (*delen, f"/maatregelen/{maatregel}")]


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol is not Rol.BEVEILIGING])
def test_for_every_role_that_is_not_named_it_does_not_exist(
    eigen: Analyse, client_for: Callable[..., FlaskClient], rol: Rol
) -> None:
    client = client_for(rol)
    assert {pad: client.get(pad).status_code for pad in paden(eigen)} == dict.fromkeys(
        paden(eigen), 404
    )


@pytest.mark.parametrize("act", ["indienen", "terughalen", "versies", "vernietigen", "meelezers"])
def test_nobody_else_does_anything_with_it(
    eigen: Analyse, client_for: Callable[..., FlaskClient], act: str
) -> None:
    client = client_for(Rol.COORDINATOR, Rol.BESTUURDER)
    assert client.post(f"/risicoanalyse/{eigen.id}/{act}").status_code == 404


@pytest.mark.parametrize("rol", [Rol.BEHEERDER, Rol.COORDINATOR, Rol.BESTUURDER, Rol.FG])
def test_it_is_in_no_list_count_search_export_or_log(
    eigen: Analyse, client_for: Callable[..., FlaskClient], rol: Rol
) -> None:
    client = client_for(rol)
    for pad in (
        "/risicoanalyse/",
        "/risicoanalyse/risicos",
        "/risicoanalyse/risicos.csv",
        "/risicoanalyse/overzicht",
        "/acties/?welke=alle",
        f"/zoeken?q={KANARIE}",
        "/beheer/logboek",
        "/risicoanalyse/bibliotheek/",
        "/checklist/",
    ):
        inhoud = client.get(pad).text
        getypt = (f"q={KANARIE}", f'value="{KANARIE}"', f"‘{KANARIE}’")  # what the viewer typed
        for woord in getypt:
            inhoud = inhoud.replace(woord, "")
        assert KANARIE not in inhoud, pad
        assert f"/risicoanalyse/{eigen.id}" not in inhoud, pad
    lijst = read_page(client.get("/risicoanalyse/?soort=persoon"))
    assert not lijst.select("#analyses table")


def test_the_coordinator_counts_no_more_use_of_a_scenario(
    eigen: Analyse, coordinator: FlaskClient, raadslid: Gebruiker, client_of: ClientOf
) -> None:
    pagina = "/risicoanalyse/bibliotheek/"
    voor = text_of(read_page(coordinator.get(pagina)), "#scenarios")
    client, pad = client_of(raadslid), f"/risicoanalyse/{eigen.id}/stap/dreigingen"
    data = form_data(read_page(client.get(pad)), f"main form[action='{pad}']")
    eerste = read_page(client.get(pad)).select_one("#scenarios input")
    assert eerste is not None
    client.post(pad, data=data | {"scenarios": str(eerste["value"])})
    assert len(db.session.scalars(select(Risico)).all()) == 2
    assert text_of(read_page(coordinator.get(pagina)), "#scenarios") == voor


def test_nothing_of_it_stands_in_clear_in_database_backup_or_log(
    eigen: Analyse,
    raadslid: Gebruiker,
    client_of: ClientOf,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    client = client_of(raadslid)
    pad = f"/risicoanalyse/{eigen.id}/stap/bestaand"
    data = form_data(read_page(client.get(pad)), f"main form[action='{pad}']")
    client.post(pad, data=data | {f"bestaand_{eigen.risicos[0].id}": KANARIE})
    client.post("/concepten/", data={"_pad": pad, "deelnemers": KANARIE})
    assert KANARIE not in caplog.text
    assert not [waarde for waarde in everything_stored() if KANARIE.lower() in waarde.lower()]
    if db.engine.dialect.name == "sqlite":
        make_backup(db.engine, tmp_path / "backup")
        assert KANARIE.encode() not in (tmp_path / "backup").read_bytes()


def test_also_scores_dates_and_who_does_what_are_encrypted(eigen: Analyse) -> None:
    (risico,) = db.session.execute(text("SELECT * FROM risico")).mappings()
    leeg = {None, "", 0}
    open_ = {"id", "versie", "analyse_id", "volgorde", "lijn", "is_besloten", "geheim"}
    assert {k: v for k, v in risico.items() if k not in open_ and v not in leeg} == {}
    (maatregel,) = db.session.execute(text("SELECT * FROM risicomaatregel")).mappings()
    open_ |= {"risico_id"}
    assert {k: v for k, v in maatregel.items() if k not in open_ and v not in leeg} == {}


def test_the_person_reads_it_and_that_is_written_down(
    eigen: Analyse, raadslid: Gebruiker, client_of: ClientOf
) -> None:
    page = read_page(client_of(raadslid).get(f"/risicoanalyse/{eigen.id}"))
    assert KANARIE in text_of(page, "#risicos")
    assert KANARIE not in page.title.text if page.title else False
    regel = db.session.scalars(select(AuditRegel).filter_by(actie="ingezien")).one()
    assert (regel.tabel, regel.object_id, regel.actor_id) == ("analyse", eigen.id, raadslid.id)


def test_someone_named_reads_it_but_does_not_write(
    eigen: Analyse, raadslid: Gebruiker, client_of: ClientOf, make_gebruiker: MakeGebruiker
) -> None:
    genoemd = make_gebruiker(Rol.OPVANG)
    pad = f"/risicoanalyse/{eigen.id}/meelezers"
    client = client_of(raadslid)
    data = form_data(read_page(client.get(pad)), MAIN)
    client.post(pad, data=data | {"lezers": [str(genoemd.id)]})
    meelezer = client_of(genoemd)
    assert KANARIE in meelezer.get(f"/risicoanalyse/{eigen.id}").text
    assert "Persoonlijke risicoanalyse" in meelezer.get("/risicoanalyse/").text
    assert meelezer.get(f"/risicoanalyse/{eigen.id}/stap/score").status_code == 404
    (bericht,) = db.session.scalars(select(Bericht).filter_by(gebruiker_id=genoemd.id))
    assert bericht.pad == "/risicoanalyse/"  # not even its number
    client.post(pad, data=data | {"lezers": []})
    assert meelezer.get(f"/risicoanalyse/{eigen.id}").status_code == 404


def test_the_person_agrees_to_what_a_coordinator_made(
    make_analyse: Make,
    raadslid: Gebruiker,
    client_of: ClientOf,
    coordinator: FlaskClient,
    beslisser: Gebruiker,
) -> None:
    analyse = make_analyse(Soort.PERSOON, persoon_id=raadslid.id)
    assert coordinator.post(f"/risicoanalyse/{analyse.id}/indienen").status_code == 303
    client, pad = client_of(raadslid), f"/risicoanalyse/{analyse.id}/vaststellen"
    assert "wacht op uw besluit" in client.get("/").text
    data = form_data(read_page(client.get(pad)), MAIN)
    assert client.post(pad, data=data | {"akkoord": "y"}).status_code == 303
    db.session.refresh(analyse)
    assert analyse.status is Status.VASTGESTELD
    assert client_of(beslisser).get(pad).status_code == 404


def test_who_is_alone_in_it_must_name_someone_who_decides(
    eigen: Analyse, raadslid: Gebruiker, client_of: ClientOf
) -> None:
    client = client_of(raadslid)
    verder = read_page(client.get(f"/risicoanalyse/{eigen.id}")).select_one("#verder")
    assert verder is not None
    assert "noem een bestuurder" in verder.text
    assert verder.select("form") == []
    response = client.post(f"/risicoanalyse/{eigen.id}/indienen")
    assert response.status_code == 409
    assert "meelezer" in response.text


def test_measures_about_a_person_become_no_actions(
    make_analyse: Make, raadslid: Gebruiker, organisatie: Organisatie
) -> None:
    make_analyse(Soort.PERSOON, persoon_id=raadslid.id, vastgesteld=vandaag())
    assert db.session.execute(text("SELECT count(*) FROM actie")).scalar_one() == 0


def test_an_address_is_refused(eigen: Analyse, raadslid: Gebruiker, client_of: ClientOf) -> None:
    client, pad = client_of(raadslid), f"/risicoanalyse/{eigen.id}/stap/afbakening"
    data = form_data(read_page(client.get(pad)), f"main form[action='{pad}']")
    response = client.post(pad, data=data | {"belang": "Ik woon Dorpsstraat 1, 1234 AB"})
    assert response.status_code == 422
    assert "lijkt een adres" in text_of(read_page(response), "#fouten")
    goed = client.post(pad, data=data | {"advies_status": "ontvangen", "advies_op": "2026-05-01"})
    assert goed.status_code == 303


def test_the_person_withdraws_it_and_nothing_is_left(
    eigen: Analyse, raadslid: Gebruiker, client_of: ClientOf, beslisser: Gebruiker
) -> None:
    client, pad = client_of(raadslid), f"/risicoanalyse/{eigen.id}"
    client.post("/concepten/", data={"_pad": f"{pad}/stap/deelnemers", "deelnemers": KANARIE})
    client.post("/concepten/", data={"_pad": f"{pad}1/stap/score", "x": "van een andere"})
    read_page(client.get(f"{pad}/vernietigen"))
    assert client.post(f"{pad}/vernietigen").status_code == 303
    assert client.get(pad).status_code == 404
    assert db.session.scalars(select(Analyse)).all() == []
    assert db.session.scalars(select(Risico)).all() == []
    assert [c.pad for c in db.session.scalars(select(Concept))] == [f"{pad}1/stap/score"]
    regel = db.session.scalars(select(AuditRegel).filter_by(actie="vernietigd")).one()
    assert (regel.object_id, regel.kolommen) == (eigen.id, [])


def test_the_maker_does_not_destroy_what_is_about_another(
    make_analyse: Make, raadslid: Gebruiker, coordinator: FlaskClient
) -> None:
    analyse = make_analyse(Soort.PERSOON, persoon_id=raadslid.id)
    assert coordinator.get(f"/risicoanalyse/{analyse.id}/vernietigen").status_code == 404
    assert coordinator.post(f"/risicoanalyse/{analyse.id}/vernietigen").status_code == 404


def test_one_begins_ones_own_once(
    raadslid: Gebruiker, client_of: ClientOf, organisatie: Organisatie
) -> None:
    client = client_of(raadslid)
    assert "/stap/afbakening" in client.post("/risicoanalyse/persoonlijk").location
    (analyse,) = db.session.scalars(select(Analyse))
    assert (analyse.persoon_id, analyse.is_besloten) == (raadslid.id, True)
    assert client.post("/risicoanalyse/persoonlijk").location.endswith(f"/{analyse.id}")


def test_a_coordinator_who_makes_it_tells_the_person(
    raadslid: Gebruiker, coordinator: FlaskClient, maker: Gebruiker
) -> None:
    data = form_data(read_page(coordinator.get("/risicoanalyse/nieuw")), MAIN)
    persoon = {"soort": "persoon", "persoon_id": str(raadslid.id), "titel": KANARIE}
    coordinator.post("/risicoanalyse/nieuw", data=data | persoon)
    (analyse,) = db.session.scalars(select(Analyse))
    assert analyse.titel == "Persoonlijke risicoanalyse"
    assert [b.gebruiker_id for b in db.session.scalars(select(Bericht))] == [raadslid.id]


def test_each_risk_of_a_person_has_its_domain(
    eigen: Analyse, raadslid: Gebruiker, client_of: ClientOf
) -> None:
    client, pad = client_of(raadslid), f"/risicoanalyse/{eigen.id}/stap/score"
    data = form_data(read_page(client.get(pad)), f"main form[action='{pad}']")
    assert (
        client.post(pad, data=data | {f"domein_{eigen.risicos[0].id}": "wonen"}).status_code == 303
    )
    assert "Wonen" in client.get(f"/risicoanalyse/{eigen.id}").text


def test_a_measure_about_a_person_is_for_who_may_know(
    eigen: Analyse, raadslid: Gebruiker, client_of: ClientOf, maker: Gebruiker
) -> None:
    client = client_of(raadslid)
    pad = f"/risicoanalyse/{eigen.id}/risicos/{eigen.risicos[0].id}/maatregelen/nieuw"
    keuzes = read_page(client.get(pad)).select("#eigenaar_id option")
    assert [keuze.text for keuze in keuzes] == ["Kies wie", raadslid.naam]
    data = form_data(read_page(client.get(pad)), MAIN)
    nieuw = {"titel": "Slot", "type": "B", "werkt_op": "kans", "eigenaar_id": str(maker.id)}
    assert client.post(pad, data=data | nieuw).status_code == 422


def test_the_words_are_about_oneself(
    eigen: Analyse, raadslid: Gebruiker, client_of: ClientOf
) -> None:
    client = client_of(raadslid)
    page = read_page(client.get(f"/risicoanalyse/{eigen.id}/stap/deelnemers"))
    assert "Dat kunt u ook alleen doen." in page.text
    page = read_page(client.get(f"/risicoanalyse/{eigen.id}/stap/afbakening"))
    assert "mijn werk als wethouder" in page.text
    assert "de hele organisatie" not in text_of(page, "main form")


def test_whom_one_names_stands_there_with_their_function(
    eigen: Analyse, raadslid: Gebruiker, beslisser: Gebruiker, client_of: ClientOf
) -> None:
    beslisser.functie = Functie.BURGEMEESTER
    db.session.commit()
    page = read_page(client_of(raadslid).get(f"/risicoanalyse/{eigen.id}/meelezers"))
    assert "Bea Beslist, burgemeester" in text_of(page, "#lezers")

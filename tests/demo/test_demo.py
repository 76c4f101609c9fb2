import re
from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from tests.demo.conftest import MakeDemo
from tests.pages import read_page
from vob import cli
from vob.checklist.queries import progress
from vob.core.errors import RegelOvertreden
from vob.core.organisatietype import WOORDEN, Functie, Organisatietype
from vob.core.permissions import Rol
from vob.data import Zoekdoc, db
from vob.data.audit import check_chain
from vob.data.search import fold
from vob.demo.operations import make_demo
from vob.gebruikers.models import Gebruiker
from vob.gebruikers.views import DEMO_WACHTWOORD
from vob.incidenten.besprekingen.models import Bespreking
from vob.incidenten.models import Incident
from vob.incidenten.queries import eigen_meldingen
from vob.incidenten.values import Status
from vob.incidenten.vergaderingen.models import LogregelIncident
from vob.organisatie.models import Organisatie

ACCOUNTS = (
    *("medewerker", "raadslid", "wethouder", "burgemeester", "griffier", "woordvoerder"),
    *("coordinator", "opvang", "beveiliging", "fg", "beheerder"),
)


def user(code: str) -> Gebruiker:
    return db.session.scalars(select(Gebruiker).where(Gebruiker.email.startswith(f"{code}@"))).one()


@pytest.mark.parametrize(
    ("soort", "naam", "domein"),
    [
        (Organisatietype.GEMEENTE, "Waterrijk", "waterrijk.example"),
        (Organisatietype.WATERSCHAP, "De Vlietlanden", "vlietlanden.example"),
        (Organisatietype.PROVINCIE, "Middelland", "middelland.example"),
    ],
)
def test_each_type_has_its_name_and_the_accounts_of_the_contract(
    load_demo: MakeDemo, soort: Organisatietype, naam: str, domein: str
) -> None:
    assert load_demo(soort) == 60
    organisatie = db.session.scalars(select(Organisatie)).one()
    assert (organisatie.type, organisatie.naam, organisatie.is_demo) == (soort, naam, True)
    emails = db.session.scalars(select(Gebruiker.email).order_by(Gebruiker.id).limit(11)).all()
    assert list(emails) == [f"{code}@{domein}" for code in ACCOUNTS]


def test_the_accounts_are_on_the_login_page_and_work(load_demo: MakeDemo, app: Flask) -> None:
    load_demo()
    client = app.test_client()
    page = read_page(client.get("/inloggen"))
    assert all(f"{code}@waterrijk.example" in page.text for code in ACCOUNTS)
    data = {"email": "coordinator@waterrijk.example", "wachtwoord": DEMO_WACHTWOORD}
    assert client.post("/inloggen", data=data).status_code == 303
    assert read_page(client.get("/")).select("#vandaag li")


def test_it_bears_the_roles_that_its_people_have(load_demo: MakeDemo) -> None:
    load_demo()
    assert user("griffier").rollen == [Rol.GRIFFIER]
    assert user("burgemeester").functie is Functie.BURGEMEESTER
    assert not user("vertrokken").is_actief
    assert {Rol(rol) for code in ACCOUNTS for rol in user(code).rollen} == set(Rol)


def test_the_audit_chain_is_whole_and_cases_are_in_it(load_demo: MakeDemo) -> None:
    load_demo(aantal=80)
    assert list(check_chain(db.session)) == []


def test_what_the_bulk_writer_stores_is_what_the_model_would(load_demo: MakeDemo) -> None:
    load_demo(aantal=80)
    docs = {doc.ref: doc for doc in db.session.scalars(select(Zoekdoc).filter_by(soort="incident"))}
    for zaak in db.session.scalars(select(Incident)):
        vormen = [regel.vorm for regel in zaak.vormregels]
        assert sorted(vormen) == sorted(zaak.vormen)
        if (tekst := zaak.zoektekst()) is None:
            assert zaak.id not in docs
        else:
            assert docs[zaak.id].titel == tekst[0]
            assert docs[zaak.id].tekst == fold(" ".join(tekst))


def test_numbers_follow_each_other_within_a_year(load_demo: MakeDemo) -> None:
    load_demo(aantal=90)
    zaken = db.session.scalars(select(Incident).order_by(Incident.gemeld_op)).all()
    for jaar in {zaak.jaar for zaak in zaken}:
        volgnummers = [zaak.volgnummer for zaak in zaken if zaak.jaar == jaar]
        assert volgnummers == list(range(1, len(volgnummers) + 1))


def test_a_report_after_it_gets_the_next_number(
    load_demo: MakeDemo, client_of: Callable[[Gebruiker], FlaskClient]
) -> None:
    load_demo()
    laatste = db.session.scalar(select(func.max(Incident.id)))
    data = {
        "omschrijving": "Geschreeuw aan de balie.",
        "wie": "zelf",
        "hoofdvormen": ["schelden"],
        "voorval_op": "2025-01-06T10:00",
        "kanaal": "telefoon",
        "nu_veilig": "ja",
    }
    answer = client_of(user("medewerker")).post("/incidenten/melden", data=data)
    assert answer.status_code == 303
    assert db.session.scalar(select(func.max(Incident.id))) == (laatste or 0) + 1


def test_half_of_the_checklist_is_done(load_demo: MakeDemo, app: Flask) -> None:
    load_demo()
    with app.test_request_context():
        checklist = progress()
    assert checklist.ronde is not None
    assert 6 <= checklist.voortgang.gereed <= 12
    assert checklist.voortgang.bezig >= 5
    assert checklist.due_of(user("coordinator").id)


def test_the_melder_has_reports_and_nobody_sees_all(load_demo: MakeDemo) -> None:
    load_demo()
    mijn = db.session.scalars(eigen_meldingen(user("medewerker"))).all()
    assert 1 < len(mijn) < 10
    assert {zaak.status for zaak in mijn} - {Status.GESLOTEN}


def test_a_database_in_use_stays_as_it_is(load_demo: MakeDemo) -> None:
    load_demo()
    with pytest.raises(RegelOvertreden, match="al in gebruik"):
        make_demo(Organisatietype.GEMEENTE)


def run(app: Flask, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> Result:
    monkeypatch.setattr(cli, "_app", lambda: app)
    return CliRunner().invoke(cli.main, ["demo", *arguments])


def test_the_command_refuses_or_passes_when_asked_to(
    load_demo: MakeDemo, app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_demo()
    weigert = run(app, monkeypatch)
    assert weigert.exit_code == 1
    assert "al in gebruik" in weigert.output
    assert run(app, monkeypatch, "--als-leeg").exit_code == 0
    assert run(app, monkeypatch, "--incidenten", "5").exit_code == 2


def test_the_command_fills_an_empty_database(
    load_demo: MakeDemo, app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    gedaan = run(app, monkeypatch, "--type", "waterschap", "--als-leeg")
    assert gedaan.exit_code == 0, gedaan.output
    assert "60 incidenten" in gedaan.output
    assert user("griffier").email == "griffier@vlietlanden.example"


@pytest.mark.parametrize("soort", Organisatietype)
def test_a_case_was_made_of_the_log_of_a_meeting(
    load_demo: MakeDemo, client_of: Callable[[Gebruiker], FlaskClient], soort: Organisatietype
) -> None:
    load_demo(soort)
    regels = db.session.scalars(select(LogregelIncident)).all()
    vergadering = regels[0].logregel.vergadering
    zaak = regels[0].incident
    assert {regel.logregel.vergadering_id for regel in regels} == {vergadering.id}
    client = client_of(user("griffier"))
    log = read_page(client.get(f"/incidenten/vergaderingen/{vergadering.id}"))
    assert len(log.select(f"#log a[href='/incidenten/{zaak.nummer}']")) == len(regels) > 1
    page = read_page(client.get(f"/incidenten/{zaak.nummer}"))
    assert WOORDEN[soort].raadsvergadering in page.text
    assert f"Gemaakt uit het log van ‘{vergadering.titel}’" in page.text


@pytest.mark.parametrize("soort", [Organisatietype.WATERSCHAP, Organisatietype.PROVINCIE])
def test_its_history_speaks_the_words_of_its_type(
    load_demo: MakeDemo, client_of: Callable[[Gebruiker], FlaskClient], soort: Organisatietype
) -> None:
    load_demo(soort)
    client = client_of(user("coordinator"))
    for stap in range(1, 24):
        tekst = read_page(client.get(f"/checklist/{stap}/geschiedenis")).text
        assert not re.search(r"Gemeenteblad|gemeentehuis|raadsleden|\braad\b", tekst), stap


@pytest.mark.parametrize("soort", Organisatietype)
def test_there_is_a_meeting_about_cases_with_a_list(
    load_demo: MakeDemo, client_of: Callable[[Gebruiker], FlaskClient], soort: Organisatietype
) -> None:
    load_demo(soort)
    laatste = db.session.scalars(select(Bespreking).order_by(Bespreking.datum.desc())).first()
    assert laatste is not None
    page = read_page(client_of(user("griffier")).get(f"/incidenten/besprekingen/{laatste.id}"))
    assert page.select("main table tbody tr")

"""Meetings about incidents: a list without names, and what was agreed."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import text

from tests.pages import form_data, read_page, text_of
from vob.acties.models import Actie
from vob.core.clock import nu, vandaag
from vob.core.organisatietype import Functie
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.besprekingen import queries
from vob.incidenten.besprekingen.models import Bespreking
from vob.incidenten.models import Incident
from vob.incidenten.values import Vorm
from vob.web import objecten

from ..test_queries_count import statements

PAD = "/incidenten/besprekingen/"


def prepare(client: FlaskClient, **velden: Any):  # type: ignore[no-untyped-def]  # a TestResponse
    data = form_data(read_page(client.get(f"{PAD}nieuw")), "main form")
    return client.post(f"{PAD}nieuw", data=data | {"forum": "Fractievoorzitters"} | velden)


def last_month() -> datetime:
    """The middle of it."""
    return nu().replace(day=1) - timedelta(days=14)


def one() -> Bespreking:
    return db.session.scalars(db.select(Bespreking)).one()


def test_the_list_tells_what_happened_and_to_nobody(
    client: FlaskClient, melder: Gebruiker, make_incident: Callable[..., Incident]
) -> None:
    dag = last_month()
    gewoon = make_incident(melder, dag, titel="Bij Sanne thuis", plaats="Dorpsstraat")
    oud = make_incident(melder, nu() - timedelta(days=200))
    make_incident(melder, dag, is_vertrouwelijk=True)
    make_incident(melder, dag, is_proef=True)
    assert prepare(client).status_code == 303
    page = read_page(client.get(f"{PAD}{one().id}"))
    assert len(page.select("tbody tr")) == 1
    assert "1 zaak" in text_of(page, "caption")
    for geheim in (gewoon.nummer, oud.nummer, "Sanne", "Dorpsstraat", melder.naam, "raadslid"):
        assert geheim not in text_of(page, "main")


def test_a_month_in_which_nothing_was_reported(client: FlaskClient, zaak: Incident) -> None:
    prepare(client)
    assert "niets gemeld" in client.get(f"{PAD}{one().id}").text
    assert len(queries.list_regels(vandaag(), vandaag())) == 1


def test_the_list_of_one_day_cannot_be_made(client: FlaskClient, zaak: Incident) -> None:
    dag = str(last_month().date())
    r = prepare(client, van=dag, tot=dag)
    assert r.status_code == 422
    assert "Kies hele maanden" in text_of(read_page(r), "#tot-fout")


def test_who_does_not_see_every_case_reads_nothing_that_the_figures_hide(
    client: FlaskClient,
    client_for: Callable[..., FlaskClient],
    melder: Gebruiker,
    make_gebruiker: Callable[..., Gebruiker],
    make_incident: Callable[..., Incident],
) -> None:
    wethouder = make_gebruiker(Rol.AMBTSDRAGER, functie=Functie.WETHOUDER)
    for nummer in range(24):
        wie = wethouder if nummer < 2 else melder
        vorm = Vorm.FYSIEK if nummer < 2 else Vorm.BELEDIGING
        make_incident(wie, last_month(), vormen=[vorm])
    prepare(client)
    pad = f"{PAD}{one().id}"
    assert len(read_page(client.get(pad)).select("tbody tr")) == 24
    page = read_page(client_for(Rol.GRIFFIER).get(pad))
    assert len(page.select("tbody tr")) == 24
    for weg in ("Bestuur", "Fysiek", "geweld"):
        assert weg.lower() not in text_of(page, "table").lower()
    assert "niet getoond" in text_of(page, "table")


def test_of_a_year_with_few_cases_nothing_is_listed_for_who_does_not_see_them(
    client: FlaskClient,
    client_for: Callable[..., FlaskClient],
    melder: Gebruiker,
    make_incident: Callable[..., Incident],
) -> None:
    for _ in range(4):
        make_incident(melder, last_month())
    prepare(client)
    page = read_page(client_for(Rol.GRIFFIER).get(f"{PAD}{one().id}"))
    assert not page.select("tbody tr")
    assert "minder dan 5" in text_of(page, "main")
    assert "niets gemeld" not in text_of(page, "main")


def test_a_list_of_one_day_that_was_made_before_shows_nothing_of_it(
    client: FlaskClient,
    client_for: Callable[..., FlaskClient],
    melder: Gebruiker,
    make_incident: Callable[..., Incident],
) -> None:
    for _ in range(5):
        make_incident(melder, last_month())
    prepare(client)
    one().van = one().tot = last_month().date()
    db.session.commit()
    page = read_page(client_for(Rol.GRIFFIER).get(f"{PAD}{one().id}"))
    assert not page.select("tbody tr")
    assert "Alleen hele maanden" in text_of(page, "main")


def test_what_is_agreed_becomes_an_action(client: FlaskClient, coordinator: Gebruiker) -> None:
    prepare(client)
    page = read_page(client.get(f"{PAD}{one().id}"))
    link = page.select_one("#afspraken a.nl-button")
    assert link is not None
    data = form_data(read_page(client.get(str(link["href"]))), "main form")
    client.post("/acties/nieuw", data=data | {"titel": "Balie oefenen"})
    actie = db.session.scalars(db.select(Actie).filter_by(bron_soort="bespreking")).one()
    assert actie.bron_id == one().id
    assert "Balie oefenen" in text_of(read_page(client.get(f"{PAD}{one().id}")), "#afspraken")


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [("forum", ""), ("datum", ""), ("van", "2999-01-01"), ("tot", "2999-01-01"), ("van", "x")],
)
def test_what_cannot_be_is_refused(client: FlaskClient, veld: str, waarde: str) -> None:
    assert prepare(client, **{veld: waarde}).status_code == 422


def test_sent_twice_is_one_and_two_at_once_are_told(client: FlaskClient) -> None:
    prepare(client, eenmalig="een")
    assert prepare(client, eenmalig="een").status_code == 303
    pad = f"{PAD}{one().id}/wijzigen"
    data = form_data(read_page(client.get(pad)), "main form") | {"verslag": "Rustig kwartaal"}
    assert [client.post(pad, data=data).status_code for _ in range(2)] == [303, 409]
    assert "Rustig kwartaal" in client.get(f"{PAD}{one().id}").text
    ruw = db.session.execute(text("SELECT verslag FROM bespreking")).scalar_one()
    assert b"Rustig" not in bytes(ruw)


def test_the_list_of_meetings(client: FlaskClient) -> None:
    assert "nog geen bespreking" in client.get(PAD).text
    prepare(client)
    assert "Fractievoorzitters" in text_of(read_page(client.get(PAD)), "tbody tr")
    assert statements(client, PAD) <= 8
    assert statements(client, f"{PAD}{one().id}") <= 8


@pytest.mark.parametrize("rol", [Rol.MEDEWERKER, Rol.AMBTSDRAGER, Rol.OPVANG, Rol.BEHEERDER])
def test_not_for_everyone(
    client: FlaskClient,
    client_of: Callable[[Gebruiker], FlaskClient],
    make_gebruiker: Callable[..., Gebruiker],
    coordinator: Gebruiker,
    rol: Rol,
) -> None:
    prepare(client)
    gebruiker = make_gebruiker(rol)
    for pad in ("", "nieuw", str(one().id), f"{one().id}/wijzigen"):
        assert client_of(gebruiker).get(PAD + pad).status_code == 403
    assert not objecten.may_see(gebruiker, "bespreking", one().id)
    assert objecten.may_see(coordinator, "bespreking", one().id)
    assert client.get(f"{PAD}999").status_code == 404

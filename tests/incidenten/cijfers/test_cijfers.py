"""The figures of the register: right after every change, and safe to show."""

import io
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from zipfile import ZipFile

import pytest
from flask.testing import FlaskClient

from tests.pages import read_page, text_of
from vob.core.clock import TZ, nu
from vob.core.permissions import Rol
from vob.data import db
from vob.data.migrate import downgrade, upgrade
from vob.gebruikers.models import Gebruiker
from vob.incidenten import zaak as zaken
from vob.incidenten.cijfers.models import Incidentcijfer, cellen_van
from vob.incidenten.cijfers.values import Dimensie
from vob.incidenten.models import Incident
from vob.incidenten.values import Ernst, Kanaal, Vorm

from ..test_queries_count import statements

Zaken = Callable[..., Incident]
VORIG_JAAR = datetime(nu().year - 1, 6, 15, 12, tzinfo=TZ)


def counted() -> dict[tuple[int, str, str], int]:
    rijen = db.session.execute(db.select(Incidentcijfer.__table__)).all()
    return {(r.maand, r.dimensie, r.waarde): r.aantal for r in rijen if r.aantal}


def real() -> dict[tuple[int, str, str], int]:
    """What counting the register itself gives."""
    velden = ("is_proef", "is_vertrouwelijk", "gemeld_op", *(d.value for d in Dimensie))
    rijen = [{naam: getattr(z, naam) for naam in velden} for z in db.session.query(Incident)]
    return dict(Counter(cel for rij in rijen for cel in cellen_van(rij)))


def test_every_change_is_counted_at_once(
    coordinator: Gebruiker, melder: Gebruiker, make_incident: Zaken
) -> None:
    een, twee = make_incident(melder), make_incident(melder, VORIG_JAAR)
    make_incident(melder, is_proef=True)
    assert counted() == real()
    zaken.set_ernst(een, Ernst.ACUUT, coordinator, nu())
    zaken.update_feiten(twee, {"kanaal": Kanaal.BRIEF}, [Vorm.FYSIEK], coordinator, nu())
    db.session.commit()
    assert counted() == real()
    assert len(counted()) == 10
    zaken.set_vertrouwelijk(een, True, coordinator, nu())
    db.session.commit()
    assert counted() == real()
    assert len(counted()) == 5
    zaken.set_vertrouwelijk(een, False, coordinator, nu())
    db.session.commit()
    assert counted() == real()


def test_what_is_rolled_back_is_not_counted(melder: Gebruiker, make_incident: Zaken) -> None:
    make_incident(melder)
    een = counted()
    zaak = db.session.query(Incident).one()
    zaak.ernst = Ernst.ACUUT
    db.session.flush()
    db.session.rollback()
    assert counted() == een


def test_the_month_is_that_of_the_dutch_clock(melder: Gebruiker, make_incident: Zaken) -> None:
    make_incident(melder, datetime(2026, 3, 31, 23, 30, tzinfo=TZ))
    make_incident(melder, datetime(2026, 4, 1, 0, 30, tzinfo=TZ))
    assert {maand for maand, _, _ in counted()} == {202603, 202604}


def test_the_migration_counts_what_was_there(melder: Gebruiker, make_incident: Zaken) -> None:
    make_incident(melder, datetime(2026, 3, 31, 23, 30, tzinfo=TZ))
    make_incident(melder, is_vertrouwelijk=True)
    make_incident(melder, is_proef=True)
    voor = counted()
    db.session.remove()
    downgrade("0001")
    upgrade()
    assert counted() == voor


@pytest.fixture
def jaar(melder: Gebruiker, make_incident: Zaken) -> None:
    """Last year: sixteen insults by telephone, two threats by mail; this year one more."""
    for n in range(16):
        make_incident(melder, VORIG_JAAR + timedelta(days=n), kanaal=Kanaal.TELEFOON)
    for _ in range(2):
        make_incident(melder, VORIG_JAAR, kanaal=Kanaal.EMAIL, vormen=[Vorm.BEDREIGING])
    make_incident(melder, kanaal=Kanaal.BRIEF)


@pytest.mark.usefixtures("jaar")
@pytest.mark.parametrize("rol", [Rol.AMBTSDRAGER, Rol.GRIFFIER, Rol.BESTUURDER, Rol.FG])
def test_others_see_whole_years_without_small_numbers(
    client_for: Callable[..., FlaskClient], rol: Rol
) -> None:
    client = client_for(rol)
    page = read_page(client.get("/incidenten/cijfers"))
    vorm = text_of(page, "#hoofdvorm")
    assert "verborgen" in vorm
    assert "Totaal18" in vorm.replace(" ", "")
    assert not {"16", "2"} & {td.text.strip() for td in page.select("#hoofdvorm td")}
    assert not page.select("#monitorcategorie, #van")
    dit_jaar = f"?jaar={nu().year}&van={nu().year}-01&tot={nu().year}-12"
    assert client.get(f"/incidenten/cijfers{dit_jaar}").text.count("Brief") == 0


@pytest.mark.usefixtures("jaar")
def test_few_cases_over_many_values_are_not_divided(
    client_for: Callable[..., FlaskClient],
) -> None:
    page = read_page(client_for(Rol.FG).get("/incidenten/cijfers"))
    wie = text_of(page, "#getroffene_functie")
    assert "Te weinig zaken" in wie
    assert "Raadslid" not in wie


@pytest.mark.usefixtures("jaar")
def test_the_coordinator_sees_everything_over_any_period(client: FlaskClient) -> None:
    van = f"{VORIG_JAAR.year}-06"
    page = read_page(client.get(f"/incidenten/cijfers?van={van}&tot={van}"))
    assert "Telefoon16" in text_of(page, "#kanaal").replace(" ", "")
    assert "E-mail2" in text_of(page, "#kanaal").replace(" ", "")
    page = read_page(client.get("/incidenten/cijfers?van=onzin&tot=2026-13"))
    assert "Brief of post1" in text_of(page, "#kanaal").replace("\n", "").replace("post 1", "post1")


@pytest.mark.usefixtures("jaar")
def test_a_coordinator_named_as_offender_finds_no_trace_of_the_case(
    client_of: Callable[[Gebruiker], FlaskClient],
    make_gebruiker: Callable[..., Gebruiker],
    melder: Gebruiker,
    make_incident: Zaken,
) -> None:
    dader = make_gebruiker(Rol.COORDINATOR, naam="Dirk Dader")
    pad = f"/incidenten/cijfers?jaar={VORIG_JAAR.year}&van={VORIG_JAAR.year}-01"
    voor = read_page(client_of(dader).get(pad)).select("table")
    make_incident(melder, VORIG_JAAR, veroorzaker="Dirk Dader", kanaal=Kanaal.WEBSITE)
    assert read_page(client_of(dader).get(pad)).select("table") == voor


@pytest.mark.usefixtures("jaar")
def test_the_spreadsheet_hides_what_the_page_hides(client_for: Callable[..., Any]) -> None:
    answer = client_for(Rol.AMBTSDRAGER).get("/incidenten/cijfers/cijfers.ods")
    inhoud = ZipFile(io.BytesIO(answer.data)).read("content.xml").decode()
    assert "minder dan 5, of verborgen" in inhoud
    assert 'office:value="2"' not in inhoud
    assert 'office:value="16"' not in inhoud


def test_in_an_empty_register_there_is_nothing_to_show(
    client_for: Callable[..., FlaskClient], client: FlaskClient
) -> None:
    assert "nog geen heel jaar" in client_for(Rol.AMBTSDRAGER).get("/incidenten/cijfers").text
    assert read_page(client.get("/incidenten/cijfers")).select("#van")
    for rol in (Rol.MEDEWERKER, Rol.BEVEILIGING, Rol.BEHEERDER):
        assert client_for(rol).get("/incidenten/cijfers").status_code == 403


@pytest.mark.usefixtures("jaar")
def test_the_page_asks_little(client: FlaskClient) -> None:
    assert statements(client, "/incidenten/cijfers") <= 8

"""The protocol of that day, on a case."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient

from tests.pages import HTMX, read_fragment, read_page, text_of
from vob.core.clock import vandaag
from vob.core.permissions import Rol
from vob.data import db
from vob.documenten.models import Document, Documentversie
from vob.documenten.values import Documentsoort, Versiestatus
from vob.gebruikers.models import Gebruiker
from vob.incidenten.models import Incident
from vob.incidenten.protocol.models import Protocolstap
from vob.incidenten.protocol.values import Stapstand
from vob.incidenten.values import Status

from ..test_queries_count import statements

ClientOf = Callable[[Gebruiker], FlaskClient]
Maker = Callable[..., Gebruiker]
Zaken = Callable[..., Incident]
STAPPEN = "# Na een voorval\n\n1. Bel de melder\n2. Noteer wat er is gebeurd\n"


def make_protocol(
    door: Gebruiker,
    tekst: str = STAPPEN,
    *,
    soort: Documentsoort = Documentsoort.AGRESSIEPROTOCOL,
    van: date | None = None,
    tot: date | None = None,
) -> Documentversie:
    document = Document(soort=soort, titel=f"Protocol {soort.label}", eigenaar_id=door.id)
    versie = Documentversie(
        nummer=1,
        tekst=tekst,
        status=Versiestatus.VASTGESTELD,
        geldig_van=van or vandaag() - timedelta(days=100),
        geldig_tot=tot,
        gemaakt_door_id=door.id,
        bewerkt_door_id=door.id,
    )
    document.versies.append(versie)
    db.session.add(document)
    db.session.commit()
    return versie


def take_up(client: FlaskClient, zaak: Incident) -> None:
    pad = f"/incidenten/{zaak.nummer}/status"
    assert client.post(pad, data={"naar": "in_behandeling"}).status_code == 303


def stappen(zaak: Incident) -> list[Protocolstap]:
    stmt = db.select(Protocolstap).filter_by(incident_id=zaak.id).order_by(Protocolstap.volgorde)
    return list(db.session.scalars(stmt))


@pytest.fixture
def gevolgd(client: FlaskClient, coordinator: Gebruiker, zaak: Incident) -> Incident:
    """A case with the two steps of the protocol on it."""
    make_protocol(coordinator)
    take_up(client, zaak)
    return zaak


def test_taking_a_case_up_brings_the_steps_that_held_on_that_day(
    client: FlaskClient, coordinator: Gebruiker, melder: Gebruiker, make_incident: Zaken
) -> None:
    toen = vandaag() - timedelta(days=200)
    make_protocol(coordinator, "1. Oude stap", van=toen - timedelta(days=9), tot=toen)
    make_protocol(coordinator)
    zaak = make_incident(melder)
    take_up(client, zaak)
    assert [stap.tekst for stap in stappen(zaak)] == ["Bel de melder", "Noteer wat er is gebeurd"]


def test_without_a_protocol_there_are_no_steps(client: FlaskClient, zaak: Incident) -> None:
    take_up(client, zaak)
    page = read_page(client.get(f"/incidenten/{zaak.nummer}/protocol"))
    assert "nog geen stappen" in page.text
    assert not page.select("#overnemen")


def test_done_tells_by_whom_and_when(client: FlaskClient, gevolgd: Incident) -> None:
    stap = stappen(gevolgd)[0]
    pad = f"/incidenten/{gevolgd.nummer}/protocol/{stap.id}"
    fragment = read_fragment(client.post(pad, data={"naar": "gedaan"}, headers=HTMX))
    assert "Gedaan" in text_of(fragment, f"#stap-{stap.id}")
    assert "Noor Bakker" in text_of(fragment, f"#stap-{stap.id}")
    assert "Protocol 1/2" in text_of(fragment, "#onderdelen[hx-swap-oob] [aria-current]")
    page = read_page(client.get(f"/incidenten/{gevolgd.nummer}"))
    assert "1/2" in text_of(page, "#onderdelen")
    assert "Gedaan: Bel de melder" in text_of(page, "#verloop")
    assert client.post(pad, data={"naar": "open"}).status_code == 303
    db.session.refresh(stap)
    assert (stap.stand, stap.door_id) == (Stapstand.OPEN, None)


def test_taking_the_case_up_shows_its_steps_in_the_tabs_at_once(
    client: FlaskClient, coordinator: Gebruiker, zaak: Incident
) -> None:
    make_protocol(coordinator)
    pad = f"/incidenten/{zaak.nummer}/status"
    fragment = read_fragment(client.post(pad, data={"naar": "in_behandeling"}, headers=HTMX))
    assert "Protocol 0/2" in text_of(fragment, "#onderdelen[hx-swap-oob]")


def test_skipping_asks_a_reason(client: FlaskClient, gevolgd: Incident) -> None:
    pad = f"/incidenten/{gevolgd.nummer}/protocol/{stappen(gevolgd)[0].id}"
    assert client.post(pad, data={"naar": "overgeslagen"}).status_code == 409
    data = {"naar": "overgeslagen", "reden": "Melder belde zelf"}
    assert client.post(pad, data=data).status_code == 303
    page = read_page(client.get(f"/incidenten/{gevolgd.nummer}/protocol"))
    assert "Melder belde zelf" in text_of(page, "#stappen")


def test_open_steps_are_named_before_closing(client: FlaskClient, gevolgd: Incident) -> None:
    gevolgd.status = Status.GEEVALUEERD
    db.session.commit()
    pad = f"/incidenten/{gevolgd.nummer}"
    gebrek = text_of(read_page(client.get(pad)), "#gebrek-gesloten")
    assert "2 stappen uit het protocol staan nog open" in gebrek
    client.post(f"{pad}/protocol/{stappen(gevolgd)[0].id}", data={"naar": "gedaan"})
    gebrek = text_of(read_page(client.get(pad)), "#gebrek-gesloten")
    assert "Eén stap uit het protocol staat nog open" in gebrek


def test_another_protocol_of_that_day_can_be_followed_too(
    client: FlaskClient, coordinator: Gebruiker, zaak: Incident
) -> None:
    kort = make_protocol(coordinator, "1. Doe de deur dicht", soort=Documentsoort.KORT_PROTOCOL)
    leeg = make_protocol(coordinator, "Geen lijst", soort=Documentsoort.NAZORGPROTOCOL)
    pad = f"/incidenten/{zaak.nummer}/protocol"
    assert "(1 stap)" in text_of(read_page(client.get(pad)), "#overnemen")
    for versie in (kort, kort, leeg):
        assert client.post(pad, data={"protocol": versie.id}).status_code == 303
    assert [stap.tekst for stap in stappen(zaak)] == ["Doe de deur dicht"]
    assert client.post(pad, data={"protocol": 999}).status_code == 404


def test_what_is_not_there_or_not_yours(
    client: FlaskClient,
    client_of: ClientOf,
    make_gebruiker: Maker,
    make_incident: Zaken,
    melder: Gebruiker,
    gevolgd: Incident,
) -> None:
    stap, ander = stappen(gevolgd)[0], make_incident(melder)
    pad = f"/incidenten/{gevolgd.nummer}/protocol"
    assert client.post(f"{pad}/{stap.id}", data={"naar": "weg"}).status_code == 400
    weg = f"/incidenten/{ander.nummer}/protocol/{stap.id}"
    assert client.post(weg, data={"naar": "gedaan"}).status_code == 404
    griffier = client_of(make_gebruiker(Rol.GRIFFIER))
    assert griffier.get(pad).status_code == 404
    assert griffier.post(f"{pad}/{stap.id}", data={"naar": "gedaan"}).status_code == 404
    assert client_of(melder).get(pad).status_code == 403


def test_the_page_asks_little(client: FlaskClient, gevolgd: Incident) -> None:
    assert statements(client, f"/incidenten/{gevolgd.nummer}/protocol") <= 8

"""Steps along the transition table, who handles a case, and how grave it is."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from tests.pages import HTMX, read_fragment, read_page, text_of
from vob.berichten.models import Bericht
from vob.core.clock import nu
from vob.core.organisatietype import Functie
from vob.core.permissions import Rol
from vob.data import AuditRegel, db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.models import Betrokkene, Gebeurtenis, Incident
from vob.incidenten.termijnen.operations import stop_termijn
from vob.incidenten.termijnen.rules import VOOR_SLUITEN
from vob.incidenten.values import Betrokkenrol, Ernst, Gebeurtenissoort, Status

ClientOf = Callable[[Gebruiker], FlaskClient]
Client = Callable[..., FlaskClient]
Maker = Callable[..., Gebruiker]
Zaken = Callable[..., Incident]


@pytest.fixture
def coordinator(make_gebruiker: Maker) -> Gebruiker:
    return make_gebruiker(Rol.COORDINATOR, naam="Noor Bakker")


@pytest.fixture
def client(client_of: ClientOf, coordinator: Gebruiker) -> FlaskClient:
    return client_of(coordinator)


@pytest.fixture
def melder(make_gebruiker: Maker) -> Gebruiker:
    return make_gebruiker(Rol.AMBTSDRAGER, functie=Functie.RAADSLID)


def step(client: FlaskClient, zaak: Incident, naar: Status, **kwargs: object):  # type: ignore[no-untyped-def]  # a TestResponse
    data = {"naar": naar.value, "reden": kwargs.pop("reden", "")}
    return client.post(f"/incidenten/{zaak.nummer}/status", data=data, **kwargs)


def test_taking_it_up_makes_one_the_handler(
    client: FlaskClient, coordinator: Gebruiker, melder: Gebruiker, make_incident: Zaken
) -> None:
    zaak = make_incident(melder)
    answer = step(client, zaak, Status.IN_BEHANDELING)
    assert (answer.status_code, answer.location) == (303, f"/incidenten/{zaak.nummer}")
    db.session.refresh(zaak)
    assert (zaak.status, zaak.behandelaar_id) == (Status.IN_BEHANDELING, coordinator.id)
    rollen = db.select(Betrokkene.rol).filter_by(gebruiker_id=coordinator.id)
    assert Betrokkenrol.BEHANDELAAR in db.session.scalars(rollen)
    assert db.session.scalars(db.select(Bericht).filter_by(gebruiker_id=melder.id)).one()


def test_htmx_gets_the_new_stand_and_the_new_line_in_the_timeline(
    client: FlaskClient, melder: Gebruiker, make_incident: Zaken
) -> None:
    zaak = make_incident(melder)
    fragment = read_fragment(step(client, zaak, Status.IN_BEHANDELING, headers=HTMX))
    assert "behandelaar: Noor Bakker" in text_of(fragment, "#stand")
    assert "Status: In behandeling" in text_of(fragment, "#verloop[hx-swap-oob]")


@pytest.mark.parametrize("naar", [Status.AFGEHANDELD, Status.GESLOTEN, Status.GEMELD])
def test_a_step_that_is_not_in_the_table_is_refused(
    client: FlaskClient, melder: Gebruiker, make_incident: Zaken, naar: Status
) -> None:
    zaak = make_incident(melder)
    answer = step(client, zaak, naar, headers=HTMX)
    assert answer.status_code == 409
    assert "gaat niet van" in answer.text
    db.session.refresh(zaak)
    assert zaak.status is Status.GEMELD


def test_a_word_that_is_no_status_is_refused(
    client: FlaskClient, melder: Gebruiker, make_incident: Zaken
) -> None:
    zaak = make_incident(melder)
    for naar in ("x", ""):
        pad = f"/incidenten/{zaak.nummer}/status"
        assert client.post(pad, data={"naar": naar}).status_code == 400
        assert client.post(pad.replace("status", "ernst"), data={"ernst": "9"}).status_code == 400


def test_the_line_goes_as_far_as_afgehandeld(
    client_of: ClientOf,
    make_gebruiker: Maker,
    make_lijn: Callable[..., object],
    melder: Gebruiker,
    make_incident: Zaken,
) -> None:
    griffier = make_gebruiker(Rol.GRIFFIER)
    make_lijn(Functie.RAADSLID, griffier)
    zaak, client = make_incident(melder), client_of(griffier)
    for naar in (Status.IN_BEHANDELING, Status.WACHT_OP_DERDEN, Status.AFGEHANDELD):
        assert step(client, zaak, naar).status_code == 303
    answer = step(client, zaak, Status.GEEVALUEERD)
    assert answer.status_code == 409
    assert "voor de coördinator" in answer.text


def test_heropenen_asks_a_reason_that_the_melder_does_not_see(
    client: FlaskClient, client_of: ClientOf, melder: Gebruiker, make_incident: Zaken
) -> None:
    zaak = make_incident(melder, status=Status.AFGEHANDELD)
    assert step(client, zaak, Status.IN_BEHANDELING).status_code == 409
    assert step(client, zaak, Status.IN_BEHANDELING, reden="Nieuwe mail").status_code == 303
    pad = f"/incidenten/{zaak.nummer}"
    assert "Nieuwe mail" in text_of(read_page(client.get(pad)), "#verloop")
    assert "Nieuwe mail" not in client_of(melder).get(pad).text


def test_what_is_missing_stops_it(
    client: FlaskClient, melder: Gebruiker, make_incident: Zaken
) -> None:
    zaak = make_incident(melder, status=Status.GEEVALUEERD)
    answer = step(client, zaak, Status.GESLOTEN)
    assert (answer.status_code, "Beoordeel eerst" in answer.text) == (409, True)
    assert "terugkoppeling" in answer.text
    assert "‘Nazorg aanbieden’ loopt nog" in answer.text
    page = read_page(client.get(f"/incidenten/{zaak.nummer}"))
    assert len(page.select("#gebrek-gesloten li")) == 5
    assert not page.select("button[value=gesloten]")


def test_with_nothing_missing_it_is_closed_and_opening_it_asks_feedback_anew(
    client: FlaskClient, melder: Gebruiker, make_incident: Zaken
) -> None:
    zaak = make_incident(melder, status=Status.GEEVALUEERD, ernst=Ernst.ERNSTIG)
    zaak.terugkoppeling_op = nu()
    for soort in VOOR_SLUITEN:
        stop_termijn(zaak, soort, nu())
    db.session.commit()
    assert step(client, zaak, Status.GESLOTEN).status_code == 303
    assert step(client, zaak, Status.IN_BEHANDELING, reden="Nieuwe mail").status_code == 303
    db.session.refresh(zaak)
    assert zaak.terugkoppeling_op is None


def test_ernst_is_for_the_coordinator(
    client: FlaskClient,
    client_of: ClientOf,
    make_gebruiker: Maker,
    make_lijn: Callable[..., object],
    melder: Gebruiker,
    make_incident: Zaken,
) -> None:
    griffier = make_gebruiker(Rol.GRIFFIER)
    make_lijn(Functie.RAADSLID, griffier)
    zaak = make_incident(melder)
    pad = f"/incidenten/{zaak.nummer}/ernst"
    assert client_of(griffier).post(pad, data={"ernst": "3"}).status_code == 409
    fragment = read_fragment(client.post(pad, data={"ernst": "3"}, headers=HTMX))
    assert "Zeer ernstig" in text_of(fragment, "#stand")
    db.session.refresh(zaak)
    assert zaak.ernst is Ernst.ZEER_ERNSTIG


def test_a_step_is_in_the_audit_log_and_the_timeline(
    client: FlaskClient, coordinator: Gebruiker, melder: Gebruiker, make_incident: Zaken
) -> None:
    zaak = make_incident(melder)
    step(client, zaak, Status.IN_BEHANDELING)
    regels = db.select(AuditRegel).filter_by(tabel="incident", actie="gewijzigd")
    laatste = db.session.scalars(regels.order_by(AuditRegel.id.desc())).first()
    assert laatste is not None
    assert "status" in laatste.kolommen
    regel = db.session.scalars(
        db.select(Gebeurtenis).filter_by(soort=Gebeurtenissoort.STATUS)
    ).one()
    assert (regel.status, regel.auteur_id) == (Status.IN_BEHANDELING, coordinator.id)


@pytest.mark.parametrize("vertrouwelijk", [True, False])
def test_who_handles_an_extra_vertrouwelijk_case_rounds_it_off(
    client_of: ClientOf,
    make_gebruiker: Maker,
    melder: Gebruiker,
    make_incident: Zaken,
    make_lijn: Callable[..., object],
    vertrouwelijk: bool,
) -> None:
    griffier = make_gebruiker(Rol.GRIFFIER)
    make_lijn(Functie.RAADSLID, griffier)
    zaak = make_incident(melder, is_vertrouwelijk=vertrouwelijk, status=Status.AFGEHANDELD)
    knoppen = read_page(client_of(griffier).get(f"/incidenten/{zaak.nummer}")).select_one("#stand")
    assert knoppen is not None
    assert ("Geëvalueerd" in knoppen.text) is vertrouwelijk

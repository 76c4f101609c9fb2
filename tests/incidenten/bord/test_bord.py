"""The board: what asks something of who handles cases."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from tests.pages import read_page
from tests.queries import plans_of
from vob.core.clock import nu
from vob.core.organisatietype import Functie
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.bord.queries import read_bord
from vob.incidenten.models import Incident
from vob.incidenten.values import Status

from ..test_queries_count import is_sqlite, statements

ClientOf = Callable[[Gebruiker], FlaskClient]
Maker = Callable[..., Gebruiker]
Zaken = Callable[..., Incident]


def bord(client: FlaskClient) -> dict[str, str]:
    page = read_page(client.get("/incidenten/bord"))
    return {str(vak["id"]): " ".join(vak.text.split()) for vak in page.select(".bord > section")}


def lists_with(client: FlaskClient, zaak: Incident) -> set[str]:
    return {code for code, tekst in bord(client).items() if zaak.nummer in tekst}


def test_a_new_report_is_new_and_has_clocks(client: FlaskClient, zaak: Incident) -> None:
    assert lists_with(client, zaak) == {"nieuw", "termijnen"}


def test_what_waits_for_my_answer(
    client: FlaskClient, client_of: ClientOf, melder: Gebruiker, zaak: Incident
) -> None:
    pad = f"/incidenten/{zaak.nummer}"
    client.post(f"{pad}/status", data={"naar": "in_behandeling"})
    client_of(melder).post(f"{pad}/berichten", data={"bericht": "En nu?", "eenmalig": "een"})
    assert lists_with(client, zaak) == {"mijn", "antwoord", "termijnen"}
    client.post(f"{pad}/berichten", data={"bericht": "Wij bellen u.", "eenmalig": "twee"})
    assert "antwoord" not in lists_with(client, zaak)


def test_without_care_or_evaluation(
    client: FlaskClient, coordinator: Gebruiker, melder: Gebruiker, make_incident: Zaken
) -> None:
    lang = nu() - timedelta(days=40)
    zaak = make_incident(melder, lang, status=Status.AFGEHANDELD, afgehandeld_op=lang)
    vers = make_incident(melder, status=Status.AFGEHANDELD, afgehandeld_op=nu())
    assert lists_with(client, zaak) == {"zonder-opvang", "zonder-evaluatie", "termijnen"}
    assert lists_with(client, vers) == {"termijnen"}


def test_drills_and_hidden_cases_are_not_there(
    client: FlaskClient,
    client_of: ClientOf,
    make_gebruiker: Maker,
    melder: Gebruiker,
    make_incident: Zaken,
) -> None:
    proef, geheim = (
        make_incident(melder, is_proef=True),
        make_incident(melder, is_vertrouwelijk=True),
    )
    assert lists_with(client, proef) == set()
    assert lists_with(client_of(make_gebruiker(Rol.COORDINATOR)), geheim) == set()
    griffier = client_of(make_gebruiker(Rol.GRIFFIER))
    assert lists_with(griffier, geheim) == set()


def test_the_line_has_a_board_of_its_own_cases(
    client_of: ClientOf,
    make_gebruiker: Maker,
    make_lijn: Callable[..., object],
    melder: Gebruiker,
    make_incident: Zaken,
) -> None:
    griffier = make_gebruiker(Rol.GRIFFIER)
    make_lijn(Functie.RAADSLID, griffier)
    zaak = make_incident(melder)
    assert "nieuw" in lists_with(client_of(griffier), zaak)


def test_more_than_five_are_said_to_be_more(
    client: FlaskClient, melder: Gebruiker, make_incident: Zaken, coordinator: Gebruiker
) -> None:
    for _ in range(7):
        make_incident(melder)
    page = read_page(client.get("/incidenten/bord"))
    assert len(page.select("#nieuw li")) == 5
    assert page.select_one("#nieuw a[href='/incidenten/?status=gemeld']")
    assert page.select_one("#termijnen a[href='/incidenten/termijnen']")


def test_an_empty_board_says_so(client: FlaskClient) -> None:
    assert all("li" not in tekst or tekst for tekst in bord(client).values())
    assert "Elke melding is in behandeling." in bord(client)["nieuw"]


@pytest.mark.parametrize("rol", [Rol.MEDEWERKER, Rol.AMBTSDRAGER, Rol.OPVANG, Rol.FG])
def test_who_handles_nothing_has_no_board(client_for: Callable[..., FlaskClient], rol: Rol) -> None:
    assert client_for(rol).get("/incidenten/bord").status_code == 403


def test_the_board_asks_the_same_for_many(
    client: FlaskClient, melder: Gebruiker, make_incident: Zaken, zaak: Incident
) -> None:
    een = statements(client, "/incidenten/bord")
    for _ in range(9):
        make_incident(melder)
    assert statements(client, "/incidenten/bord") == een <= 8


def test_no_list_goes_through_the_whole_register(coordinator: Gebruiker) -> None:
    if is_sqlite():
        db.session.commit()
        stappen = plans_of(lambda: read_bord(coordinator, nu()))[-1]
        assert "SCAN incident\n" not in f"{stappen}\n"
        for index in ("ix_incident_status", "ix_incident_bericht", "ix_zaaktermijn_loopt"):
            assert index in stappen

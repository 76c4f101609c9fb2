"""Following one's own reports."""

from collections.abc import Callable

from flask.testing import FlaskClient

from tests.pages import read_page, text_of
from vob.core.permissions import Rol
from vob.gebruikers.models import Gebruiker
from vob.incidenten.models import Incident
from vob.incidenten.values import Status

Client = Callable[..., FlaskClient]
Maker = Callable[..., Gebruiker]
Zaak = Callable[..., Incident]
PAD = "/incidenten/mijn-meldingen"


def test_without_reports_it_invites(client_for: Client) -> None:
    page = read_page(client_for(Rol.MEDEWERKER).get(PAD))
    assert "U heeft nog niets gemeld" in text_of(page, ".leeg")


def test_it_shows_my_reports_with_their_status_in_plain_words(
    client_of: Client, make_gebruiker: Maker, make_incident: Zaak
) -> None:
    melder = make_gebruiker(Rol.MEDEWERKER)
    incident = make_incident(melder, status=Status.WACHT_OP_DERDEN)
    page = read_page(client_of(melder).get(PAD))
    regel = text_of(page, f"#melding-{incident.nummer}")
    assert incident.titel in regel
    assert "Wij wachten op iemand anders, bijvoorbeeld de politie." in regel
    assert text_of(page, ".pager p") == "1 melding"


def test_it_shows_what_others_reported_about_me_and_nothing_else(
    client_of: Client, make_gebruiker: Maker, make_incident: Zaak
) -> None:
    melder, raadslid = make_gebruiker(Rol.COORDINATOR), make_gebruiker(Rol.AMBTSDRAGER)
    over_mij = make_incident(melder, getroffene_id=raadslid.id)
    make_incident(melder)
    page = read_page(client_of(raadslid).get(PAD))
    assert [regel["id"] for regel in page.select("main .list li")] == [f"melding-{over_mij.nummer}"]
    assert "over u" in text_of(page, "main .list li")


def test_the_title_of_an_extra_vertrouwelijk_report_is_mine_to_read(
    client_of: Client, make_gebruiker: Maker, make_incident: Zaak
) -> None:
    melder = make_gebruiker(Rol.MEDEWERKER)
    make_incident(melder, is_vertrouwelijk=True)
    page = read_page(client_of(melder).get(PAD))
    assert "Schelden of beledigen: Publieksbalie" in text_of(page, "main .list")


def test_it_pages_newest_first(
    client_of: Client, make_gebruiker: Maker, make_incident: Zaak
) -> None:
    melder = make_gebruiker(Rol.MEDEWERKER)
    nummers = [make_incident(melder).nummer for _ in range(26)]
    client = client_of(melder)
    page = read_page(client.get(PAD))
    assert page.select("main .list li")[0]["id"] == f"melding-{nummers[-1]}"
    volgende = page.select_one("a[rel=next]")
    assert volgende is not None
    tweede = read_page(client.get(str(volgende["href"])))
    assert [regel["id"] for regel in tweede.select("main .list li")] == [f"melding-{nummers[0]}"]
    assert client.get(PAD, query_string={"na": "onzin"}).status_code == 404

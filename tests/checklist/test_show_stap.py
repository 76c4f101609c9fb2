from collections.abc import Callable
from datetime import timedelta

from flask.testing import FlaskClient

from vob.checklist.models import ChecklistRonde, ChecklistStap
from vob.checklist.values import Stapstatus
from vob.core.clock import vandaag
from vob.core.permissions import Rol

from ..pages import HTMX, form_data, read_page, text_of

Client = Callable[..., FlaskClient]
Make = Callable[..., ChecklistStap]


def test_the_page_says_how_to_do_it(client_for: Client, ronde: ChecklistRonde) -> None:
    page = read_page(client_for(Rol.MEDEWERKER).get("/checklist/6"))
    assert page.h1 is not None
    assert page.h1.text.startswith("6. Ketenafspraken maken")
    assert "Maak afspraken vóór er iets gebeurt." in page.text
    assert len(page.select("#deelacties li")) == 4
    assert "Checklist Veilig Openbaar Bestuur" in text_of(page, ".bronnen")


def test_one_can_walk_through_the_steps(client_for: Client, ronde: ChecklistRonde) -> None:
    client = client_for(Rol.MEDEWERKER)
    links = {a["rel"][0]: a["href"] for a in read_page(client.get("/checklist/6")).select("a[rel]")}
    assert (links["prev"], links["next"]) == ("/checklist/5", "/checklist/7")
    assert not read_page(client.get("/checklist/1")).select("a[rel=prev]")
    assert not read_page(client.get("/checklist/23")).select("a[rel=next]")


def test_a_step_without_instrument_says_so(client_for: Client, ronde: ChecklistRonde) -> None:
    page = read_page(client_for(Rol.COORDINATOR).get("/checklist/6"))
    assert "Voor deze stap heeft VOB nog geen instrument." in text_of(page, "#stand .facts")


def test_where_user_and_proof_disagree_the_page_says_so(
    client_for: Client, make_stap: Make
) -> None:
    make_stap(1, status=Stapstatus.GEREED)
    page = read_page(client_for(Rol.COORDINATOR).get("/checklist/1"))
    assert "maar VOB ziet iets anders" in text_of(page, "#stand .note")
    assert page.select_one("#stand a[href='/documenten/?soort=agressieprotocol']")


def test_what_is_late_is_said(client_for: Client, make_stap: Make) -> None:
    make_stap(6, uiterlijk_op=vandaag() - timedelta(days=1))
    page = read_page(client_for(Rol.MEDEWERKER).get("/checklist/6"))
    assert "Te laat." in text_of(page, "#stand .note")


def test_medewerker_sees_no_remark_evidence_or_sentence(
    client_for: Client, make_stap: Make
) -> None:
    make_stap(1, status=Stapstatus.NIET_VAN_TOEPASSING, reden="Geheim.", opmerking="Intern.")
    client = client_for(Rol.MEDEWERKER)
    page = read_page(client.get("/checklist/1"))
    assert "Niet op orde" in text_of(page, "#stand")
    for words in ("Geheim", "Intern", "agressieprotocol.", "Bewijsstukken", "Geschiedenis"):
        assert words not in page.text.replace(text_of(page, "aside"), ""), words
    assert client.get("/checklist/1/geschiedenis").status_code == 403


def test_who_works_on_the_checklist_reads_what_others_wrote(
    client_for: Client, make_stap: Make
) -> None:
    make_stap(1, status=Stapstatus.NIET_VAN_TOEPASSING, reden="Daarom.", opmerking="Zo staat het.")
    page = read_page(client_for(Rol.GRIFFIER).get("/checklist/1"))
    assert "Daarom." in text_of(page, "#stand")
    assert "Zo staat het." in text_of(page, "#stand")


def test_the_actions_of_a_step_stand_on_its_page(client_for: Client, make_stap: Make) -> None:
    make_stap(6)
    client = client_for(Rol.COORDINATOR)
    page = read_page(client.get("/checklist/6"))
    assert "nog geen acties bij deze stap" in text_of(page, "#acties")
    (nieuw,) = page.select("#acties a")
    form = form_data(read_page(client.get(str(nieuw["href"]))), "main form[method=post]")
    client.post("/acties/nieuw", data=form | {"titel": "Bel de parketsecretaris"})
    page = read_page(client.get("/checklist/6"))
    assert "Bel de parketsecretaris" in text_of(page, "#acties li")
    assert page.select_one("#acties li a[href^='/acties/']")
    assert not read_page(client_for(Rol.MEDEWERKER).get("/checklist/6")).select("#acties")


def test_history_tells_who_changed_what(client_for: Client, make_stap: Make) -> None:
    make_stap(6, status=Stapstatus.GEREED)
    client = client_for(Rol.COORDINATOR, naam="Noor Bakker")
    client.post("/checklist/6/gedaan")
    page = read_page(client.get("/checklist/6/geschiedenis"))
    first = text_of(page, ".timeline li")
    assert first.startswith("Laatst gedaan vandaag")
    assert "Noor Bakker" in first
    assert "Ronde 2026 gestart" in page.text


def test_before_the_first_round_there_is_no_history(client_for: Client) -> None:
    client = client_for(Rol.COORDINATOR)
    page = read_page(client.get("/checklist/6/geschiedenis", headers=HTMX))
    assert "Er is nog niets veranderd." in text_of(page, "#geschiedenis")

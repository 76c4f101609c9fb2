from collections.abc import Callable
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from vob.checklist.models import ChecklistRonde, ChecklistStap
from vob.checklist.queries import my_steps_due, progress, read_checklist
from vob.checklist.values import Groep, Ritme, Stapstatus
from vob.core.bewijs import Oordeel
from vob.core.clock import vandaag
from vob.core.organisatietype import Organisatietype
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.organisatie.models import Organisatie

from ..pages import HTMX, read_page, text_of
from ..queries import count_queries

Client = Callable[..., FlaskClient]
Make = Callable[..., ChecklistStap]
MakeGebruiker = Callable[..., Gebruiker]


def _numbers(page: BeautifulSoup) -> list[int]:
    return [int(cell.text.split(".")[0]) for cell in page.select("tbody th[scope=row]")]


def test_all_23_steps_stand_under_their_group(client_for: Client, ronde: ChecklistRonde) -> None:
    page = read_page(client_for(Rol.MEDEWERKER).get("/checklist/"))
    assert _numbers(page) == list(range(1, 24))
    assert [th.text.strip() for th in page.select("th[scope=rowgroup]")] == [g.label for g in Groep]


def test_a_row_says_what_the_user_says_and_what_vob_sees(
    client_for: Client, make_stap: Make, make_gebruiker: MakeGebruiker
) -> None:
    eigenaar = make_gebruiker(Rol.GRIFFIER, naam="Joris van Dam")
    make_stap(14, status=Stapstatus.BEZIG, eigenaar=eigenaar, uiterlijk_op=date(2030, 3, 1))
    page = read_page(client_for(Rol.MEDEWERKER).get("/checklist/"))
    row = " ".join(page.select("tbody tr")[13].text.split())
    assert "Bezig Nog geen instrument Joris van Dam 1 mrt 2030" in row


def test_progress_is_told_in_words_too(client_for: Client, make_stap: Make) -> None:
    make_stap(6, status=Stapstatus.GEREED)
    make_stap(5, status=Stapstatus.NIET_VAN_TOEPASSING, reden="Niemand.")
    page = read_page(client_for(Rol.MEDEWERKER).get("/checklist/"))
    labels = [str(balk["aria-label"]) for balk in page.select(".progress")]
    assert labels[0] == "1 gereed, 0 bezig, 21 niet gestart, 1 niet van toepassing"
    assert "1 van 22 stappen gereed" in page.text
    assert len(page.select(".progress")[0].select("span")) == 23


def test_a_step_past_its_next_date_is_needed_again(client_for: Client, make_stap: Make) -> None:
    lang_geleden = vandaag() - timedelta(days=400)
    make_stap(6, status=Stapstatus.GEREED, laatst_gedaan_op=lang_geleden, ritme=Ritme.JAARLIJKS)
    page = read_page(client_for(Rol.MEDEWERKER).get("/checklist/"))
    assert "Opnieuw nodig" in page.select("tbody tr")[5].text
    assert "0 van 23 stappen gereed, 1 opnieuw nodig" in " ".join(page.text.split())


def test_a_step_past_its_last_day_is_late(client_for: Client, make_stap: Make) -> None:
    make_stap(6, uiterlijk_op=vandaag() - timedelta(days=3))
    page = read_page(client_for(Rol.MEDEWERKER).get("/checklist/?status=te_laat"))
    assert text_of(page, "tbody strong.due") == "3 dagen te laat"
    assert _numbers(page) == [6]


def test_where_user_and_proof_disagree_the_overview_says_so(
    client_for: Client, make_stap: Make
) -> None:
    make_stap(1, status=Stapstatus.GEREED)
    page = read_page(client_for(Rol.GRIFFIER).get("/checklist/?oordeel=verschil"))
    assert _numbers(page)[0] == 1
    zin = "U zegt gereed, maar VOB ziet iets anders: er is geen geldig agressieprotocol."
    assert text_of(page, "tbody .verschil") == zin


def test_medewerker_sees_the_judgement_but_no_sentence(client_for: Client, make_stap: Make) -> None:
    make_stap(1, status=Stapstatus.GEREED)
    page = read_page(client_for(Rol.MEDEWERKER).get("/checklist/"))
    assert "Niet op orde" in page.select("tbody tr")[0].text
    assert not page.select(".verschil")


@pytest.mark.parametrize(
    ("filter", "nummers"),
    [
        ("eigenaar=ik", [6, 7]),
        ("eigenaar=geen&groep=voorbereid", [7, 8, 9]),
        ("groep=beleid", [1, 2]),
        ("status=gereed", [6]),
        ("status=opnieuw", [6]),
        ("oordeel=niet_op_orde&groep=beleid", [1, 2]),
        ("status=gereed&groep=beleid", []),
        ("status=onzin&groep=zomaar&eigenaar=x&oordeel=y", list(range(1, 24))),
    ],
)
def test_filters_stand_in_the_address(
    client_of: Client,
    make_stap: Make,
    make_gebruiker: MakeGebruiker,
    filter: str,
    nummers: list[int],
) -> None:
    ik = make_gebruiker(Rol.COORDINATOR)
    oud = vandaag() - timedelta(days=400)
    make_stap(6, status=Stapstatus.GEREED, eigenaar=ik, laatst_gedaan_op=oud)
    make_stap(7, vervanger=ik)
    page = read_page(client_of(ik).get(f"/checklist/?{filter}"))
    assert _numbers(page) == nummers


def test_one_owner(client_of: Client, make_stap: Make, make_gebruiker: MakeGebruiker) -> None:
    ander = make_gebruiker(Rol.GRIFFIER)
    make_stap(6, eigenaar=ander)
    page = read_page(client_of(ander).get(f"/checklist/?eigenaar={ander.id}"))
    assert _numbers(page) == [6]
    assert text_of(page, "#stappen [role=status]").startswith("1 van 23 stappen")


def test_nothing_that_fits_says_so(client_for: Client, ronde: ChecklistRonde) -> None:
    page = read_page(client_for(Rol.COORDINATOR).get("/checklist/?eigenaar=ik"))
    assert "Er is geen stap die hierbij past." in text_of(page, ".leeg")


def test_without_a_round_everything_is_shown_read_only(client_for: Client) -> None:
    page = read_page(client_for(Rol.MEDEWERKER).get("/checklist/"))
    assert _numbers(page) == list(range(1, 24))
    assert "Er loopt nu geen ronde." in text_of(page, ".note")
    assert not page.select("a[href='/checklist/rondes/nieuw']")
    page = read_page(client_for(Rol.COORDINATOR).get("/checklist/"))
    assert page.select_one("a[href='/checklist/rondes/nieuw']")


def test_another_type_of_organisation_changes_the_words(
    client_for: Client, ronde: ChecklistRonde, organisatie: Organisatie
) -> None:
    client = client_for(Rol.MEDEWERKER)
    assert "zittings- of collegetermijn" in read_page(client.get("/checklist/")).text
    organisatie.type = Organisatietype.WATERSCHAP
    db.session.commit()
    page = read_page(client.get("/checklist/"))
    assert "Per bestuurstermijn uitgangspunten herijken" in page.text
    assert "algemeen bestuur" in read_page(client.get("/checklist/1")).text


@pytest.mark.parametrize("pad", ["/checklist/", "/checklist/6"])
@pytest.mark.parametrize("rol", [Rol.MEDEWERKER, Rol.COORDINATOR])
def test_a_page_takes_at_most_eight_statements(
    client_for: Client, make_stap: Make, rol: Rol, pad: str
) -> None:
    client = client_for(rol)
    for headers in ({}, HTMX):
        client.get(pad, headers=headers)  # the first one after a write asks every room
        with count_queries() as statements:
            assert client.get(pad, headers=headers).status_code == 200
        assert len(statements) <= 8, statements


@pytest.mark.usefixtures("in_request")
def test_the_proofs_are_asked_again_after_a_write(make_stap: Make) -> None:
    assert read_checklist().regel(10).bewijs.oordeel is Oordeel.OP_ORDE
    eerder = read_checklist().zicht
    assert read_checklist().zicht is eerder
    make_stap(1, status=Stapstatus.BEZIG)
    assert read_checklist().zicht is not eerder


@pytest.mark.usefixtures("ronde", "in_request")
def test_the_start_page_gets_the_progress() -> None:
    stand = progress()
    assert len(stand.oordelen) == 23
    assert sum(stand.per_oordeel.values()) == 23
    assert stand.voortgang.van == 23


@pytest.mark.usefixtures("in_request")
def test_my_steps_that_ask_something_soon(make_stap: Make, make_gebruiker: MakeGebruiker) -> None:
    ik, ander = make_gebruiker(Rol.GRIFFIER), make_gebruiker(Rol.COORDINATOR)
    make_stap(2, eigenaar=ik, uiterlijk_op=vandaag() + timedelta(days=14))
    make_stap(4, vervanger=ik, uiterlijk_op=vandaag() - timedelta(days=1))
    make_stap(6, eigenaar=ik, uiterlijk_op=vandaag() + timedelta(days=15))
    make_stap(7, eigenaar=ander, uiterlijk_op=vandaag())
    assert [regel.nummer for regel in my_steps_due(ik.id)] == [4, 2]

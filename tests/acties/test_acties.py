"""The list, one action, making, changing and finishing it."""

from datetime import timedelta

from vob.acties.values import Status
from vob.checklist.models import ChecklistStap
from vob.checklist.values import Ritme
from vob.core.clock import vandaag
from vob.core.permissions import Rol
from vob.data import db

from ..pages import HTMX, form_data, read_fragment, read_page, text_of


def titles(page):
    return [cell.text.strip() for cell in page.select("tbody th")]


def test_my_list_shows_mine_and_what_is_due_first_on_top(make_gebruiker, client_of, make_actie):
    ik, ander = make_gebruiker(Rol.MEDEWERKER), make_gebruiker(Rol.MEDEWERKER)
    make_actie(ik, titel="Later")
    make_actie(ik, titel="Eerst", uiterlijk=vandaag())
    make_actie(ander, titel="Van een ander")
    assert titles(read_page(client_of(ik).get("/acties/"))) == ["Eerst", "Later"]


def test_a_late_action_says_so(make_gebruiker, client_of, make_actie):
    ik = make_gebruiker(Rol.MEDEWERKER)
    make_actie(ik, uiterlijk=vandaag() - timedelta(days=3))
    page = read_page(client_of(ik).get("/acties/?welke=laat"))
    assert text_of(page, "tbody .badge") == "te laat"
    assert "3 dagen te laat" in text_of(page, "tbody")


def test_coordinator_sees_all_and_a_medewerker_does_not(make_gebruiker, client_of, make_actie):
    ander = make_gebruiker(Rol.MEDEWERKER)
    make_actie(ander, titel="Van een ander")
    coordinator, ik = make_gebruiker(Rol.COORDINATOR), make_gebruiker(Rol.MEDEWERKER)
    assert titles(read_page(client_of(coordinator).get("/acties/?welke=alle"))) == ["Van een ander"]
    assert titles(read_page(client_of(ik).get("/acties/?welke=alle"))) == []


def test_an_action_from_something_one_may_not_see_stays_hidden(
    make_gebruiker, client_of, make_actie
):
    actie = make_actie(make_gebruiker(Rol.MEDEWERKER), bron_soort="bestaat-niet", bron_id=1)
    client = client_of(make_gebruiker(Rol.COORDINATOR))
    assert titles(read_page(client.get("/acties/?welke=alle"))) == []
    assert client.get(f"/acties/{actie.id}").status_code == 404


def test_who_manages_actions_sees_those_of_what_they_work_on(make_gebruiker, client_of, make_actie):
    griffier, ander = make_gebruiker(Rol.GRIFFIER), make_gebruiker(Rol.MEDEWERKER)
    make_actie(ander, titel="Los")
    van_stap = make_actie(ander, titel="Van een stap", bron_soort="checklist_stap", bron_id=6)
    db.session.add(ChecklistStap(id=6, ritme=Ritme.JAARLIJKS))
    db.session.commit()
    client = client_of(griffier)
    assert titles(read_page(client.get("/acties/?welke=alle"))) == ["Van een stap"]
    assert client.get(f"/acties/{van_stap.id}").status_code == 200
    assert titles(read_page(client_of(ander).get("/acties/?welke=alle"))) == ["Los", "Van een stap"]


def test_unknown_filters_and_cursors_do_no_harm(client_for):
    client = client_for(Rol.MEDEWERKER)
    assert client.get("/acties/?welke=x&status=y&eigenaar=²").status_code == 200
    assert client.get("/acties/?na=onzin").status_code == 303


def test_made_once_however_often_it_is_sent(make_gebruiker, client_of):
    client = client_of(make_gebruiker(Rol.COORDINATOR))
    form = form_data(read_page(client.get("/acties/nieuw")), "form[novalidate]")
    form |= {"titel": "Nieuwe sloten"}
    first, second = (client.post("/acties/nieuw", data=form) for _ in range(2))
    assert (first.status_code, second.location) == (303, first.location)
    assert titles(read_page(client.get("/acties/"))) == ["Nieuwe sloten"]


def test_a_medewerker_makes_no_actions(client_for):
    assert client_for(Rol.MEDEWERKER).get("/acties/nieuw").status_code == 403


def test_missing_title_is_named_and_the_rest_stays(client_for):
    client = client_for(Rol.COORDINATOR)
    form = form_data(read_page(client.get("/acties/nieuw")), "form[novalidate]")
    r = client.post("/acties/nieuw", data=form | {"toelichting": "blijft staan"})
    assert r.status_code == 422
    assert "Vul in wat er moet gebeuren." in text_of(read_page(r), "#fouten")
    assert read_page(r).select_one("#toelichting").text.strip() == "blijft staan"


def test_done_in_place_with_proof(make_gebruiker, client_of, make_actie):
    ik = make_gebruiker(Rol.MEDEWERKER)
    actie = make_actie(ik)
    data = {"naar": "gedaan", "toelichting": "foto van het slot"}
    r = client_of(ik).post(f"/acties/{actie.id}/status", data=data, headers=HTMX)
    fragment = read_fragment(r)
    assert fragment.select_one(f"div#actie-{actie.id}")
    assert "foto van het slot" in fragment.text
    db.session.refresh(actie)
    assert actie.status is Status.GEDAAN
    assert actie.afgerond_op is not None


def test_lapsing_without_a_reason_is_refused(make_gebruiker, client_of, make_actie):
    ik = make_gebruiker(Rol.MEDEWERKER)
    r = client_of(ik).post(f"/acties/{make_actie(ik).id}/status", data={"naar": "vervallen"})
    assert r.status_code == 409
    assert "waarom" in read_page(r).text


def test_a_status_that_does_not_exist_is_refused(make_gebruiker, client_of, make_actie):
    ik = make_gebruiker(Rol.MEDEWERKER)
    r = client_of(ik).post(f"/acties/{make_actie(ik).id}/status", data={"naar": "weg"})
    assert r.status_code == 422


def test_an_explanation_can_be_written(make_gebruiker, client_of, make_actie):
    ik = make_gebruiker(Rol.MEDEWERKER)
    url = f"/acties/{make_actie(ik).id}/wijzigen"
    client = client_of(ik)
    form = form_data(read_page(client.get(url)), "form[novalidate]")
    r = client.post(url, data=form | {"verklaring": "levering vertraagd"})
    assert "levering vertraagd" in read_page(client.get(r.location)).text


def test_a_stranger_gets_404(make_gebruiker, client_of, make_actie):
    actie = make_actie(make_gebruiker(Rol.MEDEWERKER))
    client = client_of(make_gebruiker(Rol.MEDEWERKER))
    for path in ("", "/wijzigen"):
        assert client.get(f"/acties/{actie.id}{path}").status_code == 404
    assert client.post(f"/acties/{actie.id}/status", data={"naar": "gedaan"}).status_code == 404

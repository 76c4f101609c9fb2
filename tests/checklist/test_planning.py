from collections.abc import Callable
from datetime import date

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from vob.checklist.models import ChecklistGebeurtenis, ChecklistRonde, ChecklistStap
from vob.checklist.values import Gebeurtenissoort, Ritme, Stapstatus
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker

from ..pages import HTMX, form_data, read_fragment, read_page, text_of

Client = Callable[..., FlaskClient]
Make = Callable[..., ChecklistStap]
MakeGebruiker = Callable[..., Gebruiker]
URL = "/checklist/6/planning"


def _form(client: FlaskClient, **answers: object) -> dict[str, object]:
    page = read_page(client.get(URL))
    return form_data(page, "#planning form") | {k: str(v) for k, v in answers.items()}


def _stap() -> ChecklistStap:
    db.session.expire_all()
    return db.session.get_one(ChecklistStap, 6)


def test_the_coordinator_plans_a_step(
    client_for: Client, ronde: ChecklistRonde, make_gebruiker: MakeGebruiker
) -> None:
    eigenaar, vervanger = make_gebruiker(Rol.GRIFFIER), make_gebruiker(Rol.BESTUURDER)
    client = client_for(Rol.COORDINATOR)
    answers = {"eigenaar_id": eigenaar.id, "vervanger_id": vervanger.id}
    data = _form(client, **answers, uiterlijk_op="2027-03-01", ritme="jaarlijks")
    r = client.post(URL, data=data)
    assert (r.status_code, r.location) == (303, "/checklist/6")
    stap = _stap()
    assert (stap.eigenaar_id, stap.vervanger_id) == (eigenaar.id, vervanger.id)
    assert (stap.uiterlijk_op, stap.ritme) == (date(2027, 3, 1), Ritme.JAARLIJKS)
    rows = db.session.scalars(select(ChecklistGebeurtenis).filter_by(stap_id=6)).all()
    regels = {row.soort: (row.van, row.naar) for row in rows}
    assert regels[Gebeurtenissoort.EIGENAAR] == ("", eigenaar.naam)
    assert regels[Gebeurtenissoort.UITERLIJK] == ("", "1 maart 2027")
    assert regels[Gebeurtenissoort.RITME] == ("Elk half jaar", "Elk jaar")


def test_htmx_gets_the_plan_and_the_version_for_the_other_form(
    client_for: Client, ronde: ChecklistRonde
) -> None:
    client = client_for(Rol.COORDINATOR)
    r = client.post(URL, data=_form(client, ritme="eenmalig"), headers=HTMX)
    part = read_fragment(r)
    assert "Eenmalig" in text_of(part, "#planning")
    versie = part.select_one("input[name=versie][hx-swap-oob]")
    assert versie is not None
    assert versie["value"] == str(_stap().versie)
    assert part.select_one("#voortgang[hx-swap-oob]")


def test_an_owner_plans_but_does_not_give_away(
    client_of: Client, make_stap: Make, make_gebruiker: MakeGebruiker
) -> None:
    eigenaar, ander = make_gebruiker(Rol.GRIFFIER), make_gebruiker(Rol.BESTUURDER)
    make_stap(6, eigenaar=eigenaar)
    client = client_of(eigenaar)
    data = _form(client, vervanger_id=ander.id)
    assert "eigenaar_id" not in data
    client.post(URL, data=data | {"eigenaar_id": str(ander.id)})
    assert (_stap().eigenaar_id, _stap().vervanger_id) == (eigenaar.id, ander.id)


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_the_deputy_is_someone_else(
    client_for: Client,
    ronde: ChecklistRonde,
    make_gebruiker: MakeGebruiker,
    headers: dict[str, str],
) -> None:
    wie = make_gebruiker(Rol.GRIFFIER)
    client = client_for(Rol.COORDINATOR)
    data = _form(client, eigenaar_id=wie.id, vervanger_id=wie.id)
    r = client.post(URL, data=data, headers=headers)
    assert r.status_code == 422
    assert "iemand anders" in text_of(read_fragment(r), "#vervanger_id-fout")


def test_only_who_works_on_the_checklist_can_be_chosen(
    client_for: Client, make_stap: Make, make_gebruiker: MakeGebruiker
) -> None:
    make_gebruiker(Rol.MEDEWERKER, naam="Mo Haddad")
    weg = make_gebruiker(Rol.GRIFFIER, naam="Joris van Dam", is_actief=False)
    make_stap(6, eigenaar=weg)
    page = read_page(client_for(Rol.COORDINATOR).get(URL))
    keuzes = [option.text for option in page.select("#eigenaar_id option")]
    assert "Mo Haddad" not in keuzes
    assert "Joris van Dam" in keuzes  # who has it stays, until someone else gets it


def test_someone_else_was_first(
    client_for: Client, make_stap: Make, make_gebruiker: MakeGebruiker
) -> None:
    anna, bart = (
        make_gebruiker(Rol.GRIFFIER, naam="Anna"),
        make_gebruiker(Rol.GRIFFIER, naam="Bart"),
    )
    make_stap(6, uiterlijk_op=date(2027, 1, 1))
    client = client_for(Rol.COORDINATOR)
    mijn = _form(client, eigenaar_id=anna.id, uiterlijk_op="2027-02-01")
    client.post(URL, data=_form(client, eigenaar_id=bart.id))
    r = client.post(URL, data=mijn)
    assert r.status_code == 409
    tabel = text_of(read_page(r), "#fouten table")
    assert "EigenaarBartAnna" in tabel
    assert "1 januari 20271 februari 2027" in tabel


def test_another_one_may_not(client_for: Client, ronde: ChecklistRonde) -> None:
    assert client_for(Rol.MEDEWERKER).get(URL).status_code == 403
    assert client_for(Rol.GRIFFIER).get(URL).status_code == 403
    assert client_for(Rol.GRIFFIER).post(URL, data={"ritme": "eenmalig"}).status_code == 403


def test_a_yearly_step_says_when_it_comes_back(client_for: Client, make_stap: Make) -> None:
    make_stap(6, status=Stapstatus.GEREED, ritme=Ritme.JAARLIJKS, laatst_gedaan_op=date(2026, 5, 4))
    page = read_page(client_for(Rol.MEDEWERKER).get("/checklist/6"))
    assert "Weer nodig4 mei 2027" in text_of(page, "#planning .facts")

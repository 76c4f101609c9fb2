from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from vob.checklist.models import ChecklistGebeurtenis, ChecklistRonde, ChecklistStap
from vob.checklist.values import Gebeurtenissoort, Ritme, Stapstatus
from vob.core.clock import vandaag
from vob.core.permissions import Rol
from vob.data import AuditRegel, db
from vob.gebruikers.models import Gebruiker

from ..pages import HTMX, form_data, read_fragment, read_page, text_of

Client = Callable[..., FlaskClient]
Make = Callable[..., ChecklistStap]
MakeGebruiker = Callable[..., Gebruiker]


def _form(client: FlaskClient, **answers: str) -> dict[str, object]:
    """The form as it stands on the page, with these answers."""
    page = read_page(client.get("/checklist/6"))
    return form_data(page, "#stand form[action='/checklist/6']") | answers


def _stap() -> ChecklistStap:
    db.session.expire_all()
    return db.session.get_one(ChecklistStap, 6)


def _history() -> list[tuple[Gebeurtenissoort, str, str]]:
    rows = db.session.scalars(select(ChecklistGebeurtenis).filter_by(stap_id=6))
    return [(row.soort, row.van, row.naar) for row in rows if row.soort != "ronde"]


def test_the_owner_says_where_the_step_stands(
    client_of: Client, make_stap: Make, make_gebruiker: MakeGebruiker
) -> None:
    eigenaar = make_gebruiker(Rol.GRIFFIER)
    make_stap(6, eigenaar=eigenaar)
    client = client_of(eigenaar)
    r = client.post("/checklist/6", data=_form(client, status="bezig", opmerking="Politie belt."))
    assert (r.status_code, r.location) == (303, "/checklist/6")
    assert (_stap().status, _stap().opmerking) == (Stapstatus.BEZIG, "Politie belt.")
    assert _history() == [
        (Gebeurtenissoort.STATUS, "Niet gestart", "Bezig"),
        (Gebeurtenissoort.OPMERKING, "", ""),
    ]


def test_the_deputy_may_too(
    client_of: Client, make_stap: Make, make_gebruiker: MakeGebruiker
) -> None:
    vervanger = make_gebruiker(Rol.WOORDVOERDER)
    make_stap(6, vervanger=vervanger)
    client = client_of(vervanger)
    assert client.post("/checklist/6", data=_form(client, status="bezig")).status_code == 303


def test_done_is_done_today(client_for: Client, ronde: ChecklistRonde) -> None:
    client = client_for(Rol.COORDINATOR)
    client.post("/checklist/6", data=_form(client, status="gereed"))
    assert _stap().laatst_gedaan_op == vandaag()


def test_htmx_gets_the_step_and_the_progress_beside_it(
    client_for: Client, ronde: ChecklistRonde
) -> None:
    client = client_for(Rol.COORDINATOR)
    r = client.post("/checklist/6", data=_form(client, status="gereed"), headers=HTMX)
    part = read_fragment(r)
    assert "Gereed" in text_of(part, "#stand .facts")
    assert part.select_one("#voortgang[hx-swap-oob=true]")
    assert text_of(part, "#voortgang .cijferregel") == "1 van 23 stappen gereed"


def test_does_not_apply_needs_a_reason(client_for: Client, ronde: ChecklistRonde) -> None:
    client = client_for(Rol.COORDINATOR)
    data = _form(client, status="niet_van_toepassing")
    for headers in ({}, HTMX):
        r = client.post("/checklist/6", data=data, headers=headers)
        assert r.status_code == 422
        assert "Schrijf op waarom" in text_of(read_fragment(r), "#reden-fout")
    assert _stap().status is Stapstatus.NIET_GESTART


def test_the_reason_goes_when_the_step_applies_again(client_for: Client, make_stap: Make) -> None:
    make_stap(6, status=Stapstatus.NIET_VAN_TOEPASSING, reden="Geen keten.")
    client = client_for(Rol.COORDINATOR)
    client.post("/checklist/6", data=_form(client, reden="Geen partners."))
    assert _history()[-1] == (Gebeurtenissoort.REDEN, "", "")
    client.post("/checklist/6", data=_form(client, status="bezig"))
    assert _stap().reden == ""


def test_a_day_to_come_is_refused(client_for: Client, ronde: ChecklistRonde) -> None:
    client = client_for(Rol.COORDINATOR)
    morgen = (vandaag() + timedelta(days=1)).isoformat()
    r = client.post("/checklist/6", data=_form(client, status="gereed", laatst_gedaan_op=morgen))
    assert r.status_code == 422
    assert "ligt in de toekomst" in text_of(read_page(r), "#laatst_gedaan_op-fout")


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_someone_else_was_first(
    client_for: Client, ronde: ChecklistRonde, headers: dict[str, str]
) -> None:
    client = client_for(Rol.COORDINATOR)
    mijn = _form(client, status="gereed", opmerking="Klaar.")
    client.post("/checklist/6", data=_form(client, status="bezig", opmerking="Nog niet."))
    r = client.post("/checklist/6", data=mijn, headers=headers)
    assert r.status_code == 409
    part = read_fragment(r)
    assert "BezigGereed" in text_of(part, "#fouten table")
    assert "Nog niet.Klaar." in text_of(part, "#fouten table")
    assert _stap().opmerking == "Nog niet."


def test_sending_again_after_reading_both_overwrites(
    client_for: Client, ronde: ChecklistRonde
) -> None:
    client = client_for(Rol.COORDINATOR)
    mijn = _form(client, opmerking="Klaar.")
    client.post("/checklist/6", data=_form(client, opmerking="Nog niet."))
    page = read_page(client.post("/checklist/6", data=mijn))
    client.post("/checklist/6", data=form_data(page, "#stand form[action='/checklist/6']"))
    assert _stap().opmerking == "Klaar."


def test_sent_twice_is_no_conflict(client_for: Client, ronde: ChecklistRonde) -> None:
    client = client_for(Rol.COORDINATOR)
    data = _form(client, opmerking="Klaar.")
    assert client.post("/checklist/6", data=data).status_code == 303
    assert client.post("/checklist/6", data=data).status_code == 303
    assert len(_history()) == 1


def test_done_again_today(client_for: Client, make_stap: Make) -> None:
    oud = vandaag() - timedelta(days=400)
    make_stap(6, status=Stapstatus.GEREED, laatst_gedaan_op=oud, ritme=Ritme.JAARLIJKS)
    client = client_for(Rol.COORDINATOR)
    page = read_page(client.get("/checklist/6"))
    assert "Opnieuw nodig." in text_of(page, "#stand")
    data = form_data(page, "form[action='/checklist/6/gedaan']")
    part = read_fragment(client.post("/checklist/6/gedaan", data=data, headers=HTMX))
    assert "Opnieuw nodig." not in text_of(part, "#stand")
    assert _stap().laatst_gedaan_op == vandaag()


def test_another_one_may_not(client_for: Client, ronde: ChecklistRonde) -> None:
    for client in (client_for(Rol.GRIFFIER), client_for(Rol.MEDEWERKER)):
        assert client.post("/checklist/6", data={"status": "gereed"}).status_code == 403
        assert client.post("/checklist/6/gedaan").status_code == 403
        assert not read_page(client.get("/checklist/6")).select("#stand form")


def test_without_a_round_nothing_can_be_changed(client_for: Client) -> None:
    client = client_for(Rol.COORDINATOR)
    r = client.post("/checklist/6", data={"status": "gereed"})
    assert r.status_code == 409
    assert "Er loopt nu geen ronde" in r.text


@pytest.mark.parametrize("nummer", [0, 24])
def test_there_are_23_steps(client_for: Client, ronde: ChecklistRonde, nummer: int) -> None:
    client = client_for(Rol.COORDINATOR)
    assert client.get(f"/checklist/{nummer}").status_code == 404
    assert client.post(f"/checklist/{nummer}").status_code == 404


def test_what_was_typed_in_a_dead_session_comes_back(
    client_of: Client, make_stap: Make, make_gebruiker: MakeGebruiker
) -> None:
    eigenaar = make_gebruiker(Rol.COORDINATOR)
    make_stap(6, eigenaar=eigenaar)
    client = client_of(eigenaar)
    client.post("/concepten/", data=_form(client, opmerking="Half af") | {"_pad": "/checklist/6"})
    page = read_page(client.get("/checklist/6"))
    assert "Half af" in text_of(page, "#opmerking")
    assert "Wat u eerder typte" in text_of(page, "#stand .bewaard")
    client.post("/checklist/6", data=form_data(page, "#stand form[action='/checklist/6']"))
    assert not read_page(client.get("/checklist/6")).select("#stand .bewaard")


def test_the_change_is_audited_without_the_words(client_for: Client, ronde: ChecklistRonde) -> None:
    client = client_for(Rol.COORDINATOR)
    client.post("/checklist/6", data=_form(client, opmerking="Gevoelig."))
    regel = db.session.scalars(
        select(AuditRegel).filter_by(tabel="checklist_stap", actie="gewijzigd", object_id=6)
    ).one()
    assert regel.kolommen == ["opmerking"]


def test_outdated_is_said_before_what_is_wrong(client_for: Client, ronde: ChecklistRonde) -> None:
    client = client_for(Rol.COORDINATOR)
    mijn = _form(client, status="niet_van_toepassing")
    client.post("/checklist/6", data=_form(client, status="bezig"))
    assert client.post("/checklist/6", data=mijn).status_code == 409

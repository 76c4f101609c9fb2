from collections.abc import Callable
from datetime import date

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from vob.checklist.models import (
    ChecklistDeelactie,
    ChecklistRonde,
    ChecklistRondestap,
    ChecklistStap,
)
from vob.checklist.values import Ritme, Rondesoort, Stapstatus
from vob.core.bewijs import Oordeel
from vob.core.clock import vandaag
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker

from ..pages import form_data, read_page, text_of

Client = Callable[..., FlaskClient]
Make = Callable[..., ChecklistStap]
MakeGebruiker = Callable[..., Gebruiker]
NIEUW = "/checklist/rondes/nieuw"


def _start(client: FlaskClient, **answers: str) -> object:
    data = form_data(read_page(client.get(NIEUW)), "main form") | answers
    return client.post(NIEUW, data=data)


def _close(client: FlaskClient, ronde_id: int, **answers: str) -> object:
    url = f"/checklist/rondes/{ronde_id}/afsluiten"
    data = form_data(read_page(client.get(url)), "main form") | {"zeker": "y"} | answers
    return client.post(url, data=data)


def _stap(nummer: int) -> ChecklistStap:
    db.session.expire_all()
    return db.session.get_one(ChecklistStap, nummer)


def test_the_first_round_makes_the_steps(client_for: Client) -> None:
    client = client_for(Rol.COORDINATOR)
    assert "Er is nog geen ronde." in read_page(client.get("/checklist/rondes")).text
    r = _start(client, naam="Ronde 2026")
    assert r.location == "/checklist/"  # type: ignore[attr-defined]  # a response
    assert len(db.session.scalars(select(ChecklistStap)).all()) == 23
    assert _stap(6).ritme is Ritme.HALFJAARLIJKS
    assert not read_page(client.get("/checklist/")).select(".note.warn")


def test_the_form_suggests_a_name(client_for: Client) -> None:
    page = read_page(client_for(Rol.COORDINATOR).get(NIEUW))
    assert form_data(page, "main form")["naam"] == f"Ronde {vandaag().year}"
    assert "Dit is de eerste ronde." in page.text


def test_a_second_round_waits_for_the_first(client_for: Client, ronde: ChecklistRonde) -> None:
    client = client_for(Rol.COORDINATOR)
    assert client.get(NIEUW).status_code == 409
    assert client.post(NIEUW, data={}).status_code == 409
    assert not read_page(client.get("/checklist/rondes")).select(f"a[href='{NIEUW}']")


def test_the_database_itself_refuses_two_that_run(ronde: ChecklistRonde) -> None:
    db.session.add(
        ChecklistRonde(naam="Nog een", soort=Rondesoort.JAAR, begonnen_op=date(2026, 1, 1))
    )
    with pytest.raises(IntegrityError):
        db.session.flush()


def test_a_round_needs_a_name_and_a_day(client_for: Client) -> None:
    r = _start(client_for(Rol.COORDINATOR), naam="", begonnen_op="")
    assert r.status_code == 422  # type: ignore[attr-defined]  # a response
    assert len(read_page(r).select(".fout")) == 2  # type: ignore[arg-type]  # idem


def test_sent_twice_is_one_round(client_for: Client) -> None:
    client = client_for(Rol.COORDINATOR)
    data = form_data(read_page(client.get(NIEUW)), "main form")
    assert client.post(NIEUW, data=data).status_code == 303
    assert client.post(NIEUW, data=data).status_code == 303


def test_closing_keeps_what_users_say_and_what_vob_sees(
    client_for: Client, make_stap: Make, make_gebruiker: MakeGebruiker, ronde: ChecklistRonde
) -> None:
    eigenaar = make_gebruiker(Rol.GRIFFIER, naam="Joris van Dam")
    make_stap(1, status=Stapstatus.GEREED, eigenaar=eigenaar, opmerking="Zie besluit.")
    client = client_for(Rol.COORDINATOR)
    r = _close(client, ronde.id, conclusie="Goed jaar.")
    assert r.location == f"/checklist/rondes/{ronde.id}"  # type: ignore[attr-defined]  # a response
    bevroren = db.session.scalars(select(ChecklistRondestap).filter_by(nummer=1)).one()
    assert (bevroren.status, bevroren.oordeel) == (Stapstatus.GEREED, Oordeel.NIET_OP_ORDE)
    page = read_page(client.get(f"/checklist/rondes/{ronde.id}"))
    assert "Goed jaar." in page.text
    assert "Zie besluit." in page.text
    assert "Joris van Dam" in page.text
    assert "er was nog geen ronde" in page.text


def test_before_closing_the_page_says_what_it_means(
    client_for: Client, make_stap: Make, ronde: ChecklistRonde
) -> None:
    make_stap(1, status=Stapstatus.GEREED)
    page = read_page(client_for(Rol.COORDINATOR).get(f"/checklist/rondes/{ronde.id}/afsluiten"))
    assert "Dit is niet terug te draaien." in text_of(page, ".note")
    assert "maar VOB ziet iets anders" in page.text


def test_closing_asks_to_be_sure(client_for: Client, ronde: ChecklistRonde) -> None:
    client = client_for(Rol.COORDINATOR)
    url = f"/checklist/rondes/{ronde.id}/afsluiten"
    r = client.post(url, data=form_data(read_page(client.get(url)), "main form"))
    assert r.status_code == 422
    assert "Zet hier een vinkje" in text_of(read_page(r), "#zeker-fout")


def test_a_draft_keeps_the_words_but_not_the_tick(
    client_for: Client, ronde: ChecklistRonde
) -> None:
    client = client_for(Rol.COORDINATOR)
    url = f"/checklist/rondes/{ronde.id}/afsluiten"
    client.post("/concepten/", data={"_pad": url, "conclusie": "Goed jaar.", "zeker": "y"})
    data = form_data(read_page(client.get(url)), "main form")
    assert str(data["conclusie"]).strip() == "Goed jaar."
    assert "zeker" not in data


def test_what_is_closed_stays_closed(client_for: Client, ronde: ChecklistRonde) -> None:
    client = client_for(Rol.COORDINATOR)
    _close(client, ronde.id)
    r = client.post(f"/checklist/rondes/{ronde.id}/afsluiten", data={"zeker": "y"})
    assert (r.status_code, r.location) == (303, f"/checklist/rondes/{ronde.id}")
    assert client.post("/checklist/6", data={"status": "gereed"}).status_code == 409
    assert client.get("/checklist/rondes/999").status_code == 404


def test_the_next_round_takes_over_what_still_holds(
    client_for: Client, make_stap: Make, make_gebruiker: MakeGebruiker, ronde: ChecklistRonde
) -> None:
    wie = make_gebruiker(Rol.GRIFFIER)
    make_stap(1, status=Stapstatus.GEREED, eigenaar=wie)  # every term
    make_stap(6, status=Stapstatus.GEREED, eigenaar=wie, opmerking="Bel eerst.")
    make_stap(7, status=Stapstatus.BEZIG)
    client = client_for(Rol.COORDINATOR)
    deel = db.session.scalars(select(ChecklistDeelactie).filter_by(stap_id=6)).first()
    assert deel is not None
    client.post(f"/checklist/6/deelacties/{deel.id}", data={"gedaan": "ja"})
    _close(client, ronde.id)
    _start(client, naam="Ronde 2027", soort="jaar")
    assert [_stap(n).status.label for n in (1, 6, 7)] == ["Gereed", "Niet gestart", "Bezig"]
    assert (_stap(6).eigenaar_id, _stap(6).opmerking) == (wie.id, "Bel eerst.")
    assert db.session.get_one(ChecklistDeelactie, deel.id).gedaan_op is None


def test_a_new_term_asks_for_everything_again(
    client_for: Client, make_stap: Make, ronde: ChecklistRonde
) -> None:
    make_stap(1, status=Stapstatus.GEREED)
    make_stap(5, status=Stapstatus.NIET_VAN_TOEPASSING, reden="Niemand.")
    client = client_for(Rol.COORDINATOR)
    _close(client, ronde.id)
    _start(client, naam="Bestuursperiode 2026–2030", soort="termijn")
    assert _stap(1).status is Stapstatus.NIET_GESTART
    assert (_stap(5).status, _stap(5).reden) == (Stapstatus.NIET_GESTART, "")


def test_a_round_is_compared_with_the_one_before(
    client_for: Client, make_stap: Make, ronde: ChecklistRonde
) -> None:
    make_stap(14, status=Stapstatus.GEREED)
    make_stap(7, status=Stapstatus.BEZIG)
    client = client_for(Rol.COORDINATOR)
    _close(client, ronde.id)
    _start(client, naam="Ronde 2027", soort="jaar")
    make_stap(7, status=Stapstatus.GEREED)
    page = read_page(client.get(f"/checklist/rondes/{ronde.id + 1}"))
    rows = [" ".join(row.text.split()) for row in page.select("tbody tr")]
    assert "Slechter was: gereed, nog geen instrument" in rows[13].replace(
        "Slechterwas", "Slechter was"
    )
    assert "Beter" in rows[6]
    tellingen = text_of(page, ".legenda")
    assert "1 beter" in tellingen
    assert "1 slechter" in tellingen
    assert "21 gelijk" in tellingen


def test_the_list_shows_all_rounds(client_for: Client, ronde: ChecklistRonde) -> None:
    client = client_for(Rol.COORDINATOR, naam="Noor Bakker")
    _close(client, ronde.id)
    page = read_page(client.get("/checklist/rondes"))
    assert "door Noor Bakker" in page.text
    assert page.select_one(f"a[href='{NIEUW}']")
    _start(client, naam="Ronde 2027")
    page = read_page(client.get("/checklist/rondes"))
    assert [row.th.text.strip() for row in page.select("tbody tr") if row.th] == [
        "Ronde 2027",
        "Ronde 2026",
    ]
    assert "Loopt nu" in page.text


@pytest.mark.parametrize("rol", [Rol.MEDEWERKER, Rol.GRIFFIER, Rol.BEHEERDER])
def test_rounds_are_for_who_manages_the_checklist(
    client_for: Client, ronde: ChecklistRonde, rol: Rol
) -> None:
    client = client_for(rol)
    for pad in ("", "/nieuw", f"/{ronde.id}", f"/{ronde.id}/afsluiten"):
        assert client.get(f"/checklist/rondes{pad}").status_code == 403

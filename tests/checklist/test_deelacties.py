from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from vob.checklist.models import ChecklistDeelactie, ChecklistRonde, ChecklistStap
from vob.core.clock import vandaag
from vob.core.permissions import Rol
from vob.data import db

from ..pages import HTMX, form_data, read_fragment, read_page, text_of

Client = Callable[..., FlaskClient]
Make = Callable[..., ChecklistStap]


def _deelacties(nummer: int = 6) -> list[ChecklistDeelactie]:
    db.session.expire_all()
    stmt = select(ChecklistDeelactie).filter_by(stap_id=nummer).order_by(ChecklistDeelactie.id)
    return list(db.session.scalars(stmt))


def _add(client: FlaskClient, tekst: str, **options: object) -> object:
    page = read_page(client.get("/checklist/6"))
    data = form_data(page, "form[action$='/deelacties']") | {"tekst": tekst}
    return client.post("/checklist/6/deelacties", data=data, **options)  # type: ignore[arg-type]  # passed on


def test_ticking_says_who_and_when(client_for: Client, ronde: ChecklistRonde) -> None:
    client = client_for(Rol.COORDINATOR, naam="Noor Bakker")
    eerste = _deelacties()[0]
    url = f"/checklist/6/deelacties/{eerste.id}"
    part = read_fragment(client.post(url, data={"gedaan": "ja"}, headers=HTMX))
    assert "Noor Bakker" in text_of(part, "#deelacties li")
    assert text_of(part, "#deelacties [role=status]") == "1 van 4 gedaan"
    assert _deelacties()[0].gedaan_op == vandaag()


def test_an_empty_box_opens_it_again(client_for: Client, ronde: ChecklistRonde) -> None:
    client = client_for(Rol.COORDINATOR)
    url = f"/checklist/6/deelacties/{_deelacties()[0].id}"
    client.post(url, data={"gedaan": "ja"})
    r = client.post(url, data={})
    assert (r.status_code, r.location) == (303, "/checklist/6#deelacties")
    assert _deelacties()[0].gedaan_door_id is None


def test_two_who_tick_at_once_tick_once(client_for: Client, ronde: ChecklistRonde) -> None:
    client = client_for(Rol.COORDINATOR)
    url = f"/checklist/6/deelacties/{_deelacties()[0].id}"
    client.post(url, data={"gedaan": "ja"})
    client.post(url, data={"gedaan": "ja"})
    page = read_page(client.get("/checklist/6/geschiedenis"))
    assert page.text.count("Deelactie gedaan") == 1


def test_an_own_part_is_added_and_deleted(client_for: Client, ronde: ChecklistRonde) -> None:
    client = client_for(Rol.COORDINATOR)
    _add(client, "Bel de buurgemeente")
    eigen = _deelacties()[-1]
    assert (eigen.tekst, eigen.is_eigen) == ("Bel de buurgemeente", True)
    url = f"/checklist/6/deelacties/{eigen.id}/verwijderen"
    assert client.post(url).status_code == 303
    assert len(_deelacties()) == 4


def test_sent_twice_is_one_part(client_for: Client, ronde: ChecklistRonde) -> None:
    client = client_for(Rol.COORDINATOR)
    page = read_page(client.get("/checklist/6"))
    data = form_data(page, "form[action$='/deelacties']") | {"tekst": "Bel"}
    for _ in range(2):
        assert client.post("/checklist/6/deelacties", data=data).status_code == 303
    assert len(_deelacties()) == 5


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_an_empty_text_is_refused(
    client_for: Client, ronde: ChecklistRonde, headers: dict[str, str]
) -> None:
    r = _add(client_for(Rol.COORDINATOR), " ", headers=headers)
    assert r.status_code == 422  # type: ignore[attr-defined]  # a response
    assert "Schrijf op wat er moet gebeuren." in text_of(read_fragment(r), "#tekst-fout")  # type: ignore[arg-type]  # idem


def test_a_part_of_vob_stays(client_for: Client, ronde: ChecklistRonde) -> None:
    url = f"/checklist/6/deelacties/{_deelacties()[0].id}/verwijderen"
    r = client_for(Rol.COORDINATOR).post(url)
    assert r.status_code == 409
    assert len(_deelacties()) == 4


def test_a_part_of_another_step_is_not_found(client_for: Client, ronde: ChecklistRonde) -> None:
    elders = _deelacties(7)[0]
    client = client_for(Rol.COORDINATOR)
    assert client.post(f"/checklist/6/deelacties/{elders.id}").status_code == 404
    assert client.post("/checklist/6/deelacties/9999").status_code == 404


def test_another_one_may_not(client_for: Client, ronde: ChecklistRonde) -> None:
    url = f"/checklist/6/deelacties/{_deelacties()[0].id}"
    client = client_for(Rol.GRIFFIER)
    assert client.post(url, data={"gedaan": "ja"}).status_code == 403
    assert client.post(f"{url}/verwijderen").status_code == 403
    assert client.post("/checklist/6/deelacties", data={"tekst": "x"}).status_code == 403
    page = read_page(client.get("/checklist/6"))
    assert not page.select("#deelacties form")

"""How an organisation sets up its measures: kinds, ladder, letters."""

import pytest
from sqlalchemy import select

from tests.pages import read_page, text_of
from tests.pages import send_form as send
from vob.core.organisatietype import Organisatietype
from vob.core.permissions import Rol
from vob.data import db
from vob.documenten.models import Document
from vob.documenten.values import Documentsoort, Toegang
from vob.incidenten.maatregelen.models import Ladderstap, Maatregelregel
from vob.incidenten.maatregelen.queries import current_ladder, get_regel
from vob.incidenten.maatregelen.values import Geval, Maatregelsoort
from vob.incidenten.values import Ernst

PAD = "/incidenten/maatregelen"


def test_the_start_set_comes_as_drafts_once(client_for) -> None:
    client = client_for(Rol.COORDINATOR)
    assert "geen sjabloon" in client.get(f"{PAD}/soorten").text
    for _ in range(2):
        assert client.post(f"{PAD}/sjablonen").status_code == 303
    documenten = db.session.scalars(select(Document)).all()
    assert len(documenten) == 6
    for document in documenten:
        assert document.soort is Documentsoort.BRIEFSJABLOON
        assert document.toegang is Toegang.BEHEERDERS
    assert "nog vaststellen" in client.get(f"{PAD}/soorten").text


def test_a_kind_is_set_with_its_source_and_the_day_it_was_checked(client_for) -> None:
    client, adres = client_for(Rol.COORDINATOR), f"{PAD}/soorten/toegang_gebouw"
    leeg = send(client, adres, gecontroleerd_op="2999-01-01")
    assert leeg.status_code == 422
    answer = send(client, adres, grondslag="Huisregels", gecontroleerd_op="2026-11-01")
    assert answer.status_code == 303
    rij = text_of(read_page(client.get(f"{PAD}/soorten")), "#soort-toegang_gebouw")
    assert "Huisregels" in rij
    assert "gecontroleerd op 1 november 2026" in rij
    assert db.session.query(Maatregelregel).count() == 1


def test_an_unknown_kind_does_not_exist(client_for) -> None:
    client = client_for(Rol.COORDINATOR)
    assert client.get(f"{PAD}/soorten/onzin").status_code == 404
    assert client.get(f"{PAD}/soorten/aangifte").status_code == 404
    assert client.get(f"{PAD}/ladder/9").status_code == 404


@pytest.mark.parametrize("soort", Organisatietype)
def test_an_area_ban_is_for_a_gemeente(organisatie, soort: Organisatietype, app) -> None:
    organisatie.type = soort
    db.session.commit()
    with app.test_request_context():
        regel = get_regel(Maatregelsoort.GEBIEDSVERBOD)
        vergadering = get_regel(Maatregelsoort.TOEGANG_VERGADERING)
    assert regel.is_beschikbaar is (soort is Organisatietype.GEMEENTE)
    assert ("Gemeentewet" in vergadering.grondslag) is (soort is Organisatietype.GEMEENTE)


def test_the_ladder_is_edited_per_grade(client_for) -> None:
    client, adres = client_for(Rol.COORDINATOR), f"{PAD}/ladder/1"
    assert send(client, adres, eerste=[]).status_code == 422
    assert send(client, adres, eerste=["gesprek"], herhaling=["contactverbod"]).status_code == 303
    trap = current_ladder()
    assert trap[Ernst.HINDERLIJK, Geval.HERHALING] == [Maatregelsoort.CONTACTVERBOD]
    assert "Contact- of communicatieverbod" in text_of(
        read_page(client.get(f"{PAD}/ladder")), "#trede-1"
    )
    send(client, adres, eerste=["mondeling"])
    assert db.session.query(Ladderstap).count() == 3, "the same three cells"


def test_everyone_who_handles_cases_may_read_it(client_for) -> None:
    for rol in (Rol.GRIFFIER, Rol.BESTUURDER):
        client = client_for(rol)
        assert client.get(f"{PAD}/ladder").status_code == 200
        assert client.get(f"{PAD}/soorten").status_code == 200
        assert client.get(f"{PAD}/ladder/1").status_code == 403
        assert client.post(f"{PAD}/sjablonen").status_code == 403
    assert client_for(Rol.MEDEWERKER).get(f"{PAD}/ladder").status_code == 403

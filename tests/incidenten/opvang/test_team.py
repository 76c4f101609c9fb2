"""The opvangteam: who is in it, trained when, reachable or not."""

from sqlalchemy import select

from tests.pages import form_data, read_page
from vob.core.permissions import Rol
from vob.data import db
from vob.incidenten.opvang.models import Opvanglid

PAD = "/incidenten/opvangteam"


def test_the_coordinator_adds_someone_with_the_role(client_for, make_gebruiker) -> None:
    wie, ander = make_gebruiker(Rol.OPVANG), make_gebruiker(Rol.MEDEWERKER)
    client = client_for(Rol.COORDINATOR)
    assert "nog niemand in het opvangteam" in client.get(PAD).text
    page = read_page(client.get(f"{PAD}/nieuw"))
    keuzes = [optie["value"] for optie in page.select("#gebruiker_id option")]
    assert keuzes == ["", str(wie.id)]
    assert str(ander.id) not in keuzes
    data = form_data(page, "main form") | {"gebruiker_id": str(wie.id)}
    assert client.post(f"{PAD}/nieuw", data=data).status_code == 303
    lid = db.session.scalars(select(Opvanglid)).one()
    assert lid.gebruiker_id == wie.id
    assert not lid.is_bereikbaar, "there is no telephone number"


def test_nobody_is_no_choice(client_for) -> None:
    client = client_for(Rol.COORDINATOR)
    answer = client.post(f"{PAD}/nieuw", data={"gebruiker_id": "", "bereikbaar": "werkdagen"})
    assert answer.status_code == 422


def test_a_training_in_the_future_is_refused(client_for, make_gebruiker) -> None:
    lid = Opvanglid(gebruiker_id=make_gebruiker(Rol.OPVANG).id)
    db.session.add(lid)
    db.session.commit()
    client, pad = client_for(Rol.COORDINATOR), f"{PAD}/{lid.id}"
    data = form_data(read_page(client.get(pad)), "main form")
    assert client.post(pad, data=data | {"getraind_op": "2999-01-01"}).status_code == 422
    assert client.post(pad, data=data | {"getraind_op": "2026-01-05"}).status_code == 303
    assert client.post(pad, data=data).status_code == 409, "someone else changed it meanwhile"
    assert client.post(f"{pad}/verwijderen").status_code == 303
    assert db.session.query(Opvanglid).count() == 0


def test_the_team_is_for_who_manages_it(client_for) -> None:
    for rol in Rol:
        if rol is not Rol.COORDINATOR:
            assert client_for(rol).get(PAD).status_code == 403, rol

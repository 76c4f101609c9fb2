"""What an opvangpersoon, a victim and anyone else sees: their part, and nothing on a side path."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from tests.incidenten.opvang.conftest import Toneel
from tests.incidenten.test_queries_count import statements
from tests.pages import form_data, read_page, text_of
from vob.core.clock import nu, vandaag
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.betrokkenen import add_betrokkene
from vob.incidenten.models import Betrokkene
from vob.incidenten.opvang import operations
from vob.incidenten.opvang.models import Opvanglid
from vob.incidenten.opvang.queries import visible_trajecten
from vob.incidenten.opvang.values import Momentsoort, Opvangrol
from vob.incidenten.values import Betrokkenrol
from vob.organisatie.operations import add_start_set


def test_an_opvangpersoon_sees_the_care_and_nothing_else_of_the_case(toneel: Toneel) -> None:
    toneel.regel()
    client, zaak = toneel.client(toneel.opvang), f"/incidenten/{toneel.zaak.nummer}"
    page = read_page(client.get(toneel.pad))
    for geheim in ("grijze jas", "Dreigmail", "Een mail."):
        assert geheim not in page.text
    for pad in ("", "/ontvangst", "/schade", "/bijlagen"):
        assert client.get(zaak + pad).status_code == 404, pad
    for pad in ("/aangifte", "/maatregelen", "/evaluatie", "/wijzigen", "/termijnen"):
        assert client.get(zaak + pad).status_code == 403, pad
    assert toneel.zaak.nummer not in client.get("/zoeken?q=Dreigmail").text
    assert toneel.zaak.nummer not in client.get("/incidenten/mijn-meldingen").text


def test_the_list_of_who_gives_care_names_the_case_by_number_only(toneel: Toneel) -> None:
    toneel.regel()
    page = read_page(toneel.client(toneel.opvang).get("/incidenten/opvang"))
    assert "Yasmin Smit" in page.text
    assert toneel.zaak.nummer in page.text
    assert "Dreigmail" not in page.text


def test_who_gives_no_care_has_an_empty_list(toneel: Toneel, client_for) -> None:
    toneel.regel()
    page = read_page(client_for(Rol.OPVANG).get("/incidenten/opvang"))
    assert "Er loopt nu geen opvang die aan u is gevraagd" in page.text


def test_the_list_shows_what_runs_and_on_request_what_is_done(toneel: Toneel) -> None:
    traject = toneel.regel()
    traject.afgerond_op = vandaag()
    db.session.commit()
    client = toneel.client(toneel.opvang)
    page = read_page(client.get("/incidenten/opvang"))
    assert toneel.zaak.nummer not in page.text
    assert page.select("a[href='/incidenten/opvang?welke=alle']")
    assert toneel.zaak.nummer in client.get("/incidenten/opvang?welke=alle").text


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol is not Rol.COORDINATOR])
def test_for_anyone_else_it_does_not_exist(toneel: Toneel, client_for, rol: Rol) -> None:
    traject = toneel.regel()
    client = client_for(rol)
    assert client.get(toneel.pad).status_code == 404
    assert client.post(f"{toneel.pad}/vragen").status_code == 404
    assert client.post(f"{toneel.pad}/{traject.id}/afronden").status_code == 404
    assert client.post(f"{toneel.pad}/momenten/1", data={"naar": "gehouden"}).status_code == 404
    nieuw = client.get(f"{toneel.pad}/{traject.id}/momenten/nieuw").status_code
    assert nieuw == 404
    behandelt = rol in {Rol.GRIFFIER, Rol.BESTUURDER}
    for pad in ("/nieuw", f"/{traject.id}/opvangpersoon"):
        assert client.get(toneel.pad + pad).status_code == (404 if behandelt else 403)


def test_the_victim_sees_own_care_and_the_support_lines(toneel: Toneel) -> None:
    toneel.regel()
    toneel.regel(voor=Opvangrol.GETUIGE, gebruiker_id=None, naam="Robin Willemsen")
    add_start_set()
    db.session.commit()
    page = read_page(toneel.client(toneel.getroffene).get(toneel.pad))
    assert "Joris Vos" in page.text
    assert "Robin Willemsen" not in page.text
    hulp = text_of(page, "#steunpunten")
    assert "Slachtofferhulp Nederland" in hulp
    assert "Gecontroleerd op" in hulp
    assert "Vertrouwenslijn" not in hulp, "it does not exist any more"
    assert not page.select("a[href$='/momenten/nieuw']")


def test_someone_else_takes_over_and_the_first_loses_sight(
    toneel: Toneel, make_gebruiker: Callable[..., Gebruiker]
) -> None:
    traject = toneel.regel()
    ander = make_gebruiker(Rol.OPVANG)
    db.session.add(Opvanglid(gebruiker_id=ander.id))
    db.session.commit()
    client = toneel.client(toneel.coordinator)
    pad = f"{toneel.pad}/{traject.id}/opvangpersoon"
    assert client.post(pad, data={"opvangpersoon_id": str(ander.id)}).status_code == 303
    assert toneel.client(toneel.opvang).get(toneel.pad).status_code == 404
    assert toneel.client(ander).get(toneel.pad).status_code == 200
    stmt = select(Betrokkene.gebruiker_id).filter_by(rol=Betrokkenrol.OPVANG)
    assert db.session.scalars(stmt).all() == [ander.id]


def test_who_was_named_as_opvang_and_asked_nothing_yet_sees_no_care(
    toneel: Toneel, make_gebruiker: Callable[..., Gebruiker]
) -> None:
    toneel.regel()
    ander = make_gebruiker(Rol.OPVANG)
    add_betrokkene(toneel.zaak, ander.id, Betrokkenrol.OPVANG, nu())
    db.session.commit()
    page = read_page(toneel.client(ander).get(toneel.pad))
    assert "nog geen opvang aan u gevraagd" in page.text
    assert "Yasmin Smit" not in page.text


def test_who_turns_out_to_have_done_it_sees_nothing(toneel: Toneel) -> None:
    toneel.regel()
    add_betrokkene(toneel.zaak, toneel.opvang.id, Betrokkenrol.VEROORZAKER, nu())
    db.session.commit()
    assert toneel.client(toneel.opvang).get(toneel.pad).status_code == 404
    assert "Yasmin Smit" not in toneel.client(toneel.opvang).get("/incidenten/opvang").text


def test_who_lost_the_role_sees_nothing_any_more(toneel: Toneel) -> None:
    toneel.regel()
    toneel.opvang.rollen = [Rol.MEDEWERKER.value]
    db.session.commit()
    assert toneel.client(toneel.opvang).get(toneel.pad).status_code == 404
    assert toneel.client(toneel.opvang).get("/incidenten/opvang").status_code == 403


def test_a_coordinator_who_is_the_victim_sees_own_care_only(
    toneel: Toneel, make_gebruiker, make_incident
) -> None:
    zelf = make_gebruiker(Rol.COORDINATOR)
    zaak = make_incident(zelf)
    waarden = {"voor": Opvangrol.GETUIGE, "naam": "Robin Willemsen"}
    operations.create_traject(zaak, waarden, toneel.coordinator, nu())
    db.session.commit()
    page = read_page(toneel.client(zelf).get(f"/incidenten/{zaak.nummer}/opvang"))
    assert "Robin Willemsen" not in page.text
    assert "Opvang regelen" not in page.text


def test_extra_vertrouwelijk_is_for_those_named(toneel: Toneel, client_for) -> None:
    toneel.regel()
    toneel.zaak.set_vertrouwelijk(True)
    db.session.commit()
    assert client_for(Rol.COORDINATOR).get(toneel.pad).status_code == 404
    assert toneel.client(toneel.opvang).get(toneel.pad).status_code == 200


def test_every_side_path_asks_the_same_question(toneel: Toneel, make_gebruiker) -> None:
    traject = toneel.regel()
    ziet = {
        wie.naam: traject.id in db.session.scalars(visible_trajecten(wie)).all()
        for wie in (toneel.opvang, toneel.getroffene, toneel.coordinator)
    }
    assert all(ziet.values())
    for rol in Rol:
        if rol is not Rol.COORDINATOR:
            vreemde = make_gebruiker(rol)
            assert traject.id not in db.session.scalars(visible_trajecten(vreemde)).all(), rol


@pytest.mark.parametrize("rol", [Rol.BESTUURDER, Rol.GRIFFIER])
def test_who_care_is_for_sees_and_makes_no_action_of_it(
    toneel: Toneel, make_gebruiker: Callable[..., Gebruiker], rol: Rol
) -> None:
    zelf = make_gebruiker(rol)
    traject = toneel.regel(voor=Opvangrol.GETUIGE, gebruiker_id=zelf.id)
    for wie, status, keren in ((zelf, 404, 0), (toneel.coordinator, 303, 1)):
        client = toneel.client(wie)
        data = form_data(read_page(client.get("/acties/nieuw")), "main form")
        data |= {"titel": "Bel de huisarts", "eigenaar_id": str(toneel.coordinator.id)}
        bron = {"bron_soort": "opvangtraject", "bron_id": str(traject.id)}
        assert client.post("/acties/nieuw", data=data | bron).status_code == status
        assert ("Bel de huisarts" in client.get("/acties/?welke=alle").text) == keren
    assert "Bel de huisarts" not in toneel.client(zelf).get("/acties/?welke=alle").text
    assert toneel.client(zelf).get(toneel.pad).status_code == 200


@pytest.mark.parametrize("aantal", [1, 4])
def test_the_pages_ask_a_fixed_number_of_questions(toneel: Toneel, aantal: int) -> None:
    for nummer in range(aantal):
        voor = {"gebruiker_id": None, "naam": f"Getuige {nummer}"} if nummer else {}
        traject = toneel.regel(**voor)
        waarden = {"soort": Momentsoort.EERSTE}
        operations.add_moment(traject, waarden, toneel.opvang, nu())
    db.session.commit()
    for wie, pad in (
        (toneel.coordinator, toneel.pad),
        (toneel.opvang, toneel.pad),
        (toneel.opvang, "/incidenten/opvang"),
    ):
        client = toneel.client(wie)
        client.get(pad)
        assert statements(client, pad) <= 8, pad

"""Who takes part in handling a case, who never does, and what communicatie may know."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from tests.pages import form_data, read_page, text_of
from vob.berichten.models import Bericht
from vob.core.organisatietype import Functie
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.models import Betrokkene, Incident
from vob.incidenten.values import Betrokkenrol, Kanaal, NuVeilig

ClientOf = Callable[[Gebruiker], FlaskClient]
Maker = Callable[..., Gebruiker]
Zaken = Callable[..., Incident]
Lijn = Callable[..., object]


@pytest.fixture
def griffier(make_gebruiker: Maker) -> Gebruiker:
    return make_gebruiker(Rol.GRIFFIER, naam="Gijs Griffier")


def hand_over(client: FlaskClient, zaak: Incident, wie: object, reden: str = "is er nu"):  # type: ignore[no-untyped-def]  # a TestResponse
    data = {"wie": wie, "reden": reden}
    return client.post(f"/incidenten/{zaak.nummer}/behandelaars", data=data)


def add(client: FlaskClient, zaak: Incident, wie: object, rol: str, waarom: str = "weet ervan"):  # type: ignore[no-untyped-def]  # a TestResponse
    data = {"deelnemer": wie, "rol": rol, "waarom": waarom}
    return client.post(f"/incidenten/{zaak.nummer}/deelnemers", data=data)


def find(zaak: Incident, wie: Gebruiker, rol: Betrokkenrol) -> Betrokkene:
    stmt = db.select(Betrokkene).filter_by(incident_id=zaak.id, gebruiker_id=wie.id, rol=rol)
    return db.session.scalars(stmt).one()


def test_handing_over_with_a_reason(
    client: FlaskClient, client_of: ClientOf, griffier: Gebruiker, zaak: Incident
) -> None:
    pad = f"/incidenten/{zaak.nummer}"
    assert client_of(griffier).get(pad).status_code == 404
    assert hand_over(client, zaak, griffier.id, reden=" ").status_code == 422
    assert hand_over(client, zaak, griffier.id).status_code == 303
    assert client_of(griffier).get(pad).status_code == 200
    page = read_page(client.get(pad))
    assert griffier.naam in text_of(page, "#stand")
    assert "Gijs Griffier: is er nu" in text_of(page, "#verloop")


def test_who_it_is_about_is_given_no_role(
    client: FlaskClient, make_gebruiker: Maker, melder: Gebruiker, make_incident: Zaken
) -> None:
    bestuurder = make_gebruiker(Rol.BESTUURDER, naam="Bas Burg")
    op_id = make_incident(melder, getroffene_id=bestuurder.id)
    op_naam = make_incident(melder, getroffene_naam="bas  BURG", getroffene_functie=Functie.ANDERS)
    getuige = make_incident(melder, getuigen="Gezien door Bas Burg, bij de deur.")
    for zaak in (op_id, op_naam, getuige):
        for answer in (
            hand_over(client, zaak, bestuurder.id),
            *(add(client, zaak, bestuurder.id, rol) for rol in ("lijn", "opvang", "communicatie")),
        ):
            assert (answer.status_code, "zelf bij de zaak" in answer.text) == (409, True)


def test_someone_who_handles_no_cases_cannot_be_chosen(
    client: FlaskClient, make_gebruiker: Maker, zaak: Incident
) -> None:
    woordvoerder = make_gebruiker(Rol.WOORDVOERDER)
    for wie in (woordvoerder.id, "", "x"):
        assert hand_over(client, zaak, wie).status_code == 422
    assert add(client, zaak, woordvoerder.id, "lijn").status_code == 409
    assert add(client, zaak, woordvoerder.id, "lijn", waarom="").status_code == 422
    assert add(client, zaak, "", "communicatie").status_code == 422


def test_reading_along_and_no_more(
    client: FlaskClient, client_of: ClientOf, griffier: Gebruiker, zaak: Incident
) -> None:
    pad = f"/incidenten/{zaak.nummer}"
    assert [add(client, zaak, griffier.id, "lijn").status_code for _ in range(2)] == [303, 303]
    assert client_of(griffier).get(pad).status_code == 200
    page = read_page(client.get(f"{pad}/behandelaars"))
    assert griffier.naam in text_of(page, "#deelnemers")
    weg = f"{pad}/deelnemers/{find(zaak, griffier, Betrokkenrol.LIJN).id}/verwijderen"
    assert client.post(weg).status_code == 409
    assert client.post(weg, data={"reden": "ging weg"}).status_code == 303
    assert client_of(griffier).get(pad).status_code == 404
    verloop = text_of(read_page(client.get(pad)), "#verloop")
    assert "weet ervan" in verloop
    assert "ging weg" in verloop


def test_who_takes_oneself_off_goes_back_to_the_register(
    client_of: ClientOf, coordinator: Gebruiker, griffier: Gebruiker, zaak: Incident
) -> None:
    add(client_of(coordinator), zaak, griffier.id, "lijn")
    regel = find(zaak, griffier, Betrokkenrol.LIJN)
    pad = f"/incidenten/{zaak.nummer}/deelnemers/{regel.id}/verwijderen"
    answer = client_of(griffier).post(pad, data={"reden": "vakantie"})
    assert answer.location == "/incidenten/"


def test_somebody_must_remain(client: FlaskClient, coordinator: Gebruiker, zaak: Incident) -> None:
    regel = find(zaak, coordinator, Betrokkenrol.LIJN)
    pad = f"/incidenten/{zaak.nummer}/deelnemers/{regel.id}/verwijderen"
    answer = client.post(pad, data={"reden": "x"})
    assert (answer.status_code, "Er moet iemand overblijven" in answer.text) == (409, True)


def test_melder_and_getroffene_stay_and_others_cases_are_not_touched(
    client: FlaskClient, melder: Gebruiker, zaak: Incident, make_incident: Zaken
) -> None:
    ander = make_incident(melder)
    regel = find(zaak, melder, Betrokkenrol.MELDER)
    for nummer in (zaak.nummer, ander.nummer):
        pad = f"/incidenten/{nummer}/deelnemers/{regel.id}/verwijderen"
        assert client.post(pad, data={"reden": "x"}).status_code == 404


def test_an_offender_who_works_here_does_not_know_of_the_case(
    client_of: ClientOf, make_gebruiker: Maker, melder: Gebruiker, make_incident: Zaken
) -> None:
    dader, ander = (
        make_gebruiker(Rol.COORDINATOR, naam="Dirk Dader"),
        make_gebruiker(Rol.COORDINATOR),
    )
    zaak = make_incident(melder, veroorzaker="Het was Dirk Dader zelf.", nu_veilig=NuVeilig.NEE)
    client = client_of(dader)
    for pad in (f"/incidenten/{zaak.nummer}", f"/incidenten/{zaak.nummer}/termijnen"):
        assert client.get(pad).status_code == 404
    for pad in ("/incidenten/", "/", "/incidenten/termijnen", "/acties/?welke=alle"):
        assert zaak.nummer not in client.get(pad).text
    assert "0 zaken" in client.get("/incidenten/").text
    assert not db.session.scalars(db.select(Bericht).filter_by(gebruiker_id=dader.id)).all()
    assert client_of(ander).get(f"/incidenten/{zaak.nummer}").status_code == 200


def test_whoever_turns_out_to_be_part_of_it_loses_the_case_to_another(
    client_of: ClientOf,
    make_lijn: Lijn,
    griffier: Gebruiker,
    coordinator: Gebruiker,
    melder: Gebruiker,
    make_incident: Zaken,
) -> None:
    make_lijn(Functie.RAADSLID, griffier, coordinator)
    zaak = make_incident(melder, kanaal=Kanaal.EMAIL)
    client, pad = client_of(griffier), f"/incidenten/{zaak.nummer}"
    client.post(f"{pad}/status", data={"naar": "in_behandeling"})
    data = form_data(read_page(client.get(f"{pad}/wijzigen")), "main form")
    data |= {"veroorzaker": "Gijs Griffier"}
    assert client.post(f"{pad}/wijzigen", data=data).location == "/incidenten/"
    assert client.get(pad).status_code == 404
    page = read_page(client_of(coordinator).get(pad))
    assert "ligt de zaak bij de vervanger" in page.text
    assert "nog niemand" in text_of(page, "#stand")
    db.session.refresh(zaak)
    assert (zaak.behandelaar_id, zaak.lijn_id) == (None, coordinator.id)


def test_a_name_that_is_taken_out_again_blocks_no_more(
    client: FlaskClient, griffier: Gebruiker, melder: Gebruiker, make_incident: Zaken
) -> None:
    zaak = make_incident(melder, getuigen="Gijs Griffier")
    assert hand_over(client, zaak, griffier.id).status_code == 409
    pad = f"/incidenten/{zaak.nummer}/wijzigen"
    data = form_data(read_page(client.get(pad)), "main form") | {"getuigen": "een ander"}
    client.post(pad, data=data)
    assert hand_over(client, zaak, griffier.id).status_code == 303


def test_communicatie_sees_what_was_released_and_nothing_else(
    client: FlaskClient, client_of: ClientOf, make_gebruiker: Maker, zaak: Incident
) -> None:
    woordvoerder = make_gebruiker(Rol.WOORDVOERDER)
    ander, pad = client_of(woordvoerder), f"/incidenten/{zaak.nummer}"
    assert ander.get(f"{pad}/communicatie").status_code == 404
    add(client, zaak, woordvoerder.id, "communicatie")
    page = read_page(ander.get(f"{pad}/communicatie"))
    assert "nog niets vrijgegeven" in text_of(page, "#vrijgave")
    data = form_data(read_page(client.get(f"{pad}/communicatie")), "main form")
    client.post(f"{pad}/communicatie", data=data | {"tekst": "Er was een incident."})
    page = read_page(ander.get(f"{pad}/communicatie"))
    assert "Er was een incident." in text_of(page, "#vrijgave")
    assert [a.text for a in page.select("#onderdelen a")] == ["Communicatie"]
    assert "Ruzie" not in page.text
    assert ander.get(pad).status_code == 404
    assert ander.post(f"{pad}/communicatie", data={"tekst": "x"}).status_code == 404
    lijst = read_page(ander.get("/media/incidentberichten/"))
    assert lijst.select("a[href='/incidenten/communicatie']")
    assert zaak.nummer in ander.get("/incidenten/communicatie").text
    assert zaak.nummer not in client.get("/incidenten/communicatie").text


def test_communicatie_that_turns_out_to_have_done_it_reads_nothing(
    client: FlaskClient, client_of: ClientOf, make_gebruiker: Maker, zaak: Incident
) -> None:
    woordvoerder = make_gebruiker(Rol.WOORDVOERDER, naam="Wim Woord")
    ander, pad = client_of(woordvoerder), f"/incidenten/{zaak.nummer}"
    add(client, zaak, woordvoerder.id, "communicatie")
    assert ander.get(f"{pad}/communicatie").status_code == 200
    data = form_data(read_page(client.get(f"{pad}/wijzigen")), "main form")
    client.post(f"{pad}/wijzigen", data=data | {"veroorzaker": "Wim Woord"})
    assert ander.get(f"{pad}/communicatie").status_code == 404
    assert zaak.nummer not in ander.get("/incidenten/communicatie").text


def test_feedback_is_required_before_closing(
    client: FlaskClient, client_of: ClientOf, melder: Gebruiker, zaak: Incident
) -> None:
    pad = f"/incidenten/{zaak.nummer}"
    data = {"bericht": "Wij spraken de man aan.", "is_terugkoppeling": "y", "eenmalig": "een"}
    page = read_page(client.get(pad))
    assert page.select_one("#is_terugkoppeling")
    assert client.post(f"{pad}/berichten", data=data).status_code == 303
    db.session.refresh(zaak)
    assert zaak.terugkoppeling_op is not None
    assert not read_page(client.get(pad)).select("#is_terugkoppeling")
    gezien = text_of(read_page(client_of(melder).get(pad)), "#verloop")
    assert "Terugkoppeling: wat is ermee gedaan" in gezien


def test_a_melder_cannot_give_feedback_to_oneself(
    client_of: ClientOf, melder: Gebruiker, zaak: Incident
) -> None:
    data = {"bericht": "Klaar?", "is_terugkoppeling": "y", "eenmalig": "een"}
    client_of(melder).post(f"/incidenten/{zaak.nummer}/berichten", data=data)
    db.session.refresh(zaak)
    assert zaak.terugkoppeling_op is None
    assert zaak.bericht_op is not None

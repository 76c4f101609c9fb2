"""A message about a case: released facts, a check list, consent, and who sees what."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.incidenten.conftest import *  # noqa: F403 - a case and its people
from tests.pages import form_data, read_page, text_of
from vob.core.clock import nu
from vob.core.permissions import Rol
from vob.data import AuditRegel, db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.models import Incident
from vob.media.models import Afstemming, Incidentbericht
from vob.media.rules_bericht import find_risico
from vob.media.values import Bijstand, NaarBuiten, Niet, Vooraf

Maak = Callable[..., Any]
MAIN = "main form[method=post]"
ALLES = {"vooraf": [v.value for v in Vooraf], "niet": [n.value for n in Niet]}


@pytest.fixture
def coordinator(make_gebruiker: Maak, client_of: Maak) -> FlaskClient:
    return client_of(make_gebruiker(Rol.COORDINATOR))


@pytest.fixture
def zaak(make_incident: Maak, make_gebruiker: Maak) -> Incident:
    return make_incident(make_gebruiker(Rol.MEDEWERKER), titel="Geheime titel")


def begin(client: FlaskClient, nummer: str, feiten: str = "Er is aangifte gedaan.") -> str:
    data = {"nummer": nummer, "feiten": feiten}
    response = client.post("/media/incidentberichten/nieuw", data=data)
    assert response.status_code == 303
    return response.headers["Location"]


def test_the_woordvoerder_sees_what_was_released_and_never_the_case(
    coordinator: FlaskClient, woordvoerder: FlaskClient, zaak: Incident
) -> None:
    pad = begin(coordinator, zaak.nummer)
    page = read_page(woordvoerder.get(pad))
    assert "Er is aangifte gedaan." in page.text
    assert "Geheime titel" not in page.text
    assert not page.select(f"a[href='/incidenten/{zaak.nummer}']")
    assert woordvoerder.get(f"/incidenten/{zaak.nummer}").status_code in (403, 404)
    assert read_page(coordinator.get(pad)).select(f"a[href='/incidenten/{zaak.nummer}']")


def test_only_who_handles_the_case_begins_and_a_guess_tells_nothing(
    client_for: Maak, woordvoerder: FlaskClient, zaak: Incident
) -> None:
    assert woordvoerder.get("/media/incidentberichten/nieuw").status_code == 403
    griffier = client_for(Rol.GRIFFIER)
    zinnen = []
    for nummer in (zaak.nummer, "2026-9999"):
        data = {"nummer": nummer, "feiten": "Iets."}
        response = griffier.post("/media/incidentberichten/nieuw", data=data)
        assert response.status_code == 422
        zinnen.append(text_of(read_page(response), "#nummer-fout"))
    assert zinnen == ["U behandelt geen zaak met dit nummer."] * 2
    assert db.session.query(Incidentbericht).count() == 0


def test_it_does_not_exist_for_others(
    coordinator: FlaskClient, client_for: Maak, zaak: Incident
) -> None:
    pad = begin(coordinator, zaak.nummer)
    for rol in (Rol.MEDEWERKER, Rol.GRIFFIER, Rol.FG, Rol.BEHEERDER):
        client = client_for(rol)
        assert client.get(pad).status_code == 404
        assert zaak.nummer not in client.get("/media/incidentberichten/").text
        assert client.post(f"{pad}/naar-buiten", data={"naar_buiten": "ja"}).status_code == 404


def record_betrokkene(client: FlaskClient, pad: str) -> None:
    """Without a name: the case knows who it is."""
    data = {"soort": "incidentbericht", "ref": pad.rsplit("/", 1)[1], "partij": "betrokkene"}
    client.post("/media/afstemming", data=data)
    afstemming = db.session.scalars(db.select(Afstemming)).one()
    client.post(f"/media/afstemming/{afstemming.id}", data={"uitkomst": "akkoord"})


def test_a_tick_is_not_the_consent_of_the_person_concerned(
    coordinator: FlaskClient, woordvoerder: FlaskClient, zaak: Incident
) -> None:
    pad = begin(coordinator, zaak.nummer)
    bericht = db.session.scalars(db.select(Incidentbericht)).one()
    bericht.tekst = "Wij accepteren dit niet."
    bericht.vooraf, bericht.niet = ALLES["vooraf"], ALLES["niet"]
    db.session.commit()
    assert "Nog niet gevraagd: betrokkene zelf" in read_page(woordvoerder.get(pad)).text
    weigert = woordvoerder.post(f"{pad}/vrijgeven")
    assert weigert.status_code == 409
    assert "Het akkoord van de betrokkene is nog niet vastgelegd." in weigert.text
    record_betrokkene(woordvoerder, pad)
    assert "de betrokkene" in text_of(read_page(woordvoerder.get(pad)), "#afstemming li strong")
    assert woordvoerder.post(f"{pad}/vrijgeven").status_code == 303


def test_it_goes_out_only_when_every_box_was_looked_at(
    coordinator: FlaskClient, woordvoerder: FlaskClient, zaak: Incident
) -> None:
    pad = begin(coordinator, zaak.nummer)
    data = form_data(read_page(woordvoerder.get(f"{pad}/tekst")), MAIN)
    data |= {"tekst": "Wij accepteren dit niet."} | ALLES
    woordvoerder.post(f"{pad}/tekst", data=data | {"niet": ALLES["niet"][1:]})
    weigert = woordvoerder.post(f"{pad}/vrijgeven")
    assert weigert.status_code == 409
    assert "de precieze bedreiging" in weigert.text
    data["versie"] = form_data(read_page(woordvoerder.get(f"{pad}/tekst")), MAIN)["versie"]
    woordvoerder.post(f"{pad}/tekst", data=data)
    record_betrokkene(woordvoerder, pad)
    assert woordvoerder.post(f"{pad}/vrijgeven").status_code == 303
    deel = read_page(coordinator.get(f"/media/zaken/{zaak.nummer}"))
    assert "Wij accepteren dit niet." in deel.text
    assert "Vrijgegeven op" in deel.text


def test_the_case_has_a_communication_part_for_who_handles_it(
    coordinator: FlaskClient, woordvoerder: FlaskClient, client_for: Maak, zaak: Incident
) -> None:
    pad = f"/media/zaken/{zaak.nummer}"
    deel = f"/incidenten/{zaak.nummer}/communicatie"
    assert read_page(coordinator.get(f"/incidenten/{zaak.nummer}")).select(f"a[href='{deel}']")
    assert read_page(coordinator.get(deel)).select(f"a[href='{pad}']")
    leeg = read_page(coordinator.get(pad))
    assert "nog niets voor de pers" in leeg.text
    assert leeg.select(f"a[href='{deel}']"), "and back"
    bericht = begin(coordinator, zaak.nummer)
    assert read_page(coordinator.get(bericht)).select(f"a[href='{pad}']")
    assert "nog niet vrijgegeven" in coordinator.get(pad).text
    assert woordvoerder.get(pad).status_code == 403
    assert client_for(Rol.GRIFFIER).get(pad).status_code == 404


@pytest.fixture
def vrijgegeven(
    coordinator: FlaskClient, woordvoerder: FlaskClient, sanne: Gebruiker, zaak: Incident
) -> Incidentbericht:
    begin(coordinator, zaak.nummer)
    bericht = db.session.scalars(db.select(Incidentbericht)).one()
    bericht.tekst, bericht.status = "Wij accepteren dit niet.", Bijstand.VRIJGEGEVEN
    bericht.vrijgegeven_op, bericht.vrijgegeven_door_id = nu(), sanne.id
    db.session.commit()
    return bericht


def test_the_case_shows_what_was_released_on_its_own_communication_tab(
    coordinator: FlaskClient, zaak: Incident, vrijgegeven: Incidentbericht
) -> None:
    kaart = text_of(
        read_page(coordinator.get(f"/incidenten/{zaak.nummer}/communicatie")), "#berichten"
    )
    assert "Wij accepteren dit niet. Vrijgegeven op" in kaart
    assert "door Sanne Vermeer" in kaart
    assert "naar buiten gebracht: onbekend" in kaart
    gelezen = db.select(AuditRegel).filter_by(tabel="incidentbericht", actie="ingezien")
    assert db.session.scalars(gelezen).one().object_id == vrijgegeven.id


def test_a_draft_is_not_shown_there(coordinator: FlaskClient, zaak: Incident) -> None:
    begin(coordinator, zaak.nummer)
    deel = read_page(coordinator.get(f"/incidenten/{zaak.nummer}/communicatie"))
    assert "Er is nog geen tekst vrijgegeven." in text_of(deel, "#berichten")
    assert "Er is aangifte gedaan." not in deel.text


def test_the_head_of_the_case_says_whether_it_is_known_outside(
    coordinator: FlaskClient, woordvoerder: FlaskClient, zaak: Incident
) -> None:
    pad = f"/incidenten/{zaak.nummer}"
    assert "naar buiten gebracht" not in read_page(coordinator.get(pad)).text
    for waarde in ("nee", "ja"):
        bericht = begin(coordinator, zaak.nummer)
        woordvoerder.post(f"{bericht}/naar-buiten", data={"naar_buiten": waarde})
        assert f"naar buiten gebracht: {waarde}" in read_page(coordinator.get(pad)).text
    begin(coordinator, zaak.nummer)
    coordinator.post(f"{bericht}/intrekken")
    page = read_page(coordinator.get(pad))
    assert "naar buiten gebracht: ja" in page.text, "what is outside does not come back"


def test_a_released_text_does_not_change(
    coordinator: FlaskClient, woordvoerder: FlaskClient, zaak: Incident
) -> None:
    pad = begin(coordinator, zaak.nummer)
    bericht = db.session.scalars(db.select(Incidentbericht)).one()
    bericht.status = Bijstand.VRIJGEGEVEN
    db.session.commit()
    assert woordvoerder.get(f"{pad}/tekst").status_code == 404
    assert coordinator.get(f"{pad}/feiten").status_code == 404
    assert woordvoerder.post(f"{pad}/vrijgeven").status_code == 409


def test_whether_it_is_known_outside_is_recorded_by_both(
    coordinator: FlaskClient, woordvoerder: FlaskClient, zaak: Incident
) -> None:
    pad = begin(coordinator, zaak.nummer)
    bericht = db.session.scalars(db.select(Incidentbericht)).one()
    for client, waarde in ((coordinator, "ja"), (woordvoerder, "nee")):
        client.post(f"{pad}/naar-buiten", data={"naar_buiten": waarde})
        db.session.refresh(bericht)
        assert bericht.naar_buiten is NaarBuiten(waarde)
        assert (bericht.naar_buiten_op is not None) == (waarde == "ja")
        assert f"naar buiten gebracht: {waarde}" in coordinator.get(pad).text


def test_the_handler_changes_the_facts_and_can_withdraw(
    coordinator: FlaskClient, woordvoerder: FlaskClient, zaak: Incident
) -> None:
    pad = begin(coordinator, zaak.nummer)
    assert woordvoerder.get(f"{pad}/feiten").status_code == 403
    data = form_data(read_page(coordinator.get(f"{pad}/feiten")), MAIN)
    coordinator.post(f"{pad}/feiten", data=data | {"feiten": "Anders."})
    assert "Anders." in woordvoerder.get(pad).text
    coordinator.post(f"{pad}/intrekken")
    assert woordvoerder.get(pad).status_code == 404
    assert coordinator.get(pad).status_code == 200


def test_reading_is_logged_and_nothing_is_in_clear_on_the_disk(
    coordinator: FlaskClient, woordvoerder: FlaskClient, sanne: Gebruiker, zaak: Incident
) -> None:
    pad = begin(coordinator, zaak.nummer, "Streng geheim feit")
    woordvoerder.get(pad)
    gelezen = db.session.scalars(
        db.select(AuditRegel).filter_by(tabel="incidentbericht", actie="ingezien")
    ).one()
    assert gelezen.actor_id == sanne.id
    with db.engine.connect() as connection:
        rauw = connection.exec_driver_sql("select feiten, tekst from incidentbericht").one()
    assert all(b"geheim" not in bytes(waarde) for waarde in rauw)


def test_who_was_asked_for_consent_reads_it_and_no_more(
    coordinator: FlaskClient,
    woordvoerder: FlaskClient,
    client_of: Maak,
    make_gebruiker: Maak,
    zaak: Incident,
) -> None:
    pad = begin(coordinator, zaak.nummer)
    baas = make_gebruiker(Rol.BESTUURDER)
    data = {"soort": "incidentbericht", "ref": pad.rsplit("/", 1)[1], "partij": "burgemeester"}
    assert client_of(baas).get(pad).status_code == 404
    woordvoerder.post("/media/afstemming", data=data | {"gebruiker_id": str(baas.id)})
    assert client_of(baas).get(pad).status_code == 200
    assert client_of(baas).post(f"{pad}/intrekken").status_code == 404


@pytest.mark.parametrize(
    ("tekst", "soort", "woord"),
    [
        ("Hij woont op Dorpsstraat 12.", Niet.ADRES, "Dorpsstraat 12"),
        ("Postcode 1234 AB", Niet.ADRES, "1234 AB"),
        ("Zijn kinderen zijn veilig.", Niet.GEZIN, "kinderen"),
        ("De verdachte is bekend.", Niet.VERDACHTE, "verdachte"),
        ("Er hangen nu camera's.", Niet.BEVEILIGING, "camera"),
        ("Hij schreef “ik weet je te vinden”.", Niet.WOORDEN, "“ik weet je te vinden”"),
    ],
)
def test_words_that_deserve_a_second_look(tekst: str, soort: Niet, woord: str) -> None:
    assert (soort, woord) in find_risico(tekst)


def test_a_good_text_raises_no_brows() -> None:
    assert find_risico("Er is een voorval geweest. Wij accepteren dit niet.") == []

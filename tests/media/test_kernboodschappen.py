"""Lines: a draft, consent, a time, and an end."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.pages import form_data, read_page, text_of
from tests.queries import count_queries
from vob.core.clock import vandaag
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.media.models import Afstemming, Kernboodschap
from vob.media.values import Boodschapstatus, Uitkomst

Maak = Callable[..., Any]
MAIN = "main form[method=post]"
AKKOORD, CONCEPT = Boodschapstatus.AKKOORD, Boodschapstatus.CONCEPT


@pytest.fixture
def burgemeester(make_gebruiker: Maak) -> Gebruiker:
    return make_gebruiker(Rol.BESTUURDER, naam="Marijke van Loon")


def write(client: FlaskClient, onderwerp_id: int, **anders: Any) -> str:
    data = {
        "onderwerp_id": str(onderwerp_id),
        "soort": "kernboodschap",
        "tekst": "Wij luisteren.",
        "geldig_tot": vandaag() + timedelta(days=30),
    }
    response = client.post("/media/lijnen/nieuw", data=data | anders)
    assert response.status_code == 303, response.text
    return response.headers["Location"]


def ask(client: FlaskClient, pad: str, **wie: Any) -> None:
    ref = pad.rsplit("/", 1)[1]
    data = {"soort": "kernboodschap", "ref": ref, "partij": "burgemeester"} | wie
    assert client.post("/media/afstemming", data=data).status_code == 303


def test_from_a_draft_to_a_line_that_everyone_sees(
    woordvoerder: FlaskClient,
    medewerker: FlaskClient,
    client_of: Maak,
    make_onderwerp: Maak,
    burgemeester: Gebruiker,
) -> None:
    pad = write(woordvoerder, make_onderwerp().id)
    assert medewerker.get(pad).status_code == 404
    assert woordvoerder.post(f"{pad}/akkoord").status_code == 409  # nobody was asked
    ask(woordvoerder, pad, gebruiker_id=str(burgemeester.id))
    assert woordvoerder.post(f"{pad}/akkoord").status_code == 409  # nobody answered
    baas = client_of(burgemeester)
    assert "Uw akkoord wordt gevraagd" in baas.get("/").text
    afstemming = db.session.scalars(db.select(Afstemming)).one()
    baas.post(f"/media/afstemming/{afstemming.id}", data={"uitkomst": "akkoord"})
    assert woordvoerder.post(f"{pad}/akkoord").status_code == 303
    assert "Wij luisteren." in medewerker.get("/media/?q=asielopvang").text
    assert medewerker.get(pad).status_code == 200


def test_a_draft_says_what_it_waits_for_instead_of_a_button_that_refuses(
    woordvoerder: FlaskClient, client_of: Maak, make_onderwerp: Maak, burgemeester: Gebruiker
) -> None:
    pad, knop = write(woordvoerder, make_onderwerp().id), "Deze lijn geldt nu"
    pagina = read_page(woordvoerder.get(pad))
    assert knop not in pagina.text
    assert "Vraag eerst iemand om akkoord" in text_of(pagina, "#wacht-op")
    ask(woordvoerder, pad, gebruiker_id=str(burgemeester.id))
    assert knop not in woordvoerder.get(pad).text
    afstemming = db.session.scalars(db.select(Afstemming)).one()
    client_of(burgemeester).post(f"/media/afstemming/{afstemming.id}", data={"uitkomst": "akkoord"})
    assert knop in woordvoerder.get(pad).text


def test_another_text_needs_new_consent(
    woordvoerder: FlaskClient, client_of: Maak, make_onderwerp: Maak, burgemeester: Gebruiker
) -> None:
    pad = write(woordvoerder, make_onderwerp().id)
    ask(woordvoerder, pad, gebruiker_id=str(burgemeester.id))
    afstemming = db.session.scalars(db.select(Afstemming)).one()
    client_of(burgemeester).post(f"/media/afstemming/{afstemming.id}", data={"uitkomst": "akkoord"})
    for tekst, uitkomst in (("Wij luisteren.", Uitkomst.AKKOORD), ("Anders.", Uitkomst.GEVRAAGD)):
        data = form_data(read_page(woordvoerder.get(f"{pad}/wijzigen")), MAIN)
        woordvoerder.post(f"{pad}/wijzigen", data=data | {"tekst": tekst})
        db.session.refresh(afstemming)
        assert afstemming.uitkomst is uitkomst


def test_consent_of_someone_outside_is_recorded_with_who_did(
    woordvoerder: FlaskClient, make_onderwerp: Maak
) -> None:
    pad = write(woordvoerder, make_onderwerp().id)
    ask(woordvoerder, pad, naam="persofficier van dienst", partij="om")
    afstemming = db.session.scalars(db.select(Afstemming)).one()
    woordvoerder.post(
        f"/media/afstemming/{afstemming.id}",
        data={"uitkomst": "akkoord", "toelichting": "Aan de telefoon."},
    )
    kaart = text_of(read_page(woordvoerder.get(pad)), "#afstemming")
    assert "persofficier van dienst Openbaar Ministerie" in kaart
    assert "vastgelegd door Sanne Vermeer" in kaart


def test_who_wrote_it_does_not_agree_to_it(
    woordvoerder: FlaskClient, sanne: Gebruiker, make_onderwerp: Maak
) -> None:
    pad = write(woordvoerder, make_onderwerp().id)
    data = {"soort": "kernboodschap", "ref": pad.rsplit("/", 1)[1], "partij": "anders"}
    antwoord = woordvoerder.post("/media/afstemming", data=data | {"gebruiker_id": str(sanne.id)})
    assert antwoord.status_code == 409
    woordvoerder.post("/media/afstemming", data=data)  # nobody at all
    assert db.session.query(Afstemming).count() == 0


def agree(client: FlaskClient, pad: str) -> str:
    return text_of(read_page(client.post(f"{pad}/akkoord")), "main")


def record(client: FlaskClient, pad: str, **wie: Any) -> None:
    """Ask, and write down at once what was said."""
    ask(client, pad, **wie)
    laatste = db.session.scalars(db.select(Afstemming.id).order_by(Afstemming.id.desc())).first()
    client.post(f"/media/afstemming/{laatste}", data={"uitkomst": "akkoord"})


def test_a_line_needs_the_consent_of_every_party_of_its_topic(
    woordvoerder: FlaskClient, make_onderwerp: Maak
) -> None:
    partijen = ["burgemeester", "politie", "om"]
    pad = write(woordvoerder, make_onderwerp("Crisis", akkoord=partijen).id)
    record(woordvoerder, pad, naam="een vriend", partij="anders")
    assert "burgemeester, politie en Openbaar Ministerie" in agree(woordvoerder, pad)
    record(woordvoerder, pad, naam="M. van Loon", partij="burgemeester")
    ask(woordvoerder, pad, naam="persvoorlichter", partij="politie")
    assert "nog geen akkoord van: politie en Openbaar Ministerie" in agree(woordvoerder, pad)
    for partij in partijen[1:]:
        record(woordvoerder, pad, naam="persofficier", partij=partij)
    for (id,) in db.session.execute(db.select(Afstemming.id)):
        woordvoerder.post(f"/media/afstemming/{id}", data={"uitkomst": "akkoord"})
    assert woordvoerder.post(f"{pad}/akkoord").status_code == 303


def test_her_own_consent_is_not_the_only_one(
    woordvoerder: FlaskClient, make_onderwerp: Maak
) -> None:
    pad = write(woordvoerder, make_onderwerp().id)
    data = {"soort": "kernboodschap", "ref": pad.rsplit("/", 1)[1], "partij": "anders"}
    zelf = woordvoerder.post("/media/afstemming", data=data | {"naam": " sanne  VERMEER"})
    assert zelf.status_code == 409
    record(woordvoerder, pad, naam="een vriend", partij="anders")
    assert "Wie de tekst schreef" in agree(woordvoerder, pad)
    record(woordvoerder, pad, naam="persofficier", partij="om")
    assert woordvoerder.post(f"{pad}/akkoord").status_code == 303


def test_only_who_was_asked_answers(
    woordvoerder: FlaskClient, client_for: Maak, make_onderwerp: Maak, burgemeester: Gebruiker
) -> None:
    pad = write(woordvoerder, make_onderwerp().id)
    ask(woordvoerder, pad, gebruiker_id=str(burgemeester.id))
    afstemming = db.session.scalars(db.select(Afstemming)).one()
    ander = client_for(Rol.BESTUURDER)
    data = {"uitkomst": "akkoord"}
    assert ander.post(f"/media/afstemming/{afstemming.id}", data=data).status_code == 404
    assert woordvoerder.post("/media/afstemming/999", data=data).status_code == 404
    woordvoerder.post(f"/media/afstemming/{afstemming.id}", data={"uitkomst": "gevraagd"})
    db.session.refresh(afstemming)
    assert afstemming.uitkomst is Uitkomst.GEVRAAGD


@pytest.mark.parametrize("soort", ["actie", ""])
def test_consent_is_asked_for_what_this_room_knows(woordvoerder: FlaskClient, soort: str) -> None:
    data = {"soort": soort, "ref": "1", "naam": "x", "partij": "om"}
    assert woordvoerder.post("/media/afstemming", data=data).status_code == 404
    assert woordvoerder.post("/media/afstemming", data=data | {"ref": ""}).status_code == 404


def test_what_was_agreed_on_does_not_change(woordvoerder: FlaskClient, make_lijn: Maak) -> None:
    lijn = make_lijn()
    pad = f"/media/lijnen/{lijn.id}"
    assert woordvoerder.get(f"{pad}/wijzigen").status_code == 409
    nieuw = woordvoerder.post(f"{pad}/opnieuw").headers["Location"]
    tekst = form_data(read_page(woordvoerder.get(nieuw)), MAIN)["tekst"]
    assert str(tekst).strip() == "Wij luisteren."
    statussen = db.session.scalars(db.select(Kernboodschap.status).order_by(Kernboodschap.id)).all()
    assert list(statussen) == [AKKOORD, CONCEPT]


def test_a_line_that_was_withdrawn_is_gone_for_staff(
    woordvoerder: FlaskClient, medewerker: FlaskClient, make_lijn: Maak
) -> None:
    pad = f"/media/lijnen/{make_lijn().id}"
    assert medewerker.get(pad).status_code == 200
    woordvoerder.post(f"{pad}/intrekken")
    assert medewerker.get(pad).status_code == 404
    assert woordvoerder.post(f"{pad}/intrekken").status_code == 409


def test_staff_lists_what_holds_and_a_manager_the_rest(
    woordvoerder: FlaskClient, medewerker: FlaskClient, make_lijn: Maak
) -> None:
    onderwerp = make_lijn(tekst="Geldt nu").onderwerp
    make_lijn(onderwerp, tekst="Oud", tot=vandaag() - timedelta(days=1))
    make_lijn(onderwerp, tekst="Straks", geldig_van=vandaag() + timedelta(days=1))
    make_lijn(onderwerp, tekst="Klad", status=CONCEPT)
    for pad in ("/media/lijnen/", "/media/lijnen/?stand=verlopen"):
        assert text_of(read_page(medewerker.get(pad)), "#lijnen tbody th") == "Geldt nu"
    for stand, tekst in (("verlopen", "Oud"), ("straks", "Straks"), ("concept", "Klad")):
        page = read_page(woordvoerder.get(f"/media/lijnen/?stand={stand}"))
        assert text_of(page, "#lijnen tbody th") == tekst


def test_lists_find_words_and_ask_little(woordvoerder: FlaskClient, make_lijn: Maak) -> None:
    onderwerp = make_lijn(tekst="Over de sporthal").onderwerp
    for n in range(30):
        make_lijn(onderwerp, tekst=f"Lijn {n}", soort="vraag", vraag=f"Hoe {n}?")
    page = read_page(woordvoerder.get(f"/media/lijnen/?q=sporthal&over={onderwerp.id}"))
    assert text_of(page, "#lijnen tbody th") == "Over de sporthal"
    assert len(page.select("#lijnen tbody tr")) == 1
    with count_queries() as sent:
        assert "Hoe 1?" in woordvoerder.get("/media/lijnen/?soort=vraag").text
    assert len(sent) <= 8


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"tekst": " "}, "Schrijf op wat we zeggen."),
        ({"soort": "vraag"}, "Schrijf de vraag op."),
        ({"geldig_tot": "2020-01-01"}, "niet vóór de eerste dag"),
        ({"geldig_tot": ""}, "wordt ongemerkt oud"),
        ({"onderwerp_id": ""}, "Kies een onderwerp."),
    ],
)
def test_what_a_line_needs(
    woordvoerder: FlaskClient, make_onderwerp: Maak, anders: dict[str, str], zin: str
) -> None:
    data = {
        "onderwerp_id": str(make_onderwerp().id),
        "soort": "kernboodschap",
        "tekst": "Wij luisteren.",
        "geldig_tot": vandaag(),
    }
    response = woordvoerder.post("/media/lijnen/nieuw", data=data | anders)
    assert response.status_code == 422
    assert zin in response.text


def test_a_long_line_has_a_short_title(make_lijn: Maak) -> None:
    assert make_lijn(tekst="woord " * 40).titel.endswith("woord …")

"""The one-question link: by mail, without a login, nothing else to be seen, once."""

import re
from datetime import datetime, timedelta

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text

from vob.berichten import bezorger
from vob.berichten.models import Bericht
from vob.berichten.values import Berichtstatus
from vob.core.clock import TZ, nu
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.sessies import hash_sleutel
from vob.ketenafspraken.models import Contact, Controlevraag
from vob.ketenafspraken.values import Vraagstatus

from ..berichten.conftest import Mailserver, mailserver, postbus
from ..pages import form_data, read_page, text_of
from .conftest import Client, Maak, dag

__all__ = ["mailserver", "postbus"]

PAD = "/ketenafspraken"


@pytest.fixture
def gevraagd(beheer: FlaskClient, make_contact: Maak) -> Contact:
    """A contact who was asked; the mail has not left yet."""
    contact = make_contact(gecontroleerd_op=dag(-300), privenummer="0555-987001")
    assert beheer.post(f"{PAD}/contacten/{contact.id}/vraag").status_code == 303
    return contact


def link() -> str:
    """What stands in the newest mail that waits."""
    stmt = db.select(Bericht.tekst).order_by(Bericht.id.desc()).limit(1)
    tekst = db.session.scalar(stmt)
    gevonden = re.search(r"http://localhost(/ketenafspraken/klopt-dit/\S+)", tekst or "")
    assert gevonden is not None
    return gevonden[1]


def antwoord(client: FlaskClient, pad: str, **anders: str) -> int:
    data = form_data(read_page(client.get(pad)), "main form")
    return client.post(pad, data=data | anders).status_code


def test_the_mail_goes_to_the_contact_and_says_nothing(
    mailserver: Mailserver, gevraagd: Contact
) -> None:
    mailserver.start()
    assert bezorger.deliver_all() == 1
    [mail] = mailserver.postbus.mails
    assert mailserver.postbus.naar == ["vonk@politie.example"]
    assert mail["Subject"] == "Eén korte vraag aan u"
    body = mail.get_content()
    assert "Gemeente Waterrijk heeft één korte vraag" in body
    for woord in ("Vonk", "Politie", "agressie", "0555"):
        assert woord not in body.replace("vonk@", "")
    bericht = db.session.scalars(db.select(Bericht)).one()
    db.session.refresh(bericht)
    assert (bericht.status, bericht.tekst) == (Berichtstatus.VERSTUURD, None)


def test_the_address_is_that_of_the_contact_when_it_leaves(
    mailserver: Mailserver, gevraagd: Contact
) -> None:
    mailserver.start()
    gevraagd.email = "nieuw@politie.example"
    db.session.commit()
    bezorger.deliver_all()
    assert mailserver.postbus.naar == ["nieuw@politie.example"]


@pytest.mark.parametrize("wat", ["geen adres", "gestopt", "lijst"])
def test_a_mail_without_one_address_does_not_leave(
    mailserver: Mailserver, gevraagd: Contact, wat: str
) -> None:
    mailserver.start()
    gevraagd.partner.is_actief = wat != "gestopt"
    gevraagd.email = {"geen adres": "", "lijst": "a@b.nl,c@d.nl"}.get(wat, gevraagd.email)
    db.session.commit()
    assert bezorger.deliver_all() == 0
    bericht = db.session.scalars(db.select(Bericht)).one()
    db.session.refresh(bericht)
    assert bericht.status == Berichtstatus.MISLUKT
    assert mailserver.postbus.mails == []


def test_the_administrator_sees_no_name_address_or_link(
    gevraagd: Contact, client_for: Client
) -> None:
    page = client_for(Rol.BEHEERDER).get("/beheer/berichten/").text
    assert "Contact van een ketenpartner" in page
    assert "vonk@" not in page
    assert "klopt-dit" not in page


def test_only_the_hash_of_the_key_is_stored(gevraagd: Contact) -> None:
    sleutel = link().rpartition("/")[2]
    rij = db.session.execute(text("select * from controlevraag")).mappings().one()
    assert rij["sleutel_hash"] == hash_sleutel(sleutel)
    assert sleutel not in str(dict(rij))


def test_the_page_shows_one_contact_and_nothing_else(app: Flask, gevraagd: Contact) -> None:
    client = app.test_client()
    page = read_page(client.get(link()))
    assert "0555-300110" in page.text
    assert "0555-987001" not in str(page), "not even the own private number"
    assert page.select("nav a") == []
    assert "Uitloggen" not in page.text
    assert client.get(f"{PAD}/").status_code == 303, "it logs nobody in"
    assert client.get(f"{PAD}/belkaart").status_code == 303


def test_opening_it_changes_nothing(app: Flask, gevraagd: Contact) -> None:
    for _ in range(3):
        assert app.test_client().get(link()).status_code == 200
    assert db.session.scalars(db.select(Controlevraag.status)).one() is Vraagstatus.OPEN


def test_yes_waits_and_becomes_a_check(app: Flask, beheer: FlaskClient, gevraagd: Contact) -> None:
    pad = link()
    assert antwoord(app.test_client(), pad, klopt="ja", opmerking="Tot ziens.") == 303
    assert gevraagd.gecontroleerd_op == dag(-300), "it waits for someone"
    page = read_page(beheer.get(f"{PAD}/controle"))
    assert "klopt nog" in text_of(page, "#antwoorden")
    assert "Tot ziens." in text_of(page, "#antwoorden")
    vraag = db.session.scalars(db.select(Controlevraag)).one()
    r = beheer.post(f"{PAD}/controle/antwoorden/{vraag.id}", data={"naar": "overnemen"})
    assert r.status_code == 303
    assert gevraagd.gecontroleerd_op == dag(0)


def test_no_changes_what_the_partner_says_and_keeps_it_no_second_time(
    app: Flask, beheer: FlaskClient, gevraagd: Contact
) -> None:
    antwoord(app.test_client(), link(), klopt="nee", telefoon="0555-300125", naam="M. Hartog")
    page = text_of(read_page(beheer.get(f"{PAD}/controle")), "#antwoorden")
    assert "0555-3001100555-300125" in page.replace(" ", "")
    vraag = db.session.scalars(db.select(Controlevraag)).one()
    opgeslagen = db.session.execute(text("select antwoord from controlevraag")).scalar_one()
    assert b"0555" not in bytes(opgeslagen)
    beheer.post(f"{PAD}/controle/antwoorden/{vraag.id}", data={"naar": "overnemen"})
    assert (gevraagd.telefoon, gevraagd.naam) == ("0555-300125", "M. Hartog")
    assert (vraag.antwoord, vraag.status) == (None, Vraagstatus.AANGENOMEN)


def test_it_may_be_left_as_it_was(app: Flask, beheer: FlaskClient, gevraagd: Contact) -> None:
    antwoord(app.test_client(), link(), klopt="nee", telefoon="0555-300125")
    vraag = db.session.scalars(db.select(Controlevraag)).one()
    pad = f"{PAD}/controle/antwoorden/{vraag.id}"
    assert beheer.post(pad, data={"naar": "onzin"}).status_code == 409
    assert beheer.post(pad, data={"naar": "niet"}).status_code == 303
    assert (gevraagd.telefoon, gevraagd.gecontroleerd_op) == ("0555-300110", dag(-300))
    assert beheer.post(pad, data={"naar": "overnemen"}).status_code == 409
    assert beheer.post(f"{PAD}/controle/antwoorden/999").status_code == 404


def test_an_old_empty_no_is_no_check(app: Flask, beheer: FlaskClient, gevraagd: Contact) -> None:
    antwoord(app.test_client(), link(), klopt="nee", opmerking="x")
    vraag = db.session.scalars(db.select(Controlevraag)).one()
    vraag.antwoord = vraag.antwoord | {"opmerking": ""}
    db.session.commit()
    r = beheer.post(f"{PAD}/controle/antwoorden/{vraag.id}", data={"naar": "overnemen"})
    assert (r.status_code, gevraagd.gecontroleerd_op) == (409, dag(-300))
    assert "staat niets wat anders is" in r.text


def test_it_works_once(app: Flask, gevraagd: Contact) -> None:
    client, pad = app.test_client(), link()
    data = form_data(read_page(client.get(pad)), "main form") | {"klopt": "ja"}
    r = client.post(pad, data=data)
    assert "Dank u wel" in read_page(client.get(r.location)).text
    for _ in range(2):
        assert client.get(pad).status_code == 404
        assert client.post(pad, data=data).status_code == 404
    assert db.session.query(Controlevraag).filter_by(status=Vraagstatus.WACHT).count() == 1


def test_two_at_the_same_moment_are_one_answer(
    app: Flask, gevraagd: Contact, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second one had the page open already, and looked before the first one wrote."""
    from vob.ketenafspraken import vragen

    pad = link()
    vraag = vragen.find_vraag(pad.rpartition("/")[2])
    assert vraag is not None
    antwoord(app.test_client(), pad, klopt="ja")
    assert vragen.use_vraag(vraag, True, {"opmerking": ""}) is False


@pytest.mark.parametrize("wat", ["te laat", "ander", "gestopt", "afgekapt", "geraden"])
def test_a_link_that_does_not_work_says_nothing(
    app: Flask, beheer: FlaskClient, gevraagd: Contact, wat: str
) -> None:
    pad = link()
    if wat == "ander":
        beheer.post(f"{PAD}/contacten/{gevraagd.id}/vraag")
    if wat == "gestopt":
        gevraagd.partner.is_actief = False
        db.session.commit()
    pad = {"afgekapt": pad[:-3], "geraden": f"{PAD}/klopt-dit/abc"}.get(wat, pad)
    with time_machine.travel(nu() + timedelta(days=15 if wat == "te laat" else 0)):
        r = app.test_client().get(pad)
    assert r.status_code == 404
    assert "Deze link werkt niet meer" in read_page(r).text
    assert "0555" not in r.text.replace("09008844", "")


def test_a_very_old_link_does_not_reach_the_database(app: Flask, gevraagd: Contact) -> None:
    pad = link()
    vraag = db.session.scalars(db.select(Controlevraag)).one()
    vraag.geldig_tot = nu() + timedelta(days=900)
    db.session.commit()
    with time_machine.travel(nu() + timedelta(days=62)):
        assert app.test_client().get(pad).status_code == 404


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"klopt": ""}, "Kies ja of nee."),
        ({"klopt": "nee"}, "Wijzig hieronder wat anders is, of schrijf het erbij."),
        ({"klopt": "nee", "opmerking": "  "}, "Wijzig hieronder wat anders is"),
        ({"klopt": "nee", "functie": ""}, "Vul de functie in."),
        ({"klopt": "nee", "telefoon": "bel"}, "met de 0 of + aan het begin"),
    ],
)
def test_what_is_refused(app: Flask, gevraagd: Contact, anders: dict[str, str], zin: str) -> None:
    client, pad = app.test_client(), link()
    r = client.post(pad, data=form_data(read_page(client.get(pad)), "main form") | anders)
    assert r.status_code == 422
    assert zin in text_of(read_page(r), "#fouten")
    assert client.get(pad).status_code == 200, "it was not used"


def test_who_answered_is_not_asked_again(
    app: Flask, beheer: FlaskClient, gevraagd: Contact, make_contact: Maak
) -> None:
    antwoord(app.test_client(), link(), klopt="ja")
    assert beheer.post(f"{PAD}/contacten/{gevraagd.id}/vraag").status_code == 409
    zonder = make_contact(functie="Zonder adres", email="")
    assert beheer.post(f"{PAD}/contacten/{zonder.id}/vraag").status_code == 409


def test_a_round_asks_everyone_once(
    beheer: FlaskClient, make_contact: Maak, make_partner: Maak
) -> None:
    for functie, email in (("Een", "een@x.example"), ("Twee", "twee@x.example"), ("Drie", "")):
        make_contact(functie=functie, email=email, gecontroleerd_op=None)
    beheer.post(f"{PAD}/controle/starten")
    for aantal in (2, 2):
        beheer.post(f"{PAD}/controle/vragen")
        assert db.session.query(Bericht).count() == aantal
    rijen = [rij.text for rij in read_page(beheer.get(f"{PAD}/controle")).select("#punten tr")]
    assert sum("gevraagd" in rij for rij in rijen) == 2


def test_who_was_asked_just_after_midnight_was_asked_in_the_round_of_that_day(
    client_for: Client, make_contact: Maak
) -> None:
    make_contact(gecontroleerd_op=None)
    with time_machine.travel(datetime(2026, 11, 25, 0, 30, tzinfo=TZ), tick=False):
        beheer = client_for(Rol.COORDINATOR)
        beheer.post(f"{PAD}/controle/starten")
        for _ in range(2):
            beheer.post(f"{PAD}/controle/vragen")
    assert db.session.query(Controlevraag).count() == 1


def test_a_round_without_addresses_says_to_call(beheer: FlaskClient, make_contact: Maak) -> None:
    make_contact(email="", gecontroleerd_op=None)
    beheer.post(f"{PAD}/controle/starten")
    beheer.post(f"{PAD}/controle/vragen")
    melding = text_of(read_page(beheer.get(f"{PAD}/controle")), "#melding")
    assert "Bel deze nummers zelf." in melding


def test_someone_asked_in_an_earlier_round_is_asked_again(
    beheer: FlaskClient, make_contact: Maak
) -> None:
    contact = make_contact(gecontroleerd_op=None)
    for act in ("starten", "vragen", "afronden"):
        beheer.post(f"{PAD}/controle/{act}")
    vraag = db.session.scalars(db.select(Controlevraag)).one()
    vraag.gevraagd_op = nu() - timedelta(days=200)
    db.session.commit()
    beheer.post(f"{PAD}/controle/starten")
    beheer.post(f"{PAD}/controle/vragen")
    db.session.refresh(contact)
    assert [v.status for v in contact.vragen] == [Vraagstatus.OPEN, Vraagstatus.INGETROKKEN]

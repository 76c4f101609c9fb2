"""Contacts: adding, changing, checking, and the private number that is shown on a press."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import text

from vob.core.permissions import Rol
from vob.data import AuditRegel, db
from vob.ketenafspraken.models import Contact
from vob.ketenafspraken.values import Toestemming

from ..pages import HTMX, form_data, read_fragment, read_page, text_of
from .conftest import Client, Maak, dag

PAD = "/ketenafspraken"
PRIVE = "0555-987001"
GEGEVENS = {
    "functie": "Teamchef",
    "rol": "algemeen",
    "naam": "A. de Wit",
    "telefoon": "0555-300100",
    "bereikbaar": "kantoor",
    "toestemming": "gegeven",
}


def read_contact() -> Contact:
    db.session.expire_all()
    return db.session.scalars(db.select(Contact)).one()


def test_a_contact_is_added_with_all_its_fields(beheer: FlaskClient, make_partner: Maak) -> None:
    partner = make_partner()
    data = GEGEVENS | {
        "piketnummer": "0555-300199",
        "buiten_kantoortijd": "0900-8844",
        "email": "chef@politie.example",
        "situaties": ["dreiging", "aangifte"],
        "bereikbaar_uitleg": "niet op vrijdag",
        "is_openbaar": "y",
        "geldig_tot": str(dag(200)),
        "toestemming_op": str(dag(-1)),
        "nieuw_privenummer": PRIVE,
    }
    r = beheer.post(f"{PAD}/partners/{partner.id}/contacten/nieuw", data=data)
    assert r.status_code == 303
    page = text_of(read_page(beheer.get(r.location)), "#contacten")
    for woord in ("Teamchef", "A. de Wit", "0555-300199", "0900-8844", "niet op vrijdag"):
        assert woord in page
    assert "Voor: bedreiging en aangifte en vervolging." in page
    assert "niet gecontroleerd" in page
    assert PRIVE not in page
    assert read_contact().privenummer == PRIVE


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"functie": ""}, "Vul de functie in."),
        ({"telefoon": "bel mij"}, "met de 0 of + aan het begin"),
        ({"email": "a@b.nl,c@d.nl"}, "Vul een e-mailadres in"),
        ({"nieuw_privenummer": PRIVE, "toestemming": "geen"}, "toestemming gaf"),
        ({"toestemming_op": "2100-01-01"}, "die al is geweest"),
    ],
)
def test_what_is_refused(
    beheer: FlaskClient, make_partner: Maak, anders: dict[str, str], zin: str
) -> None:
    pad = f"{PAD}/partners/{make_partner().id}/contacten/nieuw"
    r = beheer.post(pad, data=GEGEVENS | anders)
    assert r.status_code == 422
    assert zin in text_of(read_page(r), "#fouten")
    assert db.session.query(Contact).count() == 0


def test_sent_twice_is_one_contact(beheer: FlaskClient, make_partner: Maak) -> None:
    pad = f"{PAD}/partners/{make_partner().id}/contacten/nieuw"
    data = form_data(read_page(beheer.get(pad)), "main form") | GEGEVENS
    assert beheer.post(pad, data=data).location == beheer.post(pad, data=data).location
    assert db.session.query(Contact).count() == 1


def test_another_number_is_not_a_checked_number(beheer: FlaskClient, make_contact: Maak) -> None:
    contact = make_contact()
    pad = f"{PAD}/contacten/{contact.id}"
    data = form_data(read_page(beheer.get(pad)), "main form")
    beheer.post(pad, data=data | {"naam": "Iemand anders"})
    assert read_contact().gecontroleerd_op == dag(-30), "a name is no number"
    data = form_data(read_page(beheer.get(pad)), "main form")
    beheer.post(pad, data=data | {"piketnummer": "0555-300199"})
    assert read_contact().gecontroleerd_op is None


def test_checked_in_one_press(beheer: FlaskClient, make_contact: Maak) -> None:
    contact = make_contact(gecontroleerd_op=dag(-300), geldig_tot=dag(-1))
    pad = f"{PAD}/contacten/{contact.id}/gecontroleerd"
    part = read_fragment(beheer.post(pad, headers=HTMX))
    assert "gecontroleerd" in text_of(part, f"#contact-{contact.id} .badge.ok")
    assert "door Noor Bakker" in part.text
    assert (read_contact().gecontroleerd_op, contact.geldig_tot) == (dag(0), None)
    assert beheer.post(pad).location.endswith(f"#contact-{contact.id}")


def test_the_private_number_is_encrypted_shown_on_a_press_and_logged(
    beheer: FlaskClient, make_contact: Maak
) -> None:
    contact = make_contact(privenummer=PRIVE)
    opgeslagen = db.session.execute(text("select privenummer from contact")).scalar_one()
    assert PRIVE.encode() not in bytes(opgeslagen)
    pagina = read_page(beheer.get(f"{PAD}/partners/{contact.partner_id}"))
    assert PRIVE not in pagina.text
    link = pagina.select(f"#privenummer-{contact.id} a")[0]
    getoond = read_page(beheer.get(str(link["href"])))
    assert PRIVE in text_of(getoond, f"#privenummer-{contact.id}")
    regel = db.session.scalars(db.select(AuditRegel).filter_by(actie="ingezien")).one()
    assert (regel.tabel, regel.object_id) == ("contact", contact.id)
    assert regel.kolommen == ["privenummer"]


def test_it_is_not_in_the_form_and_stays_when_left_empty(
    beheer: FlaskClient, make_contact: Maak
) -> None:
    contact = make_contact(privenummer=PRIVE)
    pad = f"{PAD}/contacten/{contact.id}"
    page = read_page(beheer.get(pad))
    assert PRIVE not in str(page)
    data = form_data(page, "main form")
    beheer.post(pad, data=data | {"naam": "Anders"})
    assert read_contact().privenummer == PRIVE
    data = form_data(read_page(beheer.get(pad)), "main form")
    r = beheer.post(pad, data=data | {"toestemming": "geen"})
    assert r.status_code == 422, "who takes consent back, takes the number back"
    r = beheer.post(pad, data=data | {"toestemming": "geen", "wis_privenummer": "y"})
    assert r.status_code == 303
    assert read_contact().privenummer is None


def test_both_versions_are_shown_but_no_private_number(
    beheer: FlaskClient, make_contact: Maak
) -> None:
    contact = make_contact(privenummer=PRIVE)
    pad = f"{PAD}/contacten/{contact.id}"
    data = form_data(read_page(beheer.get(pad)), "main form")
    beheer.post(pad, data=data | {"naam": "Eerst"})
    r = beheer.post(pad, data=data | {"naam": "Later", "situaties": ["media"]})
    assert r.status_code == 409
    fouten = text_of(read_page(r), "#fouten")
    assert "Eerst" in fouten
    assert "Pers en woordvoering" in fouten
    assert PRIVE not in r.text


def test_a_contact_goes_with_its_points_and_questions(
    beheer: FlaskClient, make_contact: Maak
) -> None:
    contact = make_contact(gecontroleerd_op=None)
    beheer.post(f"{PAD}/controle/starten")
    beheer.post(f"{PAD}/contacten/{contact.id}/vraag")
    assert beheer.post(f"{PAD}/contacten/{contact.id}/verwijderen").status_code == 303
    assert db.session.query(Contact).count() == 0
    assert beheer.get(f"{PAD}/controle").status_code == 200


@pytest.mark.parametrize("rol", [Rol.MEDEWERKER, Rol.OPVANG, Rol.BEHEERDER])
def test_others_see_public_numbers_without_names(
    client_for: Client, make_contact: Maak, rol: Rol
) -> None:
    open_ = make_contact(is_openbaar=True, privenummer=PRIVE)
    dicht = make_contact(functie="Geheim", telefoon="0555-000999")
    client = client_for(rol)
    for pad in (f"/partners/{open_.partner_id}", "/", "/gemeenten", "/belkaart", "/wie-bel-ik"):
        tekst = client.get(PAD + pad).text
        for woord in ("J. Vonk", "vonk@", "Geheim", "0555-000999", PRIVE):
            assert woord not in tekst, pad
    assert "0555-300110" in client.get(f"{PAD}/partners/{open_.partner_id}").text
    for contact in (open_, dicht):
        assert client.get(f"{PAD}/contacten/{contact.id}/privenummer").status_code == 403
        assert client.post(f"{PAD}/contacten/{contact.id}/gecontroleerd").status_code == 403


def test_search_finds_contacts_only_for_who_may_see_names(
    client_for: Client, make_contact: Maak, make_afspraak: Maak, make_partner: Maak
) -> None:
    make_contact(is_openbaar=True, naam="Kanarie", toestemming=Toestemming.GEGEVEN)
    make_afspraak(make_partner("RIEC"), titel="Convenant Kanarie")
    gevonden = read_page(client_for(Rol.GRIFFIER).get("/zoeken?q=kanarie"))
    assert "Contactfunctionaris (Politie)" in gevonden.text
    assert "Convenant Kanarie" in gevonden.text
    niets = client_for(Rol.MEDEWERKER).get("/zoeken?q=kanarie")
    assert "Contactfunctionaris" not in niets.text
    assert "Convenant" not in niets.text
    assert "Politie" in read_page(client_for(Rol.MEDEWERKER).get("/zoeken?q=politie")).text


def test_a_contact_is_found_by_the_new_name_of_its_partner(
    beheer: FlaskClient, make_contact: Maak
) -> None:
    contact = make_contact(functie="Wijkagent")
    pad = f"{PAD}/partners/{contact.partner_id}/wijzigen"
    data = form_data(read_page(beheer.get(pad)), "main form") | {"naam": "Politie Oost"}
    assert beheer.post(pad, data=data).status_code == 303
    assert "Wijkagent (Politie Oost)" in read_page(beheer.get("/zoeken?q=wijkagent")).text
    assert "Wijkagent" in read_page(beheer.get("/zoeken?q=oost")).text


def test_a_found_contact_leads_to_its_partner(client_for: Client, make_contact: Maak) -> None:
    contact = make_contact(functie="Wijkagent")
    page = read_page(client_for(Rol.COORDINATOR).get("/zoeken?q=wijkagent"))
    adres = f"{PAD}/partners/{contact.partner_id}#contact-{contact.id}"
    assert page.select(f"a[href='{adres}']")

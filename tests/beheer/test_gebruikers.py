"""Inviting, changing and disabling people."""

import re

import pytest

from vob.berichten.models import Bericht
from vob.core.permissions import Rol
from vob.data import AuditRegel, db
from vob.gebruikers.models import Gebruiker
from vob.gebruikers.uitnodigen import make_wachtwoordlink
from vob.gebruikers.wachtwoorden import hash_wachtwoord

from ..gebruikers.conftest import log_in
from ..pages import form_data, read_page, text_of

PAD = "/beheer/gebruikers/"
NIEUW = "een heel ander wachtwoord"


@pytest.fixture
def ik(make_gebruiker):
    return make_gebruiker(Rol.BEHEERDER)


@pytest.fixture
def beheerder(client_of, ik):
    return client_of(ik)


def invite(client, **velden):
    data = form_data(read_page(client.get(PAD + "nieuw")), "main form")
    data |= {"naam": "Kees Jansen", "email": "Kees@waterrijk.example", "rollen": ["griffier"]}
    return client.post(PAD + "nieuw", data=data | velden)


def change(client, gebruiker, **velden):
    url = f"{PAD}{gebruiker.id}"
    return client.post(url, data=form_data(read_page(client.get(url)), "main form") | velden)


def test_someone_invited_gets_a_link_and_chooses_a_password(app, beheerder):
    assert invite(beheerder).status_code == 303
    kees = db.session.scalars(db.select(Gebruiker).filter_by(naam="Kees Jansen")).one()
    assert (kees.email, kees.rollen) == ("kees@waterrijk.example", ["griffier"])
    tekst = db.session.scalars(db.select(Bericht.tekst).filter_by(gebruiker_id=kees.id)).one()
    link = re.search(r"http://localhost(/wachtwoord/\S+)", tekst).group(1)
    app.test_client().post(link, data={"nieuw": NIEUW, "herhaal": NIEUW})
    assert log_in(app.test_client(), kees.email, NIEUW).status_code == 303


def test_an_invitation_sent_twice_is_one_account_and_one_mail(beheerder):
    data = form_data(read_page(beheerder.get(PAD + "nieuw")), "main form")
    data |= {"naam": "Kees", "email": "kees@waterrijk.example", "rollen": ["griffier"]}
    assert {beheerder.post(PAD + "nieuw", data=data).status_code for _ in range(3)} == {303}
    assert len(db.session.scalars(db.select(Bericht)).all()) == 1


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"naam": " "}, "naam"),
        ({"email": "geen adres"}, "email"),
        ({"email": "a@x.nl\r\nBcc: b@x.nl"}, "email"),
        ({"email": "bestaat@waterrijk.example"}, "email"),
        ({"rollen": []}, "rollen"),
        ({"rollen": ["koning"]}, "rollen"),
        ({"functie": "koning"}, "functie"),
        ({"vervanger_id": "999"}, "vervanger_id"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(beheerder, make_gebruiker, velden, veld):
    make_gebruiker(email="bestaat@waterrijk.example")
    answer = invite(beheerder, **velden)
    assert answer.status_code == 422
    assert read_page(answer).select_one(f"#{veld}-fout")
    assert not db.session.scalars(db.select(Gebruiker).filter_by(naam="Kees Jansen")).all()


@pytest.mark.parametrize(
    ("velden", "blijft"),
    [
        ({"telefoon": "0555-1"}, True),
        ({"rollen": ["coordinator"]}, False),
        ({"email": "anders@waterrijk.example"}, False),
    ],
)
def test_other_roles_or_another_address_end_the_sessions_at_once(
    beheerder, make_gebruiker, client_of, velden, blijft
):
    ada = make_gebruiker(Rol.MEDEWERKER)
    elsewhere = client_of(ada)
    assert change(beheerder, ada, **velden).status_code == 303
    assert (elsewhere.get("/profiel").status_code == 200) is blijft


def test_a_disabled_account_is_out_at_once_and_stays_out(app, beheerder, make_gebruiker, client_of):
    ada = make_gebruiker(Rol.MEDEWERKER, wachtwoord_hash=hash_wachtwoord(NIEUW))
    elsewhere = client_of(ada)
    assert beheerder.post(f"{PAD}{ada.id}/uitschakelen").status_code == 303
    assert elsewhere.get("/profiel").status_code == 303
    assert log_in(app.test_client(), ada.email, NIEUW).status_code == 422
    beheerder.post(f"{PAD}{ada.id}/inschakelen")
    assert elsewhere.get("/profiel").status_code == 303, "the old session stays dead"
    assert log_in(app.test_client(), ada.email, NIEUW).status_code == 303


def test_one_cannot_shut_oneself_out(beheerder, ik):
    answer = change(beheerder, ik, rollen=["medewerker"])
    assert answer.status_code == 422
    assert "eigen rol als beheerder" in text_of(read_page(answer), "#rollen-fout")
    assert beheerder.post(f"{PAD}{ik.id}/uitschakelen").status_code == 409
    db.session.refresh(ik)
    assert (ik.rollen, ik.is_actief) == (["beheerder"], True)


def test_nobody_gives_oneself_another_role(beheerder, ik):
    answer = change(beheerder, ik, rollen=["beheerder", "coordinator"])
    assert answer.status_code == 422
    assert "U kunt uzelf geen rol geven" in text_of(read_page(answer), "#rollen-fout")
    db.session.refresh(ik)
    assert ik.rollen == ["beheerder"]


@pytest.mark.parametrize("velden", [{"email": "ander@waterrijk.example"}, None])
def test_a_link_that_was_sent_is_dead_after_another_address_or_disabling(
    app, beheerder, make_gebruiker, velden
):
    ada = make_gebruiker(Rol.MEDEWERKER)
    with app.test_request_context():
        link = make_wachtwoordlink(ada)
        db.session.commit()
    assert app.test_client().get(link).status_code == 200
    if velden:
        change(beheerder, ada, **velden)
    else:
        beheerder.post(f"{PAD}{ada.id}/uitschakelen")
        beheerder.post(f"{PAD}{ada.id}/inschakelen")
    assert app.test_client().get(link).status_code == 404


def test_a_deputy_is_someone_else(beheerder, make_gebruiker):
    ada, bo = make_gebruiker(Rol.GRIFFIER), make_gebruiker(Rol.GRIFFIER)
    options = read_page(beheerder.get(f"{PAD}{ada.id}")).select("#vervanger_id option")
    assert str(ada.id) not in {option["value"] for option in options}
    assert change(beheerder, ada, vervanger_id=str(bo.id)).status_code == 303
    db.session.refresh(ada)
    assert ada.vervanger_id == bo.id


def test_an_old_form_does_not_overwrite(beheerder, make_gebruiker):
    ada = make_gebruiker(Rol.MEDEWERKER)
    url = f"{PAD}{ada.id}"
    data = form_data(read_page(beheerder.get(url)), "main form")
    beheerder.post(url, data=data | {"telefoon": "1"})
    assert beheerder.post(url, data=data | {"telefoon": "2"}).status_code == 409


def test_a_new_link_goes_to_the_person_and_is_shown_to_nobody(beheerder, make_gebruiker):
    ada = make_gebruiker(Rol.MEDEWERKER, wachtwoord_hash="x")
    answer = beheerder.post(f"{PAD}{ada.id}/wachtwoordlink", follow_redirects=True)
    bericht = db.session.scalars(db.select(Bericht)).one()
    assert bericht.soort.label == "Kies een nieuw wachtwoord voor VOB"
    assert "/wachtwoord/" in bericht.tekst
    assert "/wachtwoord/" not in answer.text + beheerder.get("/beheer/berichten/").text


def test_waiting_can_be_lifted(app, beheerder, make_gebruiker):
    ada = make_gebruiker(Rol.MEDEWERKER, wachtwoord_hash=hash_wachtwoord(NIEUW))
    for _ in range(6):
        log_in(app.test_client(), ada.email, "helemaal fout")
    assert log_in(app.test_client(), ada.email, NIEUW).status_code == 422
    beheerder.post(f"{PAD}{ada.id}/ontgrendelen")
    assert log_in(app.test_client(), ada.email, NIEUW).status_code == 303


def test_the_log_shows_the_roles_before_and_after_but_no_name(beheerder, make_gebruiker):
    ada = make_gebruiker(Rol.MEDEWERKER, naam="Zeer Herkenbaar")
    change(beheerder, ada, rollen=["fg"])
    regels = db.session.scalars(db.select(AuditRegel).filter_by(object_id=ada.id)).all()
    assert ["rollen"] in [regel.kolommen for regel in regels]
    assert "sessies beëindigd" in [regel.actie for regel in regels]
    payload = db.session.connection().exec_driver_sql("select inhoud from audit_inhoud").scalars()
    assert not any("Herkenbaar" in text for text in payload)


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol != Rol.BEHEERDER])
def test_only_a_beheerder_may(client_for, ik, rol):
    client = client_for(rol)
    for pad in ("", "nieuw", str(ik.id)):
        assert client.get(PAD + pad).status_code == 403
    for act in ("uitschakelen", "inschakelen", "wachtwoordlink", "ontgrendelen"):
        assert client.post(f"{PAD}{ik.id}/{act}").status_code == 403


def test_someone_who_does_not_exist_is_404(beheerder):
    assert beheerder.get(f"{PAD}999").status_code == 404
    assert beheerder.post(f"{PAD}999/uitschakelen").status_code == 404

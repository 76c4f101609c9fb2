"""Contacts from a spreadsheet: a look first, faults per row, all of them or none; and back."""

import csv
import io
import json
from datetime import date

import pytest
from flask.testing import FlaskClient
from odfdo import Document, Table

from vob.core.errors import BestandGeweigerd
from vob.core.permissions import Rol
from vob.data import AuditRegel, db
from vob.ketenafspraken.invoer import read_bestand, read_rijen
from vob.ketenafspraken.models import Contact, Partner
from vob.ketenafspraken.values import Partnersoort, Situatie, Toestemming
from vob.web.tables import ods_response

from ..pages import form_data, read_page, text_of
from .conftest import Client, Maak, dag

PAD = "/ketenafspraken/import"
KOP = "Partner;Soort partner;Functie;Naam;Telefoon;E-mail;Situaties;Geldig tot\n"
GOED = KOP + (
    "Politie;Politie;Wijkagent;M. Hartog;0555-300120;hartog@politie.example;Bedreiging;31-12-2099\n"
    "RIEC Oost;riec;;;;;;\n"
)


def upload(client: FlaskClient, inhoud: str | bytes, naam: str = "lijst.csv") -> object:
    data = form_data(read_page(client.get(PAD)), "main form")
    ruw = inhoud.encode() if isinstance(inhoud, str) else inhoud
    return client.post(PAD, data=data | {"bestand": (io.BytesIO(ruw), naam)})


def accept(client: FlaskClient, r: object) -> object:
    data = form_data(read_page(r), "main form")  # type: ignore[arg-type]  # a response
    return client.post(f"{PAD}/overnemen", data=data)


def names() -> list[str]:
    return list(db.session.scalars(db.select(Partner.naam).order_by(Partner.naam)))


def test_it_is_shown_first_and_then_taken_over(beheer: FlaskClient) -> None:
    r = upload(beheer, GOED)
    page = read_page(r)  # type: ignore[arg-type]  # a response
    assert "Er is nog niets overgenomen." in page.text
    assert "nieuwe partner, nieuw contact" in page.text
    assert names() == []
    assert accept(beheer, r).status_code == 303  # type: ignore[attr-defined]  # a response
    assert names() == ["Politie", "RIEC Oost"]
    contact = db.session.scalars(db.select(Contact)).one()
    assert (contact.partner.soort, contact.telefoon) == (Partnersoort.POLITIE, "0555-300120")
    assert contact.situaties == [Situatie.DREIGING]
    assert contact.geldig_tot == date(2099, 12, 31)
    assert contact.gecontroleerd_op is None, "read from a list is not checked"
    regel = db.session.scalars(db.select(AuditRegel).filter_by(actie="geïmporteerd")).one()
    assert regel.kolommen == ["contacten", "partners"]


def test_one_wrong_row_keeps_all_of_them_out(beheer: FlaskClient) -> None:
    fout = GOED + "OM;om;Officier;;555310200;geen adres;Feest;morgen\n;;Los;;;;;\n"
    r = upload(beheer, fout)
    assert r.status_code == 422  # type: ignore[attr-defined]  # a response
    page = read_page(r)  # type: ignore[arg-type]  # a response
    for zin in (
        "2 rijen kloppen nog niet.",
        "Telefoon: ‘555310200’",
        "‘geen adres’ is geen e-mailadres",
        "‘Feest’ kent VOB niet",
        "Geldig tot: vul een datum in",
        "Partner: vul de naam in.",
    ):
        assert zin in page.text, zin
    assert not page.select("input[name=cellen]"), "there is nothing to take over"
    assert names() == []


def test_what_comes_back_is_looked_at_again(beheer: FlaskClient) -> None:
    r = upload(beheer, GOED)
    data = form_data(read_page(r), "main form")  # type: ignore[arg-type]  # a response
    cellen = json.loads(str(data["cellen"]))
    cellen[1][4] = "geknoei"
    weer = beheer.post(f"{PAD}/overnemen", data=data | {"cellen": json.dumps(cellen)})
    assert weer.status_code == 422
    for onzin in ("", "[", "{}", "[[]]", '[["Partner"], 5]', "[" * 5000):
        weer = beheer.post(f"{PAD}/overnemen", data={"cellen": onzin})
        assert weer.status_code in (409, 422), onzin
    assert names() == []


def test_what_comes_back_is_not_more_than_a_file_may_hold(beheer: FlaskClient) -> None:
    data = form_data(read_page(upload(beheer, GOED)), "main form")  # type: ignore[arg-type]  # a response
    rijen = [["Partner"], *([f"Partner {n}"] for n in range(1001))]
    r = beheer.post(f"{PAD}/overnemen", data=data | {"cellen": json.dumps(rijen)})
    assert r.status_code == 409
    assert "meer dan 1000 rijen" in read_page(r).text
    assert names() == []


@pytest.mark.parametrize("cel", ["Po\ud800litie", "Po\x00litie", "Po\x1blitie"])
def test_what_comes_back_is_cleaned_as_a_file_is(beheer: FlaskClient, cel: str) -> None:
    data = form_data(read_page(upload(beheer, GOED)), "main form")  # type: ignore[arg-type]  # a response
    rijen = json.dumps([["Partner", "Functie"], [cel, cel]])
    assert beheer.post(f"{PAD}/overnemen", data=data | {"cellen": rijen}).status_code == 303
    assert names() == ["Politie"]
    assert db.session.scalars(db.select(Contact.functie)).one() == "Politie"


def test_sent_twice_it_is_taken_over_once(beheer: FlaskClient) -> None:
    data = form_data(read_page(upload(beheer, GOED)), "main form")  # type: ignore[arg-type]  # a response
    first, again = (beheer.post(f"{PAD}/overnemen", data=data) for _ in range(2))
    assert first.location == again.location
    assert db.session.query(Contact).count() == 1


def test_who_is_known_is_changed_and_not_doubled(beheer: FlaskClient, make_contact: Maak) -> None:
    contact = make_contact(functie="Wijkagent", naam="M. Hartog", piketnummer="0555-300199")
    gelijk = make_contact(functie="Teamchef", naam="A. de Wit", telefoon="0555-1000")
    rijen = KOP + (
        "politie;;wijkagent;m. hartog;0555-300125;vonk@politie.example;;\n"
        "Politie;;Teamchef;A. de Wit;0555-1000;vonk@politie.example;;\n"
    )
    r = upload(beheer, rijen)
    tekst = read_page(r).text  # type: ignore[arg-type]  # a response
    assert "wijzigt" in tekst
    assert "blijft gelijk" in tekst
    accept(beheer, r)
    db.session.expire_all()
    assert (contact.telefoon, contact.piketnummer) == ("0555-300125", "0555-300199")
    assert (contact.gecontroleerd_op, gelijk.gecontroleerd_op) == (None, dag(-30))
    assert db.session.query(Contact).count() == 2


@pytest.mark.parametrize(
    ("naam", "inhoud", "zin"),
    [
        ("lijst.pdf", b"%PDF", "geen csv-, xlsx- of ods-bestand"),
        ("lijst.xlsx", b"geen zip", "geen csv-, xlsx- of ods-bestand"),
        ("lijst.csv", b"Partner\x00;x\ny;z", "geen csv-, xlsx- of ods-bestand"),
        ("lijst.csv", b"Partner;Naam\n", "geen rijen"),
        ("lijst.csv", b"Naam\nJan\n", "de kolom Partner ontbreekt"),
        ("lijst.csv", b"Partner;Schoenmaat\nPolitie;42\n", "‘schoenmaat’"),
        ("lijst.csv", b"Partner\n" + b"x\n" * 1001, "meer dan 1000 rijen"),
        ("lijst.csv", b'Partner\n"' + b"x" * 200_000, "geen csv-, xlsx- of ods-bestand"),
        ("", b"", "Kies een bestand."),
    ],
)
def test_a_file_that_is_none(beheer: FlaskClient, naam: str, inhoud: bytes, zin: str) -> None:
    r = upload(beheer, inhoud, naam)
    assert r.status_code == 422 or not naam  # type: ignore[attr-defined]  # a response
    assert zin in text_of(read_page(r), "#fouten")  # type: ignore[arg-type]  # a response


def test_a_contact_twice_in_one_file_is_said(beheer: FlaskClient) -> None:
    rij = "Politie;politie;Wijkagent;M. Hartog;0555-300120;;;\n"
    page = read_page(upload(beheer, KOP + rij + rij))  # type: ignore[arg-type]  # a response
    assert "Dit contact staat ook op rij 2." in page.text


def test_a_spreadsheet_with_dates_numbers_and_marks_is_read() -> None:
    ods = ods_response(
        "x",
        ["Partner", "Functie", "Telefoon", "Geldig tot", "Voor iedereen", "Verplicht"],
        [
            ["Politie", "Wijk", "+31 20 123", date(2026, 12, 31), "ja", True],
            ["", None, "", "", "", ""],
        ],
    ).get_data()
    [rij] = read_rijen(read_bestand("lijst.ods", ods))
    assert rij.contact["geldig_tot"] == date(2026, 12, 31)
    assert rij.contact["is_openbaar"] is True
    assert rij.partner == {"naam": "Politie", "is_verplicht": True}


def test_a_spreadsheet_that_calculates_with_phone_numbers_loses_their_zero() -> None:
    blad = Table("Blad", width=4, height=2)
    for kolom, kop in enumerate(("Partner", "Telefoon", "Verplicht", "Functie")):
        blad.set_value((kolom, 0), kop)
    for kolom, cel in enumerate(("Politie", 555300110, True, "Wijkagent")):
        blad.set_value((kolom, 1), cel)
    document, bestand = Document("spreadsheet"), io.BytesIO()
    document.body.clear()
    document.body.append(blad)
    document.save(bestand)
    [rij] = read_rijen(read_bestand("lijst.ods", bestand.getvalue()))
    assert rij.partner["is_verplicht"] is True
    assert "Telefoon: ‘555300110’" in rij.fouten[0]


@pytest.mark.parametrize(
    ("cel", "fout"),
    [
        ("Partner;Verplicht\nPolitie;soms", "vul ja of nee in"),
        ("Partner;Geldig tot\nPolitie;31-12-9999", "Vul een jaar in"),
        ("Partner;Functie\nPolitie;" + "x" * 201, "langer dan 200"),
        ("Partner;Naam\nPolitie;Jan", "Functie: vul in"),
        ("Partner;Functie;Privénummer\nPolitie;Chef;0555-9", "toestemming gaf"),
    ],
)
def test_the_fault_of_a_cell_is_named(cel: str, fout: str) -> None:
    [rij] = read_rijen(read_bestand("x.csv", cel.encode("cp1252")))
    assert fout in " ".join(rij.fouten)


def test_a_private_number_comes_in_with_consent_and_never_goes_out(
    beheer: FlaskClient,
) -> None:
    rijen = "Partner;Functie;Privénummer;Toestemming\nPolitie;Chef;0555-987001;gegeven\n"
    accept(beheer, upload(beheer, rijen))
    assert db.session.scalars(db.select(Contact.privenummer)).one() == "0555-987001"
    for soort in ("csv", "ods"):
        r = beheer.get(f"/ketenafspraken/contacten.{soort}")
        assert "987001" not in r.get_data(as_text=soort == "csv").__str__()


def test_what_goes_out_comes_in_unchanged(
    beheer: FlaskClient, make_contact: Maak, make_partner: Maak
) -> None:
    make_contact(telefoon="+31 20 1234567", situaties=[Situatie.DREIGING, Situatie.MEDIA])
    make_contact(functie="Open", is_openbaar=True, toestemming=Toestemming.FUNCTIE)
    make_partner("RIEC", Partnersoort.RIEC)
    for soort in ("csv", "ods"):
        ruw = beheer.get(f"/ketenafspraken/contacten.{soort}").get_data()
        tekst = read_page(upload(beheer, ruw, f"x.{soort}")).text  # type: ignore[arg-type]  # a response
        assert tekst.count("blijft gelijk") == 2
        assert "partner bestaat al" in tekst
        assert "nieuw contact" not in tekst


def test_the_example_can_be_imported(beheer: FlaskClient) -> None:
    ruw = beheer.get("/ketenafspraken/voorbeeld.csv").get_data()
    assert len(next(csv.reader(io.StringIO(ruw.decode("utf-8-sig")), delimiter=";"))) == 16
    assert accept(beheer, upload(beheer, ruw)).status_code == 303  # type: ignore[attr-defined]  # a response
    assert names() == ["Politie"]


def test_going_out_is_logged_and_by_right(beheer: FlaskClient, client_for: Client) -> None:
    beheer.get("/ketenafspraken/contacten.csv")
    assert db.session.query(AuditRegel).filter_by(actie="geëxporteerd").count() == 1
    for rol in (Rol.MEDEWERKER, Rol.BESTUURDER):
        client = client_for(rol)
        for pad in ("contacten.csv", "contacten.ods", "import", "voorbeeld.csv"):
            assert client.get(f"/ketenafspraken/{pad}").status_code == 403


def test_two_partners_with_one_name_become_one(beheer: FlaskClient) -> None:
    rijen = KOP + "RIEC;riec;;;;;;\nriec;riec;Chef;;;;;\n"
    tekst = read_page(upload(beheer, rijen)).text  # type: ignore[arg-type]  # a response
    assert "nieuw contact" in tekst
    accept(beheer, upload(beheer, rijen))
    assert names() == ["RIEC"]


@pytest.mark.parametrize(("naam", "inhoud"), [("x.ods", b""), ("x.csv", b"x" * 1_100_000)])
def test_a_file_of_nothing_or_of_far_too_much_is_refused(naam: str, inhoud: bytes) -> None:
    with pytest.raises(BestandGeweigerd):
        read_bestand(naam, inhoud)

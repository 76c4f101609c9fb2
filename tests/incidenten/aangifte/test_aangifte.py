"""The aangifte of a case: judged, consented, filed, followed; and the klacht of each victim."""

import hashlib
import io
from datetime import timedelta

import page as validator
import pytest
from flask import template_rendered
from sqlalchemy import select

from tests.incidenten.test_queries_count import statements
from tests.pages import form_data, read_page, text_of
from tests.pages import send_form as send
from vob.core.clock import nu, vandaag
from vob.core.permissions import Rol
from vob.data import AuditRegel, db
from vob.incidenten.aangifte.models import Aangifte, Klacht
from vob.incidenten.deelnemers import assign_behandelaar
from vob.incidenten.termijnen.models import Zaaktermijn
from vob.incidenten.termijnen.values import Termijnsoort
from vob.incidenten.values import Vorm


@pytest.fixture
def zaak(make_gebruiker, make_incident):
    getroffene = make_gebruiker(Rol.AMBTSDRAGER, naam="Yasmin Smit")
    return make_incident(getroffene, vormen=[Vorm.STALKING], woorden="Ik weet je te vinden")


@pytest.fixture
def client(client_for):
    return client_for(Rol.COORDINATOR)


def pad(zaak, rest=""):
    return f"/incidenten/{zaak.nummer}/aangifte{rest}"


def filed(**anders):
    gisteren = str(vandaag() - timedelta(days=1))
    return {
        "beoordeling": "vermoedelijk",
        "feiten": ["285b"],
        "stap": "aangifte",
        "aangever": "organisatie",
        "instemming": "ja",
        "instemming_op": gisteren,
        "gedaan_op": str(vandaag()),
        "vpt_gevraagd": "ja",
        "registratienummer": "PL-2026-77",
    } | anders


def test_all_fields_are_kept_and_shown(client, zaak):
    assert "nog niets vastgelegd" in client.get(pad(zaak)).text
    assert send(client, pad(zaak, "/wijzigen"), **filed()).location == pad(zaak)
    stand = text_of(read_page(client.get(pad(zaak))), "#stand")
    for woord in (
        "Vermoedelijk strafbaar",
        "Belaging (stalking) (285b Sr)",
        "namens de getroffene",
        "PL-2026-77",
    ):
        assert woord in stand


def test_a_registration_number_is_stored_encrypted(client, zaak):
    send(client, pad(zaak, "/wijzigen"), **filed())
    ruw = db.session.connection().exec_driver_sql("select registratienummer from aangifte").scalar()
    assert b"PL-2026" not in bytes(ruw)


def test_without_consent_it_is_refused_with_the_form_filled_in(client, zaak):
    answer = send(client, pad(zaak, "/wijzigen"), **filed(instemming="nee"))
    assert answer.status_code == 422
    page = read_page(answer)
    assert "Zonder instemming" in text_of(page, "#fouten li:has(a[href='#instemming'])")
    assert form_data(page, "main form")["registratienummer"] == "PL-2026-77"
    assert db.session.query(Aangifte).count() == 0


def test_no_aangifte_asks_for_a_reason(client, zaak):
    data = {"beoordeling": "vermoedelijk", "stap": "geen"}
    assert send(client, pad(zaak, "/wijzigen"), **data).status_code == 422
    assert send(client, pad(zaak, "/wijzigen"), **data, reden_geen="angst").status_code == 303


@pytest.mark.parametrize(("model", "wie"), [(0, "getroffene"), (1, "organisatie")])
def test_the_form_proposes_who_files_by_the_model(client, zaak, organisatie, model, wie):
    organisatie.instellingen = {"aangiftemodel": model}
    db.session.commit()
    page = read_page(client.get(pad(zaak, "/wijzigen")))
    assert form_data(page, "main form")["aangever"] == wie
    assert "De organisatie neemt het over" in page.text or model == 0


def test_consent_can_be_withdrawn_until_it_was_filed(client, zaak):
    send(client, pad(zaak, "/wijzigen"), **filed(stap="", gedaan_op=""))
    assert "Instemming intrekken" in client.get(pad(zaak)).text
    assert client.post(pad(zaak, "/instemming-intrekken")).status_code == 303
    assert "Ingetrokken" in client.get(pad(zaak)).text
    assert client.post(pad(zaak, "/instemming-intrekken")).status_code == 409


def test_an_aangifte_that_was_filed_cannot_be_withdrawn(client, zaak):
    send(client, pad(zaak, "/wijzigen"), **filed())
    assert "Instemming intrekken" not in client.get(pad(zaak)).text
    answer = client.post(pad(zaak, "/instemming-intrekken"))
    assert answer.status_code == 409
    assert "niet meer in te trekken" in answer.text


@pytest.mark.parametrize(
    "anders",
    [
        {"instemming": "ingetrokken", "stap": ""},
        {"stap": "", "gedaan_op": ""},
        {"stap": "geen", "reden_geen": "angst"},
        {"instemming": "ingetrokken", "aangever": "getroffene"},
    ],
)
def test_the_form_does_not_undo_what_was_filed(client, zaak, anders):
    send(client, pad(zaak, "/wijzigen"), **filed())
    answer = send(client, pad(zaak, "/wijzigen"), **anders)
    assert answer.status_code == 422
    assert "al gedaan" in text_of(read_page(answer), "#fouten")
    stand = text_of(read_page(client.get(pad(zaak))), "#stand")
    assert "GedaanAangifte" in stand.replace(" ", "")


@pytest.mark.parametrize(
    ("geleden", "zin"),
    [(None, "op welke dag dit is gedaan"), (9, "vóór de dag van het voorval")],
)
def test_an_aangifte_has_a_day_that_can_be(client, zaak, geleden, zin):
    gedaan_op = "" if geleden is None else str(vandaag() - timedelta(days=geleden))
    answer = send(
        client,
        pad(zaak, "/wijzigen"),
        **filed(gedaan_op=gedaan_op, aangever="getroffene", instemming="", instemming_op=""),
    )
    assert answer.status_code == 422
    assert zin in text_of(read_page(answer), "#gedaan_op-fout"), "beside the field"
    assert form_data(read_page(answer), "main form")["registratienummer"] == "PL-2026-77"


def test_two_versions_are_shown_side_by_side(client, zaak):
    send(client, pad(zaak, "/wijzigen"), **filed())
    oud = form_data(read_page(client.get(pad(zaak, "/wijzigen"))), "main form")
    send(client, pad(zaak, "/wijzigen"), feiten=["285"], uitkomst="onderzoek")
    answer = client.post(pad(zaak, "/wijzigen"), data=oud | {"uitkomst": "geseponeerd"})
    assert answer.status_code == 409
    verschil = text_of(read_page(answer), "#fouten")
    assert "Onderzoek loopt" in verschil
    assert "Bedreiging (285 Sr)" in verschil


def test_the_sheet_for_the_police(client, zaak):
    send(client, pad(zaak, "/wijzigen"), **filed())
    send(client, pad(zaak, "/klachten/nieuw"))
    answer = client.get(pad(zaak, "/voorbereiding.pdf"))
    assert answer.mimetype == "application/pdf"
    oordeel = validator.validate_pdf_bytes(answer.data, profile="ua1")
    assert not oordeel.failures, str(oordeel)
    assert "Yasmin" not in answer.headers["Content-Disposition"]
    assert db.session.scalars(select(AuditRegel).filter_by(actie="aangifteblad gemaakt")).one()


def test_while_nobody_chose_the_sheet_says_what_goes_with_the_form(client, zaak, app):
    bladen: list[str] = []

    def note(_sender, template, context, **_):
        bladen.append(template.render(context))

    with template_rendered.connected_to(note, app):
        client.get(pad(zaak, "/voorbereiding.pdf"))
        send(client, pad(zaak, "/wijzigen"), feiten=["179"])
        client.get(pad(zaak, "/voorbereiding.pdf"))
    leeg, gekozen = (blad for blad in bladen if "Voorbereiding aangifte" in blad)
    assert "Bij de vorm past:" in leeg
    assert "Belaging (stalking) (285b Sr)" in leeg
    assert "Bij de vorm past:" not in gekozen


def test_the_sheet_holds_all_that_one_is_asked(client, zaak, app, client_of):
    send(client, pad(zaak, "/wijzigen"), **filed(vpt_gevraagd="", domicilie="Raadhuisplein 1"))
    send(client, f"/incidenten/{zaak.nummer}/schade/nieuw", route="voeging")
    bestand = {"bestanden": (io.BytesIO(b"mail"), "mail.txt")}
    client.post(f"/incidenten/{zaak.nummer}/bijlagen", data=bestand)
    bladen: list[str] = []

    def note(_sender, template, context, **_):
        bladen.append(template.render(context))

    with template_rendered.connected_to(note, app):
        client.get(pad(zaak, "/voorbereiding.pdf"))
    for deel in (
        "Vraag om de VPT-code",
        "Ik weet je te vinden",
        "Belaging (stalking) (285b Sr)",
        "Raadhuisplein 1",
        "mail.txt",
        hashlib.sha256(b"mail").hexdigest(),
        "Schade",
        "ieder slachtoffer zelf",
    ):
        assert deel in bladen[-1], deel


def test_each_victim_has_a_klacht_with_its_own_clock(client, zaak):
    send(client, pad(zaak, "/klachten/nieuw"), vanaf="2026-11-20")
    send(client, pad(zaak, "/klachten/nieuw"), gebruiker_id="", naam="Robin", vanaf="2026-11-22")
    kaart = text_of(read_page(client.get(pad(zaak))), "#klachten")
    assert "uiterlijk 18 februari 2027" in kaart, "the careful reading: ninety days"
    assert "uiterlijk 20 februari 2027" in kaart
    klokken = db.session.scalars(select(Zaaktermijn).filter_by(soort=Termijnsoort.KLACHT)).all()
    assert {klok.betreft for klok in klokken} == {"", "Robin"}


def test_a_klacht_that_was_filed_stops_its_clock(client, zaak):
    send(client, pad(zaak, "/klachten/nieuw"), gebruiker_id="", naam="Robin", vanaf="2026-11-20")
    klacht = db.session.scalars(select(Klacht)).one()
    adres = pad(zaak, f"/klachten/{klacht.id}")
    assert send(client, adres, ingediend_op="2026-11-19").status_code == 409
    assert send(client, adres, ingediend_op="2026-11-21").status_code == 303
    klokken = db.session.scalars(select(Zaaktermijn).filter_by(soort=Termijnsoort.KLACHT)).all()
    gestopt = {klok.betreft: klok.gestopt_op is not None for klok in klokken}
    assert gestopt == {"": False, "Robin": True}


def test_a_day_to_come_or_nobody_is_refused(client, zaak):
    morgen = str(vandaag() + timedelta(days=1))
    for velden in ({"vanaf": morgen}, {"ingediend_op": morgen}, {"gebruiker_id": "", "naam": ""}):
        assert send(client, pad(zaak, "/klachten/nieuw"), **velden).status_code == 422, velden


def test_it_is_for_who_handles_the_case(client_for, client_of, zaak):
    for rol in Rol:
        if rol is not Rol.COORDINATOR:
            vreemde = client_for(rol)
            dicht = 404 if rol in {Rol.GRIFFIER, Rol.BESTUURDER} else 403
            for rest in ("", "/wijzigen", "/voorbereiding.pdf", "/klachten/nieuw"):
                assert vreemde.get(pad(zaak, rest)).status_code == dicht, (rol, rest)
    assert client_of(zaak.getroffene).get(pad(zaak)).status_code == 403


def test_a_klacht_of_another_case_does_not_exist(client, zaak, make_gebruiker, make_incident):
    send(client, pad(zaak, "/klachten/nieuw"))
    ander = make_incident(make_gebruiker(Rol.MEDEWERKER))
    klacht = db.session.scalars(select(Klacht)).one()
    assert client.get(pad(ander, f"/klachten/{klacht.id}")).status_code == 404


def test_the_page_asks_little(client, zaak, make_gebruiker):
    wie = make_gebruiker(Rol.COORDINATOR)
    assign_behandelaar(zaak, wie, wie, nu(), "pakt het op")
    db.session.commit()
    for naam in ("Robin", "Sam"):
        send(client, pad(zaak, "/klachten/nieuw"), gebruiker_id="", naam=naam)
    assert statements(client, pad(zaak)) <= 8

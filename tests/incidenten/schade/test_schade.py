"""Damage of a case: claims, their items, what was awarded and what came in."""

import io
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import func, select

from tests.incidenten.test_queries_count import statements
from tests.pages import form_data, read_page, text_of
from tests.pages import send_form as send
from vob.acties.values import Status
from vob.bijlagen.models import Bijlage
from vob.core.clock import vandaag
from vob.core.permissions import Rol
from vob.data import AuditRegel, db
from vob.incidenten.schade.models import Schadeclaim, Schadepost
from vob.incidenten.termijnen.models import Zaaktermijn
from vob.incidenten.termijnen.values import Termijnsoort


@pytest.fixture
def zaak(make_gebruiker, make_incident):
    return make_incident(make_gebruiker(Rol.AMBTSDRAGER, naam="Yasmin Smit"))


@pytest.fixture
def client(client_for):
    return client_for(Rol.COORDINATOR)


@pytest.fixture
def claim(client, zaak):
    """The address of a claim of the victim."""
    answer = send(client, f"/incidenten/{zaak.nummer}/schade/nieuw", route="voeging")
    assert answer.status_code == 303
    return answer.location


def test_items_and_payments_add_up_to_the_cent(client, claim, zaak):
    for bedrag in ("€ 1.234,56", "0,10", "0,20"):
        assert send(client, f"{claim}/posten", bedrag=bedrag).status_code == 303
    send(client, f"{claim}/betalingen", bedrag="34,86", van="veroorzaker")
    stand = text_of(read_page(client.get(claim)), "#stand").replace("\xa0", " ")
    assert "Geëist€ 1.234,86" in stand
    assert "Ontvangen€ 34,86" in stand
    assert "Open€ 1.200,00" in stand
    som = db.session.scalar(select(func.sum(Schadepost.bedrag)))
    assert som == Decimal("1234.86")


@pytest.mark.parametrize(
    ("tekst", "bedrag"), [("125", "125"), ("125.50", "125.50"), ("1.250", "1250"), ("1,5", "1.5")]
)
def test_an_amount_is_read_as_people_write_it(client, claim, tekst, bedrag):
    send(client, f"{claim}/posten", bedrag=tekst)
    assert db.session.scalar(select(Schadepost.bedrag)) == Decimal(bedrag)


@pytest.mark.parametrize("tekst", ["", "veel", "1,234", "-5", "0", "1.2.3", "99999999", "1e3"])
def test_what_is_no_amount_is_refused_and_stays_in_the_form(client, claim, tekst):
    answer = send(client, f"{claim}/posten", bedrag=tekst)
    assert answer.status_code == 422
    assert form_data(read_page(answer), "main form")["bedrag"] == tekst
    assert db.session.query(Schadepost).count() == 0


def test_the_totals_of_a_case(client, claim, zaak):
    send(client, f"{claim}/posten", bedrag="100")
    answer = send(client, f"/incidenten/{zaak.nummer}/schade/nieuw", eiser="organisatie")
    send(client, f"{answer.location}/posten", bedrag="50,50", soort="gebouw")
    page = read_page(client.get(f"/incidenten/{zaak.nummer}/schade"))
    assert "€ 150,50" in text_of(page, "#totaal").replace("\xa0", " ")
    assert "gemeente Waterrijk" in page.text


def test_what_was_awarded_decides_what_is_open(client, claim):
    send(client, f"{claim}/posten", bedrag="500")
    assert send(client, f"{claim}/wijzigen", stand="deels").status_code == 422
    assert send(client, f"{claim}/wijzigen", stand="deels", toegekend="200").status_code == 303
    assert "Open€ 200,00" in text_of(read_page(client.get(claim)), "#stand").replace("\xa0", " ")


def test_the_schadefonds_has_a_clock_of_ten_years(client, claim, zaak):
    assert send(client, f"{claim}/wijzigen", route="schadefonds").status_code == 303
    klok = db.session.scalars(select(Zaaktermijn).filter_by(soort=Termijnsoort.SCHADEFONDS)).one()
    assert klok.uiterlijk.year == zaak.voorval_op.year + 10
    assert klok.betreft == "Yasmin Smit"
    assert send(client, f"{claim}/wijzigen", stand="ingediend").status_code == 303
    assert klok.uitkomst == "Ingediend."


def test_the_clock_of_a_claim_that_is_open_again_runs_again(client, claim):
    send(client, f"{claim}/wijzigen", route="schadefonds")
    send(client, f"{claim}/wijzigen", stand="ingediend")
    send(client, f"{claim}/wijzigen", stand="voorbereid")
    loopt = klok(Termijnsoort.SCHADEFONDS)
    assert (loopt.gestopt_op, loopt.uitkomst, loopt.actie.status) == (None, "", Status.OPEN)


def test_a_clock_of_a_claim_stopped_by_hand_stays_so(client, claim, zaak):
    send(client, f"{claim}/wijzigen", route="schadefonds")
    stop = f"/incidenten/{zaak.nummer}/termijnen/{klok(Termijnsoort.SCHADEFONDS).id}"
    assert send(client, stop, uitkomst="De advocaat doet het.").status_code == 303
    send(client, f"{claim}/wijzigen", toelichting="Gebeld.")
    assert klok(Termijnsoort.SCHADEFONDS).uitkomst == "De advocaat doet het."


def klok(soort):
    return db.session.scalars(select(Zaaktermijn).filter_by(soort=soort)).one_or_none()


def test_the_form_of_the_om_must_go_back_in_time(client, claim):
    adres, soort = f"{claim}/wijzigen", Termijnsoort.VOEGING
    assert klok(soort) is None  # nobody knows yet when it comes
    op = vandaag() - timedelta(days=3)
    assert send(client, adres, formulier_op=str(op)).status_code == 303
    assert klok(soort).actie.uiterlijk == op + timedelta(days=14)
    assert send(client, adres, formulier_op=str(vandaag())).status_code == 303
    assert klok(soort).actie.uiterlijk == vandaag() + timedelta(days=14)
    assert klok(soort).gestopt_op is None
    send(client, adres, stand="ingediend", ingediend_op=str(vandaag()))
    assert (klok(soort).uitkomst, klok(soort).actie.status) == ("Ingediend.", Status.GEDAAN)


def test_the_cjib_pays_an_advance_when_it_takes_long(client, claim):
    adres, soort = f"{claim}/wijzigen", Termijnsoort.CJIB
    send(client, f"{claim}/posten", bedrag="500")
    uitspraak = {"stand": "deels", "toegekend": "200", "onherroepelijk_op": "2026-06-30"}
    assert send(client, adres, **uitspraak | {"stand": "ingediend"}).status_code == 422
    assert send(client, adres, **uitspraak).status_code == 303
    assert klok(soort).actie.uiterlijk == date(2027, 2, 28)  # eight months, and no 30th there
    send(client, f"{claim}/betalingen", bedrag="199,99", van="cjib")
    assert klok(soort).gestopt_op is None
    send(client, f"{claim}/betalingen", bedrag="0,01", van="cjib")
    assert klok(soort).uitkomst == "Betaald."


def test_another_claim_leaves_the_clocks_of_this_one(client, claim, zaak):
    adres = f"/incidenten/{zaak.nummer}/schade/nieuw"
    beide = [send(client, adres, eiser="organisatie", route="voeging").location for _ in range(2)]
    send(client, f"{beide[0]}/wijzigen", formulier_op=str(vandaag()))
    send(client, f"{beide[1]}/wijzigen", route="verzekering")
    assert klok(Termijnsoort.VOEGING).gestopt_op is None
    send(client, f"{beide[0]}/wijzigen", stand="afgerond")
    assert klok(Termijnsoort.VOEGING).uitkomst == "Afgerond."


def test_two_people_at_once_are_both_kept(client, claim):
    data = form_data(read_page(client.get(f"{claim}/wijzigen")), "main form")
    assert send(client, f"{claim}/wijzigen", stand="ingediend").status_code == 303
    answer = client.post(f"{claim}/wijzigen", data=data | {"stand": "afgerond"})
    assert answer.status_code == 409
    assert "Ingediend" in text_of(read_page(answer), "#fouten")


def test_no_recovery_needs_a_reason(client, zaak):
    adres = f"/incidenten/{zaak.nummer}/schade/nieuw"
    answer = send(client, adres, route="geen")
    assert answer.status_code == 422
    assert "waarom u deze schade niet verhaalt" in answer.text
    assert send(client, adres, route="geen", toelichting="Verzekerd.").status_code == 303


def test_a_claimant_without_a_name_is_refused(client, zaak):
    adres = f"/incidenten/{zaak.nummer}/schade/nieuw"
    assert send(client, adres, gebruiker_id="", naam="").status_code == 422


def test_a_receipt_is_kept_with_the_claim(client, client_of, client_for, claim, zaak):
    data = form_data(read_page(client.get(f"{claim}/posten")), "main form")
    data |= {"bedrag": "10", "bestanden": (io.BytesIO(b"bon"), "bon.txt")}
    assert client.post(f"{claim}/posten", data=data).status_code == 303
    bijlage = db.session.scalars(select(Bijlage)).one()
    adres = f"/bijlagen/{bijlage.sleutel}"
    assert client_of(zaak.getroffene).get(adres).status_code == 200
    for rol in Rol:
        if rol is not Rol.COORDINATOR:
            assert client_for(rol).get(adres).status_code == 404, rol


def test_sent_twice_is_stored_once(client, claim):
    data = form_data(read_page(client.get(f"{claim}/posten")), "main form") | {"bedrag": "10"}
    assert client.post(f"{claim}/posten", data=data).status_code == 303
    assert client.post(f"{claim}/posten", data=data).status_code == 303
    assert db.session.query(Schadepost).count() == 1


def test_a_typing_mistake_can_go(client, claim):
    send(client, f"{claim}/posten", bedrag="10")
    post = db.session.scalars(select(Schadepost)).one()
    assert client.post(f"{claim}/posten/{post.id}/verwijderen").status_code == 303
    assert client.post(f"{claim}/posten/{post.id}/verwijderen").status_code == 404
    assert db.session.query(Schadepost).count() == 0


def test_the_victim_sees_own_damage_and_cannot_change_it(client, client_of, claim, zaak):
    send(client, f"{claim}/posten", bedrag="10")
    send(client, f"/incidenten/{zaak.nummer}/schade/nieuw", eiser="organisatie")
    eigen = client_of(zaak.getroffene)
    page = read_page(eigen.get(f"/incidenten/{zaak.nummer}/schade"))
    assert "Yasmin Smit" in page.text
    assert "gemeente Waterrijk" not in text_of(page, "table")
    assert not read_page(eigen.get(claim)).select("main form")
    assert eigen.get(f"{claim}/posten").status_code == 403
    ander = db.session.scalars(select(Schadeclaim.id).order_by(Schadeclaim.id.desc())).first()
    assert eigen.get(f"/incidenten/{zaak.nummer}/schade/{ander}").status_code == 404


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol is not Rol.COORDINATOR])
def test_for_anyone_else_it_does_not_exist(client_for, claim, zaak, rol):
    vreemde, behandelt = client_for(rol), rol in {Rol.GRIFFIER, Rol.BESTUURDER}
    assert vreemde.get(f"/incidenten/{zaak.nummer}/schade").status_code == 404
    assert vreemde.get(claim).status_code == 404
    for rest in ("/posten", "/betalingen", "/wijzigen"):
        assert vreemde.get(claim + rest).status_code == (404 if behandelt else 403)


def test_looking_is_logged_and_a_note_is_stored_encrypted(client, claim):
    send(client, f"{claim}/posten", bedrag="10", omschrijving="Gebroken bril")
    client.get(claim)
    assert db.session.scalars(select(AuditRegel).filter_by(actie="schade ingezien")).first()
    ruw = db.session.connection().exec_driver_sql("select omschrijving from schadepost").scalar()
    assert b"bril" not in bytes(ruw)


def test_the_page_asks_little(client, claim, zaak):
    for _ in range(3):
        send(client, f"/incidenten/{zaak.nummer}/schade/nieuw", eiser="organisatie")
    assert statements(client, f"/incidenten/{zaak.nummer}/schade") <= 8
    assert statements(client, claim) <= 8

"""Risk analyses as people make them: from the library to a decision, and on a phone in the hall."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from vob.core.clock import vandaag
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.organisatie.models import Organisatie
from vob.risicoanalyse import bibliotheek

pytestmark = pytest.mark.browser
Make = Callable[..., Gebruiker]
VERDER = "Bewaren en verder"


@pytest.fixture
def _startset(app: Flask, organisatie: Organisatie) -> None:
    with app.test_request_context():
        bibliotheek.add_start_set()
        db.session.commit()


def press(page: Page, naam: str) -> None:
    page.get_by_role("button", name=naam, exact=True).click()


def choose_all(page: Page, soort: str, waarde: str) -> None:
    """The same answer for every risk of the sheet."""
    for veld in page.locator(f".blad [name^={soort}_]").all():
        veld.select_option(waarde)


def make_analyse(page: Page) -> None:
    """Twelve risks of the library, scored, with a measure taken over, and accepted."""
    page.goto("/risicoanalyse/nieuw")
    page.get_by_label("De hele organisatie").check()
    press(page, "Beginnen")
    page.get_by_label("Waar kijkt u naar").fill("De hele organisatie")
    press(page, VERDER)
    page.get_by_label("Wie doen mee?").fill("Griffier en bode")
    press(page, VERDER)
    for vak in page.locator("#scenarios input").all()[:12]:
        vak.check()
    press(page, VERDER)
    expect(page.locator("#gekozen-kop")).to_contain_text("12 risico’s")
    press(page, VERDER)
    choose_all(page, "kans", "3")
    choose_all(page, "effect", "3")
    press(page, VERDER)
    press(page, VERDER)


def finish(page: Page) -> None:
    page.locator(".suggesties button").first.click()
    expect(page.locator(".list > li")).to_have_count(1)
    press(page, VERDER)
    choose_all(page, "rest_kans", "2")
    choose_all(page, "rest_effect", "2")
    press(page, VERDER)
    choose_all(page, "accept_niveau", "2")
    for veld in page.locator(".blad [name^=accept_tot_]").all():
        veld.fill(str(vandaag() + timedelta(days=300)))
    press(page, "Bewaren en afronden")
    press(page, "Ter vaststelling sturen")


@pytest.mark.usefixtures("_startset")
@pytest.mark.parametrize("javascript", [True, False], ids=["js", "no js"])
def test_a_coordinator_makes_it_in_one_sitting_and_a_bestuurder_adopts_it(
    open_venster: Open, make_gebruiker: Make, javascript: bool
) -> None:
    maker, beslisser = make_gebruiker(Rol.COORDINATOR), make_gebruiker(Rol.BESTUURDER)
    page = open_venster(maker, javascript=javascript).page
    make_analyse(page)
    finish(page)
    expect(page.locator(".titelrij")).to_contain_text("ter vaststelling")
    ander = open_venster(beslisser, javascript=javascript).page
    ander.goto("/")
    ander.locator("#vandaag a", has_text="Risicoanalyse organisatie").click()
    ander.get_by_role("link", name="Vaststellen", exact=True).click()
    ander.get_by_label("Wie stelt deze analyse vast?").select_option("college")
    ander.get_by_label("Ik accepteer").check()
    press(ander, "Vaststellen")
    expect(ander.locator(".titelrij")).to_contain_text("vastgesteld")
    page.goto("/acties/")
    expect(page.locator("main")).to_contain_text("Bode of gastheer")


@pytest.mark.usefixtures("_startset")
def test_who_wrote_it_cannot_adopt_it(open_venster: Open, make_gebruiker: Make) -> None:
    make_gebruiker(Rol.BESTUURDER)
    page = open_venster(make_gebruiker(Rol.COORDINATOR, Rol.BESTUURDER)).page
    make_analyse(page)
    finish(page)
    expect(page.get_by_role("link", name="Vaststellen", exact=True)).to_have_count(0)
    page.goto(page.url + "/vaststellen")
    expect(page.locator("main")).to_contain_text("U schreef zelf aan deze analyse")


@pytest.mark.usefixtures("_startset")
def test_a_cell_of_the_matrix_is_pressed_by_keyboard(
    open_venster: Open, make_gebruiker: Make
) -> None:
    page = open_venster(make_gebruiker(Rol.COORDINATOR)).page
    make_analyse(page)
    page.locator(".crumbs a").nth(1).click()
    expect(page.locator("#risicos tbody tr")).to_have_count(12)
    page.locator(".risicomatrix a").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#risicos-kop")).to_contain_text("kans 3 en effect 3")
    expect(page.locator("#risicos-kop")).to_be_in_viewport()
    expect(page.locator(".risicomatrix a[aria-current]")).to_have_count(1)
    page.go_back()
    expect(page.locator("#risicos-kop")).to_have_text("Risico’s")


def rate(page: Page) -> None:
    """Tonight's meeting, with one grave answer and a measure."""
    dag = vandaag()
    page.goto(f"/risicoanalyse/operationeel/nieuw?titel=Opvang&datum={dag}&wat=raad")
    page.get_by_label("Begint om").fill("19:30")
    page.get_by_label("Plaats", exact=False).first.fill("Raadzaal")
    for antwoord in (
        *("Eigen gebouw, met controle bij de deur", "Enkele bezoekers", "Zeer beladen"),
        *("Geen bijzonderheden", "Dreiging of geweld", "In de avond"),
        *("Twee uitgangen en de auto dichtbij", "Bode of beveiliger is erbij"),
    ):
        page.get_by_label(antwoord, exact=True).check()
    page.get_by_label("Waarop baseert u dit?").fill("Overleg met de wijkagent")
    page.get_by_label("Beveiliger bij de vergadering").check()
    page.get_by_label("Balie en beveiliging laten weten").check()
    press(page, "Check vastleggen")


@pytest.mark.usefixtures("_startset")
@pytest.mark.parametrize("javascript", [True, False], ids=["js", "no js"])
def test_a_griffier_rates_a_meeting_on_a_phone_and_the_desk_sees_the_measures(
    open_venster: Open, make_gebruiker: Make, javascript: bool
) -> None:
    griffier, bode = make_gebruiker(Rol.GRIFFIER), make_gebruiker(Rol.BEVEILIGING)
    phone = open_venster(griffier, breedte=375, javascript=javascript).page
    rate(phone)
    expect(phone.locator("#uitkomst")).to_contain_text("Oranje")
    expect(phone.locator("#uitkomst")).to_contain_text("eerder dreiging of geweld")
    desk = open_venster(bode, breedte=375, javascript=javascript).page
    desk.goto("/risicoanalyse/balie")
    expect(desk.locator("main")).to_contain_text("19.30 · Raadsvergadering")
    expect(desk.locator("main")).to_contain_text("Beveiliger bij de vergadering")
    expect(desk.locator("main")).not_to_contain_text("Opvang")
    phone.get_by_role("button", name="Geregeld").click()
    desk.reload()
    expect(desk.locator("main")).to_contain_text("uitgevoerd")


@pytest.mark.usefixtures("_startset")
def test_the_outcome_shows_while_one_answers(open_venster: Open, make_gebruiker: Make) -> None:
    page = open_venster(make_gebruiker(Rol.GRIFFIER), breedte=375).page
    page.goto("/risicoanalyse/operationeel/nieuw")
    for vraag in page.locator("fieldset:has([name^=q_])").all():
        vraag.locator("input").last.check()
    expect(page.locator("#voorstel")).to_contain_text("Rood")


@pytest.mark.usefixtures("_startset")
def test_a_personal_analysis_is_there_for_its_person_only(
    open_venster: Open, make_gebruiker: Make
) -> None:
    ik = open_venster(make_gebruiker(Rol.AMBTSDRAGER)).page
    ik.goto("/risicoanalyse/")
    press(ik, "Mijn persoonlijke analyse")
    ik.get_by_label("Waar kijkt u naar").fill("Kanarievogel")
    press(ik, "Bewaren en later verder")
    expect(ik.locator("main")).to_contain_text("Kanarievogel")
    pad = ik.url
    for rol in (Rol.BEHEERDER, Rol.COORDINATOR, Rol.BESTUURDER):
        ander = open_venster(make_gebruiker(rol)).page
        antwoord = ander.goto(pad)
        assert antwoord is not None
        assert antwoord.status == 404
        ander.goto("/risicoanalyse/")
        expect(ander.locator("main")).not_to_contain_text("Persoonlijke risicoanalyse")
    ik.get_by_role("link", name="Intrekken en vernietigen").click()
    press(ik, "Vernietigen")
    expect(ik.locator("#melding")).to_contain_text("vernietigd")

"""The main jobs of the media room, as people do them; by hand, by keyboard, without JavaScript."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
import time_machine
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from vob.core.clock import TZ, vandaag
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.media.models import Dienst, Kernboodschap, Onderwerp, Woordvoerder
from vob.media.values import Boodschapstatus, Partij

pytestmark = pytest.mark.browser
Make = Callable[..., Gebruiker]
ZONDAG = datetime(2026, 11, 22, 22, 0, tzinfo=TZ)
LIJN = "De raad besluit op 12 december. Tot die tijd luisteren we."


def fill(maker: Gebruiker) -> None:
    """A topic with a first speaker, somebody else on duty this week, and a line."""
    eerste = Woordvoerder(naam="Eva Eerste", telefoon="0555-1")
    dienst = Woordvoerder(naam="Sanne Vermeer", telefoon="0555-2", telefoon_buiten="06-55501234")
    db.session.add_all([eerste, dienst])
    db.session.flush()
    onderwerp = Onderwerp(
        naam="Asielopvang", trefwoorden="azc", akkoord=[Partij.OM.value], eerste_id=eerste.id
    )
    begin = ZONDAG - timedelta(days=4)
    db.session.add_all(
        [onderwerp, Dienst(woordvoerder_id=dienst.id, begin=begin, einde=begin + WEKEN)]
    )
    db.session.flush()
    db.session.add(
        Kernboodschap(
            onderwerp_id=onderwerp.id,
            tekst=LIJN,
            status=Boodschapstatus.AKKOORD,
            geldig_tot=vandaag() + timedelta(days=30),
            maker_id=maker.id,
        )
    )
    db.session.commit()


WEKEN = timedelta(days=21)


def expect_answer(page: Page) -> None:
    """Who speaks on a Sunday at 22:00, and a number that dials."""
    expect(page.locator(".speaker strong")).to_have_text("Sanne Vermeer")
    bel = page.locator(".speaker .tel")
    expect(bel).to_have_text("06-55501234")
    expect(bel).to_have_attribute("href", "tel:0655501234")
    expect(page.locator("#antwoord")).to_contain_text("buiten kantoortijd")
    expect(page.locator("#antwoord")).to_contain_text(LIJN)


def test_a_newcomer_finds_who_speaks_on_a_sunday_evening_in_three_keystrokes(
    open_venster: Open, make_gebruiker: Make
) -> None:
    with time_machine.travel(ZONDAG, tick=True):
        fill(make_gebruiker(Rol.WOORDVOERDER))
        page = open_venster(make_gebruiker(Rol.MEDEWERKER), breedte=320).page
        page.goto("/media/")
        page.keyboard.type("asi")  # the field has the focus already
        expect_answer(page)
        expect(page).to_have_url("/media/?q=asi")


def test_from_the_start_page_without_javascript(open_venster: Open, make_gebruiker: Make) -> None:
    with time_machine.travel(ZONDAG, tick=True):
        fill(make_gebruiker(Rol.WOORDVOERDER))
        page = open_venster(make_gebruiker(Rol.MEDEWERKER), javascript=False).page
        page.goto("/")
        page.get_by_label("Onderwerp of vraag").fill("asielopvamg")
        page.keyboard.press("Enter")
        expect_answer(page)


def note(page: Page) -> None:
    """During the call: only the question, and who asks."""
    page.get_by_label("De vraag, zo letterlijk mogelijk").fill("Wanneer valt het besluit?")
    page.get_by_label("Medium").fill("Omroep Waterland")
    page.get_by_role("button", name="Noteren").click()
    page.get_by_role("heading", name="Vraag van Omroep Waterland over Asielopvang").wait_for()


@pytest.mark.parametrize("javascript", [True, False], ids=["js", "no js"])
def test_a_question_is_noted_during_a_call_and_answered_from_a_line(
    open_venster: Open, make_gebruiker: Make, javascript: bool
) -> None:
    sanne = make_gebruiker(Rol.WOORDVOERDER, naam="Sanne Vermeer")
    fill(sanne)
    page = open_venster(sanne, javascript=javascript).page
    page.goto("/media/?q=asielopvang")
    page.get_by_role("link", name="Persvraag noteren").click()
    note(page)
    page.get_by_role("button", name="Dit is het antwoord").click()
    expect(page.get_by_role("textbox", name="Ons antwoord")).to_have_value(LIJN)
    if javascript:
        expect(page.get_by_role("textbox", name="Ons antwoord")).to_be_focused()
    page.get_by_role("button", name="Beantwoord", exact=True).click()
    expect(page.locator("#ons-antwoord")).to_contain_text("Gegeven op")
    expect(page.locator("#ons-antwoord")).to_contain_text("door Sanne Vermeer")


def test_what_was_typed_during_a_call_is_there_again(
    open_venster: Open, make_gebruiker: Make
) -> None:
    page = open_venster(make_gebruiker(Rol.WOORDVOERDER), breedte=320).page
    page.goto("/media/persvragen/nieuw")
    page.keyboard.type("Hoeveel plekken")
    expect(page.locator("#concept-status")).to_contain_text("Concept bewaard")
    page.goto("/media/")
    page.goto("/media/persvragen/nieuw")
    expect(page.get_by_label("De vraag, zo letterlijk mogelijk")).to_have_value("Hoeveel plekken")


def test_by_keyboard_the_number_is_the_first_thing_after_the_field(
    open_venster: Open, make_gebruiker: Make
) -> None:
    with time_machine.travel(ZONDAG, tick=True):
        fill(make_gebruiker(Rol.WOORDVOERDER))
        page = open_venster(make_gebruiker(Rol.MEDEWERKER)).page
        page.goto("/media/")
        page.keyboard.type("azc")
        expect_answer(page)
        expect(page).to_have_url("/media/?q=azc")  # nothing is under way any more
        page.keyboard.press("Tab")
        expect(page.locator(".speaker .tel")).to_be_focused()


@pytest.mark.parametrize("javascript", [True, False], ids=["js", "no js"])
def test_a_button_shows_only_to_who_needs_it(
    open_venster: Open, make_gebruiker: Make, javascript: bool
) -> None:
    page = open_venster(make_gebruiker(Rol.WOORDVOERDER), javascript=javascript).page
    page.goto("/media/persvragen")
    expect(page.get_by_role("button", name="Tonen")).to_have_count(0 if javascript else 1)
    if javascript:
        page.get_by_label("Welke").select_option(label="Alle")
        page.wait_for_url("**/media/persvragen?*welke=alle*")

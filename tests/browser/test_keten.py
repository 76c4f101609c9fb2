"""The chain in a real browser: a round with a partner who answers by mail, and a card offline."""

import re
from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from tests.berichten.conftest import Postbus, mailserver, postbus
from tests.browser.conftest import Open
from tests.browser.stage import check_accessibility
from tests.browser.test_toetsenbord import tab_to
from tests.browser.venster import Venster, find_overflow
from vob.berichten import bezorger
from vob.core.clock import vandaag
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.ketenafspraken.models import Contact, Partner
from vob.ketenafspraken.values import Partnersoort, Toestemming

__all__ = ["mailserver", "postbus"]
pytestmark = pytest.mark.browser
Make = Callable[..., Gebruiker]
KAART = "/ketenafspraken/belkaart"
KEPT = """async () => {
    await navigator.serviceWorker.ready;
    const cache = await caches.open("belkaart");
    return (await cache.keys()).some((kept) => kept.url.endsWith("/belkaart/los"));
}"""


@pytest.fixture
def contact(app: Flask) -> Contact:
    partner = Partner(naam="Politie", soort=Partnersoort.POLITIE, is_verplicht=True)
    contact = Contact(
        partner=partner,
        functie="Wijkagent",
        naam="J. Vonk",
        telefoon="0555-300110",
        email="vonk@politie.example",
        is_openbaar=True,
        toestemming=Toestemming.GEGEVEN,
        gecontroleerd_op=vandaag() - timedelta(days=300),
    )
    db.session.add(contact)
    db.session.commit()
    return contact


def link_in(mail: EmailMessage) -> str:
    found = re.search(r"http://localhost(/\S+)", mail.get_content())
    assert found is not None
    return found[1]


def ask_in_a_round(page: Page) -> None:
    page.goto("/ketenafspraken/controle")
    page.get_by_role("button", name="Controleronde starten").click()
    expect(page.locator("#melding")).to_contain_text("De ronde is gestart, met 1 nummer.")
    page.get_by_role("button", name="Vraag het alle contacten per mail").click()
    expect(page.locator("#melding")).to_contain_text("Aan 1 contact is gevraagd")


@pytest.mark.parametrize("javascript", [True, False], ids=["js", "no js"])
def test_a_partner_corrects_his_own_number_in_a_round(
    open_venster: Open, make_gebruiker: Make, postbus: Postbus, contact: Contact, javascript: bool
) -> None:
    desk = open_venster(make_gebruiker(Rol.COORDINATOR), javascript=javascript).page
    ask_in_a_round(desk)
    bezorger.deliver_all()
    assert postbus.naar == ["vonk@politie.example"]
    phone = open_venster(breedte=320, javascript=javascript).page
    phone.goto(link_in(postbus.mails[0]))
    expect(phone.get_by_label("Telefoonnummer")).to_be_hidden()
    phone.get_by_label("Nee, het is anders").check()
    phone.get_by_label("Telefoonnummer").fill("0555-300125")
    phone.get_by_role("button", name="Antwoord versturen").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Dank u wel")
    desk.reload()
    expect(desk.locator("#antwoorden")).to_contain_text("0555-300125")
    desk.get_by_role("button", name="Overnemen", exact=True).click()
    expect(desk.locator("body")).to_contain_text("1 van 1 gedaan")
    desk.goto(f"/ketenafspraken/partners/{contact.partner_id}")
    expect(desk.locator("#contacten")).to_contain_text("0555-300125")
    phone.goto(link_in(postbus.mails[0]))
    expect(phone.get_by_role("heading", level=1)).to_have_text("Deze link werkt niet meer")


def keep_card(open_venster: Open, gebruiker: Gebruiker) -> Venster:
    """One visit, until the phone has the card."""
    venster = open_venster(gebruiker, breedte=375, bewaart=True)
    venster.page.goto(KAART)
    venster.page.wait_for_function(KEPT)
    return venster


def test_the_card_opens_with_the_network_off_after_one_visit(
    open_venster: Open, make_gebruiker: Make, contact: Contact
) -> None:
    venster = keep_card(open_venster, make_gebruiker(Rol.MEDEWERKER))
    page, server = venster.page, venster.server
    venster.context.set_offline(True)
    server.verzoeken.clear()
    page.goto(KAART)
    expect(page.locator("#belkaart")).to_contain_text("0555-300110")
    expect(page.locator("#belkaart a[href='tel:112']")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.spoed')).borderTopStyle")
    assert "Medewerker" not in page.content(), "nothing of who looked is kept"
    assert find_overflow(page) == []
    assert check_accessibility(page) == []
    assert server.verzoeken == [], "it came from the phone itself"
    venster.trouble.clear()  # what could not be fetched is said in the console


def test_with_the_network_on_the_page_is_that_of_the_server(
    open_venster: Open, make_gebruiker: Make, contact: Contact
) -> None:
    page = keep_card(open_venster, make_gebruiker(Rol.MEDEWERKER)).page
    contact.telefoon = "0555-300999"
    db.session.commit()
    page.goto(KAART)
    expect(page.locator("#belkaart")).to_contain_text("0555-300999")
    expect(page.get_by_role("navigation", name="Hoofdmenu")).to_be_attached()


def test_no_other_page_is_kept_and_logging_out_throws_the_card_away(
    open_venster: Open, make_gebruiker: Make, contact: Contact
) -> None:
    venster = keep_card(open_venster, make_gebruiker(Rol.COORDINATOR))
    page = venster.page
    for pad in (f"{KAART}-vertrouwelijk", "/ketenafspraken/", "/"):
        page.goto(pad)
    kept = page.evaluate(
        """async () => {
            const keys = await (await caches.open("belkaart")).keys();
            return keys.map((key) => new URL(key.url).pathname);
        }"""
    )
    assert [pad for pad in kept if not pad.startswith("/static/")] == [f"{KAART}/los"]
    page.locator(".gebruiker summary").click()
    page.get_by_role("button", name="Uitloggen").click()
    page.wait_for_url("**/inloggen")
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0


def test_checked_in_one_press_by_keyboard(
    open_venster: Open, make_gebruiker: Make, contact: Contact
) -> None:
    page = open_venster(make_gebruiker(Rol.COORDINATOR)).page
    page.goto(f"/ketenafspraken/partners/{contact.partner_id}")
    tab_to(page, "Vandaag gecontroleerd")
    page.keyboard.press("Enter")
    expect(page.locator(f"#contact-{contact.id} .badge.ok")).to_have_text("gecontroleerd")
    page.wait_for_function("document.activeElement.closest('.contact')")
    assert check_accessibility(page) == []


@pytest.mark.parametrize("javascript", [True, False], ids=["js", "no js"])
def test_a_private_number_shows_on_a_press(
    open_venster: Open, make_gebruiker: Make, contact: Contact, javascript: bool
) -> None:
    contact.privenummer = "0555-987001"
    db.session.commit()
    page = open_venster(make_gebruiker(Rol.COORDINATOR), javascript=javascript).page
    page.goto(f"/ketenafspraken/partners/{contact.partner_id}")
    expect(page.locator("body")).not_to_contain_text("0555-987001")
    page.get_by_role("link", name="Privénummer tonen").click()
    expect(page.locator(f"#privenummer-{contact.id}")).to_contain_text("0555-987001")


def test_whom_to_call_follows_what_one_chooses(
    open_venster: Open, make_gebruiker: Make, contact: Contact
) -> None:
    page = open_venster(make_gebruiker(Rol.COORDINATOR), breedte=320).page
    page.goto("/ketenafspraken/escalatie/")
    page.get_by_role("button", name="Begin met een voorbeeld").click()
    page.get_by_role("button", name="Vaststellen").click()
    page.goto("/ketenafspraken/wie-bel-ik")
    page.get_by_label("Hoe ernstig?").select_option(label="Hinderlijk")
    expect(page.locator(".belstappen > li")).to_have_count(1)
    page.get_by_label("Hoe ernstig?").select_option(label="Ernstig")
    expect(page.locator("#wie")).to_contain_text("0555-300110")
    page.get_by_label("De burgemeester zelf wordt bedreigd").check()
    expect(page.locator("#wie")).to_contain_text("Vervangend gezag.")
    assert find_overflow(page) == []

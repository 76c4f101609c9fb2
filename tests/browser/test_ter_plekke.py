"""What changes in place: the list while one types, the status of a case; the keyboard stays."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.stage import check_accessibility
from tests.browser.wereld import make_incident
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.models import Incident
from vob.incidenten.values import Status

pytestmark = pytest.mark.browser
Make = Callable[..., Gebruiker]


@pytest.fixture
def melder(make_gebruiker: Make) -> Gebruiker:
    return make_gebruiker(Rol.MEDEWERKER)


@pytest.fixture
def desk(open_venster: Open, make_gebruiker: Make) -> Page:
    return open_venster(make_gebruiker(Rol.COORDINATOR)).page


@pytest.fixture
def zaak(melder: Gebruiker, desk: Page) -> Incident:
    """A case nobody began with; the page of the coordinator shows it."""
    zaak = make_incident(melder)
    db.session.commit()
    desk.goto(f"/incidenten/{zaak.nummer}")
    return zaak


def test_the_register_follows_what_one_types(desk: Page, melder: Gebruiker) -> None:
    for woord in ("slagboom", "fietsenstalling"):
        make_incident(melder, omschrijving=f"Geschreeuw bij de {woord}.", titel=f"Bij de {woord}")
    db.session.commit()
    desk.goto("/incidenten/")
    box = desk.get_by_label("Zoek op woord of nummer")
    box.press_sequentially("fiets")
    expect(desk.locator("#telling")).to_contain_text("1 zaak")
    expect(desk.locator("#tabel")).not_to_contain_text("slagboom")
    desk.wait_for_url("**/incidenten/?q=fiets")
    expect(box).to_be_focused()
    assert check_accessibility(desk) == []
    desk.go_back()
    expect(desk.locator("#tabel")).to_contain_text("slagboom")
    expect(desk.get_by_label("Zoek op woord of nummer")).to_have_value("")


def test_a_filter_is_in_the_address_and_can_be_shared(desk: Page, melder: Gebruiker) -> None:
    make_incident(melder, titel="Loopt nog")
    make_incident(melder, titel="Al klaar", status=Status.GESLOTEN)
    db.session.commit()
    desk.goto("/incidenten/")
    desk.get_by_label("Status").focus()
    desk.keyboard.type("Gesl")
    expect(desk.locator("#tabel")).not_to_contain_text("Loopt nog")
    expect(desk.get_by_label("Status")).to_be_focused()
    desk.wait_for_url("**status=gesloten*")
    desk.reload()
    expect(desk.locator("#tabel")).to_contain_text("Al klaar")
    expect(desk.get_by_label("Status")).to_have_value("gesloten")


def test_a_step_taken_in_place_keeps_the_keyboard_there(desk: Page, zaak: Incident) -> None:
    desk.get_by_role("button", name="In behandeling nemen").focus()
    desk.keyboard.press("Enter")
    expect(desk.locator("#stand")).to_contain_text("In behandeling")
    expect(desk.locator("#verloop")).to_contain_text("Status: In behandeling")
    desk.wait_for_function("document.activeElement.closest('#stand')")
    assert desk.url.endswith(zaak.nummer)
    assert check_accessibility(desk) == []


def test_a_refused_step_is_said_and_leaves_the_page(desk: Page, zaak: Incident) -> None:
    """Someone else was first: the button on this page leads nowhere any more."""
    zaak.status = Status.GESLOTEN
    db.session.commit()
    before = desk.locator("#stand").inner_text()
    desk.get_by_role("button", name="In behandeling nemen").click()
    expect(desk.locator("#melding")).to_contain_text("Schrijf op waarom u de zaak heropent.")
    expect(desk.get_by_role("alert")).to_have_count(1)
    assert desk.locator("#stand").inner_text() == before
    assert check_accessibility(desk) == []


def test_a_step_of_the_checklist_is_said_in_place(desk: Page) -> None:
    desk.goto("/checklist/rondes/nieuw")
    desk.get_by_role("button", name="Start").click()
    desk.goto("/checklist/3")
    desk.get_by_role("radio", name="Bezig").check()
    desk.get_by_role("button", name="Opslaan").press("Enter")
    expect(desk.locator("#stand").get_by_role("status")).to_contain_text("Opgeslagen.")
    expect(desk.get_by_role("button", name="Opslaan")).to_be_focused()
    assert check_accessibility(desk) == []

"""What VOB is for, from the phone of a medewerker to the checklist of the coordinator."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.handelingen import (
    fill_melding,
    find,
    handle,
    note,
    report,
    report_drill,
    take_up,
)
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.models import Incident

pytestmark = pytest.mark.browser
Make = Callable[..., Gebruiker]


@pytest.mark.parametrize("javascript", [True, False], ids=["js", "no js"])
def test_from_a_phone_to_a_handled_case(
    open_venster: Open, make_gebruiker: Make, javascript: bool
) -> None:
    melder, coordinator = make_gebruiker(Rol.MEDEWERKER), make_gebruiker(Rol.COORDINATOR)
    phone = open_venster(melder, breedte=375, javascript=javascript).page
    nummer = report(phone, "Een man zei bij de slagboom dat hij mij weet te wonen.")
    desk = open_venster(coordinator, javascript=javascript).page
    find(desk, "slagboom")
    take_up(desk)
    note(desk, "De wijkagent belt morgen.")
    phone.goto(f"/incidenten/{nummer}")
    expect(phone.locator("#stand")).to_contain_text("Er wordt aan uw melding gewerkt")
    expect(phone.locator("body")).not_to_contain_text("wijkagent")


@pytest.mark.parametrize("javascript", [True, False], ids=["js", "no js"])
def test_a_name_is_asked_only_for_someone_else(
    open_venster: Open, make_gebruiker: Make, javascript: bool
) -> None:
    page = open_venster(make_gebruiker(Rol.MEDEWERKER), javascript=javascript).page
    page.goto("/incidenten/melden")
    name = page.get_by_label("Naam", exact=True)
    expect(name).to_be_hidden()
    page.get_by_label("Iemand anders").check()
    expect(name).to_be_visible()


def test_another_medewerker_finds_neither_case_nor_photo(
    open_venster: Open, make_gebruiker: Make
) -> None:
    melder = open_venster(make_gebruiker(Rol.MEDEWERKER), breedte=375)
    nummer = report(melder.page, "Bij de slagboom.")
    melder.page.goto(f"/incidenten/{nummer}")
    photo = melder.page.locator("#bijlagen a", has_text=".jpg").get_attribute("href")
    assert photo
    assert melder.context.request.get(photo).headers["content-type"] == "image/jpeg"
    ander = open_venster(make_gebruiker(Rol.MEDEWERKER))
    for pad in (f"/incidenten/{nummer}", photo, f"/incidenten/{nummer}/ontvangst"):
        assert ander.visit(pad).status == 404


@pytest.mark.parametrize("javascript", [True, False], ids=["js", "no js"])
def test_step_8_answers_to_a_handled_drill(
    open_venster: Open, make_gebruiker: Make, javascript: bool
) -> None:
    page = open_venster(make_gebruiker(Rol.COORDINATOR), javascript=javascript).page
    page.goto("/checklist/8")
    expect(page.locator("#stand")).to_contain_text("Er is nog geen proefmelding afgehandeld.")
    page.goto(f"/incidenten/{report_drill(page)}")
    take_up(page)
    handle(page)
    page.goto("/checklist/8")
    expect(page.locator("#stand")).to_contain_text("De laatste proefmelding is afgehandeld op")


def test_the_checklist_goes_along_as_a_pdf(open_venster: Open, make_gebruiker: Make) -> None:
    page = open_venster(make_gebruiker(Rol.COORDINATOR)).page
    page.goto("/checklist/")
    address = page.get_by_role("link", name="Rapport").get_attribute("href")
    report = page.context.request.get(address or "")
    assert report.headers["content-type"] == "application/pdf"
    assert report.body().startswith(b"%PDF-")


def test_two_presses_are_one_report(open_venster: Open, make_gebruiker: Make) -> None:
    page = open_venster(make_gebruiker(Rol.MEDEWERKER), breedte=375).page
    fill_melding(page, "Twee keer gedrukt.")
    page.get_by_role("button", name="Melding versturen").dblclick()
    page.get_by_role("heading", name="Uw melding is binnen").wait_for()
    assert db.session.query(Incident).count() == 1


def test_two_presses_without_javascript_are_one_report(
    open_venster: Open, make_gebruiker: Make
) -> None:
    page = open_venster(make_gebruiker(Rol.MEDEWERKER), javascript=False).page
    fill_melding(page, "Twee keer gedrukt.")
    page.get_by_role("button", name="Melding versturen").dblclick()
    page.get_by_role("heading", name="Uw melding is binnen").wait_for()
    assert db.session.query(Incident).count() == 1


def test_without_javascript_no_button_stands_there_that_does_nothing(
    open_venster: Open, make_gebruiker: Make
) -> None:
    page = open_venster(make_gebruiker(Rol.MEDEWERKER), javascript=False).page
    report(page, "Bij de slagboom.")
    expect(page.get_by_role("heading", name="Uw melding is binnen")).to_be_visible()
    expect(page.locator("[data-kopieer], [data-afdrukken]").filter(visible=True)).to_have_count(0)

"""What someone typed is not lost: not by leaving, not when the session ended meanwhile."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.handelingen import fill_melding, log_in
from tests.gebruikers.conftest import WACHTWOORD, expire
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.gebruikers.wachtwoorden import hash_wachtwoord
from vob.incidenten.models import Incident

pytestmark = pytest.mark.browser
Make = Callable[..., Gebruiker]
PAD = "/incidenten/melden"
LOGIN = re.compile(r"/inloggen")
VERHAAL = "Hij zei: “ik weet je te vinden”. Zoë, Łukasz & co.\n".ljust(100, "é") * 200  # 20,000


def test_a_draft_waits_until_one_comes_back(open_venster: Open, make_gebruiker: Make) -> None:
    page = open_venster(make_gebruiker(Rol.MEDEWERKER), breedte=375).page
    page.goto(PAD)
    page.locator("#omschrijving").press_sequentially("Half verhaal")
    expect(page.locator("#concept-status")).to_contain_text("Concept bewaard")
    page.goto("/")
    page.goto(PAD)
    expect(page.locator("#omschrijving")).to_have_value("Half verhaal")
    expect(page.locator("#concept-status")).to_contain_text("Wat u eerder typte, staat er weer.")


@pytest.mark.parametrize("javascript", [True, False], ids=["js", "no js"])
def test_a_session_that_ended_costs_not_one_character(
    open_venster: Open, make_gebruiker: Make, javascript: bool
) -> None:
    gebruiker = make_gebruiker(Rol.MEDEWERKER, wachtwoord_hash=hash_wachtwoord(WACHTWOORD))
    page = open_venster(gebruiker, javascript=javascript).page
    fill_melding(page, VERHAAL)
    expire(gebruiker)
    page.get_by_role("button", name="Melding versturen").click()
    page.wait_for_url(LOGIN)
    log_in(page, gebruiker.email, WACHTWOORD)
    page.wait_for_url(f"**{PAD}")
    expect(page.locator("#omschrijving")).to_have_value(VERHAAL)
    expect(page.get_by_label("Bedreigen of intimideren")).to_be_checked()
    page.get_by_role("button", name="Melding versturen").click()
    page.get_by_role("heading", name="Uw melding is binnen").wait_for()
    assert db.session.scalars(db.select(Incident.omschrijving_open)).one() == VERHAAL.strip()


def test_after_logging_out_back_shows_nothing_and_nothing_is_left(
    open_venster: Open, make_gebruiker: Make
) -> None:
    page = open_venster(make_gebruiker(Rol.MEDEWERKER)).page
    page.goto(PAD)
    page.locator("#omschrijving").fill("Niet voor anderen")
    page.goto("/profiel")
    page.locator(".gebruiker summary").click()
    page.get_by_role("button", name="Uitloggen").click()
    page.wait_for_url(LOGIN)
    for _ in range(2):
        page.go_back()
        page.wait_for_url(LOGIN)
        expect(page.locator("body")).not_to_contain_text("Niet voor anderen")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.evaluate("caches.keys()") == []

"""Without a mouse, with large letters, with the colours of the system: everything can be done."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.bekijken import VIEWS
from tests.browser.conftest import Open
from tests.browser.stage import check_accessibility
from tests.browser.venster import find_overflow
from tests.gebruikers.conftest import WACHTWOORD
from vob.core.permissions import Rol
from vob.gebruikers.models import Gebruiker
from vob.gebruikers.wachtwoorden import hash_wachtwoord

pytestmark = pytest.mark.browser
Make = Callable[..., Gebruiker]
# Something stands out around what has the focus: an outline of its own, or that of its label.
FOCUS_IS_SEEN = """() => {
    const seen = e => e && getComputedStyle(e).outlineStyle !== "none"
        && parseFloat(getComputedStyle(e).outlineWidth) >= 2;
    const focused = document.activeElement;  // a part of a date field draws its own
    return !focused.matches(":focus") || seen(focused) || seen(focused.closest("label"));
}"""
# Nothing lies over it; past the last element the browser itself has the focus.
FOCUS_IS_FREE = """() => {
    const focused = document.activeElement;
    if (focused === document.body) return true;
    const box = focused.getBoundingClientRect();
    const x = box.x + Math.min(8, box.width / 2), y = box.y + box.height / 2;
    const top = document.elementFromPoint(x, y);
    const own = [focused, focused.closest("label")].filter(Boolean);
    return own.some(e => e.contains(top) || top?.contains(e));
}"""
BORDERLESS = """() => [...document.querySelectorAll("main :is(button, input, select, textarea)")]
    .filter(e => e.offsetParent && !["checkbox", "radio", "file", "hidden"].includes(e.type))
    .filter(e => getComputedStyle(e).borderTopStyle === "none").map(e => e.outerHTML)"""


FOCUS_HTML = "document.activeElement.outerHTML.slice(0, 200)"
FOCUS_NAME = """() => {
    const labels = [...(document.activeElement.labels ?? [])].map(l => l.innerText).join(" ");
    return (labels || document.activeElement.innerText).trim();
}"""


def tab_to(page: Page, name: str) -> None:
    """Tab on until this field or button has the focus; on the way the focus must be seen."""
    for _ in range(60):
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS_IS_SEEN), page.evaluate(FOCUS_HTML)
        if page.evaluate(FOCUS_NAME).startswith(name):
            return
    raise AssertionError(f"{name} cannot be reached")


def test_from_log_in_to_receipt_by_keyboard(open_venster: Open, make_gebruiker: Make) -> None:
    gebruiker = make_gebruiker(Rol.MEDEWERKER, wachtwoord_hash=hash_wachtwoord(WACHTWOORD))
    page = open_venster().page
    page.goto("/inloggen")
    page.keyboard.type(gebruiker.email)
    tab_to(page, "Wachtwoord")
    page.keyboard.type(WACHTWOORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/")
    tab_to(page, "Melden")
    page.keyboard.press("Enter")
    page.wait_for_url("**/incidenten/melden")
    tab_to(page, "Vertel het in uw eigen woorden")
    page.keyboard.type("Een man schreeuwde bij de balie.")
    for name, key in (
        ("Mijzelf", "Space"),
        ("Bedreigen of intimideren", "Space"),
        ("Hoe gebeurde het?", "ArrowDown"),
        ("Ja", "Space"),
        ("Melding versturen", "Enter"),
    ):
        tab_to(page, name)
        page.keyboard.press(key)
    expect(page.get_by_role("heading", level=1)).to_have_text("Uw melding is binnen")


def test_the_first_stop_is_a_way_past_the_menu(open_venster: Open, make_gebruiker: Make) -> None:
    page = open_venster(make_gebruiker(Rol.COORDINATOR)).page
    page.goto("/incidenten/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Naar de inhoud")
    page.keyboard.press("Enter")
    tab_to(page, "Zoek op woord of nummer")
    assert page.evaluate(FOCUS_IS_FREE)


@pytest.mark.parametrize(("thema", "breedte"), VIEWS)
def test_ones_own_menu_opens_and_is_accessible(
    open_venster: Open, make_gebruiker: Make, thema: str, breedte: int
) -> None:
    page = open_venster(make_gebruiker(Rol.MEDEWERKER), thema=thema, breedte=breedte).page
    page.goto("/")
    page.locator(".gebruiker > summary").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Profiel")).to_be_visible()
    assert check_accessibility(page) == []


def test_the_thumb_bar_hides_no_focus(open_venster: Open, make_gebruiker: Make) -> None:
    """WCAG 2.2, 2.4.11: on a phone a bar lies over the page."""
    page = open_venster(make_gebruiker(Rol.MEDEWERKER), breedte=320).page
    page.goto("/incidenten/melden")
    for _ in range(40):
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS_IS_FREE), page.locator(":focus").evaluate(
            "e => e.outerHTML.slice(0, 200)"
        )


@pytest.mark.parametrize(
    "pad",
    ["/", "/incidenten/melden", "/incidenten/", "/checklist/", "/ketenafspraken/belkaart"],
)
def test_letters_may_be_twice_as_large(open_venster: Open, make_gebruiker: Make, pad: str) -> None:
    """Text only, as a reader sets it: the layout follows, nothing is cut off."""
    venster = open_venster(make_gebruiker(Rol.COORDINATOR))
    venster.visit(pad)
    session = venster.context.new_cdp_session(venster.page)
    session.send("Page.enable")
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    assert venster.page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= 32
    assert find_overflow(venster.page) == []


def test_the_colours_of_the_system_keep_shape_and_state(
    open_venster: Open, make_gebruiker: Make
) -> None:
    """In forced colours backgrounds are gone: what they said must be said by a line as well."""
    page = open_venster(make_gebruiker(Rol.MEDEWERKER)).page
    page.emulate_media(forced_colors="active")
    page.goto("/incidenten/melden")
    page.get_by_role("button", name="Melding versturen").focus()
    assert page.evaluate(FOCUS_IS_SEEN)
    assert page.evaluate(BORDERLESS) == []

"""A council evening, logged live in a real browser while the network comes and goes."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Open
from tests.browser.venster import Venster
from vob.core.clock import nu
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker, Sessie
from vob.incidenten.vergaderingen.models import Logregel, Vergadering
from vob.incidenten.vergaderingen.values import Logsoort, Vergadersoort

pytestmark = pytest.mark.browser
Make = Callable[..., Gebruiker]
AWAY = ("ERR_INTERNET_DISCONNECTED", "net::ERR_FAILED", "status of 400")
POST = "**/regels"


@pytest.fixture
def vergadering(app: object) -> Vergadering:
    raad = Vergadering(titel="Raad", soort=Vergadersoort.RAAD, begin=nu() - timedelta(minutes=30))
    db.session.add(raad)
    db.session.commit()
    return raad


@pytest.fixture
def griffier(make_gebruiker: Make) -> Gebruiker:
    return make_gebruiker(Rol.GRIFFIER)


@pytest.fixture
def venster(open_venster: Open, griffier: Gebruiker, vergadering: Vergadering) -> Iterator[Venster]:
    """The screen of the griffier; that the network was away is no fault of the page."""
    venster = open_venster(griffier)
    venster.page.goto(f"/incidenten/vergaderingen/{vergadering.id}/live")
    venster.page.on("dialog", lambda dialog: dialog.accept())  # "leave this page?"
    yield venster
    venster.trouble[:] = [t for t in venster.trouble if not any(e in t for e in AWAY)]


def log() -> list[tuple[Logsoort, str | None]]:
    """What the server has, in the order in which it came."""
    db.session.rollback()
    return [
        (r.soort, r.tekst) for r in db.session.scalars(db.select(Logregel).order_by(Logregel.id))
    ]


def stand(page: Page, tekst: str) -> None:
    expect(page.locator("#verbinding")).to_contain_text(tekst)


def press(page: Page, toets: str, tekst: str = "") -> None:
    """One key, and perhaps a few words."""
    page.keyboard.press(toets)
    page.keyboard.type(tekst)
    page.keyboard.press("Enter")


def test_one_key_is_one_entry_within_a_second(venster: Venster) -> None:
    page = venster.page
    page.keyboard.press("r")
    page.locator("#regels li", has_text="Roepen").wait_for(timeout=1000)
    stand(page, "Roepen: bewaard")
    assert log() == [(Logsoort.ROEPEN, None)]


def test_words_and_a_name_follow_the_key(venster: Venster) -> None:
    page = venster.page
    page.keyboard.press("b")
    page.keyboard.type("Tegen de wethouder, row w")  # letters in a text are no keys
    page.get_by_label("Naam van wie het deed").fill("J. Roeper")
    page.keyboard.press("Enter")
    expect(page.locator("#regels li")).to_contain_text(["wie: J. Roeper"])
    press(page, "w")
    stand(page, "Waarschuwing: bewaard")
    assert [soort for soort, _ in log()] == [
        Logsoort.BELEDIGING,
        Logsoort.BELEDIGING,
        Logsoort.WAARSCHUWING,
    ]


def test_the_network_goes_twice_and_nothing_is_lost_or_doubled(venster: Venster) -> None:
    page = venster.page
    verwacht = []
    for ronde in range(2):
        press(page, "r", f"voor {ronde}")
        stand(page, "bewaard")
        venster.context.set_offline(True)
        press(page, "s", f"tijdens {ronde}")
        press(page, "c")
        expect(page.locator("#regels .wacht")).to_have_count(3)
        stand(page, "Geen verbinding. 3 regels wachten hier.")
        assert len(log()) == len(verwacht) + 2, "nothing arrives while it is away"
        venster.context.set_offline(False)
        stand(page, "Schorsing: bewaard")
        expect(page.locator("#regels .wacht")).to_have_count(0)
        verwacht += [
            (Logsoort.ROEPEN, None),
            (Logsoort.ROEPEN, f"voor {ronde}"),
            (Logsoort.SPANDOEK, None),
            (Logsoort.SPANDOEK, f"tijdens {ronde}"),
            (Logsoort.SCHORSING, None),
        ]
    assert log() == verwacht


def test_an_answer_that_got_lost_on_the_way_makes_no_second_entry(venster: Venster) -> None:
    page = venster.page

    def lose(route: Route) -> None:
        route.fetch()
        route.abort()

    page.route(POST, lose, times=1)
    press(page, "g", "Een ei")
    stand(page, "Gooien of vuurwerk: bewaard")
    assert log() == [(Logsoort.GOOIEN, None), (Logsoort.GOOIEN, "Een ei")]


def test_what_waits_is_sealed_survives_a_reload_and_leaves_nothing(venster: Venster) -> None:
    page = venster.page
    page.route(POST, lambda route: route.abort())
    press(page, "p", "Agent Jansen komt")
    stand(page, "Geen verbinding. 2 regels wachten hier.")  # the first POST has been stopped
    page.wait_for_function("() => sessionStorage.length === 1")
    bewaard = page.evaluate(
        "Object.entries(sessionStorage).flatMap(([naam, dicht]) => [naam, atob(dicht)]).join()"
    )
    assert not any(woord in bewaard for woord in ("Jansen", "politie", "moment"))
    page.reload()
    expect(page.locator("#regels .wacht").first).to_contain_text("Politie")
    page.unroute(POST)
    expect(page.locator("#regels .wacht")).to_have_count(0)
    assert log() == [(Logsoort.POLITIE, None), (Logsoort.POLITIE, "Agent Jansen komt")]
    assert page.evaluate("sessionStorage.length + localStorage.length") == 0


def test_words_half_typed_survive_a_reload_with_the_entry_they_belong_to(venster: Venster) -> None:
    page = venster.page
    page.route(POST, lambda route: route.abort())
    page.keyboard.press("t")
    page.keyboard.type("Achterste rij")
    stand(page, "Geen verbinding. 1 regel wacht hier.")  # the POST has been stopped
    page.wait_for_function("() => sessionStorage.length === 1")
    assert "Achterste" not in page.evaluate("atob(Object.values(sessionStorage)[0])")
    page.wait_for_timeout(200)  # sealing the last letter
    page.reload()
    expect(page.get_by_label("Toelichting")).to_have_value("Achterste rij")
    expect(page.locator("#bij")).to_contain_text("Tribune ontruimd")
    page.unroute(POST)
    page.get_by_role("button", name="Erbij zetten").click()
    stand(page, "bewaard")
    assert log() == [(Logsoort.ONTRUIMD, None), (Logsoort.ONTRUIMD, "Achterste rij")]
    page.wait_for_function("() => sessionStorage.length === 0")


def test_what_still_waits_is_gone_after_logging_out(venster: Venster) -> None:
    page = venster.page
    page.route(POST, lambda route: route.abort())
    press(page, "r")
    page.wait_for_function("() => sessionStorage.length === 1")
    page.locator(".gebruiker summary").click()
    page.get_by_role("button", name="Uitloggen").click()
    page.wait_for_url("**/inloggen*")
    assert page.evaluate("sessionStorage.length + localStorage.length") == 0


def test_a_session_that_ended_waits_for_a_new_one(venster: Venster, griffier: Gebruiker) -> None:
    page = venster.page
    for sessie in db.session.scalars(db.select(Sessie)):
        sessie.beeindigd_op = nu()
    db.session.commit()
    press(page, "t", "Iedereen weg")
    stand(page, "U bent uitgelogd.")
    venster.context.add_cookies([venster.server.cookie_of(griffier)])  # type: ignore[list-item]  # as a browser takes it
    stand(page, "Tribune ontruimd: bewaard")
    assert [tekst for _, tekst in log()] == [None, "Iedereen weg"]


def test_a_refusal_is_said_and_holds_up_nothing(venster: Venster, vergadering: Vergadering) -> None:
    page = venster.page
    page.get_by_text("Ander tijdstip, of wie vorderde").click()
    page.get_by_label("Ander tijdstip").fill("2020-01-01T20:00")
    page.locator("#logform").focus()
    page.route(POST, lambda route: route.abort(), times=1)  # so that the second waits behind it
    press(page, "r")
    press(page, "s")
    stand(page, "Spandoek: bewaard")
    expect(page.locator("#regels li")).to_have_count(1)
    expect(page.locator("#geweigerd li")).to_contain_text(
        "Dit moment hoort niet bij deze vergadering."
    )
    assert log() == [(Logsoort.SPANDOEK, None)]


def test_a_double_click_is_one_entry(venster: Venster) -> None:
    page = venster.page
    page.get_by_role("button", name="Roepen").dblclick()
    page.get_by_role("button", name="Spandoek").click()
    stand(page, "Spandoek: bewaard")
    assert log() == [(Logsoort.ROEPEN, None), (Logsoort.SPANDOEK, None)]


def test_keys_can_be_switched_off(venster: Venster) -> None:
    page = venster.page
    page.get_by_label("Sneltoetsen aan").uncheck()
    page.keyboard.press("r")
    page.get_by_label("Sneltoetsen aan").check()
    press(page, "s")
    stand(page, "Spandoek: bewaard")
    assert log() == [(Logsoort.SPANDOEK, None)]


def test_by_tap_on_a_phone_the_buttons_stay_in_sight(
    open_venster: Open, griffier: Gebruiker, vergadering: Vergadering
) -> None:
    page = open_venster(griffier, breedte=320).page
    page.goto(f"/incidenten/vergaderingen/{vergadering.id}/live")
    knop = page.get_by_role("button", name="Belediging")
    knop.evaluate("""knop => knop.dispatchEvent(
        new PointerEvent("click", {bubbles: true, cancelable: true, pointerType: "touch"}))""")
    stand(page, "Belediging: bewaard")
    assert page.evaluate("document.activeElement.tagName") != "TEXTAREA"
    vak = knop.bounding_box()
    assert vak is not None
    assert vak["height"] >= 48


def test_without_javascript_one_button_is_one_entry(
    open_venster: Open, griffier: Gebruiker, vergadering: Vergadering
) -> None:
    page = open_venster(griffier, javascript=False).page
    page.goto(f"/incidenten/vergaderingen/{vergadering.id}/live")
    page.get_by_label("Toelichting").fill("Tijdens het vragenuur")
    page.get_by_role("button", name="Roepen").click()
    expect(page.locator("#regels li")).to_contain_text(["Tijdens het vragenuur"])
    page.get_by_role("button", name="Schorsing").click()
    expect(page.locator(".logstand")).to_contain_text("geschorst sinds")
    assert log() == [(Logsoort.ROEPEN, "Tijdens het vragenuur"), (Logsoort.SCHORSING, None)]


def test_enter_without_javascript_is_a_note_and_no_disturbance(
    open_venster: Open, griffier: Gebruiker, vergadering: Vergadering
) -> None:
    page = open_venster(griffier, javascript=False).page
    page.goto(f"/incidenten/vergaderingen/{vergadering.id}/live")
    page.get_by_label("Naam van wie het deed").fill("J. Roeper")
    page.get_by_label("Naam van wie het deed").press("Enter")
    expect(page.locator("#regels li")).to_contain_text(["Notitie"])
    assert log() == [(Logsoort.NOTITIE, None)]

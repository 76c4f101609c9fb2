"""The status of a press question: at the top of its page, and as a filter of the log."""

from collections.abc import Callable
from typing import Any

from flask.testing import FlaskClient

from tests.pages import HTMX, read_fragment, read_page, text_of
from vob.media.values import Status

Maak = Callable[..., Any]
LIJST = "/media/persvragen"


def test_the_top_of_the_page_follows_in_the_same_press(
    woordvoerder: FlaskClient, make_lijn: Maak, make_vraag: Maak
) -> None:
    lijn = make_lijn()
    pad = f"/media/persvragen/{make_vraag(onderwerp_id=lijn.onderwerp_id).id}"
    assert "Nieuw" in text_of(read_page(woordvoerder.get(pad)), "#stand")
    fragment = read_fragment(woordvoerder.post(f"{pad}/lijn/{lijn.id}", headers=HTMX))
    assert "In behandeling" in text_of(fragment, "#stand[hx-swap-oob]")
    assert len(read_page(woordvoerder.get(pad)).select("#stand")) == 1


def test_a_status_finds_its_questions_open_or_not(
    woordvoerder: FlaskClient, make_vraag: Maak
) -> None:
    make_vraag(medium="Af", status=Status.AFGESLOTEN)
    for status, aantal in (("afgesloten", 1), ("nieuw", 0)):
        page = read_page(woordvoerder.get(f"{LIJST}?welke=open&status={status}"))
        assert len(page.select("#persvragen tbody tr")) == aantal


def test_what_is_not_found_in_open_questions_may_be_in_old_ones(
    woordvoerder: FlaskClient, make_vraag: Maak
) -> None:
    make_vraag(vraag="Komt er een zwembad?", status=Status.AFGESLOTEN)
    [verder] = read_page(woordvoerder.get(f"{LIJST}?q=zwembad")).select("#persvragen .leeg a")
    assert verder.text == "Zoek in alle persvragen"
    assert len(read_page(woordvoerder.get(verder["href"])).select("tbody tr")) == 1
    [wissen] = read_page(woordvoerder.get(f"{LIJST}?q=kermis&welke=alle")).select(".leeg a")
    assert wissen.text == "Filters wissen"

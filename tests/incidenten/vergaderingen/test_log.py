"""The live log over HTTP: once, in order, with its own time; and only ever added to."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.pages import HTMX, form_data, read_fragment, read_page, text_of
from tests.queries import count_queries
from vob.core.clock import TZ, nu
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker, Sessie
from vob.incidenten.vergaderingen import rules
from vob.incidenten.vergaderingen.models import Logregel
from vob.incidenten.vergaderingen.values import Aard, Logsoort
from vob.web.formats import tijd

from .conftest import Log, MakeVergadering

SLEUTEL = "k" * 32


def pad(vergadering: Any, rest: str = "") -> str:
    return f"/incidenten/vergaderingen/{vergadering.id}{rest}"


def regels() -> list[Logregel]:
    return list(db.session.scalars(db.select(Logregel).order_by(Logregel.id)))


def test_one_press_without_javascript_is_one_entry_of_now(
    client: FlaskClient, griffier: Gebruiker, make_vergadering: MakeVergadering
) -> None:
    vergadering = make_vergadering()
    scherm = read_page(client.get(pad(vergadering, "/live")))
    data = form_data(scherm, "#logform") | {"soort": "roepen", "tekst": "Boe!"}
    r = client.post(pad(vergadering, "/regels"), data=data)
    assert r.status_code == 303
    (regel,) = regels()
    assert (regel.soort, regel.tekst, regel.auteur_id) == (Logsoort.ROEPEN, "Boe!", griffier.id)
    assert abs(regel.moment - nu()) < timedelta(seconds=20)
    assert "Roepen" in text_of(read_page(client.get(r.location)), "#regels")


def test_every_kind_has_a_button_with_its_key(
    client: FlaskClient, make_vergadering: MakeVergadering
) -> None:
    scherm = read_page(client.get(pad(make_vergadering(), "/live")))
    knoppen = {k["value"]: k["data-toets"] for k in scherm.select("button[data-toets]")}
    assert knoppen == {soort.value: toets for soort, toets in rules.TOETS.items()}


@pytest.mark.parametrize(("dagen", "gezegd"), [(5, True), (1, False), (0, False)])
def test_a_log_that_is_not_open_yet_says_when_it_will_be(
    client: FlaskClient, make_vergadering: MakeVergadering, dagen: int, gezegd: bool
) -> None:
    begin = nu() + timedelta(days=dagen)
    scherm = read_page(client.get(pad(make_vergadering(begin=begin), "/live")))
    assert ("Vastleggen kan vanaf een dag ervoor" in text_of(scherm, "main")) is gezegd


def test_sent_three_times_is_one_entry(
    client: FlaskClient, make_vergadering: MakeVergadering
) -> None:
    vergadering = make_vergadering()
    for _ in range(3):
        r = client.post(
            pad(vergadering, "/regels"),
            data={"sleutel": SLEUTEL, "soort": "gooien", "tekst": "Een ei"},
            headers=HTMX,
        )
        assert len(read_fragment(r).select("#regels > li")) == 1
    assert len(regels()) == 1


def test_an_entry_that_waited_keeps_its_own_time_by_our_clock(
    client: FlaskClient, make_vergadering: MakeVergadering
) -> None:
    vergadering, klok = make_vergadering(), nu() + timedelta(hours=2)  # a laptop two hours ahead
    data = {
        "sleutel": SLEUTEL,
        "soort": "spandoek",
        "moment": (klok - timedelta(minutes=20)).isoformat(),
        "klok": klok.isoformat(),
    }
    client.post(pad(vergadering, "/regels"), data=data, headers=HTMX)
    (regel,) = regels()
    assert abs(regel.moment - (nu() - timedelta(minutes=20))) < timedelta(seconds=20)
    assert regel.ontvangen_op - regel.moment > timedelta(minutes=19)
    assert "kwam binnen om" in read_page(client.get(pad(vergadering))).text


def test_a_time_that_was_typed_goes_before_the_clock(
    client: FlaskClient, make_vergadering: MakeVergadering
) -> None:
    vergadering = make_vergadering()
    eerder = (nu() - timedelta(minutes=25)).astimezone(TZ).replace(second=0, microsecond=0)
    data = {
        "sleutel": SLEUTEL,
        "soort": "politie",
        "moment": nu().isoformat(),
        "tijd": eerder.strftime("%Y-%m-%dT%H:%M"),
    }
    client.post(pad(vergadering, "/regels"), data=data)
    assert regels()[0].moment == eerder


def test_free_text_comes_after_it_and_the_name_too(
    client: FlaskClient, make_vergadering: MakeVergadering
) -> None:
    vergadering = make_vergadering()
    eerste = {"sleutel": SLEUTEL, "soort": "belediging"}
    erbij = {"sleutel": "m" * 32, "soort": "belediging", "bij": SLEUTEL, "tekst": "Tegen een lid"}
    client.post(pad(vergadering, "/regels"), data=eerste, headers=HTMX)
    r = client.post(
        pad(vergadering, "/regels"), data=erbij | {"persoon": "J. Roeper"}, headers=HTMX
    )
    (li,) = read_fragment(r).select("#regels > li")
    assert "Tegen een lid" in li.text
    assert "wie: J. Roeper" in li.text
    assert [regel.aard for regel in regels()] == [Aard.REGEL, Aard.AANVULLING]


def test_an_order_to_leave_says_by_whom_and_on_whose_behalf(
    client: FlaskClient, griffier: Gebruiker, make_vergadering: MakeVergadering
) -> None:
    vergadering = make_vergadering(voorzitter="burgemeester Smit")
    data = form_data(read_page(client.get(pad(vergadering, "/live"))), "#logform")
    client.post(pad(vergadering, "/regels"), data=data | {"soort": "vordering"})
    log = text_of(read_page(client.get(pad(vergadering))), "#regels")
    assert f"door {griffier.naam}, namens burgemeester Smit" in log
    data = form_data(read_page(client.get(pad(vergadering, "/live"))), "#logform")
    client.post(pad(vergadering, "/regels"), data=data | {"soort": "roepen"})
    assert regels()[-1].door == ""


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"sleutel": "kort"}, "geen geldig kenmerk"),
        ({"moment": "straks"}, "niet te lezen"),
        ({"klok": "2026-11-12T20:00:00"}, "niet te lezen"),
        ({"bij": "x" * 20}, "staat niet in dit log"),
        ({"moment": "2020-01-01T20:00:00Z"}, "hoort niet bij deze vergadering"),
        ({"soort": "dansen"}, "Maak een keuze"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(
    client: FlaskClient, make_vergadering: MakeVergadering, velden: dict[str, str], zin: str
) -> None:
    data = {"sleutel": SLEUTEL, "soort": "roepen"} | velden
    r = client.post(pad(make_vergadering(), "/regels"), data=data, headers=HTMX)
    assert r.status_code == 409
    assert zin in r.text
    assert regels() == []


def test_without_javascript_a_mistake_is_shown_in_the_form(
    client: FlaskClient, make_vergadering: MakeVergadering
) -> None:
    data = {"sleutel": SLEUTEL, "soort": "roepen", "tijd": "kwart voor", "tekst": "Hard"}
    r = client.post(pad(make_vergadering(), "/regels"), data=data)
    assert r.status_code == 422
    assert text_of(read_page(r), "#tekst") == "Hard"


def test_what_was_sent_with_a_dead_session_stands_there_again(
    client: FlaskClient,
    client_of: Callable[[Gebruiker], FlaskClient],
    griffier: Gebruiker,
    make_vergadering: MakeVergadering,
) -> None:
    vergadering = make_vergadering()
    live = pad(vergadering, "/live")
    data = form_data(read_page(client.get(live)), "#logform") | {"soort": "roepen", "tekst": "Boe"}
    for sessie in db.session.scalars(db.select(Sessie)):
        sessie.gezien_op = nu() - timedelta(hours=1)
    db.session.commit()
    r = client.post(pad(vergadering, "/regels"), data=data)
    assert (r.status_code, regels()) == (303, [])
    opnieuw = client_of(griffier)
    scherm = form_data(read_page(opnieuw.get(live)), "#logform")
    assert (str(scherm["tekst"]).strip(), scherm["sleutel"]) == ("Boe", data["sleutel"])
    opnieuw.post(pad(vergadering, "/regels"), data=scherm | {"soort": "roepen"})
    assert [regel.tekst for regel in regels()] == ["Boe"]
    assert form_data(read_page(opnieuw.get(live)), "#logform")["tekst"].strip() == ""


def test_one_key_of_another_meeting_is_another_entry(
    client: FlaskClient, make_vergadering: MakeVergadering
) -> None:
    for vergadering in (make_vergadering(), make_vergadering()):
        client.post(pad(vergadering, "/regels"), data={"sleutel": SLEUTEL, "soort": "roepen"})
    assert len(regels()) == 2


def test_the_meeting_stands_still_until_it_goes_on(
    client: FlaskClient, make_vergadering: MakeVergadering, log: Log
) -> None:
    vergadering = make_vergadering()
    schorsing = log(vergadering, Logsoort.SCHORSING, 10)
    scherm = read_fragment(client.get(pad(vergadering, "/live"), headers=HTMX))
    assert text_of(scherm, ".logstand") == f"geschorst sinds {tijd(schorsing.moment)}"
    log(vergadering, Logsoort.GESLOTEN, 5)
    scherm = read_fragment(client.get(pad(vergadering, "/live"), headers=HTMX))
    assert text_of(scherm, ".logstand") == "vergadering is gesloten"


def test_asking_for_the_log_keeps_a_session_alive_but_not_for_ever(
    client: FlaskClient, make_vergadering: MakeVergadering
) -> None:
    vergadering = make_vergadering()
    sessie = db.session.scalars(db.select(Sessie)).one()
    sessie.gezien_op = nu() - timedelta(minutes=25)
    db.session.commit()
    assert client.get(pad(vergadering, "/live"), headers=HTMX).status_code == 200
    db.session.refresh(sessie)
    assert nu() - sessie.gezien_op < timedelta(minutes=1)
    sessie.begonnen_op = nu() - timedelta(hours=11)
    db.session.commit()
    assert client.get(pad(vergadering, "/live"), headers=HTMX).status_code == 401


def test_the_screen_asks_the_same_however_much_was_logged(
    client: FlaskClient, make_vergadering: MakeVergadering, log: Log
) -> None:
    vergadering = make_vergadering()
    log(vergadering)
    client.get(pad(vergadering, "/live"))
    with count_queries() as een:
        client.get(pad(vergadering, "/live"), headers=HTMX)
    for n in range(40):
        log(vergadering, minuten=n + 1)
    with count_queries() as veel:
        client.get(pad(vergadering, "/live"), headers=HTMX)
    assert len(een) == len(veel) <= 8


def test_what_seals_the_queue_differs_per_user_and_per_meeting(
    client: FlaskClient,
    make_vergadering: MakeVergadering,
    client_of: Callable[[Gebruiker], FlaskClient],
    make_gebruiker: Callable[..., Gebruiker],
) -> None:
    een, twee = make_vergadering(), make_vergadering()
    ander = client_of(make_gebruiker(Rol.COORDINATOR))
    kluizen = {
        str(read_page(wie.get(pad(v, "/live"))).select_one("#logform")["data-kluis"])  # type: ignore[index]  # it is there
        for wie, v in ((client, een), (client, twee), (ander, een))
    }
    assert len(kluizen) == 3
    assert all(len(kluis) == 64 for kluis in kluizen)


def test_a_time_that_cannot_be_leaves_what_was_typed_in_the_form(
    client: FlaskClient, make_vergadering: MakeVergadering
) -> None:
    data = {"sleutel": SLEUTEL, "soort": "roepen", "tijd": "2020-01-01T20:00", "tekst": "Een man"}
    r = client.post(pad(make_vergadering(), "/regels"), data=data)
    page = read_page(r)
    assert r.status_code == 422
    assert "hoort niet bij deze vergadering" in text_of(page, "main")
    assert "Een man" in text_of(page, "#tekst")
    assert regels() == []

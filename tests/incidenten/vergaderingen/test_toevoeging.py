"""What comes later is added: an addition, a correction, a withdrawal. The original stays."""

from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.pages import form_data, read_page, text_of
from vob.core.clock import TZ, nu
from vob.data import db
from vob.incidenten.vergaderingen.models import Logregel
from vob.incidenten.vergaderingen.queries import list_ordeverstoringen
from vob.incidenten.vergaderingen.values import Aard, Logsoort
from vob.web.formats import tijd

from .conftest import Log, MakeVergadering

FORM = "main form[method=post]"


def pad(regel: Logregel) -> str:
    return f"/incidenten/vergaderingen/{regel.vergadering_id}/regels/{regel.id}"


def add(client: FlaskClient, regel: Logregel, **velden: Any) -> Any:
    soort = "" if velden["aard"] == "aanvulling" else "?aard=correctie"
    pagina = read_page(client.get(pad(regel) + soort))
    return client.post(pad(regel), data=form_data(pagina, FORM) | velden)


def test_a_correction_takes_its_place_and_says_what_stood_there(
    client: FlaskClient, make_vergadering: MakeVergadering, log: Log
) -> None:
    regel = log(make_vergadering(), tekst="Een man", persoon="J. Roeper")
    r = add(client, regel, aard="correctie", soort="gooien", tekst="Een vrouw", persoon="")
    assert r.status_code == 303
    li = text_of(read_page(client.get(r.location)), f"#regel-{regel.id}")
    assert f"{tijd(regel.moment)} Gooien of vuurwerk" in li
    assert f"Er stond: {tijd(regel.moment)} Roepen, wie: J. Roeper, Een man" in li


def test_a_moment_that_was_left_alone_keeps_its_seconds(
    client: FlaskClient, make_vergadering: MakeVergadering, log: Log
) -> None:
    regel = log(make_vergadering())
    add(client, regel, aard="correctie", tekst="Zelfde tijd")
    assert db.session.query(Logregel).filter_by(aard=Aard.CORRECTIE).one().moment == regel.moment


def test_a_moment_can_be_corrected(
    client: FlaskClient, make_vergadering: MakeVergadering, log: Log
) -> None:
    regel = log(make_vergadering())
    eerder = (nu() - timedelta(minutes=45)).astimezone(TZ).replace(second=0, microsecond=0)
    add(client, regel, aard="correctie", moment=eerder.strftime("%Y-%m-%dT%H:%M"))
    assert db.session.query(Logregel).filter_by(aard=Aard.CORRECTIE).one().moment == eerder


def test_a_withdrawn_entry_is_struck_through_with_the_reason(
    client: FlaskClient, make_vergadering: MakeVergadering, log: Log
) -> None:
    regel = log(make_vergadering())
    r = add(client, regel, aard="intrekking", tekst="Het was een inspreker.")
    page = read_page(client.get(r.location))
    assert page.select_one(f"#regel-{regel.id} s")
    assert "Vervallen: Het was een inspreker." in text_of(page, f"#regel-{regel.id}")
    assert db.session.query(Logregel).count() == 2


@pytest.mark.parametrize(
    ("aard", "zin"),
    [("intrekking", "waarom deze regel vervalt"), ("aanvulling", "wat u wilt toevoegen")],
)
def test_nothing_said_is_refused(
    client: FlaskClient, make_vergadering: MakeVergadering, log: Log, aard: str, zin: str
) -> None:
    r = add(client, log(make_vergadering()), aard=aard)
    assert r.status_code == 422
    assert zin in read_page(r).text
    assert db.session.query(Logregel).count() == 1


def test_who_it_was_may_turn_out_weeks_later(
    client: FlaskClient, make_vergadering: MakeVergadering, log: Log
) -> None:
    dagen = 30 * 24 * 60
    regel = log(make_vergadering(begin=nu() - timedelta(days=30)), minuten=dagen - 60)
    assert add(client, regel, aard="aanvulling", persoon="J. Roeper").status_code == 303
    assert add(client, regel, aard="correctie", tekst="Anders").status_code == 303
    r = add(client, regel, aard="correctie", moment=nu().strftime("%Y-%m-%dT%H:%M"))
    assert r.status_code == 422
    assert "Dit moment hoort niet bij deze vergadering." in read_page(r).text


def test_sent_twice_is_added_once(
    client: FlaskClient, make_vergadering: MakeVergadering, log: Log
) -> None:
    regel = log(make_vergadering())
    data = form_data(read_page(client.get(pad(regel))), FORM) | {
        "aard": "aanvulling",
        "tekst": "Nog",
    }
    for _ in range(2):
        client.post(pad(regel), data=data)
    assert db.session.query(Logregel).count() == 2


def test_an_addition_is_no_entry_of_its_own(
    client: FlaskClient, make_vergadering: MakeVergadering, log: Log
) -> None:
    regel = log(make_vergadering(), Logsoort.POLITIE)
    erbij = log(regel.vergadering, bij=regel, tekst="Twee agenten")
    assert client.get(pad(erbij)).status_code == 404
    verder = log(regel.vergadering, bij=erbij, tekst="Weg om elf uur")
    assert (verder.bij_id, verder.soort) == (regel.id, Logsoort.POLITIE)


def test_a_correction_begins_with_what_stands_there(
    client: FlaskClient, make_vergadering: MakeVergadering, log: Log
) -> None:
    """Who mends only the time does not lose the words and the name."""
    regel = log(make_vergadering(), tekst="Een man", persoon="J. Roeper")
    eerder = (nu() - timedelta(minutes=45)).astimezone(TZ).strftime("%Y-%m-%dT%H:%M")
    r = add(client, regel, aard="correctie", moment=eerder)
    li = text_of(read_page(client.get(r.location)), f"#regel-{regel.id}")
    assert f"{eerder[-5:].replace(':', '.')} Roepen" in li
    assert "wie: J. RoeperEen man" in li


def test_an_addition_begins_empty(
    client: FlaskClient, make_vergadering: MakeVergadering, log: Log
) -> None:
    regel = log(make_vergadering(), tekst="Een man", persoon="J. Roeper")
    velden = form_data(read_page(client.get(pad(regel))), FORM)
    assert (velden["tekst"].strip(), velden["persoon"]) == ("", "")
    assert "soort" not in velden


def test_who_ordered_someone_to_leave_stands_after_a_correction(
    client: FlaskClient, make_vergadering: MakeVergadering, log: Log
) -> None:
    """Without it the order proves nothing (HR:2019:13)."""
    regel = log(make_vergadering(), Logsoort.VORDERING, door="A. Griffier", namens="de voorzitter")
    r = add(client, regel, aard="correctie", tekst="Twee keer gezegd")
    li = text_of(read_page(client.get(r.location)), f"#regel-{regel.id}")
    assert "door A. Griffier, namens de voorzitter" in li


def test_what_was_wrong_stays_in_the_form(
    client: FlaskClient, make_vergadering: MakeVergadering, log: Log
) -> None:
    regel = log(make_vergadering())
    r = add(client, regel, aard="correctie", moment="2020-01-01T20:00", tekst="Een vrouw")
    assert r.status_code == 422
    assert form_data(read_page(r), FORM)["tekst"].strip() == "Een vrouw"


def test_a_name_that_was_added_can_be_put_right(
    client: FlaskClient, make_vergadering: MakeVergadering, log: Log
) -> None:
    """The live screen adds the name to the entry: a wrong one must not count towards a ban."""
    regel = log(make_vergadering())
    log(regel.vergadering, bij=regel, persoon="J. Roeper")
    velden = form_data(read_page(client.get(pad(regel) + "?aard=correctie")), FORM)
    assert velden["persoon"] == "J. Roeper"
    r = add(client, regel, aard="correctie", persoon="P. Ander")
    li = text_of(read_page(client.get(r.location)), f"#regel-{regel.id}")
    assert "wie: P. Ander" in li
    assert "Er stond" in li.partition("wie: J. Roeper")[0]
    assert [len(list_ordeverstoringen(n)) for n in ("J. Roeper", "P. Ander")] == [0, 1]


def test_every_name_of_a_corrected_entry_goes_on_counting(
    client: FlaskClient, make_vergadering: MakeVergadering, log: Log
) -> None:
    regel = log(make_vergadering(), persoon="J. Roeper")
    log(regel.vergadering, bij=regel, persoon="Ander, P.")
    velden = form_data(read_page(client.get(pad(regel) + "?aard=correctie")), FORM)
    assert velden["persoon"] == "J. Roeper; Ander, P."
    r = add(client, regel, aard="correctie", tekst="Twee mannen")
    li = text_of(read_page(client.get(r.location)), f"#regel-{regel.id}")
    assert "wie: J. Roeper" in li
    assert "wie: Ander, P." in li
    assert [len(list_ordeverstoringen(n)) for n in ("J. Roeper", "Ander, P.")] == [1, 1]


def test_several_names_can_be_added_at_once(
    client: FlaskClient, make_vergadering: MakeVergadering, log: Log
) -> None:
    regel = log(make_vergadering())
    add(client, regel, aard="aanvulling", persoon="J. Roeper; P. Ander;")
    assert [len(list_ordeverstoringen(n)) for n in ("J. Roeper", "P. Ander")] == [1, 1]

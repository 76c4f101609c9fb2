"""Swapping a duty: asked, answered by the other, and never behind someone's back."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, NamedTuple

import pytest
from flask.testing import FlaskClient

from tests.pages import read_page
from vob.berichten.models import Bericht
from vob.core.clock import nu
from vob.core.permissions import Rol
from vob.data import db
from vob.media.models import Dienst, Ruil, Woordvoerder
from vob.media.values import Ruilstatus

Maak = Callable[..., Any]


class Twee(NamedTuple):
    ik: FlaskClient
    ander: FlaskClient
    mijn: Dienst
    van_ander: Dienst
    collega: Woordvoerder


@pytest.fixture
def twee(client_of: Maak, make_gebruiker: Maak, make_spreker: Maak, make_dienst: Maak) -> Twee:
    """Two people with a duty each, next week and the week after."""
    mensen = [make_gebruiker(Rol.WOORDVOERDER) for _ in range(2)]
    sprekers = [make_spreker(f"Wie {n}", gebruiker_id=m.id) for n, m in enumerate(mensen)]
    diensten = [
        make_dienst(w, nu() + timedelta(days=7 * (n + 1)), 7) for n, w in enumerate(sprekers)
    ]
    return Twee(*(client_of(mens) for mens in mensen), *diensten, sprekers[1])


def ask(twee: Twee, met: str) -> str:
    response = twee.ik.post(f"/media/rooster/{twee.mijn.id}/ruilen", data={"met": met})
    assert response.status_code == 303
    return response.headers["Location"]


def who(dienst: Dienst) -> int:
    db.session.refresh(dienst)
    return dienst.woordvoerder_id


def test_a_duty_changes_hands_only_after_a_yes(twee: Twee) -> None:
    eerst = twee.mijn.woordvoerder_id
    pad = ask(twee, f"w{twee.collega.id}")
    assert who(twee.mijn) == eerst
    assert "w" not in [b.pad for b in db.session.scalars(db.select(Bericht))]
    assert [b.pad for b in db.session.scalars(db.select(Bericht))] == [pad]
    twee.ander.post(pad, data={"antwoord": "ja"})
    assert who(twee.mijn) == twee.collega.id
    assert twee.mijn.bevestigd_op is not None


def test_two_duties_are_swapped(twee: Twee) -> None:
    een, ander = twee.mijn.woordvoerder_id, twee.van_ander.woordvoerder_id
    twee.ander.post(ask(twee, f"d{twee.van_ander.id}"), data={"antwoord": "ja"})
    assert (who(twee.mijn), who(twee.van_ander)) == (ander, een)


def test_a_no_changes_nothing_and_is_told(twee: Twee) -> None:
    eerst = twee.mijn.woordvoerder_id
    pad = ask(twee, f"w{twee.collega.id}")
    twee.ander.post(pad, data={"antwoord": "nee"})
    assert who(twee.mijn) == eerst
    assert db.session.scalars(db.select(Ruil.status)).one() is Ruilstatus.AFGEWEZEN
    assert "Niet geruild" in twee.ik.get(pad).text
    assert db.session.query(Bericht).count() == 2


def test_only_the_other_answers_and_once(twee: Twee, medewerker: FlaskClient) -> None:
    pad = ask(twee, f"w{twee.collega.id}")
    assert medewerker.get(pad).status_code == 404
    twee.ik.post(pad, data={"antwoord": "ja"})
    assert db.session.scalars(db.select(Ruil.status)).one() is Ruilstatus.GEVRAAGD
    assert twee.ander.post(pad, data={}).status_code == 422
    twee.ander.post(pad, data={"antwoord": "ja"})
    assert twee.ander.post(pad, data={"antwoord": "nee"}).status_code == 409


def test_a_roster_that_changed_meanwhile_is_not_swapped(twee: Twee) -> None:
    pad = ask(twee, f"d{twee.van_ander.id}")
    twee.van_ander.woordvoerder_id = twee.mijn.woordvoerder_id
    db.session.commit()
    assert twee.ander.post(pad, data={"antwoord": "ja"}).status_code == 409


def test_a_question_can_be_taken_back(twee: Twee) -> None:
    pad = ask(twee, f"w{twee.collega.id}")
    assert twee.ander.post(f"{pad}/intrekken").status_code == 404
    assert twee.ik.post(f"{pad}/intrekken").status_code == 303
    assert twee.ander.post(pad, data={"antwoord": "ja"}).status_code == 409


def test_what_cannot_be_asked(twee: Twee) -> None:
    pad = f"/media/rooster/{twee.mijn.id}/ruilen"
    assert twee.ander.get(pad).status_code == 404  # it is not theirs
    for met in ("", "w99999", "d99999", "x"):
        assert twee.ik.post(pad, data={"met": met}).status_code == 422
    twee.mijn.begin, twee.mijn.einde = nu() - timedelta(days=9), nu() - timedelta(days=2)
    db.session.commit()
    assert twee.ik.post(pad, data={"met": f"w{twee.collega.id}"}).status_code == 409


def test_the_roster_and_the_start_page_show_that_a_swap_waits(twee: Twee) -> None:
    ask(twee, f"w{twee.collega.id}")
    assert "vroeg Wie 1 om te ruilen" in read_page(twee.ander.get("/media/rooster/")).text
    assert "wil een mediadienst ruilen" in read_page(twee.ander.get("/")).text
    assert "wil ruilen" in read_page(twee.ander.get("/media/werk")).text


def test_who_takes_over_is_not_their_own_deputy(twee: Twee) -> None:
    twee.mijn.vervanger_id = twee.collega.id
    db.session.commit()
    r = twee.ander.post(ask(twee, f"w{twee.collega.id}"), data={"antwoord": "ja"})
    assert who(twee.mijn) == twee.collega.id
    assert twee.mijn.vervanger_id is None
    assert "Er staat nu geen vervanger bij." in twee.ander.get(r.location).text


def test_nothing_is_said_of_a_deputy_who_stays(twee: Twee, make_spreker: Maak) -> None:
    twee.mijn.vervanger_id = make_spreker("Derde").id
    db.session.commit()
    r = twee.ander.post(ask(twee, f"w{twee.collega.id}"), data={"antwoord": "ja"})
    assert "geen vervanger" not in twee.ander.get(r.location).text

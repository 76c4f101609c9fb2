"""Meetings from an agenda: first what would change, then the change; again, and nothing doubles."""

import io
from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.pages import form_data, read_page, text_of
from tests.web.agendas import ics
from vob.core.clock import TZ, nu
from vob.data import db
from vob.incidenten.vergaderingen.models import Vergadering
from vob.incidenten.vergaderingen.values import Vergadersoort
from vob.web import begrensd

PAD = "/incidenten/vergaderingen/agenda"


def event(uid: str = "ris-1", dagen: int = 7, **velden: str) -> str:
    begin = (nu().astimezone(TZ) + timedelta(days=dagen)).strftime("%Y%m%dT193000")
    regels = {
        "UID": uid,
        "SUMMARY": "Gemeenteraad",
        "LOCATION": "Raadzaal",
        "DTSTART;TZID=Europe/Amsterdam": begin,
        "DURATION": "PT3H",
    } | velden
    return "\n".join(f"{naam}:{waarde}" for naam, waarde in regels.items())


def look(client: FlaskClient, *events: str, inhoud: bytes | None = None) -> Any:
    bestand = (io.BytesIO(ics(*events) if inhoud is None else inhoud), "agenda.ics")
    return client.post(PAD, data={"bestand": bestand})


def take(client: FlaskClient, *events: str) -> Any:
    page = read_page(look(client, *events))
    data = form_data(page, f"form[action='{PAD}/overnemen']")
    return client.post(f"{PAD}/overnemen", data=data, follow_redirects=True)


def vergaderingen() -> list[Vergadering]:
    return list(db.session.scalars(db.select(Vergadering).order_by(Vergadering.id)))


def test_looking_changes_nothing_and_agreeing_does(client: FlaskClient) -> None:
    page = read_page(look(client, event(), event("ris-2", 8, SUMMARY="Commissie Ruimte")))
    assert "2 vergaderingen zijn nieuw" in page.text
    assert "Commissie Ruimte" in text_of(page, "#nieuw")
    assert vergaderingen() == []
    r = take(client, event(), event("ris-2", 8, SUMMARY="Commissie Ruimte"))
    assert "2 vergaderingen toegevoegd" in read_page(r).text
    raad, commissie = vergaderingen()
    assert (raad.soort, commissie.soort) == (Vergadersoort.RAAD, Vergadersoort.COMMISSIE)
    assert raad.einde is not None
    assert raad.einde - raad.begin == timedelta(hours=3)


def test_the_same_again_is_nothing_new(client: FlaskClient) -> None:
    take(client, event())
    page = read_page(look(client, event()))
    assert "Alles in deze agenda is al bekend." in page.text
    assert not page.select_one(f"form[action='{PAD}/overnemen']")
    assert len(vergaderingen()) == 1


def test_agreeing_twice_makes_no_doubles(client: FlaskClient) -> None:
    data = form_data(read_page(look(client, event())), f"form[action='{PAD}/overnemen']")
    for _ in range(2):
        r = client.post(f"{PAD}/overnemen", data=data, follow_redirects=True)
    assert "er was niets nieuws" in read_page(r).text
    assert len(vergaderingen()) == 1


def test_a_moved_and_cancelled_meeting_is_marked(client: FlaskClient) -> None:
    take(client, event())
    anders = event(dagen=9, STATUS="CANCELLED")
    page = read_page(look(client, anders))
    assert [rij.select("td")[0].text for rij in page.select("#gewijzigd tbody tr")] == [
        "Begin",
        "Einde",
        "Gaat door",
    ]
    assert "1 vergadering gewijzigd" in read_page(take(client, anders)).text
    (vergadering,) = vergaderingen()
    assert vergadering.is_afgelast
    assert "gaat niet door" in read_page(client.get("/incidenten/vergaderingen")).text


def test_what_someone_changed_here_stays(client: FlaskClient) -> None:
    take(client, event())
    (vergadering,) = vergaderingen()
    vergadering.titel, vergadering.is_risicovol = "Raad over het azc", True
    db.session.commit()
    take(client, event(LOCATION="Sporthal"))
    db.session.refresh(vergadering)
    assert (vergadering.titel, vergadering.plaats) == ("Raad over het azc", "Sporthal")
    assert vergadering.is_risicovol


def test_a_series_is_one_meeting_each_time(client: FlaskClient) -> None:
    reeks = event(RRULE="FREQ=WEEKLY;COUNT=3")
    take(client, reeks)
    assert "3 vergaderingen zijn al bekend" in read_page(look(client, reeks)).text
    assert len(vergaderingen()) == 3


def test_whole_days_are_left_out_and_counted(client: FlaskClient) -> None:
    page = read_page(look(client, event(), "UID:reces\nDTSTART;VALUE=DATE:" + dag(20)))
    assert "1 hele dag is overgeslagen" in page.text
    assert "1 vergadering is nieuw" in page.text


def dag(dagen: int) -> str:
    return (nu() + timedelta(days=dagen)).strftime("%Y%m%d")


def test_a_file_that_asks_too_much_is_refused_at_the_field(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(begrensd, "SECONDEN", 1)
    lang = event(dagen=-18_000, RRULE=f"FREQ=DAILY;UNTIL={dag(-200)}T000000Z")
    r = look(client, *(lang.replace("ris-1", f"ris-{n}") for n in range(200)))
    assert r.status_code == 422
    assert begrensd.TE_ZWAAR in text_of(read_page(r), "#fouten")
    assert vergaderingen() == []


def test_a_day_that_never_comes_is_refused_at_its_line(client: FlaskClient) -> None:
    r = look(client, event(), event("ris-2", RRULE="FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"))
    assert r.status_code == 422
    assert "Regel 17: deze herhaling valt op geen enkele dag." in read_page(r).text
    assert vergaderingen() == []


def test_a_broken_file_changes_nothing_and_names_the_line(client: FlaskClient) -> None:
    r = look(client, event(), event("ris-2", DURATION="lang"))
    assert r.status_code == 422
    assert "Regel 16: de waarde van DURATION is niet te lezen." in read_page(r).text
    assert vergaderingen() == []


@pytest.mark.parametrize("data", [{}, {"bestand": (io.BytesIO(b""), "")}, {"ophalen": "ja"}])
def test_nothing_to_read_is_said(client: FlaskClient, data: dict[str, Any]) -> None:
    r = client.post(PAD, data=data)
    assert r.status_code == 422
    assert "Kies een agendabestand." in r.text or "Er is geen adres ingesteld." in r.text


@pytest.mark.parametrize("zegel", ["", "onzin", "W10.aaaa.bbbb"])
def test_what_we_did_not_show_is_not_taken_over(client: FlaskClient, zegel: str) -> None:
    r = client.post(f"{PAD}/overnemen", data={"zegel": zegel})
    assert r.status_code == 409
    assert "Lees de agenda opnieuw in." in read_page(r).text

"""The roster: weeks, gaps, double bookings, filling by turns, days from an agenda."""

import io
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.pages import HTMX, form_data, read_fragment, read_page, text_of
from tests.queries import count_queries
from vob.core.clock import TZ, nu, vandaag
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.media.models import Afwezigheid, Dienst, Vakantie
from vob.media.rules_rooster import maandag, weken

Maak = Callable[..., Any]
MAIN = "main form[method=post]"
ICS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//school//NL
BEGIN:VEVENT
UID:kerst@school.example
DTSTAMP:20260101T000000Z
DTSTART;VALUE=DATE:{van}
DTEND;VALUE=DATE:{tot}
SUMMARY:Kerstvakantie
{extra}END:VEVENT
END:VCALENDAR
"""


def ics(dagen: int = 20, extra: str = "") -> dict[str, Any]:
    van = vandaag() + timedelta(days=dagen)
    tekst = ICS.format(van=f"{van:%Y%m%d}", tot=f"{van + timedelta(days=3):%Y%m%d}", extra=extra)
    return {"bestand": (io.BytesIO(tekst.replace("\n", "\r\n").encode()), "vakantie.ics")}


def test_a_week_without_anyone_is_a_gap_and_a_full_one_is_not(
    woordvoerder: FlaskClient, make_spreker: Maak, make_dienst: Maak
) -> None:
    week = weken(vandaag(), 2, 9)[1]
    make_dienst(make_spreker(), week.begin, 7)
    kaarten = read_page(woordvoerder.get("/media/rooster/")).select("#weken section")
    assert "niemand van dienst" in kaarten[0].text
    assert "rond" in kaarten[1].text
    assert "niemand van dienst" not in kaarten[1].text


def test_who_is_booked_twice_or_away_shows(
    medewerker: FlaskClient, make_spreker: Maak, make_dienst: Maak
) -> None:
    een, twee = make_spreker("Een"), make_spreker("Twee")
    make_dienst(een)
    make_dienst(twee, nu() + timedelta(days=1), 1)
    db.session.add(Afwezigheid(woordvoerder_id=een.id, van=vandaag(), tot=vandaag()))
    db.session.commit()
    tekst = text_of(read_page(medewerker.get("/media/rooster/")), "#weken")
    assert tekst.count("dubbel geboekt") >= 2
    assert "is dan afwezig" in tekst
    assert "Afwezig: Een" in tekst


def test_a_duty_over_another_is_saved_and_said(
    woordvoerder: FlaskClient, make_spreker: Maak, make_dienst: Maak
) -> None:
    een = make_spreker("Een")
    make_dienst(een, nu() + timedelta(days=30), 2)
    data = form_data(read_page(woordvoerder.get("/media/rooster/nieuw")), MAIN)
    data["woordvoerder_id"] = str(een.id)
    for dagen, dubbel in ((31, True), (60, False)):
        begin = (nu() + timedelta(days=dagen)).astimezone(TZ)
        data["begin"], data["einde"] = (
            f"{moment:%Y-%m-%dT%H:%M}" for moment in (begin, begin + timedelta(days=1))
        )
        r = woordvoerder.post("/media/rooster/nieuw", data=data | {"sleutel": str(dagen)})
        page = woordvoerder.get(r.location).text
        assert ("in deze tijd staat nog een dienst" in page) is dubbel


def test_who_has_only_a_number_of_the_office_shows(
    medewerker: FlaskClient, make_spreker: Maak, make_dienst: Maak
) -> None:
    make_dienst(make_spreker("Een", telefoon_buiten=None))
    make_dienst(make_spreker("Twee"), nu() + timedelta(days=20))
    for pad, plek in (("/media/rooster/", "#weken"), ("/media/mensen/", "tbody")):
        tekst = text_of(read_page(medewerker.get(pad)), plek)
        assert tekst.count("alleen kantoornummer") >= 1, pad
        assert "alleen kantoornummer" not in tekst.split("Twee")[-1], pad


def test_a_deputy_who_is_away_shows_too(
    medewerker: FlaskClient, make_spreker: Maak, make_dienst: Maak
) -> None:
    een, twee = make_spreker("Een"), make_spreker("Twee")
    dienst = make_dienst(een, weken(vandaag(), 1, 9)[0].begin, 7)
    dienst.vervanger_id = twee.id
    db.session.add(Afwezigheid(woordvoerder_id=twee.id, van=vandaag(), tot=vandaag()))
    db.session.commit()
    kaart = read_page(medewerker.get("/media/rooster/")).select("#weken section")[0]
    assert "vervanger is dan afwezig" in kaart.text
    assert "rond" not in kaart.text


def test_holidays_and_school_holidays_stand_by_their_week(medewerker: FlaskClient) -> None:
    kerst = datetime(2026, 12, 25, tzinfo=TZ).date()
    db.session.add(Vakantie(naam="kerstvakantie", van=kerst, tot=kerst))
    db.session.commit()
    tekst = text_of(read_page(medewerker.get("/media/rooster/?week=2026-12-21")), "#weken section")
    assert "feestdag op 25-12" in tekst
    assert "kerstvakantie" in tekst


def test_the_page_asks_the_same_for_many_duties(
    woordvoerder: FlaskClient, make_spreker: Maak, make_dienst: Maak
) -> None:
    wie = make_spreker()
    make_dienst(wie)
    with count_queries() as een:
        woordvoerder.get("/media/rooster/")
    for n in range(20):
        make_dienst(make_spreker(f"Wie {n}"), nu() + timedelta(days=n), 1)
    with count_queries() as veel:
        woordvoerder.get("/media/rooster/")
    assert len(veel) == len(een) <= 8


def test_a_duty_is_made_for_the_first_gap_changed_and_taken_away(
    woordvoerder: FlaskClient, make_spreker: Maak
) -> None:
    een, twee = make_spreker("Een"), make_spreker("Twee")
    data = form_data(read_page(woordvoerder.get("/media/rooster/nieuw")), MAIN)
    woordvoerder.post("/media/rooster/nieuw", data=data | {"woordvoerder_id": str(een.id)})
    dienst = db.session.scalars(db.select(Dienst)).one()
    assert dienst.begin <= nu() + timedelta(minutes=1)
    dienst.bevestigd_op = nu()
    db.session.commit()
    pad = f"/media/rooster/{dienst.id}"
    data = form_data(read_page(woordvoerder.get(pad)), MAIN)
    woordvoerder.post(pad, data=data | {"woordvoerder_id": str(twee.id)})
    db.session.refresh(dienst)
    assert (dienst.woordvoerder_id, dienst.bevestigd_op) == (twee.id, None)
    woordvoerder.post(f"{pad}/verwijderen")
    assert db.session.query(Dienst).count() == 0


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"einde": "2026-12-01T09:00"}, "Het einde ligt niet na het begin."),
        ({"vervanger_id": "1"}, "Kies iemand anders dan wie dienst heeft."),
        ({"woordvoerder_id": ""}, "Kies wie."),
        ({"begin": "20260-12-01T09:00"}, ""),
    ],
)
def test_a_duty_that_makes_no_sense(
    woordvoerder: FlaskClient, make_spreker: Maak, anders: dict[str, str], zin: str
) -> None:
    make_spreker()
    data = {"woordvoerder_id": "1", "begin": "2026-12-01T09:00", "einde": "2026-12-08T09:00"}
    response = woordvoerder.post("/media/rooster/nieuw", data=data | anders)
    assert response.status_code == 422
    assert zin in response.text


def test_weeks_are_filled_by_turns(woordvoerder: FlaskClient, make_spreker: Maak) -> None:
    een, twee = (make_spreker(naam, in_rooster=True) for naam in ("Een", "Twee"))
    begin = maandag(vandaag()) + timedelta(days=7)
    van, tot = begin + timedelta(days=8), begin + timedelta(days=9)
    db.session.add_all(Afwezigheid(woordvoerder_id=w.id, van=van, tot=tot) for w in (een, twee))
    db.session.commit()
    data = {"van": begin, "weken": "4", "begint": str(twee.id)}
    page = woordvoerder.post("/media/rooster/vullen", data=data, follow_redirects=True)
    assert "3 diensten toegevoegd." in page.text
    assert "Voor 1 periode is iedereen afwezig." in page.text
    diensten = db.session.scalars(db.select(Dienst).order_by(Dienst.begin)).all()
    assert [d.woordvoerder_id for d in diensten] == [twee.id, een.id, twee.id]
    assert [d.vervanger_id for d in diensten] == [een.id, twee.id, een.id]


def test_one_person_has_no_deputy(woordvoerder: FlaskClient, make_spreker: Maak) -> None:
    wie = make_spreker(in_rooster=True)
    data = {"van": vandaag() + timedelta(days=7), "weken": "1", "begint": str(wie.id)}
    woordvoerder.post("/media/rooster/vullen", data=data)
    assert db.session.scalars(db.select(Dienst.vervanger_id)).one() is None


def test_who_has_a_duty_confirms_it(
    client_of: Maak, make_gebruiker: Maak, make_spreker: Maak, make_dienst: Maak
) -> None:
    ik: Gebruiker = make_gebruiker(Rol.MEDEWERKER)
    dienst = make_dienst(make_spreker(gebruiker_id=ik.id))
    pad = f"/media/rooster/{dienst.id}/bevestigen"
    fragment = read_fragment(client_of(ik).post(pad, headers=HTMX))
    assert "bevestigd" in fragment.text
    assert "nog niet" not in fragment.text
    assert client_of(make_gebruiker(Rol.WOORDVOERDER)).post(pad).status_code == 404


def test_holidays_come_from_an_agenda_and_follow_it(woordvoerder: FlaskClient) -> None:
    for dagen in (20, 30):
        woordvoerder.post("/media/rooster/inlezen", data={"wie": ""} | ics(dagen))
    (vakantie,) = db.session.scalars(db.select(Vakantie))
    begin = vandaag() + timedelta(days=30)
    assert (vakantie.van, vakantie.tot) == (begin, begin + timedelta(days=2))
    assert vakantie.naam == "Kerstvakantie"
    woordvoerder.post("/media/rooster/inlezen", data={"wie": ""} | ics(30, "STATUS:CANCELLED\n"))
    assert db.session.query(Vakantie).count() == 0


def test_it_says_what_came_of_a_file(woordvoerder: FlaskClient) -> None:
    for extra, zin in (
        ("", "1 periode toegevoegd."),
        ("", "Alles uit dit bestand stond er al"),
        ("STATUS:CANCELLED\n", "1 periode vervallen."),
    ):
        woordvoerder.post("/media/rooster/inlezen", data={"wie": ""} | ics(20, extra))
        assert zin in text_of(read_page(woordvoerder.get("/media/rooster/")), "#melding")


def test_of_days_off_only_the_days_are_kept(woordvoerder: FlaskClient, make_spreker: Maak) -> None:
    wie = make_spreker()
    for _ in range(2):
        woordvoerder.post("/media/rooster/inlezen", data={"wie": str(wie.id)} | ics())
    (afwezig,) = db.session.scalars(db.select(Afwezigheid))
    assert afwezig.woordvoerder_id == wie.id
    assert not hasattr(afwezig, "naam")


@pytest.mark.parametrize(
    "bestand", [{}, {"bestand": (io.BytesIO(b"BEGIN:VCALENDAR\r\nonzin"), "x.ics")}]
)
def test_what_is_no_agenda_is_refused(woordvoerder: FlaskClient, bestand: dict[str, Any]) -> None:
    response = woordvoerder.post("/media/rooster/inlezen", data={"wie": ""} | bestand)
    assert response.status_code == 422
    assert db.session.query(Vakantie).count() == 0


def test_the_calendar_ends_somewhere(medewerker: FlaskClient) -> None:
    page = read_page(medewerker.get("/media/rooster/?week=2200-12-25"))
    assert not page.select("a[rel=next]")
    assert page.select("a[rel=prev]")
    assert medewerker.get("/media/rooster/?week=gisteren").status_code == 200


def test_staff_reads_the_roster_only(medewerker: FlaskClient) -> None:
    for pad in ("nieuw", "vullen", "inlezen"):
        assert medewerker.get(f"/media/rooster/{pad}").status_code == 403

"""Meetings by hand: added, found, changed; and who does not even know they exist."""

from collections.abc import Callable
from datetime import datetime, time, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.pages import form_data, read_page, text_of
from tests.queries import count_queries
from vob.core.clock import TZ, nu, vandaag
from vob.core.permissions import Rol
from vob.data import AuditRegel, db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.vergaderingen.models import Vergadering
from vob.incidenten.vergaderingen.queries import list_vergaderingen_van
from vob.incidenten.vergaderingen.values import Beveiligingsstand, Logsoort, Vergadersoort
from vob.organisatie.models import Organisatie
from vob.web.objecten import may_see

from .conftest import Log, MakeVergadering

LIJST = "/incidenten/vergaderingen"
FORM = "main form[method=post]"


def invoer(**overrides: str) -> dict[str, str]:
    morgen = (nu() + timedelta(days=1)).astimezone(TZ)
    return {
        "titel": "Raad over het azc",
        "soort": "raad",
        "begin": morgen.strftime("%Y-%m-%dT19:30"),
        "plaats": "Raadzaal",
        "beveiliging": "nog_niet",
        "eenmalig": "een-formulier",
    } | overrides


def test_a_meeting_is_added_and_stands_in_the_list(client: FlaskClient) -> None:
    r = client.post(f"{LIJST}/nieuw", data=invoer(is_risicovol="y", risico="Er is opgeroepen."))
    assert r.status_code == 303
    page = read_page(client.get(r.location))
    risico = text_of(page, "#risico")
    assert risico.startswith("Risicovol beveiliging: nog niet geregeld Er is opgeroepen.")
    analyse = page.select_one("#risico a[href^='/risicoanalyse/']")
    assert analyse is not None
    vooraf = read_page(client.get(str(analyse["href"])))
    assert "Raad over het azc" in str(vooraf.select_one("main form"))
    lijst = read_page(client.get(LIJST))
    assert "Raad over het azc" in text_of(lijst, "#vergaderingen")
    assert "morgen 19.30" in text_of(lijst, "#vergaderingen")


@pytest.mark.parametrize(("soort", "wat"), [("raad", "raad"), ("bijeenkomst", "avond")])
def test_a_quiet_meeting_is_rated_with_its_facts_until_it_has_been(
    client: FlaskClient, make_vergadering: MakeVergadering, soort: str, wat: str
) -> None:
    begin = datetime.combine(vandaag() + timedelta(days=1), time(19, 30), TZ)
    komt = make_vergadering(begin=begin, soort=Vergadersoort(soort))
    link = read_page(client.get(f"{LIJST}/{komt.id}")).select_one("#gegevens a[href*=risico]")
    assert link is not None
    form = form_data(read_page(client.get(str(link["href"]))), FORM)
    assert (form["soort"], form["dag"], form["tijd"]) == (wat, str(begin.date()), "19:30")
    geweest = make_vergadering(begin=begin - timedelta(days=2))
    assert not read_page(client.get(f"{LIJST}/{geweest.id}")).select("#gegevens a[href*=risico]")


def test_a_risky_meeting_leads_to_its_analysis_once_that_room_exists(
    app: Flask, client: FlaskClient, make_vergadering: MakeVergadering
) -> None:
    vergadering = make_vergadering(is_risicovol=True)
    page = read_page(client.get(f"{LIJST}/{vergadering.id}"))
    link = page.select_one(f"#risico a[href$='soort=vergadering&id={vergadering.id}']")
    assert bool(link) == ("risicoanalyse.create_operationeel" in app.view_functions)


def test_sent_twice_is_one_meeting(client: FlaskClient) -> None:
    for _ in range(2):
        client.post(f"{LIJST}/nieuw", data=invoer())
    assert db.session.query(Vergadering).count() == 1


def test_what_is_missing_is_said(client: FlaskClient) -> None:
    r = client.post(f"{LIJST}/nieuw", data=invoer(titel="", begin="ooit"))
    assert r.status_code == 422
    assert "Geef de vergadering een titel." in read_page(r).text


def test_the_end_comes_after_the_begin(client: FlaskClient) -> None:
    r = client.post(f"{LIJST}/nieuw", data=invoer(einde=invoer()["begin"]))
    assert "Het einde ligt na het begin." in read_page(r).text


def test_what_was_arranged_is_kept_encrypted(client: FlaskClient) -> None:
    client.post(f"{LIJST}/nieuw", data=invoer(risico="Geheime reden"))
    ruw = db.session.execute(db.text("SELECT risico FROM vergadering")).scalar_one()
    assert b"Geheime" not in bytes(ruw)


def test_a_change_of_someone_else_is_not_lost(
    client: FlaskClient, make_vergadering: MakeVergadering
) -> None:
    vergadering = make_vergadering()
    pad = f"{LIJST}/{vergadering.id}/wijzigen"
    data = form_data(read_page(client.get(pad)), FORM) | {"titel": "Van mij"}
    vergadering.titel = "Van een ander"
    db.session.commit()
    r = client.post(pad, data=data)
    assert r.status_code == 409
    assert "Van een ander" in read_page(r).text


def test_a_meeting_is_changed_and_can_be_off(
    client: FlaskClient, make_vergadering: MakeVergadering
) -> None:
    vergadering = make_vergadering()
    pad = f"{LIJST}/{vergadering.id}/wijzigen"
    data = form_data(read_page(client.get(pad)), FORM)
    r = client.post(pad, data=data | {"is_afgelast": "y", "beveiliging": "geregeld"})
    page = read_page(client.get(r.location))
    assert "Deze vergadering gaat niet door." in page.text
    db.session.refresh(vergadering)
    assert vergadering.beveiliging is Beveiligingsstand.GEREGELD


@pytest.mark.parametrize(
    ("vraag", "gevonden"),
    [
        ("", ["Straks", "Later"]),
        ("?welke=geweest", ["Toen", "Heel toen"]),
        ("?welke=risicovol", ["Later"]),
        ("?welke=verstoord", ["Toen"]),
        ("?welke=onzin&soort=onzin", ["Straks", "Later"]),
        ("?soort=commissie", ["Straks"]),
        ("?q=later", ["Later"]),
        ("?q=bestaatniet", []),
    ],
)
def test_the_list_shows_what_was_asked(
    client: FlaskClient,
    make_vergadering: MakeVergadering,
    log: Log,
    vraag: str,
    gevonden: list[str],
) -> None:
    dag = timedelta(days=1)
    make_vergadering(titel="Later", begin=nu() + 3 * dag, is_risicovol=True)
    make_vergadering(titel="Straks", begin=nu() + dag, soort=Vergadersoort.COMMISSIE)
    make_vergadering(titel="Heel toen", begin=nu() - 9 * dag)
    toen = make_vergadering(titel="Toen", begin=nu() - 2 * dag)
    log(toen, Logsoort.GOOIEN, 24 * 60)
    lijst = read_page(client.get(LIJST + vraag))
    assert [a.text for a in lijst.select("#vergaderingen th a")] == gevonden


def test_the_list_asks_the_same_however_long_it_is(
    client: FlaskClient, make_vergadering: MakeVergadering
) -> None:
    client.get(LIJST)
    make_vergadering(begin=nu() + timedelta(days=1))
    with count_queries() as een:
        client.get(LIJST)
    for n in range(30):
        make_vergadering(begin=nu() + timedelta(days=n + 1))
    with count_queries() as veel:
        lijst = read_page(client.get(LIJST))
    assert len(een) == len(veel) <= 8
    assert lijst.select_one("a[rel=next]")


def test_words_are_those_of_the_organisation(
    client: FlaskClient, organisatie: Organisatie, make_vergadering: MakeVergadering
) -> None:
    organisatie.type = "waterschap"  # type: ignore[assignment]  # as a form would set it
    db.session.commit()
    make_vergadering(begin=nu() + timedelta(days=1))
    assert "Vergadering van het algemeen bestuur" in read_page(client.get(LIJST)).text


def test_reading_a_meeting_is_in_the_read_log(
    client: FlaskClient, griffier: Gebruiker, make_vergadering: MakeVergadering
) -> None:
    vergadering = make_vergadering()
    client.get(f"{LIJST}/{vergadering.id}")
    regel = db.session.query(AuditRegel).filter_by(actie="ingezien", tabel="vergadering").one()
    assert (regel.actor_id, regel.object_id) == (griffier.id, vergadering.id)


MAG_NIET = [rol for rol in Rol if rol not in {Rol.GRIFFIER, Rol.COORDINATOR}]


@pytest.mark.parametrize("rol", MAG_NIET)
def test_nobody_else_sees_meetings_on_any_path(
    client_of: Callable[[Gebruiker], FlaskClient],
    make_gebruiker: Callable[..., Gebruiker],
    make_vergadering: MakeVergadering,
    rol: Rol,
) -> None:
    wie, vergadering = make_gebruiker(rol), make_vergadering(titel="Bijzondere vergadering")
    client = client_of(wie)
    for pad in ("", f"/{vergadering.id}", f"/{vergadering.id}/live", "/ordeverstoringen"):
        assert client.get(LIJST + pad).status_code == 403
    assert not may_see(wie, "vergadering", vergadering.id)
    assert "Bijzondere" not in client.get("/zoeken?q=bijzondere").text.replace("bijzondere", "")


def test_the_coordinator_sees_them_too(
    client_for: Callable[..., FlaskClient], make_vergadering: MakeVergadering
) -> None:
    vergadering = make_vergadering(titel="Bijzondere vergadering")
    client = client_for(Rol.COORDINATOR)
    read_page(client.get(f"{LIJST}/{vergadering.id}"))
    gevonden = read_page(client.get("/zoeken?q=bijzondere"))
    assert gevonden.select_one(f"a[href='{LIJST}/{vergadering.id}']")


def test_a_meeting_that_is_not_there_is_404(client: FlaskClient) -> None:
    for pad in ("/99", "/99/live", "/99/wijzigen", "/99/verslag.pdf", "/99/regels/1"):
        assert client.get(LIJST + pad).status_code == 404


def test_what_the_desk_may_know_of_today(make_vergadering: MakeVergadering) -> None:
    risico = make_vergadering(titel="Druk", begin=nu(), is_risicovol=True)
    make_vergadering(begin=nu())
    make_vergadering(begin=nu(), is_risicovol=True, is_afgelast=True)
    make_vergadering(begin=nu() + timedelta(days=2), is_risicovol=True)
    dag = vandaag()
    assert list_vergaderingen_van(dag, dag, risicovol=True) == [risico]
    assert len(list_vergaderingen_van(dag, dag)) == 2

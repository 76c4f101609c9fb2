"""What goes into the minutes, and what stays with who keeps the log."""

from collections.abc import Callable
from datetime import datetime

import page as validator
import pytest
from flask import g
from flask.testing import FlaskClient

from tests.pages import form_data, read_page, text_of
from vob.core.clock import vandaag
from vob.core.permissions import Rol
from vob.data import AuditRegel, db
from vob.incidenten.vergaderingen.models import Ordegrondslag, Vergadering
from vob.incidenten.vergaderingen.queries import our_grondslag, read_log
from vob.incidenten.vergaderingen.values import Aard, Logsoort
from vob.organisatie.models import Organisatie
from vob.web.formats import tijd

from .conftest import Log, MakeVergadering


@pytest.fixture
def avond(make_vergadering: MakeVergadering, log: Log) -> Vergadering:
    """A disturbed evening with a correction and an entry that was withdrawn."""
    avond = make_vergadering(voorzitter="burgemeester Smit")
    roep = log(avond, Logsoort.ROEPEN, 50, tekst="Vanaf de tribune", persoon="J. Roeper")
    log(avond, bij=roep, aard=Aard.CORRECTIE, soort=Logsoort.BELEDIGING, minuten=50, tekst="Dieven")
    log(avond, Logsoort.WAARSCHUWING, 45)
    log(avond, Logsoort.SCHORSING, 40)
    log(avond, Logsoort.HERVAT, 30)
    log(avond, Logsoort.VORDERING, 25, door="T. Molenaar", namens="de burgemeester")
    weg = log(avond, Logsoort.GOOIEN, 20)
    log(avond, bij=weg, aard=Aard.INTREKKING, tekst="Het viel van tafel")
    log(avond, Logsoort.SCHORSING, 10)
    return avond


def tekst(client: FlaskClient, vergadering: Vergadering, vraag: str = "") -> str:
    r = client.get(f"/incidenten/vergaderingen/{vergadering.id}/verslag.txt{vraag}")
    assert r.content_type == "text/plain; charset=utf-8"
    return r.text


def test_the_minutes_name_no_listener_and_no_words(client: FlaskClient, avond: Vergadering) -> None:
    verslag = tekst(client, avond)
    assert "Belediging" in verslag
    assert "Waarschuwing 1" in verslag
    assert "Vordering om te gaan, door T. Molenaar namens de burgemeester" in verslag
    assert f"tot {tijd(avond_moment(avond, Logsoort.HERVAT))} uur" in verslag
    assert "uur, niet hervat" in verslag
    for geheim in ("Roeper", "tribune", "Dieven", "Gooien"):
        assert geheim not in verslag


def avond_moment(avond: Vergadering, soort: Logsoort) -> datetime:
    return next(p.geldt.moment for p in read_log(avond) if p.geldt.soort is soort)


def test_the_whole_has_names_and_words_and_is_recorded(
    client: FlaskClient, avond: Vergadering
) -> None:
    verslag = tekst(client, avond, "?soort=volledig")
    assert "Dieven" in verslag
    assert "Roepen, wie: J. Roeper, Vanaf de tribune" in verslag
    assert "Gooien of vuurwerk: Het viel van tafel" in verslag
    regel = db.session.query(AuditRegel).filter_by(actie="geëxporteerd").one()
    assert (regel.tabel, regel.object_id) == ("vergadering", avond.id)


@pytest.mark.parametrize("vraag", ["", "?soort=volledig"])
def test_the_pdf_is_for_every_reader(client: FlaskClient, avond: Vergadering, vraag: str) -> None:
    r = client.get(f"/incidenten/vergaderingen/{avond.id}/verslag.pdf{vraag}")
    assert r.content_type == "application/pdf"
    assert f"log vergadering {vandaag()}" in r.headers["Content-Disposition"]
    oordeel = validator.validate_pdf_bytes(r.data, profile="ua1")
    assert [fout.message for fout in oordeel.failures] == []


def test_an_empty_log_has_an_extract_too(
    client: FlaskClient, make_vergadering: MakeVergadering
) -> None:
    leeg = make_vergadering()
    assert "Er is niets vastgelegd." in tekst(client, leeg)
    assert client.get(f"/incidenten/vergaderingen/{leeg.id}/verslag.txt?soort=x").status_code == 404


# --- how often, and on what ground ----------------------------------------------------------------

TELLEN = "/incidenten/vergaderingen/ordeverstoringen"


def test_how_often_someone_disturbed_is_asked_by_name(
    client: FlaskClient, make_vergadering: MakeVergadering, log: Log
) -> None:
    for _ in range(2):
        log(make_vergadering(), persoon="J. Roeper")
    page = read_page(client.post(TELLEN, data={"naam": "j. roeper"}))
    assert "2 verstoringen vastgelegd, in 2 vergaderingen." in text_of(page, "#uitkomst")
    assert "Dit is nog niet gecontroleerd." in page.text
    acties = {regel.actie for regel in db.session.query(AuditRegel)}
    assert {"ingezien", "gezocht op persoon"} <= acties
    niemand = read_page(client.post(TELLEN, data={"naam": "Piet"}))
    assert "0 verstoringen vastgelegd." in text_of(niemand, "#uitkomst")


def test_no_name_is_no_question(client: FlaskClient) -> None:
    assert client.post(TELLEN, data={"naam": " "}).status_code == 422
    assert not read_page(client.get(f"{TELLEN}?naam=Jan")).select_one("#uitkomst")


def test_only_who_may_counts(client_for: Callable[..., FlaskClient]) -> None:
    for rol in (Rol.BEVEILIGING, Rol.AMBTSDRAGER, Rol.FG, Rol.BESTUURDER):
        assert client_for(rol).post(TELLEN, data={"naam": "Jan"}).status_code == 403


def test_the_ground_is_a_setting_with_a_source_and_a_date(client: FlaskClient) -> None:
    pad = "/incidenten/vergaderingen/grondslag"
    data = form_data(read_page(client.get(pad)), "main form")
    assert data["maximum_maanden"] == "3"
    data |= {"maximum_maanden": "2", "gecontroleerd_op": vandaag().isoformat()}
    assert client.post(pad, data=data).status_code == 303
    opgeslagen = db.session.query(Ordegrondslag).one()
    assert (opgeslagen.maximum_maanden, opgeslagen.gecontroleerd_op) == (2, vandaag())
    assert "Gecontroleerd op" in read_page(client.get(TELLEN)).text
    r = client.post(pad, data=data | {"gecontroleerd_op": "2099-01-01", "versie": "2"})
    assert r.status_code in {409, 422}


def test_what_was_not_found_in_the_law_is_said_so(app: object, organisatie: Organisatie) -> None:
    assert "Gemeentewet" in our_grondslag().grondslag
    organisatie.type = "waterschap"  # type: ignore[assignment]  # as a form would set it
    db.session.commit()
    db.session.refresh(organisatie)
    g.pop("organisatie", None)
    grondslag = our_grondslag()
    assert "reglement van orde" in grondslag.grondslag
    assert "hebben wij niet gevonden" in grondslag.bron
    assert grondslag.gecontroleerd_op is None

"""From entries to a case, with one act: what was said and by whom goes where it is encrypted."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import text
from sqlalchemy.orm import undefer_group

from tests.pages import read_page, text_of
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.models import Incident
from vob.incidenten.values import GemeldDoor, VeroorzakerBekend, Vorm
from vob.incidenten.vergaderingen.models import LogregelIncident, Vergadering
from vob.incidenten.vergaderingen.values import Aard, Logsoort

from .conftest import Log, MakeVergadering


def make(client: FlaskClient, vergadering: Vergadering, *ids: int) -> Any:
    pad = f"/incidenten/vergaderingen/{vergadering.id}/incident"
    return client.post(pad, data={"regel": [str(id) for id in ids]})


def test_two_entries_become_one_case(
    client: FlaskClient, griffier: Gebruiker, make_vergadering: MakeVergadering, log: Log
) -> None:
    vergadering = make_vergadering()
    een = log(vergadering, Logsoort.ROEPEN, 30, tekst="Jullie zijn dieven", persoon="J. Roeper")
    twee = log(vergadering, Logsoort.GOOIEN, 20, persoon="j. roeper")
    niet = log(vergadering, Logsoort.POLITIE, 10)
    r = make(client, vergadering, een.id, twee.id)
    incident = db.session.scalars(db.select(Incident).options(undefer_group("besloten"))).one()
    assert r.location == f"/incidenten/{incident.nummer}"
    assert incident.vormen == [Vorm.ORDEVERSTORING, Vorm.FYSIEK]
    assert (incident.voorval_op, incident.voorval_tot) == (een.moment, twee.moment)
    assert (incident.melder_id, incident.gemeld_door) == (griffier.id, GemeldDoor.GRIFFIE)
    assert "dieven" in (incident.woorden or "")
    assert incident.veroorzaker == "J. Roeper\nj. roeper"
    assert {k.logregel_id for k in db.session.query(LogregelIncident)} == {een.id, twee.id}
    assert niet.id not in {k.logregel_id for k in db.session.query(LogregelIncident)}
    assert read_page(client.get(r.location))


@pytest.mark.parametrize(("persoon", "bekend"), [("J. Roeper", VeroorzakerBekend.JA), ("", None)])
def test_who_was_named_in_the_log_is_known_in_the_case(
    client: FlaskClient,
    make_vergadering: MakeVergadering,
    log: Log,
    persoon: str,
    bekend: VeroorzakerBekend | None,
) -> None:
    regel = log(make_vergadering(), persoon=persoon)
    make(client, regel.vergadering, regel.id)
    assert db.session.query(Incident).one().veroorzaker_bekend is bekend


def test_nothing_of_the_words_or_the_name_stands_in_clear(
    client: FlaskClient, make_vergadering: MakeVergadering, log: Log
) -> None:
    regel = log(make_vergadering(), tekst="Jullie zijn dieven", persoon="J. Roeper")
    make(client, regel.vergadering, regel.id)
    open_ = db.session.execute(
        text("SELECT titel, omschrijving FROM incident UNION SELECT titel, tekst FROM zoekdoc")
    ).all()
    assert "dieven" not in str(open_)
    assert "roeper" not in str(open_).lower()
    assert "roepen" in str(open_)


def test_both_show_the_way_to_each_other(
    client: FlaskClient, make_vergadering: MakeVergadering, log: Log
) -> None:
    regel = log(make_vergadering(titel="Raad van november"))
    r = make(client, regel.vergadering, regel.id)
    page = read_page(client.get(f"/incidenten/vergaderingen/{regel.vergadering_id}"))
    assert page.select_one(f"#regel-{regel.id} a[href='{r.location}']")
    assert not page.select_one("[name=regel]")
    notitie = db.session.execute(text("SELECT count(*) FROM gebeurtenis WHERE is_intern")).scalar()
    assert notitie == 1


def test_nothing_chosen_or_all_withdrawn_makes_no_case(
    client: FlaskClient, make_vergadering: MakeVergadering, log: Log
) -> None:
    regel = log(make_vergadering())
    log(regel.vergadering, bij=regel, aard=Aard.INTREKKING, tekst="Niet gebeurd")
    for ids in ((regel.id,), (9999,)):
        r = make(client, regel.vergadering, *ids)
        assert r.status_code == 409
        assert "Kies eerst" in text_of(read_page(r), "main")
    r = make(client, regel.vergadering)
    assert "Kies eerst" in text_of(read_page(client.get(r.location)), "#melding")
    assert db.session.query(Incident).count() == 0


def test_an_entry_becomes_a_case_once(
    client: FlaskClient, make_vergadering: MakeVergadering, log: Log
) -> None:
    regel = log(make_vergadering(soort="commissie"))
    assert make(client, regel.vergadering, regel.id).status_code == 303
    assert make(client, regel.vergadering, regel.id).status_code == 409
    assert db.session.query(Incident).one().titel == "Verstoring van een vergadering"


def test_the_number_is_for_who_sees_the_case_and_the_entry_is_used_for_all(
    client: FlaskClient,
    client_for: Callable[..., FlaskClient],
    make_vergadering: MakeVergadering,
    log: Log,
) -> None:
    regel = log(make_vergadering())
    nummer = make(client, regel.vergadering, regel.id).location.rsplit("/", 1)[1]
    pad = f"/incidenten/vergaderingen/{regel.vergadering_id}"
    ander = client_for(Rol.GRIFFIER)
    for scherm in (pad, f"{pad}/live"):
        page = read_page(ander.get(scherm))
        assert nummer in client.get(scherm).text
        assert nummer not in page.text
        assert "er is een zaak van gemaakt" in text_of(page, f"#regel-{regel.id}")
        assert not page.select("[name=regel]")
    r = make(ander, regel.vergadering, regel.id)
    assert (r.status_code, nummer in r.text) == (409, False)

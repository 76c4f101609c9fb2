"""The evidence log of a case: recorded, handed over, taken along, and never changed."""

import csv
import io
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import text
from werkzeug.datastructures import FileStorage

from tests.pages import form_data, read_page, text_of
from vob.bijlagen.models import Bijlage
from vob.bijlagen.operations import store_bijlage
from vob.core.errors import RegelOvertreden
from vob.core.permissions import Rol
from vob.data import AuditRegel, db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.bewijsstukken import rules
from vob.incidenten.bewijsstukken.models import Bewijsregel, Bewijsstuk
from vob.incidenten.bewijsstukken.values import Regelsoort
from vob.incidenten.models import Incident

from ..test_queries_count import statements

HASH = "ab" * 32


def record(client: FlaskClient, zaak: Incident, **velden: Any):  # type: ignore[no-untyped-def]  # a TestResponse
    pad = f"/incidenten/{zaak.nummer}/bewijs"
    data = form_data(read_page(client.get(pad)), "#vastleggen form")
    data |= {"soort": "voorwerp", "omschrijving": "Een steen", "van": "bode", "naar": "griffier"}
    return client.post(pad, data=data | velden)


def hand_over(client: FlaskClient, zaak: Incident, stuk: int = 1, **velden: Any):  # type: ignore[no-untyped-def]  # a TestResponse
    pad = f"/incidenten/{zaak.nummer}/bewijs/{stuk}"
    data = form_data(read_page(client.get(pad)), "#toevoegen form")
    data |= {"wat": "overgedragen", "naar": "politie"}
    return client.post(pad, data=data | velden)


def regels(zaak: Incident) -> list[Bewijsregel]:
    stmt = db.select(Bewijsregel).filter_by(incident_id=zaak.id).order_by(Bewijsregel.volgnummer)
    return list(db.session.scalars(stmt))


def test_a_piece_is_recorded_with_who_keeps_it(client: FlaskClient, zaak: Incident) -> None:
    assert record(client, zaak, sha256=HASH.upper()).status_code == 303
    page = read_page(client.get(f"/incidenten/{zaak.nummer}/bewijs"))
    rij = text_of(page, "tbody tr")
    for deel in ("Een steen", "bode", "griffier", "Noor Bakker", HASH):
        assert deel in rij
    assert "Bewijsstuk 1: vastgelegd" in client.get(f"/incidenten/{zaak.nummer}").text


def test_a_piece_of_which_nobody_said_who_keeps_it(client: FlaskClient, zaak: Incident) -> None:
    assert record(client, zaak, van="", naar="").status_code == 303
    page = read_page(client.get(f"/incidenten/{zaak.nummer}/bewijs"))
    assert text_of(page, "td[data-label='Nu bij']") == "–"


def test_of_a_file_the_hash_is_of_what_was_received(
    client: FlaskClient, coordinator: Gebruiker, zaak: Incident
) -> None:
    db.session.info["actor_id"] = coordinator.id
    store_bijlage("incident", zaak.id, FileStorage(io.BytesIO(b"dreigmail"), "mail.txt"))
    db.session.commit()
    bijlage = db.session.scalars(db.select(Bijlage)).one()
    record(client, zaak, bijlage=str(bijlage.id), sha256=HASH)
    assert regels(zaak)[0].sha256 == bijlage.sha256_origineel
    page = read_page(client.get(f"/incidenten/{zaak.nummer}/bewijs/1"))
    assert "mail.txt" in text_of(page, "#stuk")


def test_the_chain_grows_and_stays_whole(client: FlaskClient, zaak: Incident) -> None:
    record(client, zaak)
    record(client, zaak, omschrijving="Een brief")
    assert hand_over(client, zaak, toelichting="Bon 12").status_code == 303
    alle = regels(zaak)
    assert [(r.volgnummer, r.stuk) for r in alle] == [(1, 1), (2, 2), (3, 1)]
    assert rules.check_keten(alle) == []
    page = read_page(client.get(f"/incidenten/{zaak.nummer}/bewijs"))
    assert "politie" in text_of(page, "tbody tr")
    assert alle[-1].zegel == text_of(page, ".note code")
    stuk = read_page(client.get(f"/incidenten/{zaak.nummer}/bewijs/1"))
    assert "Bon 12" in text_of(stuk, "#keten")


def test_sent_twice_is_one_line(client: FlaskClient, zaak: Incident) -> None:
    record(client, zaak, eenmalig="een")
    record(client, zaak, eenmalig="een")
    hand_over(client, zaak, eenmalig="twee")
    hand_over(client, zaak, eenmalig="twee")
    assert len(regels(zaak)) == 2


def test_what_was_destroyed_goes_nowhere(client: FlaskClient, zaak: Incident) -> None:
    record(client, zaak)
    hand_over(client, zaak, wat="vernietigd")
    assert hand_over(client, zaak).status_code == 409
    assert (
        hand_over(client, zaak, wat="aanvulling", toelichting="Met proces-verbaal").status_code
        == 303
    )


def test_no_code_can_change_or_delete_a_line(client: FlaskClient, zaak: Incident) -> None:
    record(client, zaak)
    regel = regels(zaak)[0]
    regel.naar = "een ander"
    with pytest.raises(RegelOvertreden, match="verandert niet"):
        db.session.flush()
    db.session.rollback()
    for wat in (regels(zaak)[0], db.session.scalars(db.select(Bewijsstuk)).one()):
        db.session.delete(wat)
        with pytest.raises(RegelOvertreden, match="verandert niet"):
            db.session.flush()
        db.session.rollback()


def test_a_change_behind_our_back_is_seen(client: FlaskClient, zaak: Incident) -> None:
    record(client, zaak)
    db.session.execute(text("UPDATE bewijsregel SET soort = 'vernietigd'"))
    db.session.commit()
    db.session.expire_all()
    page = read_page(client.get(f"/incidenten/{zaak.nummer}/bewijs"))
    assert "Regel 1 klopt niet meer." in text_of(page, ".note.bad")


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [("omschrijving", ""), ("sha256", "abc"), ("moment", "2199-01-01T10:00"), ("soort", "x")],
)
def test_what_cannot_be_is_refused(
    client: FlaskClient, zaak: Incident, veld: str, waarde: str
) -> None:
    assert record(client, zaak, **{veld: waarde}).status_code == 422


def test_the_log_goes_along_with_its_seals(client: FlaskClient, zaak: Incident) -> None:
    record(client, zaak, sha256=HASH)
    hand_over(client, zaak)
    pad = f"/incidenten/{zaak.nummer}/bewijs/bewijslog"
    tekst = client.get(f"{pad}.csv").data.decode("utf-8-sig")
    rijen = list(csv.DictReader(io.StringIO(tekst), delimiter=";"))
    assert [rij["Zegel"] for rij in rijen] == [r.zegel for r in regels(zaak)]
    assert len({rij["Zout"] for rij in rijen} - {""}) == 2
    assert datetime.fromisoformat(rijen[0]["Moment (UTC)"]) == regels(zaak)[0].moment
    assert client.get(f"{pad}.ods").data.startswith(b"PK")
    acties = db.select(AuditRegel).filter_by(actie="geëxporteerd", tabel="incident")
    assert len(list(db.session.scalars(acties))) == 2


def test_what_is_not_there_or_not_yours(
    client: FlaskClient, client_for: Callable[..., FlaskClient], zaak: Incident
) -> None:
    assert client.get(f"/incidenten/{zaak.nummer}/bewijs/1").status_code == 404
    record(client, zaak)
    for rol, code in ((Rol.GRIFFIER, 404), (Rol.MEDEWERKER, 403)):
        ander = client_for(rol)
        for pad in ("bewijs", "bewijs/1", "bewijs/bewijslog.csv", "bewijs/bewijslog.ods"):
            assert ander.get(f"/incidenten/{zaak.nummer}/{pad}").status_code == code


def test_no_name_is_kept_in_clear(client: FlaskClient, zaak: Incident) -> None:
    record(client, zaak, van="Karel Kroniek")
    rij = db.session.execute(text("SELECT * FROM bewijsregel")).one()
    assert b"Karel" not in b"".join(bytes(w) for w in rij if isinstance(w, bytes | memoryview))
    assert "Karel" not in str([w for w in rij if isinstance(w, str)])
    assert regels(zaak)[0].soort is Regelsoort.VASTGELEGD


def test_the_pages_ask_little_however_long_the_chain(client: FlaskClient, zaak: Incident) -> None:
    record(client, zaak)
    pad = f"/incidenten/{zaak.nummer}/bewijs"
    een = statements(client, pad)
    for _ in range(4):
        hand_over(client, zaak)
    assert statements(client, pad) == een <= 8
    assert statements(client, f"{pad}/1") <= 8

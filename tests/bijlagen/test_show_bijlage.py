"""Downloading: only who sees the object, never as a page, and written down."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from vob.bijlagen import soorten
from vob.bijlagen.models import Bijlage
from vob.bijlagen.queries import list_bijlagen
from vob.bijlagen.soorten import Bijlageregels
from vob.core.permissions import Rol
from vob.data import AuditRegel, db
from vob.gebruikers.models import Gebruiker

from .conftest import SOORT

MakeBijlage = Callable[..., Bijlage]
ClientOf = Callable[[Gebruiker], FlaskClient]
ClientFor = Callable[..., FlaskClient]


def _ingezien() -> list[int | None]:
    stmt = select(AuditRegel.object_id).filter_by(actie="ingezien", tabel="bijlage")
    return list(db.session.scalars(stmt))


def test_download(make_bijlage: MakeBijlage, lezer: Gebruiker, client_of: ClientOf) -> None:
    inhoud = b"<script>alert(1)</script>" * 20_000
    bijlage = make_bijlage(inhoud, "pagina é.txt")
    answer = client_of(lezer).get(f"/bijlagen/{bijlage.sleutel}")
    assert answer.status_code == 200
    assert answer.data == inhoud
    assert answer.headers["Content-Type"] == "text/plain"
    assert answer.headers["Content-Disposition"].startswith("attachment; filename")
    assert "pagina%20%C3%A9.txt" in answer.headers["Content-Disposition"]
    assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"


def test_each_download_is_in_the_read_log(
    make_bijlage: MakeBijlage, lezer: Gebruiker, client_of: ClientOf
) -> None:
    bijlage = make_bijlage()
    client_of(lezer).get(f"/bijlagen/{bijlage.sleutel}")
    assert _ingezien() == [bijlage.id]


def test_a_room_may_say_that_reading_is_nothing_special(
    make_bijlage: MakeBijlage,
    lezer: Gebruiker,
    client_of: ClientOf,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(soorten._REGELS, SOORT, Bijlageregels(is_gelogd=False))
    assert client_of(lezer).get(f"/bijlagen/{make_bijlage().sleutel}").status_code == 200
    assert _ingezien() == []


def test_what_is_not_yours_does_not_exist(make_bijlage: MakeBijlage, client_for: ClientFor) -> None:
    ander = client_for(Rol.MEDEWERKER)
    assert ander.get(f"/bijlagen/{make_bijlage().sleutel}").status_code == 404
    assert ander.get("/bijlagen/bestaat-niet").status_code == 404
    assert _ingezien() == []


def test_an_internal_one_is_for_whom_its_room_says(
    make_bijlage: MakeBijlage, lezer: Gebruiker, client_of: ClientOf, client_for: ClientFor
) -> None:
    bijlage = make_bijlage(is_intern=True)
    adres = f"/bijlagen/{bijlage.sleutel}"
    assert client_of(lezer).get(adres).status_code == 404
    assert client_for(Rol.COORDINATOR).get(adres).status_code == 200


def test_the_list_leaves_out_what_is_internal(
    make_bijlage: MakeBijlage, zaak: int, lezer: Gebruiker, make_gebruiker: Callable[..., Gebruiker]
) -> None:
    gewoon, intern = make_bijlage(), make_bijlage(is_intern=True)
    assert list_bijlagen(SOORT, zaak, lezer) == [gewoon]
    assert list_bijlagen(SOORT, zaak) == [gewoon]
    assert list_bijlagen(SOORT, zaak, make_gebruiker(Rol.COORDINATOR)) == [gewoon, intern]


def test_without_a_rule_an_internal_one_is_for_nobody(
    make_bijlage: MakeBijlage, zaak: int, lezer: Gebruiker, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_bijlage(is_intern=True)
    monkeypatch.delitem(soorten._REGELS, SOORT)
    assert list_bijlagen(SOORT, zaak, lezer) == []


def test_a_visitor_is_sent_to_the_login(make_bijlage: MakeBijlage, app: Flask) -> None:
    answer = app.test_client().get(f"/bijlagen/{make_bijlage().sleutel}")
    assert answer.status_code == 303

"""The meetings of today and of the coming week, for who keeps their log."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.pages import read_page, text_of
from vob.core.clock import nu
from vob.core.permissions import Rol
from vob.data import db
from vob.incidenten.vergaderingen.models import Vergadering
from vob.incidenten.vergaderingen.values import Beveiligingsstand, Vergadersoort


def make(dagen: int, **overrides: Any) -> Vergadering:
    begin = nu() + timedelta(days=dagen)
    vergadering = Vergadering(
        **{"titel": "Raad", "soort": Vergadersoort.RAAD, "begin": begin} | overrides
    )
    db.session.add(vergadering)
    db.session.commit()
    return vergadering


def test_the_meeting_of_today_leads_to_its_log(client_for: Callable[..., FlaskClient]) -> None:
    vergadering = make(0)
    page = read_page(client_for(Rol.GRIFFIER).get("/"))
    assert page.select_one(f"#vandaag a[href='/incidenten/vergaderingen/{vergadering.id}/live']")
    assert "log openen" in text_of(page, "#vandaag")


def test_a_risky_meeting_asks_for_its_security(client_for: Callable[..., FlaskClient]) -> None:
    vergadering = make(3, is_risicovol=True)
    client = client_for(Rol.COORDINATOR)
    page = read_page(client.get("/"))
    assert page.select_one(f"#vandaag a[href='/incidenten/vergaderingen/{vergadering.id}']")
    assert "beveiliging niet geregeld" in text_of(page, "#vandaag")
    vergadering.beveiliging = Beveiligingsstand.GEREGELD
    db.session.commit()
    assert "beveiliging" not in text_of(read_page(client.get("/")), "#vandaag")


@pytest.mark.parametrize(
    ("rol", "dagen", "velden"),
    [
        (Rol.GRIFFIER, 3, {}),
        (Rol.GRIFFIER, 9, {"is_risicovol": True}),
        (Rol.GRIFFIER, 0, {"is_afgelast": True}),
        (Rol.BESTUURDER, 0, {}),
        (Rol.BEVEILIGING, 0, {"is_risicovol": True}),
    ],
)
def test_what_asks_nothing_is_not_shown(
    client_for: Callable[..., FlaskClient], rol: Rol, dagen: int, velden: dict[str, bool]
) -> None:
    make(dagen, titel="Bijzondere raad", **velden)
    assert "Bijzondere raad" not in read_page(client_for(rol).get("/")).text

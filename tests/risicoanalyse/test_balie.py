"""The desk: today's oranje and rood with measures, and nothing more."""

from collections.abc import Callable
from datetime import time, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.pages import read_page, text_of
from tests.queries import count_queries
from vob.core.clock import vandaag
from vob.core.permissions import Rol
from vob.data import db
from vob.risicoanalyse.values import Maatregelstatus
from vob.risicoanalyse.values_bijeenkomst import Kleur, Verloop

BALIE = "/risicoanalyse/balie"
Maak = Callable[..., Any]


@pytest.fixture
def bode(client_for: Callable[..., FlaskClient]) -> FlaskClient:
    return client_for(Rol.BEVEILIGING)


def add_maatregel(een: Any, titel: str) -> None:
    een.analyse.new_maatregel(
        None, titel=titel, eigenaar_id=een.analyse.maker_id, status=Maatregelstatus.AKKOORD
    )
    db.session.commit()


def test_what_is_needed_and_no_subject_person_or_reason(
    bode: FlaskClient, make_inschatting: Maak
) -> None:
    een = make_inschatting(signalen="Een beller dreigde", basis="Wijkagent", redenen=["druk"])
    add_maatregel(een, "Beveiliger bij de vergadering")
    page = text_of(read_page(bode.get(BALIE)), "main")
    for woord in ("19.30", "Raadsvergadering", "Raadzaal", "oranje", "Beveiliger", "Noor Maker"):
        assert woord in page
    for woord in ("opvang", "beller", "Wijkagent", "druk", "beladen"):
        assert woord not in page


@pytest.mark.parametrize(
    "anders",
    [
        {"kleur": Kleur.GROEN},
        {"dag": vandaag() + timedelta(days=1)},
        {"dag": vandaag() - timedelta(days=1)},
        {"verloop": Verloop.NIET_DOOR},
    ],
    ids=["groen", "morgen", "gisteren", "niet door"],
)
def test_what_is_not_risky_today_is_not_there(
    bode: FlaskClient, make_inschatting: Maak, anders: dict[str, Any]
) -> None:
    make_inschatting(**anders)
    page = read_page(bode.get(BALIE))
    assert "geen bijeenkomst op oranje of rood" in text_of(page, "main")


def test_by_time_and_with_few_statements(bode: FlaskClient, make_inschatting: Maak) -> None:
    for uur in (20, 9, 14):
        add_maatregel(make_inschatting(tijd=time(uur)), "Bode bij de deur")
    make_inschatting(tijd=None, plaats="", is_politie_ingelicht=True)
    bode.get(BALIE)
    with count_queries() as sent:
        page = read_page(bode.get(BALIE))
    koppen = [kop.text.split(" ")[0] for kop in page.select("main h2")]
    assert [kop for kop in koppen if kop != "Tijd"] == ["9.00", "14.00", "20.00"]
    assert "de politie weet ervan" in page.text
    assert len(sent) <= 8


def test_it_is_the_only_page_of_this_room_for_the_desk(bode: FlaskClient) -> None:
    for pad in ("", "operationeel/", "operationeel/nieuw", "risicos", "beveiliging/"):
        assert bode.get(f"/risicoanalyse/{pad}").status_code == 403
    assert "Vandaag risicovol" in text_of(read_page(bode.get("/")), ".hoofdmenu")


@pytest.mark.parametrize("rol", [Rol.MEDEWERKER, Rol.OPVANG, Rol.BEHEERDER])
def test_others_have_no_desk(client_for: Callable[..., FlaskClient], rol: Rol) -> None:
    assert client_for(rol).get(BALIE).status_code == 403

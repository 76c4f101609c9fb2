"""The register of risks: what holds now, gravest first, quick with two thousand of them."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import insert, select, text, update

from tests.pages import HTMX, read_page, text_of
from tests.queries import count_queries, plans_of
from tests.risicoanalyse.conftest import Make
from vob.core.clock import vandaag
from vob.core.permissions import Rol
from vob.data import AuditRegel, db
from vob.data.migrate import downgrade, upgrade
from vob.risicoanalyse import register
from vob.risicoanalyse.models_bibliotheek import Beleidsgebied
from vob.risicoanalyse.models_risico import Risico
from vob.risicoanalyse.register import Filter
from vob.risicoanalyse.rules import gewicht, klasse_van
from vob.risicoanalyse.values import Klasse, Soort

LIJST = "/risicoanalyse/risicos"


@pytest.fixture
def tweeduizend(make_analyse: Make, make_gebied: Callable[..., Beleidsgebied]) -> int:
    """Two thousand risks in one adopted analysis of one area."""
    gebied = make_gebied()
    dag = vandaag()
    analyse = make_analyse(Soort.BELEIDSGEBIED, beleidsgebied_id=gebied.id, vastgesteld=dag)
    rijen = []
    for n in range(1999):
        kans, effect = n % 5 + 1, n // 5 % 5 + 1
        rijen.append(_rij(analyse.id, n, kans, effect, gebied.id))
    db.session.execute(insert(Risico.__table__), rijen)
    db.session.commit()
    return gebied.id


def _rij(analyse_id: int, n: int, kans: int, effect: int, gebied_id: int) -> dict[str, Any]:
    teksten = dict.fromkeys(("oorzaak", "doelwit", "momenten", "bestaand"), "")
    return {
        **teksten,
        "versie": 1,
        "analyse_id": analyse_id,
        "titel": f"Risico {n}",
        "volgorde": n + 2,
        "lijn": 10_000 + n,
        "is_besloten": False,
        "kans": 5,
        "effect": 5,
        "rest_kans": kans,
        "rest_effect": effect,
        "accept_wie": "",
        "accept_reden": "",
        "is_actueel": True,
        "gebied_id": gebied_id,
        "rest_gewicht": gewicht(klasse_van(5, kans, effect), kans, effect),
        "rest_klasse": klasse_van(5, kans, effect),
    }


def test_the_gravest_come_first_and_one_can_go_on(
    coordinator: FlaskClient, tweeduizend: int
) -> None:
    page = read_page(coordinator.get(LIJST))
    assert "500+ risico’s" in text_of(page, ".pager")
    scores = [int(cel.text) for cel in page.select("td[data-label=Daarna] .num")]
    assert scores == [25] * 25
    gezien, adres = set(), LIJST
    for _ in range(4):
        page = read_page(coordinator.get(adres))
        gezien |= {a["href"] for a in page.select("tbody th a")}
        volgende = page.select_one("a[rel=next]")
        assert volgende is not None
        adres = str(volgende["href"])
    assert len(gezien) == 100
    assert coordinator.get(f"{LIJST}?na=onzin").status_code == 303


def test_the_class_weighs_more_than_a_score_of_another_scale(
    coordinator: FlaskClient, make_analyse: Make
) -> None:
    vijf = (("Hoog op vijf", (5, 5, 3, 4)), ("Zeer hoog op vijf", (5, 5, 4, 4)))
    make_analyse(vastgesteld=vandaag(), risicos=vijf)
    drie = (("Zeer hoog op drie", (3, 3, 3, 3)), ("Midden op drie", (3, 3, 2, 2)))
    make_analyse(vastgesteld=vandaag(), schaal=3, risicos=drie)
    page = read_page(coordinator.get(LIJST))
    assert [a.text for a in page.select("tbody th a")] == [
        *("Zeer hoog op vijf", "Zeer hoog op drie", "Hoog op vijf", "Midden op drie")
    ]
    assert [cel.text for cel in page.select("td[data-label=Daarna] .num")] == ["16", "9", "12", "4"]


def test_the_migration_sorts_what_was_there(make_analyse: Make) -> None:
    make_analyse(risicos=(("Concept", (5, 5, 5, 5)),))
    make_analyse(vastgesteld=vandaag(), schaal=3, risicos=(("Zeer hoog", (3, 3, 3, 3)),))
    db.session.remove()
    downgrade("0009_tellen")
    assert set(db.session.scalars(text("SELECT rest_score FROM risico"))) == {0, 9}
    db.session.remove()
    upgrade()
    assert set(db.session.scalars(select(Risico.rest_gewicht))) == {0, 409}


@pytest.mark.parametrize("query", ["", "?klasse=4", "?gebied={}", "?klasse=1&gebied={}"])
def test_it_asks_the_same_for_one_as_for_two_thousand(
    coordinator: FlaskClient, tweeduizend: int, query: str
) -> None:
    pad = LIJST + query.format(tweeduizend)
    coordinator.get(pad)
    with count_queries() as sent:
        assert coordinator.get(pad).status_code == 200
    assert len(sent) <= 8
    with count_queries() as sent:
        coordinator.get(pad, headers=HTMX)
    assert len(sent) <= 8


@pytest.mark.parametrize(
    ("filter", "index"),
    [
        (Filter(), "ix_risico_rest"),
        (Filter(klasse=Klasse.HOOG), "ix_risico_klasse"),
        (Filter(gebied=1), "ix_risico_gebied"),
    ],
)
def test_each_filter_reads_by_an_index_and_sorts_nothing(
    tweeduizend: int, filter: Filter, index: str
) -> None:
    if db.engine.dialect.name == "sqlite":
        plan = "\n".join(plans_of(lambda: register.read_page(filter, None, None)))
        assert index in plan
        assert "TEMP B-TREE" not in plan


def test_only_what_holds_is_in_it(coordinator: FlaskClient, make_analyse: Make) -> None:
    make_analyse(risicos=(("Concept", (5, 5, 5, 5)),))
    make_analyse(vastgesteld=vandaag(), risicos=(("Geldt", (5, 5, 2, 3)),))
    page = text_of(read_page(coordinator.get(LIJST)), "#register")
    assert "Geldt" in page
    assert "Concept" not in page
    assert "1 risico" in page


@pytest.mark.parametrize(("dagen", "is_verlopen"), [(0, False), (1, True)])
def test_what_nobody_bears_any_more_is_marked(
    coordinator: FlaskClient, make_analyse: Make, dagen: int, is_verlopen: bool
) -> None:
    analyse = make_analyse(vastgesteld=vandaag())
    tot = {"accept_tot": vandaag() - timedelta(days=dagen)}
    db.session.execute(update(Risico.__table__).values(tot))  # an adopted one changes no more
    db.session.commit()
    db.session.expire_all()
    pad = f"/risicoanalyse/{analyse.id}"
    for adres, plek in (
        (LIJST, "td[data-label=Tot]"),
        (pad, "#risicos tbody tr"),
        (f"{pad}/risicos/{analyse.risicos[0].id}", "#acceptatie"),
    ):
        assert ("verlopen" in text_of(read_page(coordinator.get(adres)), plek)) is is_verlopen


def test_a_draft_has_no_acceptance_that_ran_out(
    coordinator: FlaskClient, make_analyse: Make
) -> None:
    analyse = make_analyse()
    analyse.risicos[0].accept_tot = vandaag() - timedelta(days=1)
    db.session.commit()
    assert "verlopen" not in coordinator.get(f"/risicoanalyse/{analyse.id}").text


def test_nothing_there_says_why(coordinator: FlaskClient) -> None:
    assert "nog geen vastgestelde analyse" in coordinator.get(LIJST).text
    assert "Filters wissen" in coordinator.get(f"{LIJST}?klasse=4").text


def test_it_goes_along_as_a_spreadsheet_and_that_is_written_down(
    coordinator: FlaskClient, make_analyse: Make
) -> None:
    analyse = make_analyse(vastgesteld=date(2026, 3, 1), risicos=(("=1+1", (4, 4, 2, 3)),))
    csv = coordinator.get(f"{LIJST}.csv").data.decode("utf-8-sig").splitlines()
    assert csv[0].startswith('"Risico";"Analyse"')
    assert csv[1].startswith('"\'=1+1";"Jaar"')
    assert "gemeentesecretaris of griffier" in csv[1]
    assert coordinator.get(f"{LIJST}.ods").data.startswith(b"PK")
    regels = db.session.scalars(select(AuditRegel).filter_by(actie="geëxporteerd")).all()
    assert len(regels) == 2
    assert analyse.id


def test_the_export_holds_every_row_of_the_filter(
    coordinator: FlaskClient, tweeduizend: int
) -> None:
    assert len(coordinator.get(f"{LIJST}.csv").text.splitlines()) == 2001
    hoog = coordinator.get(f"{LIJST}.csv?klasse=4").text.splitlines()
    assert 1 < len(hoog) < 700


def test_who_may_not_read_risks_takes_none_along(client_for: Callable[..., FlaskClient]) -> None:
    for rol in (Rol.MEDEWERKER, Rol.AMBTSDRAGER, Rol.BEHEERDER):
        assert client_for(rol).get(f"{LIJST}.csv").status_code == 403
        assert client_for(rol).get(f"{LIJST}.ods").status_code == 403

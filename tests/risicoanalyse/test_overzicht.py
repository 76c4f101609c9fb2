"""The overview, the one page for the board, and the report: as PDF/UA and as ODT."""

import io
import re
from collections.abc import Callable
from datetime import timedelta
from zipfile import ZipFile

import page as pdfua
import pytest
from flask.testing import FlaskClient
from sqlalchemy import select, update

from tests.pages import read_page, text_of
from tests.queries import count_queries
from tests.risicoanalyse.conftest import Make
from tests.web.test_pdf import read_streams
from vob.acties.models import Actie
from vob.acties.values import Status
from vob.core.clock import vandaag
from vob.core.permissions import Rol
from vob.data import AuditRegel, db
from vob.gebruikers.models import Gebruiker
from vob.risicoanalyse.models import Analyse
from vob.risicoanalyse.models_bibliotheek import Beleidsgebied
from vob.risicoanalyse.values import Factor, Kwetsbaarheid, Soort
from vob.risicoanalyse.views import rapport

OVERZICHT = "/risicoanalyse/overzicht"
DERTIG = tuple((f"Risico {n} met een titel", (4, 4, 2, 3)) for n in range(30))
Gebied = Callable[..., Beleidsgebied]


def validate(inhoud: bytes) -> list[object]:
    """What is wrong with it as PDF/UA-1."""
    oordeel = pdfua.validate_pdf_bytes(inhoud, profile="ua1")
    return [] if oordeel.is_compliant else list(oordeel.issues)


def test_gaps_top_measures_and_age(
    coordinator: FlaskClient, make_analyse: Make, make_gebied: Gebied
) -> None:
    make_gebied("Energie")
    asiel = make_gebied("Asiel")
    make_gebied("Rustig", is_gevoelig=False)
    oud = vandaag() - timedelta(days=500)
    make_analyse(Soort.BELEIDSGEBIED, beleidsgebied_id=asiel.id, vastgesteld=oud, titel="Oud")
    make_analyse(vastgesteld=vandaag(), risicos=(("Zwaar", (5, 5, 4, 4)),), titel="Nieuw")
    db.session.scalars(select(Actie)).first().status = Status.BEZIG  # type: ignore[union-attr]  # there are two
    db.session.commit()
    page = read_page(coordinator.get(OVERZICHT))
    assert "Zonder analyse: Asiel en Energie." in text_of(page, "main .note")
    assert "verlopen" in text_of(page, "#analyses tbody tr")  # the oldest first
    assert "Zwaar" in text_of(page, "#top li")
    assert "1 in uitvoering" in text_of(page, "#maatregelen")
    assert "1 akkoord" in text_of(page, "#maatregelen")


def test_the_trend_goes_over_versions(coordinator: FlaskClient, make_analyse: Make) -> None:
    een = (("Onrust", (5, 5, 2, 4)),)
    for jaren, rest in ((2, 4), (1, 3), (0, 2)):
        dag = vandaag() - timedelta(days=365 * jaren)
        versie = make_analyse(vastgesteld=dag, risicos=(("Onrust", (5, 5, rest, 4)),))
        nieuw = update(Analyse).filter_by(id=versie.id).values(reeks=9999, nummer=3 - jaren)
        db.session.execute(nieuw)  # past the rule that an adopted one never changes
    make_analyse(vastgesteld=vandaag() - timedelta(days=9), risicos=een)
    db.session.commit()
    rijen = read_page(coordinator.get(OVERZICHT)).select("#trendtabel tbody tr")
    assert [[cel.text for cel in rij.select("td")] for rij in rijen] == [
        ["0", "0", "0", "1", "1"],
        ["0", "0", "1", "0", "1"],
        ["0", "1", "0", "0", "1"],
    ]


def test_it_asks_the_same_however_much_there_is(
    coordinator: FlaskClient, make_analyse: Make
) -> None:
    make_analyse(vastgesteld=vandaag())
    coordinator.get(OVERZICHT)
    with count_queries() as een:
        coordinator.get(OVERZICHT)
    for _ in range(5):
        make_analyse(vastgesteld=vandaag(), risicos=DERTIG[:6])
    with count_queries() as veel:
        coordinator.get(OVERZICHT)
    assert len(een) == len(veel) <= 8


def test_an_empty_organisation_has_a_calm_page(coordinator: FlaskClient) -> None:
    assert "Er geldt nog geen analyse" in coordinator.get(OVERZICHT).text
    assert validate(coordinator.get(f"{OVERZICHT}.pdf").data) == []


def test_the_board_gets_one_page(
    coordinator: FlaskClient, make_analyse: Make, make_gebied: Gebied
) -> None:
    for nummer in range(12):
        make_gebied(f"Beleidsgebied nummer {nummer}")
        make_analyse(vastgesteld=vandaag(), risicos=DERTIG[:5], titel=f"Risicoanalyse {nummer}")
    response = coordinator.get(f"{OVERZICHT}.pdf")
    assert validate(response.data) == []
    assert len(re.findall(rb"/Type /Page\b(?!s)", read_streams(response.data))) == 1
    assert "risicobeeld" in response.headers["Content-Disposition"]


@pytest.fixture
def vol(make_analyse: Make) -> int:
    analyse = make_analyse(
        risicos=DERTIG,
        titel="Jaarlijkse analyse",
        afbakening="Alles",
        factoren=[Factor.MEDIA.value],
        kwetsbaar=[Kwetsbaarheid.POST.value],
    )
    return analyse.id


def test_the_report_of_thirty_risks_is_valid_pdf_ua(coordinator: FlaskClient, vol: int) -> None:
    response = coordinator.get(f"/risicoanalyse/{vol}/rapport.pdf")
    assert validate(response.data) == []
    assert "Jaarlijkse analyse versie 1.pdf" in response.headers["Content-Disposition"]
    assert db.session.scalars(select(AuditRegel).filter_by(actie="geëxporteerd")).one()


def test_the_report_keeps_the_words_of_a_scale_together(
    coordinator: FlaskClient, vol: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A section is not cut in two by the end of a page (pdf.css); what stands loose is."""
    monkeypatch.setattr(rapport, "pdf_response", lambda html, _naam: html)
    page = read_page(coordinator.get(f"/risicoanalyse/{vol}/rapport.pdf"))
    for kop in ("Kans", "Effect"):
        assert len(page.select(f"section:has(> h3:-soup-contains({kop})) > ol > li")) == 5


def test_the_report_is_also_a_document_to_write_in(coordinator: FlaskClient, vol: int) -> None:
    response = coordinator.get(f"/risicoanalyse/{vol}/rapport.odt")
    inhoud = ZipFile(io.BytesIO(response.data)).read("content.xml").decode()
    for woord in ("Jaarlijkse analyse", "30. Risico 29", "Veel aandacht in de media", "Iets tegen"):
        assert woord in inhoud


def test_the_report_about_a_person_says_nothing_in_its_name(
    make_analyse: Make, maker: Gebruiker, coordinator: FlaskClient
) -> None:
    analyse = make_analyse(Soort.PERSOON, persoon_id=maker.id)
    response = coordinator.get(f"/risicoanalyse/{analyse.id}/rapport.pdf")
    assert validate(response.data) == []
    assert 'filename="risicoanalyse versie 1.pdf"' in response.headers["Content-Disposition"]


@pytest.mark.parametrize("rol", [Rol.MEDEWERKER, Rol.BEHEERDER, Rol.FG])
def test_others_get_no_report(vol: int, client_for: Callable[..., FlaskClient], rol: Rol) -> None:
    client = client_for(rol)
    assert client.get(f"/risicoanalyse/{vol}/rapport.pdf").status_code == 404
    assert client.get(f"{OVERZICHT}.pdf").status_code == 403


def test_a_cell_of_the_matrix_shows_its_risks(coordinator: FlaskClient, make_analyse: Make) -> None:
    scores = (("Groot", (4, 4, 2, 3)), ("Klein", (1, 1, 1, 1)))
    analyse = make_analyse(risicos=scores)
    pad = f"/risicoanalyse/{analyse.id}"
    vak = read_page(coordinator.get(pad)).select_one(".risicomatrix a")
    assert vak is not None
    page = read_page(coordinator.get(str(vak["href"])))
    assert "Groot" in text_of(page, "#risicos")
    assert "Klein" not in text_of(page, "#risicos")
    na = read_page(coordinator.get(f"{pad}?matrix=na&kans=1&effect=1"))
    assert "na de maatregelen" in text_of(na, "#risicos h2")
    assert len(read_page(coordinator.get(f"{pad}?kans=9&effect=1")).select("#risicos tr")) == 3


def test_the_page_of_an_analysis_asks_the_same_however_long(
    coordinator: FlaskClient, make_analyse: Make
) -> None:
    tellingen = []
    for risicos in (DERTIG[:1], DERTIG):
        analyse = make_analyse(risicos=risicos, vastgesteld=vandaag())
        risico = analyse.risicos[0]
        for n in range(len(risicos)):
            analyse.new_maatregel(risico, titel=f"Nog iets {n}", eigenaar_id=analyse.maker_id)
        db.session.commit()
        for pad in (
            f"/risicoanalyse/{analyse.id}",
            f"/risicoanalyse/{analyse.id}/risicos/{risico.id}",
        ):
            coordinator.get(pad)
            with count_queries() as sent:
                coordinator.get(pad)
            tellingen.append(len(sent))
    assert tellingen[:2] == tellingen[2:]
    assert max(tellingen) <= 8

"""Making an analysis in steps: from the library to ready, stopping and going on, nothing lost."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.pages import HTMX, form_data, read_fragment, read_page, text_of
from tests.queries import count_queries
from tests.risicoanalyse.conftest import MAIN, Make, scenario
from vob.core.clock import vandaag
from vob.core.deadlines import plus_maanden
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.organisatie.models import Organisatie
from vob.risicoanalyse.models import Analyse
from vob.risicoanalyse.values import Besluitniveau, Soort, Status
from vob.risicoanalyse.views.stappen import STAPPEN

BLAD = "main form[method=post]:has(.blad)"


def stap(client: FlaskClient, analyse: Analyse, code: str) -> BeautifulSoup:
    return read_page(client.get(f"/risicoanalyse/{analyse.id}/stap/{code}"))


def send(client: FlaskClient, analyse: Analyse, code: str, **data: object) -> str:
    """Fill in one step; where it led."""
    page = stap(client, analyse, code)
    form = form_data(page, f"main form[action$='/stap/{code}']")
    response = client.post(f"/risicoanalyse/{analyse.id}/stap/{code}", data=form | data)
    assert response.status_code == 303, read_page(response).select(".fout")
    return response.location


@pytest.fixture
def analyse(coordinator: FlaskClient, startset: None) -> Analyse:
    """Begun by way of the form."""
    data = form_data(read_page(coordinator.get("/risicoanalyse/nieuw")), MAIN)
    coordinator.post("/risicoanalyse/nieuw", data=data | {"soort": "generiek"})
    return db.session.scalars(select(Analyse)).one()


def test_a_whole_analysis_of_twelve_risks_in_one_sitting(
    coordinator: FlaskClient, analyse: Analyse, beslisser: Gebruiker
) -> None:
    send(coordinator, analyse, "afbakening", afbakening="De hele organisatie", factoren=["media"])
    send(coordinator, analyse, "deelnemers", deelnemers="Griffier\nHoofd facilitair")
    codes = [f"G{nummer}" for nummer in range(1, 13)]
    gekozen = [str(scenario(code).id) for code in codes]
    send(coordinator, analyse, "dreigingen", scenarios=gekozen)
    ids = [risico.id for risico in analyse.risicos]
    assert len(ids) == 12
    send(
        coordinator, analyse, "score", **{f"{v}_{i}": "4" for i in ids for v in ("kans", "effect")}
    )
    send(coordinator, analyse, "bestaand", **{f"bestaand_{i}": "Huisregels" for i in ids})
    rest = {f"rest_kans_{i}": "2" for i in ids} | {f"rest_effect_{i}": "3" for i in ids}
    send(coordinator, analyse, "restrisico", **rest)
    wie = {f"accept_niveau_{i}": Besluitniveau.SECRETARIS.value for i in ids}
    tot = {f"accept_tot_{i}": str(vandaag()) for i in ids}
    assert send(coordinator, analyse, "acceptatie", **wie, **tot).endswith(f"/{analyse.id}")
    assert coordinator.post(f"/risicoanalyse/{analyse.id}/indienen").status_code == 303
    db.session.refresh(analyse)
    assert analyse.status is Status.TER_VASTSTELLING


def test_the_library_is_that_of_our_type(coordinator: FlaskClient, analyse: Analyse) -> None:
    page = stap(coordinator, analyse, "dreigingen")
    assert "asielopvang" in text_of(page, "#scenarios")
    assert "muskusratten" not in text_of(page, "#scenarios")


def test_an_area_offers_its_own_scenarios_and_on_request_all(
    coordinator: FlaskClient, startset: None, make_analyse: Make
) -> None:
    gebied = scenario("G1").beleidsgebied
    assert gebied is not None
    analyse = make_analyse(Soort.BELEIDSGEBIED, beleidsgebied_id=gebied.id, risicos=())
    assert len(stap(coordinator, analyse, "dreigingen").select("#scenarios li")) == 1
    alles = coordinator.get(f"/risicoanalyse/{analyse.id}/stap/dreigingen?alles=1")
    assert len(read_page(alles).select("#scenarios li")) > 15
    send(coordinator, analyse, "dreigingen", scenarios=[str(scenario("G9").id)])
    assert [risico.scenario_id for risico in analyse.risicos] == [scenario("G9").id]


def test_own_words_become_a_risk(coordinator: FlaskClient, analyse: Analyse) -> None:
    send(coordinator, analyse, "dreigingen", eigen="Ruzie in de fractiekamer")
    assert [risico.titel for risico in analyse.risicos] == ["Ruzie in de fractiekamer"]


def test_choosing_nothing_goes_on_or_says_what_to_do(
    coordinator: FlaskClient, analyse: Analyse
) -> None:
    assert send(coordinator, analyse, "dreigingen").endswith("/stap/dreigingen")
    send(coordinator, analyse, "dreigingen", eigen="Iets")
    assert send(coordinator, analyse, "dreigingen").endswith("/stap/score")


def test_stopping_keeps_all_and_says_where_to_go_on(
    coordinator: FlaskClient, analyse: Analyse
) -> None:
    send(coordinator, analyse, "dreigingen", eigen="Iets")
    naar = send(
        coordinator, analyse, "score", daarna="stoppen", **{f"kans_{analyse.risicos[0].id}": "3"}
    )
    page = read_page(coordinator.get(naar))
    assert "Verder met: Hoe groot is elk risico nu?" in text_of(page, "#verder")
    assert "heeft nog geen score" in text_of(page, "#verder")


def test_who_stops_after_a_whole_step_goes_on_with_the_next(
    coordinator: FlaskClient, analyse: Analyse
) -> None:
    naar = send(coordinator, analyse, "deelnemers", deelnemers="Griffier", daarna="stoppen")
    page = read_page(coordinator.get(naar))
    assert "Verder met: Wat kan er gebeuren?" in text_of(page, "#verder")


def test_what_remains_starts_as_it_is_now_and_with_who_may_accept_it(
    coordinator: FlaskClient, make_analyse: Make
) -> None:
    analyse = make_analyse()
    risico = analyse.risicos[0]
    risico.rest_kans = risico.rest_effect = risico.accept_niveau = risico.accept_tot = None
    db.session.commit()
    ingevuld = form_data(stap(coordinator, analyse, "restrisico"), BLAD)
    assert [ingevuld[f"rest_{veld}_{risico.id}"] for veld in ("kans", "effect")] == ["4", "4"]
    send(coordinator, analyse, "restrisico")
    ingevuld = form_data(stap(coordinator, analyse, "acceptatie"), BLAD)
    assert ingevuld[f"accept_niveau_{risico.id}"] == Besluitniveau.COLLEGE.value
    assert ingevuld[f"accept_tot_{risico.id}"] == str(plus_maanden(vandaag(), 12))


def test_without_a_score_nothing_is_filled_in(coordinator: FlaskClient, analyse: Analyse) -> None:
    send(coordinator, analyse, "dreigingen", eigen="Iets")
    for code in ("restrisico", "acceptatie"):
        ingevuld = form_data(stap(coordinator, analyse, code), BLAD)
        vakken = {
            naam: ingevuld[naam].strip() for naam in ingevuld if naam[:5] in ("rest_", "accep")
        }
        assert not any(vakken.values()), vakken


def test_what_was_typed_comes_back_after_a_break(
    coordinator: FlaskClient, make_analyse: Make
) -> None:
    analyse = make_analyse()
    pad = f"/risicoanalyse/{analyse.id}/stap/bestaand"
    veld = f"bestaand_{analyse.risicos[0].id}"
    data = form_data(stap(coordinator, analyse, "bestaand"), BLAD)
    coordinator.post("/concepten/", data=data | {"_pad": pad, veld: "Een bode"})
    assert "Een bode" in text_of(read_page(coordinator.get(pad)), f"#{veld}")


def test_two_people_on_one_sheet_see_both_versions(
    coordinator: FlaskClient, make_analyse: Make
) -> None:
    analyse = make_analyse()
    veld = f"kans_{analyse.risicos[0].id}"
    oud = form_data(stap(coordinator, analyse, "score"), BLAD)
    send(coordinator, analyse, "score", **{veld: "1"})
    pad = f"/risicoanalyse/{analyse.id}/stap/score"
    response = coordinator.post(pad, data=oud | {veld: "5"})
    assert response.status_code == 409
    assert "Door u ingevuld" in text_of(read_page(response), "#fouten")
    assert "Kans bij ‘Onrust op de tribune’15" in text_of(read_page(response), "#fouten")


def test_one_press_takes_a_suggested_measure_over(
    coordinator: FlaskClient, analyse: Analyse
) -> None:
    send(coordinator, analyse, "dreigingen", scenarios=[str(scenario("G1").id)])
    (risico,) = analyse.risicos
    page = stap(coordinator, analyse, "maatregelen")
    knop = form_data(page, f"#risico-{risico.id} .suggesties form")
    pad = f"/risicoanalyse/{analyse.id}/risicos/{risico.id}/overnemen"
    assert coordinator.post(pad, data=knop).status_code == 303
    stuk = read_fragment(coordinator.post(pad, data=knop, headers=HTMX))  # twice changes nothing
    assert len(stuk.select(".list > li")) == 1
    db.session.refresh(analyse)
    (maatregel,) = analyse.maatregelen
    assert maatregel.eigenaar_id == analyse.maker_id
    assert maatregel.uiterlijk is not None


def test_an_own_measure_is_added_changed_and_taken_out(
    coordinator: FlaskClient, make_analyse: Make
) -> None:
    analyse = make_analyse()
    basis = f"/risicoanalyse/{analyse.id}"
    pad = f"{basis}/risicos/{analyse.risicos[0].id}/maatregelen/nieuw"
    data = form_data(read_page(coordinator.get(pad)), MAIN)
    nieuw = {"titel": "Extra licht", "type": "B", "werkt_op": "kans", "kosten": "1250,50"}
    assert coordinator.post(pad, data=data | nieuw).status_code == 303
    maatregel = analyse.maatregelen[-1]
    pad = f"{basis}/maatregelen/{maatregel.id}"
    data = form_data(read_page(coordinator.get(pad)), MAIN)
    assert data["kosten"] == "1250,50"
    coordinator.post(pad, data=data | {"titel": "Veel licht"})
    page = read_page(coordinator.get(f"{basis}/risicos/{analyse.risicos[0].id}"))
    assert "Veel licht" in text_of(page, "#maatregelen")
    coordinator.post(f"{pad}/weg")
    assert coordinator.get(pad).status_code == 404


def test_a_risk_is_described_and_taken_out(coordinator: FlaskClient, make_analyse: Make) -> None:
    analyse = make_analyse()
    pad = f"/risicoanalyse/{analyse.id}/risicos/{analyse.risicos[0].id}"
    data = form_data(read_page(coordinator.get(f"{pad}/wijzigen")), MAIN)
    coordinator.post(f"{pad}/wijzigen", data=data | {"oorzaak": "Een hard besluit"})
    assert "Een hard besluit" in text_of(read_page(coordinator.get(pad)), "#verhaal")
    coordinator.post(f"{pad}/weg")
    assert coordinator.get(pad).status_code == 404


@pytest.mark.parametrize("schaal", [3, 4, 5])
def test_the_scale_is_a_setting_that_an_analysis_keeps(
    coordinator: FlaskClient, make_analyse: Make, organisatie: Organisatie, schaal: int
) -> None:
    organisatie.instellingen = {"risico_schaal": schaal}
    db.session.commit()
    analyse = make_analyse(risicos=(("Iets", (3, 3, 1, 1)),))
    organisatie.instellingen = {"risico_schaal": 5}
    db.session.commit()
    page = read_page(coordinator.get(f"/risicoanalyse/{analyse.id}"))
    assert len(page.select(".risicomatrix:first-of-type tbody td")) >= schaal * schaal
    assert len(page.select(".risicomatrix td")) == 2 * schaal * schaal
    keuzes = stap(coordinator, analyse, "score").select(f"#kans_{analyse.risicos[0].id} option")
    assert len(keuzes) == schaal + 1


@pytest.mark.parametrize("code", [stap.code for stap in STAPPEN])
def test_each_step_asks_few_statements_however_many_risks(
    coordinator: FlaskClient, make_analyse: Make, code: str
) -> None:
    een = make_analyse()
    veel = make_analyse(risicos=tuple((f"Risico {n}", (3, 3, 2, 2)) for n in range(30)))
    tellingen = []
    for analyse in (een, veel):
        coordinator.get(f"/risicoanalyse/{analyse.id}/stap/{code}")
        with count_queries() as sent:
            coordinator.get(f"/risicoanalyse/{analyse.id}/stap/{code}")
        tellingen.append(len(sent))
    assert tellingen[0] == tellingen[1] <= 8


def test_an_unknown_step_and_a_score_off_the_scale(
    coordinator: FlaskClient, make_analyse: Make
) -> None:
    analyse = make_analyse()
    assert coordinator.get(f"/risicoanalyse/{analyse.id}/stap/onzin").status_code == 404
    data = form_data(stap(coordinator, analyse, "score"), BLAD)
    pad = f"/risicoanalyse/{analyse.id}/stap/score"
    veld = f"kans_{analyse.risicos[0].id}"
    assert coordinator.post(pad, data=data | {veld: "9"}).status_code == 422


@pytest.mark.parametrize("rol", [Rol.GRIFFIER, Rol.BESTUURDER, Rol.MEDEWERKER, Rol.BEHEERDER])
def test_others_do_not_write_in_it(
    make_analyse: Make, client_for: Callable[..., FlaskClient], rol: Rol
) -> None:
    analyse = make_analyse()
    client = client_for(rol)
    assert client.get(f"/risicoanalyse/{analyse.id}/stap/score").status_code == 404
    assert client.get("/risicoanalyse/nieuw").status_code == 403


def test_a_new_analysis_asks_what_belongs_to_its_kind(
    coordinator: FlaskClient, organisatie: Organisatie
) -> None:
    pad = "/risicoanalyse/nieuw"
    data = form_data(read_page(coordinator.get(pad)), MAIN)
    for soort, veld in (("beleidsgebied", "beleidsgebied_id"), ("persoon", "persoon_id")):
        response = coordinator.post(pad, data=data | {"soort": soort})
        assert response.status_code == 422
        assert read_page(response).select(f"#{veld}-fout")


def test_sending_twice_adds_one_risk(coordinator: FlaskClient, analyse: Analyse) -> None:
    pad = f"/risicoanalyse/{analyse.id}/stap/dreigingen"
    form = form_data(read_page(coordinator.get(pad)), f"main form[action='{pad}']")
    for _ in range(2):
        assert coordinator.post(pad, data=form | {"eigen": "Iets"}).location == pad
    assert len(analyse.risicos) == 1


def test_an_empty_library_is_said(coordinator: FlaskClient, make_analyse: Make) -> None:
    assert "niets in de bibliotheek" in stap(coordinator, make_analyse(), "dreigingen").text

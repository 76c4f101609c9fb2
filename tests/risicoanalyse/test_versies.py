"""A new version copies, replaces the old one, and the two can be compared."""

from collections.abc import Callable
from datetime import timedelta

from flask.testing import FlaskClient
from sqlalchemy import select, update

from tests.pages import read_page, text_of
from tests.risicoanalyse.conftest import Make, fill_risico
from vob.acties.models import Actie
from vob.core.clock import vandaag
from vob.data import db
from vob.documenten.values import Orgaan
from vob.gebruikers.models import Gebruiker
from vob.organisatie.models import Organisatie
from vob.risicoanalyse import operations
from vob.risicoanalyse.models import Analyse
from vob.risicoanalyse.models_risico import Risico
from vob.risicoanalyse.values import Maatregelstatus, Status


def newest() -> Analyse:
    return db.session.scalars(select(Analyse).order_by(Analyse.id.desc())).first()  # type: ignore[return-value]  # there is one


def make_versie(client: FlaskClient, analyse: Analyse) -> Analyse:
    assert client.post(f"/risicoanalyse/{analyse.id}/versies").status_code == 303
    return newest()


def test_a_new_version_begins_as_a_copy(coordinator: FlaskClient, make_analyse: Make) -> None:
    analyse = make_analyse(vastgesteld=vandaag(), belang="Omdat het telt.")
    versie = make_versie(coordinator, analyse)
    assert (versie.nummer, versie.reeks, versie.status) == (2, analyse.id, Status.CONCEPT)
    assert versie.belang == "Omdat het telt."
    (oud,), (kopie,) = analyse.risicos, versie.risicos
    assert (kopie.titel, kopie.kans, kopie.accept_tot) == (oud.titel, oud.kans, oud.accept_tot)
    assert kopie.lijn == oud.lijn == oud.id
    assert versie.maatregelen[0].actie_id == analyse.maatregelen[0].actie_id


def test_an_acceptance_that_is_over_is_asked_again(
    coordinator: FlaskClient, make_analyse: Make
) -> None:
    analyse = make_analyse(vastgesteld=vandaag())
    gisteren = vandaag() - timedelta(days=1)
    db.session.execute(update(Risico).values(accept_tot_open=gisteren))  # as time does
    db.session.commit()
    risico = make_versie(coordinator, analyse).risicos[0]
    blad = read_page(coordinator.get(f"/risicoanalyse/{risico.analyse_id}/stap/acceptatie"))
    voorstel = blad.select_one(f"[name=accept_tot_{risico.id}]")
    assert voorstel is not None
    assert str(voorstel["value"]) > vandaag().isoformat()


def test_a_measure_that_lapsed_does_not_come_along(
    coordinator: FlaskClient, make_analyse: Make
) -> None:
    analyse = make_analyse(vastgesteld=vandaag())
    analyse.maatregelen[0].status = Maatregelstatus.VERVALLEN
    db.session.commit()
    assert make_versie(coordinator, analyse).maatregelen == []


def test_on_another_scale_one_scores_again(
    coordinator: FlaskClient, make_analyse: Make, organisatie: Organisatie
) -> None:
    analyse = make_analyse(vastgesteld=vandaag())
    organisatie.instellingen = {"risico_schaal": 4}
    db.session.commit()
    versie = make_versie(coordinator, analyse)
    assert (versie.schaal, versie.risicos[0].kans, versie.risicos[0].rest) == (4, None, None)
    assert analyse.schaal == 5


def test_one_new_version_at_a_time(coordinator: FlaskClient, make_analyse: Make) -> None:
    analyse = make_analyse(vastgesteld=vandaag())
    make_versie(coordinator, analyse)
    assert coordinator.post(f"/risicoanalyse/{analyse.id}/versies").status_code == 409


def test_who_is_told_to_look_again_is_led_to_the_version_that_was_begun(
    coordinator: FlaskClient, make_analyse: Make
) -> None:
    analyse = make_analyse(vastgesteld=vandaag() - timedelta(days=900))
    pad = f"/risicoanalyse/{analyse.id}"
    assert "Maak een nieuwe versie." in text_of(read_page(coordinator.get(pad)), "main .note")
    versie = make_versie(coordinator, analyse)
    page = read_page(coordinator.get(pad))
    assert "Maak een nieuwe versie." not in text_of(page, "main .note")
    assert page.select(f'main .note a[href="/risicoanalyse/{versie.id}"]')


def test_one_goes_on_from_the_newest_version(
    coordinator: FlaskClient, make_analyse: Make, beslisser: Gebruiker
) -> None:
    oud = make_analyse(vastgesteld=vandaag(), risicos=(("Onrust", (4, 4, 2, 3)),) * 2)
    _adopt_new(coordinator, oud, beslisser)
    page = read_page(coordinator.post(f"/risicoanalyse/{oud.id}/versies"))
    assert "Er is al een nieuwere versie." in text_of(page, "main")


def _adopt_new(coordinator: FlaskClient, analyse: Analyse, beslisser: Gebruiker) -> Analyse:
    """With a risk that moved, one that is new, and one that went."""
    versie = make_versie(coordinator, analyse)
    versie.risicos[0].rest_kans = 1
    fill_risico(versie, "Doxing", (3, 3, 2, 2))
    weg = versie.risicos[1]
    versie.maatregelen.remove(next(m for m in versie.maatregelen if m.risico_id == weg.id))
    versie.risicos.remove(weg)
    db.session.commit()
    coordinator.post(f"/risicoanalyse/{versie.id}/indienen")
    db.session.refresh(versie)
    operations.adopt(versie, beslisser, vandaag(), vandaag() + timedelta(days=365))
    db.session.commit()
    return versie


def test_adopting_it_replaces_the_old_one_and_compares(
    coordinator: FlaskClient, make_analyse: Make, beslisser: Gebruiker, app: object
) -> None:
    oud = make_analyse(
        vastgesteld=vandaag() - timedelta(days=300),
        risicos=(("Onrust", (4, 4, 2, 3)), ("Verdwijnt", (2, 2, 1, 1)), ("Blijft", (2, 2, 1, 1))),
    )
    oud.maatregelen[0].status = Maatregelstatus.WERKT_NIET
    nieuw = _adopt_new(coordinator, oud, beslisser)
    db.session.refresh(oud)
    assert (oud.status, nieuw.status) == (Status.VERVANGEN, Status.VASTGESTELD)
    actueel = db.session.scalars(select(Risico).where(Risico.is_actueel)).all()
    assert {risico.analyse_id for risico in actueel} == {nieuw.id}
    page = read_page(coordinator.get(f"/risicoanalyse/{nieuw.id}/vergelijken"))
    soorten = [cel.text.strip() for cel in page.select("td[data-label=Veranderde]")]
    assert soorten == ["verplaatst", "gelijk", "nieuw", "weg"]
    assert "nu zeer hoog, 4 × 4" in text_of(page, "td[data-label='Versie 1']")
    assert "naar versie 2" in text_of(
        read_page(coordinator.get(f"/risicoanalyse/{oud.id}")), "main .note"
    )
    page = read_page(coordinator.get(f"/risicoanalyse/{oud.id}/vergelijken?met=9999"))
    assert "van versie 1 naar versie 2" in text_of(page, "caption")


def test_a_measure_that_runs_gets_no_second_action(
    coordinator: FlaskClient, make_analyse: Make, beslisser: Gebruiker
) -> None:
    oud = make_analyse(vastgesteld=vandaag())
    versie = make_versie(coordinator, oud)
    coordinator.post(f"/risicoanalyse/{versie.id}/indienen")
    db.session.refresh(versie)
    versie.orgaan = Orgaan.COLLEGE
    operations.adopt(versie, beslisser, vandaag(), vandaag() + timedelta(days=365))
    db.session.commit()
    assert len(db.session.scalars(select(Actie)).all()) == 1


def test_with_one_version_there_is_nothing_to_compare(
    coordinator: FlaskClient, make_analyse: Make, client_for: Callable[..., FlaskClient]
) -> None:
    analyse = make_analyse()
    assert coordinator.get(f"/risicoanalyse/{analyse.id}/vergelijken").status_code == 404


def test_who_begins_again_is_led_to_what_is_there(
    coordinator: FlaskClient, make_analyse: Make
) -> None:
    assert not read_page(coordinator.get("/risicoanalyse/nieuw")).select("main .note")
    analyse = make_analyse(vastgesteld=vandaag())
    page = read_page(coordinator.get("/risicoanalyse/nieuw"))
    assert page.select_one(f"main .note a[href='/risicoanalyse/{analyse.id}']")

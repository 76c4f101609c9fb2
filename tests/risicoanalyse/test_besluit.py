"""From draft to decision: sending in, four eyes, adopting, and that it then stays as it is."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.pages import form_data, read_page, text_of
from tests.risicoanalyse.conftest import MAIN, Make, MakeGebruiker
from vob.acties.models import Actie
from vob.acties.values import Status as Actiestatus
from vob.berichten.models import Bericht
from vob.core.clock import vandaag
from vob.core.errors import RegelOvertreden
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.risicoanalyse.models import Analyse
from vob.risicoanalyse.values import Maatregelstatus, Status

BESLUIT = {"orgaan": "college", "akkoord": "y"}


def send_in(client: FlaskClient, analyse: Analyse) -> int:
    return client.post(f"/risicoanalyse/{analyse.id}/indienen").status_code


def adopt(client: FlaskClient, analyse: Analyse, **data: object) -> int:
    pad = f"/risicoanalyse/{analyse.id}/vaststellen"
    form = form_data(read_page(client.get(pad)), MAIN)
    return client.post(pad, data=form | BESLUIT | data).status_code


@pytest.fixture
def ingediend(make_analyse: Make, coordinator: FlaskClient, beslisser: Gebruiker) -> Analyse:
    analyse = make_analyse()
    assert send_in(coordinator, analyse) == 303
    return analyse


def test_who_decides_gets_a_mail_without_contents(ingediend: Analyse, beslisser: Gebruiker) -> None:
    (bericht,) = db.session.scalars(select(Bericht))
    assert bericht.gebruiker_id == beslisser.id
    assert (bericht.pad, bericht.tekst) == (f"/risicoanalyse/{ingediend.id}", None)


def test_it_stands_on_the_start_page_of_who_decides(
    ingediend: Analyse, bestuurder: FlaskClient, coordinator: FlaskClient
) -> None:
    assert "wacht op uw besluit" in text_of(read_page(bestuurder.get("/")), "#vandaag")
    assert "wacht op uw besluit" not in text_of(read_page(coordinator.get("/")), "#vandaag")


def test_a_bestuurder_adopts_it_and_its_measures_become_actions(
    ingediend: Analyse, bestuurder: FlaskClient
) -> None:
    assert adopt(bestuurder, ingediend, besluitnummer="B-12") == 303
    db.session.refresh(ingediend)
    assert ingediend.status is Status.VASTGESTELD
    assert ingediend.herzien_op == vandaag().replace(year=vandaag().year + 1)
    (actie,) = db.session.scalars(select(Actie))
    assert (actie.bron_soort, actie.bron_id) == ("analyse", ingediend.id)
    (maatregel,) = ingediend.maatregelen
    assert (maatregel.status, maatregel.actie_id) == (Maatregelstatus.AKKOORD, actie.id)


@pytest.mark.parametrize(
    ("status", "aantal"),
    [
        (Maatregelstatus.AKKOORD, 1),
        (Maatregelstatus.IN_UITVOERING, 1),
        (Maatregelstatus.UITGEVOERD, 0),
        (Maatregelstatus.VERVALLEN, 0),
    ],
)
def test_what_was_agreed_on_before_is_an_action_at_the_latest_when_it_is_adopted(
    ingediend: Analyse, bestuurder: FlaskClient, status: Maatregelstatus, aantal: int
) -> None:
    (maatregel,) = ingediend.maatregelen
    maatregel.status = status
    db.session.commit()
    assert adopt(bestuurder, ingediend) == 303
    assert len(db.session.scalars(select(Actie)).all()) == aantal
    assert bool(maatregel.actie_id) is bool(aantal)


@pytest.mark.parametrize(
    "status", [Actiestatus.OPEN, Actiestatus.BEZIG, Actiestatus.GEDAAN, Actiestatus.VERVALLEN]
)
def test_a_measure_that_is_dropped_drops_its_action_and_agreed_on_again_has_a_new_one(
    make_analyse: Make, coordinator: FlaskClient, status: Actiestatus
) -> None:
    (maatregel,) = make_analyse(vastgesteld=vandaag()).maatregelen
    db.session.scalars(select(Actie)).one().status = status
    maatregel.status = Maatregelstatus.WERKT_NIET
    db.session.commit()
    stand = f"/risicoanalyse/{maatregel.analyse_id}/maatregelen/{maatregel.id}/stand"
    for naar in ("vervallen", "voorgesteld", "akkoord"):
        assert coordinator.post(stand, data={"naar": naar}).status_code == 303
    db.session.refresh(maatregel)
    assert maatregel.stand is Maatregelstatus.AKKOORD
    oud, nieuw = db.session.scalars(select(Actie).order_by(Actie.id)).all()
    af = Actiestatus.GEDAAN if status is Actiestatus.GEDAAN else Actiestatus.VERVALLEN
    assert (oud.status, nieuw.status) == (af, Actiestatus.OPEN)


def test_a_bestuurder_who_wrote_in_it_cannot_adopt_it(
    make_analyse: Make,
    make_gebruiker: MakeGebruiker,
    client_of: Callable[[Gebruiker], FlaskClient],
    beslisser: Gebruiker,
) -> None:
    beide = make_gebruiker(Rol.BESTUURDER, Rol.COORDINATOR)
    analyse, client = make_analyse(door=beide), client_of(beide)
    assert send_in(client, analyse) == 303
    page = read_page(client.get(f"/risicoanalyse/{analyse.id}/vaststellen"))
    assert "U schreef zelf" in text_of(page, "main .note")
    assert not page.select("main form")
    page = read_page(client.get(f"/risicoanalyse/{analyse.id}"))
    data = {"orgaan": "college", "akkoord": "y", "gezien": str(analyse.versie)}
    data |= {"vastgesteld_op": str(vandaag()), "herzien_op": str(vandaag() + timedelta(days=9))}
    response = client.post(f"/risicoanalyse/{analyse.id}/vaststellen", data=data)
    assert response.status_code == 409
    db.session.refresh(analyse)
    assert analyse.status is Status.TER_VASTSTELLING


def test_also_who_only_changed_something_wrote_in_it(
    make_analyse: Make,
    make_gebruiker: MakeGebruiker,
    client_of: Callable[[Gebruiker], FlaskClient],
    beslisser: Gebruiker,
) -> None:
    analyse, beide = make_analyse(), make_gebruiker(Rol.BESTUURDER, Rol.COORDINATOR)
    client, pad = client_of(beide), f"/risicoanalyse/{analyse.id}/stap/deelnemers"
    data = form_data(read_page(client.get(pad)), "main form[action$='/deelnemers']")
    client.post(pad, data=data | {"deelnemers": "Ik"})
    send_in(client, analyse)
    page = read_page(client.get(f"/risicoanalyse/{analyse.id}/vaststellen"))
    assert "U schreef zelf" in text_of(page, "main .note")


def test_without_accepting_nothing_is_adopted(ingediend: Analyse, bestuurder: FlaskClient) -> None:
    pad = f"/risicoanalyse/{ingediend.id}/vaststellen"
    data = form_data(read_page(bestuurder.get(pad)), MAIN)
    response = bestuurder.post(pad, data=data | {"orgaan": "college"})
    assert response.status_code == 422
    assert "Zonder uw akkoord" in text_of(read_page(response), "#fouten")


def test_the_body_must_be_high_enough(
    make_analyse: Make, coordinator: FlaskClient, bestuurder: FlaskClient
) -> None:
    analyse = make_analyse(risicos=(("Ernstig", (5, 5, 4, 4)),))
    send_in(coordinator, analyse)
    page = read_page(bestuurder.get(f"/risicoanalyse/{analyse.id}/vaststellen"))
    assert [keuze["value"] for keuze in page.select("#orgaan option")] == ["", "raad", "college"]
    assert adopt(bestuurder, analyse, orgaan="burgemeester") == 409
    assert adopt(bestuurder, analyse, orgaan="college") == 303


def test_what_changed_meanwhile_is_read_again_first(
    ingediend: Analyse, bestuurder: FlaskClient, coordinator: FlaskClient
) -> None:
    pad = f"/risicoanalyse/{ingediend.id}/vaststellen"
    data = form_data(read_page(bestuurder.get(pad)), MAIN)
    coordinator.post(f"/risicoanalyse/{ingediend.id}/terughalen")
    send_in(coordinator, ingediend)
    assert bestuurder.post(pad, data=data | BESLUIT).status_code == 409


def test_a_colleague_who_comes_second_reads_that_it_was_done(
    ingediend: Analyse, bestuurder: FlaskClient, client_for: Callable[..., FlaskClient]
) -> None:
    pad, collega = f"/risicoanalyse/{ingediend.id}/vaststellen", client_for(Rol.BESTUURDER)
    data = form_data(read_page(collega.get(pad)), MAIN)
    assert adopt(bestuurder, ingediend) == 303
    for response in (collega.post(pad, data=data | BESLUIT), collega.get(pad)):
        assert response.status_code == 409
        assert "Deze analyse is al vastgesteld." in response.text


def test_what_is_not_complete_is_not_sent_in(make_analyse: Make, coordinator: FlaskClient) -> None:
    analyse = make_analyse(risicos=())
    response = coordinator.post(f"/risicoanalyse/{analyse.id}/indienen")
    assert response.status_code == 409
    assert "nog geen enkel risico" in response.text


def test_nobody_is_asked_to_accept_until_a_day_that_is_over(
    make_analyse: Make, coordinator: FlaskClient, beslisser: Gebruiker
) -> None:
    analyse = make_analyse()
    analyse.risicos[0].accept_tot = vandaag() - timedelta(days=1)
    db.session.commit()
    assert "al voorbij" in coordinator.get(f"/risicoanalyse/{analyse.id}").text
    assert send_in(coordinator, analyse) == 409


def test_someone_else_must_be_able_to_decide(make_analyse: Make, coordinator: FlaskClient) -> None:
    assert send_in(coordinator, make_analyse()) == 409


def test_it_is_sent_back_with_a_reason(
    ingediend: Analyse, bestuurder: FlaskClient, coordinator: FlaskClient
) -> None:
    pad = f"/risicoanalyse/{ingediend.id}/terugsturen"
    data = form_data(read_page(bestuurder.get(pad)), MAIN)
    assert bestuurder.post(pad, data=data).status_code == 422
    assert bestuurder.post(pad, data=data | {"reden": "De balie mist."}).status_code == 303
    page = read_page(coordinator.get(f"/risicoanalyse/{ingediend.id}"))
    assert "De balie mist." in text_of(page, "main .note")
    assert send_in(coordinator, ingediend) == 303


def test_while_it_is_with_who_decides_it_does_not_change(
    ingediend: Analyse, coordinator: FlaskClient
) -> None:
    assert coordinator.get(f"/risicoanalyse/{ingediend.id}/stap/score").status_code == 409
    assert coordinator.post(f"/risicoanalyse/{ingediend.id}/terughalen").status_code == 303
    assert coordinator.get(f"/risicoanalyse/{ingediend.id}/stap/score").status_code == 200


@pytest.mark.parametrize("rol", [Rol.GRIFFIER, Rol.COORDINATOR])
def test_others_do_not_decide(
    ingediend: Analyse, client_for: Callable[..., FlaskClient], rol: Rol
) -> None:
    client = client_for(rol)
    assert client.get(f"/risicoanalyse/{ingediend.id}/vaststellen").status_code == 403
    assert client.get(f"/risicoanalyse/{ingediend.id}/terugsturen").status_code == 403


@pytest.mark.parametrize("wat", ["analyse", "risico", "maatregel"])
def test_adopted_stays_as_it_was_whatever_code_tries(make_analyse: Make, wat: str) -> None:
    analyse = make_analyse(vastgesteld=vandaag())
    obj = {"analyse": analyse, "risico": analyse.risicos[0], "maatregel": analyse.maatregelen[0]}[
        wat
    ]
    obj.titel = "Iets anders"
    with pytest.raises(RegelOvertreden, match="vastgestelde analyse"):
        db.session.flush()


def test_a_measure_goes_on_moving_by_its_action_and_by_judgement(
    make_analyse: Make, coordinator: FlaskClient
) -> None:
    analyse = make_analyse(vastgesteld=vandaag())
    (maatregel,), (actie,) = analyse.maatregelen, db.session.scalars(select(Actie)).all()
    actie.status = Actiestatus.GEDAAN
    db.session.commit()
    pad = f"/risicoanalyse/{analyse.id}/risicos/{maatregel.risico_id}"
    assert "uitgevoerd" in text_of(read_page(coordinator.get(pad)), "#maatregelen")
    stand = f"/risicoanalyse/{analyse.id}/maatregelen/{maatregel.id}/stand"
    assert coordinator.post(stand, data={"naar": "werkt_niet"}).status_code == 303
    assert "werkt niet" in text_of(read_page(coordinator.get(pad)), "#maatregelen")
    assert coordinator.post(stand, data={"naar": "akkoord"}).status_code == 409
    assert coordinator.post(stand, data={"naar": "onzin"}).status_code == 400


@pytest.mark.parametrize(
    ("getypt", "bedrag"),
    [("", None), ("€ 1.250", "1250"), ("99,95", "99.95"), ("12.5", None), ("veel", None)],
)
def test_an_amount_is_written_as_one_does_here(
    make_analyse: Make, coordinator: FlaskClient, getypt: str, bedrag: str | None
) -> None:
    analyse = make_analyse()
    pad = f"/risicoanalyse/{analyse.id}/maatregelen/{analyse.maatregelen[0].id}"
    data = form_data(read_page(coordinator.get(pad)), MAIN)
    data |= {"kosten": getypt, "werkt_op": "kans"}
    status = coordinator.post(pad, data=data).status_code
    db.session.refresh(analyse.maatregelen[0])
    kosten = analyse.maatregelen[0].kosten
    assert status == (422 if getypt in ("12.5", "veel") else 303)
    assert kosten == (None if bedrag is None else Decimal(bedrag))

"""A measure from preparation to decision: who may, what is refused, what follows."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.incidenten.maatregelen.conftest import Toneel
from tests.pages import form_data, read_page, text_of
from vob.acties.models import Actie
from vob.acties.values import Status as Actiestatus
from vob.berichten.models import Bericht
from vob.core.clock import vandaag
from vob.core.organisatietype import Organisatietype
from vob.core.permissions import Rol
from vob.data import AuditRegel, db
from vob.incidenten.maatregelen.models import Maatregel
from vob.incidenten.maatregelen.queries import get_regel
from vob.incidenten.maatregelen.values import Maatregelsoort, Maatregelstatus, Rechtsaard
from vob.incidenten.values import Ernst


def test_the_ladder_suggests_and_points_to_the_other_parts(toneel: Toneel) -> None:
    page = read_page(toneel.client(toneel.coordinator).get(f"{toneel.pad}/nieuw"))
    voorstel = text_of(page, "#voorstel")
    assert "Toegangsontzegging gebouw" in voorstel
    assert page.select_one(f"#voorstel a[href='/incidenten/{toneel.zaak.nummer}/aangifte']")


def test_before_a_case_is_judged_the_ladder_is_silent(toneel: Toneel) -> None:
    toneel.zaak.ernst = Ernst.ONBEOORDEELD
    db.session.commit()
    page = read_page(toneel.client(toneel.coordinator).get(f"{toneel.pad}/nieuw"))
    assert "Beoordeel eerst hoe ernstig" in page.text
    maatregel = toneel.begin()
    answer = toneel.act(toneel.coordinator, maatregel, "voorleggen")
    assert answer.status_code == 409
    assert "Beoordeel eerst" in answer.text


def test_a_measure_is_prepared_put_and_taken(toneel: Toneel) -> None:
    maatregel = toneel.begin()
    assert (maatregel.aard, maatregel.status) == (Rechtsaard.PRIVAAT, Maatregelstatus.CONCEPT)
    toneel.act(toneel.coordinator, maatregel, "voorleggen")
    actie = db.session.scalars(select(Actie).filter_by(bron_soort="maatregel")).one()
    assert (actie.titel, actie.eigenaar_id) == ("Besluit over een maatregel", toneel.bestuurder.id)
    besluit = read_page(
        toneel.client(toneel.bestuurder).get(f"{toneel.pad}/{maatregel.id}/besluit")
    )
    assert "Gooide een stoel" in text_of(besluit, "#inhoud")
    assert "ontbreekt" not in text_of(besluit, "#toets-eerlijk")
    toneel.act(toneel.bestuurder, maatregel, "besluit", naar="genomen")
    db.session.refresh(maatregel)
    assert maatregel.status is Maatregelstatus.GENOMEN
    assert maatregel.besloten_op == vandaag()
    db.session.refresh(actie)
    assert actie.status is Actiestatus.GEDAAN
    naar = set(db.session.scalars(select(Bericht.gebruiker_id)))
    assert {toneel.bestuurder.id, toneel.coordinator.id} <= naar


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"reden": ""}, "Motivering"),
        ({"grens": "emotie"}, "Kritiek en emotie"),
        ({"gehoord": ""}, "Hoor en wederhoor"),
        ({"tot": ""}, "Einddatum"),
        ({"persoon": ""}, "voor wie"),
        ({"beslisser_id": ""}, "Tweede beoordelaar"),
        ({"gebouw": ""}, "Schrijf op waar de maatregel geldt"),
        ({"van": "2026-01-01", "tot": "2026-02-01", "toets_op": "2026-01-20"}, "geldt niet terug"),
    ],
)
def test_what_is_missing_is_named_and_stops_it(
    toneel: Toneel, velden: dict[str, str], zin: str
) -> None:
    maatregel = toneel.begin(**velden)
    answer = toneel.act(toneel.coordinator, maatregel, "voorleggen")
    assert answer.status_code == 409
    assert zin in answer.text


def test_decided_too_late_it_is_given_back(toneel: Toneel) -> None:
    maatregel = toneel.begin()
    toneel.act(toneel.coordinator, maatregel, "voorleggen")
    maatregel.van = vandaag() - timedelta(days=1)  # it was put the day before
    db.session.commit()
    answer = toneel.act(toneel.bestuurder, maatregel, "besluit", naar="genomen")
    assert answer.status_code == 409
    assert "vóór de dag van het besluit" in answer.text
    velden = {"naar": "concept", "toelichting": "Pas de eerste dag aan."}
    assert toneel.act(toneel.bestuurder, maatregel, "besluit", **velden).status_code == 303


def test_leaving_the_ladder_asks_a_reason(toneel: Toneel) -> None:
    maatregel = toneel.begin("contactverbod", afwijking="")
    answer = toneel.act(toneel.coordinator, maatregel, "voorleggen")
    assert "wijkt af van de reactieladder" in answer.text
    maatregel = toneel.begin("contactverbod", afwijking="Er is geen gebouw in het spel.")
    assert toneel.act(toneel.coordinator, maatregel, "voorleggen").status_code == 303


def test_a_label_on_a_person_is_refused(toneel: Toneel) -> None:
    maatregel = toneel.begin()
    adres = f"{toneel.pad}/{maatregel.id}/wijzigen"
    answer = toneel.send(toneel.coordinator, adres, reden="Een lastige inwoner.")
    assert answer.status_code == 422
    assert "zegt iets over een persoon" in answer.text


def test_an_insult_may_be_quoted_as_it_was_said(toneel: Toneel) -> None:
    maatregel = toneel.begin()
    adres = f"{toneel.pad}/{maatregel.id}/wijzigen"
    feiten = 'Hij riep: "U bent een idioot, ga weg."'
    assert toneel.send(toneel.coordinator, adres, feiten=feiten).status_code == 303


def test_texts_and_names_are_stored_encrypted(toneel: Toneel) -> None:
    toneel.begin()
    rij = db.session.connection().exec_driver_sql("select persoon, feiten, reden from maatregel")
    for waarde in rij.one():
        assert b"Jansen" not in bytes(waarde)
        assert b"stoel" not in bytes(waarde)


@pytest.mark.parametrize(("naar", "stand"), [("afgewezen", "afgewezen"), ("concept", "concept")])
def test_not_taken_or_given_back_asks_why(toneel: Toneel, naar: str, stand: str) -> None:
    maatregel = toneel.begin()
    toneel.act(toneel.coordinator, maatregel, "voorleggen")
    answer = toneel.act(toneel.bestuurder, maatregel, "besluit", naar=naar)
    assert answer.status_code == 409
    answer = toneel.act(toneel.bestuurder, maatregel, "besluit", naar=naar, toelichting="Lichter.")
    assert answer.status_code == 303
    db.session.refresh(maatregel)
    assert maatregel.status == stand


def test_a_light_measure_is_recorded_by_who_handles_the_case(toneel: Toneel) -> None:
    toneel.zaak.ernst = Ernst.HINDERLIJK
    db.session.commit()
    maatregel = toneel.begin("gesprek")
    assert toneel.act(toneel.coordinator, maatregel, "vastleggen").status_code == 303
    db.session.refresh(maatregel)
    assert maatregel.status is Maatregelstatus.GENOMEN


def test_a_heavy_measure_is_not(toneel: Toneel) -> None:
    maatregel = toneel.begin()
    answer = toneel.act(toneel.coordinator, maatregel, "vastleggen")
    assert answer.status_code == 409
    assert "beslist een bestuurder" in answer.text


def test_doing_nothing_is_a_choice_with_a_reason(toneel: Toneel) -> None:
    maatregel = toneel.begin("geen", reden="")
    assert toneel.act(toneel.coordinator, maatregel, "vastleggen").status_code == 409
    maatregel = toneel.begin("geen")
    assert toneel.act(toneel.coordinator, maatregel, "vastleggen").status_code == 303


def test_a_waterschap_is_not_advised_to_do_what_it_cannot(toneel: Toneel, organisatie) -> None:
    pad = "/incidenten/maatregelen/ladder"
    client = toneel.client(toneel.coordinator)
    assert "Gebiedsverbod" in text_of(read_page(client.get(pad)), "main table")
    organisatie.type = Organisatietype.WATERSCHAP
    db.session.commit()
    assert "Gebiedsverbod" not in text_of(read_page(client.get(pad)), "main table")


def test_an_area_ban_is_for_the_burgemeester_of_a_gemeente(toneel: Toneel, organisatie) -> None:
    organisatie.type = Organisatietype.WATERSCHAP
    db.session.delete(get_regel(Maatregelsoort.GEBIEDSVERBOD))  # set while it was a gemeente
    db.session.commit()
    answer = toneel.send(toneel.coordinator, f"{toneel.pad}/nieuw", soort="gebiedsverbod")
    assert answer.status_code == 409
    assert "burgemeester van de gemeente" in answer.text


def test_an_area_ban_lasts_three_months_at_most(toneel: Toneel) -> None:
    lang = toneel.begin("gebiedsverbod", tot=str(vandaag() + timedelta(days=100)))
    answer = toneel.act(toneel.coordinator, lang, "voorleggen")
    assert answer.status_code == 409
    assert "ten hoogste 3 maanden" in answer.text


def test_a_meeting_ban_counts_what_the_log_holds(toneel: Toneel) -> None:
    maatregel = toneel.begin("toegang_vergadering")
    assert maatregel.aard is Rechtsaard.BESLUIT
    answer = toneel.act(toneel.coordinator, maatregel, "voorleggen")
    assert answer.status_code == 409
    assert "pas na 2 vastgelegde verstoringen" in answer.text


def test_what_was_put_does_not_change_any_more(toneel: Toneel) -> None:
    maatregel = toneel.begin()
    adres = f"{toneel.pad}/{maatregel.id}/wijzigen"
    data = form_data(read_page(toneel.client(toneel.coordinator).get(adres)), "main form")
    toneel.act(toneel.coordinator, maatregel, "voorleggen")
    assert toneel.client(toneel.coordinator).post(adres, data=data).status_code == 404


def test_two_versions_are_shown_side_by_side(toneel: Toneel) -> None:
    maatregel = toneel.begin()
    adres = f"{toneel.pad}/{maatregel.id}/wijzigen"
    data = form_data(read_page(toneel.client(toneel.coordinator).get(adres)), "main form")
    toneel.send(toneel.coordinator, adres, gebouw="Raadhuis")
    answer = toneel.client(toneel.coordinator).post(adres, data=data | {"gebouw": "Balie"})
    assert answer.status_code == 409
    assert "Raadhuis" in text_of(read_page(answer), "#fouten")


def test_the_read_log_knows_who_looked(toneel: Toneel) -> None:
    maatregel = toneel.begin()
    toneel.client(toneel.coordinator).get(f"{toneel.pad}/{maatregel.id}")
    regel = db.session.scalars(select(AuditRegel).filter_by(actie="maatregel ingezien")).first()
    assert regel is not None
    assert (regel.actor_id, regel.object_id) == (toneel.coordinator.id, maatregel.id)


def test_sent_twice_is_one_measure(toneel: Toneel) -> None:
    client, adres = toneel.client(toneel.coordinator), f"{toneel.pad}/nieuw"
    data = form_data(read_page(client.get(adres)), "main form") | {"soort": "gesprek"}
    assert client.post(adres, data=data).location == client.post(adres, data=data).location
    assert db.session.query(Maatregel).count() == 1


def test_the_overview_narrows_to_what_waits(toneel: Toneel) -> None:
    toneel.take()
    wacht = toneel.begin()
    toneel.act(toneel.coordinator, wacht, "voorleggen")
    client = toneel.client(toneel.bestuurder)
    for welke, aantal in (("besluit", 1), ("loopt", 1), ("alle", 2), ("toets", 0), ("onzin", 1)):
        page = read_page(client.get(f"/incidenten/maatregelen?welke={welke}"))
        assert len(page.select("#maatregelen tbody tr")) == aantal, welke


@pytest.mark.parametrize("rol", [Rol.COORDINATOR, Rol.BESTUURDER])
def test_the_overview_may_be_empty(client_for, rol: Rol) -> None:
    assert "geen maatregel" in client_for(rol).get("/incidenten/maatregelen").text

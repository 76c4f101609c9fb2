"""Who sees a measure: who handles the case, and who decides this one. Nobody else."""

import pytest

from tests.incidenten.maatregelen.conftest import Toneel
from tests.incidenten.test_queries_count import statements
from tests.pages import read_page
from vob.acties.models import Actie
from vob.core.clock import nu
from vob.core.permissions import Rol
from vob.data import db
from vob.incidenten.betrokkenen import add_betrokkene, ensure_betrokkene
from vob.incidenten.maatregelen.queries import select_maatregelen
from vob.incidenten.maatregelen.values import Welke
from vob.incidenten.values import Betrokkenrol

PADEN = ("", "/brief.pdf", "/brief.odt")
BEWERKEN = ("wijzigen", "bekendmaken", "opheffen", "toets", "overtreding", "bezwaar")


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol is not Rol.COORDINATOR])
def test_for_anyone_else_it_does_not_exist(toneel: Toneel, client_for, rol: Rol) -> None:
    maatregel, client = toneel.take(), client_for(rol)
    dicht = 404 if rol in {Rol.GRIFFIER, Rol.BESTUURDER} else 403
    for rest in (*PADEN, *(f"/{pad}" for pad in BEWERKEN)):
        assert client.get(f"{toneel.pad}/{maatregel.id}{rest}").status_code == dicht, rest
    assert client.get(toneel.pad).status_code == dicht
    if dicht == 404:
        lijst = client.get("/incidenten/maatregelen?welke=alle").text
        assert toneel.zaak.nummer not in lijst
        assert "0 maatregelen" in lijst


def test_the_victim_sees_no_measures(toneel: Toneel) -> None:
    toneel.take()
    client = toneel.client(toneel.zaak.getroffene)
    assert client.get(toneel.pad).status_code == 403
    assert "Jansen" not in client.get(f"/incidenten/{toneel.zaak.nummer}").text


def test_who_decides_sees_this_measure_and_not_the_case(toneel: Toneel) -> None:
    maatregel = toneel.begin()
    client = toneel.client(toneel.bestuurder)
    adres = f"{toneel.pad}/{maatregel.id}"
    assert client.get(adres).status_code == 404, "it was not put yet"
    toneel.act(toneel.coordinator, maatregel, "voorleggen")
    assert "Besluiten" in read_page(client.get(adres)).text
    assert client.get(f"/incidenten/{toneel.zaak.nummer}").status_code == 404
    assert client.get(toneel.pad).status_code == 404
    for pad in BEWERKEN:
        assert client.get(f"{adres}/{pad}").status_code == 404, pad
    for pad in ("voorleggen", "vastleggen", "verlengen"):
        assert client.post(f"{adres}/{pad}").status_code == 404, pad


def test_the_action_of_who_decides_leads_to_the_measure(toneel: Toneel, client_for) -> None:
    maatregel = toneel.begin()
    toneel.act(toneel.coordinator, maatregel, "voorleggen")
    actie = db.session.scalars(db.select(Actie).filter_by(bron_soort="maatregel")).one()
    page = read_page(toneel.client(toneel.bestuurder).get(f"/acties/{actie.id}"))
    assert page.select_one(f"a[href='{toneel.pad}/{maatregel.id}']")
    assert client_for(Rol.BESTUURDER).get(f"/acties/{actie.id}").status_code == 404


def test_another_bestuurder_cannot_decide(toneel: Toneel, client_for) -> None:
    maatregel = toneel.begin()
    toneel.act(toneel.coordinator, maatregel, "voorleggen")
    ander = client_for(Rol.BESTUURDER)
    assert ander.get(f"{toneel.pad}/{maatregel.id}/besluit").status_code == 404
    answer = ander.post(f"{toneel.pad}/{maatregel.id}/besluit", data={"naar": "genomen"})
    assert answer.status_code == 404


def test_who_the_case_is_about_never_decides(toneel: Toneel) -> None:
    maatregel = toneel.begin()
    toneel.act(toneel.coordinator, maatregel, "voorleggen")
    add_betrokkene(toneel.zaak, toneel.bestuurder.id, Betrokkenrol.GETROFFENE, nu())
    db.session.commit()
    client = toneel.client(toneel.bestuurder)
    assert client.get(f"{toneel.pad}/{maatregel.id}/besluit").status_code == 404


def test_who_the_case_is_about_is_no_choice(toneel: Toneel, make_gebruiker, make_incident) -> None:
    zelf = make_gebruiker(Rol.BESTUURDER, naam="Farida Kok")
    zaak = make_incident(zelf, ernst=toneel.zaak.ernst)
    pad = f"/incidenten/{zaak.nummer}/maatregelen"
    answer = toneel.send(toneel.coordinator, f"{pad}/nieuw", soort="toegang_gebouw")
    page = read_page(toneel.client(toneel.coordinator).get(answer.location))
    keuzes = [optie.text for optie in page.select("#beslisser_id option")]
    assert "Farida Kok" not in keuzes
    assert "Marijke Postma" in keuzes


def test_who_prepared_it_does_not_decide_it(toneel: Toneel) -> None:
    toneel.bestuurder.rollen = [Rol.BESTUURDER.value, Rol.COORDINATOR.value]
    db.session.commit()
    maatregel = toneel.begin()
    adres = f"{toneel.pad}/{maatregel.id}/wijzigen"
    assert toneel.send(toneel.bestuurder, adres, gebouw="Raadhuis").status_code == 303
    answer = toneel.act(toneel.coordinator, maatregel, "voorleggen")
    assert answer.status_code == 409
    assert "Wie de maatregel voorbereidde, beslist niet" in answer.text


def test_extra_vertrouwelijk_is_for_those_named_and_who_decides(toneel: Toneel, client_for) -> None:
    maatregel = toneel.begin()
    toneel.act(toneel.coordinator, maatregel, "voorleggen")
    ensure_betrokkene(toneel.zaak, toneel.coordinator.id, Betrokkenrol.LIJN, nu())
    toneel.zaak.set_vertrouwelijk(True)
    db.session.commit()
    adres = f"{toneel.pad}/{maatregel.id}"
    assert client_for(Rol.COORDINATOR).get(adres).status_code == 404
    assert toneel.client(toneel.coordinator).get(adres).status_code == 200
    assert toneel.client(toneel.bestuurder).get(adres).status_code == 200


def test_lists_and_counts_ask_the_same_question(toneel: Toneel, make_gebruiker) -> None:
    toneel.take()
    for rol in Rol:
        stmt = select_maatregelen(make_gebruiker(rol), Welke.ALLE, nu().date())
        gezien = len(db.session.scalars(stmt).all())
        assert gezien == (rol is Rol.COORDINATOR), rol


def test_the_pages_ask_a_fixed_number_of_questions(toneel: Toneel) -> None:
    client, maatregel = toneel.client(toneel.coordinator), toneel.take()
    paden = (toneel.pad, f"{toneel.pad}/{maatregel.id}", "/incidenten/maatregelen?welke=alle")
    een = [statements(client, pad) for pad in paden]
    for _ in range(3):
        toneel.take()
    assert [statements(client, pad) for pad in paden] == een
    assert max(een) <= 8

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from flask.testing import FlaskClient

from tests.pages import read_page, text_of
from tests.queries import count_queries
from vob.checklist import bewijzen
from vob.checklist.values import Stapstatus
from vob.core.bewijs import Bewijs, Oordeel
from vob.core.clock import nu, vandaag
from vob.core.organisatietype import Functie
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.models import Incident
from vob.incidenten.operations import add_gebeurtenis
from vob.incidenten.values import Gebeurtenissoort, NuVeilig, Status

Maak = Callable[..., Any]
ClientOf = Callable[[Gebruiker], FlaskClient]


def vragen(client: FlaskClient) -> list[str]:
    page = read_page(client.get("/"))
    return [" ".join(regel.text.split()) for regel in page.select("#vandaag li")]


@time_machine.travel(datetime(2026, 11, 23, 13, tzinfo=UTC), tick=False)
def test_the_day_begins_with_name_and_date(client_for: Maak) -> None:
    page = read_page(client_for(Rol.MEDEWERKER, naam="Noor Bakker").get("/"))
    assert text_of(page, "h1") == "Goedemiddag, Noor"
    assert "maandag 23 november 2026" in text_of(page, "main")


@pytest.mark.parametrize("rol", Rol)
def test_every_role_begins_here(client_for: Maak, rol: Rol) -> None:
    page = read_page(client_for(rol).get("/"))
    gevaar = text_of(page, "section.note.bad")
    assert "112" in gevaar
    assert "0900-8844" in gevaar
    assert "Bode: 0555-112233" in gevaar


def test_who_has_nothing_to_do_reads_so(client_for: Maak) -> None:
    page = read_page(client_for(Rol.MEDEWERKER).get("/"))
    assert "Er wacht vandaag niets op u" in text_of(page, "#vandaag")


def test_without_a_round_the_steps_can_still_be_seen(client_for: Maak) -> None:
    assert text_of(read_page(client_for(Rol.MEDEWERKER).get("/")), "#stappen")


def test_when_all_is_well_the_day_begins_too(
    client_for: Maak, monkeypatch: pytest.MonkeyPatch
) -> None:
    goed = dict.fromkeys(range(1, 24), lambda _dag: Bewijs(Oordeel.OP_ORDE, "Goed."))
    monkeypatch.setattr(bewijzen, "BRONNEN", (goed,))
    monkeypatch.setattr(bewijzen, "_laatst", None)
    answer = client_for(Rol.COORDINATOR).get("/")
    assert answer.status_code == 200
    assert "23 op orde" in answer.text


def test_own_actions_come_by_date_and_far_ones_do_not(
    make_actie: Maak, make_gebruiker: Maak, client_of: ClientOf
) -> None:
    ik, ander = make_gebruiker(Rol.MEDEWERKER), make_gebruiker(Rol.COORDINATOR)
    make_actie(ik, titel="Morgen", uiterlijk=vandaag() + timedelta(days=1))
    make_actie(ik, titel="Te laat", uiterlijk=vandaag() - timedelta(days=2))
    make_actie(ik, titel="Voorjaar", uiterlijk=vandaag() + timedelta(days=60))
    make_actie(ander, titel="Van een ander")
    gevonden = vragen(client_of(ik))
    assert [regel.split("Actie")[0] for regel in gevonden] == ["Te laat", "Morgen"]
    assert gevonden[0].endswith("2 dagen te laat")


def test_a_report_in_my_line_waits_for_a_first_reaction(
    make_incident: Maak, make_lijn: Maak, make_gebruiker: Maak, client_of: ClientOf
) -> None:
    griffier, lid = make_gebruiker(Rol.GRIFFIER), make_gebruiker(Rol.AMBTSDRAGER)
    lid.functie = Functie.RAADSLID
    make_lijn(Functie.RAADSLID, griffier)
    zaak = make_incident(lid, titel="Uitgescholden")
    assert any(
        "Uitgescholden" in regel and zaak.nummer in regel for regel in vragen(client_of(griffier))
    )
    assert not any("Uitgescholden" in regel for regel in vragen(client_of(lid)))


def test_who_was_not_safe_comes_first(
    make_incident: Maak, make_actie: Maak, make_gebruiker: Maak, client_of: ClientOf
) -> None:
    coordinator, melder = make_gebruiker(Rol.COORDINATOR), make_gebruiker(Rol.MEDEWERKER)
    make_actie(coordinator, uiterlijk=vandaag() - timedelta(days=30))
    make_incident(melder, titel="Gewoon", gemeld_op=nu() - timedelta(days=3))
    make_incident(melder, titel="Gevaar", nu_veilig=NuVeilig.NEE)
    assert vragen(client_of(coordinator))[0].startswith("Gevaar")


def test_a_case_that_somebody_works_on_asks_nothing(
    make_incident: Maak, make_gebruiker: Maak, client_of: ClientOf
) -> None:
    make_incident(make_gebruiker(Rol.MEDEWERKER), status=Status.IN_BEHANDELING)
    assert vragen(client_of(make_gebruiker(Rol.COORDINATOR))) == []


def write(zaak: Incident, soort: Gebeurtenissoort, auteur: Gebruiker) -> None:
    add_gebeurtenis(zaak, soort, auteur.id, nu(), tekst="Belt u mij?")
    db.session.commit()


def test_the_melder_sees_a_message_until_the_case_was_opened(
    make_incident: Maak, make_gebruiker: Maak, client_of: ClientOf
) -> None:
    melder, coordinator = make_gebruiker(Rol.MEDEWERKER), make_gebruiker(Rol.COORDINATOR)
    zaak = make_incident(melder)
    write(zaak, Gebeurtenissoort.BERICHT_AAN_MELDER, coordinator)
    client = client_of(melder)
    assert "nieuw bericht" in vragen(client)[0]
    client.get(f"/incidenten/{zaak.nummer}")
    assert vragen(client) == []


def test_the_handler_sees_that_the_melder_waits(
    make_incident: Maak, make_gebruiker: Maak, client_of: ClientOf
) -> None:
    melder, coordinator = make_gebruiker(Rol.MEDEWERKER), make_gebruiker(Rol.COORDINATOR)
    zaak = make_incident(melder, status=Status.IN_BEHANDELING)
    zaak.behandelaar_id = coordinator.id
    write(zaak, Gebeurtenissoort.BERICHT_VAN_MELDER, melder)
    client = client_of(coordinator)
    assert any("wacht op antwoord" in vraag for vraag in vragen(client))
    write(zaak, Gebeurtenissoort.BERICHT_AAN_MELDER, coordinator)
    assert not any("wacht op antwoord" in vraag for vraag in vragen(client))


def test_my_steps_of_the_checklist_come_when_they_are_due(
    make_stap: Maak, make_gebruiker: Maak, client_of: ClientOf
) -> None:
    ik = make_gebruiker(Rol.GRIFFIER)
    make_stap(6, eigenaar_id=ik.id, uiterlijk_op=vandaag(), status=Stapstatus.BEZIG)
    make_stap(9, eigenaar_id=ik.id, uiterlijk_op=date(2099, 1, 1))
    regels = vragen(client_of(ik))
    assert len(regels) == 1
    assert "Stap 6 van de checklist · u bent eigenaar" in regels[0]


def test_a_document_in_force_waits_to_be_read(make_document: Maak, client_for: Maak) -> None:
    document = make_document("Huisregels")
    client = client_for(Rol.MEDEWERKER)
    assert vragen(client)[0].startswith("Huisregels")
    client.post(f"/documenten/{document.id}/gelezen", data={"nummer": "1"})
    assert vragen(client) == []


def test_the_figures_are_for_who_reads_the_register(client_for: Maak) -> None:
    assert not read_page(client_for(Rol.MEDEWERKER).get("/")).select("#kort")


def test_the_figures_count_no_case_that_is_hidden_and_no_drill(
    make_incident: Maak, make_lijn: Maak, make_gebruiker: Maak, client_of: ClientOf
) -> None:
    melder, griffier = make_gebruiker(Rol.MEDEWERKER), make_gebruiker(Rol.GRIFFIER)
    coordinator = make_gebruiker(Rol.COORDINATOR)
    make_lijn(Functie.MEDEWERKER, griffier)
    make_incident(melder)
    make_incident(melder, is_vertrouwelijk=True)
    make_incident(melder, is_proef=True)
    for wie, open_zaken in ((coordinator, "1"), (griffier, "2")):
        page = read_page(client_of(wie).get("/"))
        assert text_of(page, "#kort dd") == open_zaken


@pytest.mark.parametrize("rol", [Rol.COORDINATOR, Rol.GRIFFIER, Rol.BESTUURDER, Rol.MEDEWERKER])
def test_the_page_asks_at_most_eight_times(
    rol: Rol, make_incident: Maak, make_document: Maak, make_gebruiker: Maak, client_of: ClientOf
) -> None:
    ik = make_gebruiker(rol)
    client = client_of(ik)
    make_document()
    for _ in range(3):
        make_incident(ik)
    client.get("/")  # after a write the proofs are asked again, once
    with count_queries() as statements:
        client.get("/")
    assert len(statements) <= 8, "\n\n".join(statements)

"""The clock of a klacht: one per victim, running while the klacht is open."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from tests.pages import read_page, send_form, text_of
from vob.acties.values import Status
from vob.core.organisatietype import Functie
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.aangifte import rules
from vob.incidenten.aangifte.models import Klacht
from vob.incidenten.models import Incident
from vob.incidenten.termijnen.models import Zaaktermijn
from vob.incidenten.termijnen.rules import begin_van
from vob.incidenten.termijnen.values import Termijnsoort
from vob.incidenten.values import Vorm

DAG_1, DAG_2, DAG_3 = date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 22)


@pytest.fixture
def zaak(melder: Gebruiker, coordinator: Gebruiker, make_incident: Callable[..., Incident]):
    """Insulting someone without an account, of whom only a name is known."""
    return make_incident(
        melder,
        getroffene_naam="Anna",
        getroffene_functie=Functie.MEDEWERKER,
        vormen=[Vorm.BELEDIGING],
        kennis_op=DAG_1,
    )


def add(client: FlaskClient, zaak: Incident, naam: str, vanaf: date) -> int:
    pad = f"/incidenten/{zaak.nummer}/aangifte/klachten/nieuw"
    answer = send_form(client, pad, gebruiker_id="", naam=naam, vanaf=str(vanaf))
    assert answer.status_code == 303
    return db.session.scalars(select(Klacht.id).order_by(Klacht.id.desc())).first() or 0


def change(client: FlaskClient, zaak: Incident, id: int, **velden: Any) -> TestResponse:
    answer = send_form(client, f"/incidenten/{zaak.nummer}/aangifte/klachten/{id}", **velden)
    assert answer.status_code == 303
    return answer


def facts(client: FlaskClient, zaak: Incident, **velden: Any) -> None:
    answer = send_form(client, f"/incidenten/{zaak.nummer}/wijzigen", **velden)
    assert answer.status_code == 303


def klokken() -> dict[str, date]:
    """For whom a clock runs, and from what day."""
    stmt = select(Zaaktermijn).filter_by(soort=Termijnsoort.KLACHT, gestopt_op=None)
    rijen = db.session.scalars(stmt).all()
    assert len({rij.betreft for rij in rijen}) == len(rijen)
    dagen = {begin_van(dag): dag for dag in (DAG_1, DAG_2, DAG_3)}
    return {rij.betreft: dagen[rij.vanaf] for rij in rijen}


def test_two_victims_without_an_account_have_two_clocks(client, zaak) -> None:
    anna = add(client, zaak, "Anna", DAG_1)
    add(client, zaak, "Bert", DAG_3)
    assert klokken() == {"": DAG_1, "Bert": DAG_3}
    change(client, zaak, anna, ingediend_op=str(DAG_3))
    assert klokken() == {"Bert": DAG_3}
    page = read_page(client.get(f"/incidenten/{zaak.nummer}/termijnen"))
    rijen = [" ".join(rij.text.split()) for rij in page.select("tbody tr")]
    assert [("Bert" in rij, "Gedaan" in rij) for rij in rijen if rij.startswith("Klacht")] == [
        (True, False),
        (False, True),
    ]


def test_two_victims_of_one_name_have_two_clocks(client, zaak) -> None:
    een = add(client, zaak, "Robin", DAG_1)
    twee = add(client, zaak, "Robin", DAG_3)
    assert klokken() == {"": DAG_1, "Robin": DAG_1, "Robin (2)": DAG_3}
    change(client, zaak, twee, vanaf=str(DAG_2))
    change(client, zaak, een, wil_niet="y")
    assert klokken() == {"": DAG_1, "Robin (2)": DAG_2}


@pytest.mark.parametrize(
    ("klachten", "namen"),
    [
        ([], []),
        ([("Bert", False), ("Anna", True)], ["Bert", ""]),
        ([("Anna", True), ("Anna", True)], ["", "Anna (2)"]),
        ([("Anna", True), ("Anna", False), ("Anna", False)], ["", "Anna", "Anna (2)"]),
        ([("A", False), ("A", False), ("A", True), ("A", True)], ["A", "A (2)", "", "A (3)"]),
    ],
)
def test_no_two_clocks_have_one_name(klachten: list[tuple[str, bool]], namen: list[str]) -> None:
    assert rules.name_klokken(klachten) == namen


@pytest.mark.parametrize("klaar", [{"wil_niet": "y"}, {"ingediend_op": str(DAG_3)}])
def test_what_is_open_again_runs_again_with_its_action(client, zaak, klaar) -> None:
    anna = add(client, zaak, "Anna", DAG_1)
    change(client, zaak, anna, **klaar)
    assert klokken() == {}
    pad = f"/incidenten/{zaak.nummer}/aangifte/klachten/{anna}"
    client.post(pad, data={"vanaf": str(DAG_1), "ingediend_op": "", "versie": "2"})
    assert klokken() == {"": DAG_1}
    klok = db.session.scalars(select(Zaaktermijn).filter_by(soort=Termijnsoort.KLACHT)).one()
    assert (klok.uitkomst, klok.actie.status, klok.actie.afgerond_op) == ("", Status.OPEN, None)
    page = read_page(client.get(f"/incidenten/{zaak.nummer}/termijnen"))
    assert "Gedaan" not in text_of(page, f"#termijn-{klok.id}")


def test_the_action_of_what_runs_again_is_for_who_handles_the_case_now(
    client, zaak, make_gebruiker: Callable[..., Gebruiker], coordinator: Gebruiker
) -> None:
    anna = add(client, zaak, "Anna", DAG_1)
    change(client, zaak, anna, wil_niet="y")
    ander = make_gebruiker(Rol.COORDINATOR)
    zaak.behandelaar_id = ander.id
    db.session.commit()
    client.post(
        f"/incidenten/{zaak.nummer}/aangifte/klachten/{anna}",
        data={"vanaf": str(DAG_1), "versie": "2"},
    )
    klok = db.session.scalars(select(Zaaktermijn).filter_by(soort=Termijnsoort.KLACHT)).one()
    assert klok.actie.eigenaar_id == ander.id


def test_a_clock_stopped_by_hand_stays_so_when_the_klacht_is_saved_again(client, zaak) -> None:
    anna = add(client, zaak, "Anna", DAG_1)
    klok = db.session.scalars(select(Zaaktermijn).filter_by(soort=Termijnsoort.KLACHT)).one()
    pad = f"/incidenten/{zaak.nummer}/termijnen/{klok.id}"
    assert send_form(client, pad, uitkomst="Advocaat doet het.").status_code == 303
    change(client, zaak, anna, is_doorlopend="y")
    assert klokken() == {}


def test_a_day_that_is_corrected_back_moves_what_runs(client, zaak) -> None:
    anna = add(client, zaak, "Anna", DAG_1)
    change(client, zaak, anna, wil_niet="y")
    pad = f"/incidenten/{zaak.nummer}/aangifte/klachten/{anna}"
    client.post(pad, data={"vanaf": str(DAG_2), "versie": "2"})
    assert klokken() == {"": DAG_2}
    change(client, zaak, anna, vanaf=str(DAG_1))
    assert klokken() == {"": DAG_1}


def test_facts_start_no_clock_for_a_klacht_that_was_filed(client, zaak) -> None:
    anna = add(client, zaak, "Anna", DAG_1)
    change(client, zaak, anna, ingediend_op=str(DAG_3))
    facts(client, zaak, kennis_op=str(DAG_2))
    assert klokken() == {}


def test_facts_do_not_move_the_clock_of_a_klacht(client, zaak) -> None:
    add(client, zaak, "Anna", DAG_2)
    facts(client, zaak, kennis_op=str(DAG_3))
    assert klokken() == {"": DAG_2}


def test_facts_go_on_moving_the_clock_while_only_another_victim_has_a_klacht(client, zaak) -> None:
    add(client, zaak, "Bert", DAG_1)
    facts(client, zaak, kennis_op=str(DAG_3))
    assert klokken() == {"": DAG_3, "Bert": DAG_1}

"""Clocks that follow from the facts, when those are corrected."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import time_machine
from flask.testing import FlaskClient

from tests.pages import read_page, send_form, text_of
from vob.core.clock import TZ, nu
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.models import Incident
from vob.incidenten.termijnen.models import Zaaktermijn
from vob.incidenten.termijnen.operations import start_termijn, stop_termijn
from vob.incidenten.termijnen.values import Termijnsoort
from vob.incidenten.values import NuVeilig, VeroorzakerBekend

S = Termijnsoort


def klok(zaak: Incident, soort: Termijnsoort, betreft: str = "") -> Zaaktermijn:
    stmt = db.select(Zaaktermijn).filter_by(incident_id=zaak.id, soort=soort)
    (gevonden,) = (t for t in db.session.scalars(stmt) if t.betreft == betreft)
    return gevonden


def facts(client: FlaskClient, zaak: Incident, **velden: Any) -> None:
    answer = send_form(client, f"/incidenten/{zaak.nummer}/wijzigen", **velden)
    assert answer.status_code == 303


def earlier(zaak: Incident) -> datetime:
    """A day before the moment that stands in the case, to the minute."""
    moment: datetime = zaak.voorval_op - timedelta(days=1)
    return moment.replace(second=0, microsecond=0)


def op_de_klok(moment: datetime) -> str:
    return moment.astimezone(TZ).strftime("%Y-%m-%dT%H:%M")


def test_what_runs_from_the_incident_follows_its_corrected_moment(
    client: FlaskClient, zaak: Incident
) -> None:
    start_termijn(zaak, S.KLACHTENCHECK, zaak.voorval_op, betreft="Robin")
    db.session.commit()
    moment = earlier(zaak)
    facts(client, zaak, voorval_op=op_de_klok(moment))
    gesprek = klok(zaak, S.OPVANGGESPREK)
    assert (gesprek.vanaf, gesprek.uiterlijk) == (moment, moment + timedelta(hours=72))
    assert gesprek.actie.uiterlijk == gesprek.uiterlijk.astimezone(TZ).date()
    assert klok(zaak, S.KLACHTENCHECK, "Robin").vanaf == moment


def test_a_talk_that_was_held_is_not_asked_again(client: FlaskClient, zaak: Incident) -> None:
    was = zaak.voorval_op
    stop_termijn(zaak, S.OPVANGGESPREK, nu(), uitkomst="Geweest")
    db.session.commit()
    facts(client, zaak, voorval_op=op_de_klok(earlier(zaak)))
    gesprek = klok(zaak, S.OPVANGGESPREK)
    assert (gesprek.vanaf, gesprek.uitkomst) == (was, "Geweest")


def test_other_facts_leave_a_clock_where_someone_set_it(
    client: FlaskClient, zaak: Incident
) -> None:
    facts(client, zaak, kanaal="persoonlijk")
    gezet = nu().replace(second=0, microsecond=0)
    start_termijn(zaak, S.CAMERABEELD, gezet)
    stop_termijn(zaak, S.NAZORG, nu(), uitkomst="Gebeld.")
    db.session.commit()
    facts(client, zaak, onderwerp="Windpark")
    assert klok(zaak, S.CAMERABEELD).vanaf == gezet
    assert klok(zaak, S.NAZORG).gestopt_op is not None


def test_who_says_later_that_it_is_safe_starts_the_clock_to_react(
    client: FlaskClient,
    melder: Gebruiker,
    coordinator: Gebruiker,
    make_incident: Callable[..., Any],
) -> None:
    zaak = make_incident(melder, nu_veilig=NuVeilig.NEE, veroorzaker_bekend=VeroorzakerBekend.JA)
    assert zaak.is_acuut
    facts(client, zaak, nu_veilig="ja")
    assert klok(zaak, S.REACTIE).uiterlijk == zaak.gemeld_op + timedelta(hours=24)
    db.session.refresh(zaak)
    assert not zaak.is_acuut
    page = read_page(client.get(f"/incidenten/{zaak.nummer}"))
    assert "Nu veiligja" in text_of(page, "main").replace(" ja", "ja")


def test_starting_what_was_finished_by_hand_lets_it_run(
    client: FlaskClient, zaak: Incident
) -> None:
    pad = f"/incidenten/{zaak.nummer}/termijnen"
    dag = {"soort": "voeging", "vanaf": "2026-11-01"}
    client.post(pad, data=dag | {"eenmalig": "een"})
    termijn = klok(zaak, S.VOEGING)
    assert send_form(client, f"{pad}/{termijn.id}", uitkomst="Vergissing.").status_code == 303
    client.post(pad, data=dag | {"eenmalig": "twee"})
    assert klok(zaak, S.VOEGING).gestopt_op is None


def test_a_warning_shows_from_the_first_minute_of_its_day(
    client_of: Callable[[Gebruiker], FlaskClient], coordinator: Gebruiker, zaak: Incident
) -> None:
    termijn = start_termijn(zaak, S.KLACHT, datetime(2026, 11, 30, tzinfo=TZ).date())
    db.session.commit()
    pad, rij = f"/incidenten/{zaak.nummer}/termijnen", f"#termijn-{termijn.id}"
    middernacht = datetime(2027, 1, 28, 23, 0, tzinfo=UTC)  # 29 January here: thirty days before
    for moment, nadert in ((middernacht - timedelta(minutes=1), False), (middernacht, True)):
        with time_machine.travel(moment, tick=False):
            page = read_page(client_of(coordinator).get(pad))
        assert ("nadert het einde" in text_of(page, rij)) is nadert

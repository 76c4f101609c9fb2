"""Who is placed in the register must be told (AVG art. 14): an action until that was done."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.pages import send_form
from vob.acties.models import Actie
from vob.acties.values import Status
from vob.core.clock import vandaag
from vob.core.deadlines import plus_maanden
from vob.data import db
from vob.incidenten.models import Incident
from vob.incidenten.veroorzakers.models import Veroorzaker

from .test_register import NAAM, REGISTER, decide, place


@pytest.fixture
def actie(client: FlaskClient, zaak: Incident) -> Actie:
    """Someone was placed just now."""
    assert decide(client).status_code == 303
    assert place(client, zaak).status_code == 303
    return db.session.scalars(select(Actie).filter_by(bron_soort="veroorzaker")).one()


def save(client: FlaskClient, actie: Actie, **velden: str) -> None:
    assert send_form(client, f"{REGISTER}{actie.bron_id}", **velden).status_code == 303
    db.session.refresh(actie)


def test_it_is_asked_within_a_month_and_names_nobody(actie: Actie) -> None:
    assert actie.titel == "Betrokkene informeren (art. 14 AVG)"
    assert actie.uiterlijk == plus_maanden(vandaag(), 1)
    veroorzaker = db.session.scalars(select(Veroorzaker)).one()
    assert (actie.eigenaar_id, actie.bron_id) == (veroorzaker.geplaatst_door_id, veroorzaker.id)
    assert NAAM not in actie.titel


def test_it_is_done_when_the_day_is_filled_in(client: FlaskClient, actie: Actie) -> None:
    save(client, actie, gedrag="Stuurde weer dreigmails")
    assert actie.status is Status.OPEN
    save(client, actie, geinformeerd_op=str(vandaag()))
    assert actie.status is Status.GEDAAN


def test_a_reason_not_to_tell_ends_it_as_well(client: FlaskClient, actie: Actie) -> None:
    save(client, actie, reden_niet="De politie vroeg om te wachten.")
    assert actie.status is Status.VERVALLEN


def test_once_erased_nobody_has_to_be_told(client: FlaskClient, actie: Actie) -> None:
    client.post(f"{REGISTER}{actie.bron_id}/verwijderen", data={"zeker": "y"})
    db.session.refresh(actie)
    assert actie.status is Status.VERVALLEN

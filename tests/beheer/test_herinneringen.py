"""Reminders: who has something due, once a day, and nobody else."""

from datetime import timedelta

import pytest
import time_machine

from vob.acties.models import Actie
from vob.acties.values import Status
from vob.beheer.herinneringen import queue_herinneringen
from vob.berichten.models import Bericht
from vob.core.clock import nu, vandaag
from vob.core.permissions import Rol
from vob.data import db


@pytest.fixture
def make_actie(make_gebruiker):
    def make(dagen: int, status: Status = Status.OPEN, **overrides) -> Actie:
        wie = make_gebruiker(Rol.MEDEWERKER, **overrides)
        actie = Actie(
            titel="Iets doen",
            eigenaar_id=wie.id,
            gemaakt_door_id=wie.id,
            uiterlijk=vandaag() + timedelta(days=dagen),
            status=status,
        )
        db.session.add(actie)
        db.session.commit()
        return actie

    return make


def reminded() -> set[int]:
    queue_herinneringen(vandaag())
    db.session.commit()
    return set(db.session.scalars(db.select(Bericht.gebruiker_id)))


def test_who_has_something_due_today_or_late_is_reminded(make_actie):
    due = {make_actie(0).eigenaar_id, make_actie(-30).eigenaar_id}
    make_actie(1)
    make_actie(-1, Status.GEDAAN)
    make_actie(-1, is_actief=False)
    assert reminded() == due


def test_once_a_day_however_often_it_runs(make_actie):
    make_actie(0)
    with time_machine.travel(nu(), tick=False) as clock:
        for _ in range(3):
            reminded()
        assert len(db.session.scalars(db.select(Bericht)).all()) == 1
        clock.shift(timedelta(days=1))
        reminded()
    assert len(db.session.scalars(db.select(Bericht)).all()) == 2

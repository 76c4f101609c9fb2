"""Reminders by mail without contents: agreements, evaluations, points, a round to start."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from flask.testing import FlaskClient

from vob.beheer.herinneringen import queue_herinneringen
from vob.berichten.models import Bericht
from vob.core.clock import nu, vandaag
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.ketenafspraken import afspraken
from vob.ketenafspraken.models import Afspraak, Controlepunt, Controleronde
from vob.ketenafspraken.values import Afspraakstatus

from .conftest import Maak, dag


def paden() -> list[str]:
    """Where every reminder that was queued so far leads, after it ran twice today."""
    for _ in range(2):
        queue_herinneringen(vandaag())
    db.session.commit()
    return list(db.session.scalars(db.select(Bericht.pad).order_by(Bericht.id)))


@pytest.mark.parametrize(
    ("over", "aantal"), [(91, 0), (90, 1), (31, 1), (30, 1), (8, 1), (7, 1), (0, 1), (-1, 0)]
)
def test_the_owner_hears_of_the_end(make_afspraak: Maak, over: int, aantal: int) -> None:
    afspraak = make_afspraak(einddatum=dag(over))
    assert paden() == [f"/ketenafspraken/afspraken/{afspraak.id}"] * aantal


def test_three_times_in_all_however_often_it_runs(make_afspraak: Maak) -> None:
    make_afspraak(einddatum=dag(95))
    aantallen = []
    for dagen in (0, 5, 6, 60, 65, 66, 88, 90, 95, 96):
        with time_machine.travel(nu() + timedelta(days=dagen)):
            aantallen.append(len(paden()))
    assert aantallen == [0, 1, 1, 1, 2, 2, 3, 3, 3, 3]


def test_not_when_the_next_version_is_signed(make_afspraak: Maak, beheer: FlaskClient) -> None:
    oud = make_afspraak(einddatum=dag(20))
    nieuw = afspraken.renew(oud, vandaag())
    db.session.commit()
    assert len(paden()) == 1, "a draft is no agreement yet"
    nieuw.status = Afspraakstatus.ONDERTEKEND
    db.session.execute(db.delete(Bericht))
    db.session.commit()
    assert paden() == []


@pytest.mark.parametrize(("over", "aantal"), [(1, 0), (0, 1), (-5, 1)])
def test_the_evaluation_is_brought_to_mind_once(
    make_afspraak: Maak, over: int, aantal: int
) -> None:
    make_afspraak(evaluatie_op=dag(over))
    assert len(paden()) == aantal
    with time_machine.travel(nu() + timedelta(days=3)):
        assert len(paden()) == (1 if over < 4 else 0)


def test_who_left_hears_nothing(make_afspraak: Maak, coordinator: Gebruiker) -> None:
    make_afspraak(einddatum=dag(5), evaluatie_op=dag(-1))
    coordinator.is_actief = False
    db.session.commit()
    assert paden() == []


def test_a_round_is_asked_for_once_a_week_while_something_is_due(
    coordinator: Gebruiker, make_contact: Maak, make_gebruiker: Callable[..., Gebruiker]
) -> None:
    make_gebruiker(Rol.MEDEWERKER)
    contact = make_contact()
    assert paden() == []
    contact.gecontroleerd_op = None
    db.session.commit()
    assert paden() == ["/ketenafspraken/controle"]
    with time_machine.travel(nu() + timedelta(days=7)):
        assert len(paden()) == 2


def test_who_has_points_hears_it_in_the_last_week(
    beheer: FlaskClient, make_contact: Maak, make_gebruiker: Callable[..., Gebruiker]
) -> None:
    mees, anna = (make_gebruiker(Rol.MEDEWERKER) for _ in range(2))
    een, twee = (make_contact(functie=f, gecontroleerd_op=None) for f in ("Een", "Twee"))
    beheer.post("/ketenafspraken/controle/starten")
    for punt, wie in zip(
        db.session.scalars(db.select(Controlepunt).order_by(Controlepunt.id)),
        (mees, anna),
        strict=True,
    ):
        punt.voor_id = wie.id
    een.gecontroleerd_op = dag(0)
    db.session.commit()
    assert paden() == []
    ronde = db.session.scalars(db.select(Controleronde)).one()
    ronde.uiterlijk = dag(7)
    db.session.commit()
    assert paden() == ["/ketenafspraken/controle"]
    assert list(db.session.scalars(db.select(Bericht.gebruiker_id))) == [anna.id]
    assert twee.gecontroleerd_op is None


def test_the_mail_says_nothing_of_it(make_afspraak: Maak) -> None:
    afspraak: Afspraak = make_afspraak(einddatum=dag(5), titel="Kanarie")
    paden()
    bericht = db.session.scalars(db.select(Bericht)).one()
    assert bericht.tekst is None
    assert "Kanarie" not in f"{bericht.soort.label} {bericht.pad}"
    assert afspraak.titel == "Kanarie"

"""What this room shows the checklist, from what is stored."""

from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from tests.risicoanalyse.conftest import Make, MakeGebruiker
from vob.core.bewijs import Bewijs, Oordeel
from vob.core.clock import nu, vandaag
from vob.core.organisatietype import Functie
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.risicoanalyse.bewijs import BEWIJZEN
from vob.risicoanalyse.models_bibliotheek import Beleidsgebied
from vob.risicoanalyse.models_bijeenkomst import Analyseaanbod, Beveiligingsmaatregel
from vob.risicoanalyse.values import Soort
from vob.risicoanalyse.values_bijeenkomst import (
    Beveiligingssoort,
    Beveiligingsstatus,
    BeveiligingVoor,
)
from vob.web import bijeenkomsten
from vob.web.bijeenkomsten import Bijeenkomst

Look = Callable[..., Bewijs]
Maak = Callable[..., Any]


@pytest.fixture
def look(app: Flask, maker: Gebruiker) -> Look:
    def at(stap: int, peildatum: date | None = None) -> Bewijs:
        with app.test_request_context():
            return BEWIJZEN[stap](peildatum or vandaag())

    return at


def test_nothing_yet(look: Look) -> None:
    assert look(3).oordeel is Oordeel.NIET_OP_ORDE
    assert look(5).oordeel is Oordeel.NIET_TE_ZIEN
    assert look(11).oordeel is Oordeel.NIET_TE_ZIEN


def test_step_3_whole(
    look: Look,
    make_analyse: Make,
    make_gebied: Callable[..., Beleidsgebied],
    make_gebruiker: MakeGebruiker,
) -> None:
    gebied, oud = make_gebied(), vandaag() - timedelta(days=30)
    wethouder = make_gebruiker(Rol.AMBTSDRAGER, functie=Functie.WETHOUDER)
    make_analyse(vastgesteld=oud)
    assert "0 van 1 gevoelige" in look(3).zin
    make_analyse(Soort.BELEIDSGEBIED, beleidsgebied_id=gebied.id, vastgesteld=oud)
    assert look(3).oordeel is Oordeel.LET_OP
    db.session.add(
        Analyseaanbod(
            gebruiker_id=wethouder.id,
            aangeboden_op=oud,
            aangeboden_door_id=wethouder.id,
            gewijzigd_op=oud,
        )
    )
    db.session.commit()
    assert look(3).oordeel is Oordeel.OP_ORDE
    assert look(3, oud - timedelta(days=1)).oordeel is Oordeel.NIET_OP_ORDE
    assert look(3, vandaag() + timedelta(days=335)).oordeel is Oordeel.NIET_OP_ORDE


def add_beveiliging(maker: Gebruiker, status: Beveiligingsstatus, toets: date) -> None:
    db.session.add(
        Beveiligingsmaatregel(
            soort=Beveiligingssoort.CAMERA,
            voor=BeveiligingVoor.GEBOUW,
            status=status,
            regelaar_id=maker.id,
            toets_op=toets,
            gemaakt_door_id=maker.id,
        )
    )
    db.session.commit()


def test_step_5(look: Look, maker: Gebruiker) -> None:
    later = vandaag() + timedelta(days=100)
    add_beveiliging(maker, Beveiligingsstatus.AFGESCHAALD, vandaag() - timedelta(days=9))
    assert look(5).oordeel is Oordeel.NIET_TE_ZIEN
    add_beveiliging(maker, Beveiligingsstatus.ACTIEF, later)
    assert look(5).oordeel is Oordeel.OP_ORDE
    assert look(5, later).oordeel is Oordeel.LET_OP
    assert look(5, later + timedelta(days=1)).oordeel is Oordeel.NIET_OP_ORDE
    add_beveiliging(maker, Beveiligingsstatus.VOORGESTELD, later)
    assert "1 zonder besluit" in look(5).zin


def test_step_5_counts_what_runs_on_after_its_last_day(look: Look, maker: Gebruiker) -> None:
    add_beveiliging(maker, Beveiligingsstatus.ACTIEF, vandaag() + timedelta(days=400))
    maatregel = db.session.scalars(select(Beveiligingsmaatregel)).one()
    maatregel.tot = vandaag() + timedelta(days=100)
    db.session.commit()
    assert look(5).oordeel is Oordeel.OP_ORDE
    assert look(5, maatregel.tot).oordeel is Oordeel.LET_OP
    bewijs = look(5, maatregel.tot + timedelta(days=1))
    assert bewijs.oordeel is Oordeel.NIET_OP_ORDE
    assert "1 over de laatste dag" in bewijs.zin


def test_step_11_of_what_was_rated_here(look: Look, make_inschatting: Maak) -> None:
    eergisteren = vandaag() - timedelta(days=2)
    make_inschatting(dag=eergisteren, gemaakt_op=nu() - timedelta(days=9), terugblik_op=nu())
    assert look(11).oordeel is Oordeel.OP_ORDE
    make_inschatting(dag=eergisteren, tijd=time(0, 1), gemaakt_op=nu())
    assert "1 van 2" in look(11).zin
    assert look(11).oordeel is Oordeel.NIET_OP_ORDE


def test_step_11_asks_to_look_back(look: Look, make_inschatting: Maak) -> None:
    dag = vandaag() - timedelta(days=30)
    make_inschatting(dag=dag, gemaakt_op=nu() - timedelta(days=40))
    assert "nog niet teruggekeken" in look(11).zin


@pytest.fixture
def vergaderingen() -> Iterator[list[Bijeenkomst]]:
    """What another room marks as risky."""
    lijst: list[Bijeenkomst] = []

    def bron(van: date, tot: date) -> list[Bijeenkomst]:
        return [een for een in lijst if van <= een.dag <= tot]

    bijeenkomsten.register(bron)
    bijeenkomsten.register(bron)  # twice is once
    yield lijst
    bijeenkomsten._BRONNEN.remove(bron)


def test_step_11_of_meetings_marked_risky(
    look: Look, make_inschatting: Maak, vergaderingen: list[Bijeenkomst]
) -> None:
    vergaderingen.append(Bijeenkomst("vergadering", 1, vandaag() + timedelta(days=3)))
    assert look(11).oordeel is Oordeel.LET_OP
    make_inschatting(
        bron_soort="vergadering", bron_id=1, dag=vandaag() + timedelta(days=3), terugblik_op=nu()
    )
    straks = vandaag() + timedelta(days=4)
    assert look(11, straks).oordeel is Oordeel.OP_ORDE
    vergaderingen.append(Bijeenkomst("vergadering", 2, vandaag() + timedelta(days=2)))
    assert "1 van 2" in look(11, straks).zin
    vergaderingen.append(Bijeenkomst("vergadering", 3, vandaag() - timedelta(days=500)))
    assert "1 van 2" in look(11, straks).zin  # too long ago to count

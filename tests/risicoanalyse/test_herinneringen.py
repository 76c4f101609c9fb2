"""Who is reminded of what: a link without contents, now and then, and never about whom."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from tests.incidenten.conftest import make_incident as make_incident
from tests.risicoanalyse.conftest import Make, MakeGebruiker
from vob.berichten.models import Bericht
from vob.berichten.values import Berichtsoort
from vob.core.clock import vandaag
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.values import Ernst
from vob.risicoanalyse.herinneringen import queue_herinneringen
from vob.risicoanalyse.models_bibliotheek import Beleidsgebied
from vob.risicoanalyse.models_bijeenkomst import Beveiligingsmaatregel
from vob.risicoanalyse.values import Soort
from vob.risicoanalyse.values_bijeenkomst import (
    Beveiligingssoort,
    Beveiligingsstatus,
    BeveiligingVoor,
    Kleur,
)

Maak = Callable[..., Any]
LANG_GELEDEN = timedelta(days=100)


@pytest.fixture
def remind(app: Flask) -> Callable[[date], list[tuple[int, str]]]:
    """Whom, and where the link leads."""

    def run(dag: date) -> list[tuple[int, str]]:
        aantal = queue_herinneringen(dag)
        db.session.commit()
        stmt = select(Bericht).filter_by(soort=Berichtsoort.HERINNERING)
        regels = [(b.gebruiker_id, b.pad) for b in db.session.scalars(stmt)]
        assert aantal == len({gebruiker for gebruiker, _ in regels})
        return regels

    return run


def not_monday(dag: date) -> date:
    return dag + timedelta(days=1) if dag.weekday() == 0 else dag


@pytest.mark.parametrize(("vooraf", "aantal"), [(30, 1), (29, 0), (7, 1), (0, 1), (-7, 1)])
def test_an_analysis_that_must_be_looked_at_again(
    make_analyse: Make, remind: Maak, maker: Gebruiker, vooraf: int, aantal: int
) -> None:
    analyse = make_analyse(vastgesteld=vandaag() - timedelta(days=400))
    assert analyse.herzien_op is not None
    regels = remind(analyse.herzien_op - timedelta(days=vooraf))
    verwacht = (maker.id, f"/risicoanalyse/{analyse.id}")
    assert regels.count(verwacht) == aantal


def test_about_a_person_the_link_tells_nothing(
    make_analyse: Make, remind: Maak, maker: Gebruiker, make_gebruiker: MakeGebruiker
) -> None:
    persoon = make_gebruiker(Rol.AMBTSDRAGER)
    analyse = make_analyse(
        Soort.PERSOON, persoon_id=persoon.id, vastgesteld=vandaag() - timedelta(days=400)
    )
    assert analyse.herzien_op is not None
    regels = remind(analyse.herzien_op)
    assert set(regels) == {(maker.id, "/risicoanalyse/"), (persoon.id, "/risicoanalyse/")}


def test_what_was_accepted_until_a_day(make_analyse: Make, remind: Maak, maker: Gebruiker) -> None:
    analyse = make_analyse(vastgesteld=vandaag())
    tot = analyse.risicos[0].accept_tot
    assert tot is not None
    assert remind(tot) == [(maker.id, f"/risicoanalyse/{analyse.id}")]


def test_a_measure_about_a_person_is_brought_to_mind_here(
    make_analyse: Make, remind: Maak, maker: Gebruiker, make_gebruiker: MakeGebruiker
) -> None:
    analyse = make_analyse(
        Soort.PERSOON, persoon_id=make_gebruiker(Rol.AMBTSDRAGER).id, vastgesteld=vandaag()
    )
    uiterlijk = analyse.maatregelen[0].uiterlijk
    assert uiterlijk is not None
    assert remind(uiterlijk) == [(maker.id, "/risicoanalyse/")]


def test_a_risky_gathering_nobody_looked_back_on(
    make_inschatting: Maak, remind: Maak, maker: Gebruiker
) -> None:
    gisteren = not_monday(vandaag()) - timedelta(days=1)
    een = make_inschatting(dag=gisteren)
    make_inschatting(dag=gisteren, kleur=Kleur.GROEN)
    pad = f"/risicoanalyse/operationeel/{een.analyse_id}"
    assert remind(gisteren + timedelta(days=1)) == [(maker.id, pad)]


def add_camera(maker: Gebruiker, regelaar: Gebruiker, **waarden: Any) -> None:
    maatregel = Beveiligingsmaatregel(
        soort=Beveiligingssoort.CAMERA,
        voor=BeveiligingVoor.GEBOUW,
        regelaar_id=regelaar.id,
        gemaakt_door_id=maker.id,
        **{"status": Beveiligingsstatus.ACTIEF} | waarden,
    )
    db.session.add(maatregel)
    db.session.commit()


@pytest.mark.parametrize(
    ("status", "aantal"), [(Beveiligingsstatus.ACTIEF, 1), (Beveiligingsstatus.BESLOTEN, 0)]
)
def test_a_security_measure_that_runs_to_its_end(
    remind: Maak, maker: Gebruiker, status: Beveiligingsstatus, aantal: int
) -> None:
    later = vandaag() + timedelta(days=300)
    add_camera(maker, maker, status=status, tot=vandaag(), toets_op=later)
    verwacht = [(maker.id, "/risicoanalyse/beveiliging/")] * aantal
    assert remind(vandaag() + timedelta(days=7)) == verwacht


@pytest.mark.parametrize(("rol", "wie"), [(Rol.MEDEWERKER, "maker"), (Rol.BESTUURDER, "regelaar")])
def test_a_security_measure_that_may_be_less(
    remind: Maak, maker: Gebruiker, make_gebruiker: MakeGebruiker, rol: Rol, wie: str
) -> None:
    regelaar = make_gebruiker(rol)
    add_camera(maker, regelaar, toets_op=vandaag())
    verwacht = {"maker": maker, "regelaar": regelaar}[wie]
    assert remind(vandaag()) == [(verwacht.id, "/risicoanalyse/beveiliging/")]


def test_on_monday_what_incidents_overtook(
    make_analyse: Make,
    make_gebied: Callable[..., Beleidsgebied],
    make_incident: Maak,
    remind: Maak,
    maker: Gebruiker,
) -> None:
    gebied = make_gebied()
    dag = vandaag() - LANG_GELEDEN
    analyse = make_analyse(Soort.BELEIDSGEBIED, beleidsgebied_id=gebied.id, vastgesteld=dag)
    make_incident(maker, titel="Steen bij asiel en opvang", ernst=Ernst.ACUUT)
    maandag = vandaag() + timedelta(days=7 - vandaag().weekday())
    assert remind(maandag) == [(maker.id, f"/risicoanalyse/{analyse.id}")]
    db.session.query(Bericht).delete()
    assert remind(maandag + timedelta(days=1)) == []


def test_who_left_gets_no_mail(make_analyse: Make, remind: Maak, maker: Gebruiker) -> None:
    analyse = make_analyse(vastgesteld=vandaag() - timedelta(days=400))
    maker.is_actief = False
    db.session.commit()
    assert analyse.herzien_op is not None
    assert remind(analyse.herzien_op) == []

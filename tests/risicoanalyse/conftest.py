"""A coordinator who makes, a bestuurder who decides, and analyses of every kind."""

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from vob.core.clock import nu, vandaag
from vob.core.deadlines import plus_maanden
from vob.core.permissions import Rol
from vob.data import db
from vob.documenten.values import Orgaan
from vob.gebruikers.models import Gebruiker
from vob.organisatie.models import Organisatie
from vob.risicoanalyse import bibliotheek, operations
from vob.risicoanalyse.models import Analyse, Analyselezer
from vob.risicoanalyse.models_bibliotheek import Beleidsgebied, Scenario
from vob.risicoanalyse.models_bijeenkomst import Inschatting
from vob.risicoanalyse.rules import NIVEAU
from vob.risicoanalyse.values import Maatregelstatus, Maatregeltype, Soort, Status
from vob.risicoanalyse.values_bijeenkomst import (
    Bijeenkomstsoort,
    Eerder,
    Hulp,
    Kleur,
    Onderwerp,
    Personen,
    Plaats,
    Publiek,
    Route,
    Tijdstip,
)

Make = Callable[..., Analyse]
ClientOf = Callable[[Gebruiker], FlaskClient]
MakeGebruiker = Callable[..., Gebruiker]
KANARIE = "Kanarievogel"
MAIN = "main form[method=post]"  # not the one that logs out

RUSTIG: dict[str, Any] = {
    "q_plaats": Plaats.TOEGANG,
    "q_publiek": Publiek.GENODIGDEN,
    "q_onderwerp": Onderwerp.RUSTIG,
    "q_personen": Personen.GEEN,
    "q_eerder": Eerder.NEE,
    "q_tijdstip": Tijdstip.OVERDAG,
    "q_route": Route.GOED,
    "q_hulp": Hulp.ERBIJ,
}
ORANJE = RUSTIG | {"q_onderwerp": Onderwerp.BELADEN, "q_publiek": Publiek.VEEL}


@pytest.fixture
def startset(app: Flask, organisatie: Organisatie) -> None:
    with app.test_request_context():
        bibliotheek.add_start_set()
        db.session.commit()


@pytest.fixture
def maker(make_gebruiker: MakeGebruiker) -> Gebruiker:
    return make_gebruiker(Rol.COORDINATOR, naam="Noor Maker")


@pytest.fixture
def coordinator(maker: Gebruiker, client_of: ClientOf) -> FlaskClient:
    return client_of(maker)


@pytest.fixture
def beslisser(make_gebruiker: MakeGebruiker) -> Gebruiker:
    return make_gebruiker(Rol.BESTUURDER, naam="Bea Beslist")


@pytest.fixture
def bestuurder(beslisser: Gebruiker, client_of: ClientOf) -> FlaskClient:
    return client_of(beslisser)


def fill_risico(analyse: Analyse, titel: str, scores: tuple[int, int, int, int]) -> Any:
    """A risk with all that is needed, and one measure."""
    risico = analyse.new_risico(titel=titel)
    risico.kans, risico.effect, risico.rest_kans, risico.rest_effect = scores
    assert risico.rest is not None
    risico.accept_niveau, risico.accept_tot = NIVEAU[risico.rest], vandaag() + timedelta(days=200)
    analyse.new_maatregel(
        risico,
        titel=f"Iets tegen {titel.lower()}",
        type=Maatregeltype.ORGANISATORISCH,
        eigenaar_id=analyse.maker_id,
        uiterlijk=vandaag() + timedelta(days=30),
        status=Maatregelstatus.VOORGESTELD,
    )
    db.session.flush()
    risico.lijn = risico.id
    return risico


@pytest.fixture
def make_analyse(app: Flask, organisatie: Organisatie, maker: Gebruiker) -> Make:
    """A draft of the whole organisation with one complete risk; `vastgesteld`: adopted that day."""

    def make(
        soort: Soort = Soort.GENERIEK,
        *,
        door: Gebruiker | None = None,
        vastgesteld: date | None = None,
        risicos: tuple[tuple[str, tuple[int, int, int, int]], ...] = (
            ("Onrust op de tribune", (4, 4, 2, 3)),
        ),
        lezers: tuple[Gebruiker, ...] = (),
        **waarden: Any,
    ) -> Analyse:
        with app.test_request_context():
            analyse = operations.create_analyse(soort, door or maker, **{"titel": "Jaar"} | waarden)
            for titel, scores in risicos:
                fill_risico(analyse, titel, scores)
            analyse.lezers = [Analyselezer(gebruiker_id=lezer.id) for lezer in lezers]
            db.session.flush()
            if vastgesteld:
                _adopt(analyse, vastgesteld)
            db.session.commit()
        return analyse

    return make


def _adopt(analyse: Analyse, dag: date) -> None:
    """As someone else did; the way there is what other tests are about."""
    decider = Gebruiker(
        naam="Een Ander",
        email=f"ander{analyse.id}@waterrijk.example",
        rollen=[Rol.BESTUURDER.value],
    )
    db.session.add(decider)
    db.session.flush()
    analyse.status, analyse.orgaan = Status.TER_VASTSTELLING, Orgaan.COLLEGE
    operations.adopt(analyse, decider, dag, plus_maanden(dag, 12))


@pytest.fixture
def make_gebied(app: Flask) -> Callable[..., Beleidsgebied]:
    def make(naam: str = "Asiel en opvang", **waarden: Any) -> Beleidsgebied:
        gebied = Beleidsgebied(naam=naam, **{"is_gevoelig": True} | waarden)
        db.session.add(gebied)
        db.session.commit()
        return gebied

    return make


@pytest.fixture
def make_inschatting(app: Flask, organisatie: Organisatie, maker: Gebruiker) -> Callable[..., Any]:
    """A rated gathering, oranje and today, unless said otherwise."""

    def make(
        door: Gebruiker | None = None, titel: str = "Raad over opvang", **waarden: Any
    ) -> Inschatting:
        with app.test_request_context():
            gemaakt = waarden.pop("gemaakt_op", nu())
            analyse = operations.create_analyse(Soort.OPERATIONEEL, door or maker, titel=titel)
            analyse.status, analyse.gemaakt_op = Status.GEREED, gemaakt
            velden: dict[str, Any] = {
                "soort": Bijeenkomstsoort.RAAD,
                "dag": vandaag(),
                "tijd": time(19, 30),
                "plaats": "Raadzaal",
                "basis": "Overleg",
                "kleur": Kleur.ORANJE,
                "advies": Kleur.ORANJE,
                **ORANJE,
            }
            een = Inschatting(analyse=analyse, **velden | waarden)
            db.session.add(een)
            db.session.commit()
        return een

    return make


def scenario(code: str) -> Scenario:
    return db.session.scalars(select(Scenario).filter_by(code=code)).one()


@pytest.fixture
def raadslid(make_gebruiker: MakeGebruiker) -> Gebruiker:
    return make_gebruiker(Rol.AMBTSDRAGER, naam="Yasmin Raad")


@pytest.fixture
def eigen(raadslid: Gebruiker, make_analyse: Make, startset: None) -> Analyse:
    """Of the raadslid, with a secret in every text, and both from the library."""
    analyse = make_analyse(
        Soort.PERSOON,
        door=raadslid,
        persoon_id=raadslid.id,
        afbakening=KANARIE,
        risicos=((f"{KANARIE} thuis", (4, 4, 2, 3)),),
    )
    (risico,), (maatregel,) = analyse.risicos, analyse.maatregelen
    risico.oorzaak = risico.momenten = risico.bestaand = maatregel.titel = KANARIE
    bron = next(een for een in bibliotheek.scenarios_for(analyse) if een.suggesties)
    risico.scenario_id, maatregel.voorbeeld_id = bron.id, bron.suggesties[0].maatregel_id
    db.session.commit()
    return analyse

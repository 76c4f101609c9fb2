"""Risk analyses for the filled world: every kind and state, with awkward texts."""

from datetime import time, timedelta
from typing import Any

from vob.core.clock import nu, vandaag
from vob.core.permissions import Rol
from vob.data import db
from vob.documenten.values import Orgaan
from vob.gebruikers.models import Gebruiker
from vob.risicoanalyse import aanbod, bibliotheek, operations
from vob.risicoanalyse.models import Analyse, Analyselezer
from vob.risicoanalyse.models_bijeenkomst import Beveiligingsmaatregel, Inschatting
from vob.risicoanalyse.rules import NIVEAU
from vob.risicoanalyse.values import Klasse, Soort, Status
from vob.risicoanalyse.values_bijeenkomst import (
    Beveiligingssoort,
    Beveiligingsstatus,
    BeveiligingVoor,
    Bijeenkomstsoort,
    Eerder,
    Hulp,
    Onderwerp,
    Personen,
    Plaats,
    Publiek,
    Route,
    Tijdstip,
    Verloop,
)

Mensen = dict[Rol, Gebruiker]


def fill_risico(mensen: Mensen, lang: str) -> dict[str, Any]:
    """The ids that addresses need."""
    bibliotheek.add_start_set()
    gebied = bibliotheek.actieve_gebieden()[0]
    oud = _analyse(mensen, Soort.GENERIEK, titel=f"Jaarlijks {lang}")
    _adopt(oud, mensen)
    nieuw = operations.make_versie(oud, mensen[Rol.COORDINATOR])
    wacht = _analyse(mensen, Soort.BELEIDSGEBIED, titel="Wacht", beleidsgebied_id=gebied.id)
    wacht.status = Status.TER_VASTSTELLING
    verlopen = _analyse(mensen, Soort.BELEIDSGEBIED, titel=lang, beleidsgebied_id=gebied.id)
    _adopt(verlopen, mensen, dagen=500)
    persoon = _analyse(mensen, Soort.PERSOON, persoon_id=mensen[Rol.AMBTSDRAGER].id)
    persoon.lezers = [Analyselezer(gebruiker_id=mensen[Rol.BESTUURDER].id)]
    aanbod.offer_all(mensen[Rol.COORDINATOR], vandaag())
    morgen, gisteren = (_bijeenkomst(mensen, lang, dagen) for dagen in (1, -1))
    gisteren.verloop, gisteren.terugblik_op = Verloop.ONRUSTIG, nu()
    _bijeenkomst(mensen, lang, 0)
    beveiliging = _beveiliging(mensen)
    db.session.flush()
    return {
        "analyse": nieuw.id,
        "risico": nieuw.risicos[0].id,
        "risicomaatregel": nieuw.maatregelen[0].id,
        "vastgesteld": oud.id,
        "vast_risico": oud.risicos[0].id,
        "wacht": wacht.id,
        "verlopen_analyse": verlopen.id,
        "persoonlijk": persoon.id,
        "morgen": morgen.analyse_id,
        "gisteren": gisteren.analyse_id,
        "beveiliging": beveiliging.id,
    }


def _analyse(mensen: Mensen, soort: Soort, **waarden: Any) -> Analyse:
    maker = mensen[Rol.COORDINATOR]
    analyse = operations.create_analyse(soort, maker, **waarden)
    operations.add_risicos(analyse, bibliotheek.scenarios_for(analyse)[:6], "Iets anders", maker)
    suggesties = bibliotheek.suggesties_for(analyse)
    for nummer, risico in enumerate(analyse.risicos):
        risico.kans, risico.effect = nummer % 5 + 1, nummer * 3 % 5 + 1
        risico.rest_kans, risico.rest_effect = 2, nummer % 4 + 1
        risico.oorzaak = risico.bestaand = "Een man met een hond."
        risico.accept_niveau = NIVEAU[risico.rest or Klasse.LAAG]
        risico.accept_tot = vandaag() + timedelta(days=90)
        for voorbeeld in suggesties.get(risico.id, [])[:1]:
            operations.take_over(risico, voorbeeld, maker, vandaag())
    db.session.flush()
    return analyse


def _adopt(analyse: Analyse, mensen: Mensen, dagen: int = 30) -> None:
    dag = vandaag() - timedelta(days=dagen)
    analyse.status, analyse.orgaan = Status.TER_VASTSTELLING, Orgaan.COLLEGE
    operations.adopt(analyse, mensen[Rol.BESTUURDER], dag, dag + timedelta(days=365))
    db.session.flush()


def _bijeenkomst(mensen: Mensen, lang: str, dagen: int) -> Inschatting:
    wie = mensen[Rol.GRIFFIER]
    analyse = operations.create_analyse(Soort.OPERATIONEEL, wie, titel=f"Raad {lang}")
    analyse.status, analyse.gemaakt_op = Status.GEREED, nu() - timedelta(days=9)
    antwoorden = {
        "q_plaats": Plaats.OPEN,
        "q_publiek": Publiek.VEEL,
        "q_onderwerp": Onderwerp.BELADEN,
        "q_personen": Personen.DREIGER,
        "q_eerder": Eerder.DREIGING,
        "q_tijdstip": Tijdstip.LAAT,
        "q_route": Route.EEN,
        "q_hulp": Hulp.DICHTBIJ,
    }
    een = Inschatting(
        analyse=analyse,
        soort=Bijeenkomstsoort.RAAD,
        dag=vandaag() + timedelta(days=dagen),
        tijd=time(19, 30),
        plaats=lang,
        basis="Wijkagent",
        signalen=f"Een beller zei iets. {lang}",
        motivering="Daarom.",
        **antwoorden,
    )
    een.rate(antwoorden)
    een.kleur = een.advies
    db.session.add(een)
    analyse.new_maatregel(None, titel=f"Bode {lang}", eigenaar_id=wie.id)
    db.session.flush()
    return een


def _beveiliging(mensen: Mensen) -> Beveiligingsmaatregel:
    for status in Beveiligingsstatus:
        een = Beveiligingsmaatregel(
            soort=list(Beveiligingssoort)[len(status) % 5],
            voor=BeveiligingVoor.GEBOUW,
            status=status,
            regelaar_id=mensen[Rol.FG].id,
            toets_op=vandaag() - timedelta(days=3),
            gemaakt_door_id=mensen[Rol.COORDINATOR].id,
        )
        if status is not Beveiligingsstatus.VOORGESTELD:
            een.besloten_op, een.besloten_door_id = vandaag(), mensen[Rol.BESTUURDER].id
        db.session.add(een)
    db.session.flush()
    return een

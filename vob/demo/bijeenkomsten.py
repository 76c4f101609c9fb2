"""Gatherings that were rated, security measures, and the offer of a personal analysis."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import select

from vob.core.clock import TZ
from vob.core.organisatietype import Woorden
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.risicoanalyse import operations
from vob.risicoanalyse.aanbod import in_ambt
from vob.risicoanalyse.models import Analyse
from vob.risicoanalyse.models_bibliotheek import Voorbeeldmaatregel
from vob.risicoanalyse.models_bijeenkomst import (
    Analyseaanbod,
    Beveiligingsmaatregel,
    Inschatting,
)
from vob.risicoanalyse.values import Aanbodstatus, Maatregelstatus, Soort, Status
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

from .mensen import Mensen

_RUSTIG: dict[str, Any] = {
    "q_plaats": Plaats.TOEGANG,
    "q_publiek": Publiek.ENKELEN,
    "q_onderwerp": Onderwerp.RUSTIG,
    "q_personen": Personen.GEEN,
    "q_eerder": Eerder.NEE,
    "q_tijdstip": Tijdstip.AVOND,
    "q_route": Route.GOED,
    "q_hulp": Hulp.ERBIJ,
}
_GEVOELIG = _RUSTIG | {"q_onderwerp": Onderwerp.BELADEN, "q_publiek": Publiek.VEEL}
_ZWAAR = _GEVOELIG | {"q_eerder": Eerder.DREIGING, "q_personen": Personen.BOOS}
_BUITEN = _RUSTIG | {"q_plaats": Plaats.WONING, "q_hulp": Hulp.ALLEEN, "q_personen": Personen.BOOS}


@dataclass(frozen=True)
class Avond:
    """`dag`: from today. `maatregelen`: numbers of the start set."""

    dag: int
    soort: Bijeenkomstsoort
    titel: str
    antwoorden: dict[str, Any]
    maatregelen: tuple[int, ...] = ()
    verloop: Verloop | None = None
    door: str = "griffier"


_R, _A, _H = Bijeenkomstsoort.RAAD, Bijeenkomstsoort.AVOND, Bijeenkomstsoort.HUISBEZOEK
AVONDEN: tuple[Avond, ...] = (
    Avond(-63, _R, "Begroting", _RUSTIG, (), Verloop.RUSTIG),
    Avond(-42, _R, "Gevoelig besluit, eerste behandeling", _GEVOELIG, (5, 7), Verloop.ONRUSTIG),
    Avond(-21, _A, "Inloopavond over de plannen", _ZWAAR, (5, 6, 11), Verloop.INCIDENT),
    Avond(-9, _H, "Gesprek over een klacht", _BUITEN, (1, 2), Verloop.RUSTIG, "medewerker"),
    Avond(-2, _A, "Tweede inloopavond", _GEVOELIG, (5, 36)),
    Avond(0, _R, "Vaststellen van het gevoelige besluit", _ZWAAR, (5, 6, 7, 11)),
    Avond(0, Bijeenkomstsoort.COMMISSIE, "Commissie bestuur", _RUSTIG),
    Avond(6, _A, "Informatieavond voor omwonenden", _GEVOELIG, (5, 8), None, "coordinator"),
)
_B, _S, _V = Beveiligingssoort, Beveiligingsstatus, BeveiligingVoor
# Kind, for what, state, from, and the day to look whether it can be less; days from today.
BEVEILIGING = (
    (_B.TOEGANG, _V.GEBOUW, _S.ACTIEF, -700, 120, -60),
    (_B.BEVEILIGER, _V.VERGADERING, _S.ACTIEF, -90, -12, -40),
    (_B.NOODKNOP, _V.GEBOUW, _S.ACTIEF, -300, 45, -10),
    (_B.SURVEILLANCE, _V.PERSOON, _S.BESLOTEN, -5, 25, None),
    (_B.CAMERA, _V.GEBOUW, _S.VOORGESTELD, None, 170, None),
    (_B.VERVOER, _V.PERSOON, _S.AFGESCHAALD, -200, -100, -190),
)


def make_bijeenkomsten(mensen: Mensen, woorden: Woorden, vandaag: date) -> None:
    voorbeelden = {m.code: m for m in db.session.scalars(select(Voorbeeldmaatregel))}
    for avond in AVONDEN:
        _make(avond, mensen, woorden, vandaag, voorbeelden)
    _make_beveiliging(mensen, vandaag)
    _make_aanbod(mensen, vandaag)
    db.session.flush()


def _make(
    avond: Avond,
    mensen: Mensen,
    woorden: Woorden,
    vandaag: date,
    voorbeelden: dict[str, Voorbeeldmaatregel],
) -> None:
    dag, wie = vandaag + timedelta(days=avond.dag), mensen[avond.door]
    analyse = operations.create_analyse(Soort.OPERATIONEEL, wie, titel=avond.titel)
    analyse.status = Status.GEREED
    analyse.gemaakt_op = _moment(dag - timedelta(days=6), 11)
    een = Inschatting(
        analyse=analyse,
        soort=avond.soort,
        dag=dag,
        tijd=time(19, 30),
        plaats="Bij de inwoner" if avond.soort is _H else woorden.het_gemeentehuis.capitalize(),
        aanwezigen=f"{woorden.burgemeester} en {woorden.wethouders}",
        basis="Vorige bijeenkomst en overleg met de wijkagent",
        **avond.antwoorden,
    )
    een.rate(avond.antwoorden)
    een.kleur, een.ingeschat_op = een.advies, analyse.gemaakt_op
    een.is_balie_ingelicht = bool(avond.maatregelen)
    een.is_politie_ingelicht = 11 in avond.maatregelen
    db.session.add(een)
    _add_maatregelen(analyse, avond, wie, dag, voorbeelden)
    if avond.verloop:
        een.verloop, een.leerpunt = avond.verloop, "Eerder beginnen met het gesprek aan de deur."
        een.terugblik_op, een.terugblik_door_id = _moment(dag + timedelta(days=1), 9), wie.id
    db.session.flush()


def _add_maatregelen(
    analyse: Analyse,
    avond: Avond,
    wie: Gebruiker,
    dag: date,
    voorbeelden: dict[str, Voorbeeldmaatregel],
) -> None:
    for nummer in avond.maatregelen:
        voorbeeld = voorbeelden[f"M{nummer}"]
        analyse.new_maatregel(
            None,
            titel=voorbeeld.titel,
            type=voorbeeld.type,
            voorbeeld_id=voorbeeld.id,
            eigenaar_id=wie.id,
            uiterlijk=dag,
            status=Maatregelstatus.UITGEVOERD if avond.dag < 0 else Maatregelstatus.AKKOORD,
        )


def _make_beveiliging(mensen: Mensen, vandaag: date) -> None:
    for soort, voor, status, van, toets, getest in BEVEILIGING:
        besloten = status is not Beveiligingsstatus.VOORGESTELD
        db.session.add(
            Beveiligingsmaatregel(
                soort=soort,
                voor=voor,
                status=status,
                regelaar_id=mensen["secretaris"].id,
                van=None if van is None else vandaag + timedelta(days=van),
                toets_op=vandaag + timedelta(days=toets),
                getest_op=None if getest is None else vandaag + timedelta(days=getest),
                besloten_op=vandaag + timedelta(days=(van or 0) - 7) if besloten else None,
                besloten_door_id=mensen["burgemeester"].id if besloten else None,
                gemaakt_door_id=mensen["coordinator"].id,
            )
        )
        db.session.flush()


def _make_aanbod(mensen: Mensen, vandaag: date) -> None:
    """To everyone in office but one, with every answer."""
    anders = {
        mensen["wethouder"].id: Aanbodstatus.GEDAAN,
        mensen["raadslid"].id: Aanbodstatus.AANVAARD,
        mensen["raadslid2"].id: Aanbodstatus.AFGEWEZEN,
    }
    for iemand in in_ambt():
        if iemand.id == mensen["wethouder3"].id:
            continue
        db.session.add(
            Analyseaanbod(
                gebruiker_id=iemand.id,
                status=anders.get(iemand.id, Aanbodstatus.AANGEBODEN),
                aangeboden_op=vandaag - timedelta(days=140),
                aangeboden_door_id=mensen["coordinator"].id,
                gewijzigd_op=vandaag - timedelta(days=100),
            )
        )
        db.session.flush()


def _moment(dag: date, uur: int) -> datetime:
    return datetime.combine(dag, time(uur, 15), TZ)

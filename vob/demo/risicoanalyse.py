"""Risk analyses of every kind: one that is due, one that incidents overtook, one that expired.

Made through the same acts as people do, then given their dates.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import select

from vob.acties.values import Status
from vob.core.clock import TZ
from vob.core.deadlines import plus_maanden
from vob.core.organisatietype import Organisatietype
from vob.data import db
from vob.documenten.values import Orgaan
from vob.gebruikers.models import Gebruiker
from vob.organisatie.queries import our_organisatie
from vob.risicoanalyse import bibliotheek, operations
from vob.risicoanalyse.models import Analyse, Analyselezer
from vob.risicoanalyse.models_bibliotheek import Beleidsgebied, Scenario, Scenariomaatregel
from vob.risicoanalyse.models_risico import Risico
from vob.risicoanalyse.rules import NIVEAU
from vob.risicoanalyse.values import (
    Aspect,
    Domein,
    Factor,
    Kwetsbaarheid,
    Soort,
    Werking,
    Zekerheid,
)

from .mensen import Mensen

G, W, P = Organisatietype


@dataclass(frozen=True)
class Stof:
    """`codes`: the scenarios of the analysis of the whole organisation; then the areas: overtaken
    by incidents, expired, and still being written."""

    codes: tuple[str, ...]
    ingehaald: str
    verlopen: str
    bezig: str


STOF: dict[Organisatietype, Stof] = {
    G: Stof(
        ("G1", "G2", "G3", "G4", "G8", "G11", "G12", "G14", "G15", "G17", "G20", "W5"),
        "Asiel en opvang",
        "Ondermijning",
        "Ruimtelijke ordening",
    ),
    W: Stof(
        ("W1", "W2", "W3", "W5", "W6", "W8", "W9", "W10", "W14", "W17", "G12", "G15"),
        "Peilbeheer",
        "Waterkwantiteit",
        "Vergunningen en handhaving",
    ),
    P: Stof(
        ("G1", "G2", "G3", "G4", "G11", "G12", "G15", "G17", "G20", "W2", "W5", "W9"),
        "Landbouw en natuur",
        "Ondermijning",
        "Ruimtelijke ordening",
    ),
}
# Kans, effect, and both after measures; in turn.
_SCORES = ((4, 4, 3, 4), (2, 4, 2, 3), (4, 3, 3, 2), (3, 5, 2, 5), (5, 2, 4, 2), (3, 3, 2, 2))
_BESTAAND = (
    ("Huisregels, en een bode bij de deur.", Werking.DEELS),
    ("Het agressieprotocol; niet iedereen kent het.", Werking.DEELS),
    ("Cameratoezicht bij de ingang.", Werking.GOED),
    ("Nog niets afgesproken.", Werking.ONBEKEND),
)


def make_risicoanalyses(soort: Organisatietype, mensen: Mensen, vandaag: date) -> None:
    bibliotheek.add_start_set()
    stof = STOF[soort]
    oud = _analyse(mensen, vandaag, stof.codes[:10], 23)
    _adopt(oud, mensen["burgemeester"], plus_maanden(vandaag, -23))
    nieuw = operations.make_versie(oud, mensen["coordinator"])
    erbij = db.session.scalars(select(Scenario).where(Scenario.code.in_(stof.codes[10:])))
    operations.add_risicos(nieuw, erbij, "", mensen["coordinator"])
    _fill(nieuw, mensen, vandaag, verschuiving=1)
    _adopt(nieuw, mensen["burgemeester"], plus_maanden(vandaag, -12) + timedelta(days=12))
    _gebieden(mensen, vandaag, stof)
    _personen(mensen, vandaag)
    db.session.flush()


def _analyse(
    mensen: Mensen,
    vandaag: date,
    codes: tuple[str, ...],
    maanden: int,
    gebied: Beleidsgebied | None = None,
) -> Analyse:
    maker, griffier = mensen["coordinator"], our_organisatie().woorden.griffier
    analyse = operations.create_analyse(
        Soort.BELEIDSGEBIED if gebied else Soort.GENERIEK,
        maker,
        titel=f"Risicoanalyse {gebied.naam.lower()}" if gebied else "Risicoanalyse organisatie",
        beleidsgebied_id=gebied.id if gebied else None,
        afbakening="Bestuurders, vertegenwoordigers en medewerkers. Niet: brand en techniek.",
        belang="Wie bang is, beslist anders. Dat raakt iedereen.",
        deelnemers=f"Coördinator\n{griffier.capitalize()}\nHoofd facilitair\nWijkagent",
        factoren=[Factor.LANDELIJK.value, Factor.MEDIA.value],
        kwetsbaar=[Kwetsbaarheid.OPEN_GEBOUW.value, Kwetsbaarheid.PROTOCOL.value],
    )
    analyse.gemaakt_op = _moment(plus_maanden(vandaag, -maanden) - timedelta(days=20))
    scenarios = db.session.scalars(
        select(Scenario).where(Scenario.code.in_(codes)).order_by(Scenario.id)
    )
    operations.add_risicos(analyse, scenarios, "", maker)
    _fill(analyse, mensen, vandaag)
    return analyse


def _fill(analyse: Analyse, mensen: Mensen, vandaag: date, verschuiving: int = 0) -> None:
    """Scores, what is there, one or two measures, and who accepts the rest."""
    for nummer, risico in enumerate(analyse.risicos):
        waarden = _SCORES[(nummer + verschuiving) % len(_SCORES)]
        risico.kans, risico.effect, risico.rest_kans, risico.rest_effect = waarden
        risico.aspect = list(Aspect)[nummer % len(Aspect)]
        risico.zekerheid = list(Zekerheid)[nummer % len(Zekerheid)]
        risico.bestaand, risico.werking = _BESTAAND[nummer % len(_BESTAAND)]
        risico.oorzaak = "Een besluit dat mensen raakt, en het gevoel dat niemand luistert."
        risico.doelwit = "Wie het besluit neemt of uitvoert"
        risico.momenten = "Rond de vergadering en bij aankomst en vertrek."
        if nummer % 4 != 3 and not any(m.risico_id == risico.id for m in analyse.maatregelen):
            _take_over(risico, mensen, vandaag, nummer)
        rest = risico.rest
        risico.accept_niveau = NIVEAU[rest] if rest else None
        risico.accept_wie, risico.accept_tot = "Volgens dit besluit", plus_maanden(vandaag, 9)
    db.session.flush()


def _take_over(risico: Risico, mensen: Mensen, vandaag: date, nummer: int) -> None:
    stmt = (
        select(Scenariomaatregel)
        .where(Scenariomaatregel.scenario_id == risico.scenario_id)
        .order_by(Scenariomaatregel.id)
        .offset(nummer % 2)
        .limit(1)
    )
    for suggestie in db.session.scalars(stmt):
        wie = mensen[("coordinator", "griffier", "secretaris")[nummer % 3]]
        maatregel = operations.take_over(
            risico, suggestie.maatregel, mensen["coordinator"], vandaag
        )
        maatregel.eigenaar_id = wie.id
        maatregel.uiterlijk = vandaag + timedelta(days=30 + 9 * nummer)


def _adopt(analyse: Analyse, door: Gebruiker, dag: date) -> None:
    analyse.gemaakt_op = _moment(dag - timedelta(days=20))
    operations.send_in(analyse, analyse.maker)
    if not analyse.is_besloten:
        analyse.orgaan, analyse.besluitnummer = Orgaan.COLLEGE, f"B-{dag.year}-{analyse.id:03}"
    operations.adopt(analyse, door, dag, plus_maanden(dag, 12))
    analyse.gewijzigd_op = _moment(dag)
    for nummer, maatregel in enumerate(analyse.maatregelen):
        if nummer % 3 and maatregel.actie and maatregel.actie.status is Status.OPEN:
            toelichting, moment = "Besproken en geregeld.", _moment(dag + timedelta(days=40))
            naar = Status.GEDAAN if nummer % 3 == 1 else Status.BEZIG
            maatregel.actie.change_status(naar, toelichting, moment)
    db.session.flush()


def _gebieden(mensen: Mensen, vandaag: date, stof: Stof) -> None:
    """One that incidents overtook, one that expired, and a draft that was left half-way."""
    for naam, maanden in ((stof.ingehaald, 5), (stof.verlopen, 14)):
        gebied = _gebied(naam)
        codes = tuple(_codes(gebied)) or stof.codes[:3]
        analyse = _analyse(mensen, vandaag, codes, maanden, gebied)
        _adopt(analyse, mensen["burgemeester"], plus_maanden(vandaag, -maanden))
    gebied = _gebied(stof.bezig)
    analyse = _analyse(mensen, vandaag, tuple(_codes(gebied)) or stof.codes[:2], 0, gebied)
    analyse.stap = "restrisico"
    for risico in analyse.risicos:
        risico.rest_kans = risico.rest_effect = None
    db.session.flush()


def _gebied(naam: str) -> Beleidsgebied:
    return db.session.scalars(select(Beleidsgebied).filter_by(naam=naam)).one()


def _codes(gebied: Beleidsgebied) -> list[str]:
    stmt = select(Scenario.code).where(Scenario.beleidsgebied_id == gebied.id, Scenario.is_actief)
    return list(db.session.scalars(stmt.order_by(Scenario.id)))


def _personen(mensen: Mensen, vandaag: date) -> None:
    """One that was adopted, and one that someone began alone."""
    wethouder = mensen["wethouder"]
    klaar = operations.create_analyse(Soort.PERSOON, wethouder, persoon_id=wethouder.id)
    klaar.lezers = [Analyselezer(gebruiker_id=mensen["secretaris"].id)]
    _persoonlijk(klaar, mensen, vandaag)
    _adopt(klaar, mensen["secretaris"], plus_maanden(vandaag, -3))
    raadslid = mensen["raadslid"]
    eigen = operations.create_analyse(Soort.PERSOON, raadslid, persoon_id=raadslid.id)
    _persoonlijk(eigen, mensen, vandaag)


def _persoonlijk(analyse: Analyse, mensen: Mensen, vandaag: date) -> None:
    scenarios = db.session.scalars(
        select(Scenario).where(Scenario.voor_persoon, Scenario.is_actief).order_by(Scenario.id)
    )
    operations.add_risicos(analyse, list(scenarios)[:4], "", analyse.maker)
    _fill(analyse, mensen, vandaag)
    for nummer, risico in enumerate(analyse.risicos):
        risico.domein = list(Domein)[nummer % len(Domein)]
    for maatregel in analyse.maatregelen:
        maatregel.eigenaar_id = analyse.maker_id
    db.session.flush()


def _moment(dag: date) -> datetime:
    return datetime.combine(dag, time(10, 20), TZ)

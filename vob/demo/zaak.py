"""What stands on the cases of the demo: steps, clocks, evidence, analysis, dossiers, meetings.

Only on the newest ones, so that a demo of a hundred thousand cases costs no more.
"""

from datetime import date, datetime, timedelta

from sqlalchemy import select

from vob.core.clock import TZ
from vob.core.deadlines import plus_maanden
from vob.data import db
from vob.documenten.models import Documentversie
from vob.documenten.queries import version_in_force
from vob.incidenten.analyse.feiten import list_feiten
from vob.incidenten.analyse.models import Zaakanalyse
from vob.incidenten.analyse.rules import suggest_feiten
from vob.incidenten.analyse.values import Herhaling
from vob.incidenten.besprekingen.models import Bespreking
from vob.incidenten.betrokkenen import add_betrokkene
from vob.incidenten.bewijsstukken.operations import Handeling, add_regel, create_bewijsstuk
from vob.incidenten.bewijsstukken.values import Regelsoort
from vob.incidenten.dossiers.models import Dossier, Dossierzaak
from vob.incidenten.dossiers.values import Dossiersoort
from vob.incidenten.models import Incident
from vob.incidenten.protocol import rules as protocol
from vob.incidenten.protocol.models import Protocolstap
from vob.incidenten.protocol.values import Stapstand
from vob.incidenten.rules import AFGEROND
from vob.incidenten.termijnen.models import Zaaktermijn
from vob.incidenten.termijnen.operations import close_termijn, start_bij_melding
from vob.incidenten.termijnen.values import Termijnsoort
from vob.incidenten.values import Betrokkenrol, Bewijssoort, Status

from .mensen import Mensen

_ZAKEN, _MET_TERMIJNEN, _MET_BEWIJS = 59, 24, 5
_KLACHT_KAN = timedelta(days=90)
_BEWIJS = (
    (Bewijssoort.SCREENSHOT, "Schermafdruk van het bericht", "getroffene"),
    (Bewijssoort.CAMERA, "Beelden van de camera bij de hoofdingang", "bode"),
    (Bewijssoort.BERICHT, "De brief, in een hoes", "postkamer"),
    (Bewijssoort.VOORWERP, "Steen die door het raam ging", "bode"),
    (Bewijssoort.GELUID, "Voicemail, opgeslagen als bestand", "getroffene"),
)


def make_zaakdelen(mensen: Mensen, nu: datetime) -> None:
    """In the transaction of the caller."""
    stmt = select(Incident).where(Incident.is_proef.is_(False)).order_by(Incident.gemeld_op.desc())
    zaken = list(db.session.scalars(stmt.limit(_ZAKEN)))
    for zaak in zaken:
        _follow_protocol(zaak)
    db.session.add_all(_analyses(zaken, mensen))
    db.session.flush()
    for zaak in zaken[:_MET_TERMIJNEN]:
        _run_termijnen(zaak, nu)
    lopend = [zaak for zaak in zaken if zaak.status is not Status.GEMELD]
    for plaats, zaak in enumerate(lopend[:_MET_BEWIJS]):
        _record_bewijs(zaak, plaats, mensen, nu)
    _make_dossiers([zaak for zaak in lopend if not zaak.is_vertrouwelijk], mensen, nu)
    _release(lopend[1], mensen, nu)
    _make_besprekingen(mensen, nu.astimezone(TZ).date())
    db.session.flush()


def _follow_protocol(zaak: Incident) -> None:
    """Every step done in a case that is over, one of them skipped; of a running one the first."""
    if zaak.status is Status.GEMELD:
        return
    versie = _protocol(zaak)
    if versie is None:
        return
    for nummer, tekst in enumerate(protocol.read_stappen(versie.tekst), 1):
        stap = Protocolstap(
            incident_id=zaak.id, documentversie_id=versie.id, volgorde=nummer, tekst=tekst
        )
        if nummer == 4 and zaak.status in AFGEROND:
            _finish(stap, zaak, Stapstand.OVERGESLAGEN, "De getroffene wilde geen aangifte.")
        elif nummer <= 2 or zaak.status in AFGEROND:
            _finish(stap, zaak, Stapstand.GEDAAN, "")
        db.session.add(stap)


def _protocol(zaak: Incident) -> Documentversie | None:
    soort = protocol.protocol_voor(zaak.getroffene_functie)
    return version_in_force(soort, zaak.voorval_op.astimezone(TZ).date())


def _finish(stap: Protocolstap, zaak: Incident, stand: Stapstand, reden: str) -> None:
    stap.stand, stap.reden, stap.door_id = stand, reden, zaak.behandelaar_id or zaak.lijn_id
    stap.op = zaak.gemeld_op + timedelta(hours=3 * stap.volgorde)


def _analyses(zaken: list[Incident], mensen: Mensen) -> list[Zaakanalyse]:
    """Of every case that was handled, but the newest: that one still has to be looked back on."""
    feiten = list_feiten()
    klaar = [zaak for zaak in zaken if zaak.status in AFGEROND]
    return [
        Zaakanalyse(
            incident_id=zaak.id,
            herhaling=list(Herhaling)[plaats % len(Herhaling)],
            feiten=suggest_feiten(zaak.vormen, feiten)[:1],
            conclusie="Past bij de onrust over dit onderwerp. Eerder uitleg geven had geholpen.",
            door_id=zaak.behandelaar_id or mensen["coordinator"].id,
            op=zaak.gemeld_op + timedelta(days=9),
        )
        for plaats, zaak in enumerate(klaar)
        if plaats
    ]


def _run_termijnen(zaak: Incident, nu: datetime) -> None:
    """They run in the newest cases; in the others care was given, and most klachten are past."""
    start_bij_melding(zaak)
    if zaak.status is Status.GEMELD:
        return
    oud = zaak.gemeld_op < nu - _KLACHT_KAN or zaak.status in AFGEROND
    for termijn in db.session.scalars(select(Zaaktermijn).filter_by(incident_id=zaak.id)):
        if termijn.soort is not Termijnsoort.KLACHT:
            close_termijn(termijn, min(nu, zaak.gemeld_op + timedelta(hours=5)), "Gedaan.")
        elif oud:
            moment = min(nu, zaak.gemeld_op + timedelta(days=6))
            close_termijn(termijn, moment, "De getroffene wilde geen klacht indienen.")


def _record_bewijs(zaak: Incident, plaats: int, mensen: Mensen, nu: datetime) -> None:
    soort, omschrijving, van = _BEWIJS[plaats]
    moment = min(nu, zaak.gemeld_op + timedelta(hours=4))
    vastgelegd = Handeling(Regelsoort.VASTGELEGD, moment, van=van, naar="coördinator (kluis)")
    door = mensen["coordinator"]
    stuk = create_bewijsstuk(zaak, soort, omschrijving, None, vastgelegd, door, moment)
    if plaats % 2:
        later = min(nu, moment + timedelta(days=2))
        naar = Handeling(Regelsoort.OVERGEDRAGEN, later, van="coördinator", naar="politie")
        add_regel(zaak, stuk, naar, door, later)


def _make_dossiers(zaken: list[Incident], mensen: Mensen, nu: datetime) -> None:
    door = mensen["coordinator"].id
    for soort, titel, reden, delen in (
        (Dossiersoort.ONDERWERP, "Opvanglocatie", "Zelfde onderwerp", zaken[2:5]),
        (Dossiersoort.PERSOON, "Grijze jas", "Zelfde beschrijving en zelfde plek", zaken[6:8]),
    ):
        dossier = Dossier(titel=titel, soort=soort, gemaakt_op=nu, gemaakt_door_id=door)
        db.session.add(dossier)
        db.session.flush()
        db.session.add_all(
            Dossierzaak(
                dossier_id=dossier.id, incident_id=zaak.id, reden=reden, door_id=door, op=nu
            )
            for zaak in delen
        )


def _release(zaak: Incident, mensen: Mensen, nu: datetime) -> None:
    """What the spokesperson may say of one case."""
    add_betrokkene(zaak, mensen["woordvoerder"].id, Betrokkenrol.COMMUNICATIE, nu)
    zaak.vrijgave = "Er is een voorval geweest. Wij steunen onze collega. Meer zeggen wij nu niet."
    zaak.vrijgave_op = nu


def _make_besprekingen(mensen: Mensen, vandaag: date) -> None:
    """Over a year, so that there is something to show, and over a quarter, with too few."""
    for maanden, forum, periode in (
        (1, "Overleg van fractievoorzitters", 12),
        (4, "Managementteam", 3),
    ):
        dag = plus_maanden(vandaag, -maanden) - timedelta(days=12)
        db.session.add(
            Bespreking(
                forum=forum,
                datum=dag,
                van=plus_maanden(dag.replace(day=1), -periode),
                tot=dag.replace(day=1) - timedelta(days=1),
                verslag="Meer meldingen over online berichten. Wij oefenen het melden.",
                gemaakt_door_id=mensen["griffier"].id,
                gemaakt_op=datetime.combine(dag, datetime.min.time(), TZ),
            )
        )

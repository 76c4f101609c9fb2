"""One case with everything on it: steps, clocks, evidence, an analysis, a dossier, an offender."""

from datetime import date, datetime, timedelta
from typing import Any

from vob.core.clock import nu, vandaag
from vob.core.deadlines import plus_maanden
from vob.core.permissions import Rol
from vob.data import db
from vob.documenten.models import Documentversie
from vob.gebruikers.models import Gebruiker
from vob.incidenten.analyse.feiten import get_feit
from vob.incidenten.analyse.models import Zaakanalyse
from vob.incidenten.analyse.values import Herhaling
from vob.incidenten.besprekingen.models import Bespreking
from vob.incidenten.betrokkenen import add_betrokkene
from vob.incidenten.bewijsstukken.operations import Handeling, add_regel, create_bewijsstuk
from vob.incidenten.bewijsstukken.values import Regelsoort
from vob.incidenten.dossiers.operations import add_zaak, create_dossier
from vob.incidenten.dossiers.values import Dossiersoort
from vob.incidenten.models import Incident
from vob.incidenten.protocol.models import Protocolstap
from vob.incidenten.protocol.values import Stapstand
from vob.incidenten.termijnen.operations import start_termijn
from vob.incidenten.termijnen.values import Termijnsoort
from vob.incidenten.values import Betrokkenrol, Bewijssoort
from vob.incidenten.veroorzakers.operations import create_veroorzaker, link_zaak, switch_on

LANG = "Aansprakelijkheidsverzekeringsmaatschappijmedewerkersbijeenkomst"  # no room to break it


def fill_zaak(mensen: dict[Rol, Gebruiker], zaak: Incident) -> dict[str, Any]:
    """The ids that the addresses of a case need."""
    wie, moment = mensen[Rol.COORDINATOR], nu()
    klacht = start_termijn(zaak, Termijnsoort.KLACHT, date(2026, 6, 1), betreft=LANG)
    start_termijn(zaak, Termijnsoort.CJIB, vandaag())
    _fill_protocol(zaak, wie, moment)
    _fill_bewijs(zaak, wie, moment)
    dossier = create_dossier(LANG, Dossiersoort.PERSOON, wie, moment)
    add_zaak(dossier, zaak, f"Zelfde auto, {LANG}", wie, moment)
    add_betrokkene(zaak, mensen[Rol.WOORDVOERDER].id, Betrokkenrol.COMMUNICATIE, moment)
    zaak.vrijgave, zaak.vrijgave_op = f"Er was een voorval. {LANG}", moment
    switch_on("Arbowet", vandaag(), LANG, wie, moment, vandaag())
    veroorzaker = create_veroorzaker(LANG, LANG, f"Dreigde. {LANG}", wie, vandaag())
    link_zaak(veroorzaker, zaak, wie, moment)
    db.session.add(get_feit("285"))  # as changed once: only then is there a version of it
    db.session.flush()
    return {
        "zaaktermijn": klacht.id,
        "dossier": dossier.id,
        "veroorzaker": veroorzaker.id,
        "bespreking": _make_bespreking(wie, moment),
    }


def _fill_protocol(zaak: Incident, wie: Gebruiker, moment: datetime) -> None:
    versie = db.session.scalars(db.select(Documentversie)).first()
    assert versie is not None
    for nummer, stand in enumerate(Stapstand, 1):
        stap = Protocolstap(
            incident_id=zaak.id,
            documentversie_id=versie.id,
            volgorde=nummer,
            tekst=f"Bel {LANG}",
            stand=stand,
        )
        if stand is not Stapstand.OPEN:
            stap.door_id, stap.op = wie.id, moment
            stap.reden = f"Niet nodig: {LANG}" if stand is Stapstand.OVERGESLAGEN else ""
        db.session.add(stap)
    db.session.add(
        Zaakanalyse(
            incident_id=zaak.id,
            herhaling=Herhaling.HERHALING,
            feiten=["285"],
            conclusie=LANG,
            door_id=wie.id,
            op=moment,
        )
    )


def _fill_bewijs(zaak: Incident, wie: Gebruiker, moment: datetime) -> None:
    begin = Handeling(Regelsoort.VASTGELEGD, moment, van=LANG, naar=LANG, sha256="ab" * 32)
    stuk = create_bewijsstuk(zaak, Bewijssoort.VOORWERP, LANG, None, begin, wie, moment)
    verder = Handeling(Regelsoort.OVERGEDRAGEN, moment, naar="politie", toelichting=LANG)
    add_regel(zaak, stuk, verder, wie, moment)


def _make_bespreking(wie: Gebruiker, moment: datetime) -> int:
    bespreking = Bespreking(
        forum=f"Overleg {LANG}",
        datum=vandaag(),
        van=plus_maanden(vandaag().replace(day=1), -3),
        tot=vandaag().replace(day=1) - timedelta(days=1),
        verslag=LANG,
        gemaakt_door_id=wie.id,
        gemaakt_op=moment,
    )
    db.session.add(bespreking)
    db.session.flush()
    return bespreking.id

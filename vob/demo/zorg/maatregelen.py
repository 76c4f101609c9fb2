"""Measures in each state: in preparation, put, taken, running, review late, lifted, broken."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from vob.core.clock import TZ
from vob.data import db
from vob.demo.mensen import Mensen
from vob.demo.vergaderingen import ROEPER
from vob.documenten.values import Orgaan, Versiestatus
from vob.incidenten.maatregelen.inrichten import add_sjablonen
from vob.incidenten.maatregelen.ladder import LADDER, stel_voor
from vob.incidenten.maatregelen.models import Maatregel, Overtreding
from vob.incidenten.maatregelen.queries import get_regel, list_sjabloondocumenten
from vob.incidenten.maatregelen.soorten import SOORTEN
from vob.incidenten.maatregelen.values import (
    Bezwaaruitkomst,
    Contactwijze,
    Einde,
    Grens,
    JaNee,
    Maatregelsoort,
    Maatregelstatus,
)
from vob.incidenten.models import Incident
from vob.organisatie.queries import our_organisatie

S, ST = Maatregelsoort, Maatregelstatus


@dataclass(frozen=True)
class Voorbeeld:
    """Days count from today. `zaak`: the how-manieth newest case."""

    soort: Maatregelsoort
    zaak: int
    status: Maatregelstatus = ST.GENOMEN
    van: int | None = None
    tot: int | None = None
    toets: int | None = None
    persoon: str = "A. van Dongen"
    gebouw: str = ""
    extra: str = ""


VOORBEELDEN: tuple[Voorbeeld, ...] = (
    Voorbeeld(S.SCHRIFTELIJK, 1, ST.VOORGELEGD, persoon="M. Terlouw"),
    Voorbeeld(S.TOEGANG_GEBOUW, 3, ST.CONCEPT, 1, 90, 60, "B. Hartog", "huis"),
    Voorbeeld(S.TOEGANG_GEBOUW, 6, ST.GENOMEN, -20, 70, 30, "A. van Dongen", "huis", "overtreden"),
    Voorbeeld(S.TOEGANG_GEBOUW, 9, ST.GENOMEN, -80, 12, -10, "K. de Ruig", "huis"),
    Voorbeeld(S.TOEGANG_VERGADERING, 11, ST.GENOMEN, -30, 45, 20, ROEPER, "zaal", "bezwaar"),
    Voorbeeld(S.CONTACTAFSPRAKEN, 14, ST.GENOMEN, -60, 30, 10, "T. Veen", "", "contact"),
    Voorbeeld(S.SCHRIFTELIJK, 16, persoon="J. Overmars"),
    Voorbeeld(S.GESPREK, 18, persoon="S. Wolf"),
    Voorbeeld(S.TOEGANG_GEBOUW, 21, ST.GENOMEN, -200, -20, -60, "R. Kist", "huis", "opgeheven"),
    Voorbeeld(S.PLATFORM, 24, persoon=""),
    Voorbeeld(S.GEEN, 27, persoon=""),
    Voorbeeld(S.DIENSTVERLENING, 30, ST.AFGEWEZEN, 5, 60, 40, "P. Lans"),
    Voorbeeld(S.SCHRIFTELIJK, 34, persoon="D. Zomer"),
)
# What was done, and why this follows: at the desk, unless the kind of measure is about elsewhere.
_FEITEN: dict[Maatregelsoort | None, str] = {
    None: "Schreeuwde, sloeg op de balie en bleef staan nadat de bode vroeg om te gaan.",
    S.TOEGANG_VERGADERING: "Riep drie keer door de spreker heen, ook na een waarschuwing.",
    S.PLATFORM: "In een openbare groep staat het woonadres van een {raadslid}, met de oproep om "
    "daar langs te gaan.",
}
_REDENEN: dict[Maatregelsoort | None, str] = {
    None: "De medewerkers durven anders niet rustig te werken.",
    S.TOEGANG_VERGADERING: "De vergadering kon niet verder, en niemand durfde nog te spreken.",
    S.PLATFORM: "Door dit bericht is het gezin thuis niet veilig.",
}


def make_maatregelen(zaken: Sequence[Incident], mensen: Mensen, vandaag: date) -> None:
    _make_sjablonen(mensen, vandaag)
    for voorbeeld in VOORBEELDEN:
        if voorbeeld.zaak < len(zaken):
            db.session.add(_make(voorbeeld, zaken[voorbeeld.zaak], mensen, vandaag))
    db.session.flush()


def _make_sjablonen(mensen: Mensen, vandaag: date) -> None:
    """All adopted but the last: step 9 has something to say."""
    add_sjablonen(mensen["coordinator"])
    for document in list(list_sjabloondocumenten())[:-1]:
        versie = document.versies[0]
        versie.orgaan, versie.vastgelegd_door_id = Orgaan.SECRETARIS, mensen["secretaris"].id
        versie.vastgesteld_op = versie.geldig_van = vandaag - timedelta(days=210)
        versie.toets_op = vandaag + timedelta(days=155)
        versie.status = Versiestatus.VASTGESTELD
    db.session.flush()


def _make(v: Voorbeeld, zaak: Incident, mensen: Mensen, vandaag: date) -> Maatregel:
    regel, dag = get_regel(v.soort), zaak.gemeld_op.astimezone(TZ).date()
    maker, beslisser = mensen["coordinator"], mensen["burgemeester"]
    if beslisser.id == zaak.getroffene_id:
        beslisser = mensen["loco"]
    maatregel = Maatregel(
        incident_id=zaak.id,
        soort=v.soort,
        aard=regel.aard,
        status=v.status,
        grondslag=regel.grondslag,
        van=_dag(vandaag, v.van),
        tot=_dag(vandaag, v.tot),
        toets_op=_dag(vandaag, v.toets),
        gebouw=_plek(v),
        reden=_tekst(_REDENEN, v),
        feiten=_tekst(_FEITEN, v),
        feiten_op=dag,
        voorgesteld=[soort.value for soort in stel_voor(LADDER, zaak.ernst, is_herhaling=False)],
        afwijking="De ladder past hier niet: het ging om één keer, in het openbaar.",
        gemaakt_door_id=maker.id,
        makers=[maker.id],
        gemaakt_op=zaak.gemeld_op + timedelta(hours=20),
    )
    _set_persoon(maatregel, v, dag)
    if regel.besluit_nodig:
        maatregel.orgaan = SOORTEN[v.soort].orgaan or Orgaan.COLLEGE
        maatregel.beslisser_id = beslisser.id
    _set_verloop(maatregel, v, vandaag, mensen["coordinator"].id)
    return maatregel


def _set_persoon(maatregel: Maatregel, v: Voorbeeld, dag: date) -> None:
    """What a measure that touches someone owes that person."""
    if not SOORTEN[v.soort].raakt_persoon:
        return
    maatregel.persoon, maatregel.adres = v.persoon, "Voorbeeldkade 12\n1234 AB Waterrijk"
    maatregel.grens = Grens.OVER
    maatregel.gehoord, maatregel.gehoord_op = JaNee.JA, dag
    maatregel.gehoord_toelichting = "Was boos over een brief. Het spijt hem dat het zo ging."
    maatregel.gesprek = JaNee.JA
    maatregel.evenredig = "Alleen praten hielp eerder niet. Het is tijdelijk."
    maatregel.dienstverlening = "Vragen kunnen per brief of via het vaste contactpunt."
    if v.extra == "contact":
        maatregel.contactwijze = Contactwijze.VAST


def _set_verloop(m: Maatregel, v: Voorbeeld, vandaag: date, door_id: int) -> None:
    """What happened after it was prepared."""
    if v.status is ST.VOORGELEGD:
        m.voorgelegd_op = datetime.combine(vandaag - timedelta(days=1), time(15), TZ)
    if v.status is ST.AFGEWEZEN:
        m.besluit_toelichting = "Een gesprek is eerst genoeg."
    if v.status is not ST.GENOMEN:
        return
    m.besloten_op = m.bekend_op = m.van or m.feiten_op
    regel = get_regel(v.soort)
    m.sjabloon = regel.document.versies[0] if regel.document else None
    if v.extra == "overtreden":
        moment = datetime.combine(vandaag - timedelta(days=4), time(10, 20), TZ)
        wat = "Kwam de hal binnen en ging weg toen de bode de politie belde."
        m.overtredingen = [Overtreding(moment=moment, wat=wat, is_politie=True, door_id=door_id)]
    if v.extra == "bezwaar":
        m.verstoringen, m.bezwaar_uitkomst = 3, Bezwaaruitkomst.LOOPT
        m.bezwaar_op = vandaag - timedelta(days=9)
    if v.extra == "opgeheven":
        m.einde, m.einde_op = Einde.OPGEHEVEN, vandaag - timedelta(days=50)
        m.einde_reden = "Er zijn afspraken gemaakt en het is rustig gebleven."


def _tekst(teksten: dict[Maatregelsoort | None, str], v: Voorbeeld) -> str:
    tekst = teksten.get(v.soort, teksten[None])
    return tekst.format(raadslid=our_organisatie().woorden.raadslid)


def _plek(v: Voorbeeld) -> str:
    woorden = our_organisatie().woorden
    if v.gebouw == "zaal":
        return f"de publieke tribune bij elke {woorden.raadsvergadering}"
    return woorden.het_gemeentehuis if v.gebouw == "huis" else ""


def _dag(vandaag: date, dagen: int | None) -> date | None:
    return None if dagen is None else vandaag + timedelta(days=dagen)

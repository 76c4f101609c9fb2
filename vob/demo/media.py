"""The media room of the demo: an expired line, a gap in next week's roster, a question due today.

Journalists and media are made up; numbers are 0555-…
"""

from datetime import date, datetime, timedelta

from sqlalchemy import select

from vob.core.clock import TZ
from vob.data import db
from vob.media import rules_rooster
from vob.media.models import (
    Afstemming,
    Afwezigheid,
    Dienst,
    Kernboodschap,
    Onderwerp,
    Vakantie,
    Woordvoerder,
)
from vob.media.operations.onderwerpen import add_startset
from vob.media.values import (
    Boodschapsoort,
    Boodschapstatus,
    Partij,
    Uitkomst,
)
from vob.organisatie.models import Organisatie

from . import mediateksten as tekst
from .mediavragen import Bouwer, make_bericht, make_contacten, make_vragen
from .mensen import Mensen

_DAG = timedelta(days=1)
_WISSEL = 9
_COLLEGA = {
    Partij.BURGEMEESTER: "burgemeester",
    Partij.PORTEFEUILLEHOUDER: "wethouder",
    Partij.SECRETARIS: "secretaris",
    Partij.GRIFFIER: "griffier",
}
_BUITEN = {
    Partij.OM: "persofficier van dienst",
    Partij.POLITIE: "persvoorlichter van de eenheid",
    Partij.BETROKKENE: "de betrokkene",
}
Mediamensen = dict[str, Woordvoerder]


def make_media(organisatie: Organisatie, mensen: Mensen, moment: datetime) -> None:
    """All of it; flushes."""
    bouwer = Bouwer(organisatie, mensen, moment)
    add_startset(organisatie.type, organisatie.woorden)
    wie = _make_woordvoerders(bouwer)
    onderwerpen = _make_onderwerpen(bouwer, wie)
    _make_rooster(bouwer, wie)
    _make_lijnen(bouwer, onderwerpen)
    contacten = make_contacten(bouwer)
    make_vragen(bouwer, onderwerpen, contacten)
    make_bericht(bouwer)
    db.session.flush()


def _make_woordvoerders(bouwer: Bouwer) -> Mediamensen:
    """Those of the start set get a number for outside office hours; a wethouder joins."""
    codes = {mens.id: code for code, mens in bouwer.mensen.items()}
    wie = {}
    for nummer, woordvoerder in enumerate(db.session.scalars(select(Woordvoerder)).all()):
        woordvoerder.telefoon_buiten = f"0555-{445500 + 11 * nummer}"
        wie[codes[woordvoerder.gebruiker_id or 0]] = woordvoerder
    for code in ("burgemeester", "griffier", "secretaris"):
        wie[code].functie = str(vars(bouwer.organisatie.woorden)[code])
    lid = bouwer.mensen["wethouder"]
    wie["wethouder"] = Woordvoerder(
        naam=lid.naam,
        functie=bouwer.organisatie.woorden.wethouder,
        gebruiker_id=lid.id,
        telefoon=lid.telefoon,
        telefoon_buiten="0555-445599",
        email=lid.email,
        is_actief=True,
    )
    db.session.add(wie["wethouder"])
    db.session.flush()
    return wie


def _make_onderwerpen(bouwer: Bouwer, wie: Mediamensen) -> dict[str, Onderwerp]:
    """The start set, and what is talked about here; one topic has no deputy yet."""
    eigen = tekst.ONDERWERPEN[bouwer.organisatie.type]
    for naam, gebied, portefeuille, trefwoorden in eigen:
        db.session.add(
            Onderwerp(
                naam=naam,
                beleidsgebied=gebied,
                portefeuille=portefeuille,
                trefwoorden=trefwoorden,
                namens="namens de portefeuillehouder",
                eerste_id=wie["woordvoerder"].id,
                vervanger_id=wie["woordvoerder2"].id if naam != eigen[-1][0] else None,
                akkoord=[Partij.PORTEFEUILLEHOUDER.value],
                geldig_van=bouwer.vandaag - 200 * _DAG,
            )
        )
    db.session.flush()
    alle = {onderwerp.naam: onderwerp for onderwerp in db.session.scalars(select(Onderwerp))}
    alle["Beleid in een portefeuille"].eerste_id = wie["wethouder"].id
    return alle


def _make_rooster(bouwer: Bouwer, wie: Mediamensen) -> None:
    """By turns; next week somebody forgot two days."""
    weken = rules_rooster.weken(bouwer.vandaag - 14 * _DAG, 12, _WISSEL)
    beurten = [wie["woordvoerder"], wie["woordvoerder2"]]
    volgende = next(w for w in weken if w.begin > bouwer.moment)
    for nummer, week in enumerate(weken):
        nu_van_dienst = week.begin <= bouwer.moment < week.einde
        eerste, tweede = beurten if nummer % 2 == 0 else beurten[::-1]
        delen = [(week.begin, week.einde)]
        if week is volgende:
            begin = rules_rooster.maandag(week.begin.astimezone(TZ).date())
            op = rules_rooster.moment_op
            delen = [(week.begin, op(begin + 2 * _DAG, 17)), (op(begin + 4 * _DAG, 9), week.einde)]
        for van, tot in delen:
            db.session.add(
                Dienst(
                    woordvoerder_id=eerste.id,
                    vervanger_id=tweede.id,
                    begin=van,
                    einde=tot,
                    bevestigd_op=van - 20 * _DAG if tot < bouwer.moment or nu_van_dienst else None,
                )
            )
    weg = bouwer.vandaag + 30 * _DAG
    db.session.add(
        Afwezigheid(woordvoerder_id=wie["woordvoerder2"].id, van=weg, tot=weg + 6 * _DAG)
    )
    kerst = date(bouwer.vandaag.year, 12, 19)
    db.session.add(Vakantie(naam="kerstvakantie", van=kerst, tot=kerst + 15 * _DAG))
    db.session.flush()


def _make_lijnen(bouwer: Bouwer, onderwerpen: dict[str, Onderwerp]) -> None:
    """Current ones, one that expired, one that waits for consent."""
    maker = bouwer.mensen["woordvoerder"]
    for regel in tekst.LIJNEN[bouwer.organisatie.type]:
        akkoord = regel.tot is not None
        lijn = Kernboodschap(
            onderwerp_id=onderwerpen[regel.onderwerp].id,
            soort=Boodschapsoort.VRAAG if regel.vraag else Boodschapsoort.KERNBOODSCHAP,
            vraag=regel.vraag,
            tekst=bouwer.zin(regel.tekst),
            niet_zeggen=regel.niet,
            status=Boodschapstatus.AKKOORD if akkoord else Boodschapstatus.CONCEPT,
            geldig_tot=bouwer.vandaag + (regel.tot or 60) * _DAG,
            maker_id=maker.id,
            gemaakt_op=bouwer.om(-70, 10),
            akkoord_op=bouwer.om(-68, 15) if akkoord else None,
        )
        db.session.add(lijn)
        db.session.flush()
        partijen = onderwerpen[regel.onderwerp].partijen if akkoord else ()
        for partij in dict.fromkeys([Partij.BURGEMEESTER, *partijen]):
            db.session.add(_make_afstemming(bouwer, lijn, partij, akkoord=akkoord))


def _make_afstemming(
    bouwer: Bouwer, lijn: Kernboodschap, partij: Partij, *, akkoord: bool
) -> Afstemming:
    """Colleagues answered themselves; what others said was recorded by who wrote the line."""
    code = _COLLEGA.get(partij)
    wie = bouwer.mensen[code].id if code else None
    return Afstemming(
        soort="kernboodschap",
        ref=lijn.id,
        partij=partij,
        gebruiker_id=wie,
        naam="" if wie else _BUITEN[partij],
        uitkomst=Uitkomst.AKKOORD if akkoord else Uitkomst.GEVRAAGD,
        gevraagd_op=bouwer.om(-69, 9) if akkoord else bouwer.om(-1, 9),
        beantwoord_op=bouwer.om(-68, 14) if akkoord else None,
        vastgelegd_door_id=(wie or lijn.maker_id) if akkoord else None,
    )

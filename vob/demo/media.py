"""The media room of the demo: an expired line, a gap in next week's roster, a question due today.

Journalists and media are made up; numbers are 0555-…
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import select

from vob.core.clock import TZ
from vob.data import db
from vob.incidenten.models import Incident
from vob.media import rules_rooster
from vob.media.models import (
    Afstemming,
    Afwezigheid,
    Dienst,
    Incidentbericht,
    Kernboodschap,
    Onderwerp,
    Perscontact,
    Persvraag,
    Vakantie,
    Woordvoerder,
)
from vob.media.operations.onderwerpen import add_startset
from vob.media.values import (
    Bijstand,
    Boodschapsoort,
    Boodschapstatus,
    Kanaal,
    NaarBuiten,
    Niet,
    Partij,
    Status,
    Uitkomst,
    Vooraf,
    Weergave,
)
from vob.organisatie.models import Organisatie

from . import mediateksten as tekst
from .mensen import Mensen

_DAG = timedelta(days=1)
_WISSEL = 9
Mediamensen = dict[str, Woordvoerder]


@dataclass(frozen=True)
class _Bouwer:
    """What every part of the demo needs."""

    organisatie: Organisatie
    mensen: Mensen
    moment: datetime

    @property
    def vandaag(self) -> date:
        return self.moment.astimezone(TZ).date()

    def zin(self, tekst: str) -> str:
        """In the words of the organisation."""
        zin = tekst.format(**vars(self.organisatie.woorden))
        return zin[:1].upper() + zin[1:]

    def om(self, dagen: int, uur: int, minuut: int = 0) -> datetime:
        """That hour on the Dutch clock, so many days from today."""
        dag = self.vandaag + timedelta(days=dagen)
        return datetime.combine(dag, time(uur, minuut), TZ).astimezone(UTC)


def make_media(organisatie: Organisatie, mensen: Mensen, moment: datetime) -> None:
    """All of it; flushes."""
    bouwer = _Bouwer(organisatie, mensen, moment)
    add_startset(organisatie.type, organisatie.woorden)
    wie = _make_woordvoerders(bouwer)
    onderwerpen = _make_onderwerpen(bouwer, wie)
    _make_rooster(bouwer, wie)
    _make_lijnen(bouwer, onderwerpen)
    contacten = _make_contacten(bouwer)
    _make_vragen(bouwer, onderwerpen, contacten)
    _make_bericht(bouwer)
    db.session.flush()


def _make_woordvoerders(bouwer: _Bouwer) -> Mediamensen:
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


def _make_onderwerpen(bouwer: _Bouwer, wie: Mediamensen) -> dict[str, Onderwerp]:
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


def _make_rooster(bouwer: _Bouwer, wie: Mediamensen) -> None:
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


def _make_lijnen(bouwer: _Bouwer, onderwerpen: dict[str, Onderwerp]) -> None:
    """Current ones, one that expired, one that waits for consent."""
    maker = bouwer.mensen["woordvoerder"]
    burgemeester = bouwer.mensen["burgemeester"]
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
        db.session.add(
            Afstemming(
                soort="kernboodschap",
                ref=lijn.id,
                partij=Partij.BURGEMEESTER,
                gebruiker_id=burgemeester.id,
                uitkomst=Uitkomst.AKKOORD if akkoord else Uitkomst.GEVRAAGD,
                gevraagd_op=bouwer.om(-69, 9) if akkoord else bouwer.om(-1, 9),
                beantwoord_op=bouwer.om(-68, 14) if akkoord else None,
                vastgelegd_door_id=burgemeester.id if akkoord else None,
            )
        )


def _make_contacten(bouwer: _Bouwer) -> list[Perscontact]:
    """One of them is in it twice, one was silent for long."""
    contacten = [
        Perscontact(
            naam=naam,
            medium=medium,
            telefoon=f"0555-{330100 + 7 * nummer}",
            email=f"redactie{nummer}@pers.example",
            prive=f"0555-{660100 + 9 * nummer}" if nummer % 2 else None,
            toestemming_op=bouwer.vandaag - (60 + 90 * nummer) * _DAG,
            laatst_contact_op=bouwer.vandaag - (3 + 95 * nummer) * _DAG,
        )
        for nummer, (naam, medium) in enumerate(tekst.CONTACTEN)
    ]
    db.session.add_all(contacten)
    db.session.flush()
    return contacten


def _make_vragen(
    bouwer: _Bouwer, onderwerpen: dict[str, Onderwerp], contacten: list[Perscontact]
) -> None:
    """A year of questions, numbered as they came in, and today's."""
    soort, woordvoerder = bouwer.organisatie.type, bouwer.mensen["woordvoerder"]
    per_jaar: dict[int, int] = {}
    for nummer, regel in enumerate(sorted(tekst.VRAGEN[soort], key=lambda r: r.dagen)):
        ontvangen = bouwer.om(regel.dagen, 9 + nummer % 7, 5 * nummer % 60)
        if ontvangen > bouwer.moment:
            ontvangen = bouwer.moment - timedelta(minutes=40)
        jaar = ontvangen.astimezone(TZ).year
        per_jaar[jaar] = per_jaar.get(jaar, 0) + 1
        contact = contacten[nummer % (len(contacten) - 1)]
        vraag = Persvraag(
            jaar=jaar,
            volgnummer=per_jaar[jaar],
            ontvangen_op=ontvangen,
            kanaal=list(Kanaal)[nummer % 3],
            medium=contact.medium,
            journalist=contact.naam,
            contact=contact.telefoon,
            perscontact_id=contact.id,
            onderwerp_id=onderwerpen[regel.onderwerp].id,
            onderwerp=onderwerpen[regel.onderwerp],
            vraag=regel.vraag,
            uiterlijk=max(bouwer.om(regel.dagen, 17), ontvangen + timedelta(hours=1)),
            status=regel.status,
            antwoord=regel.antwoord,
            antwoord_door=woordvoerder.naam if regel.antwoord else "",
            genoteerd_door_id=bouwer.mensen["balie" if nummer % 3 else "woordvoerder"].id,
            toegewezen_id=None
            if regel.status is Status.NIEUW
            else bouwer.mensen["woordvoerder"].id,
            embargo_tot=bouwer.om(2, 9) if regel.is_embargo else None,
            reden="Het onderzoek loopt; wij verwezen naar het OM." if regel.is_niet else "",
        )
        _finish(vraag, regel, nummer)
        db.session.add(vraag)
        db.session.flush()


def _finish(vraag: Persvraag, regel: tekst.Vraag, nummer: int) -> None:
    """How a question ended that is not open any more."""
    if regel.status in (Status.BEANTWOORD, Status.AFGESLOTEN):
        vraag.bevestigd_op = vraag.ontvangen_op + timedelta(minutes=15)
        vraag.verzonden_op = vraag.ontvangen_op + timedelta(minutes=50 + 37 * nummer)
    if regel.status is Status.AFGESLOTEN:
        vraag.gepubliceerd_op = vraag.ontvangen_op.date() + _DAG
        vraag.weergave = Weergave.JA if nummer % 4 else Weergave.NEE
        vraag.leerpunt = "" if nummer % 4 else "Eerder terugbellen: het stuk was al af."


def _make_bericht(bouwer: _Bouwer) -> None:
    """A message about a case, half way through its check list."""
    coordinator, woordvoerder = bouwer.mensen["coordinator"], bouwer.mensen["woordvoerder"]
    zaak = db.session.execute(
        select(Incident.id, Incident.nummer)
        .where(
            Incident.behandelaar_id == coordinator.id,
            Incident.is_vertrouwelijk.is_(False),
            Incident.is_proef.is_(False),
        )
        .order_by(Incident.gemeld_op.desc())
        .limit(1)
    ).first()
    if zaak is None:
        return
    bericht = Incidentbericht(
        zaak_soort="incident",
        zaak_id=zaak.id,
        nummer=zaak.nummer,
        feiten="Er is aangifte gedaan. De betrokkene wil niet met naam genoemd worden.",
        tekst=tekst.BERICHT,
        vooraf=[Vooraf.AKKOORD.value, Vooraf.EEN_STEM.value],
        niet=[item.value for item in list(Niet)[:8]],
        status=Bijstand.CONCEPT,
        naar_buiten=NaarBuiten.NEE,
        maker_id=coordinator.id,
        gemaakt_op=bouwer.moment - timedelta(hours=5),
    )
    db.session.add(bericht)
    db.session.flush()
    db.session.add(
        Afstemming(
            soort="incidentbericht",
            ref=bericht.id,
            partij=Partij.OM,
            naam="persofficier van dienst",
            gevraagd_op=bouwer.moment - timedelta(hours=3),
            uitkomst=Uitkomst.AKKOORD,
            toelichting="Aan de telefoon, 14.10 uur: geen bezwaar.",
            beantwoord_op=bouwer.moment - timedelta(hours=2),
            vastgelegd_door_id=woordvoerder.id,
        )
    )

"""The press questions of the demo, who asked them, and a message about a case."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import select

from vob.core.clock import TZ
from vob.data import db
from vob.incidenten.models import Incident
from vob.media.models import Afstemming, Incidentbericht, Onderwerp, Perscontact, Persvraag
from vob.media.values import (
    Bijstand,
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


@dataclass(frozen=True)
class Bouwer:
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


def make_contacten(bouwer: Bouwer) -> list[Perscontact]:
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


def make_vragen(
    bouwer: Bouwer, onderwerpen: dict[str, Onderwerp], contacten: list[Perscontact]
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
            uiterlijk=max(bouwer.om(1 if regel.is_embargo else regel.dagen, 17), ontvangen),
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
        vraag.gepubliceerd_op = vraag.ontvangen_op.astimezone(TZ).date() + _DAG
        vraag.weergave = Weergave.JA if nummer % 4 else Weergave.NEE
        vraag.leerpunt = "" if nummer % 4 else "Eerder terugbellen: het stuk was al af."


def make_bericht(bouwer: Bouwer) -> None:
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
    bericht = _bericht(bouwer, zaak.id, zaak.nummer)
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


def _bericht(bouwer: Bouwer, zaak_id: int, nummer: str) -> Incidentbericht:
    return Incidentbericht(
        zaak_soort="incident",
        zaak_id=zaak_id,
        nummer=nummer,
        feiten="Er is aangifte gedaan. De betrokkene wil niet met naam genoemd worden.",
        tekst=tekst.BERICHT,
        vooraf=[Vooraf.AKKOORD.value, Vooraf.EEN_STEM.value],
        niet=[item.value for item in list(Niet)[:8]],
        status=Bijstand.CONCEPT,
        naar_buiten=NaarBuiten.NEE,
        maker_id=bouwer.mensen["coordinator"].id,
        gemaakt_op=bouwer.moment - timedelta(hours=5),
    )

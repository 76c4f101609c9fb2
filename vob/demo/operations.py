"""Filling an empty database with the demo organisation."""

from datetime import date, datetime, timedelta
from heapq import merge

from flask import current_app, g
from sqlalchemy import select

from vob.berichten.models import Bericht
from vob.berichten.values import Berichtsoort, Berichtstatus
from vob.core.clock import TZ, nu
from vob.core.deadlines import plus_maanden
from vob.core.errors import RegelOvertreden
from vob.core.organisatietype import Functie, Organisatietype
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.models import Incident, Meldlijn
from vob.incidenten.vergaderingen.models import Vergadering
from vob.organisatie.models import Organisatie, Termijn
from vob.organisatie.operations import add_start_set
from vob.organisatie.values import Termijnsoort

from .acties import make_acties
from .bijeenkomsten import make_bijeenkomsten
from .bijlagen import make_bijlagen
from .checklist import make_checklist
from .documenten import make_documenten
from .keten import make_keten
from .media import make_media
from .mensen import Mensen, make_mensen
from .risicoanalyse import make_risicoanalyses
from .vergaderingen import make_vergaderingen
from .zaak import make_zaakdelen
from .zaken import Bezetting, Schrijver, link_zaak, live_zaken, make_zaken, zaak_uit_log
from .zaken.levend import AANTAL
from .zorg import make_zorg

NAMEN = {
    Organisatietype.GEMEENTE: "Waterrijk",
    Organisatietype.WATERSCHAP: "De Vlietlanden",
    Organisatietype.PROVINCIE: "Middelland",
}
LIJNEN: dict[Functie, tuple[str, str]] = {
    Functie.BURGEMEESTER: ("loco", "secretaris"),
    Functie.WETHOUDER: ("secretaris", "coordinator"),
    Functie.RAADSLID: ("griffier", "griffier2"),
    Functie.COMMISSIELID: ("griffier", "griffier2"),
    Functie.FRACTIEMEDEWERKER: ("griffier", "griffier2"),
    Functie.GRIFFIER: ("burgemeester", "secretaris"),
    Functie.SECRETARIS: ("burgemeester", "coordinator"),
    Functie.MEDEWERKER: ("coordinator", "coordinator2"),
    Functie.GEZINSLID: ("coordinator", "coordinator2"),
    Functie.ANDERS: ("coordinator", "coordinator2"),
}
# Mail that went out, and what still waits: to whom, about what, days ago.
_POST = (
    ("griffier", Berichtsoort.KLAAR, 0),
    ("coordinator", Berichtsoort.HERINNERING, 0),
    ("medewerker", Berichtsoort.REACTIE, 2),
    ("burgemeester", Berichtsoort.HERINNERING, 3),
    ("griffier", Berichtsoort.HERINNERING, 5),
    ("secretaris", Berichtsoort.KLAAR, 8),
)


def is_in_gebruik() -> bool:
    """Somebody has an account: then nothing may be filled in any more."""
    return db.session.scalar(select(Gebruiker.id).limit(1)) is not None


def make_demo(soort: Organisatietype, aantal: int = AANTAL) -> int:
    """The whole demo, in the transaction of the caller; how many cases it has.

    Raises RegelOvertreden when the database is in use.
    """
    if is_in_gebruik():
        raise RegelOvertreden(
            "De database is al in gebruik. De demo komt alleen in een lege database."
        )
    moment = nu()
    vandaag = moment.astimezone(TZ).date()
    organisatie = _make_organisatie(soort)
    mensen = make_mensen(soort)
    periode = _make_termijnen(vandaag, mensen, organisatie)
    add_start_set()
    _make_meldlijnen(mensen)
    make_documenten(mensen, organisatie.woorden, vandaag)
    make_keten(soort, mensen, vandaag)
    avond = make_vergaderingen(mensen, organisatie, vandaag)
    geschreven = _write_zaken(organisatie, mensen, max(aantal - AANTAL, 0), moment, avond)
    make_media(organisatie, mensen, moment)
    make_zaakdelen(mensen, moment)
    make_zorg(mensen, vandaag)
    make_risicoanalyses(soort, mensen, vandaag)
    make_bijeenkomsten(mensen, organisatie.woorden, vandaag)
    with current_app.test_request_context():  # the proofs of a round hold addresses
        make_checklist(mensen, vandaag, periode)
    make_acties(mensen, vandaag)
    make_bijlagen(mensen)
    _make_post(mensen, moment)
    return geschreven


def _make_organisatie(soort: Organisatietype) -> Organisatie:
    organisatie = Organisatie(
        type=soort,
        naam=NAMEN[soort],
        beveiliging_naam="Bode en beveiliging",
        beveiliging_telefoon="0555-112233",
        postadres=f"Postbus 100\n0000 AA {NAMEN[soort]}",
        is_demo=True,
    )
    db.session.add(organisatie)
    db.session.flush()
    g.organisatie = organisatie
    return organisatie


def _make_termijnen(vandaag: date, mensen: Mensen, organisatie: Organisatie) -> tuple[date, date]:
    """The council began eight months ago, the executive six; returns the term of the council."""
    begin = plus_maanden(vandaag, -8)
    raad = (begin, plus_maanden(begin, 48) - timedelta(days=1))
    vorige = plus_maanden(begin, -48)
    college = plus_maanden(begin, 2)
    burgemeester = plus_maanden(vandaag, -29)
    naam = f"{organisatie.woorden.burgemeester} {mensen['burgemeester'].naam}"
    for soort, omschrijving, van, tot in (
        (Termijnsoort.RAAD, "", vorige, begin - timedelta(days=1)),
        (Termijnsoort.RAAD, "", *raad),
        (Termijnsoort.COLLEGE, "", college, raad[1]),
        (Termijnsoort.PERSOON, naam, burgemeester, plus_maanden(burgemeester, 72)),
    ):
        db.session.add(Termijn(soort=soort, omschrijving=omschrijving, begin=van, einde=tot))
    db.session.flush()
    return raad


def _make_meldlijnen(mensen: Mensen) -> None:
    for functie, (eerste, vervanger) in LIJNEN.items():
        lijn = Meldlijn(functie=functie)
        lijn.eerste_id, lijn.vervanger_id = mensen[eerste].id, mensen[vervanger].id
        db.session.add(lijn)
    db.session.flush()


def _write_zaken(
    organisatie: Organisatie, mensen: Mensen, gemaakt: int, moment: datetime, avond: Vergadering
) -> int:
    """In the order in which they were reported, so that numbers and search go by time."""
    soort, bezetting = organisatie.type, Bezetting(mensen, LIJNEN)
    uit_log = zaak_uit_log(avond, bezetting, organisatie.woorden, moment)
    stromen = (
        live_zaken(soort, bezetting, moment),
        make_zaken(soort, bezetting, gemaakt, moment),
        [uit_log],
    )
    geschreven = Schrijver().write(merge(*stromen, key=lambda zaak: zaak.gemeld_op))
    link_zaak(uit_log, avond)
    return geschreven


def _make_post(mensen: Mensen, moment: datetime) -> None:
    """Links only, as always. The newest two still wait: a demo has no mail server."""
    for wie, soort, dagen in _POST:
        gemaakt = moment - timedelta(days=dagen, minutes=20)
        verstuurd = gemaakt + timedelta(seconds=40) if dagen else None
        db.session.add(
            Bericht(
                gebruiker_id=mensen[wie].id,
                soort=soort,
                pad=_pad(mensen[wie], soort),
                aangemaakt_op=gemaakt,
                status=Berichtstatus.VERSTUURD if verstuurd else Berichtstatus.WACHT,
                pogingen=1 if verstuurd else 0,
                volgende_poging_op=gemaakt,
                verstuurd_op=verstuurd,
            )
        )
    db.session.flush()


def _pad(mens: Gebruiker, soort: Berichtsoort) -> str:
    if soort is Berichtsoort.HERINNERING:
        return "/acties/?welke=mijn"
    mijn = (Incident.lijn_id == mens.id) | (Incident.melder_id == mens.id)
    stmt = select(Incident.nummer).where(mijn).order_by(Incident.gemeld_op.desc()).limit(1)
    return f"/incidenten/{db.session.scalar(stmt)}"

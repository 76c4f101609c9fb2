"""The chain: partners with an overdue check, an agreement that ends, a round, and the ladder."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from vob.core.clock import nu
from vob.core.organisatietype import Organisatietype
from vob.data import db
from vob.ketenafspraken.controle import start_ronde
from vob.ketenafspraken.models import (
    Afspraak,
    Afspraakpartij,
    Contact,
    Controlevraag,
    Ondertekenaar,
    Partner,
)
from vob.ketenafspraken.startset import make_ladder, make_partners
from vob.ketenafspraken.values import (
    Afspraaksoort,
    Afspraakstatus,
    Bereikbaar,
    Contactrol,
    Ladderstatus,
    Onderwerp,
    Partnersoort,
    Situatie,
    Toestemming,
)
from vob.ketenafspraken.vragen import VELDEN

from .mensen import Mensen

P, S, B = Partnersoort, Situatie, Bereikbaar
GEMEENTEN = (
    *("Aalderveen", "Berkendam", "Duinoord aan Zee", "Eikenveld", "Groenedijk", "Hazerwoude-West"),
    *("Kwelderland", "Lindehoven", "Meerstad", "Oudewater-Noord", "Rietlanden", "Sluiswijk"),
    *("Vlietdrecht", "Zilverbos"),
)
_NAMEN = (
    "A. de Wit",
    "J. Vonk",
    "M. Hartog",
    "S. el Idrissi",
    "P. Blauw",
    "K. Reinders",
    "L. Prins",
)


@dataclass(frozen=True)
class Nummer:
    """`dagen`: how long ago it was checked; None: never."""

    soort: Partnersoort
    functie: str
    telefoon: str = ""
    piket: str = ""
    naam: str = ""
    situaties: tuple[Situatie, ...] = ()
    bereikbaar: Bereikbaar = B.KANTOOR
    dagen: int | None = 60
    openbaar: bool = True
    prive: str = ""


_NUMMERS = (
    Nummer(
        *(P.POLITIE, "Contactfunctionaris agressie", "0555-300110", "0555-300199", "J. Vonk"),
        *((S.DREIGING, S.AANGIFTE), B.KANTOOR, 50),
    ),
    Nummer(P.POLITIE, "Wijkagent centrum", "0555-300120", "", "M. Hartog", (S.ORDE,), dagen=50),
    Nummer(
        *(P.POLITIE, "Teamchef basisteam", "0555-300100", "", "A. de Wit"),
        *((S.BEVEILIGING, S.DREIGING), B.KANTOOR, 50, False, "0555-987001"),
    ),
    Nummer(
        *(P.OM, "Contactpersoon parket", "0555-310200", "0555-310299", "S. el Idrissi"),
        *((S.AANGIFTE, S.MEDIA), B.KANTOOR, 75, False),
    ),
    Nummer(
        P.VEILIGHEIDSREGIO,
        "Piket officier",
        "0555-320300",
        "0555-320399",
        "",
        (S.CRISIS,),
        B.ALTIJD,
        425,
    ),
    Nummer(P.NCTV, "Informatiepunt", "0555-330400", dagen=80),
    Nummer(P.SLACHTOFFERHULP, "Intake", "0900-0101", "", "", (S.NAZORG,), dagen=120),
    Nummer(P.ONDERSTEUNING, "Steunlijn", "070-373 83 14", "", "", (S.NAZORG,), B.ALTIJD, None),
)


def make_keten(soort: Organisatietype, mensen: Mensen, vandaag: date) -> None:
    """Everything of the chain, with something overdue and something that ends."""
    partners = {partner.soort: partner for partner in make_partners(soort)}
    for partner in partners.values():
        partner.eigenaar_id = mensen["coordinator"].id
        db.session.add(partner)
    db.session.flush()
    for nummer in _NUMMERS:
        if nummer.soort in partners:
            db.session.add(_contact(nummer, partners[nummer.soort], mensen, vandaag))
    gemeenten = _make_gemeenten(soort, mensen, vandaag)
    db.session.flush()
    _make_afspraken(partners, gemeenten, mensen, vandaag)
    _make_ladder(soort, mensen, vandaag)
    _make_ronde(mensen, vandaag)
    db.session.flush()


def _contact(nummer: Nummer, partner: Partner, mensen: Mensen, vandaag: date) -> Contact:
    op = None if nummer.dagen is None else vandaag - timedelta(days=nummer.dagen)
    local = nummer.functie.split()[0].lower()
    return Contact(
        partner=partner,
        functie=nummer.functie,
        naam=nummer.naam,
        telefoon=nummer.telefoon,
        piketnummer=nummer.piket,
        email=f"{local}@{partner.soort}.example" if nummer.naam or nummer.piket else "",
        situaties=list(nummer.situaties),
        bereikbaar=nummer.bereikbaar,
        is_openbaar=nummer.openbaar,
        privenummer=nummer.prive or None,
        toestemming=Toestemming.GEGEVEN if nummer.naam else Toestemming.FUNCTIE,
        gecontroleerd_op=op,
        gecontroleerd_door_id=mensen["coordinator"].id if op else None,
    )


def _make_gemeenten(soort: Organisatietype, mensen: Mensen, vandaag: date) -> list[Partner]:
    """A waterschap knows everyone in its fourteen; a provincie the burgemeesters of five."""
    rollen = {
        Organisatietype.GEMEENTE: (),
        Organisatietype.WATERSCHAP: (
            Contactrol.BURGEMEESTER,
            Contactrol.POLITIE,
            Contactrol.PARKET,
        ),
        Organisatietype.PROVINCIE: (Contactrol.BURGEMEESTER,),
    }[soort]
    namen = GEMEENTEN if len(rollen) > 1 else GEMEENTEN[:5] if rollen else ()
    gemeenten = []
    for plaats, naam in enumerate(namen):
        partner = Partner(
            naam=f"Gemeente {naam}",
            soort=P.GEMEENTE,
            is_verplicht=True,
            eigenaar_id=mensen["coordinator2"].id,
        )
        for nr, rol in enumerate(rollen):
            partner.contacten.append(_of_gemeente(rol, plaats, nr, mensen, vandaag))
        db.session.add(partner)
        gemeenten.append(partner)
    return gemeenten


def _of_gemeente(rol: Contactrol, plaats: int, nr: int, mensen: Mensen, vandaag: date) -> Contact:
    """Two of them were checked too long ago."""
    dagen = 230 if (plaats, nr) in {(3, 1), (9, 2)} else 20 + 5 * plaats
    return Contact(
        rol=rol,
        functie={"politie": "Basisteam", "parket": "Parket"}.get(rol, "Burgemeester"),
        naam=_NAMEN[(plaats + nr) % len(_NAMEN)] if rol is Contactrol.BURGEMEESTER else "",
        telefoon=f"0555-{510000 + 100 * plaats + 10 * nr}",
        bereikbaar=B.ALTIJD if rol is Contactrol.POLITIE else B.KANTOOR,
        situaties=[] if rol is Contactrol.BURGEMEESTER else [S.AANGIFTE, S.DREIGING],
        is_openbaar=rol is not Contactrol.PARKET,
        toestemming=Toestemming.FUNCTIE,
        gecontroleerd_op=vandaag - timedelta(days=dagen),
        gecontroleerd_door_id=mensen["coordinator2"].id,
    )


def _make_afspraken(
    partners: dict[Partnersoort, Partner], gemeenten: list[Partner], mensen: Mensen, vandaag: date
) -> None:
    """In force, ending in 28 days, and in draft."""
    tussen = [P.OM, P.VEILIGHEIDSREGIO, P.SLACHTOFFERHULP]
    convenant_met = [*(partners[s] for s in tussen if s in partners), *gemeenten]
    for maak, met in (
        (_werkafspraak, [partners[P.POLITIE]]),
        (_convenant, convenant_met),
        (_concept, [partners[P.OM]]),
    ):
        afspraak = maak(vandaag)
        afspraak.eigenaar_id = mensen["coordinator"].id
        afspraak.partijen = [Afspraakpartij(partner_id=partner.id) for partner in met]
        if maak is not _concept:
            _sign(afspraak, mensen)
        db.session.add(afspraak)


def _werkafspraak(vandaag: date) -> Afspraak:
    return Afspraak(
        titel="Werkafspraak melding en aangifte",
        soort=Afspraaksoort.WERKAFSPRAAK,
        onderwerp=Onderwerp.AANGIFTE,
        ingangsdatum=vandaag - timedelta(days=702),
        einddatum=vandaag + timedelta(days=28),
        inhoud="De politie belt binnen een dag terug. Aangifte kan op de eigen werkplek.",
        grondslag="Artikel 6, eerste lid, onder e, van de AVG; voor de politie de Wpg.",
        delen_wel="Wat er is gebeurd, wie de melder is en wat de organisatie al deed.",
        delen_niet="Medische gegevens, het hele dossier, en gegevens van getuigen zonder akkoord.",
        evaluatie_op=vandaag - timedelta(days=12),
        geevalueerd_op=vandaag - timedelta(days=377),
        evaluatie_uitkomst="Terugbellen gaat goed. De wijkagent komt ook bij bewonersavonden.",
    )


def _convenant(vandaag: date) -> Afspraak:
    return Afspraak(
        titel="Convenant veilig bestuur",
        soort=Afspraaksoort.CONVENANT,
        onderwerp=Onderwerp.BEVEILIGING,
        ingangsdatum=vandaag - timedelta(days=300),
        einddatum=vandaag + timedelta(days=795),
        inhoud="Wie wanneer opschaalt, en hoe wij elkaar bereiken.",
        evaluatie_op=vandaag + timedelta(days=65),
    )


def _concept(vandaag: date) -> Afspraak:
    return Afspraak(
        titel="Informatie delen bij dreiging",
        soort=Afspraaksoort.PROTOCOL,
        onderwerp=Onderwerp.INFORMATIE,
        ingangsdatum=vandaag + timedelta(days=40),
        inhoud="Nog te bespreken met het parket.",
    )


def _sign(afspraak: Afspraak, mensen: Mensen) -> None:
    afspraak.status = Afspraakstatus.ONDERTEKEND
    op = afspraak.ingangsdatum - timedelta(days=8)
    afspraak.ondertekenaars = [
        Ondertekenaar(naam=mensen["burgemeester"].naam, namens="ons", ondertekend_op=op),
        Ondertekenaar(naam="J. Vonk", namens="de partners", ondertekend_op=op),
    ]


def _make_ladder(soort: Organisatietype, mensen: Mensen, vandaag: date) -> None:
    ladder = make_ladder(soort)
    ladder.status, ladder.geldig_van = Ladderstatus.VASTGESTELD, vandaag - timedelta(days=140)
    ladder.vastgesteld_op = vandaag - timedelta(days=150)
    ladder.vastgesteld_door_id = mensen["coordinator"].id
    db.session.add(ladder)


def _make_ronde(mensen: Mensen, vandaag: date) -> None:
    """Begun last week; one partner has answered by mail, and that waits."""
    ronde = start_ronde(vandaag, mensen["coordinator"].id)
    ronde.begonnen_op, ronde.uiterlijk = vandaag - timedelta(days=9), vandaag + timedelta(days=5)
    ronde.punten[0].voor_id = mensen["griffier"].id
    db.session.add(_answer(mensen))


def _answer(mensen: Mensen) -> Controlevraag:
    """Nobody can use this link: its key was never made."""
    contact = db.session.scalars(select(Contact).filter_by(functie="Wijkagent centrum")).one()
    gisteren = nu() - timedelta(days=1, hours=3)
    velden = {naam: getattr(contact, naam) for naam in VELDEN}
    vraag = Controlevraag(
        contact=contact,
        sleutel_hash="demo",
        gevraagd_door_id=mensen["coordinator"].id,
        gevraagd_op=gisteren - timedelta(days=3),
        geldig_tot=gisteren + timedelta(days=11),
    )
    nieuw = {"telefoon": "0555-300125", "opmerking": "Ik heb een nieuw nummer."}
    vraag.answer(False, velden | nieuw, gisteren)
    return vraag

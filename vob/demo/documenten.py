"""The documents: adopted, about to expire, overdue for review, in draft, withdrawn."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from vob.core.clock import TZ
from vob.core.organisatietype import Woorden
from vob.data import db
from vob.documenten.models import Document, Documentversie, Leesbevestiging
from vob.documenten.values import Documentsoort, Orgaan, Toegang, Versiestatus
from vob.media import starttekst

from . import documentteksten as tekst
from .mensen import Mensen

S, O = Documentsoort, Orgaan  # noqa: E741 - the two lists this table is full of


@dataclass(frozen=True)
class Versie:
    """Days count from today. `van` is None: a draft."""

    tekst: str
    van: int | None = None
    tot: int | None = None
    toets: int | None = None
    orgaan: Orgaan = Orgaan.COLLEGE
    reden: str = ""


@dataclass(frozen=True)
class Stuk:
    soort: Documentsoort
    titel: str
    samenvatting: str
    versies: tuple[Versie, ...]
    eigenaar: str = "coordinator"
    toegang: Toegang = Toegang.IEDEREEN


STUKKEN: tuple[Stuk, ...] = (
    Stuk(
        S.AGRESSIEPROTOCOL,
        "Agressieprotocol voor {raadsleden} en bestuurders",
        "Wat wij niet accepteren, en wat er gebeurt na een voorval.",
        (
            Versie(tekst.AGRESSIEPROTOCOL_OUD, -1500, -151, None, O.RAAD),
            Versie(tekst.AGRESSIEPROTOCOL, -150, None, 215, O.RAAD),
        ),
        "griffier",
    ),
    Stuk(
        S.AGRESSIEBELEID,
        "Agressiebeleid medewerkers",
        "Afspraken voor wie aan de balie, aan de telefoon of buiten werkt.",
        (Versie(tekst.AGRESSIEBELEID, -1055, 40, -10, O.COLLEGE),),
    ),
    Stuk(
        S.MEDIABELEID,
        "Mediabeleid",
        starttekst.SAMENVATTING,
        (Versie(starttekst.TEKST, -200, None, 165),),
        "woordvoerder",
    ),
    Stuk(
        S.SANCTIEBELEID,
        "Reactie op agressie",
        "Welke maatregel past bij welk gedrag, en wie beslist.",
        (Versie(tekst.SANCTIEBELEID, -740, None, -20, O.BURGEMEESTER),),
        "griffier",
    ),
    Stuk(
        S.NAZORGPROTOCOL,
        "Opvang en nazorg",
        "Wie belt wanneer, en waar u hulp van buiten vindt.",
        (Versie(tekst.NAZORGPROTOCOL, -310, None, 55, O.SECRETARIS),),
    ),
    Stuk(
        S.MELDINSTRUCTIE,
        "Zo meldt u een voorval",
        "Melden kost twee minuten. Lees wie uw melding ziet.",
        (
            Versie(tekst.MELDINSTRUCTIE, -90, None, 275, O.SECRETARIS),
            Versie(tekst.MELDINSTRUCTIE_NIEUW),
        ),
    ),
    Stuk(
        S.KORT_PROTOCOL,
        "Dreiging aan de balie",
        "Vijf stappen voor aan de balie.",
        (Versie(tekst.BALIE, -300, None, 65, O.SECRETARIS),),
    ),
    Stuk(
        S.KORT_PROTOCOL,
        "Iemand staat bij uw huis",
        "Wat u doet, en wie u belt.",
        (Versie(tekst.THUIS, -45, None, 320, O.BURGEMEESTER),),
    ),
    Stuk(
        S.KORT_PROTOCOL,
        "Onrust op de publieke tribune",
        "Voor de voorzitter, de bode en de {griffier}.",
        (Versie(tekst.VERGADERING, -45, None, 320, O.GRIFFIER),),
        "griffier",
    ),
    Stuk(
        S.HUISREGELS,
        "Huisregels van het {gemeentehuis}",
        "Voor iedereen die binnenkomt.",
        (Versie(tekst.HUISREGELS, -500, None, 230),),
        "griffier",
    ),
    Stuk(
        S.BEVEILIGINGSPLAN,
        "Beveiligingsplan {gemeentehuis}",
        "Alleen voor wie het uitvoert of vaststelt.",
        (Versie(tekst.BEVEILIGINGSPLAN, -120, None, 245, O.SECRETARIS),),
        toegang=Toegang.BEHEERDERS,
    ),
    Stuk(
        S.COMMUNICATIEPLAN,
        "Communicatieplan veilig bestuur",
        "Hoe wij de norm laten zien.",
        (Versie(tekst.COMMUNICATIEPLAN),),
        "griffier",
    ),
    Stuk(
        S.SOCIALE_MEDIA,
        "Richtlijn sociale media",
        "Wat u doet met nare reacties.",
        (Versie(tekst.SOCIALE_MEDIA, -900, -75, None, reden="Opgegaan in het mediabeleid."),),
    ),
    Stuk(
        S.INTEGRITEIT,
        "Gedragscode: hoe wij met elkaar omgaan",
        "Over omgangsvormen tussen collega’s.",
        (Versie(tekst.GEDRAGSCODE, 24, None, 389, O.RAAD),),
        "griffier",
    ),
)
Documenten = dict[str, Document]


def make_documenten(mensen: Mensen, woorden: Woorden, vandaag: date) -> Documenten:
    """All documents, by their kind (of the short protocols the last)."""
    gemaakt = {}
    for stuk in STUKKEN:
        gemaakt[stuk.soort.value] = _make(stuk, mensen, vars(woorden), vandaag)
    db.session.flush()
    for document in gemaakt.values():
        _confirm(document, mensen, vandaag)
    return gemaakt


def _make(stuk: Stuk, mensen: Mensen, woorden: dict[str, str], vandaag: date) -> Document:
    eigenaar = mensen[stuk.eigenaar]
    document = Document(
        soort=stuk.soort,
        titel=stuk.titel.format(**woorden),
        toegang=stuk.toegang,
        eigenaar=eigenaar,
        gewijzigd_op=_moment(vandaag, stuk.versies[-1].van or -6),
    )
    for nummer, versie in enumerate(stuk.versies, 1):
        dag = versie.van if versie.van is not None else -6
        document.versies.insert(
            0,
            Documentversie(
                nummer=nummer,
                samenvatting=stuk.samenvatting.format(**woorden),
                tekst=versie.tekst.format(**woorden),
                gemaakt_door_id=eigenaar.id,
                bewerkt_door_id=eigenaar.id,
                bewerkt_op=_moment(vandaag, min(dag, 0) - 20 if versie.van else dag),
                **(_adopted(versie, nummer, mensen, woorden, vandaag) if versie.van else {}),
            ),
        )
    db.session.add(document)
    return document


def _adopted(
    versie: Versie, nummer: int, mensen: Mensen, woorden: dict[str, str], vandaag: date
) -> dict[str, object]:
    """What is known once a body decided on it."""
    begin = vandaag + timedelta(days=versie.van or 0)
    besluit = min(begin - timedelta(days=9), vandaag - timedelta(days=3))
    return {
        "status": Versiestatus.VERVALLEN if versie.reden else Versiestatus.VASTGESTELD,
        "orgaan": versie.orgaan,
        "vastgesteld_op": besluit,
        "vastgelegd_door_id": mensen["secretaris"].id,
        "besluitnummer": f"{besluit.year}-{besluit.timetuple().tm_yday * 3 + nummer}",
        "vindplaats": f"{woorden['blad']} {besluit.year}",
        "geldig_van": begin,
        "geldig_tot": _dag(vandaag, versie.tot),
        "toets_op": _dag(vandaag, versie.toets),
        "reden_vervallen": versie.reden,
    }


def _confirm(document: Document, mensen: Mensen, vandaag: date) -> None:
    """Two of three have read what is in force; the accounts of the contract mostly have not."""
    versie = document.in_werking(vandaag)
    if versie is None or versie.geldig_van is None:
        return
    begin = max((versie.geldig_van - vandaag).days, -300)
    for plaats, (code, mens) in enumerate(mensen.items()):
        leest = document.toegang is Toegang.IEDEREEN or code in ("coordinator", "secretaris")
        if leest and mens.is_actief and (plaats + document.id) % 3:
            moment = _moment(vandaag, min(begin + 1 + plaats, -1))
            db.session.add(
                Leesbevestiging(versie_id=versie.id, gebruiker_id=mens.id, gelezen_op=moment)
            )


def _dag(vandaag: date, dagen: int | None) -> date | None:
    return None if dagen is None else vandaag + timedelta(days=dagen)


def _moment(vandaag: date, dagen: int) -> datetime:
    return datetime.combine(vandaag + timedelta(days=dagen), time(10, 15), TZ)

"""The cases with a story: three years of them, of every status, form and channel."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from typing import Any

from vob.core.clock import TZ
from vob.core.organisatietype import WOORDEN, Functie, Organisatietype
from vob.demo.teksten import Voorval, voorvallen
from vob.incidenten.values import (
    Ernst,
    ErnstGetroffene,
    GemeldDoor,
    GerichtOp,
    Kanaal,
    Locatie,
    NuVeilig,
    SoortVeroorzaker,
    Status,
    VeroorzakerBekend,
    Vorm,
)

from .verloop import reopen, tell
from .zaak import Bezetting, Zaak

AANTAL = 60  # one of them a drill, and one made of the log of a meeting
_VERHALEN = AANTAL - 2
_NIEUW = 4  # the newest ones nobody has begun with
# From here on, newest first, cases have at least come this far.
_STANDEN = (
    (_NIEUW, Status.GEMELD),
    (11, Status.IN_BEHANDELING),
    (15, Status.WACHT_OP_DERDEN),
    (23, Status.AFGEHANDELD),
    (29, Status.GEEVALUEERD),
    (AANTAL, Status.GESLOTEN),
)
_HEROPEND = frozenset({24, 41})
_ACUUT = frozenset({1, 33})
_ONLINE = {Kanaal.SOCIALE_MEDIA, Kanaal.BERICHT, Kanaal.WEBSITE, Kanaal.EMAIL}


def live_zaken(soort: Organisatietype, bezetting: Bezetting, nu: datetime) -> Iterator[Zaak]:
    """Oldest first, the drill among them."""
    verhalen = voorvallen(soort)
    proef: Zaak | None = _proef(bezetting, nu)
    for plaats in reversed(range(_VERHALEN)):
        zaak = _zaak(soort, verhalen[plaats], plaats, bezetting, nu)
        if proef and proef.gemeld_op < zaak.gemeld_op:
            yield proef
            proef = None
        yield zaak


def _moment(plaats: int, nu: datetime) -> datetime:
    """The newest two hours ago, the oldest almost three years; most of them this year."""
    if plaats == 0:
        return nu - timedelta(hours=2)
    dag = nu.astimezone(TZ).date() - timedelta(days=1 + int(1080 * (plaats / _VERHALEN) ** 1.9))
    klok = datetime.combine(dag, time(8 + plaats * 5 % 14, plaats * 17 % 60), TZ)
    return klok.astimezone(UTC)


def _zaak(
    soort: Organisatietype, voorval: Voorval, plaats: int, bezetting: Bezetting, nu: datetime
) -> Zaak:
    woorden = vars(WOORDEN[soort])
    gemeld_op = _moment(plaats, nu)
    zaak = Zaak(
        gemeld_op=gemeld_op,
        melder_id=bezetting.mensen[voorval.wie].id,
        functie=bezetting.mensen[voorval.wie].functie,
        vormen=voorval.vormen,
        waarden={
            "titel": voorval.titel.format(**woorden),
            "omschrijving": voorval.tekst.format(**woorden),
            "plaats": voorval.plaats.format(**woorden),
            "onderwerp": voorval.onderwerp,
            "is_vertrouwelijk": voorval.is_vertrouwelijk,
            "voorval_op": gemeld_op - timedelta(hours=1 + plaats * 7 % 30),
            "kanaal": voorval.kanaal,
            "locatie": voorval.locatie,
            **_antwoorden(voorval, plaats),
        },
    )
    _set_getroffene(zaak, voorval, plaats, bezetting)
    routering = bezetting.assign(zaak)
    _tell(zaak, plaats, _behandelaar(routering.lijn_ids, plaats, bezetting, voorval), nu)
    if zaak.waarden.get("behandelaar_id"):
        zaak.waarden["ernst"] = voorval.ernst
    return zaak


def _antwoorden(voorval: Voorval, plaats: int) -> dict[str, Any]:
    """What a report tells beyond the six questions; every third tells little."""
    nu_veilig = NuVeilig.WEET_NIET if plaats % 4 == 3 else NuVeilig.JA
    if plaats in _ACUUT:
        nu_veilig = NuVeilig.NEE
    antwoorden: dict[str, Any] = {
        "nu_veilig": nu_veilig,
        "heeft_schade": Vorm.VERNIELING in voorval.vormen,
        "heeft_letsel": Vorm.FYSIEK in voorval.vormen and voorval.ernst is Ernst.ZEER_ERNSTIG,
        "bewijssoorten": ["screenshot"] if voorval.kanaal in _ONLINE else [],
        "instemming_delen": ["politie"] if plaats % 3 else [],
    }
    if plaats % 3 == 2:
        return antwoorden
    thuis = voorval.locatie is Locatie.WONING
    return antwoorden | {
        "gericht_op": GerichtOp.WONING if thuis else GerichtOp.AMBT,
        "ernst_getroffene": list(ErnstGetroffene)[plaats % 3],
        "veroorzaker_bekend": list(VeroorzakerBekend)[plaats % 3],
        "soort_veroorzaker": list(SoortVeroorzaker)[plaats % 3],
        "veroorzaker": "Man van ongeveer vijftig, grijze jas." if plaats % 2 else None,
    }


def _set_getroffene(zaak: Zaak, voorval: Voorval, plaats: int, bezetting: Bezetting) -> None:
    """Whom it is about. Someone else reports it now and then, on their behalf."""
    if voorval.anders:
        zaak.functie = Functie(voorval.anders)
        zaak.waarden["getroffene_naam"] = "Robin Willemsen"
        zaak.waarden["gemeld_door"] = GemeldDoor.NAMENS
        return
    zaak.getroffene_id = zaak.melder_id
    zaak.waarden["gemeld_door"] = GemeldDoor.SLACHTOFFER
    if zaak.functie is Functie.RAADSLID and plaats % 5 == 4:
        zaak.melder_id = bezetting.mensen["griffier"].id
        zaak.waarden["gemeld_door"] = GemeldDoor.GRIFFIE


def _behandelaar(
    lijn: tuple[int, ...], plaats: int, bezetting: Bezetting, voorval: Voorval
) -> int | None:
    """The first of the line or, every other case, the coordinator."""
    coordinator = bezetting.mensen["coordinator"].id
    eigen = plaats % 2 == 0 or voorval.is_vertrouwelijk or voorval.wie == "coordinator"
    return (lijn[0] if lijn else None) if eigen else coordinator


def _tell(zaak: Zaak, plaats: int, behandelaar_id: int | None, nu: datetime) -> None:
    stand = next(stand for grens, stand in _STANDEN if plaats < grens)
    tell(zaak, stand, behandelaar_id, plaats, nu, lang=True)
    if plaats in _HEROPEND and behandelaar_id:
        reopen(zaak, nu - timedelta(days=3, hours=plaats % 9), behandelaar_id)


def _proef(bezetting: Bezetting, nu: datetime) -> Zaak:
    """A drill, four months ago: the line works, and it is in no figure."""
    mensen, gemeld_op = bezetting.mensen, nu - timedelta(days=121, hours=3)
    zaak = Zaak(
        gemeld_op=gemeld_op,
        melder_id=mensen["coordinator"].id,
        functie=Functie.RAADSLID,
        vormen=(Vorm.BELEDIGING,),
        waarden={
            "titel": "Proefmelding: werkt de meldlijn?",
            "omschrijving": "Dit is een oefening. Wie dit leest, neemt de zaak in behandeling.",
            "voorval_op": gemeld_op - timedelta(minutes=10),
            "kanaal": Kanaal.TELEFOON,
            "nu_veilig": NuVeilig.JA,
            "gemeld_door": GemeldDoor.GETUIGE,
            "getroffene_naam": "Oefening",
            "is_proef": True,
            "ernst": Ernst.HINDERLIJK,
        },
    )
    bezetting.assign(zaak)
    tell(zaak, Status.AFGEHANDELD, mensen["griffier"].id, 0, nu, lang=False)
    return zaak

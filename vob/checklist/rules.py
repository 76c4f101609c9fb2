"""What the checklist decides. Pure: values and dates in, values or a refusal out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from vob.core.bewijs import Bewijs, Oordeel
from vob.core.deadlines import plus_maanden
from vob.core.errors import RegelOvertreden

from .values import Ritme, Rondesoort, Stapstatus, Verandering

GEEN_RONDE = (
    "Er loopt nu geen ronde, dus de checklist is alleen te lezen. "
    "De coördinator kan een nieuwe ronde starten."
)
GEEN_INSTRUMENT = Bewijs(Oordeel.GEEN_INSTRUMENT, "Voor deze stap heeft VOB nog geen instrument.")

Periode = tuple[date, date]
Ronde = TypeVar("Ronde")

_MAANDEN: dict[Ritme, int] = {
    Ritme.JAARLIJKS: 12,
    Ritme.HALFJAARLIJKS: 6,
    Ritme.PER_KWARTAAL: 3,
    Ritme.MAANDELIJKS: 1,
}
_AFGEROND = {Stapstatus.GEREED, Stapstatus.NIET_VAN_TOEPASSING}


@dataclass(frozen=True)
class Stand:
    """Where a step stands: what the user says and what VOB sees."""

    status: Stapstatus
    oordeel: Oordeel


@dataclass(frozen=True)
class Voortgang:
    """The steps counted by what users say. `van`: those that apply."""

    gereed: int
    bezig: int
    niet_gestart: int
    niet_van_toepassing: int
    opnieuw: int

    @property
    def totaal(self) -> int:
        return self.van + self.niet_van_toepassing

    @property
    def van(self) -> int:
        return self.gereed + self.bezig + self.niet_gestart + self.opnieuw


def check_stand(status: Stapstatus, reden: str, laatst_gedaan: date | None, vandaag: date) -> None:
    """Raises RegelOvertreden: "does not apply" needs a reason, and nobody did it tomorrow."""
    if status is Stapstatus.NIET_VAN_TOEPASSING and not reden.strip():
        raise RegelOvertreden("Schrijf op waarom deze stap bij u niet van toepassing is.")
    if laatst_gedaan is not None and laatst_gedaan > vandaag:
        raise RegelOvertreden("Deze datum ligt in de toekomst.")


def check_vervanger(eigenaar: int | None, vervanger: int | None) -> None:
    if vervanger is not None and vervanger == eigenaar:
        raise RegelOvertreden("Kies als vervanger iemand anders dan de eigenaar.")


def running(ronde: Ronde | None) -> Ronde:
    """Only a running round can be changed; what was closed stays as it was."""
    if ronde is None:
        raise RegelOvertreden(GEEN_RONDE)
    return ronde


def check_bewijsstuk(hoort_bij: int, lopende_ronde: int) -> None:
    """What was shown in a round that is closed, stays."""
    if hoort_bij != lopende_ronde:
        raise RegelOvertreden("Dit bewijsstuk hoort bij een afgesloten ronde. Het blijft staan.")


def check_eigen(is_eigen: bool) -> None:
    if not is_eigen:
        raise RegelOvertreden("Deze deelactie hoort bij de stap. U kunt haar niet verwijderen.")


def check_start(is_open: bool) -> None:
    if is_open:
        raise RegelOvertreden("Er loopt al een ronde. Sluit die eerst af.")


def may_change(wie: int, beheert: bool, werkt_bij: bool, van: Iterable[int | None]) -> bool:
    """The owner and the deputy keep their own step; who manages the checklist keeps all."""
    return beheert or (werkt_bij and wie in van)


def laatst_gedaan(
    was: Stapstatus,
    wordt: Stapstatus,
    was_gedaan: date | None,
    ingevuld: date | None,
    vandaag: date,
) -> date | None:
    """Who says "done" and names no other day, did it today."""
    klaar = wordt is Stapstatus.GEREED and was is not Stapstatus.GEREED
    if klaar and ingevuld == was_gedaan:
        return vandaag
    return ingevuld


def volgende_datum(
    ritme: Ritme, gedaan: date | None, perioden: Sequence[Periode], maanden: int
) -> date | None:
    """When the step comes back: the last time plus its rhythm.

    Per term it is `maanden` after the first term that began since; while that one is not yet
    known, after the end of the running one. None: never, or nobody knows.
    """
    if gedaan is None:
        return None
    if ritme is Ritme.PER_TERMIJN:
        begin = _volgende_begin(gedaan, perioden)
        return plus_maanden(begin, maanden) if begin else None
    aantal = _MAANDEN.get(ritme)
    return plus_maanden(gedaan, aantal) if aantal else None


def _volgende_begin(gedaan: date, perioden: Sequence[Periode]) -> date | None:
    beginnen = [begin for begin, _ in perioden if begin > gedaan]
    einden = [einde for begin, einde in perioden if begin <= gedaan < einde]
    return min(beginnen or einden, default=None)


def is_opnieuw_nodig(status: Stapstatus, volgende: date | None, vandaag: date) -> bool:
    """Done, but the day on which it had to be done again has passed."""
    return status is Stapstatus.GEREED and volgende is not None and vandaag > volgende


def is_te_laat(status: Stapstatus, uiterlijk: date | None, vandaag: date) -> bool:
    """Not finished, and the last day has passed."""
    return status not in _AFGEROND and uiterlijk is not None and vandaag > uiterlijk


def is_binnenkort(
    status: Stapstatus, uiterlijk: date | None, volgende: date | None, vandaag: date, dagen: int
) -> bool:
    """Asks something of its owner within so many days, or already did."""
    if status is Stapstatus.NIET_VAN_TOEPASSING:
        return False
    dag = volgende if status is Stapstatus.GEREED else uiterlijk
    return dag is not None and (dag - vandaag).days <= dagen


# Where user and proof disagree. "Let op" beside "gereed" does not: it is in order, for now.
_VERSCHIL: dict[tuple[Stapstatus, Oordeel], str] = {
    (Stapstatus.GEREED, Oordeel.NIET_OP_ORDE): "U zegt gereed, maar VOB ziet iets anders",
    (Stapstatus.BEZIG, Oordeel.OP_ORDE): "U zegt bezig, maar VOB ziet dat het op orde is",
    (Stapstatus.NIET_GESTART, Oordeel.OP_ORDE): "U zegt niet gestart, maar VOB ziet al resultaat",
    (Stapstatus.NIET_GESTART, Oordeel.LET_OP): "U zegt niet gestart, maar VOB ziet al iets",
    (Stapstatus.NIET_VAN_TOEPASSING, Oordeel.OP_ORDE): (
        "U zegt niet van toepassing, maar VOB ziet wel gegevens"
    ),
    (Stapstatus.NIET_VAN_TOEPASSING, Oordeel.LET_OP): (
        "U zegt niet van toepassing, maar VOB ziet wel gegevens"
    ),
}


def verschil(status: Stapstatus, bewijs: Bewijs) -> str | None:
    """The sentence for where user and proof disagree, for everyone; None where they do not."""
    kop = _VERSCHIL.get((status, bewijs.oordeel))
    return f"{kop}: {_klein(bewijs.zin_voor(False))}" if kop else None


def _klein(zin: str) -> str:
    """The first letter small, unless the word is a name or an abbreviation (VOB, OM)."""
    woord = zin.partition(" ")[0]
    return zin[:1].lower() + zin[1:] if woord[1:].islower() or len(woord) == 1 else zin


_ZWAARTE = (
    Oordeel.NIET_OP_ORDE,
    Oordeel.LET_OP,
    Oordeel.OP_ORDE,
    Oordeel.NIET_TE_ZIEN,
    Oordeel.GEEN_INSTRUMENT,
)


def samen(bewijzen: Sequence[Bewijs]) -> Bewijs:
    """One step, proved by several rooms: the weakest decides, all of them speak."""
    if not bewijzen:
        return GEEN_INSTRUMENT
    if len(bewijzen) == 1:
        return bewijzen[0]
    op_volgorde = sorted(bewijzen, key=lambda bewijs: _ZWAARTE.index(bewijs.oordeel))
    return Bewijs(
        op_volgorde[0].oordeel,
        " ".join(bewijs.zin for bewijs in op_volgorde),
        op_volgorde[0].link,
        " ".join(b.zin_voor(False) for b in op_volgorde) if any(b.open for b in bewijzen) else "",
    )


def voortgang(stappen: Iterable[tuple[Stapstatus, bool]]) -> Voortgang:
    """Count (status, again needed) of each step."""
    aantal = dict.fromkeys(Stapstatus, 0)
    opnieuw = 0
    for status, weer_nodig in stappen:
        if weer_nodig:
            opnieuw += 1
        else:
            aantal[status] += 1
    return Voortgang(
        gereed=aantal[Stapstatus.GEREED],
        bezig=aantal[Stapstatus.BEZIG],
        niet_gestart=aantal[Stapstatus.NIET_GESTART],
        niet_van_toepassing=aantal[Stapstatus.NIET_VAN_TOEPASSING],
        opnieuw=opnieuw,
    )


def status_in_nieuwe_ronde(status: Stapstatus, ritme: Ritme, soort: Rondesoort) -> Stapstatus:
    """What a new round takes over: what runs on, and what still holds.

    Once is once. A new year asks again for what comes back within a term; a new term asks again
    for everything else too, also whether what did not apply still does not.
    """
    if status is Stapstatus.NIET_VAN_TOEPASSING:
        return status if soort is Rondesoort.JAAR else Stapstatus.NIET_GESTART
    geldt_nog = ritme is Ritme.EENMALIG or (ritme is Ritme.PER_TERMIJN and soort is Rondesoort.JAAR)
    if status is Stapstatus.GEREED and not geldt_nog:
        return Stapstatus.NIET_GESTART
    return status


_GOED_STATUS = (Stapstatus.NIET_GESTART, Stapstatus.BEZIG, Stapstatus.GEREED)
_GOED_OORDEEL = (Oordeel.NIET_OP_ORDE, Oordeel.LET_OP, Oordeel.OP_ORDE)


def vergelijk(toen: Stand, nu: Stand) -> Verandering:
    """Better or worse when user and proof do not point apart; else merely different."""
    if toen == nu:
        return Verandering.GELIJK
    if Stapstatus.NIET_VAN_TOEPASSING in {toen.status, nu.status} and toen.status is not nu.status:
        return Verandering.ANDERS
    richtingen = {
        _richting(_GOED_STATUS, toen.status, nu.status),
        _richting(_GOED_OORDEEL, toen.oordeel, nu.oordeel),
    }
    return {1: Verandering.BETER, -1: Verandering.SLECHTER}.get(sum(richtingen), Verandering.ANDERS)


def _richting(ladder: Sequence[str], toen: str, nu: str) -> int:
    """1 up, -1 down, 0 level; 0 also for a rung that is not on this ladder."""
    if toen not in ladder or nu not in ladder:
        return 0
    verschil_in_sport = ladder.index(nu) - ladder.index(toen)
    return (verschil_in_sport > 0) - (verschil_in_sport < 0)


def naam_van_ronde(soort: Rondesoort, begin: date, perioden: Sequence[Periode]) -> str:
    """ "Ronde 2026", or "Bestuursperiode 2026–2030" when the term is known."""
    if soort is Rondesoort.JAAR:
        return f"Ronde {begin.year}"
    einde = next((tot.year for van, tot in perioden if van <= begin <= tot), None)
    return f"Bestuursperiode {begin.year}–{einde}" if einde else f"Bestuursperiode {begin.year}"

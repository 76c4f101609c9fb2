"""When a clock ends and when it warns. Pure: terms, dates and moments come in as arguments.

Months are calendar months (three months after 30 November is the last day of February), hours are
real hours (also over the change of the clock), a day ends at midnight in the Netherlands.
Source of every term: shared/domein/incidenten.md §9.5; the terms themselves are settings.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from vob.core.clock import TZ
from vob.core.deadlines import einde_van_dag, plus_maanden, plus_uren

from ..values import Kanaal, Locatie, NuVeilig, VeroorzakerBekend, Vorm
from .values import Eenheid, Termijnsoort, Urgentie

S = Termijnsoort
# Art. 88 Sr can be read as: a month is thirty days. Then three months end sooner.
_DAGEN_PER_MAAND = 30


@dataclass(frozen=True)
class Klok:
    """`vanaf`: from what moment it runs, in words. `taak_na`: days after the start by which the
    action is due, when one must not wait for the end of the term."""

    eenheid: Eenheid
    standaard: int
    vanaf: str
    taak_na: int | None = None


KLOKKEN: dict[Termijnsoort, Klok] = {
    S.NAZORG: Klok(Eenheid.DAGEN, 0, "de melding"),
    S.REACTIE: Klok(Eenheid.UREN, 24, "de melding"),
    S.OPVANGGESPREK: Klok(Eenheid.UREN, 72, "het voorval"),
    S.VERVOLG_1: Klok(Eenheid.DAGEN, 14, "het opvanggesprek"),
    S.VERVOLG_2: Klok(Eenheid.DAGEN, 56, "het opvanggesprek"),
    S.KLACHTENCHECK: Klok(Eenheid.DAGEN, 42, "het voorval"),
    S.KLACHT: Klok(Eenheid.MAANDEN, 3, "de dag waarop de getroffene ervan hoorde"),
    S.VOEGING: Klok(Eenheid.DAGEN, 14, "de ontvangst van het formulier"),
    S.CJIB: Klok(Eenheid.MAANDEN, 8, "de onherroepelijke uitspraak"),
    S.SCHADEFONDS: Klok(Eenheid.MAANDEN, 120, "het misdrijf"),
    S.VERGADERVERBOD: Klok(Eenheid.MAANDEN, 3, "de eerste dag van het verbod"),
    S.GEBIEDSVERBOD: Klok(Eenheid.MAANDEN, 3, "de eerste dag van het verbod"),
    S.CAMERABEELD: Klok(Eenheid.DAGEN, 28, "het voorval", taak_na=1),
    S.HERBEOORDELING: Klok(Eenheid.MAANDEN, 12, "de vorige beoordeling"),
}
# A case is not closed while one of these runs; the others may run for years after it.
VOOR_SLUITEN = frozenset(
    {S.NAZORG, S.REACTIE, S.OPVANGGESPREK, S.VERVOLG_1, S.VERVOLG_2, S.KLACHTENCHECK, S.CAMERABEELD}
)
# These run from the moment of the incident itself, so they follow it when it is corrected.
VAN_VOORVAL = frozenset({S.OPVANGGESPREK, S.KLACHTENCHECK, S.SCHADEFONDS})


@dataclass(frozen=True)
class Einde:
    """`uiterlijk`: the last moment, the careful one. `ruim`: the later one, where the law can be
    read in two ways. `is_dag`: the whole day counts, so no hour is shown."""

    uiterlijk: datetime
    ruim: datetime | None
    is_dag: bool


def calculate_einde(soort: Termijnsoort, vanaf: datetime | date, aantal: int) -> Einde:
    """The end of a clock that starts at `vanaf`; `aantal` in the unit of its kind."""
    eenheid = KLOKKEN[soort].eenheid
    if eenheid is Eenheid.UREN:
        return Einde(plus_uren(begin_van(vanaf), aantal), None, is_dag=False)
    dag = dag_van(vanaf)
    if eenheid is Eenheid.DAGEN:
        return Einde(einde_van_dag(dag + timedelta(days=aantal)), None, is_dag=True)
    maanden = plus_maanden(dag, aantal)
    if soort is not S.KLACHT:
        return Einde(einde_van_dag(maanden), None, is_dag=True)
    vroeg = min(maanden, dag + timedelta(days=_DAGEN_PER_MAAND * aantal))
    ruim = einde_van_dag(maanden) if vroeg != maanden else None
    return Einde(einde_van_dag(vroeg), ruim, is_dag=True)


def begin_van(vanaf: datetime | date) -> datetime:
    """The moment, in UTC; of a day its first one, so that a term never ends too late."""
    if isinstance(vanaf, datetime):
        return vanaf.astimezone(UTC)
    return datetime.combine(vanaf, time(), TZ).astimezone(UTC)


def dag_van(vanaf: datetime | date) -> date:
    """The day in the Netherlands."""
    return vanaf.astimezone(TZ).date() if isinstance(vanaf, datetime) else vanaf


def dag_van_taak(soort: Termijnsoort, vanaf: datetime | date, einde: Einde) -> date:
    """The day by which the action is due: the last one, or sooner where waiting is a risk."""
    laatste, taak_na = dag_van(einde.uiterlijk), KLOKKEN[soort].taak_na
    return laatste if taak_na is None else min(laatste, dag_van(vanaf) + timedelta(days=taak_na))


def waarschuwdagen(uiterlijk: datetime, dagen: Iterable[int]) -> list[date]:
    """The days on which a clock warns, so many days before its last one; earliest first."""
    laatste = dag_van(uiterlijk)
    return sorted({laatste - timedelta(days=n) for n in dagen})


def is_waarschuwing(uiterlijk: datetime, dagen: Iterable[int], vandaag: date) -> bool:
    """Whether the first of those days has come and the clock has not ended yet."""
    eerste = waarschuwdagen(uiterlijk, dagen)[:1]
    return bool(eerste) and eerste[0] <= vandaag <= dag_van(uiterlijk)


def moet_waarschuwen(
    uiterlijk: datetime, dagen: Iterable[int], gewaarschuwd_op: date | None, vandaag: date
) -> bool:
    """Whether a day to warn came since the last warning. A day that was missed is made up for."""
    if vandaag > dag_van(uiterlijk):
        return False
    gekomen = [dag for dag in waarschuwdagen(uiterlijk, dagen) if dag <= vandaag]
    return bool(gekomen) and (gewaarschuwd_op is None or gekomen[-1] > gewaarschuwd_op)


def calculate_urgentie(uiterlijk: datetime, nu: datetime) -> Urgentie:
    """The last moment itself is in time."""
    if nu > uiterlijk:
        return Urgentie.TE_LAAT
    dagen = (dag_van(uiterlijk) - dag_van(nu)).days
    for grens, urgentie in ((0, Urgentie.VANDAAG), (7, Urgentie.WEEK), (30, Urgentie.MAAND)):
        if dagen <= grens:
            return urgentie
    return Urgentie.LATER


def urgentie_grenzen(urgentie: Urgentie, nu: datetime) -> tuple[datetime | None, datetime | None]:
    """(from, until) of the ends that have this urgency: `van <= uiterlijk <= tot`, for a query."""
    vandaag = dag_van(nu)
    einden = {n: einde_van_dag(vandaag + timedelta(days=n)) for n in (0, 7, 30)}
    net_na = timedelta(microseconds=1)
    return {
        Urgentie.TE_LAAT: (None, nu - net_na),
        Urgentie.VANDAAG: (nu, einden[0]),
        Urgentie.WEEK: (einden[0] + net_na, einden[7]),
        Urgentie.MAAND: (einden[7] + net_na, einden[30]),
        Urgentie.LATER: (einden[30] + net_na, None),
    }[urgentie]


# Offences that are prosecuted on a klacht only: art. 266, 269 and 285b Sr (incidenten.md §3.3-3.4).
KLACHTVORMEN = frozenset({Vorm.BELEDIGING, Vorm.SMAAD, Vorm.STALKING})
_ZONDER_CAMERA = frozenset({Locatie.ONLINE, Locatie.WONING, Locatie.ERF, Locatie.VELD})


def klacht_vanaf(
    vormen: Iterable[Vorm], kennis_op: date | None, voorval_op: datetime, tot: datetime | None
) -> date | None:
    """From what day the term for a klacht runs; None when none of the forms asks for one.

    The day the victim learned of it; with stalking that goes on, the day of the last act.
    """
    gekozen = set(vormen)
    if not gekozen & KLACHTVORMEN:
        return None
    gehoord = kennis_op or dag_van(voorval_op)
    if Vorm.STALKING in gekozen and tot is not None:
        return max(gehoord, dag_van(tot))
    return gehoord


def heeft_camerabeeld(kanaal: Kanaal, locatie: Locatie | None) -> bool:
    """Whether a camera of ours can have seen it: face to face, and not at someone's home."""
    return kanaal is Kanaal.PERSOONLIJK and locatie not in _ZONDER_CAMERA


def kies_eigenaar(
    kandidaten: Iterable[int | None], uitgesloten: Iterable[int], beschikbaar: Iterable[int]
) -> int | None:
    """The first who may have it; never someone the case is about."""
    mag = set(beschikbaar) - set(uitgesloten)
    return next((id for id in kandidaten if id is not None and id in mag), None)


def moet_reageren(bekend: VeroorzakerBekend | None, nu_veilig: NuVeilig) -> bool:
    """A reaction to the offender: only when one knows who it is, and it is safe."""
    return bekend is VeroorzakerBekend.JA and nu_veilig is NuVeilig.JA

"""The limits of a measure: how long, how often, by whom, and against what. Pure.

Periods are days "tot en met": three months from 24 November run up to and including 23 February.
Sources: shared/domein/incidenten.md §1.6, §7 and §9.4; the figures are settings of the
organisation, because the texts of the law were not all checked.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from vob.core.deadlines import plus_maanden
from vob.core.errors import RegelOvertreden

from .values import (
    Bezwaaruitkomst,
    Einde,
    Maatregelsoort,
    Maatregelstatus,
    Rechtsaard,
    Stand,
    Toetsuitkomst,
)

_S = Maatregelstatus
OVERGANGEN: dict[Maatregelstatus, tuple[Maatregelstatus, ...]] = {
    _S.CONCEPT: (_S.VOORGELEGD, _S.GENOMEN, _S.AFGEWEZEN),
    _S.VOORGELEGD: (_S.GENOMEN, _S.AFGEWEZEN, _S.CONCEPT),
    _S.GENOMEN: (),
    _S.AFGEWEZEN: (),
}


# The law gives a term of its own to each meeting ban, and no way to make it longer.
NIET_VERLENGBAAR = (Maatregelsoort.TOEGANG_VERGADERING,)
_NIEUW_VERBOD = (
    "Deze maatregel is niet te verlengen. Een nieuwe ontzegging kan wel, na nieuwe verstoringen."
)


@dataclass(frozen=True)
class Grenzen:
    """The settings that hold: months of a meeting ban and of an area ban, how often, how many."""

    vergaderverbod_maanden: int = 3
    verstoringen: int = 2
    gebiedsverbod_maanden: int = 3
    verlengingen: int = 3


@dataclass(frozen=True)
class Periode:
    """`verlenging`: the how-manieth extension this is, 0 for a measure of its own."""

    soort: Maatregelsoort
    van: date | None
    tot: date | None
    verlenging: int = 0


def laatste_dag(van: date, maanden: int) -> date:
    """The last day of a period of so many calendar months that begins on `van`."""
    return plus_maanden(van, maanden) - timedelta(days=1)


def check_periode(periode: Periode, grenzen: Grenzen, verstoringen: int | None) -> None:
    """Raises RegelOvertreden where a measure lasts too long or rests on too little."""
    if periode.van is None or periode.tot is None:
        raise RegelOvertreden("Een maatregel als deze heeft een eerste en een laatste dag.")
    if periode.tot < periode.van:
        raise RegelOvertreden("De laatste dag ligt voor de eerste dag.")
    if periode.verlenging and periode.soort in NIET_VERLENGBAAR:
        raise RegelOvertreden(_NIEUW_VERBOD)
    if periode.soort is Maatregelsoort.TOEGANG_VERGADERING:
        _check_maanden(periode.van, periode.tot, grenzen.vergaderverbod_maanden)
        if (verstoringen or 0) < grenzen.verstoringen:
            raise RegelOvertreden(
                f"Dit kan pas na {grenzen.verstoringen} vastgelegde verstoringen van een "
                "vergadering. Leg die eerst vast in het vergaderlog."
            )
    if periode.soort is Maatregelsoort.GEBIEDSVERBOD:
        _check_maanden(periode.van, periode.tot, grenzen.gebiedsverbod_maanden)
        if periode.verlenging > grenzen.verlengingen:
            raise RegelOvertreden(
                f"Een gebiedsverbod kan ten hoogste {grenzen.verlengingen} keer worden verlengd."
            )


def check_vooruit(van: date | None, besloten_op: date) -> None:
    """What is forbidden to someone holds from the day of the decision on, never before it.

    Not of what is only recorded afterwards (a talk, an agreement): nobody decides on that.
    """
    if van is not None and van < besloten_op:
        raise RegelOvertreden(
            f"De eerste dag ({_dag(van)}) ligt vóór de dag van het besluit. Een maatregel geldt "
            "niet terug. Pas de eerste dag aan."
        )


def check_nieuwe(verstoringen: int, nieuwe: int) -> None:
    """A ban answered what was logged before it: the next one rests on something new as well."""
    if verstoringen and not nieuwe:
        raise RegelOvertreden(
            "Deze persoon kreeg al een ontzegging voor deze verstoringen. Een nieuwe kan pas na "
            "een nieuwe verstoring."
        )


def _check_maanden(van: date, tot: date, maanden: int) -> None:
    uiterlijk = laatste_dag(van, maanden)
    if tot > uiterlijk:
        raise RegelOvertreden(
            f"Dit mag ten hoogste {maanden} maanden duren: tot en met {_dag(uiterlijk)}."
        )


def _dag(dag: date) -> str:
    return f"{dag:%d-%m-%Y}"


def check_verlengen(
    soort: Maatregelsoort, tot: date | None, einde: Einde | None, vandaag: date
) -> None:
    """What has ended cannot be extended: that would be a new measure, with a new reason."""
    if soort in NIET_VERLENGBAAR:
        raise RegelOvertreden(_NIEUW_VERBOD)
    if tot is None:
        raise RegelOvertreden("Deze maatregel heeft geen einddatum en is niet te verlengen.")
    if einde is not None or tot < vandaag:
        raise RegelOvertreden("Deze maatregel is al afgelopen. Verlengen kan niet meer.")


def check_aansluiting(oude_tot: date, van: date, besloten_op: date) -> None:
    """An extension is decided before the old one ends, and begins where that one stops."""
    if besloten_op > oude_tot:
        raise RegelOvertreden("De maatregel is al afgelopen. Verlengen kan niet meer.")
    if van > oude_tot + timedelta(days=1):
        raise RegelOvertreden(
            "Een verlenging sluit aan: zij begint uiterlijk op "
            f"{_dag(oude_tot + timedelta(days=1))}."
        )


def check_overgang(van: Maatregelstatus, naar: Maatregelstatus) -> None:
    if naar not in OVERGANGEN[van]:
        raise RegelOvertreden(f"Een maatregel gaat niet van ‘{van.label}’ naar ‘{naar.label}’.")


def check_beslisser(
    beslisser_id: int | None,
    makers: Collection[int],
    betrokken: Collection[int],
    bevoegd: Collection[int],
) -> None:
    """Four eyes, and never who is part of what happened (rollen.md)."""
    if beslisser_id is None:
        raise RegelOvertreden("Kies wie over deze maatregel beslist.")
    if beslisser_id in betrokken:
        raise RegelOvertreden("Deze persoon is zelf bij de zaak betrokken. Iemand anders beslist.")
    if beslisser_id not in bevoegd:
        raise RegelOvertreden("Deze persoon mag niet over maatregelen beslissen.")
    if beslisser_id in makers:
        raise RegelOvertreden("Wie de maatregel voorbereidde, beslist niet. Kies iemand anders.")


def calculate_stand(
    status: Maatregelstatus,
    van: date | None,
    tot: date | None,
    einde: Einde | None,
    einde_op: date | None,
    dag: date,
) -> Stand:
    """How a measure stands on a day; its first and its last day both count."""
    if status is not Maatregelstatus.GENOMEN:
        return Stand(status.value)
    if einde is Einde.OPGEHEVEN and einde_op is not None and einde_op <= dag:
        return Stand.OPGEHEVEN
    if van is None or tot is None:
        return Stand.GEDAAN
    if dag < van:
        return Stand.STRAKS
    return Stand.LOOPT if dag <= tot else Stand.AFGELOPEN


def bezwaar_uiterlijk(bekend_op: date, weken: int) -> date:
    """The last day to object: so many weeks from the day after it was made known."""
    return bekend_op + timedelta(weeks=weken)


def may_bezwaar(aard: Rechtsaard) -> bool:
    """Only against a besluit; against another measure a civil court or a complaint."""
    return aard is Rechtsaard.BESLUIT


def waarom_opheffen(
    stand: Stand, toets: Toetsuitkomst | None, bezwaar: Bezwaaruitkomst | None
) -> str | None:
    """Why what still holds must end; VOB never lifts by itself: a person answers for that too."""
    if stand not in (Stand.LOOPT, Stand.STRAKS):
        return None
    if bezwaar is Bezwaaruitkomst.GEGROND:
        return "Het bezwaar is gegrond."
    if toets is Toetsuitkomst.STOPPEN:
        return "De toets zegt dat deze maatregel niet meer nodig is."
    return None

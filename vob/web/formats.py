"""How VOB writes a date, a moment, an amount: Dutch, as a person says it.

Pure: what depends on today receives today. Moments are shown on the Dutch clock, whatever zone
they come in; one without a zone is refused. Babel knows the words and the separators; it is asked
for them once, because a list of 25 rows calls these functions a hundred times.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from babel import Locale
from babel.dates import get_month_names

from vob.core.clock import TZ

_NL: Final = Locale("nl", "NL")
_MAAND: Final = {n: str(naam) for n, naam in get_month_names("wide", locale=_NL).items()}
_MAAND_KORT: Final = {
    n: str(naam) for n, naam in get_month_names("abbreviated", locale=_NL).items()
}
_GETAL: Final = _NL.decimal_formats[None]
_BEDRAG: Final = _NL.currency_formats["standard"]
_KILO: Final = 1024
_MINUUT, _UUR, _DAG = 60, 3600, 86400
_MAANDEN_VANAF: Final = 92  # days; three whole calendar months at least
_JAREN_VANAF: Final = 24  # months


def _dag(waarde: date) -> date:
    """The day in the Netherlands: 23.30 UTC on Monday is Tuesday here."""
    return to_local(waarde).date() if isinstance(waarde, datetime) else waarde


def to_local(moment: datetime) -> datetime:
    """The hands of the Dutch clock at that moment."""
    if moment.tzinfo is None:
        raise ValueError("A moment needs a time zone.")
    return moment.astimezone(TZ)


def _uur(klok: datetime) -> str:
    return f"{klok.hour}.{klok.minute:02}"


def datum(waarde: date) -> str:
    """23 november 2026"""
    dag = _dag(waarde)
    return f"{dag.day} {_MAAND[dag.month]} {dag.year}"


def datum_kort(waarde: date) -> str:
    """23 nov 2026"""
    dag = _dag(waarde)
    return f"{dag.day} {_MAAND_KORT[dag.month]} {dag.year}"


def tijd(moment: datetime) -> str:
    """22.40"""
    return _uur(to_local(moment))


def tijdstip(moment: datetime) -> str:
    """23 november 2026 om 22.40 uur"""
    klok = to_local(moment)
    return f"{klok.day} {_MAAND[klok.month]} {klok.year} om {_uur(klok)} uur"


def moment_kort(moment: datetime, vandaag: date) -> str:
    """vandaag 22.40; gisteren 9.05; 20 nov 22.40; 20 nov 2025 22.40"""
    klok = to_local(moment)
    nabij = {-1: "gisteren", 0: "vandaag", 1: "morgen"}.get((klok.date() - vandaag).days)
    if nabij is None:
        nabij = f"{klok.day} {_MAAND_KORT[klok.month]}"
        if klok.year != vandaag.year:
            nabij += f" {klok.year}"
    return f"{nabij} {_uur(klok)}"


def over(waarde: date, vandaag: date) -> str:
    """How a due date stands: nog 9 dagen, morgen, vandaag, gisteren, 3 dagen te laat."""
    dag = _dag(waarde)
    dagen = (dag - vandaag).days
    if dagen in (-1, 0, 1):
        return ("gisteren", "vandaag", "morgen")[dagen + 1]
    if dagen > 0:
        return f"nog {_duur(vandaag, dag)}"
    return f"{_duur(dag, vandaag)} te laat"


def geleden(moment: datetime, nu: datetime) -> str:
    """zojuist; 5 minuten geleden; 3 uur geleden; gisteren; 9 dagen geleden

    Two hours ago stays two hours ago after midnight. A clock that runs a little ahead gives
    "zojuist", never a negative number.
    """
    klok, klok_nu = to_local(moment), to_local(nu)
    seconden = nu.timestamp() - moment.timestamp()
    dagen = (klok_nu.date() - klok.date()).days
    if seconden < _MINUUT:
        return "zojuist"
    if seconden < _UUR:
        return f"{meervoud(int(seconden // _MINUUT), 'minuut', 'minuten')} geleden"
    if dagen < 1 or seconden < _DAG / 2:
        return f"{int(seconden // _UUR)} uur geleden"
    if dagen == 1:
        return "gisteren"
    return f"{_duur(klok.date(), klok_nu.date())} geleden"


def _duur(van: date, tot: date) -> str:
    """Days, then whole months, then whole years: as exact as one would say it."""
    dagen = (tot - van).days
    if dagen < _MAANDEN_VANAF:
        return meervoud(dagen, "dag", "dagen")
    maanden = (tot.year - van.year) * 12 + tot.month - van.month - (tot.day < van.day)
    if maanden < _JAREN_VANAF:
        return f"{maanden} maanden"
    return f"{maanden // 12} jaar"


def getal(waarde: int | float | Decimal) -> str:
    """1.234,5; at most three decimals"""
    return str(_GETAL.apply(waarde, _NL))


def bedrag(waarde: int | float | Decimal) -> str:
    """€ 12,50, with a space that does not break"""
    return str(_BEDRAG.apply(waarde, _NL, currency="EUR"))


def opsomming(delen: Iterable[object]) -> str:
    """a, b en c"""
    *eerder, laatste = [str(deel) for deel in delen] or [""]
    return f"{', '.join(eerder)} en {laatste}" if eerder else laatste


def bestandsgrootte(aantal_bytes: int) -> str:
    """980 bytes; 12 kB; 1,5 MB: counted in 1024, as the file browser of a clerk shows it"""
    if aantal_bytes < _KILO:
        return meervoud(aantal_bytes, "byte", "bytes")
    grootte = aantal_bytes / _KILO
    for eenheid in ("kB", "MB"):
        if round(grootte) < _KILO:
            return f"{getal(_afgerond(grootte))} {eenheid}"
        grootte /= _KILO
    return f"{getal(_afgerond(grootte))} GB"


def _afgerond(grootte: float) -> float:
    """One decimal below ten, none above."""
    return round(grootte, 1) if grootte < 10 else round(grootte)


def meervoud(aantal: int, enkel: str, meer: str) -> str:
    """1 incident; 3 incidenten; the number is part of the answer"""
    return f"{getal(aantal)} {enkel if aantal == 1 else meer}"


FILTERS: Final[dict[str, Callable[..., str]]] = {
    filter_.__name__: filter_
    for filter_ in (
        datum,
        datum_kort,
        tijd,
        tijdstip,
        moment_kort,
        over,
        geleden,
        getal,
        bedrag,
        opsomming,
        bestandsgrootte,
        meervoud,
    )
}

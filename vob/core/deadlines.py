"""Dates that count: working days, calendar months and hours on the Dutch clock.

Pure: every function receives its date or moment. Dates are days on the wall in the Netherlands;
moments come back in UTC, as they are stored.

`feestdagen` holds the days on which the town hall is closed. Goede Vrijdag is not among them:
most organisations work that day. 5 May is a day off once in five years, or every year when the
organisation has set that (`bevrijdingsdag_elk_jaar`).
"""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from functools import cache

from .clock import TZ

_DAG = timedelta(days=1)
_ZATERDAG = 5
_ZONDAG = 6


def pasen(jaar: int) -> date:
    """Easter Sunday, by the anonymous Gregorian algorithm (Meeus/Jones/Butcher)."""
    eeuw, rest = divmod(jaar, 100)
    gulden = jaar % 19
    maan = (19 * gulden + eeuw - eeuw // 4 - (eeuw - (eeuw + 8) // 25 + 1) // 3 + 15) % 30
    weekdag = (32 + 2 * (eeuw % 4) + 2 * (rest // 4) - maan - rest % 4) % 7
    correctie = (gulden + 11 * maan + 22 * weekdag) // 451
    maand, dag = divmod(maan + weekdag - 7 * correctie + 114, 31)
    return date(jaar, maand, dag + 1)


@cache
def feestdagen(jaar: int, *, bevrijdingsdag_elk_jaar: bool = False) -> frozenset[date]:
    """The national holidays of a year from 2014 on (before that it was Koninginnedag)."""
    eerste_paasdag = pasen(jaar)
    koningsdag = date(jaar, 4, 27)
    if koningsdag.weekday() == _ZONDAG:
        koningsdag -= _DAG
    dagen = {date(jaar, 1, 1), koningsdag, date(jaar, 12, 25), date(jaar, 12, 26)}
    # Eerste en tweede paasdag, Hemelvaart, eerste en tweede pinksterdag.
    dagen |= {eerste_paasdag + timedelta(days=n) for n in (0, 1, 39, 49, 50)}
    if bevrijdingsdag_elk_jaar or jaar % 5 == 0:
        dagen.add(date(jaar, 5, 5))
    return frozenset(dagen)


def is_werkdag(dag: date, *, bevrijdingsdag_elk_jaar: bool = False) -> bool:
    """Monday to Friday, and no holiday."""
    vrij = feestdagen(dag.year, bevrijdingsdag_elk_jaar=bevrijdingsdag_elk_jaar)
    return dag.weekday() < _ZATERDAG and dag not in vrij


def plus_werkdagen(dag: date, aantal: int, *, bevrijdingsdag_elk_jaar: bool = False) -> date:
    """The working day that many working days later; 0 gives the first one from `dag` on."""
    if aantal < 0:
        raise ValueError("Working days are counted forward only.")
    if aantal == 0:
        dag, aantal = dag - _DAG, 1
    for _ in range(aantal):
        dag += _DAG
        while not is_werkdag(dag, bevrijdingsdag_elk_jaar=bevrijdingsdag_elk_jaar):
            dag += _DAG
    return dag


def plus_maanden(dag: date, aantal: int) -> date:
    """The same day that many calendar months later (or earlier, when negative).

    Where the month is too short it is the last day: three months after 30 November is the last
    of February. A year is twelve months.
    """
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + aantal, 12)
    return date(jaar, maand + 1, min(dag.day, monthrange(jaar, maand + 1)[1]))


def plus_uren(moment: datetime, uren: float) -> datetime:
    """That many hours of real time later: 24 hours over the change of the clock stay 24 hours.

    Adding to a moment with a Dutch zone would shift the hands of the clock instead.
    """
    return _utc(moment) + timedelta(hours=uren)


def dagen_tussen(van: date, tot: date) -> int:
    """How many days `tot` lies after `van`; negative when it lies before."""
    return (tot - van).days


def einde_van_dag(dag: date) -> datetime:
    """The last moment of a day in the Netherlands, in UTC; that day has 23, 24 or 25 hours."""
    return datetime.combine(dag, time.max, tzinfo=TZ).astimezone(UTC)


def _utc(moment: datetime) -> datetime:
    """A moment without a zone is refused: it could mean any of 24 hours."""
    if moment.tzinfo is None:
        raise ValueError("A moment needs a time zone.")
    return moment.astimezone(UTC)

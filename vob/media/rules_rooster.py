"""The roster: gaps, double bookings, and filling weeks by turns. Pure.

Weeks begin on Monday at the hour of the setting; counted on the Dutch clock, so a week in which the
clock changes has 167 or 169 hours.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import NamedTuple

from vob.core.clock import TZ
from vob.core.errors import RegelOvertreden

from .values import Ruilstatus

WEEK = timedelta(days=7)
MEESTE_WEKEN = 53


class Periode(NamedTuple):
    """From `begin` up to but not including `einde`."""

    begin: datetime
    einde: datetime

    def raakt(self, ander: "Periode") -> bool:
        """Whether they share a moment."""
        return self.begin < ander.einde and ander.begin < self.einde


def moment_op(dag: date, uur: int) -> datetime:
    """That hour on the Dutch clock, in UTC."""
    return datetime.combine(dag, time(uur), TZ).astimezone(UTC)


def maandag(dag: date) -> date:
    return dag - timedelta(days=dag.weekday())


def weken(dag: date, aantal: int, uur: int) -> list[Periode]:
    """So many weeks, from the one that holds this day."""
    eerste = maandag(dag)
    grenzen = [moment_op(eerste + n * WEEK, uur) for n in range(aantal + 1)]
    return [Periode(begin, einde) for begin, einde in pairwise(grenzen)]


def find_gaten(diensten: Iterable[Periode], binnen: Periode) -> list[Periode]:
    """When nobody is on duty."""
    gaten, tot = [], binnen.begin
    for dienst in sorted(diensten):
        if dienst.einde <= tot:
            continue
        if dienst.begin >= binnen.einde:
            break
        if dienst.begin > tot:
            gaten.append(Periode(tot, dienst.begin))
        tot = dienst.einde
    if tot < binnen.einde:
        gaten.append(Periode(tot, binnen.einde))
    return gaten


def find_dubbel(diensten: Sequence[Periode]) -> set[int]:
    """The places in `diensten` of duties that overlap another one."""
    volgorde = sorted(range(len(diensten)), key=lambda n: diensten[n])
    dubbel: set[int] = set()
    langste = -1  # of those before: the one that lasts longest
    for n in volgorde:
        if langste >= 0 and diensten[n].begin < diensten[langste].einde:
            dubbel |= {n, langste}
        if langste < 0 or diensten[n].einde > diensten[langste].einde:
            langste = n
    return dubbel


def days_of(periode: Periode) -> tuple[date, date]:
    """The first and the last day it touches; an end at midnight does not touch the day after."""
    laatste = periode.einde - timedelta(microseconds=1)
    return periode.begin.astimezone(TZ).date(), laatste.astimezone(TZ).date()


def is_weg(afwezig: Iterable[tuple[date, date]], periode: Periode) -> bool:
    """Whether someone with these days off misses a part of it."""
    van, tot = days_of(periode)
    return any(begin <= tot and van <= einde for begin, einde in afwezig)


@dataclass(frozen=True)
class Voorstel:
    """`wie` is None: nobody of those who were asked is there."""

    periode: Periode
    wie: int | None


def fill_weken(
    perioden: Iterable[Periode],
    bezet: Sequence[Periode],
    om_de_beurt: Sequence[int],
    afwezig: dict[int, list[tuple[date, date]]],
) -> Iterator[Voorstel]:
    """A duty for every gap, week by week in turn; who is away is passed over and comes next."""
    rij = list(om_de_beurt)
    for week in perioden:
        vrij = find_gaten(bezet, week)
        if not vrij:
            continue
        wie = next((w for w in rij if not any(is_weg(afwezig.get(w, ()), g) for g in vrij)), None)
        if wie is not None:  # to the end of the line
            rij.remove(wie)
            rij.append(wie)
        for gat in vrij:
            yield Voorstel(gat, wie)


def check_dienst(begin: datetime, einde: datetime) -> None:
    if einde <= begin:
        raise RegelOvertreden("Het einde ligt niet na het begin.")
    if einde - begin > WEEK * MEESTE_WEKEN:
        raise RegelOvertreden("Een dienst duurt niet langer dan een jaar.")


def check_ruil(van: Periode, moment: datetime, van_id: int, naar_id: int) -> None:
    """Raises RegelOvertreden when there is nothing (any more) to swap."""
    if van.einde <= moment:
        raise RegelOvertreden("Deze dienst is al voorbij.")
    if van_id == naar_id:
        raise RegelOvertreden("U kunt niet met uzelf ruilen.")


def check_antwoord(status: Ruilstatus, is_veranderd: bool) -> None:
    """Before a swap is confirmed: the question still stands, and the duties are as they were."""
    if status is not Ruilstatus.GEVRAAGD:
        raise RegelOvertreden("Op deze vraag is al geantwoord.")
    if is_veranderd:
        raise RegelOvertreden("Het rooster is intussen gewijzigd. Vraag de ruil opnieuw.")

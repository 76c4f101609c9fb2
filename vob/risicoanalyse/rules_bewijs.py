"""When steps 3, 5 and 11 of the checklist are in order, and when one is reminded. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from vob.core.bewijs import Oordeel
from vob.core.clock import TZ
from vob.core.deadlines import plus_maanden, plus_werkdagen

_VOORAF = (30, 7)  # days before a date on which one is reminded; after it every week


@dataclass(frozen=True)
class Peil:
    """The day that counts, and how many days ahead an end is announced."""

    dag: date
    vooraf: int

    def is_nabij(self, dag: date) -> bool:
        return (dag - self.dag).days <= self.vooraf


@dataclass(frozen=True)
class Analyses:
    """Step 3. `gebieden`: per sensitive area when its newest analysis was adopted."""

    generiek_op: date | None
    gebieden: Sequence[date | None]
    bestuurders: int
    aangeboden: int
    maanden_generiek: int
    maanden_gebied: int

    def ends(self) -> list[date]:
        """The days from which those that were adopted no longer count."""
        gebieden = ((op, self.maanden_gebied) for op in self.gebieden)
        alle = ((self.generiek_op, self.maanden_generiek), *gebieden)
        return [plus_maanden(op, maanden) for op, maanden in alle if op]


def judge_analyses(stand: Analyses, peil: Peil) -> tuple[Oordeel, str]:
    """Step 3: the whole organisation and every sensitive area younger than so many months, and
    every bestuurder was offered one. On the day it becomes that old it no longer counts."""
    if stand.generiek_op is None:
        return Oordeel.NIET_OP_ORDE, "Er is geen vastgestelde analyse van de hele organisatie."
    if plus_maanden(stand.generiek_op, stand.maanden_generiek) <= peil.dag:
        return Oordeel.NIET_OP_ORDE, "De analyse van de hele organisatie is te oud."
    gedekt = sum(
        op is not None and plus_maanden(op, stand.maanden_gebied) > peil.dag
        for op in stand.gebieden
    )
    zin = (
        f"{gedekt} van {len(stand.gebieden)} gevoelige beleidsgebieden hebben een geldige analyse; "
        f"{stand.aangeboden} van {stand.bestuurders} bestuurders kregen een aanbod."
    )
    if gedekt < len(stand.gebieden) or stand.aangeboden < stand.bestuurders:
        return Oordeel.LET_OP, zin
    if peil.is_nabij(min(stand.ends())):
        return Oordeel.LET_OP, f"{zin} Binnenkort verloopt er een."
    return Oordeel.OP_ORDE, zin


def judge_beveiliging(dagen: Sequence[date], onbesloten: int, peil: Peil) -> tuple[Oordeel, str]:
    """Step 5. `dagen`: by when each measure that runs or is proposed is looked at; that day itself
    is in time."""
    if not dagen:
        zin = "Er staan geen beveiligingsmaatregelen in VOB. Of dat klopt, weet alleen u."
        return Oordeel.NIET_TE_ZIEN, zin
    te_laat = sum(dag < peil.dag for dag in dagen)
    zin = (
        f"{len(dagen)} beveiligingsmaatregelen: {onbesloten} zonder besluit, "
        f"{te_laat} over de laatste dag, of over de datum om te bekijken of het minder kan."
    )
    if te_laat or onbesloten:
        return Oordeel.NIET_OP_ORDE, zin
    if peil.is_nabij(min(dagen)):
        return Oordeel.LET_OP, f"{zin} Binnenkort moet u er een bekijken."
    return Oordeel.OP_ORDE, zin


def is_vooraf(gemaakt: datetime, dag: date, tijd: time | None) -> bool:
    """Rated before it took place; on the day itself too, when nobody knows at what hour."""
    if tijd is None:
        return gemaakt.astimezone(TZ).date() <= dag
    return gemaakt < datetime.combine(dag, tijd, TZ)


@dataclass(frozen=True)
class Bijeenkomsten:
    """Step 11: the risky gatherings of the past year, and what still misses."""

    totaal: int
    vooraf: int
    komend_zonder: int
    zonder_terugblik: int


def judge_bijeenkomsten(stand: Bijeenkomsten) -> tuple[Oordeel, str]:
    """In order when every one was rated before it took place."""
    if not stand.totaal and not stand.komend_zonder:
        zin = "Er was het afgelopen jaar geen bijeenkomst of bezoek met een risico."
        return Oordeel.NIET_TE_ZIEN, zin
    zin = f"{stand.vooraf} van {stand.totaal} risicovolle bijeenkomsten zijn vooraf ingeschat."
    if stand.vooraf < stand.totaal:
        return Oordeel.NIET_OP_ORDE, zin
    if stand.komend_zonder:
        return Oordeel.LET_OP, f"{zin} {stand.komend_zonder} komende nog niet."
    if stand.zonder_terugblik:
        return Oordeel.LET_OP, f"{zin} Op {stand.zonder_terugblik} is nog niet teruggekeken."
    return Oordeel.OP_ORDE, zin


def is_terugblik_laat(dag: date, peildatum: date, werkdagen: int) -> bool:
    """The last of so many working days after it is still in time."""
    return plus_werkdagen(dag, werkdagen) < peildatum


def is_herinnerdag(dag: date, vandaag: date) -> bool:
    """A month and a week before, on the day, and every week after: a mail a day is no reminder."""
    dagen = (dag - vandaag).days
    return dagen in _VOORAF or (dagen <= 0 and dagen % 7 == 0)


def herinnerdagen(vandaag: date, tot: Iterable[int] = range(-364, 31)) -> list[date]:
    """The dates that one is reminded of today, within a year."""
    dagen = (vandaag + timedelta(days=n) for n in tot)
    return [dag for dag in dagen if is_herinnerdag(dag, vandaag)]

"""A press question: what may happen to it, by when, and how it went. Pure.

The norms are defaults of our own (overig.md §3.4): no source gives response times.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from statistics import median

from vob.core.clock import TZ
from vob.core.deadlines import is_werkdag
from vob.core.errors import RegelOvertreden

from .rules import Kantoor, check_geen_open, is_kantoortijd
from .values import OPEN, Status, Uitkomst

_ADRES = re.compile(r"[^@\s?&%]+@[^@\s?&%]+\.[^@\s?&%]+")  # what a mailto may hold as it is
_NUMMER = re.compile(r"\+?[0-9(][0-9 ()-]*")
KORT = timedelta(hours=2)  # the clock turns to "let op"
OVERGANGEN: dict[Status, tuple[Status, ...]] = {
    Status.NIEUW: (Status.IN_BEHANDELING, Status.BEANTWOORD, Status.NIET_BEANTWOORD),
    Status.IN_BEHANDELING: (Status.BEANTWOORD, Status.WACHT_OP_AKKOORD, Status.NIET_BEANTWOORD),
    Status.WACHT_OP_AKKOORD: (Status.BEANTWOORD, Status.IN_BEHANDELING, Status.NIET_BEANTWOORD),
    Status.BEANTWOORD: (Status.AFGESLOTEN, Status.IN_BEHANDELING),
    Status.NIET_BEANTWOORD: (Status.AFGESLOTEN, Status.IN_BEHANDELING),
    Status.AFGESLOTEN: (Status.IN_BEHANDELING,),
}


def check_overgang(
    van: Status,
    naar: Status,
    *,
    antwoord: str,
    reden: str,
    uitkomsten: Iterable[Uitkomst],
    ontbreekt: str = "",
) -> None:
    """Raises RegelOvertreden with the reason. `ontbreekt`: the parties whose consent the topic
    needs and this answer has not; an answer that is a line as it holds has all of them already."""
    if naar not in OVERGANGEN[van]:
        raise RegelOvertreden(f"Een persvraag gaat niet van ‘{van.label}’ naar ‘{naar.label}’.")
    if naar is Status.NIET_BEANTWOORD and not reden.strip():
        raise RegelOvertreden("Schrijf op waarom de vraag niet wordt beantwoord.")
    if naar is Status.BEANTWOORD:
        if not antwoord.strip():
            raise RegelOvertreden("Schrijf eerst het antwoord op, of neem een lijn over.")
        alle = list(uitkomsten)
        if ontbreekt and Uitkomst.NIET_AKKOORD not in alle:
            raise RegelOvertreden(
                f"Er is nog geen akkoord van: {ontbreekt}. Bel hen en leg hieronder vast wat zij "
                "zeiden, of neem een lijn over die nu geldt en verander daar niets aan."
            )
        check_geen_open(alle)


def is_same_text(tekst: str, andere: str) -> bool:
    """Word for word; where a line is broken makes no difference."""
    return tekst.split() == andere.split()


def is_onder_embargo(embargo_tot: datetime | None, moment: datetime) -> bool:
    """Up to but not including that moment."""
    return embargo_tot is not None and moment < embargo_tot


def calculate_norm(
    ontvangen_op: datetime, kantoor: Kantoor, *, is_incident: bool, incident_uren: int
) -> datetime:
    """By when we want to have answered: the same working day; outside office hours the next one,
    but within some hours when it is about an incident."""
    if is_kantoortijd(ontvangen_op, kantoor):
        return _uur(ontvangen_op.astimezone(TZ).date(), kantoor.einde)
    if is_incident:
        return ontvangen_op + timedelta(hours=incident_uren)
    return _uur(_volgende_kantoordag(ontvangen_op, kantoor), kantoor.einde)


def calculate_bevestiging(ontvangen_op: datetime, kantoor: Kantoor, uren: int) -> datetime:
    """By when the journalist hears that we have it: an hour, counted in office hours."""
    if is_kantoortijd(ontvangen_op, kantoor):
        return ontvangen_op + timedelta(hours=uren)
    begin = _uur(_volgende_kantoordag(ontvangen_op, kantoor), kantoor.begin)
    return begin + timedelta(hours=uren)


def _volgende_kantoordag(moment: datetime, kantoor: Kantoor) -> date:
    """The day on which the office opens next."""
    klok = moment.astimezone(TZ)
    dag = klok.date() if klok.hour < kantoor.begin else klok.date() + timedelta(days=1)
    while not is_werkdag(dag):
        dag += timedelta(days=1)
    return dag


def _uur(dag: date, uur: int) -> datetime:
    """24 is the midnight at the end of the day."""
    extra, uur = divmod(uur, 24)
    return datetime.combine(dag + timedelta(days=extra), time(uur), TZ).astimezone(UTC)


@dataclass(frozen=True)
class Klok:
    """How a deadline stands: words, and the kind of badge."""

    woord: str
    soort: str


def read_klok(uiterlijk: datetime, status: Status, moment: datetime) -> Klok | None:
    """Only while the question is open."""
    if status not in OPEN:
        return None
    nog = uiterlijk - moment
    if nog < timedelta():
        return Klok(f"{duur(-nog)} te laat", "bad")
    return Klok(f"nog {duur(nog)}", "warn" if nog <= KORT else "info")


def duur(tijd: timedelta) -> str:
    """Minutes up to two hours, hours up to two days, then days."""
    minuten = int(tijd.total_seconds() // 60)
    if minuten < 120:
        return f"{minuten} {'minuut' if minuten == 1 else 'minuten'}"
    if minuten < 48 * 60:
        return f"{minuten // 60} uur"
    return f"{minuten // (24 * 60)} dagen"


@dataclass(frozen=True)
class Verloop:
    """What counts of one question for the figures."""

    ontvangen_op: datetime
    uiterlijk: datetime
    status: Status
    verzonden_op: datetime | None


def link_of(contact: str) -> str:
    """What a press on this does: dial, or begin a mail. Empty for words that are neither."""
    tekst = contact.strip()
    if _ADRES.fullmatch(tekst):
        return f"mailto:{tekst}"
    cijfers = "".join(teken for teken in tekst if teken in "+0123456789")
    return f"tel:{cijfers}" if _NUMMER.fullmatch(tekst) and len(cijfers) >= 8 else ""


@dataclass(frozen=True)
class Maand:
    """The figures of a month, by when the question came in."""

    maand: date
    ontvangen: int
    beantwoord: int
    niet: int
    op_tijd: int
    mediaan: timedelta | None


def count_maanden(vragen: Iterable[Verloop]) -> list[Maand]:
    """Newest month first; months without questions are left out."""
    per: dict[date, list[Verloop]] = defaultdict(list)
    for vraag in vragen:
        per[vraag.ontvangen_op.astimezone(TZ).date().replace(day=1)].append(vraag)
    return [_maand(maand, per[maand]) for maand in sorted(per, reverse=True)]


def _maand(maand: date, vragen: list[Verloop]) -> Maand:
    tijden = [(v.verzonden_op - v.ontvangen_op).total_seconds() for v in vragen if v.verzonden_op]
    return Maand(
        maand=maand,
        ontvangen=len(vragen),
        beantwoord=len(tijden),
        niet=sum(v.status is Status.NIET_BEANTWOORD for v in vragen),
        op_tijd=sum(v.verzonden_op is not None and v.verzonden_op <= v.uiterlijk for v in vragen),
        mediaan=timedelta(seconds=median(tijden)) if tijden else None,
    )

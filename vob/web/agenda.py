"""An agenda that comes in: the bytes of an iCalendar file (RFC 5545) as a plain list.

Pure: bytes and two dates go in, a list comes out, nothing is kept. Recurring events are written
out one by one, on the clock of the place they are in (19.30 stays 19.30 when summer time ends);
exceptions, moved and cancelled occurrences are right; every moment comes back in UTC. A time
without a zone is Dutch time. One line that cannot be read refuses the whole file.

Reading happens in a child process that may be ended: a small file can ask for years of computing,
and nothing stops the library from outside.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Final, TypeVar

from vob.core.clock import TZ
from vob.core.errors import RegelOvertreden

from .begrensd import TeZwaar, read_begrensd
from .tekst import opschonen

if TYPE_CHECKING:
    from icalendar import Event

# A council meets some hundred times a year; a roster changes daily. Above this it is a mistake.
MEESTE_PUNTEN: Final = 5_000
MEESTE_HERHALINGEN: Final = 20_000  # that one event may have had since its first day
_DAG: Final = timedelta(days=1)
_T = TypeVar("_T")
_LANGSTE_TEKST: Final = 200


class AgendaFout(RegelOvertreden):
    """The file cannot be read. `regel` is the line, from 1, as a text editor counts."""

    def __init__(self, regel: int, wat: str) -> None:
        super().__init__(f"Het agendabestand is niet te lezen. Regel {regel}: {wat}.")
        self.regel = regel
        self.wat = wat


class AgendaTeZwaar(AgendaFout):
    """It asks too much time or memory; no line of its own is to blame."""

    def __init__(self, waarom: str) -> None:
        super().__init__(1, waarom)
        self.args = (waarom,)


@dataclass(frozen=True, slots=True)
class Agendapunt:
    """One event, or one occurrence of a recurring one.

    `uid` stays the same from one reading to the next; an occurrence carries the moment it was
    first planned at behind a `#`, also after it was moved. `begin` and `einde` are in UTC; `einde`
    is the first moment after it: the midnight after the last day when it lasts whole days.
    """

    uid: str
    titel: str
    begin: datetime
    einde: datetime
    plaats: str
    is_afgelast: bool
    hele_dag: bool


def read_agenda(inhoud: bytes, van: date, tot: date) -> list[Agendapunt]:
    """Everything that falls (partly) on the days `van` up to and including `tot`, by begin.

    Raises AgendaFout with the line number; AgendaTeZwaar when it takes too long or too much.
    """
    try:
        antwoord = read_begrensd(f"{__name__}:read_kind", inhoud, van=str(van), tot=str(tot))
    except TeZwaar as reden:
        raise AgendaTeZwaar(str(reden)) from None
    if fout := antwoord.get("fout"):
        raise AgendaFout(*fout)
    momenten = ("begin", "einde")
    return [
        Agendapunt(**punt | {naam: datetime.fromisoformat(punt[naam]) for naam in momenten})
        for punt in antwoord["punten"]
    ]


def read_kind(inhoud: bytes, van: str, tot: str) -> dict[str, Any]:
    """What the child process answers: `punten`, or a `fout` with its line."""
    try:
        punten = read_hier(inhoud, date.fromisoformat(van), date.fromisoformat(tot))
    except AgendaFout as fout:
        return {"fout": [fout.regel, fout.wat]}
    return {
        "punten": [
            asdict(punt) | {"begin": str(punt.begin), "einde": str(punt.einde)} for punt in punten
        ]
    }


def read_hier(inhoud: bytes, van: date, tot: date) -> list[Agendapunt]:
    """The same as read_agenda, in this process, for as long as it takes."""
    from icalendar import use_zoneinfo

    from .agenda_lezer import LeesFout, Lezer

    # Also forgets the zones that a file before this one described under the same names.
    use_zoneinfo()  # type: ignore[no-untyped-call]  # the library has gaps
    try:
        lezer = Lezer(inhoud)
        agenda = lezer.read()
    except LeesFout as fout:
        raise AgendaFout(fout.regel, fout.wat) from None
    venster = (_midnight(van), _midnight(tot + _DAG))
    alles_afgelast = str(agenda.get("METHOD", "")).upper() == "CANCEL"
    reeksen = _by_uid(agenda.events, lambda event: lezer.begin[id(event)])
    alle = chain.from_iterable(_read_reeks(reeks, venster) for reeks in reeksen)
    punten = list(islice(alle, MEESTE_PUNTEN + 1))
    if len(punten) > MEESTE_PUNTEN:
        raise AgendaFout(1, f"meer dan {MEESTE_PUNTEN} agendapunten in deze periode")
    if alles_afgelast:
        punten = [replace(punt, is_afgelast=True) for punt in punten]
    return sorted(punten, key=lambda punt: (punt.begin, punt.uid))


def _midnight(dag: date) -> datetime:
    return datetime.combine(dag, time.min, tzinfo=TZ).astimezone(UTC)


def _by_uid(
    events: Iterable["Event"], regel: Callable[["Event"], int]
) -> Iterable[list[tuple["Event", int]]]:
    reeksen: dict[str, list[tuple[Event, int]]] = {}
    for event in events:
        uid = str(event.get("UID", "")).strip()
        if not uid:
            raise AgendaFout(regel(event), "deze afspraak heeft geen UID")
        reeksen.setdefault(uid, []).append((event, regel(event)))
    return reeksen.values()


def _read_reeks(
    events: list[tuple["Event", int]], venster: tuple[datetime, datetime]
) -> list[Agendapunt]:
    reeks = _Reeks([_fitting(regel, _Voorval, event, regel) for event, regel in events])
    return _fitting(events[0][1], lambda: list(islice(reeks.punten(venster), MEESTE_PUNTEN + 1)))


def _fitting(regel: int, lees: Callable[..., _T], *wat: object) -> _T:
    """The library reads what each line says; whether the lines fit together shows here."""
    from .agenda_lezer import ONPASSEND

    try:
        return lees(*wat)
    except ONPASSEND:
        raise AgendaFout(regel, "de tijden van deze afspraak kloppen niet") from None


class _Reeks:
    """All that a file says of one UID: the event itself, and occurrences that differ from it."""

    def __init__(self, voorvallen: list["_Voorval"]) -> None:
        self.uid = voorvallen[0].uid
        self.hoofd: _Voorval | None = None
        self.anders: dict[datetime, _Voorval] = {}
        for voorval in sorted(voorvallen, key=lambda v: v.volgnummer):  # the last version holds
            if voorval.oorspronkelijk is None:
                self.hoofd = voorval
            else:
                self.anders[voorval.oorspronkelijk] = voorval

    def punten(self, venster: tuple[datetime, datetime]) -> Iterator[Agendapunt]:
        gezien: set[datetime] = set()
        if hoofd := self.hoofd:
            for moment in hoofd.momenten(venster[1], self._latest()):
                wie, verschuiving, key = self._version(hoofd, moment)
                gezien.add(key)
                uid = f"{self.uid}#{_stamp(moment)}" if hoofd.is_reeks else self.uid
                yield from _inside(wie.punt(uid, moment + verschuiving), venster)
        for planned, voorval in self.anders.items():
            if planned not in gezien and not voorval.geldt_verder:
                punt = voorval.punt(f"{self.uid}#{_stamp(planned)}", voorval.begin)
                yield from _inside(punt, venster)

    def _latest(self) -> datetime:
        """An occurrence planned after the window may have been moved into it."""
        return max(self.anders, default=datetime.min.replace(tzinfo=UTC))

    def _version(
        self, hoofd: "_Voorval", moment: datetime
    ) -> tuple["_Voorval", timedelta, datetime]:
        """Which text holds at this occurrence, how far it moved, and the change that says so."""
        dag = _midnight(moment.astimezone(TZ).date())
        for key in (moment, dag):  # some write only the day of the occurrence they change
            anders = self.anders.get(key)
            if anders and (key == moment or anders.alleen_dag):
                return anders, anders.begin - moment, key
        verder = [k for k, v in self.anders.items() if v.geldt_verder and k <= moment]
        if verder:
            laatste = self.anders[max(verder)]
            return laatste, laatste.begin - max(verder), moment
        return hoofd, timedelta(0), moment


class _Voorval:
    """One VEVENT, with every time on one clock."""

    def __init__(self, event: "Event", regel: int) -> None:
        self.event, self.regel = event, regel
        self.uid = str(event["UID"]).strip()
        start, einde = event.start, event.end
        self.hele_dag = not isinstance(start, datetime)
        self.zone: tzinfo = getattr(start, "tzinfo", None) or TZ
        self.begin = _utc(start)
        self.duur = max(_utc(einde) - self.begin, timedelta(0))
        self.dagen = (einde - start).days if self.hele_dag else 0
        rid = event.get("RECURRENCE-ID")
        self.oorspronkelijk = _utc(rid.dt) if rid else None
        self.alleen_dag = bool(rid) and not isinstance(rid.dt, datetime)
        self.geldt_verder = bool(rid) and rid.params.get("RANGE") == "THISANDFUTURE"
        self.volgnummer = int(event.get("SEQUENCE", 0) or 0)
        self.is_reeks = bool(event.rrules or event.rdates)

    def punt(self, uid: str, begin: datetime) -> Agendapunt:
        einde = begin + self.duur
        if self.hele_dag:  # a day has 23, 24 or 25 hours
            einde = _midnight(begin.astimezone(TZ).date() + max(self.dagen, 1) * _DAG)
        return Agendapunt(
            uid=uid,
            titel=_text(self.event.get("SUMMARY")) or "Zonder titel",
            begin=begin,
            einde=einde,
            plaats=_text(self.event.get("LOCATION")),
            is_afgelast=str(self.event.get("STATUS", "")).upper() == "CANCELLED",
            hele_dag=self.hele_dag,
        )

    def momenten(self, tot: datetime, laatste: datetime) -> Iterator[datetime]:
        """The begin of every occurrence until the window ends, without those taken out."""
        if not self.is_reeks:
            yield self.begin
            return
        weg = {_utc(moment) for moment in self.event.exdates}
        dagen_weg = {m for m in self.event.exdates if not isinstance(m, datetime)}
        momenten = {_utc(moment) for moment, _ in self.event.rdates} | {self.begin}
        for regel in self.event.rrules:
            momenten |= set(self._by_rule(regel, max(tot, laatste + _DAG)))
        for moment in sorted(momenten - weg):
            if moment.astimezone(self.zone).date() not in dagen_weg:
                yield moment

    def _by_rule(self, regel: Any, tot: datetime) -> Iterator[datetime]:
        """On the wall clock of the event's own zone; COUNT and UNTIL both end it."""
        from .agenda_lezer import make_herhaling

        tot = min([tot, *(_until(moment) for moment in regel.get("UNTIL", ()))])
        aantal = min(regel.get("COUNT", [MEESTE_HERHALINGEN + 1]))
        klokken = make_herhaling(regel, self._wall(self.begin)).replace(until=self._wall(tot))
        momenten = list(islice(klokken, min(aantal, MEESTE_HERHALINGEN + 1)))
        if len(momenten) > MEESTE_HERHALINGEN:
            raise AgendaFout(self.regel, "deze afspraak herhaalt zich te vaak")
        return (klok.replace(tzinfo=self.zone).astimezone(UTC) for klok in momenten)

    def _wall(self, moment: datetime) -> datetime:
        return moment.astimezone(self.zone).replace(tzinfo=None)


def _utc(waarde: date) -> datetime:
    """A day begins at midnight here; a time without a zone is Dutch time."""
    if not isinstance(waarde, datetime):
        return _midnight(waarde)
    return (waarde if waarde.tzinfo else waarde.replace(tzinfo=TZ)).astimezone(UTC)


def _until(moment: date) -> datetime:
    """UNTIL names the last occurrence; a day means the whole of it."""
    return _utc(moment) if isinstance(moment, datetime) else _midnight(moment + _DAG)


def _stamp(moment: datetime) -> str:
    return moment.strftime("%Y%m%dT%H%M%SZ")


def _text(waarde: object) -> str:
    return " ".join(opschonen(str(waarde or "")).split())[:_LANGSTE_TEKST]


def _inside(punt: Agendapunt, venster: tuple[datetime, datetime]) -> Iterator[Agendapunt]:
    """An event without length counts on the moment it begins."""
    van, tot = venster
    if punt.begin < tot and (punt.einde > van or punt.begin >= van):
        yield punt

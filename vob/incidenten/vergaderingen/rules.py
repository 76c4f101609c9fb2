"""The log of a meeting: what an entry means, and what the entries together say. Pure.

Source: shared/domein/incidenten.md §7 (art. 26 Gemeentewet; HR:2019:13; RVS:2022:3148), §9.8.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from vob.core.errors import RegelOvertreden

from ..values import Vorm
from .values import Aard, Logsoort, Vergadersoort

S = Logsoort

# --- keys and buttons -----------------------------------------------------------------------------

# In the order of the screen: what someone does, what the chair does, how the meeting goes.
GROEPEN: tuple[tuple[str, tuple[Logsoort, ...]], ...] = (
    (
        "Verstoring",
        (
            S.ROEPEN,
            S.BELEDIGING,
            S.BEDREIGING,
            S.SPANDOEK,
            S.GOOIEN,
            S.BINNENDRINGEN,
            S.BEZETTING,
            S.LID_BELEMMERT,
        ),
    ),
    (
        "Optreden",
        (S.WAARSCHUWING, S.SCHORSING, S.HERVAT, S.VORDERING, S.ONTRUIMD, S.POLITIE, S.AANGIFTE),
    ),
    (
        "Vergadering",
        (S.GEOPEND, S.BESLOTEN, S.VERPLAATST, S.AFGELAST, S.GESLOTEN),
    ),
)
TOETS: dict[Logsoort, str] = {
    S.ROEPEN: "r",
    S.BELEDIGING: "b",
    S.BEDREIGING: "d",
    S.SPANDOEK: "s",
    S.GOOIEN: "g",
    S.BINNENDRINGEN: "i",
    S.BEZETTING: "z",
    S.LID_BELEMMERT: "l",
    S.WAARSCHUWING: "w",
    S.SCHORSING: "c",
    S.HERVAT: "h",
    S.VORDERING: "v",
    S.ONTRUIMD: "t",
    S.POLITIE: "p",
    S.AANGIFTE: "f",
    S.GEOPEND: "o",
    S.BESLOTEN: "k",
    S.VERPLAATST: "x",
    S.AFGELAST: "a",
    S.GESLOTEN: "e",
    S.NOTITIE: "n",
}
# Of listeners. A member who hinders the meeting falls under another rule (art. 26 lid 3) and never
# counts towards a ban of a listener.
VERSTORINGEN = frozenset(GROEPEN[0][1]) - {S.LID_BELEMMERT}
_EINDE_SCHORSING = frozenset({S.HERVAT, S.GESLOTEN, S.AFGELAST, S.BESLOTEN, S.VERPLAATST})
_EINDE = frozenset({S.GESLOTEN, S.AFGELAST})
_VORM: dict[Logsoort, Vorm] = {
    S.BELEDIGING: Vorm.BELEDIGING,
    S.BEDREIGING: Vorm.BEDREIGING,
    S.GOOIEN: Vorm.FYSIEK,
    S.BINNENDRINGEN: Vorm.VREDEBREUK,
}


def vormen_van(soorten: Iterable[Logsoort]) -> list[Vorm]:
    """The forms of behaviour under which a case made of these entries is counted."""
    eigen = [_VORM[soort] for soort in soorten if soort in _VORM]
    return list(dict.fromkeys([Vorm.ORDEVERSTORING, *eigen]))


# --- time -----------------------------------------------------------------------------------------

_KLOK_MARGE = timedelta(seconds=5)
VOORAF, ACHTERAF = timedelta(days=1), timedelta(days=7)


def eigen_tijd(moment: datetime, klok: datetime | None, nu: datetime) -> datetime:
    """When it happened, by our clock. `klok`: what the clock of the sender said when it was sent.

    An entry may have waited for an hour; a laptop may run ten minutes ahead. The difference
    between the two clocks puts both right. Within a few seconds it is the way through the network.
    """
    if klok is not None and abs(nu - klok) > _KLOK_MARGE:
        moment += nu - klok
    return nu if nu < moment <= nu + _KLOK_MARGE else moment


def is_te_vroeg(begin: datetime, moment: datetime) -> bool:
    """Whether nothing can have happened at this meeting yet."""
    return moment < begin - VOORAF


def check_moment(moment: datetime, begin: datetime, nu: datetime) -> None:
    """An entry is about this meeting: around it, and not in the future."""
    if moment > nu:
        raise RegelOvertreden("Dit moment is nog niet geweest.")
    if is_te_vroeg(begin, moment) or moment > begin + ACHTERAF:
        raise RegelOvertreden("Dit moment hoort niet bij deze vergadering. Kijk naar de datum.")


# --- the entries together -------------------------------------------------------------------------


class Regel(Protocol):
    """An entry as it was stored."""

    id: int
    bij_id: int | None
    aard: Aard
    soort: Logsoort
    moment: datetime
    tekst: str | None
    persoon: str | None


@dataclass(frozen=True)
class Logpunt:
    """One thing that happened: the entry, all that was added to it, and what holds now.

    `nummer`: of a warning, which one it was; 0 for anything else and for what was withdrawn.
    """

    regel: Regel
    bij: tuple[Regel, ...] = ()
    nummer: int = 0

    @property
    def geldt(self) -> Regel:
        """The last correction, or the entry itself."""
        correcties = [regel for regel in self.bij if regel.aard is Aard.CORRECTIE]
        return correcties[-1] if correcties else self.regel

    @property
    def is_ingetrokken(self) -> bool:
        besluit = [regel for regel in self.bij if regel.aard is not Aard.AANVULLING]
        return bool(besluit) and besluit[-1].aard is Aard.INTREKKING

    @property
    def is_gecorrigeerd(self) -> bool:
        return self.geldt is not self.regel

    @property
    def vervangen(self) -> list[Regel]:
        """What stood there before the last correction: also what had been added by then."""
        if not self.is_gecorrigeerd:
            return []
        eerder = self.bij[: self.bij.index(self.geldt)]
        return [self.regel, *(regel for regel in eerder if regel.aard is Aard.AANVULLING)]

    @property
    def aanvullingen(self) -> list[Regel]:
        """A correction comes in the place of all that was there; what is added later, holds."""
        begin = self.bij.index(self.geldt) + 1 if self.is_gecorrigeerd else 0
        return [regel for regel in self.bij[begin:] if regel.aard is Aard.AANVULLING]

    @property
    def teksten(self) -> list[str]:
        return [regel.tekst for regel in (self.geldt, *self.aanvullingen) if regel.tekst]

    @property
    def personen(self) -> list[str]:
        namen = (regel.persoon for regel in (self.geldt, *self.aanvullingen))
        return list(dict.fromkeys(naam for naam in namen if naam))

    @property
    def is_verstoring(self) -> bool:
        """Whether it counts as a disturbance by a listener."""
        return self.geldt.soort in VERSTORINGEN and not self.is_ingetrokken

    @property
    def label(self) -> str:
        """Waarschuwing 2"""
        return f"{self.geldt.soort.label} {self.nummer}" if self.nummer else self.geldt.soort.label


def combine(regels: Iterable[Regel]) -> list[Logpunt]:
    """What happened, in the order in which it happened, however late it was written down."""
    alle = sorted(regels, key=lambda regel: regel.id)
    bij: dict[int, list[Regel]] = {}
    for regel in alle:
        if regel.bij_id is not None:
            bij.setdefault(regel.bij_id, []).append(regel)
    punten = [
        Logpunt(regel, tuple(bij.get(regel.id, ()))) for regel in alle if regel.bij_id is None
    ]
    punten.sort(key=lambda punt: (punt.geldt.moment, punt.regel.id))
    return _number(punten)


def _number(punten: Sequence[Logpunt]) -> list[Logpunt]:
    genummerd, nummer = [], 0
    for punt in punten:
        telt = punt.geldt.soort is S.WAARSCHUWING and not punt.is_ingetrokken
        nummer += telt
        genummerd.append(Logpunt(punt.regel, punt.bij, nummer) if telt else punt)
    return genummerd


def schorsingen(punten: Iterable[Logpunt]) -> list[tuple[datetime, datetime | None]]:
    """From when until when the meeting stood still; None: it still does."""
    gevonden: list[tuple[datetime, datetime | None]] = []
    for punt in punten:
        if punt.is_ingetrokken:
            continue
        moment, open_ = punt.geldt.moment, bool(gevonden) and gevonden[-1][1] is None
        if punt.geldt.soort is S.SCHORSING and not open_:
            gevonden.append((moment, None))
        elif punt.geldt.soort in _EINDE_SCHORSING and open_:
            gevonden[-1] = (gevonden[-1][0], moment)
    return gevonden


def is_geschorst(punten: Sequence[Logpunt]) -> datetime | None:
    """Since when the meeting stands still; None when it does not."""
    laatste = schorsingen(punten)[-1:]
    return laatste[0][0] if laatste and laatste[0][1] is None else None


def is_voorbij(punten: Sequence[Logpunt]) -> bool:
    return any(punt.geldt.soort in _EINDE and not punt.is_ingetrokken for punt in punten)


# --- from an agenda -------------------------------------------------------------------------------


@dataclass(frozen=True)
class Gepland:
    """What an agenda tells of a meeting."""

    titel: str
    begin: datetime
    einde: datetime
    plaats: str
    is_afgelast: bool


VELDEN = ("titel", "begin", "einde", "plaats", "is_afgelast")


def find_changes(huidig: Gepland, vorige: Gepland, nieuw: Gepland) -> list[str]:
    """The fields to take over: what the agenda itself changed since it was last read.

    What someone here changed by hand, and the agenda did not, stays.
    """
    return [
        veld
        for veld in VELDEN
        if getattr(nieuw, veld) != getattr(vorige, veld)
        and getattr(nieuw, veld) != getattr(huidig, veld)
    ]


_WOORDEN: tuple[tuple[str, Vergadersoort], ...] = (
    ("commissie", Vergadersoort.COMMISSIE),
    ("college", Vergadersoort.COLLEGE),
    ("gedeputeerde staten", Vergadersoort.COLLEGE),
    ("dagelijks bestuur", Vergadersoort.COLLEGE),
    ("bijeenkomst", Vergadersoort.BIJEENKOMST),
    ("inloop", Vergadersoort.BIJEENKOMST),
    ("raad", Vergadersoort.RAAD),
    ("algemeen bestuur", Vergadersoort.RAAD),
    ("verenigde vergadering", Vergadersoort.RAAD),
    ("staten", Vergadersoort.RAAD),
)


def guess_soort(titel: str) -> Vergadersoort:
    """By the words of its title; the griffier can change it."""
    klein = titel.casefold()
    return next((soort for woord, soort in _WOORDEN if woord in klein), Vergadersoort.ANDERS)

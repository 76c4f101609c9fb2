"""What the register shows, as it stands in the address: read leniently, never a failure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime, time, timedelta
from typing import Any

from vob.core.clock import TZ
from vob.core.organisatietype import Functie
from vob.core.values import Waardelijst
from vob.data.search import MAX_QUERY

from .values import Ernst, Kanaal, Status, Vorm

SORTERINGEN = ("gemeld", "voorval", "ernst")
STANDAARD = "-gemeld"
_NUMMER = re.compile(r"\d{4}-\d{4,}")


class Periode(Waardelijst):
    DIT_JAAR = "dit-jaar", "Dit jaar"
    DAGEN_30 = "30-dagen", "Laatste 30 dagen"
    MAANDEN_12 = "12-maanden", "Laatste 12 maanden"


class Stand(Waardelijst):
    """Statuses together."""

    OPEN = "open", "Alle open zaken"


class Wie(Waardelijst):
    """A handler that is not a name."""

    MIJ = "mij", "Mij"
    NIEMAND = "niemand", "Nog niemand"


class Alleen(Waardelijst):
    """What kind of entries: cases that happened, or drills."""

    PROEF = "proef", "Alleen proefmeldingen"


@dataclass(frozen=True)
class Filters:
    """One field per filter, by its name in the address; None is "no matter which"."""

    q: str = ""
    status: Status | Stand | None = None
    ernst: Ernst | None = None
    periode: Periode | None = None
    behandelaar: int | Wie | None = None
    vorm: Vorm | None = None
    kanaal: Kanaal | None = None
    getroffene: Functie | None = None
    van: date | None = None
    tot: date | None = None
    soort: Alleen | None = None
    sort: str = STANDAARD
    overgeslagen: tuple[str, ...] = field(default=(), compare=False)

    @property
    def args(self) -> dict[str, Any]:
        """For a link: only what differs from the usual."""
        return {
            naam: str(waarde)
            for naam in _NAMEN
            if (waarde := getattr(self, naam)) not in (None, "", STANDAARD)
        }

    @property
    def is_leeg(self) -> bool:
        """Nothing was chosen; the order does not count."""
        return not self.args.keys() - {"sort"}

    @property
    def is_meer_open(self) -> bool:
        return bool(self.args.keys() & {"vorm", "kanaal", "getroffene", "van", "tot", "soort"})

    @property
    def nummer(self) -> str | None:
        """The case number that was typed as search, if it is one."""
        return self.q if _NUMMER.fullmatch(self.q) else None

    def begin(self, vandaag: date) -> datetime | None:
        """The first moment that counts."""
        dagen = [dag for dag in (_eerste_dag(self.periode, vandaag), self.van) if dag]
        return datetime.combine(max(dagen), time(), TZ) if dagen else None

    def einde(self) -> datetime | None:
        """The first moment that does not count any more."""
        return datetime.combine(self.tot + timedelta(days=1), time(), TZ) if self.tot else None


_NAMEN = tuple(f.name for f in fields(Filters) if f.name != "overgeslagen")


def _eerste_dag(periode: Periode | None, vandaag: date) -> date | None:
    if periode is Periode.DIT_JAAR:
        return vandaag.replace(month=1, day=1)
    if periode is Periode.DAGEN_30:
        return vandaag - timedelta(days=30)
    if periode is Periode.MAANDEN_12:
        jaar, laatste = vandaag.year - 1, 28 if vandaag.month == 2 else 31
        return vandaag.replace(year=jaar, day=min(vandaag.day, laatste))
    return None


def _keuze(*lijsten: type[Waardelijst]) -> Any:
    alle = {lid.value: lid for lijst in lijsten for lid in lijst}
    return alle.__getitem__


def _id(tekst: str) -> int:
    if not re.fullmatch(r"[1-9]\d{0,8}", tekst, re.ASCII):
        raise ValueError(tekst)
    return int(tekst)


def _behandelaar(tekst: str) -> int | Wie:
    return Wie(tekst) if tekst in list(Wie) else _id(tekst)


def _dag(tekst: str) -> date:
    dag = date.fromisoformat(tekst)
    if not 1900 <= dag.year <= 9000:
        raise ValueError(tekst)
    return dag


def _sort(tekst: str) -> str:
    if tekst.removeprefix("-") not in SORTERINGEN:
        raise ValueError(tekst)
    return tekst


_LEZERS: dict[str, Any] = {
    "status": _keuze(Status, Stand),
    "ernst": _keuze(Ernst),
    "periode": _keuze(Periode),
    "behandelaar": _behandelaar,
    "vorm": _keuze(Vorm),
    "kanaal": _keuze(Kanaal),
    "getroffene": _keuze(Functie),
    "van": _dag,
    "tot": _dag,
    "soort": _keuze(Alleen),
    "sort": _sort,
}
LABELS = {
    "status": "Status",
    "ernst": "Ernst",
    "periode": "Periode",
    "behandelaar": "Behandelaar",
    "vorm": "Vorm",
    "kanaal": "Kanaal",
    "getroffene": "Getroffene",
    "van": "Gemeld vanaf",
    "tot": "Gemeld tot en met",
    "soort": "Soort",
    "sort": "volgorde",
}


def read_filters(args: Mapping[str, str]) -> Filters:
    """The filters in an address. What is not understood is left out, and named."""
    waarden: dict[str, Any] = {"q": " ".join(args.get("q", "").split())[:MAX_QUERY]}
    overgeslagen = []
    for naam, lees in _LEZERS.items():
        tekst = args.get(naam, "").strip()
        if tekst:
            try:
                waarden[naam] = lees(tekst)
            except (KeyError, ValueError):
                overgeslagen.append(LABELS[naam])
    return Filters(**waarden, overgeslagen=tuple(overgeslagen))

"""Finding one's way in a document: which parts hold a word, and where a subject stands. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vob.data.search import fold, words
from vob.web.markdown import Kop, render_markdown

_DEEL = re.compile(r'(?=<h[2-6] id=")')
_KOP = re.compile(r'<h[2-6] id="([^"]+)">(.*?)</h[2-6]>', re.DOTALL)
_ROND = 90  # characters around what was found


@dataclass(frozen=True)
class Vindplaats:
    """A part of the document; without an anchor it stands before the first heading."""

    anchor: str
    titel: str
    fragment: str


def find_in(tekst: str, q: str) -> list[Vindplaats]:
    """The parts that hold every word, in the order of the document."""
    gezocht = words(q)
    if not gezocht:
        return []
    html = render_markdown(tekst)
    delen = (_read_deel(deel, type(html)(deel).striptags()) for deel in _DEEL.split(html))
    return [
        Vindplaats(anchor, titel, _fragment(inhoud, gezocht[0]))
        for anchor, titel, inhoud in delen
        if all(woord in fold(f"{titel} {inhoud}") for woord in gezocht)
    ]


def _read_deel(html: str, kaal: str) -> tuple[str, str, str]:
    kop = _KOP.match(html)
    if kop is None:
        return "", "Begin", kaal
    titel = re.sub(r"<[^>]+>", "", kop.group(2)).strip()
    return kop.group(1), titel, kaal.removeprefix(titel).strip()


def _fragment(inhoud: str, woord: str) -> str:
    """The words around the first place; folding may shift it a little, which does not matter."""
    plek = max(fold(inhoud).find(woord), 0)
    begin, einde = max(plek - _ROND, 0), plek + _ROND
    voor, na = "… " if begin else "", " …" if einde < len(inhoud) else ""
    return f"{voor}{inhoud[begin:einde].strip()}{na}"


def find_kop(koppen: Sequence[Kop], woorden: Iterable[str]) -> Kop | None:
    """The first heading about a subject."""
    gezocht = [fold(woord) for woord in woorden]
    return next((kop for kop in koppen if any(w in fold(kop.title) for w in gezocht)), None)

"""What changed between two texts, line by line and word by word. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

Soort = Literal["gelijk", "weg", "nieuw"]

_OMGEVING = 1  # equal lines shown around a change
_MEESTE_WOORDEN = 1_500  # of one changed passage; a longer one is shown as old and new, whole
_MEESTE_REGELS = 4_000  # of one text; longer ones are compared in one go, as old and new
_STUKKEN = re.compile(r"\s+|[^\s]+")


class Stuk(NamedTuple):
    soort: Soort
    tekst: str


@dataclass(frozen=True)
class Regel:
    """A line of the comparison; `overgeslagen`: this many equal lines are left out here."""

    stukken: tuple[Stuk, ...] = ()
    overgeslagen: int = 0


@dataclass(frozen=True)
class Verschil:
    regels: list[Regel]
    toegevoegd: int  # passages
    weggehaald: int

    @property
    def is_gelijk(self) -> bool:
        return not self.toegevoegd and not self.weggehaald


def compare(oud: str, nieuw: str) -> Verschil:
    """The new text, with what came and what went."""
    van, naar = oud.splitlines(), nieuw.splitlines()
    regels: list[Regel] = []
    for tag, a1, a2, b1, b2 in _opcodes(van, naar, _MEESTE_REGELS):
        if tag == "equal":
            regels += _shorten(van[a1:a2], is_begin=a1 == 0, is_einde=a2 == len(van))
        else:
            regels += _compare_passage(van[a1:a2], naar[b1:b2])
    stukken = [stuk for regel in regels for stuk in regel.stukken]
    return Verschil(
        regels,
        sum(stuk.soort == "nieuw" for stuk in stukken),
        sum(stuk.soort == "weg" for stuk in stukken),
    )


def _opcodes(
    van: Sequence[str], naar: Sequence[str], meeste: int
) -> list[tuple[str, int, int, int, int]]:
    if len(van) > meeste or len(naar) > meeste:
        tag = "equal" if van == naar else "replace"
        return [(tag, 0, len(van), 0, len(naar))]
    return [tuple(code) for code in SequenceMatcher(None, van, naar, autojunk=False).get_opcodes()]  # type: ignore[misc] # always five


def _shorten(regels: Sequence[str], *, is_begin: bool, is_einde: bool) -> Iterator[Regel]:
    """Equal lines: a little before and after a change, the rest as a count."""
    kop = 0 if is_begin else _OMGEVING
    staart = 0 if is_einde else _OMGEVING
    midden = len(regels) - kop - staart
    if midden <= 1:
        yield from (_whole("gelijk", regel) for regel in regels)
        return
    yield from (_whole("gelijk", regel) for regel in regels[:kop])
    yield Regel(overgeslagen=midden)
    yield from (_whole("gelijk", regel) for regel in regels[len(regels) - staart :])


def _whole(soort: Soort, tekst: str) -> Regel:
    return Regel((Stuk(soort, tekst),)) if tekst else Regel()


def _compare_passage(van: Sequence[str], naar: Sequence[str]) -> Iterator[Regel]:
    """Lines that were rewritten, word by word; lines that only came or went as a whole."""
    oud, nieuw = _STUKKEN.findall("\n".join(van)), _STUKKEN.findall("\n".join(naar))
    stukken: list[Stuk] = []
    for tag, a1, a2, b1, b2 in _opcodes(oud, nieuw, _MEESTE_WOORDEN):
        if tag == "equal":
            stukken.append(Stuk("gelijk", "".join(oud[a1:a2])))
        else:
            stukken += [Stuk("weg", "".join(oud[a1:a2]))] if a1 < a2 else []
            stukken += [Stuk("nieuw", "".join(nieuw[b1:b2]))] if b1 < b2 else []
    return _split_lines(stukken)


def _split_lines(stukken: Sequence[Stuk]) -> Iterator[Regel]:
    """Cut at line ends, so that each line of the page is a line of the text."""
    regel: list[Stuk] = []
    for soort, tekst in stukken:
        eerste, *rest = tekst.split("\n")
        regel += [Stuk(soort, eerste)] if eerste else []
        for deel in rest:
            yield Regel(tuple(regel))
            regel = [Stuk(soort, deel)] if deel else []
    yield Regel(tuple(regel))

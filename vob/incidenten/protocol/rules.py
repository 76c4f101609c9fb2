"""Reading the steps out of a protocol, and finishing them. Pure."""

import re

from vob.core.errors import RegelOvertreden
from vob.core.organisatietype import Functie
from vob.documenten.values import Documentsoort

from .values import Stapstand

_KOP = re.compile(r"#{1,6}\s+(.*)")
_STAP = re.compile(r"\s{0,3}\d{1,3}[.)]\s+(.+)")
_VERVOLG = re.compile(r"\s{2,}(\S.*)")
_OVER_VOORVALLEN = re.compile(r"voorval|incident|stappen", re.IGNORECASE)
_OPMAAK = re.compile(r"\*\*|__|`")


def protocol_voor(functie: Functie) -> Documentsoort:
    """Which document says what happens: employees have one of their own."""
    if functie is Functie.MEDEWERKER:
        return Documentsoort.AGRESSIEBELEID
    return Documentsoort.AGRESSIEPROTOCOL


def read_stappen(tekst: str) -> list[str]:
    """The numbered steps of a protocol (Markdown).

    Those below a heading about an incident; else the first numbered list there is. A protocol
    without a numbered list has no steps to follow one by one.
    """
    lijsten = _read_lijsten(tekst)
    eigen = [stappen for kop, stappen in lijsten if _OVER_VOORVALLEN.search(kop)]
    return (eigen or [stappen for _, stappen in lijsten] or [[]])[0]


def _read_lijsten(tekst: str) -> list[tuple[str, list[str]]]:
    """Every numbered list with the heading it stands under; one list per heading."""
    lijsten: list[tuple[str, list[str]]] = []
    kop, stappen = "", list[str]()
    for regel in tekst.splitlines():
        if gevonden := _KOP.match(regel):
            lijsten.append((kop, stappen))
            kop, stappen = gevonden.group(1), []
        elif gevonden := _STAP.match(regel):
            stappen.append(_plain(gevonden.group(1)))
        elif stappen and (gevonden := _VERVOLG.match(regel)):
            stappen[-1] += f" {_plain(gevonden.group(1))}"
    return [(kop, gevuld) for kop, gevuld in [*lijsten, (kop, stappen)] if gevuld]


def _plain(tekst: str) -> str:
    return _OPMAAK.sub("", tekst).strip()


def check_stap(van: Stapstand, naar: Stapstand, reden: str) -> None:
    """Skipping is allowed, with the reason. What was finished can be opened again."""
    if van is naar:
        raise RegelOvertreden(f"Deze stap staat al op ‘{naar.label.lower()}’.")
    if naar is Stapstand.OVERGESLAGEN and not reden.strip():
        raise RegelOvertreden("Schrijf op waarom u deze stap overslaat.")

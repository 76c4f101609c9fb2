"""The fairness check: what a measure that touches someone owes that person. Pure.

Source: shared/domein/overig.md §5.5 (Investico; Nationale ombudsman 2017/126). Nothing can be put
to who decides before every point is met.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from vob.core.errors import RegelOvertreden

from .soorten import Soortregel
from .values import Grens, JaNee

# Words for what somebody is. A measure answers behaviour; such a word says nothing about that.
_ETIKET = re.compile(
    r"\b(querulant\w*|lastpak\w*|zeur(?:kous|piet)\w*|veelklager\w*|veelschrijver\w*|"
    r"notoire\s+\w+|gestoorde?|gek(?:ke)?|idioot|idiote|psychopaat|crimineel|tokkie\w*|"
    r"lastige?\s+(?:man|vrouw|persoon|inwoner|burger|klant|figuur|type)|"
    r"verwarde?\s+(?:man|vrouw|persoon))\b",
    re.IGNORECASE,
)


# Someone's own words: "…", “…”, „…”, «…», and '…' or ‘…’ around a phrase. An apostrophe in a word
# (foto's) ends no quotation, and that of 's avonds or 't begins none.
_CITAAT = re.compile(
    r"""["“”„][^"“”„]+["“”]|«[^«»]+»|»[^«»]+«"""
    r"""|(?<!\w)['‘](?!\s|[stnkmr]\b)(?:[^'’\n]|(?<=\w)['’](?=\w))+(?<!\s)['’](?!\w)"""
)


@dataclass(frozen=True)
class Voorstel:
    """What the maker filled in, as the check needs it. Empty text: not filled in."""

    feiten: str
    feiten_op: date | None
    grens: Grens | None
    gehoord: JaNee | None
    gehoord_op: date | None
    gehoord_toelichting: str
    gesprek: JaNee | None
    gesprek_toelichting: str
    reden: str
    grondslag: str
    heeft_orgaan: bool
    evenredig: str
    tot: date | None
    toets_op: date | None
    gebouw: str
    dienstverlening: str
    heeft_beslisser: bool


@dataclass(frozen=True)
class Punt:
    """`anker`: the field where it is mended."""

    wat: str
    voldaan: bool
    gebrek: str
    anker: str


def list_punten(voorstel: Voorstel, soort: Soortregel) -> list[Punt]:
    """The points that hold for this kind of measure, met or not."""
    return [Punt(*punt) for punt in _punten(voorstel, soort)]


def _punten(v: Voorstel, soort: Soortregel) -> Iterator[tuple[str, bool, str, str]]:
    if soort.raakt_persoon:
        feiten = bool(v.feiten.strip()) and v.feiten_op is not None
        yield "Feiten concreet", feiten, "Schrijf op wat er gebeurde, en wanneer.", "feiten"
        over = v.grens in (Grens.BEREIKT, Grens.OVER)
        yield (
            "Kritiek en emotie onderscheiden",
            over,
            "Kritiek en emotie mogen. Een maatregel past pas als de grens is bereikt.",
            "grens",
        )
    yield "Motivering", bool(v.reden.strip()), "Schrijf op waarom deze maatregel.", "reden"
    if soort.raakt_persoon and soort.besluit_nodig:
        yield from _zwaar(v)
    if soort.periode:
        op_tijd = v.tot is not None and v.toets_op is not None and v.toets_op <= v.tot
        yield "Einddatum en toets", op_tijd, "Vul een laatste dag in, en een toets ervoor.", "tot"
    if soort.plaats:
        # The desk reads it and so does the person: a ban of nowhere cannot be kept.
        wat = "Schrijf op waar de maatregel geldt."
        yield "Plaats genoemd", bool(v.gebouw.strip()), wat, "gebouw"
    if soort.beperkt:
        gaat_door = bool(v.dienstverlening.strip())
        wat = "Schrijf op hoe de dienstverlening doorgaat, bijvoorbeeld via een vast contactpunt."
        yield "Dienstverlening blijft", gaat_door, wat, "dienstverlening"


def _zwaar(v: Voorstel) -> Iterator[tuple[str, bool, str, str]]:
    """What a decision owes on top of that."""
    gehoord = v.gehoord is JaNee.NEE or (v.gehoord is JaNee.JA and v.gehoord_op is not None)
    gehoord = gehoord and bool(v.gehoord_toelichting.strip())
    wat = "Wanneer is de persoon gehoord, en wat zei die ervan? Of waarom niet?"
    yield "Hoor en wederhoor", gehoord, wat, "gehoord"
    gesprek = _is_beantwoord(v.gesprek, v.gesprek_toelichting)
    yield "Gesprek aangeboden", gesprek, "Is er een gesprek aangeboden? Zo niet: waarom?", "gesprek"
    orgaan = v.heeft_orgaan and bool(v.grondslag.strip())
    yield "Namens het juiste orgaan", orgaan, "Kies namens wie, en op welke grondslag.", "orgaan"
    wat = "Schrijf op waarom dit het lichtste middel is dat past."
    yield "Evenredig en lichtste middel", bool(v.evenredig.strip()), wat, "evenredig"
    yield "Tweede beoordelaar", v.heeft_beslisser, "Kies wie beslist.", "beslisser_id"


def _is_beantwoord(antwoord: JaNee | None, waarom: str) -> bool:
    """Yes, or no with the reason."""
    return antwoord is JaNee.JA or (antwoord is JaNee.NEE and bool(waarom.strip()))


def check_toets(voorstel: Voorstel, soort: Soortregel) -> None:
    """Raises RegelOvertreden with what is missing first."""
    for punt in list_punten(voorstel, soort):
        if not punt.voldaan:
            raise RegelOvertreden(f"{punt.wat}: {punt.gebrek}")


def find_etiket(tekst: str) -> str | None:
    """A word that labels a person instead of naming behaviour, if there is one.

    What stands between quotes does not count: it is what that person said, and the facts must say
    just that.
    """
    gevonden = _ETIKET.search(_CITAAT.sub(" … ", tekst))
    return gevonden.group(0) if gevonden else None

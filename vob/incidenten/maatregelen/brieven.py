"""The letter of a measure: a template of the organisation, filled in, and the way against it.

The way against a measure follows from its legal nature and is added by VOB, so that no template can
forget it or promise the wrong one: a private-law ban has no bezwaar, a besluit must name it.
Source: shared/domein/incidenten.md §1.6.
"""

import re
from collections.abc import Mapping
from datetime import date

from markupsafe import Markup, escape

from vob.core.errors import RegelOvertreden
from vob.core.organisatietype import Woorden
from vob.documenten.values import orgaan_in_zin
from vob.web.formats import datum
from vob.web.markdown import render_markdown

from .models import Maatregel
from .values import JaNee, Rechtsaard

# What a template may name; between braces, as {naam}.
PLEKKEN: dict[str, str] = {
    "naam": "de naam van de persoon",
    "feiten": "wat er gebeurde",
    "feiten_op": "de dag waarop het gebeurde",
    "reden": "waarom deze maatregel",
    "evenredig": "waarom dit het lichtste middel is",
    "gehoord": "wat de persoon ervan zei, of waarom die niet is gehoord",
    "grondslag": "waar de maatregel op rust",
    "van": "de eerste dag",
    "tot": "de laatste dag",
    "toets_op": "wanneer u opnieuw kijkt",
    "gebouw": "waar de maatregel geldt",
    "dienstverlening": "hoe de dienstverlening doorgaat",
    "organisatie": "de naam van de organisatie",
    "orgaan": "namens wie, met ‘de’ of ‘het’ ervoor",
}
_PLEK = re.compile(r"\{(\w+)\}")
# A heading above nothing but places, and a line of a list that ends with one.
_LEEG = re.compile(
    r"<h\d[^>]*>[^<]*</h\d>\s*(?:<p>\s*\{\w+\}\s*</p>\s*)+(?=<h\d|$)|<li>[^<{]*:\s*\{\w+\}\s*</li>\n?"
)
_BEGIN = re.compile(r"(?:^|[.!?>])\s*$")  # of a sentence


def vul_in(sjabloon: str, waarden: Mapping[str, str]) -> Markup:
    """The template as safe HTML, with the words of the case put in as text, never as markup.

    Filled in after rendering: nothing that someone wrote about a case is read as Markdown. What
    has nothing to say goes, with its heading: of a measure without days, the days.
    """
    html = str(render_markdown(sjabloon))
    html = _LEEG.sub(lambda leeg: "" if _is_leeg(leeg[0], waarden) else leeg[0], html)

    def vul(gevonden: re.Match[str]) -> str:
        if gevonden[1] not in PLEKKEN:
            return gevonden[0]
        waarde = waarden.get(gevonden[1], "")
        if gevonden[1] == "orgaan" and _BEGIN.search(html[: gevonden.start()]):
            waarde = waarde[:1].upper() + waarde[1:]
        return str(escape(waarde).replace("\n", Markup("<br>")))

    return Markup(_PLEK.sub(vul, html))  # noqa: S704 - by render_markdown, each value escaped above


def _is_leeg(deel: str, waarden: Mapping[str, str]) -> bool:
    """Whether every place in this part of a letter stays empty."""
    return not any(waarden.get(plek) or plek not in PLEKKEN for plek in _PLEK.findall(deel))


def waarden_van(maatregel: Maatregel, organisatie: str, woorden: Woorden) -> dict[str, str]:
    """What goes into the places of a template."""
    gehoord = maatregel.gehoord_toelichting or ""
    if gehoord and maatregel.gehoord is JaNee.NEE:
        gehoord = f"Wij hebben u niet gehoord. De reden: {gehoord}"
    return {
        "naam": maatregel.persoon or "",
        "feiten": maatregel.feiten or "",
        "feiten_op": _dag(maatregel.feiten_op),
        "reden": maatregel.reden or "",
        "evenredig": maatregel.evenredig or "",
        "gehoord": gehoord,
        "grondslag": maatregel.grondslag,
        "van": _dag(maatregel.van),
        "tot": _dag(maatregel.tot),
        "toets_op": _dag(maatregel.toets_op),
        "gebouw": maatregel.gebouw,
        "dienstverlening": maatregel.dienstverlening or "",
        "organisatie": organisatie,
        "orgaan": orgaan_in_zin(maatregel.orgaan, woorden),
    }


def _dag(dag: date | None) -> str:
    return datum(dag) if dag else ""


def rechtsmiddel(aard: Rechtsaard, weken: int, waarheen: str) -> list[str]:
    """The paragraphs under "Bent u het er niet mee eens?". `waarheen`: to where one writes."""
    klacht = (
        "Vindt u dat wij niet goed met u omgaan? Dan kunt u een klacht indienen. Komen wij er "
        "samen niet uit, dan kunt u naar de Nationale ombudsman."
    )
    reageren = f"U kunt hierop reageren, met een brief aan {waarheen}. Wij lezen dat."
    if aard is Rechtsaard.BESLUIT:
        bezwaar = (
            f"U kunt bezwaar maken tegen dit besluit. Doe dat binnen {weken} weken na de dag "
            f"waarop wij het aan u bekend hebben gemaakt, met een brief aan {waarheen}. "
            "Zet in uw bezwaarschrift uw naam en adres, de datum, om welk besluit het gaat en "
            "waarom u het er niet mee eens bent, en zet uw handtekening."
        )
        spoed = "Kunt u niet wachten? Dan kunt u de rechtbank vragen om een voorlopige voorziening."
        return [bezwaar, spoed, klacht]
    if aard is Rechtsaard.PRIVAAT:
        return [reageren, "U kunt de maatregel ook voorleggen aan de burgerlijke rechter.", klacht]
    return [reageren, klacht]


def check_sjabloon(aard: Rechtsaard, tekst: str) -> None:
    """Only a besluit knows bezwaar; a letter that promises it elsewhere misleads."""
    if aard is not Rechtsaard.BESLUIT and "bezwaar" in tekst.casefold():
        raise RegelOvertreden(
            "Het sjabloon noemt bezwaar, maar dit is geen besluit. Pas eerst het sjabloon aan."
        )

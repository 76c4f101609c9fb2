"""A page as a text document (ODT) that the organisation can go on writing in.

It takes the same print HTML that makes the PDF (`templates/print.html`), so a letter has one
template and two forms. Only structure goes along: headings, paragraphs, lists, tables, emphasis and
links; how it looks is up to the styles of the text processor.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from flask import Response

from vob.core.clock import nu

from .download import content_disposition
from .tekst import opschonen

MIMETYPE = "application/vnd.oasis.opendocument.text"
_WEG = {"head", "script", "style", "svg", "template", "button", "form"}
_KOPPEN = {f"h{niveau}": niveau for niveau in range(1, 7)}
_BLOKKEN = {
    *("address", "article", "aside", "blockquote", "body", "caption", "dd", "div", "dl", "dt"),
    *("figure", "footer", "header", "html", "li", "main", "ol", "p", "pre", "section"),
    *("table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
} | set(_KOPPEN)


@dataclass(frozen=True)
class _Stuk:
    """A run of text in one look; a line break is the text "\\n"."""

    tekst: str
    vet: bool = False
    schuin: bool = False
    adres: str | None = None


def render_odt(html: str, titel: str = "") -> bytes:
    """The page as ODT, in Dutch, with its title among the properties.

    `titel` replaces that of the page. Costs tens of milliseconds for a letter.
    """
    from lxml.html import document_fromstring  # heavy: only when someone asks for a document
    from odfdo import Document

    # An encoding of our own, because the parser would otherwise believe one that the text names.
    boom = document_fromstring(opschonen(html).encode(), parser=_parser())
    _keep_lines(boom)
    document = Document("text")
    document.language = "nl-NL"
    document.meta.creation_date = nu()  # else that of the library's own example
    document.meta.title = opschonen(titel) or boom.findtext(".//title", "").strip()
    _add_styles(document)
    _mend_numbers(document)
    document.body.clear()
    for element in _blokken(boom.find("body")):
        document.body.append(element)
    uit = io.BytesIO()
    document.save(uit)
    return uit.getvalue()


def odt_response(html: str, bestandsnaam: str, *, titel: str = "") -> Response:
    """The document as a download."""
    response = Response(render_odt(html, titel), mimetype=MIMETYPE)
    response.headers["Content-Disposition"] = content_disposition(bestandsnaam)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "no-store"
    return response


def _parser() -> Any:
    from lxml.html import HTMLParser

    return HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)


def _keep_lines(boom: Any) -> None:
    """What people typed (`citaat`) keeps its line breaks, as on the page and in the PDF."""
    for element in boom.find_class("citaat"):
        eerste, *regels = (element.text or "").split("\n")
        element.text = eerste
        for plek, regel in enumerate(regels):
            breuk = element.makeelement("br")
            breuk.tail = regel
            element.insert(plek, breuk)


def _add_styles(document: Any) -> None:
    from odfdo import Style

    document.insert_style(Style("text", name="vet", bold=True), automatic=True)
    document.insert_style(Style("text", name="schuin", italic=True), automatic=True)
    document.insert_style(Style("text", name="vetschuin", bold=True, italic=True), automatic=True)
    rand = Style("table-cell", name="rand", border="0.5pt solid #767676", padding="0.1cm")
    document.insert_style(rand, automatic=True)


def _mend_numbers(document: Any) -> None:
    """The library's own example numbers every heading, where a page that numbers says so itself,
    and leaves no room between the mark of a list and its words."""
    stijlen = document.get_part("styles.xml")
    for overzicht in stijlen.get_elements("//text:outline-style"):
        overzicht.delete()
    for merk in stijlen.get_elements("//text:list-style/*/style:list-level-properties"):
        diepte = int(merk.parent.get_attribute("text:level")) - 1
        merk.set_attribute("text:space-before", f"{diepte * 0.6:.1f}cm")
        merk.set_attribute("text:min-label-width", "0.6cm")


def _blokken(element: Any) -> Iterator[Any]:
    """What stands in this element, as paragraphs, headings, lists and tables, in order."""
    inline: list[_Stuk] = []
    for stuk in _inhoud(element):
        if isinstance(stuk, _Stuk):
            inline.append(stuk)
            continue
        yield from _paragraaf(inline)
        inline = []
        yield from _blok(stuk)
    yield from _paragraaf(inline)


def _blok(element: Any) -> Iterator[Any]:
    from odfdo import Header

    if element.tag in _KOPPEN:
        kop = Header(_KOPPEN[element.tag])
        kop.style = f"Heading_20_{_KOPPEN[element.tag]}"  # the argument is not listened to
        if _fill(kop, _runs(element)):
            yield kop
    elif element.tag in ("ul", "ol"):
        yield _lijst(element)
    elif element.tag == "dl":
        yield from _gegevens(element)
    elif element.tag == "table":
        yield from _tabel(element)
    else:
        yield from _blokken(element)


def _inhoud(element: Any, stijl: _Stuk | None = None) -> Iterator[Any]:
    """The runs of text and the blocks directly in this element, inline elements opened up."""
    stijl = stijl or _Stuk("")
    if element.text:
        yield replace(stijl, tekst=element.text)
    for kind in element:
        if kind.tag == "br":
            yield replace(stijl, tekst="\n")
        elif kind.tag in _BLOKKEN:
            yield kind
        elif kind.tag not in _WEG:
            yield from _inhoud(kind, _stijl(kind, stijl))
        if kind.tail:
            yield replace(stijl, tekst=kind.tail)


def _stijl(element: Any, om: _Stuk) -> _Stuk:
    if element.tag in ("strong", "b"):
        return replace(om, vet=True)
    if element.tag in ("em", "i", "cite"):
        return replace(om, schuin=True)
    adres = element.get("href", "") if element.tag == "a" else ""
    return replace(om, adres=adres) if adres.startswith(("https://", "http://", "mailto:")) else om


def _runs(element: Any) -> list[_Stuk]:
    """All text of an element that should hold no blocks; of a block in it the text counts."""
    stukken: list[_Stuk] = []
    for stuk in _inhoud(element):
        stukken += [stuk] if isinstance(stuk, _Stuk) else [*_runs(stuk), _Stuk(" ")]
    return stukken


def _paragraaf(stukken: list[_Stuk]) -> Iterator[Any]:
    from odfdo import Paragraph

    paragraaf = Paragraph(style="Text_20_body")
    if _fill(paragraaf, stukken):
        yield paragraaf


def _fill(doel: Any, stukken: list[_Stuk]) -> bool:
    """White space as a browser shows it: a run of it is one space, none at the ends of a line."""
    from odfdo import LineBreak, Link, Span

    gevuld, regelbegin = False, True
    for stuk in stukken:
        if stuk.tekst == "\n" and not regelbegin:
            doel.append(LineBreak())
            regelbegin = True
            continue
        tekst = _one_space(stuk.tekst, regelbegin)
        if not tekst:
            continue
        stijl = ("vet" if stuk.vet else "") + ("schuin" if stuk.schuin else "")
        if stuk.adres:
            doel.append(Link(stuk.adres, text=tekst))
        else:
            doel.append(Span(tekst, style=stijl, formatted=False) if stijl else tekst)
        gevuld, regelbegin = True, tekst.endswith(" ")
    return gevuld


def _one_space(tekst: str, regelbegin: bool) -> str:
    kort = " ".join(tekst.split())
    if not kort:
        return "" if regelbegin or not tekst else " "
    voor = " " if tekst[0].isspace() and not regelbegin else ""
    return voor + kort + (" " if tekst[-1].isspace() else "")


def _lijst(element: Any) -> Any:
    from odfdo import List, ListItem

    lijst = List(style="Numbering_20_1" if element.tag == "ol" else "List_20_1")
    for kind in element:
        item = ListItem()
        for blok in _blokken(kind):
            item.append(blok)
        lijst.append(item)
    return lijst


def _gegevens(element: Any) -> Iterator[Any]:
    """Name and value on one line, as they are read aloud; `dl` may hold them in groups."""
    naam: list[_Stuk] = []
    for kind in element.iter("dt", "dd"):
        if kind.tag == "dt":
            naam = [*(replace(stuk, vet=True) for stuk in _runs(kind)), _Stuk(": ", vet=True)]
        else:
            yield from _paragraaf(naam + _runs(kind))
            naam = []


def _tabel(element: Any) -> Iterator[Any]:
    from odfdo import HeaderRows, Paragraph, Table

    bijschrift = element.find("caption")
    if bijschrift is not None:
        kop = Paragraph(style="Caption")
        if _fill(kop, _runs(bijschrift)):
            yield kop
    tabel = Table("Tabel")
    koppen = HeaderRows()  # repeated on the next page, and read as headers
    for rij in element.iterfind("thead/tr"):
        koppen.append(_rij(rij))
    if len(koppen.children):
        tabel.append(koppen)
    for rij in element.iter("tr"):
        if rij.getparent().tag != "thead":
            tabel.append(_rij(rij))
    yield tabel


def _rij(element: Any) -> Any:
    from odfdo import Cell, Paragraph, Row

    rij = Row()
    for vak in element.iterchildren("th", "td"):
        paragraaf = Paragraph(style="Text_20_body")
        is_kop = vak.tag == "th"
        _fill(paragraaf, [replace(stuk, vet=stuk.vet or is_kop) for stuk in _runs(vak)])
        cel = Cell(style="rand")
        cel.append(paragraaf)
        rij.append_cell(cel, clone=False)
    return rij

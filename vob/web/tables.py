"""A list as a file for a spreadsheet: CSV, streamed, and ODS, with typed cells.

What people wrote is text there too, never a formula. In ODS a cell is a string by its type. In CSV
quotes do not help (LibreOffice calculated a quoted "=1+1"), a leading apostrophe does. The rows
may come from a generator that reads page by page: of ODS the packed file is held (3 MB for 100,000
rows), of CSV only the next piece, never the list.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from typing import IO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from flask import Response, has_request_context, stream_with_context

from .download import content_disposition
from .formats import to_local
from .tekst import opschonen

Cel = str | int | Decimal | date | datetime | None
Rij = Sequence[Cel]

_RIJEN_PER_KEER = 500
# Signs that begin a formula (wide ones too), also behind blanks that a program may trim.
_FORMULE = re.compile("[\t\n]|[\\s\u200b-\u200f\u2060\ufeff]*[=+\\-@＝＋－＠]")


def csv_response(naam: str, koppen: Sequence[str], rijen: Iterable[Rij]) -> Response:
    """The rows as CSV for a Dutch Excel: semicolons, comma as decimal sign, UTF-8 with mark."""
    regels = _write_csv(koppen, rijen)
    if has_request_context():
        regels = stream_with_context(regels)  # the rows may still be reading the database
    return _download(Response(regels, content_type="text/csv; charset=utf-8"), f"{naam}.csv")


def ods_response(naam: str, koppen: Sequence[str], rijen: Iterable[Rij]) -> Response:
    """The rows as a spreadsheet (OpenDocument): dates are dates, numbers are numbers."""
    bestand = io.BytesIO()  # not a temporary file: a case does not belong on the disk in clear
    _write_ods(bestand, naam, koppen, rijen)
    return _download(Response(bestand.getvalue(), content_type=_MIMETYPE), f"{naam}.ods")


def _download(response: Response, bestandsnaam: str) -> Response:
    response.headers["Content-Disposition"] = content_disposition(bestandsnaam)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "no-store"
    return response


def _write_csv(koppen: Sequence[str], rijen: Iterable[Rij]) -> Iterator[bytes]:
    buffer = io.StringIO()
    schrijver = csv.writer(buffer, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    buffer.write("\ufeff")
    schrijver.writerow([_csv_cel(kop) for kop in koppen])
    alle = iter(rijen)
    while groep := list(islice(alle, _RIJEN_PER_KEER)):
        schrijver.writerows([_csv_cel(cel) for cel in rij] for rij in groep)
        yield _empty(buffer)
    yield _empty(buffer)


def _empty(buffer: io.StringIO) -> bytes:
    inhoud = buffer.getvalue().encode()
    buffer.seek(0)
    buffer.truncate()
    return inhoud


def _csv_cel(cel: Cel) -> str:
    """Text gets its apostrophe; a number keeps its minus sign, for it comes from us."""
    if isinstance(cel, str):
        tekst = opschonen(cel)
        return f"'{tekst}" if _FORMULE.match(tekst) else tekst
    return _shown(cel)


def _shown(cel: int | Decimal | date | None) -> str:
    """How a cell reads. A colon in the time, not our dot: a spreadsheet must know it."""
    if cel is None:
        return ""
    if isinstance(cel, bool):
        return "ja" if cel else "nee"
    if isinstance(cel, datetime):
        return f"{to_local(cel):%d-%m-%Y %H:%M}"
    if isinstance(cel, date):
        return f"{cel:%d-%m-%Y}"
    return _number(cel).replace(".", ",")


def _number(cel: int | Decimal) -> str:
    """With a point, and never as 1E+3."""
    return f"{cel:f}" if isinstance(cel, Decimal) else str(cel)


_MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
_NS = "urn:oasis:names:tc:opendocument:xmlns"
_MANIFEST = f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="{_NS}:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:media-type="{_MIMETYPE}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>"""
_BEGIN = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-content office:version="1.3" xmlns:office="{_NS}:office:1.0"
 xmlns:style="{_NS}:style:1.0" xmlns:text="{_NS}:text:1.0" xmlns:table="{_NS}:table:1.0"
 xmlns:number="{_NS}:datastyle:1.0" xmlns:fo="{_NS}:xsl-fo-compatible:1.0">
<office:automatic-styles>
<number:date-style style:name="nd" number:automatic-order="false"><number:day
 number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text
>-</number:text><number:year number:style="long"/></number:date-style>
<number:date-style style:name="nm" number:automatic-order="false"><number:day
 number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text
>-</number:text><number:year number:style="long"/><number:text> </number:text><number:hours
 number:style="long"/><number:text>:</number:text><number:minutes number:style="long"
/></number:date-style>
<style:style style:name="kolom" style:family="table-column"><style:table-column-properties
 style:column-width="4.5cm"/></style:style>
<style:style style:name="kop" style:family="table-cell"><style:text-properties
 fo:font-weight="bold"/></style:style>
<style:style style:name="datum" style:family="table-cell" style:data-style-name="nd"/>
<style:style style:name="moment" style:family="table-cell" style:data-style-name="nm"/>
</office:automatic-styles>
<office:body><office:spreadsheet>"""
_EINDE = "</table:table></office:spreadsheet></office:body></office:document-content>"
_NIET_IN_BLAD = re.compile(r"[\[\]*?:/\\'\n\t]+")
_SPATIES = re.compile("^ | {2,}")


def _write_ods(bestand: IO[bytes], naam: str, koppen: Sequence[str], rijen: Iterable[Rij]) -> None:
    with ZipFile(bestand, "w", ZIP_DEFLATED) as archief:
        # The type comes first and unpacked: that is how a file manager knows what it is.
        archief.writestr(ZipInfo("mimetype"), _MIMETYPE, ZIP_STORED)
        archief.writestr("META-INF/manifest.xml", _MANIFEST)
        with archief.open("content.xml", "w") as inhoud:
            for stuk in _write_content(naam, koppen, rijen):
                inhoud.write(stuk.encode())


def _write_content(naam: str, koppen: Sequence[str], rijen: Iterable[Rij]) -> Iterator[str]:
    blad = _NIET_IN_BLAD.sub(" ", opschonen(naam)).strip()[:31] or "Blad"
    yield _BEGIN
    yield f"<table:table table:name={quoteattr(blad)}>"
    yield '<table:table-column table:style-name="kolom" '
    yield f'table:number-columns-repeated="{max(1, len(koppen))}"/>'
    yield "<table:table-header-rows><table:table-row>"
    yield "".join(_ods_text(kop, ' table:style-name="kop"') for kop in koppen)
    yield "</table:table-row></table:table-header-rows>"
    alle = iter(rijen)
    while groep := list(islice(alle, _RIJEN_PER_KEER)):
        yield "".join(_ods_row(rij) for rij in groep)
    yield _EINDE


def _ods_row(rij: Rij) -> str:
    return f"<table:table-row>{''.join(map(_ods_cel, rij))}</table:table-row>"


def _ods_cel(cel: Cel) -> str:
    if cel is None:
        return "<table:table-cell/>"
    if isinstance(cel, str):
        return _ods_text(cel)
    if isinstance(cel, bool) or (isinstance(cel, Decimal) and not cel.is_finite()):
        return _ods_text(_shown(cel))
    return f"<table:table-cell {_ods_type(cel)}><text:p>{_shown(cel)}</text:p></table:table-cell>"


def _ods_type(cel: int | Decimal | date) -> str:
    """The value as the spreadsheet calculates with it; moments on the Dutch clock."""
    if isinstance(cel, datetime):
        waarde = to_local(cel).replace(tzinfo=None).isoformat(timespec="seconds")
        return f'office:value-type="date" office:date-value="{waarde}" table:style-name="moment"'
    if isinstance(cel, date):
        return f'office:value-type="date" office:date-value="{cel}" table:style-name="datum"'
    return f'office:value-type="float" office:value="{_number(cel)}"'


def _ods_text(tekst: str, stijl: str = "") -> str:
    """A cell of text; lines are paragraphs, and blanks are counted, else they would vanish."""
    xml = escape(opschonen(tekst)).replace("\t", "<text:tab/>")
    xml = "</text:p><text:p>".join(_SPATIES.sub(_count_spaces, r) for r in xml.split("\n"))
    return (
        f'<table:table-cell office:value-type="string"{stijl}><text:p>{xml}</text:p>'
        "</table:table-cell>"
    )


def _count_spaces(gevonden: re.Match[str]) -> str:
    return f'<text:s text:c="{len(gevonden.group())}"/>'

"""What leaves VOB for a spreadsheet: right, safe, and never held in memory as a whole."""

import csv
import io
import tracemalloc
import unicodedata
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from xml.etree import ElementTree
from zipfile import ZIP_STORED, ZipFile

import pytest
from flask import Flask, Response, g
from hypothesis import given
from hypothesis import strategies as st

from vob.web.tables import Cel, csv_response, ods_response

NS = {
    naam: f"urn:oasis:names:tc:opendocument:xmlns:{naam}:1.0"
    for naam in ("office", "table", "text")
}
OFFICE = f"{{{NS['office']}}}"
TEXT = f"{{{NS['text']}}}"
MOMENT = datetime(2026, 11, 23, 23, 5, tzinfo=UTC)
RIJ: tuple[Cel, ...] = (
    "2026-0042",
    date(2026, 11, 23),
    MOMENT,
    7,
    -3,
    Decimal("1234.50"),
    None,
    True,
    Decimal("NaN"),
)
KOPPEN = ["nummer", "datum", "moment", "a", "b", "bedrag", "leeg", "ja/nee", "geen getal"]


def read_csv(koppen: list[str], *rijen: tuple[Cel, ...]) -> list[list[str]]:
    inhoud = csv_response("lijst", koppen, rijen).get_data()
    assert inhoud.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(inhoud.decode("utf-8-sig"), newline=""), delimiter=";"))


def read_ods(koppen: list[str], *rijen: tuple[Cel, ...]) -> list[list[ElementTree.Element]]:
    """The cells of the sheet, headings first."""
    inhoud = ods_response("lijst", koppen, rijen).get_data()
    with ZipFile(io.BytesIO(inhoud)) as archief:
        blad = ElementTree.fromstring(archief.read("content.xml"))  # noqa: S314 - our own file
    return [rij.findall("table:table-cell", NS) for rij in blad.iterfind(".//table:table-row", NS)]


def read_text(cel: ElementTree.Element) -> str:
    """As a spreadsheet shows it."""
    regels = []
    for alinea in cel.findall("text:p", NS):
        delen = [alinea.text or ""]
        for kind in alinea:
            spaties = " " * int(kind.get(f"{TEXT}c", "0"))
            delen += ["\t" if kind.tag == f"{TEXT}tab" else spaties, kind.tail or ""]
        regels.append("".join(delen))
    return "\n".join(regels)


def test_csv_is_what_a_dutch_excel_opens() -> None:
    inhoud = csv_response("Register", KOPPEN, [RIJ]).get_data().decode("utf-8-sig")
    assert inhoud.splitlines()[1] == (
        '"2026-0042";"23-11-2026";"24-11-2026 00:05";"7";"-3";"1234,50";"";"ja";"NaN"'
    )
    assert inhoud.count("\r\n") == 2


def test_ods_cells_have_types() -> None:
    kop, cellen = read_ods(KOPPEN, RIJ)
    assert [read_text(cel) for cel in kop] == KOPPEN
    soorten = [cel.get(f"{OFFICE}value-type") for cel in cellen]
    assert soorten == [
        "string",
        "date",
        "date",
        "float",
        "float",
        "float",
        None,
        "string",
        "string",
    ]
    assert cellen[1].get(f"{OFFICE}date-value") == "2026-11-23"
    assert cellen[2].get(f"{OFFICE}date-value") == "2026-11-24T00:05:00"
    assert [cel.get(f"{OFFICE}value") for cel in cellen[3:6]] == ["7", "-3", "1234.50"]
    assert read_text(cellen[5]) == "1234,50"


def test_ods_says_what_it_is_in_its_first_bytes() -> None:
    inhoud = ods_response("lijst", ["a"], []).get_data()
    with ZipFile(io.BytesIO(inhoud)) as archief:
        assert archief.testzip() is None
        eerste = archief.infolist()[0]
    assert (eerste.filename, eerste.compress_type, eerste.extra) == ("mimetype", ZIP_STORED, b"")
    assert inhoud[30:84] == b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"


@pytest.mark.parametrize(
    "tekst",
    [
        "=1+1",
        "+31612345678",
        "-1+1",
        "@SUM(A1)",
        "=cmd|' /C calc'!A0",
        "\t=1+1",
        "\rtekst",
        "\ttekst",
        "\n=1+1",
        "  =1+1",
        "\u00a0=1+1",
        "\u200b=1+1",
        "\ufeff=1+1",
        "\x00=1+1",
        "＝1+1",
        '=HYPERLINK("http://x.nl";"klik")',
    ],
)
def test_no_cell_is_a_formula(tekst: str) -> None:
    [[kop], [cel]] = read_csv([tekst], (tekst,))
    assert kop[0] == cel[0] == "'"
    for ods in read_ods([tekst], (tekst,)):
        assert ods[0].get(f"{OFFICE}value-type") == "string"
        assert not [naam for naam in ods[0].keys() if "formula" in naam]  # noqa: SIM118 - no mapping


@pytest.mark.parametrize("tekst", ["a=b", "1-2", "mail@x.nl", "' =1", "5 + 5", "", "–3"])
def test_ordinary_text_is_left_alone(tekst: str) -> None:
    assert read_csv(["kop"], (tekst,))[1] == [tekst]


def test_quotes_semicolons_and_lines_stay_in_their_cell() -> None:
    tekst = 'zij zei: "nee";\nen <weg> & dag,\t  dubbel '
    assert read_csv(["kop"], (tekst, "b"))[1] == [tekst, "b"]
    assert [read_text(cel) for cel in read_ods(["kop"], (tekst, "b"))[1]] == [tekst, "b"]


@given(st.lists(st.text(st.characters(exclude_categories=())), min_size=1, max_size=4))
def test_hostile_unicode_makes_no_error(teksten: list[str]) -> None:
    rij = tuple(teksten)
    assert len(read_csv(["kop"], rij)[1]) == len(rij)
    assert len(read_ods(["kop"], rij)[1]) == len(rij)


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"], include_characters="\n\t")))
def test_ods_text_comes_back_as_it_went(tekst: str) -> None:
    assert read_text(read_ods(["kop"], (tekst,))[1][0]) == unicodedata.normalize("NFC", tekst)


@pytest.mark.parametrize("naam", ["a/b'[c]*", "", "\x00", 'x"<&>', "lang " * 20])
def test_any_name_is_a_sheet(naam: str) -> None:
    inhoud = ods_response(naam, [], []).get_data()
    with ZipFile(io.BytesIO(inhoud)) as archief:
        blad = ElementTree.fromstring(archief.read("content.xml"))  # noqa: S314 - our own file
    titel = blad.find(".//table:table", NS)
    assert titel is not None
    assert 0 < len(titel.get(f"{{{NS['table']}}}name", "")) <= 31


@pytest.mark.parametrize(
    ("maak", "soort", "einde"),
    [
        (csv_response, "text/csv; charset=utf-8", "csv"),
        (ods_response, "application/vnd.oasis.opendocument.spreadsheet", "ods"),
    ],
)
def test_it_is_a_download_that_no_browser_keeps(
    maak: Callable[..., Response], soort: str, einde: str
) -> None:
    antwoord = maak('Register "nu"\r\nX: y', ["a"], [])
    assert antwoord.headers["Content-Type"] == soort
    naam = f'attachment; filename="Register nu X y.{einde}"'
    assert antwoord.headers["Content-Disposition"] == naam
    assert antwoord.headers["X-Content-Type-Options"] == "nosniff"
    assert antwoord.headers["Cache-Control"] == "no-store"


def many(aantal: int) -> Iterator[tuple[Cel, ...]]:
    for nummer in range(aantal):
        tekst = f"Zaak {nummer} bij het gemeentehuis"
        yield (
            f"2026-{nummer:06}",
            date(2026, 11, 23),
            MOMENT,
            nummer,
            tekst,
            None,
            "Bezig",
            "a & b",
        )


@pytest.mark.parametrize("soort", ["csv", "ods"])
def test_100_000_rows_are_never_in_memory_together(soort: str) -> None:
    """A tenth of the rows, for speed: ten times as many make the piece in hand no larger."""
    maak = {"csv": csv_response, "ods": ods_response}[soort]
    tracemalloc.start()
    try:
        antwoord = maak("lijst", ["kop"] * 8, many(10_000))
        lengte = sum(len(stuk) for stuk in antwoord.iter_encoded())
        piek = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert lengte > 100_000
    assert piek < 2_000_000


def test_a_fault_while_reading_rows_is_no_half_spreadsheet() -> None:
    def broken() -> Iterator[tuple[Cel, ...]]:
        yield ("een",)
        raise LookupError

    with pytest.raises(LookupError):
        ods_response("lijst", ["kop"], broken())


def test_rows_may_still_need_the_request_while_they_are_sent() -> None:
    app = Flask("tabel")

    def rows() -> Iterator[tuple[Cel, ...]]:
        yield (g.naam,)

    @app.get("/")
    def lijst() -> Response:
        g.naam = "Noor"
        return csv_response("lijst", ["kop"], rows())

    assert '"Noor"' in app.test_client().get("/").text

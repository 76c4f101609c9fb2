"""A small spreadsheet that is enormous inside is refused, and the server goes on."""

import io
import zipfile

import pytest
from flask.testing import FlaskClient

from vob.core.errors import BestandGeweigerd
from vob.ketenafspraken.invoer import read_bestand, read_hier
from vob.web import begrensd

from ..pages import read_page, text_of
from .test_import import KOP, upload

_SOORT = "http://schemas.openxmlformats.org/"
_CEL = '<c r="{}" t="inlineStr"><is><t>{}</t></is></c>'
_DELEN = {
    "[Content_Types].xml": f'<Types xmlns="{_SOORT}package/2006/content-types"/>',
    "_rels/.rels": f'<Relationships xmlns="{_SOORT}package/2006/relationships">'
    f'<Relationship Id="r1" Type="{_SOORT}officeDocument/2006/relationships/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_SOORT}spreadsheetml/2006/main" '
    f'xmlns:r="{_SOORT}officeDocument/2006/relationships">'
    '<sheets><sheet name="Blad" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_SOORT}package/2006/relationships">'
    f'<Relationship Id="r1" Type="{_SOORT}officeDocument/2006/relationships/worksheet" '
    'Target="worksheets/sheet1.xml"/></Relationships>',
}


def xlsx(cellen: dict[str, str], extra: int = 0) -> bytes:
    """A sheet with each of these cells on a row of its own, and `extra` bytes of nothing."""
    rijen = "".join(
        f'<row r="{"".join(filter(str.isdigit, plek))}">{_CEL.format(plek, wat)}</row>'
        for plek, wat in cellen.items()
    )
    blad = f'<worksheet xmlns="{_SOORT}spreadsheetml/2006/main"><sheetData>{rijen}</sheetData>'
    bestand = io.BytesIO()
    with zipfile.ZipFile(bestand, "w", zipfile.ZIP_DEFLATED) as pak:
        for naam, deel in _DELEN.items():
            pak.writestr(naam, deel)
        pak.writestr("xl/worksheets/sheet1.xml", f"{blad}</worksheet>")
        pak.writestr("niets.bin", bytes(extra))
    return bestand.getvalue()


def test_a_plain_sheet_of_excel_is_read() -> None:
    blad = xlsx({"A1": "Partner", "A2": " Politie "})
    assert read_bestand("lijst.xlsx", blad) == [["Partner"], ["Politie"]] == read_hier(blad)


@pytest.mark.parametrize("hoek", ["XFD1048576", "XFD5000", "CV1048576"])
def test_two_cells_far_apart_are_too_much(beheer: FlaskClient, hoek: str) -> None:
    r = upload(beheer, xlsx({"A1": "Partner", hoek: "Politie"}), "lijst.xlsx")
    assert r.status_code == 422  # type: ignore[attr-defined]  # a response
    page = read_page(r)  # type: ignore[arg-type]  # a response
    assert begrensd.TE_ZWAAR in text_of(page, "#fouten")
    assert upload(beheer, KOP + "RIEC;riec;;;;;;\n").status_code == 200  # type: ignore[attr-defined]  # a response


def test_what_unpacks_to_far_too_much_is_not_unpacked() -> None:
    blad = xlsx({"A1": "Partner", "A2": "Politie"}, extra=21 * 1024 * 1024)
    assert len(blad) < 100_000
    with pytest.raises(BestandGeweigerd, match="te groot of te ingewikkeld"):
        read_bestand("lijst.xlsx", blad)


def test_a_zip_without_a_sheet_is_no_spreadsheet() -> None:
    bestand = io.BytesIO()
    with zipfile.ZipFile(bestand, "w") as pak:
        pak.writestr("brief.txt", "Geachte heer")
    with pytest.raises(BestandGeweigerd, match="geen csv-, xlsx- of ods-bestand"):
        read_bestand("lijst.xlsx", bestand.getvalue())

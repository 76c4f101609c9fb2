"""Looking inside office files. Pure: no app, no database."""

import io
import struct
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vob.bijlagen.archief import check_odf, check_ooxml
from vob.core.errors import BestandGeweigerd

from . import monsters

WORD = "word/document.xml"
TEKST = "application/vnd.oasis.opendocument.text"


@pytest.mark.parametrize("lid", ["word__vbaProject.bin", "word__VBADATA.XML", "xl__macrosheets__a"])
def test_macros_are_refused_whatever_the_name_of_the_file(lid: str) -> None:
    with pytest.raises(BestandGeweigerd, match="macro's"):
        check_ooxml(monsters.make_docx(**{lid: b"x"}), WORD)


def test_macro_type_without_macro_is_refused() -> None:
    soorten = b'<Types ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>'
    inhoud = monsters.make_zip({"[Content_Types].xml": soorten, WORD: b""})
    with pytest.raises(BestandGeweigerd, match="macro's"):
        check_ooxml(inhoud, WORD)


def test_macros_in_opendocument_are_refused() -> None:
    with pytest.raises(BestandGeweigerd, match="macro's"):
        check_odf(monsters.make_odf("text", Basic__Standard__a=b"x"), TEKST)


@pytest.mark.parametrize(
    "lid", ["word__embeddings__a.bin", "a.zip", "word__x.EXE", "media__b.xlsm", "c.tar.gz"]
)
def test_files_inside_are_refused(lid: str) -> None:
    with pytest.raises(BestandGeweigerd, match="ander bestand"):
        check_ooxml(monsters.make_docx(**{lid: b"x"}), WORD)


def test_pictures_inside_are_fine() -> None:
    assert check_ooxml(monsters.make_docx(word__media__foto=b"x"), WORD)


def test_a_bomb_is_refused_without_going_off() -> None:
    with pytest.raises(BestandGeweigerd, match="onredelijk groot"):
        check_ooxml(monsters.make_docx(word__bom=b"\x00" * 30_000_000), WORD)


def test_many_large_members_together_are_refused() -> None:
    leden = {f"word/{n}": (bytes(range(256)) * 500 + b"\x00" * 9_000_000) for n in range(23)}
    inhoud = monsters.make_zip({"[Content_Types].xml": monsters.OOXML, WORD: b""} | leden)
    with pytest.raises(BestandGeweigerd, match="onredelijk groot"):
        check_ooxml(inhoud, WORD)


def test_a_list_of_very_many_members_is_not_read() -> None:
    leden = {f"word/{n}": b"" for n in range(5_001)}
    assert not check_ooxml(monsters.make_zip({WORD: b""} | leden), WORD)


@pytest.mark.parametrize(
    "inhoud",
    [
        b"",
        b"PK\x03\x04",
        b"PK\x03\x04" + b"PK\x05\x06",
        monsters.make_zip({"a": b"b"}),
        monsters.make_zip({WORD: b"no list of content types"}),
        b"<script>" + monsters.make_docx(),  # something else before the archive
    ],
)
def test_no_word_file(inhoud: bytes) -> None:
    assert not check_ooxml(inhoud, WORD)


def test_no_opendocument_file() -> None:
    assert not check_odf(monsters.make_docx(), TEKST)
    assert not check_odf(monsters.make_odf("spreadsheet"), TEKST)


def test_a_list_of_content_types_that_is_too_large_is_not_read() -> None:
    groot = monsters.OOXML + b" " * 1_100_000
    assert not check_ooxml(monsters.make_zip({"[Content_Types].xml": groot, WORD: b""}), WORD)


def test_a_closing_record_that_lies_is_refused() -> None:
    goed = monsters.make_docx()
    plek = goed.rfind(b"PK\x05\x06")
    fout = goed[: plek + 16] + struct.pack("<I", 4_000_000) + goed[plek + 20 :]
    assert not check_ooxml(fout, WORD)


def test_an_encrypted_member_is_not_read() -> None:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as archief:
        archief.writestr("[Content_Types].xml", monsters.OOXML)
        archief.writestr(WORD, b"")
    inhoud = bytearray(uit.getvalue())
    inhoud[6] |= 1  # the flag "encrypted" of the first member, in both its headers
    inhoud[inhoud.find(b"PK\x01\x02") + 8] |= 1
    assert not check_ooxml(bytes(inhoud), WORD)


@settings(deadline=None)  # a machine that is busy is no fault
@given(st.data())
def test_damaged_archives_never_crash(data: st.DataObject) -> None:
    inhoud = bytearray(monsters.make_docx())
    for _ in range(data.draw(st.integers(1, 8))):
        inhoud[data.draw(st.integers(0, len(inhoud) - 1))] = data.draw(st.integers(0, 255))
    with suppress(BestandGeweigerd):
        assert check_ooxml(bytes(inhoud), WORD) in {True, False}

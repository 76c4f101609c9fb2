"""Which files VOB keeps. Pure: no app, no database."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vob.bijlagen import rules
from vob.core.errors import BestandGeweigerd

from . import monsters

GOED = {
    "besluit.pdf": b"%PDF-1.7\n%%EOF",
    "foto.jpg": b"\xff\xd8\xff\xe0rest",
    "FOTO.JPEG": b"\xff\xd8\xff\xe0rest",
    "scherm.png": b"\x89PNG\r\n\x1a\nrest",
    "foto.webp": b"RIFF\x00\x00\x00\x00WEBPVP8 ",
    "foto.heic": monsters.make_heic(),
    "brief.txt": "Eén dreigbrief\r\n\tmet tab".encode(),
    "oud.txt": "Eén in de oude tekenset".encode("cp1252"),
    "kladblok.txt": "Eén uit Kladblok".encode("utf-16"),
    "pagina.txt": b"<script>alert(1)</script>",  # only text: it is never shown, only saved
    "mail.eml": monsters.EML,
    "mbox.eml": b"From a@example.nl Mon Nov 23\nDate: nu\n\ntekst",
    "mail.msg": monsters.MSG,
    "brief.docx": monsters.make_docx(),
    "lijst.xlsx": monsters.make_xlsx(),
    "brief.odt": monsters.make_odf("text"),
    "lijst.ods": monsters.make_odf("spreadsheet"),
    "stem.mp3": b"ID3\x04rest",
    "kaal.mp3": b"\xff\xfb\x90\x00",
    "stem.m4a": b"\x00\x00\x00\x18ftypM4A rest",
    "stem.wav": monsters.WAV,
    "film.mp4": monsters.MP4,
}


@pytest.mark.parametrize("naam", GOED)
def test_known_kinds_are_kept(naam: str) -> None:
    soort = rules.find_bestandstype(naam, GOED[naam])
    assert naam.lower().endswith(soort.extensies)


def test_every_kind_has_an_example() -> None:
    assert {naam.rpartition(".")[2].lower() for naam in GOED} == set(rules.EXTENSIES)


# A mail is text as well, and sound may come in the box of a film.
OOK_GOED = {"eml": ("txt",), "m4a": ("mp4",), "mp4": ("m4a",)}


# A file is what it says it is, or it is refused: every content under every other name.
@pytest.mark.parametrize("extensie", rules.EXTENSIES)
@pytest.mark.parametrize("naam", GOED)
def test_content_of_another_kind_is_refused(naam: str, extensie: str) -> None:
    soort = rules.find_bestandstype(naam, GOED[naam])
    if extensie in (*soort.extensies, *OOK_GOED.get(soort.extensie, ())):
        return
    with pytest.raises(BestandGeweigerd, match="is niet toegevoegd"):
        rules.find_bestandstype(f"x.{extensie}", GOED[naam])


@pytest.mark.parametrize(
    ("naam", "inhoud"),
    [
        ("virus.exe", b"MZ"),
        ("plaatje.svg", b"<svg onload='alert(1)'/>"),
        ("pagina.html", b"<html>"),
        ("archief.zip", monsters.make_zip({"a": b"b"})),
        ("macro.docm", monsters.make_docx()),
        ("presentatie.pptx", b"PK\x03\x04"),
        ("zonder-extensie", b"tekst"),
        ("foto.jpg.exe", b"\xff\xd8\xff"),
    ],
)
def test_other_kinds_are_refused(naam: str, inhoud: bytes) -> None:
    with pytest.raises(BestandGeweigerd, match="dit soort bestand bewaart VOB niet"):
        rules.find_bestandstype(naam, inhoud)


@pytest.mark.parametrize(
    ("naam", "inhoud"),
    [
        ("virus.txt", b"MZ\x90\x00"),
        ("virus.pdf", b"MZ\x90\x00"),
        ("polyglot.txt", b"%PDF-1.4 and text"),
        ("polyglot.pdf", b"GIF89a %PDF-1.4"),  # the signature must be at the very start
        ("binair.txt", b"tekst\x00tekst"),
        ("halve.txt", b"\xff\xfeh\x00a"),
        ("nul.txt", b"\xff\xfe\x00\x00"),
        ("geen-mail.eml", b"Gewoon een verhaal.\n\nSubject: hier pas"),
        ("geen-mail-2.eml", b"Beste: mensen\n\ntekst"),
        ("oud.msg", monsters.OLE + b"WordDocument"),
        ("kort.mp3", b"\xff"),
        ("plaatje.svg.png", b"<svg/>"),
        ("scherm.heic", b"\x00\x00\x00\x18ftypavif"),
    ],
)
def test_hostile_or_wrong_content_is_refused(naam: str, inhoud: bytes) -> None:
    with pytest.raises(BestandGeweigerd, match="de inhoud is geen leesbaar"):
        rules.find_bestandstype(naam, inhoud)


def test_mail_of_outlook_with_macros_is_refused() -> None:
    with pytest.raises(BestandGeweigerd, match="macro's"):
        rules.find_bestandstype("mail.msg", monsters.MSG + b"vbaProject.bin")


def test_empty_file_is_refused() -> None:
    with pytest.raises(BestandGeweigerd, match="is leeg"):
        rules.find_bestandstype("leeg.txt", b"")


def test_size_and_room_have_a_limit_that_itself_fits() -> None:
    rules.check_grootte("a.txt", 25 * rules.MEGABYTE, 25)
    rules.check_ruimte("a.txt", 99 * rules.MEGABYTE, rules.MEGABYTE, 100)
    with pytest.raises(BestandGeweigerd, match="25 MB"):
        rules.check_grootte("a.txt", 25 * rules.MEGABYTE + 1, 25)
    with pytest.raises(BestandGeweigerd, match="samen"):
        rules.check_ruimte("a.txt", 99 * rules.MEGABYTE, rules.MEGABYTE + 1, 100)


@settings(deadline=None)  # a machine that is busy is no fault
@given(st.sampled_from(rules.EXTENSIES), st.binary(max_size=300))
def test_any_bytes_get_an_answer_and_never_a_crash(extensie: str, inhoud: bytes) -> None:
    with suppress(BestandGeweigerd):
        assert extensie in rules.find_bestandstype(f"x.{extensie}", inhoud).extensies

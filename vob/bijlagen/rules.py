"""Which files VOB keeps: by extension and by content, never by what the browser says.

An own table, because no library tells these kinds apart surely (none sees a macro, one takes a
spreadsheet for a letter). What passes here is still served so that nothing in it can run.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from vob.core.errors import BestandGeweigerd

from .archief import check_odf, check_ooxml

MEGABYTE = 1024 * 1024

_STUURBYTES = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_KOPREGEL = re.compile(rb"(?:From |[A-Za-z][A-Za-z0-9-]*:)")
_MAILVELD = re.compile(
    rb"^(?:from|to|subject|date|received|message-id|mime-version):", re.IGNORECASE | re.MULTILINE
)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MACRO_IN_OLE = ("_VBA_PROJECT".encode("utf-16-le"), b"vbaProject.bin")
_FILMMERKEN = {b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V "}
_FILMMERKEN |= {b"M4A ", b"M4B ", b"MSNV", b"dash", b"3gp4", b"3gp5", b"3gp6"}
# Kinds that may hold no control byte, and are no text all the same.
_GEEN_TEKST = (b"%PDF", b"{\\rtf", b"\xff\xd8\xff")

Controle = Callable[[bytes], bool]


@dataclass(frozen=True)
class Bestandstype:
    """`past` says whether the content is of this kind; it may refuse with a sentence of its own."""

    extensies: tuple[str, ...]
    mediatype: str
    past: Controle

    @property
    def extensie(self) -> str:
        return self.extensies[0]


def _begins(*signatures: bytes) -> Controle:
    return lambda inhoud: inhoud.startswith(signatures)


def _is_riff(soort: bytes) -> Controle:
    return lambda inhoud: inhoud[:4] == b"RIFF" and inhoud[8:12] == soort


def _is_mp3(inhoud: bytes) -> bool:
    """An ID3 tag, or the sync bits of a frame of MPEG audio layer III."""
    if inhoud[:3] == b"ID3":
        return True
    return len(inhoud) > 1 and inhoud[0] == 0xFF and inhoud[1] & 0xE6 == 0xE2


def _is_mp4(inhoud: bytes) -> bool:
    return inhoud[4:8] == b"ftyp" and inhoud[8:12] in _FILMMERKEN


def _is_heic(inhoud: bytes) -> bool:
    return inhoud[4:8] == b"ftyp" and inhoud[8:12] in {b"heic", b"heix", b"heim", b"heis", b"mif1"}


def _is_tekst(inhoud: bytes) -> bool:
    """Text in any usual encoding: no control bytes, or UTF-16 that says so and is."""
    if inhoud.startswith(_UTF16):
        try:
            return "\x00" not in inhoud.decode("utf-16")
        except UnicodeDecodeError:
            return False
    return not inhoud.startswith(_GEEN_TEKST) and not _STUURBYTES.search(inhoud)


def _is_eml(inhoud: bytes) -> bool:
    """A mail as text: it starts with a header line, and its head has a field every mail has."""
    kop = inhoud[:65536].lstrip().replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    return bool(_is_tekst(inhoud) and _KOPREGEL.match(kop) and _MAILVELD.search(kop))


def _is_msg(inhoud: bytes) -> bool:
    """A mail of Outlook: an OLE file with the properties of a message."""
    if not inhoud.startswith(_OLE):
        return False
    if any(macro in inhoud for macro in _MACRO_IN_OLE):
        raise BestandGeweigerd("er zitten macro's in. Bewaar het als pdf en stuur dat")
    return "__properties_version1.0".encode("utf-16-le") in inhoud


_OOXML = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."

BESTANDSTYPEN: tuple[Bestandstype, ...] = (
    Bestandstype(("pdf",), "application/pdf", _begins(b"%PDF-")),
    Bestandstype(("jpg", "jpeg"), "image/jpeg", _begins(b"\xff\xd8\xff")),
    Bestandstype(("png",), "image/png", _begins(b"\x89PNG\r\n\x1a\n")),
    Bestandstype(("webp",), "image/webp", _is_riff(b"WEBP")),
    Bestandstype(("heic",), "image/heic", _is_heic),
    Bestandstype(("txt",), "text/plain", _is_tekst),
    Bestandstype(("eml",), "message/rfc822", _is_eml),
    Bestandstype(("msg",), "application/vnd.ms-outlook", _is_msg),
    Bestandstype(
        ("docx",),
        f"{_OOXML}wordprocessingml.document",
        lambda inhoud: check_ooxml(inhoud, "word/document.xml"),
    ),
    Bestandstype(("odt",), f"{_ODF}text", lambda inhoud: check_odf(inhoud, f"{_ODF}text")),
    Bestandstype(
        ("xlsx",),
        f"{_OOXML}spreadsheetml.sheet",
        lambda inhoud: check_ooxml(inhoud, "xl/workbook.xml"),
    ),
    Bestandstype(
        ("ods",), f"{_ODF}spreadsheet", lambda inhoud: check_odf(inhoud, f"{_ODF}spreadsheet")
    ),
    Bestandstype(("mp3",), "audio/mpeg", _is_mp3),
    Bestandstype(("m4a",), "audio/mp4", _is_mp4),
    Bestandstype(("wav",), "audio/wav", _is_riff(b"WAVE")),
    Bestandstype(("mp4",), "video/mp4", _is_mp4),
)
_OP_EXTENSIE = {extensie: soort for soort in BESTANDSTYPEN for extensie in soort.extensies}
EXTENSIES = tuple(_OP_EXTENSIE)
AFBEELDINGEN = {"image/jpeg", "image/png", "image/webp"}
HEIC = "image/heic"


def find_bestandstype(naam: str, inhoud: bytes) -> Bestandstype:
    """The kind of this file. Raises BestandGeweigerd, with the reason and what one can do."""
    extensie = naam.rpartition(".")[2].lower() if "." in naam else ""
    soort = _OP_EXTENSIE.get(extensie)
    if soort is None:
        raise BestandGeweigerd(
            f"‘{naam}’ is niet toegevoegd: dit soort bestand bewaart VOB niet. "
            "Stuur bijvoorbeeld een pdf, een foto of een mail."
        )
    if not inhoud:
        raise BestandGeweigerd(f"‘{naam}’ is niet toegevoegd: het bestand is leeg.")
    try:
        past = soort.past(inhoud)
    except BestandGeweigerd as reden:
        raise BestandGeweigerd(f"‘{naam}’ is niet toegevoegd: {reden}.") from None
    if not past:
        raise BestandGeweigerd(
            f"‘{naam}’ is niet toegevoegd: de inhoud is geen leesbaar {extensie}-bestand. "
            "Open het, bewaar het opnieuw (zonder wachtwoord) of stuur een pdf."
        )
    return soort


def check_grootte(naam: str, grootte: int, megabytes: int) -> None:
    """Raises BestandGeweigerd when one file is too large."""
    if grootte > megabytes * MEGABYTE:
        raise BestandGeweigerd(
            f"‘{naam}’ is niet toegevoegd: een bestand mag {megabytes} MB groot zijn."
        )


def check_ruimte(naam: str, bezet: int, erbij: int, megabytes: int) -> None:
    """Raises BestandGeweigerd when all files of one object together become too large."""
    if bezet + erbij > megabytes * MEGABYTE:
        raise BestandGeweigerd(
            f"‘{naam}’ is niet toegevoegd: alle bijlagen samen mogen hier {megabytes} MB zijn."
        )

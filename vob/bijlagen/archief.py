"""Looking inside office files without unpacking them. Pure: bytes in, yes, no or a sentence out.

A .docx, .xlsx, .odt or .ods is a ZIP. Only its list of members is read, and two small members that
say what it is; so a bomb never goes off here, and those who download it are spared as well.
"""

import struct
import zipfile
import zlib
from io import BytesIO

from vob.core.errors import BestandGeweigerd

_EINDE = b"PK\x05\x06"
_LANGSTE_EINDE = 22 + 65535  # bytes: the closing record and its comment
_MEESTE_LEDEN = 5_000
_LANGSTE_LIJST = 2 * 1024 * 1024  # bytes of the list of members
_GROOTSTE = 200 * 1024 * 1024  # bytes unpacked, all members together
_GROOTSTE_KLEIN = 1024 * 1024  # bytes of a member that we read ourselves
_MEESTE_KEREN = 200  # how many times larger one member may become; text in XML reaches 50
_KLEIN_GENOEG = 10 * 1024 * 1024  # below this a high ratio harms nobody

_ONLEESBAAR: tuple[type[Exception], ...] = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ValueError,
    EOFError,
    OSError,
    NotImplementedError,  # zipfile: packed in a way it does not know
    RuntimeError,  # zipfile: encrypted, so it asks for a password
)
_MACROS = ("vbaproject.bin", "vbadata.xml", "vbaprojectsignature.bin")
_MACROMAPPEN = ("basic/", "scripts/", "xl/macrosheets/")
_ARCHIEVEN = ("zip", "jar", "7z", "rar", "tar", "gz", "bz2", "xz", "cab", "iso", "arj", "z")
_PROGRAMMAS = ("exe", "dll", "com", "scr", "js", "vbs", "bat", "cmd", "ps1", "msi", "lnk", "hta")
_KANTOOR = ("docx", "docm", "xlsx", "xlsm", "pptx", "pptm", "odt", "ods", "odp", "doc", "xls")
_INGESLOTEN = {*_ARCHIEVEN, *_PROGRAMMAS, *_KANTOOR}

_MET_MACRO = "er zitten macro's in. Bewaar het zonder macro's, of als pdf"
_MET_BESTAND = (
    "er zit een ander bestand in, bijvoorbeeld een grafiek uit Excel. "
    "Bewaar het als pdf en stuur dat"
)
_BOM = "het wordt bij het openen onredelijk groot. Bewaar het als pdf en stuur dat"


def check_ooxml(inhoud: bytes, hoofddeel: str) -> bool:
    """Whether this is a Word or Excel file whose main part has this name, and is harmless."""
    leden = _read(inhoud)
    if leden is None or hoofddeel not in leden:
        return False
    soorten = _small(inhoud, leden.get("[Content_Types].xml"))
    if soorten is None:
        return False
    if b"macroenabled" in soorten.lower():
        raise BestandGeweigerd(_MET_MACRO)
    return True


def check_odf(inhoud: bytes, mediatype: str) -> bool:
    """Whether this is an OpenDocument file of this kind, and is harmless."""
    leden = _read(inhoud)
    if leden is None or "content.xml" not in leden:
        return False
    return _small(inhoud, leden.get("mimetype")) == mediatype.encode()


def _read(inhoud: bytes) -> dict[str, zipfile.ZipInfo] | None:
    """The members by name; None when this is no ZIP. Refuses what should not be in there."""
    if not inhoud.startswith(b"PK\x03\x04") or not _has_bounded_list(inhoud):
        return None
    try:
        with zipfile.ZipFile(BytesIO(inhoud)) as archief:
            leden = archief.infolist()
    except _ONLEESBAAR:
        return None
    _check_bom(leden)
    for lid in leden:
        _check_lid(lid.filename.lower().replace("\\", "/"))
    return {lid.filename: lid for lid in leden}


def _has_bounded_list(inhoud: bytes) -> bool:
    """Look at the closing record ourselves: a list of a million members must not be read at all."""
    staart = inhoud[-_LANGSTE_EINDE:]
    plek = staart.rfind(_EINDE)
    if plek < 0 or len(staart) - plek < 22:
        return False
    aantal, omvang = struct.unpack("<HI", staart[plek + 10 : plek + 16])
    return bool(aantal <= _MEESTE_LEDEN and omvang <= _LANGSTE_LIJST)


def _check_bom(leden: list[zipfile.ZipInfo]) -> None:
    if sum(lid.file_size for lid in leden) > _GROOTSTE:
        raise BestandGeweigerd(_BOM)
    for lid in leden:
        if lid.file_size > _KLEIN_GENOEG and lid.file_size > _MEESTE_KEREN * lid.compress_size:
            raise BestandGeweigerd(_BOM)


def _check_lid(naam: str) -> None:
    kort = naam.rpartition("/")[2]
    if kort in _MACROS or naam.startswith(_MACROMAPPEN):
        raise BestandGeweigerd(_MET_MACRO)
    if "/embeddings/" in f"/{naam}" or kort.rpartition(".")[2] in _INGESLOTEN:
        raise BestandGeweigerd(_MET_BESTAND)


def _small(inhoud: bytes, lid: zipfile.ZipInfo | None) -> bytes | None:
    """The contents of one small member; None when it is not there, not small, or not readable."""
    if lid is None or lid.file_size > _GROOTSTE_KLEIN:
        return None
    try:
        with zipfile.ZipFile(BytesIO(inhoud)) as archief, archief.open(lid) as deel:
            return deel.read(_GROOTSTE_KLEIN)
    except _ONLEESBAAR:
        return None  # damaged, encrypted, or packed in a way of its own

"""Small files of every kind, and hostile ones, made by hand."""

import io
import struct
import zipfile
from collections.abc import Mapping

from PIL import Image

OOXML = b'<Types><Override ContentType="application/x.main+xml"/></Types>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MSG = OLE + "__properties_version1.0".encode("utf-16-le")
EML = b"From: a@example.nl\r\nSubject: dreigmail\r\n\r\nIk weet waar u woont."
WAV = b"RIFF\x24\x00\x00\x00WAVEfmt "
MP4 = b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00"


def make_zip(leden: Mapping[str, bytes], methode: int = zipfile.ZIP_DEFLATED) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", methode) as archief:
        for naam, inhoud in leden.items():
            archief.writestr(naam, inhoud)
    return uit.getvalue()


def make_docx(**extra: bytes) -> bytes:
    """`extra`: more members; two underscores in a name stand for a slash."""
    leden = {"[Content_Types].xml": OOXML, "word/document.xml": b"<w:document/>"}
    meer = {naam.replace("__", "/"): inhoud for naam, inhoud in extra.items()}
    return make_zip(leden | meer)


def make_xlsx() -> bytes:
    return make_zip({"[Content_Types].xml": OOXML, "xl/workbook.xml": b"<workbook/>"})


def make_odf(soort: str, **extra: bytes) -> bytes:
    mediatype = f"application/vnd.oasis.opendocument.{soort}".encode()
    meer = {naam.replace("__", "/"): inhoud for naam, inhoud in extra.items()}
    return make_zip({"mimetype": mediatype, "content.xml": b"<office/>"} | meer)


def make_foto(vorm: str = "JPEG", **opties: object) -> bytes:
    """A photo that says it was made in Amersfoort, lying on its side."""
    uit = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Geheimtelefoon"
    exif.get_ifd(0x8825)[2] = (52.0, 9.0, 0.0)
    plaatje = Image.new("RGB", (60, 40), "red")
    plaatje.save(uit, vorm, exif=exif.tobytes(), **opties)
    return uit.getvalue()


def make_png_kop(breed: int, hoog: int) -> bytes:
    """A PNG that claims to be this large, and is a few bytes."""
    import zlib

    def chunk(soort: bytes, inhoud: bytes) -> bytes:
        som = struct.pack(">I", zlib.crc32(soort + inhoud))
        return struct.pack(">I", len(inhoud)) + soort + inhoud + som

    ihdr = struct.pack(">IIBBBBB", breed, hoog, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\x00" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", ihdr) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def make_box(soort: bytes, *delen: bytes) -> bytes:
    inhoud = b"".join(delen)
    return struct.pack(">I", 8 + len(inhoud)) + soort + inhoud


def make_heic(
    *, exif_soort: bytes = b"Exif", iloc_versie: int = 1, boven: bytes = b"", udes: bytes = b""
) -> bytes:
    """A HEIC of three items: the picture and XMP in mdat, and Exif in idat."""
    beeld, exif, xmp = b"BEELD" * 4, b"EXIFgeheim" * 2, b"<xmp>geheim</xmp>"
    ftyp = make_box(b"ftyp", b"heic\x00\x00\x00\x00mif1heic")

    def infe(nummer: int, soort: bytes, naam: bytes) -> bytes:
        return make_box(b"infe", b"\x02\0\0\0", struct.pack(">HH", nummer, 0), soort, naam, b"\0")

    iinf = make_box(
        b"iinf",
        b"\0\0\0\0\0\x03",
        infe(1, b"hvc1", b""),
        infe(2, exif_soort, b"geheim"),
        infe(3, b"mime", b"\0application/rdf+xml"),
    )
    iprp = make_box(b"iprp", make_box(b"ipco", make_box(b"ispe", b"\0" * 12), udes))

    def meta(start: int) -> bytes:
        plekken = ((1, 0, start), (2, 1, 0), (3, 0, start + len(beeld)))
        rijen = b"".join(
            struct.pack(">H", nummer)
            + (struct.pack(">H", methode) if iloc_versie else b"")
            + struct.pack(">HHII", 0, 1, plek, len({1: beeld, 2: exif, 3: xmp}[nummer]))
            for nummer, methode, plek in plekken
        )
        iloc = make_box(b"iloc", bytes([iloc_versie, 0, 0, 0, 0x44, 0]), b"\0\x03", rijen)
        idat = make_box(b"idat", exif)
        return make_box(b"meta", b"\0\0\0\0", iinf, iloc, idat, iprp)

    start = len(ftyp) + len(meta(0)) + len(boven) + 8
    return ftyp + meta(start) + boven + make_box(b"mdat", beeld, xmp, b"verborgen geheim")

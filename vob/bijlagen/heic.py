"""A HEIC photo without what it says about where, when and by whom. Pure: bytes in, bytes out.

No library that decodes HEIC is kept for this: the file is a tree of boxes (ISO 14496-12), its list
of items says what each piece is (ISO 23008-12). Every piece that is not picture is overwritten
with zeros, in place, so nothing shifts. What is not understood is refused, not guessed.
"""

from collections.abc import Iterator
from typing import NamedTuple

from vob.core.errors import BestandGeweigerd

_BEELD = {b"hvc1", b"hev1", b"grid", b"iovl", b"iden", b"tmap"}
_GEGEVENS = {b"Exif", b"mime", b"uri "}
_META = {b"hdlr", b"pitm", b"iinf", b"iloc", b"iprp", b"iref", b"idat", b"grpl", b"dinf"}
_BOVEN = {b"ftyp", b"meta", b"mdat"}
_MEESTE = 10_000  # boxes beside each other, or pieces; a photo of 50 megapixels has 400
_WEIGER = (
    "de gegevens over plaats en toestel zijn er niet uit te halen. "
    "Bewaar de foto als jpg en stuur die"
)


class Box(NamedTuple):
    soort: bytes
    begin: int  # of the box itself
    inhoud: int  # of what is in it
    einde: int


class Onbegrepen(ValueError):
    """Something in the file is not as the standard says."""


def strip_heic(data: bytes) -> bytes:
    """The same picture without metadata. Raises BestandGeweigerd when that cannot be done."""
    try:
        return _strip(data)
    except (Onbegrepen, IndexError):
        raise BestandGeweigerd(_WEIGER) from None


def _strip(data: bytes) -> bytes:
    out = bytearray(data)
    boven = list(_boxes(data, 0, len(data)))
    _blank_others(out, boven, _BOVEN)
    meta = _only(boven, b"meta")
    delen = list(_boxes(data, meta.inhoud + 4, meta.einde))
    _blank_others(out, delen, _META)
    beeld = _read_items(data, out, _only(delen, b"iinf"))
    idat = [deel for deel in delen if deel.soort == b"idat"]
    stukken = list(_extents(data, _only(delen, b"iloc"), beeld, idat))
    if sum(einde - begin for begin, einde in stukken) > len(data):
        raise Onbegrepen(b"iloc")  # pieces that overlap: copying them could take for ever
    for bak in [*idat, *(box for box in boven if box.soort == b"mdat")]:
        out[bak.inhoud : bak.einde] = bytes(bak.einde - bak.inhoud)
        for begin, einde in stukken:
            van, tot = max(begin, bak.inhoud), min(einde, bak.einde)
            if van < tot:
                out[van:tot] = data[van:tot]
    _blank_descriptions(data, out, [deel for deel in delen if deel.soort == b"iprp"])
    return bytes(out)


def _boxes(data: bytes, begin: int, einde: int) -> Iterator[Box]:
    for _ in range(_MEESTE):
        if begin >= einde:
            return
        kop = 8
        omvang = _number(data, begin, 4)
        soort = data[begin + 4 : begin + 8]
        if omvang == 1:
            kop, omvang = 16, _number(data, begin + 8, 8)
        elif omvang == 0:
            omvang = einde - begin
        if omvang < kop or begin + omvang > einde or soort == b"moov":
            raise Onbegrepen(soort)
        yield Box(soort, begin, begin + kop, begin + omvang)
        begin += omvang
    raise Onbegrepen(b"")


def _only(boxes: list[Box], soort: bytes) -> Box:
    found = [box for box in boxes if box.soort == soort]
    if len(found) != 1:
        raise Onbegrepen(soort)
    return found[0]


def _blank_others(out: bytearray, boxes: list[Box], bekend: set[bytes]) -> None:
    """What we do not know becomes empty space of the same size."""
    for box in boxes:
        if box.soort not in bekend:
            out[box.begin + 4 : box.begin + 8] = b"free"
            out[box.inhoud : box.einde] = bytes(box.einde - box.inhoud)


def _read_items(data: bytes, out: bytearray, iinf: Box) -> set[int]:
    """The ids of the items that are picture; names and descriptions of items are blanked."""
    kort = data[iinf.inhoud] == 0
    beeld = set()
    for infe in _boxes(data, iinf.inhoud + 4 + (2 if kort else 4), iinf.einde):
        versie = data[infe.inhoud]
        if infe.soort != b"infe" or versie not in (2, 3):
            raise Onbegrepen(infe.soort)
        breed = 2 if versie == 2 else 4
        soort_op = infe.inhoud + 4 + breed + 2
        soort = data[soort_op : soort_op + 4]
        if soort not in _BEELD | _GEGEVENS:
            raise Onbegrepen(soort)
        if soort in _BEELD:
            beeld.add(_number(data, infe.inhoud + 4, breed))
        out[soort_op + 4 : infe.einde] = bytes(max(0, infe.einde - soort_op - 4))
    return beeld


def _extents(data: bytes, iloc: Box, beeld: set[int], idat: list[Box]) -> Iterator[tuple[int, int]]:
    """Where in the file the pieces of the picture lie."""
    versie, plek = data[iloc.inhoud], iloc.inhoud + 4
    if versie > 2:
        raise Onbegrepen(b"iloc")
    offset_size, length_size = data[plek] >> 4, data[plek] & 15
    base_size, index_size = data[plek + 1] >> 4, data[plek + 1] & 15 if versie else 0
    breed = 4 if versie == 2 else 2
    lezer = _Lezer(data, plek + 2, iloc.einde)
    for _ in range(lezer.take(breed)):
        item, methode = lezer.take(breed), lezer.take(2) & 15 if versie else 0
        elders, basis = lezer.take(2), lezer.take(base_size)
        if elders or methode > 1 or (methode == 1 and len(idat) != 1):
            raise Onbegrepen(b"iloc")
        basis += idat[0].inhoud if methode else 0
        aantal = lezer.take(2)
        if aantal > 1 and not offset_size:
            raise Onbegrepen(b"iloc")  # pieces that take no room in the list: no end to them
        for _ in range(aantal):
            lezer.take(index_size)
            begin, lengte = basis + lezer.take(offset_size), lezer.take(length_size)
            if item in beeld:
                yield begin, begin + lengte


def _blank_descriptions(data: bytes, out: bytearray, iprp: list[Box]) -> None:
    """Properties may carry words (udes) or anything at all (uuid)."""
    for box in iprp:
        for ipco in _boxes(data, box.inhoud, box.einde):
            if ipco.soort == b"ipco":
                found = _boxes(data, ipco.inhoud, ipco.einde)
                vrij = [deel for deel in found if deel.soort in (b"udes", b"uuid")]
                _blank_others(out, vrij, set())


class _Lezer:
    """Reads numbers one after the other, and not past the end of its box."""

    def __init__(self, data: bytes, plek: int, einde: int) -> None:
        self.data, self.plek, self.einde = data, plek, einde

    def take(self, size: int) -> int:
        if self.plek + size > self.einde:
            raise Onbegrepen(b"iloc")
        value = int.from_bytes(self.data[self.plek : self.plek + size])
        self.plek += size
        return value


def _number(data: bytes, plek: int, size: int) -> int:
    if plek + size > len(data):
        raise Onbegrepen(b"")
    return int.from_bytes(data[plek : plek + size])

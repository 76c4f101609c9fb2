"""HEIC without metadata. Pure: no app, no database."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vob.bijlagen.heic import strip_heic
from vob.core.errors import BestandGeweigerd

from . import monsters


def test_only_the_picture_stays_and_nothing_shifts() -> None:
    voor = monsters.make_heic()
    na = strip_heic(voor)
    assert b"geheim" in voor
    assert b"geheim" not in na, "neither Exif, XMP, item names nor what nobody refers to"
    assert len(na) == len(voor)
    assert na.index(b"BEELD" * 4) == voor.index(b"BEELD" * 4)
    assert strip_heic(na) == na


def test_unknown_boxes_and_descriptions_become_empty_space() -> None:
    voor = monsters.make_heic(
        boven=monsters.make_box(b"uuid", b"geheim uuid"),
        udes=monsters.make_box(b"udes", b"geheim udes") + monsters.make_box(b"irot", b"\x01"),
    )
    na = strip_heic(voor)
    assert b"geheim" not in na
    assert na.count(b"free") == 2
    assert b"irot\x01" in na, "how the photo lies stays"


def test_a_box_may_run_to_the_end_or_have_a_long_size() -> None:
    heic = monsters.make_heic()
    mdat = heic.index(b"mdat") - 4
    assert b"geheim" not in strip_heic(heic[:mdat] + b"\0\0\0\0" + heic[mdat + 4 :])
    lang = b"\0\0\0\x01free" + (16).to_bytes(8)
    assert strip_heic(heic + lang).endswith(lang)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0\0\0\x18ftypheic",
        monsters.make_heic()[:-3],
        monsters.make_heic() + b"zip achteraan",
        monsters.make_heic(exif_soort=b"jpeg"),
        monsters.make_heic(boven=monsters.make_box(b"moov")),
        monsters.make_heic().replace(b"infe\x02", b"infe\x00", 1),
        monsters.make_heic().replace(b"iloc\x01", b"iloc\x03"),
        monsters.make_heic().replace(b"iloc\x01\0\0\0\x44\0\0\x03", b"iloc\x01\0\0\0\x44\0\0\x09"),
        monsters.make_heic().replace(b"idat", b"xdat"),
        monsters.make_heic() + monsters.make_box(b"free") * 10_000,
        monsters.make_heic().replace(b"\0\0\0\x14\0\x02\0\x01", b"\0\0\xff\xff\0\x02\0\x01"),
        monsters.make_heic().replace(b"iloc\x01\0\0\0\x44", b"iloc\x01\0\0\0\x00"),
        monsters.make_heic(boven=monsters.make_box(b"meta", b"\0\0\0\0")),
    ],
)
def test_what_is_not_understood_is_refused_with_a_way_out(data: bytes) -> None:
    with pytest.raises(BestandGeweigerd, match="als jpg"):
        strip_heic(data)


def test_a_list_without_end_is_not_followed() -> None:
    """Pieces that take no room in the list: 65,535 of them in eight bytes, times the list."""
    infe = monsters.make_box(b"infe", b"\x02\0\0\0\0\x01\0\0hvc1\0")
    iinf = monsters.make_box(b"iinf", b"\0\0\0\0\0\x01", infe)
    item = b"\0\x01\0\0\0\0\xff\xff"
    iloc = monsters.make_box(b"iloc", b"\x01\0\0\0\0\0\0\x01", item)
    with pytest.raises(BestandGeweigerd, match="als jpg"):
        strip_heic(monsters.make_box(b"meta", b"\0\0\0\0", iinf, iloc))


def test_a_box_that_is_cut_off_is_refused() -> None:
    with pytest.raises(BestandGeweigerd, match="als jpg"):
        strip_heic(b"\0\0")


@settings(deadline=None)  # a machine that is busy is no fault
@given(st.data())
def test_damaged_files_never_crash(data: st.DataObject) -> None:
    inhoud = bytearray(monsters.make_heic())
    for _ in range(data.draw(st.integers(1, 6))):
        inhoud[data.draw(st.integers(0, len(inhoud) - 1))] = data.draw(st.integers(0, 255))
    with suppress(BestandGeweigerd):
        assert len(strip_heic(bytes(inhoud))) == len(inhoud)

"""Pictures without metadata, by a real child process."""

import io

import pytest
from PIL import Image

from vob.bijlagen import afbeelding_kind
from vob.bijlagen.afbeeldingen import strip_afbeelding
from vob.core.errors import BestandGeweigerd

from . import monsters


@pytest.mark.parametrize("vorm", ["JPEG", "PNG", "WEBP"])
def test_place_and_device_are_gone_and_the_photo_still_lies_right(vorm: str) -> None:
    voor = monsters.make_foto(vorm)
    na = strip_afbeelding(voor, f"image/{vorm.lower()}")
    exif = Image.open(io.BytesIO(na)).getexif()
    assert b"Geheimtelefoon" in voor
    assert b"Geheimtelefoon" not in na
    assert dict(exif) == {0x0112: 6}
    assert not exif.get_ifd(0x8825), "no place"
    assert Image.open(io.BytesIO(na)).format == vorm


def test_quality_and_colours_stay() -> None:
    profiel = b"profile" * 20
    voor = monsters.make_foto(quality=95, icc_profile=profiel, comment="geheim")
    na = strip_afbeelding(voor, "image/jpeg")
    met, zonder = Image.open(io.BytesIO(voor)), Image.open(io.BytesIO(na))
    assert zonder.quantization == met.quantization  # type: ignore[attr-defined]  # a JPEG has them
    assert zonder.info["icc_profile"] == profiel
    assert b"geheim" not in na


def test_what_hides_behind_a_picture_is_gone() -> None:
    voor = monsters.make_foto() + b"PK\x03\x04 geheim archief"
    assert b"geheim archief" not in strip_afbeelding(voor, "image/jpeg")


def test_a_photo_with_a_second_picture_keeps_the_first() -> None:
    uit = io.BytesIO()
    een, twee = Image.new("RGB", (60, 40), "red"), Image.new("RGB", (9, 9), "blue")
    een.save(uit, "MPO", save_all=True, append_images=[twee])
    na = Image.open(io.BytesIO(strip_afbeelding(uit.getvalue(), "image/jpeg")))
    assert (na.format, na.size) == ("JPEG", (60, 40))


def test_lossless_stays_lossless() -> None:
    uit = io.BytesIO()
    ruis = Image.effect_noise((50, 50), 80).convert("RGB")
    ruis.save(uit, "WEBP", lossless=True)
    na = Image.open(io.BytesIO(strip_afbeelding(uit.getvalue(), "image/webp")))
    assert na.convert("RGB").tobytes() == ruis.tobytes()


@pytest.mark.parametrize(
    ("inhoud", "soort", "reden"),
    [
        (monsters.make_png_kop(20_000, 20_000), "png", "te groot"),
        (monsters.make_png_kop(100, 100), "png", "niet te lezen"),
        (monsters.make_foto()[:400], "jpeg", "niet te lezen"),
        (b"\xff\xd8\xff<svg onload=alert(1)>", "jpeg", "niet te lezen"),
        (monsters.make_foto("PNG"), "webp", "niet te lezen"),
    ],
)
def test_floods_and_wrecks_are_refused(inhoud: bytes, soort: str, reden: str) -> None:
    with pytest.raises(BestandGeweigerd, match=reden):
        strip_afbeelding(inhoud, f"image/{soort}")


@pytest.mark.parametrize("vorm", ["PNG", "WEBP"])
def test_moving_pictures_are_refused_rather_than_cut(vorm: str) -> None:
    uit = io.BytesIO()
    beelden = [Image.new("RGB", (9, 9), kleur) for kleur in ("red", "blue")]
    beelden[0].save(uit, vorm, save_all=True, append_images=beelden[1:])
    with pytest.raises(BestandGeweigerd, match="bewegend"):
        strip_afbeelding(uit.getvalue(), f"image/{vorm.lower()}")


@pytest.mark.parametrize("vorm", ["JPEG", "PNG", "WEBP"])
def test_the_child_by_itself(vorm: str) -> None:
    """The same code without a process around it."""
    na = afbeelding_kind.rewrite(monsters.make_foto(vorm), vorm.lower())
    assert isinstance(na, bytes)
    assert b"Geheimtelefoon" not in na
    zonder = io.BytesIO()
    Image.new("RGB", (5, 5)).save(zonder, vorm)
    assert afbeelding_kind.rewrite(zonder.getvalue(), vorm.lower())


def test_the_child_says_why_not() -> None:
    kop = monsters.make_png_kop(20_000, 20_000)
    assert afbeelding_kind.rewrite(kop, "png") == afbeelding_kind.TE_GROOT

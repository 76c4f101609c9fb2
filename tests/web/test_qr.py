"""A QR code in a page: made of paths, named, and without anything that a page may not hold."""

import pytest

from vob.web.qr import qr_svg


def test_it_is_a_picture_with_a_name() -> None:
    svg = qr_svg("tel:0555112233", 'Nummer van "Jansen & zoon" <balie>')
    assert svg.startswith('<svg role="img" viewBox=')
    assert "<title>Nummer van " in svg
    assert "Jansen &amp; zoon" in svg
    assert "<balie>" not in svg
    assert "style=" not in svg  # the content security policy would drop it


def test_another_text_is_another_code() -> None:
    assert qr_svg("https://vob.voorbeeld.nl/a", "x") != qr_svg("https://vob.voorbeeld.nl/b", "x")


def test_what_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="too large"):
        qr_svg("x" * 3000, "x")

"""A QR code as a picture in the page: a phone reads an address or a visiting card from it."""

from markupsafe import Markup


def qr_svg(tekst: str, titel: str) -> Markup:
    """`titel`: what a screen reader says instead ("QR-code met het nummer van …").

    Black on white, also in the dark: many a phone reads nothing else. Raises ValueError when the
    text is longer than a code can hold (2.9 kB).
    """
    import segno  # only for the few pages that show one

    code = segno.make_qr(tekst, error="m")
    svg = code.svg_inline(
        scale=4,
        dark="#000",
        light="#fff",
        title=titel,
        svgclass="qr",
        lineclass=None,
        omitsize=True,
    )
    # Everything in it is made by the library; it escapes the title.
    return Markup(svg.replace("<svg ", '<svg role="img" ', 1))  # noqa: S704

"""The header that gives a download its name."""

from urllib.parse import quote

from .tekst import veilige_bestandsnaam


def content_disposition(naam: str, hoe: str = "attachment") -> str:
    """Headers are ASCII; a name with other letters goes along encoded as well (RFC 6266).

    `hoe`: "attachment" saves it, "inline" shows it in the browser.
    """
    naam = veilige_bestandsnaam(naam)
    kaal = (
        naam.encode("ascii", "replace")
        .decode()
        .replace("?", "_")
        .replace("\\", "_")
        .replace('"', "_")
    )
    header = f'{hoe}; filename="{kaal}"'
    return header if naam.isascii() else f"{header}; filename*=UTF-8''{quote(naam, safe='')}"

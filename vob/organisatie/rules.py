"""What a house style and a term of office may be. Pure.

Contrast: WCAG 2.2, success criterion 1.4.3 (4.5 : 1 for text).
"""

import re
from collections.abc import Iterable
from datetime import date

from vob.core.errors import RegelOvertreden

AA = 4.5
PAPIER, INKT = "#ffffff", "#10161c"  # the lightest and darkest ground a colour stands on
VLAK_LICHT, VLAK_DONKER = "#f5f7f9", "#18212a"
_KLEUR = re.compile(r"#[0-9a-f]{6}")


def check_kleur(kleur: str, donker: bool = False) -> str:
    """The colour as `#rrggbb`. Raises RegelOvertreden, with a colour that would do."""
    kleur = kleur.strip().lower()
    if not _KLEUR.fullmatch(kleur):
        raise RegelOvertreden("Vul een kleur in als # met zes tekens, bijvoorbeeld #154273.")
    if _is_readable(kleur, donker):
        return kleur
    beter = nearest_readable(kleur, donker)
    if donker:
        raise RegelOvertreden(
            f"Deze kleur is te donker: op een donkere achtergrond is hij slecht te lezen. "
            f"Kies een lichtere kleur, bijvoorbeeld {beter}."
        )
    raise RegelOvertreden(
        f"Deze kleur is te licht: op een witte achtergrond is hij slecht te lezen. "
        f"Kies een donkerder kleur, bijvoorbeeld {beter}."
    )


def nearest_readable(kleur: str, donker: bool) -> str:
    """The same hue, as much darker (or, for the dark theme, lighter) as reading asks."""
    doel = PAPIER if donker else "#000000"
    steps = (mix(kleur, doel, percent / 100) for percent in range(0, 101, 2))
    return next(step for step in steps if _is_readable(step, donker))


def _is_readable(kleur: str, donker: bool) -> bool:
    """On the page, on the tint of itself that lies under menus and buttons, and under its ink."""
    vlak = VLAK_DONKER if donker else VLAK_LICHT
    onder = mix(kleur, VLAK_DONKER if donker else PAPIER, 0.88)
    inkt = INKT if donker else PAPIER
    return all(contrast(kleur, other) >= AA for other in (vlak, onder, inkt))


def house_style(kleur: str, kleur_donker: str) -> dict[str, str]:
    """Values for the accent tokens of NL Design System, from one colour or two.

    Text on a tint is never lighter than the colour that was checked.
    """
    licht, donker = kleur, kleur_donker or nearest_readable(kleur, donker=True)
    tokens = {
        "bg-subtle": 0.96,
        "bg-default": 0.92,
        "bg-hover": 0.88,
        "bg-active": 0.82,
        "border-subtle": 0.65,
    }
    style = {
        name: _pair(mix(licht, PAPIER, share), mix(donker, VLAK_DONKER, share))
        for name, share in tokens.items()
    }
    for group in ("border", "color", "inverse-bg"):
        style[f"{group}-default"] = _pair(licht, donker)
        for name, share in (("hover", 0.3), ("active", 0.45)):
            style[f"{group}-{name}"] = _pair(
                mix(licht, "#000000", share), mix(donker, PAPIER, share)
            )
    for name in ("default", "hover", "active"):
        style[f"inverse-color-{name}"] = _pair(PAPIER, INKT)
    return style


def _pair(licht: str, donker: str) -> str:
    return f"light-dark({licht}, {donker})"


def mix(kleur: str, ander: str, share: float) -> str:
    """`share` of `ander` in `kleur`."""
    channels = zip(_channels(kleur), _channels(ander), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in channels)


def contrast(a: str, b: str) -> float:
    licht, donker = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


def _channels(kleur: str) -> tuple[int, int, int]:
    return int(kleur[1:3], 16), int(kleur[3:5], 16), int(kleur[5:7], 16)


def _luminance(kleur: str) -> float:
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (channel / 255 for channel in _channels(kleur))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def check_termijn(begin: date, einde: date, andere: Iterable[tuple[date, date]]) -> None:
    """A term ends after it begins; terms of one body follow each other."""
    if einde <= begin:
        raise RegelOvertreden("Het einde ligt na het begin.")
    if any(begin < tot and van < einde for van, tot in andere):
        raise RegelOvertreden("Deze termijn overlapt met een andere van dezelfde soort.")

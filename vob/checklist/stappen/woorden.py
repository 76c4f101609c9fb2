"""Filling a text with the words of one type of organisation."""

from dataclasses import asdict

from vob.core.organisatietype import WOORDEN, Organisatietype

# What only the checklist says. `periode`: how long a board sits. `partners`: a sentence on them.
_EIGEN: dict[Organisatietype, dict[str, str]] = {
    Organisatietype.GEMEENTE: {
        "periode": "zittings- of collegetermijn",
        "adviseur": "adviseur openbare orde en veiligheid",
        "overleg": "de driehoek",
        "partners": "Betrek ook de gemeenten om u heen.",
        "ketengemeenten": "gemeente(n)",
        "bezoek": "huisbezoek",
    },
    Organisatietype.WATERSCHAP: {
        "periode": "bestuurstermijn",
        "adviseur": "adviseur integrale veiligheid",
        "overleg": "het overleg met politie en burgemeesters",
        "partners": (
            "Een waterschap werkt in veel gemeenten. Maak dus ook afspraken met de burgemeesters."
        ),
        "ketengemeenten": "de gemeenten in het gebied",
        "bezoek": "bezoek aan een perceel",
    },
    Organisatietype.PROVINCIE: {
        "periode": "Statenperiode of collegeperiode",
        "adviseur": "adviseur veiligheid",
        "overleg": "het overleg met politie en burgemeesters",
        "partners": (
            "Een provincie werkt in veel gemeenten. Maak dus ook afspraken met de burgemeesters."
        ),
        "ketengemeenten": "gemeenten",
        "bezoek": "werkbezoek",
    },
}


class _Words(dict[str, str]):
    """`{De_raad}` gives the word of `{de_raad}` with a capital."""

    def __missing__(self, key: str) -> str:
        small = key[0].lower() + key[1:]
        if small == key:
            raise KeyError(key)
        word = self[small]
        return word[0].upper() + word[1:]


def fill(tekst: str, organisatietype: Organisatietype) -> str:
    """Raises KeyError for a word that no organisation has."""
    words = _Words(asdict(WOORDEN[organisatietype]) | _EIGEN[organisatietype])
    return tekst.format_map(words)

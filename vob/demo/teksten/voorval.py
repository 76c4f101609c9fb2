"""What is written about one occurrence."""

from dataclasses import dataclass

from vob.incidenten.values import Ernst, Kanaal, Locatie, Vorm


@dataclass(frozen=True)
class Voorval:
    """`wie`: the code of the person it is about (mensen.py), or of who reported it for another.

    `anders`: it is about somebody without an account, with this function code.
    """

    titel: str
    tekst: str
    wie: str
    vormen: tuple[Vorm, ...]
    kanaal: Kanaal = Kanaal.PERSOONLIJK
    ernst: Ernst = Ernst.HINDERLIJK
    plaats: str = ""
    locatie: Locatie | None = None
    onderwerp: str = ""
    anders: str = ""
    is_vertrouwelijk: bool = False


@dataclass(frozen=True)
class Streek:
    """What a region talks about, for cases that are made by the thousand."""

    onderwerpen: tuple[str, ...]
    plaatsen: tuple[str, ...]

"""Scores, the matrix, who may accept what, and what may happen to an analysis. Pure."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Protocol

from vob.core.errors import RegelOvertreden
from vob.core.organisatietype import Woorden
from vob.documenten.values import Orgaan

from .values import Besluitniveau, Klasse, Maatregelstatus, Soort, Stand, Status

SCHALEN = (3, 4, 5)
# Per scale the highest score of laag, midden and hoog (shared/domein/overig.md §2.4).
GRENZEN: dict[int, tuple[int, int, int]] = {3: (2, 4, 6), 4: (3, 6, 9), 5: (4, 9, 14)}
KANS: dict[int, tuple[str, ...]] = {
    3: (
        "Klein: minder dan eens per 4 jaar",
        "Mogelijk: eens per 1 tot 4 jaar",
        "Groot: elk jaar of vaker",
    ),
    4: (
        "Klein: minder dan eens per 4 jaar",
        "Mogelijk: eens per 1 tot 4 jaar",
        "Waarschijnlijk: elk jaar",
        "Zeer waarschijnlijk: meer keren per jaar",
    ),
    5: (
        "Zeer klein: minder dan eens per 10 jaar",
        "Klein: eens per 4 tot 10 jaar",
        "Mogelijk: eens per 1 tot 4 jaar",
        "Waarschijnlijk: elk jaar",
        "Zeer waarschijnlijk: meer keren per jaar",
    ),
}
EFFECT: dict[int, tuple[str, ...]] = {
    3: (
        "Beperkt: hinder of schrik",
        "Merkbaar: klachten, ander gedrag, lichte schade",
        "Ernstig: letsel, langdurige angst, besluit in gevaar",
    ),
    4: (
        "Beperkt: hinder of schrik",
        "Merkbaar: klachten, ander gedrag, lichte schade",
        "Ernstig: letsel, langdurige angst, besluit in gevaar",
        "Zeer ernstig: zwaar letsel, aftreden, besluit onder dwang",
    ),
    5: (
        "Gering: hinder",
        "Beperkt: schrik, korte spanning",
        "Merkbaar: klachten, ander gedrag, lichte schade",
        "Ernstig: letsel, langdurige angst, besluit in gevaar",
        "Zeer ernstig: zwaar letsel, aftreden, besluit onder dwang",
    ),
}


def _klasse(schaal: int, score: int) -> Klasse:
    laag, midden, hoog = GRENZEN[schaal]
    if score <= laag:
        return Klasse.LAAG
    if score <= midden:
        return Klasse.MIDDEN
    return Klasse.HOOG if score <= hoog else Klasse.ZEER_HOOG


# The matrix: complete for every scale, and what every page and report draws.
MATRIX: dict[int, dict[tuple[int, int], Klasse]] = {
    schaal: {
        (kans, effect): _klasse(schaal, kans * effect)
        for kans in range(1, schaal + 1)
        for effect in range(1, schaal + 1)
    }
    for schaal in SCHALEN
}
NIVEAU: dict[Klasse, Besluitniveau] = {
    Klasse.LAAG: Besluitniveau.PROCESEIGENAAR,
    Klasse.MIDDEN: Besluitniveau.SECRETARIS,
    Klasse.HOOG: Besluitniveau.BURGEMEESTER,
    Klasse.ZEER_HOOG: Besluitniveau.COLLEGE,
}

# What each body decides on at most.
BESLIST: dict[Orgaan, Besluitniveau] = {
    Orgaan.RAAD: Besluitniveau.COLLEGE,
    Orgaan.COLLEGE: Besluitniveau.COLLEGE,
    Orgaan.BURGEMEESTER: Besluitniveau.BURGEMEESTER,
    Orgaan.SECRETARIS: Besluitniveau.SECRETARIS,
    Orgaan.GRIFFIER: Besluitniveau.SECRETARIS,
    Orgaan.ANDERS: Besluitniveau.PROCESEIGENAAR,
}


def klasse_van(schaal: int, kans: int | None, effect: int | None) -> Klasse | None:
    """None while one of the two was not scored yet."""
    return MATRIX[schaal].get((kans or 0, effect or 0))


def gewicht(klasse: Klasse | None, kans: int | None, effect: int | None) -> int:
    """What the gravest first is sorted by: the class, then the score. Nine is zeer hoog where one
    scores to three, and midden where one scores to five."""
    return (int(klasse) if klasse else 0) * 100 + _score(kans, effect)


def _score(kans: int | None, effect: int | None) -> int:
    return (kans or 0) * (effect or 0)


def niveau_label(niveau: Besluitniveau, woorden: Woorden) -> str:
    """Who decides, in the words of this organisation."""
    return {
        Besluitniveau.PROCESEIGENAAR: "proceseigenaar",
        Besluitniveau.SECRETARIS: f"{woorden.secretaris} of {woorden.griffier}",
        Besluitniveau.BURGEMEESTER: woorden.burgemeester,
        Besluitniveau.COLLEGE: f"{woorden.college}, en de driehoek weet ervan",
    }[niveau]


# --- The life of an analysis -------------------------------------------------------------------

OVERGANGEN: dict[Status, tuple[Status, ...]] = {
    Status.CONCEPT: (Status.TER_VASTSTELLING,),
    Status.TER_VASTSTELLING: (Status.CONCEPT, Status.VASTGESTELD),
    Status.VASTGESTELD: (Status.VERVANGEN,),
    Status.VERVANGEN: (),
    Status.GEREED: (),
}
ADOPTED = (Status.VASTGESTELD, Status.VERVANGEN)
OPEN = (Maatregelstatus.VOORGESTELD, Maatregelstatus.AKKOORD, Maatregelstatus.IN_UITVOERING)
_AF = (Maatregelstatus.UITGEVOERD, Maatregelstatus.WERKT_NIET, Maatregelstatus.VERVALLEN)
MAATREGEL_OVERGANGEN: dict[Maatregelstatus, tuple[Maatregelstatus, ...]] = {
    Maatregelstatus.VOORGESTELD: (Maatregelstatus.AKKOORD, Maatregelstatus.VERVALLEN),
    Maatregelstatus.AKKOORD: (
        Maatregelstatus.IN_UITVOERING,
        Maatregelstatus.UITGEVOERD,
        Maatregelstatus.VERVALLEN,
    ),
    Maatregelstatus.IN_UITVOERING: _AF,
    Maatregelstatus.UITGEVOERD: (Maatregelstatus.WERKT_NIET, Maatregelstatus.IN_UITVOERING),
    Maatregelstatus.WERKT_NIET: (Maatregelstatus.IN_UITVOERING, Maatregelstatus.VERVALLEN),
    Maatregelstatus.VERVALLEN: (Maatregelstatus.VOORGESTELD,),
}


def stand_van(status: Status, herzien_op: date | None, datum: date) -> Stand:
    """The review date itself is still in time."""
    if status is Status.VASTGESTELD and herzien_op is not None and herzien_op < datum:
        return Stand.VERLOPEN
    return Stand(status.value)


def check_overgang(van: Status, naar: Status) -> None:
    if naar not in OVERGANGEN[van]:
        if van is naar:  # pressed twice, or a colleague was first
            raise RegelOvertreden(f"Deze analyse is al {Stand(van.value).label}.")
        raise RegelOvertreden(
            f"Deze analyse is {Stand(van.value).label}; zij wordt niet {Stand(naar.value).label}."
        )


def check_bewerken(status: Status) -> None:
    """Only a draft changes: what was sent in is what someone decides on."""
    if status is Status.TER_VASTSTELLING:
        raise RegelOvertreden("Deze analyse ligt ter vaststelling. Haal haar eerst terug.")
    if status is not Status.CONCEPT:
        raise RegelOvertreden(
            "Een vastgestelde analyse verandert niet meer. Maak een nieuwe versie."
        )


def may_vaststellen(status: Status, makers: Iterable[int], gebruiker_id: int) -> bool:
    """Four eyes: who wrote in an analysis does not adopt it."""
    return status is Status.TER_VASTSTELLING and gebruiker_id not in set(makers)


def check_vaststellen(status: Status, makers: Iterable[int], gebruiker_id: int) -> None:
    check_overgang(status, Status.VASTGESTELD)
    if not may_vaststellen(status, makers, gebruiker_id):
        raise RegelOvertreden("U schreef zelf aan deze analyse. Iemand anders stelt haar vast.")


def niveau_nodig(klassen: Iterable[Klasse]) -> Besluitniveau:
    """The gravest risk decides who may accept what remains."""
    return max((NIVEAU[klasse] for klasse in klassen), default=Besluitniveau.PROCESEIGENAAR)


def check_niveau(klassen: Iterable[Klasse], beslist: Besluitniveau, woorden: Woorden) -> None:
    nodig = niveau_nodig(klassen)
    if beslist < nodig:
        raise RegelOvertreden(
            f"Het zwaarste restrisico vraagt een besluit van {niveau_label(nodig, woorden)}."
        )


def check_nieuwe_versie(nummer: int, versies: Mapping[int, Status]) -> None:
    """One version in the making at a time: two would each be a truth. And it begins with the newest
    one: who made an old version, and is not named in the newer one, does not go on with it."""
    if set(versies.values()) & {Status.CONCEPT, Status.TER_VASTSTELLING}:
        raise RegelOvertreden("Er is al een nieuwe versie in de maak. Werk daarin verder.")
    if nummer < max(versies):
        raise RegelOvertreden("Er is al een nieuwere versie. Begin vanaf die versie.")


def check_maatregel(van: Maatregelstatus, naar: Maatregelstatus) -> None:
    if naar not in MAATREGEL_OVERGANGEN[van]:
        raise RegelOvertreden(f"Een maatregel gaat niet van ‘{van.label}’ naar ‘{naar.label}’.")


_VAN_ACTIE: dict[str, Maatregelstatus] = {
    "open": Maatregelstatus.AKKOORD,
    "bezig": Maatregelstatus.IN_UITVOERING,
    "gedaan": Maatregelstatus.UITGEVOERD,
    "vervallen": Maatregelstatus.VERVALLEN,
}


def stand_maatregel(status: Maatregelstatus, actie: str | None) -> Maatregelstatus:
    """While a measure is carried out its action tells how far; what was judged after that stays."""
    if status in (Maatregelstatus.AKKOORD, Maatregelstatus.IN_UITVOERING) and actie is not None:
        return _VAN_ACTIE[actie]
    return status


# --- Is it complete? ---------------------------------------------------------------------------


class Beoordeeld(Protocol):
    """What a risk says about itself."""

    @property
    def titel(self) -> str: ...
    @property
    def kans(self) -> int | None: ...
    @property
    def effect(self) -> int | None: ...
    @property
    def rest_kans(self) -> int | None: ...
    @property
    def rest_effect(self) -> int | None: ...
    @property
    def accept_niveau(self) -> Besluitniveau | None: ...
    @property
    def accept_tot(self) -> date | None: ...


def find_gebreken(schaal: int, risicos: Iterable[Beoordeeld], datum: date) -> Iterator[str]:
    """What still misses before an analysis can be sent in; a sentence for each."""
    alle = list(risicos)
    if not alle:
        yield "Er staat nog geen enkel risico in."
    for risico in alle:
        rest = klasse_van(schaal, risico.rest_kans, risico.rest_effect)
        if klasse_van(schaal, risico.kans, risico.effect) is None:
            yield f"‘{risico.titel}’ heeft nog geen score."
        elif rest is None:
            yield f"‘{risico.titel}’ heeft nog geen restrisico."
        elif _score(risico.rest_kans, risico.rest_effect) > _score(risico.kans, risico.effect):
            yield f"Het restrisico is hoger dan het risico nu bij ‘{risico.titel}’."
        else:
            yield from _find_in_acceptatie(risico, rest, datum)


def _find_in_acceptatie(risico: Beoordeeld, rest: Klasse, datum: date) -> Iterator[str]:
    if risico.accept_niveau is None or risico.accept_tot is None:
        yield f"Bij ‘{risico.titel}’ staat nog niet wie de rest accepteert, en tot wanneer."
    elif is_acceptatie_voorbij(risico.accept_tot, datum):
        yield f"De dag tot wanneer iemand ‘{risico.titel}’ accepteert, is al voorbij."
    elif risico.accept_niveau < NIVEAU[rest]:
        hoog = rest.label.lower()
        yield f"‘{risico.titel}’ is na maatregelen {hoog}: dat vraagt een hoger besluit."


def is_acceptatie_voorbij(accept_tot: date | None, datum: date) -> bool:
    """Nobody bears what remains any more; its last day is still in time."""
    return accept_tot is not None and accept_tot < datum


def has_adres(tekst: str) -> bool:
    """A Dutch postcode: addresses do not belong in an analysis of a person (stappen.md step 5)."""
    return re.search(r"\b[1-9]\d{3}\s?[A-Z]{2}\b", tekst) is not None


MAANDEN: dict[Soort, str] = {
    Soort.GENERIEK: "risico_generiek",
    Soort.BELEIDSGEBIED: "risico_gebied",
    Soort.PERSOON: "risico_persoon",
    Soort.OPERATIONEEL: "risico_generiek",
}

"""One gathering or visit: what the answers add up to. Pure.

A quick judgement after the ARIH list of the waterschappen and practice of councils
(shared/domein/overig.md §2.8): it proposes a colour with its reasons, a person decides.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vob.core.organisatietype import Woorden
from vob.core.values import Waardelijst

from .values_bijeenkomst import (
    Bijeenkomstsoort,
    Eerder,
    Hulp,
    Kleur,
    Onderwerp,
    Personen,
    Plaats,
    Publiek,
    Route,
    Tijdstip,
)

# Per answer how much it weighs (0, 1, 2); what weighs is a reason, in these words.
ZWAARTE: dict[Waardelijst, tuple[int, str]] = {
    Plaats.TOEGANG: (0, ""),
    Plaats.OPEN: (1, "iedereen kan binnenlopen"),
    Plaats.ELDERS: (1, "niet in eigen gebouw"),
    Plaats.WONING: (2, "bij iemand thuis of op het erf"),
    Publiek.GENODIGDEN: (0, ""),
    Publiek.ENKELEN: (1, "er is publiek bij"),
    Publiek.VEEL: (2, "veel of onbekend publiek"),
    Onderwerp.RUSTIG: (0, ""),
    Onderwerp.GEVOELIG: (1, "gevoelig onderwerp"),
    Onderwerp.BELADEN: (3, "zeer beladen onderwerp"),
    Personen.GEEN: (0, ""),
    Personen.BOOS: (2, "iemand die boos is of was, komt"),
    Personen.DREIGER: (4, "iemand die eerder dreigde, komt"),
    Eerder.NEE: (0, ""),
    Eerder.ONRUST: (2, "er was eerder onrust"),
    Eerder.DREIGING: (4, "er was eerder dreiging of geweld"),
    Tijdstip.OVERDAG: (0, ""),
    Tijdstip.AVOND: (1, "in de avond"),
    Tijdstip.LAAT: (2, "laat, donker of verlaten"),
    Route.GOED: (0, ""),
    Route.EEN: (1, "één uitgang of een stuk lopen"),
    Route.ONBEKEND: (1, "de route naar buiten is niet bekend"),
    Hulp.ERBIJ: (0, ""),
    Hulp.DICHTBIJ: (1, "hulp is niet in dezelfde ruimte"),
    Hulp.ALLEEN: (2, "geen hulp in de buurt"),
}
VANAF_ORANJE, VANAF_ROOD = 4, 10
_ZWAAR = 4  # such an answer alone is oranje; two of them are rood


@dataclass(frozen=True)
class Voorstel:
    kleur: Kleur
    redenen: tuple[str, ...]


def suggest_kleur(antwoorden: Mapping[str, Waardelijst | None]) -> Voorstel:
    """What the answers point to. What was not answered weighs nothing."""
    gewogen = [ZWAARTE[antwoord] for antwoord in antwoorden.values() if antwoord is not None]
    redenen = tuple(reden for zwaarte, reden in sorted(gewogen, key=lambda w: -w[0]) if zwaarte)
    totaal = sum(zwaarte for zwaarte, _ in gewogen)
    zwaar = sum(zwaarte >= _ZWAAR for zwaarte, _ in gewogen)
    if totaal >= VANAF_ROOD or zwaar > 1:
        return Voorstel(Kleur.ROOD, redenen)
    return Voorstel(Kleur.ORANJE if totaal >= VANAF_ORANJE else Kleur.GROEN, redenen)


_VOLGORDE = list(Kleur)


def is_lichter(kleur: Kleur, dan: Kleur) -> bool:
    """Who rates lighter than the answers point to, says why."""
    return _VOLGORDE.index(kleur) < _VOLGORDE.index(dan)


def may_wijzigen(dag: date, vandaag: date, is_teruggekeken: bool) -> bool:
    """Up to and including the day itself, while nobody looked back."""
    return dag >= vandaag and not is_teruggekeken


def may_terugkijken(dag: date, vandaag: date) -> bool:
    """On the day itself (an evening is over that night) and after."""
    return dag <= vandaag


def soort_label(soort: Bijeenkomstsoort, woorden: Woorden) -> str:
    """In the words of this organisation."""
    if soort is Bijeenkomstsoort.RAAD:
        return woorden.raadsvergadering[:1].upper() + woorden.raadsvergadering[1:]
    return soort.label

"""Who speaks now, and which line holds. Pure.

Source: shared/domein/overig.md §3. Office hours are a setting: no source gives them.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from vob.core.bewijs import Oordeel
from vob.core.clock import TZ
from vob.core.deadlines import is_werkdag
from vob.core.errors import RegelOvertreden

from .values import (
    Bijstand,
    Boodschapstand,
    Boodschapstatus,
    Bron,
    Niet,
    Partij,
    Uitkomst,
    Vooraf,
)


@dataclass(frozen=True)
class Kantoor:
    """Office hours on working days: from `begin` up to `einde`, in whole hours."""

    begin: int
    einde: int


def is_kantoortijd(moment: datetime, kantoor: Kantoor) -> bool:
    klok = moment.astimezone(TZ)
    return is_werkdag(klok.date()) and kantoor.begin <= klok.hour < kantoor.einde


@dataclass(frozen=True)
class Bezetting:
    """Who could speak about a topic, by id; None: nobody was named."""

    eerste: int | None = None
    vervanger: int | None = None
    buiten: int | None = None
    dienst: int | None = None
    dienst_vervanger: int | None = None


@dataclass(frozen=True)
class Beurt:
    wie: int
    bron: Bron


def order_sprekers(bezetting: Bezetting, *, kantoor: bool, weg: Collection[int]) -> list[Beurt]:
    """Who speaks, then who replaces, and so on; who is away is passed over at once.

    In office hours the topic decides, and the one on duty helps out. Outside them the one named for
    those hours, else who is on duty; only then the people of the topic.
    """
    onderwerp = ((bezetting.eerste, Bron.EERSTE), (bezetting.vervanger, Bron.VERVANGER))
    dienst = (
        (bezetting.dienst, Bron.DIENST),
        (bezetting.dienst_vervanger, Bron.DIENST_VERVANGER),
    )
    buiten = (bezetting.buiten, Bron.BUITEN)
    volgorde = (*onderwerp, *dienst) if kantoor else (buiten, *dienst, *onderwerp)
    gezien: set[int] = set(weg)
    beurten = []
    for wie, bron in volgorde:
        if wie is not None and wie not in gezien:
            gezien.add(wie)
            beurten.append(Beurt(wie, bron))
    return beurten


def is_geldig(van: date | None, tot: date | None, dag: date) -> bool:
    """The first and the last day both count."""
    return (van is None or van <= dag) and (tot is None or dag <= tot)


def calculate_stand(
    status: Boodschapstatus, van: date | None, tot: date, dag: date
) -> Boodschapstand:
    """How a line stands on a date; what expired is never current."""
    if status is Boodschapstatus.CONCEPT:
        return Boodschapstand.CONCEPT
    if status is Boodschapstatus.INGETROKKEN:
        return Boodschapstand.INGETROKKEN
    if tot < dag:
        return Boodschapstand.VERLOPEN
    return Boodschapstand.STRAKS if van is not None and van > dag else Boodschapstand.GELDIG


@dataclass(frozen=True)
class Stem:
    """What one party said. `is_eigen`: who wrote the text recorded it, of nobody VOB knows and of
    no party by name; that shows, but it is not the consent of another."""

    partij: Partij
    uitkomst: Uitkomst
    is_eigen: bool = False


def missing_partijen(partijen: Iterable[Partij], stemmen: Iterable[Stem]) -> list[Partij]:
    """Of whom the topic needs consent (overig.md §3.2) and there is none yet, asked or not."""
    akkoord = {stem.partij for stem in stemmen if stem.uitkomst is Uitkomst.AKKOORD}
    return [partij for partij in partijen if partij not in akkoord]


def check_akkoord(stemmen: Sequence[Stem], ontbreekt: str) -> None:
    """A line holds when every party of its topic agreed, and everyone else who was asked; and
    somebody did beside who wrote it. `ontbreekt`: the names of `missing_partijen`."""
    if not stemmen and not ontbreekt:
        raise RegelOvertreden("Vraag eerst iemand om akkoord, of leg vast wie akkoord gaf.")
    check_geen_open([stem.uitkomst for stem in stemmen], ontbreekt)
    if all(stem.is_eigen for stem in stemmen):
        raise RegelOvertreden(
            "Wie de tekst schreef, geeft er niet zelf akkoord op. Vraag een collega, of leg vast "
            "welke partij akkoord gaf."
        )


def check_geen_open(uitkomsten: Iterable[Uitkomst], ontbreekt: str = "") -> None:
    alle = list(uitkomsten)
    if Uitkomst.NIET_AKKOORD in alle:
        raise RegelOvertreden("Iemand is niet akkoord. Pas de tekst aan en vraag het opnieuw.")
    if ontbreekt:
        raise RegelOvertreden(
            f"Er is nog geen akkoord van: {ontbreekt}. Vraag dat, of leg vast wat zij zeiden."
        )
    if Uitkomst.GEVRAAGD in alle:
        raise RegelOvertreden("Nog niet iedereen die u vroeg, heeft geantwoord.")


def check_wijzigen(status: Boodschapstatus) -> None:
    if status is not Boodschapstatus.CONCEPT:
        raise RegelOvertreden("Hierover is beslist. Maak een nieuwe lijn in plaats van deze.")


def missing_vooraf(vooraf: Sequence[str], niet: Sequence[str]) -> list[str]:
    """What of the check list of §3.3 is still open: each item must have been looked at."""
    open_ = [item.label for item in Vooraf if item.value not in vooraf]
    return open_ + [
        f"Staat er niet in: {item.label.lower()}" for item in Niet if item.value not in niet
    ]


def check_vrijgeven(
    status: Bijstand,
    tekst: str,
    vooraf: Sequence[str],
    niet: Sequence[str],
    stemmen: Sequence[Stem],
) -> None:
    """Raises RegelOvertreden with the first reason why a message may not go out yet. A tick is not
    enough for the consent of the person concerned (overig.md §3.3): it says from whom and when."""
    if status is not Bijstand.CONCEPT:
        raise RegelOvertreden("Over dit bericht is al beslist.")
    if not tekst.strip():
        raise RegelOvertreden("Er is nog geen tekst.")
    if open_ := missing_vooraf(vooraf, niet):
        raise RegelOvertreden(f"Loop eerst de hele lijst na. Nog open: {open_[0]}.")
    check_geen_open([stem.uitkomst for stem in stemmen])
    if missing_partijen([Partij.BETROKKENE], stemmen):
        raise RegelOvertreden(
            "Het akkoord van de betrokkene is nog niet vastgelegd. Vraag het, of leg vast wat die "
            "zei: bij ‘Wie moet akkoord geven?’."
        )


@dataclass(frozen=True)
class Mediastand:
    """What there is to see of step 2. `beleid_nog`: days until the policy ends or must be reviewed,
    None when neither is known. `gat`: the first gap in the roster ahead, in words."""

    is_beleid: bool
    beleid_nog: int | None = None
    onderwerpen: int = 0
    zonder_eerste: int = 0
    zonder_vervanger: int = 0
    is_rooster: bool = False
    gat: str = ""


@dataclass(frozen=True)
class Bevinding:
    """A sentence, and the page where one mends what it says."""

    zin: str
    waar: str


_BELEID, _ONDERWERPEN, _ROOSTER = "show_beleid", "list_onderwerpen", "show_rooster"


def judge_media(stand: Mediastand, vooraf: int) -> tuple[Oordeel, Bevinding]:
    """Step 2 (stappen.md): policy in force, every topic has a first and a deputy, and the roster
    has no gap. `vooraf`: how many days before an end it is announced. Every weak spot is named;
    the page is that of the first."""
    if fout := _what_is_wrong(stand):
        return Oordeel.NIET_OP_ORDE, fout
    if zwak := list(_what_is_weak(stand, vooraf)):
        return Oordeel.LET_OP, Bevinding(" ".join(b.zin for b in zwak), zwak[0].waar)
    zin = f"Het mediabeleid geldt, alle {stand.onderwerpen} onderwerpen hebben een woordvoerder"
    zin = f"{zin} en een vervanger, en het rooster is dicht."
    return Oordeel.OP_ORDE, Bevinding(zin, _ONDERWERPEN)


def _what_is_wrong(stand: Mediastand) -> Bevinding | None:
    if not stand.is_beleid:
        return Bevinding("Er is geen geldig mediabeleid.", _BELEID)
    if stand.beleid_nog is not None and stand.beleid_nog < 0:
        return Bevinding("Het mediabeleid moest al opnieuw bekeken zijn.", _BELEID)
    if not stand.onderwerpen:
        return Bevinding("Er zijn geen onderwerpen met een woordvoerder.", _ONDERWERPEN)
    if stand.zonder_eerste:
        return Bevinding(_zonder(stand.zonder_eerste, stand, "woordvoerder"), _ONDERWERPEN)
    if not stand.is_rooster:
        return Bevinding("Er staat de komende tijd niemand in het rooster.", _ROOSTER)
    return None


def _what_is_weak(stand: Mediastand, vooraf: int) -> Iterator[Bevinding]:
    if stand.zonder_vervanger:
        yield Bevinding(_zonder(stand.zonder_vervanger, stand, "vervanger"), _ONDERWERPEN)
    if stand.gat:
        yield Bevinding(f"Er is niemand van dienst {stand.gat}.", _ROOSTER)
    if stand.beleid_nog is not None and stand.beleid_nog <= vooraf:
        zin = f"Het mediabeleid loopt af of moet opnieuw bekeken zijn over {stand.beleid_nog} dagen"
        yield Bevinding(f"{zin}.", _BELEID)


def _zonder(aantal: int, stand: Mediastand, wat: str) -> str:
    return f"{aantal} van {stand.onderwerpen} onderwerpen zonder {wat}."

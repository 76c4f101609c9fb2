"""The measurements. Pages that are compared take turns, so that noise meets all of them alike."""

import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial

from .instellingen import PER_RONDE, RONDES
from .klant import Antwoord, Klant
from .uitslag import p

Vraag = Callable[[], Antwoord]
GEWOON = (200, 303)


@dataclass
class Reeks:
    """The times of one page, round by round."""

    rondes: list[list[float]] = field(default_factory=list)
    grootte: int = 0

    def p50(self) -> float:
        return p([tijd for ronde in self.rondes for tijd in ronde], 0.5)

    def p95(self) -> float:
        return p([tijd for ronde in self.rondes for tijd in ronde], 0.95)


def ratio(reeks: Reeks, basis: Reeks, deel: float) -> float:
    """How many times as long as the base: the middle of what each round says."""
    per_ronde = [
        p(eigen, deel) / p(andere, deel)
        for eigen, andere in zip(reeks.rondes, basis.rondes, strict=True)
    ]
    return p(per_ronde, 0.5)


def measure(groepen: dict[str, dict[str, Vraag]]) -> dict[str, dict[str, Reeks]]:
    """Of each group its pages in turn, request by request, one user; round after round."""
    for naam, vragen in groepen.items():
        for vraag in vragen.values():
            for _ in range(6):  # both workers have seen it
                _check(naam, vraag())
    reeksen = {naam: {wie: Reeks() for wie in vragen} for naam, vragen in groepen.items()}
    for _ in range(RONDES):
        for naam, vragen in groepen.items():
            _round(naam, vragen, reeksen[naam])
    return reeksen


def _round(naam: str, vragen: dict[str, Vraag], reeksen: dict[str, Reeks]) -> None:
    for reeks in reeksen.values():
        reeks.rondes.append([])
    for _ in range(PER_RONDE):
        for wie, vraag in vragen.items():
            antwoord = _check(naam, vraag())
            reeksen[wie].rondes[-1].append(antwoord.seconden)
            reeksen[wie].grootte = len(antwoord.inhoud)


def throughput(namen: Iterable[str], maak: Callable[[str], Vraag]) -> dict[str, list[float]]:
    """Requests per second with four users at once, in turns of half a second."""
    uitkomst: dict[str, list[float]] = {naam: [] for naam in namen}
    klanten = {naam: [maak(naam) for _ in range(4)] for naam in uitkomst}
    for _ in range(max(RONDES // 2, 3)):
        for naam, vragen in klanten.items():
            uitkomst[naam].append(_burst(vragen, 0.5))
    return uitkomst


def _burst(vragen: list[Vraag], seconden: float) -> float:
    einde = time.perf_counter() + seconden
    aantallen = [0] * len(vragen)

    def ask(plaats: int) -> None:
        while time.perf_counter() < einde:
            vragen[plaats]()
            aantallen[plaats] += 1

    run_together([partial(ask, plaats) for plaats in range(len(vragen))])
    return sum(aantallen) / seconden


def run_together(taken: list[Callable[[], None]]) -> None:
    draden = [threading.Thread(target=taak) for taak in taken]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()


def _check(naam: str, antwoord: Antwoord) -> Antwoord:
    if antwoord.status not in GEWOON:
        raise SystemExit(f"{naam} antwoordt met {antwoord.status}.")
    return antwoord


@dataclass
class Schrijfuitslag:
    verstuurd: int
    gelukt: int
    tijden: list[float]


def write_together(klanten: list[Klant], per_klant: int) -> Schrijfuitslag:
    """All of them save reports at once, each one form after the other."""
    uitslag = Schrijfuitslag(0, 0, [])
    slot = threading.Lock()

    def write(plaats: int, klant: Klant) -> None:
        for nummer in range(per_klant):
            velden = klant.formulier("/incidenten/melden")
            antwoord = klant.post("/incidenten/melden", {**velden, **_melding(plaats, nummer)})
            with slot:
                uitslag.verstuurd += 1
                uitslag.gelukt += antwoord.status == 303
                uitslag.tijden.append(antwoord.seconden)

    run_together([partial(write, plaats, klant) for plaats, klant in enumerate(klanten)])
    return uitslag


def _melding(plaats: int, nummer: int) -> dict[str, str | list[str]]:
    return {
        "omschrijving": f"Meetmelding {plaats}-{nummer}: geschreeuw aan de balie.",
        "wie": "zelf",
        "hoofdvormen": ["schelden"],
        "voorval_op": "2025-01-06T10:00",
        "kanaal": "telefoon",
        "nu_veilig": "ja",
    }


def while_busy(taak: Callable[[], None], vraag: Vraag) -> list[float]:
    """How long the other pages take while this task runs."""
    tijden: list[float] = []
    draad = threading.Thread(target=taak)
    draad.start()
    while draad.is_alive():
        tijden.append(vraag().seconden)
        time.sleep(0.01)
    draad.join()
    return tijden

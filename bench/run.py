"""`make bench`: measure the figures of shared/ontwerp/eisen.md and say which hold.

Times are ratios to a reference page on the same server in the same run, because machines differ.
"""

import json
import os
import re
import subprocess
import sys
import time
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

if __package__ in (None, ""):  # started as a file: make the folder above it known
    sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import databases, eerste_blik, instellingen, metingen
from bench.klant import Antwoord, Klant
from bench.metingen import Reeks, Vraag, ratio
from bench.servers import Server, serve, vob_env
from bench.uitslag import Uitslag, p

COORDINATOR = "coordinator@waterrijk.example"
SCHRIJVERS = (
    *("medewerker", "raadslid", "wethouder", "burgemeester"),
    *("griffier", "woordvoerder", "coordinator", "opvang"),
)
GEWOON, ZELDZAAM = "politie", "xylofoonkwestie"
VOLLEDIG = {
    "register": "/incidenten/",
    "acties": "/acties/?welke=alle",
    "documenten": "/documenten/",
    "persvragen": "/media/persvragen",
    "risico's": "/risicoanalyse/risicos",
}
FRAGMENTEN = {
    "register, fragment": "/incidenten/",
    "filter op status": "/incidenten/?status=in_behandeling",
    "filter op vorm": "/incidenten/?vorm=bedreiging",
    "zoeken, gewoon woord": f"/incidenten/?q={GEWOON}",
    "zoeken, zeldzaam woord": f"/incidenten/?q={ZELDZAAM}",
    "volgende bladzijde": "",  # found on the first one
    "alles zoeken, gewoon woord": f"/zoeken?q={GEWOON}",
    "alles zoeken, zeldzaam woord": f"/zoeken?q={ZELDZAAM}",
}
OVERIG = {
    "vandaag": "/",
    "checklist": "/checklist/",
    "bord": "/incidenten/bord",
    "alle termijnen": "/incidenten/termijnen",
    "cijfers": "/incidenten/cijfers",
}
PDFS = {"checklistrapport": "/checklist/rapport.pdf", "belkaart": "/ketenafspraken/belkaart.pdf"}
ZAAK = f"zaak met {databases.TIJDLIJN} regels"


@dataclass(frozen=True)
class Pages:
    """The addresses that are measured, and how a coordinator asks each of them."""

    paden: dict[str, str]
    vragen: dict[str, Vraag]


def find_pages(server: Server, map_: Path) -> Pages:
    klant = Klant(server.poort, COORDINATOR)
    nummer = databases.ask(map_, "bench.lang_dossier", "0").strip()
    eerste = klant.get("/incidenten/", compressie=False).tekst
    verder = re.search(r'rel="next" href="([^"]+)"', eerste)
    fragmenten = FRAGMENTEN | {"volgende bladzijde": verder.group(1) if verder else "/incidenten/"}
    paden = VOLLEDIG | fragmenten | OVERIG | {ZAAK: f"/incidenten/{nummer}"}
    return Pages(
        paden,
        {naam: partial(klant.get, pad, htmx=naam in FRAGMENTEN) for naam, pad in paden.items()},
    )


def measure(groot: Pages, klein: Pages, r3: Server) -> dict[str, dict[str, Reeks]]:
    """Each page beside R3 and beside itself in the small register."""
    referentie = Klant(r3.poort)

    def ask_r3() -> Antwoord:
        return referentie.get("/r3")

    return metingen.measure(
        {
            naam: {"R3": ask_r3, "klein": klein.vragen[naam], "groot": vraag}
            for naam, vraag in groot.vragen.items()
        }
    )


def report_speed(uitslag: Uitslag, reeksen: dict[str, dict[str, Reeks]]) -> None:
    uitslag.kop(f"Naast R3, bij {instellingen.GROOT:,} incidenten")
    grenzen = dict.fromkeys(VOLLEDIG, 2.0) | dict.fromkeys(FRAGMENTEN, 1.3) | {ZAAK: 3.0}
    for naam, grens in grenzen.items():
        reeks, r3 = reeksen[naam]["groot"], reeksen[naam]["R3"]
        tijden = f"{reeks.p50() * 1000:.1f} naast {r3.p50() * 1000:.1f} ms"
        uitslag.add(f"{naam}, p50 ({tijden})", ratio(reeks, r3, 0.5), grens, " ×")
        uitslag.add(f"{naam}, p95", ratio(reeks, r3, 0.95), grens, " ×")
    uitslag.kop("Over de draad, gecomprimeerd")
    for naam in FRAGMENTEN:
        uitslag.add(naam, reeksen[naam]["groot"].grootte / 1000, 6, " kB", 1)


def report_growth(uitslag: Uitslag, reeksen: dict[str, dict[str, Reeks]]) -> None:
    uitslag.kop(f"Groei van {instellingen.KLEIN:,} naar {instellingen.GROOT:,} incidenten")
    for naam, van_naam in reeksen.items():
        uitslag.add(naam, ratio(van_naam["groot"], van_naam["klein"], 0.5), 1.3, " ×")


def report_throughput(uitslag: Uitslag, vob: Server, referentie: Server) -> None:
    uitslag.kop("Verzoeken per seconde, vier mensen tegelijk: hoeveel keer zo weinig als R3")
    paden = {"register": "/incidenten/", "register, fragment": "/incidenten/", "R3": "/r3"}

    def make(naam: str) -> Vraag:
        if naam == "R3":
            klant = Klant(referentie.poort)
            return lambda: klant.get("/r3")
        ingelogd = Klant(vob.poort, COORDINATOR)
        return lambda: ingelogd.get(paden[naam], htmx="fragment" in naam)

    snelheid = metingen.throughput(paden, make)
    for naam, grens in (("register", 2.0), ("register, fragment", 1.3)):
        delen = [r3 / eigen for eigen, r3 in zip(snelheid[naam], snelheid["R3"], strict=True)]
        per_seconde = p(snelheid[naam], 0.5)
        uitslag.add(f"{naam} ({per_seconde:.0f} per seconde)", p(delen, 0.5), grens, " ×")


def report_statements(uitslag: Uitslag, paden: dict[str, str], map_: Path) -> None:
    uitslag.kop("SQL-opdrachten per bladzijde")
    uitvoer = databases.ask(map_, "bench.uitspraken", json.dumps(paden), "coordinator")
    for naam, aantal in json.loads(uitvoer).items():
        uitslag.add(naam, aantal, 8, "", 0)


def report_writers(uitslag: Uitslag, server: Server, map_: Path) -> None:
    uitslag.kop("Acht mensen slaan tegelijk meldingen op")
    domein = COORDINATOR.partition("@")[2]
    klanten = [Klant(server.poort, f"{code}@{domein}") for code in SCHRIJVERS]
    voor = int(databases.ask(map_, "bench.tel_meldingen"))
    schrijf = metingen.write_together(klanten, 20)
    erbij = int(databases.ask(map_, "bench.tel_meldingen")) - voor
    uitslag.add("geweigerd of op slot", schrijf.verstuurd - schrijf.gelukt, 0, "", 0)
    uitslag.add("kwijt of dubbel", abs(schrijf.gelukt - erbij), 0, "", 0)
    uitslag.add("p95", p(schrijf.tijden, 0.95) * 1000, 500, " ms", 0)


def report_first_view(uitslag: Uitslag, server: Server, paden: dict[str, str]) -> None:
    uitslag.kop("Eerste en tweede keer kijken, in Chromium")
    adressen = ["/", "/incidenten/", "/incidenten/melden", "/checklist/", paden[ZAAK]]
    cookie = Klant(server.poort, COORDINATOR).cookie
    blikken = eerste_blik.look(server.poort, cookie, adressen)
    for naam, grens, waarde in (
        ("koud, bytes", 45, lambda b: b.koud_bytes / 1000),
        ("koud, verzoeken", 6, lambda b: b.koud_aantal),
        ("warm, bytes", 8, lambda b: b.warm_bytes / 1000),
        ("warm, verzoeken", 1, lambda b: b.warm_aantal),
        ("verschuiving van de indeling", 0, lambda b: b.verschuiving),
    ):
        pad = max(blikken, key=lambda pad: waarde(blikken[pad]))
        eenheid = " kB" if "bytes" in naam else ""
        uitslag.add(f"{naam}, zwaarste: {pad}", waarde(blikken[pad]), grens, eenheid, 1)


def report_pdf(uitslag: Uitslag, server: Server) -> None:
    uitslag.kop("PDF, en wat anderen ervan merken")
    klant, ander = Klant(server.poort, COORDINATOR), Klant(server.poort, COORDINATOR)
    for naam, pad in PDFS.items():
        tijden: list[float] = []
        maak = partial(_print_three, klant, pad, tijden)
        intussen = metingen.while_busy(maak, lambda: ander.get("/incidenten/"))
        uitslag.add(f"{naam}, langzaamste van drie", max(tijden), 3, " s")
        uitslag.add("andere bladzijden intussen, p95", p(intussen, 0.95), 1, " s")


def _print_three(klant: Klant, pad: str, tijden: list[float]) -> None:
    for _ in range(3):
        antwoord = klant.get(pad)
        tijden.append(antwoord.seconden if antwoord.status == 200 else float("inf"))


def report_memory(uitslag: Uitslag, server: Server, vragen: dict[str, Vraag]) -> None:
    uitslag.kop(f"Geheugen, over {instellingen.VERZOEKEN:,} verzoeken")
    _ask_all(vragen, max(instellingen.VERZOEKEN // 10, 1000))
    voor = server.geheugen()
    _ask_all(vragen, instellingen.VERZOEKEN)
    na = server.geheugen()
    werkers = server.werkers()
    groei = max((na[pid] / voor.get(pid, na[pid]) - 1) * 100 for pid in werkers)
    uitslag.add("grootste werker", max(na[pid] for pid in werkers) / 1024, 130, " MB", 0)
    uitslag.add("alles samen", sum(na.values()) / 1024, 300, " MB", 0)
    uitslag.add("groei", groei, 5, " %", 1)


def _ask_all(vragen: dict[str, Vraag], aantal: int) -> None:
    namen = list(vragen)
    for nummer in range(aantal):
        vragen[namen[nummer % len(namen)]]()


def report_start(uitslag: Uitslag, server: Server, map_: Path) -> None:
    uitslag.kop("Starten")
    uitslag.add("tot het eerste antwoord", server.starttijd, 3, " s")
    zwaar = json.loads(databases.ask(map_, "bench.zware_pakketten"))
    uitslag.add(f"te vroeg geladen pakketten {', '.join(zwaar)}", len(zwaar), 0, "", 0)


def report_demo(uitslag: Uitslag) -> None:
    if instellingen.DEMO:
        uitslag.kop("Een demo maken")
        seconden = databases.fill_vob(instellingen.MAP / "demo", instellingen.DEMO)
        uitslag.add(f"{instellingen.DEMO:,} incidenten", seconden, 60, " s", 0)


def measure_all(uitslag: Uitslag, klein: Path, groot: Path) -> None:
    with ExitStack() as stapel:
        poort = instellingen.POORT
        r3 = stapel.enter_context(serve(poort, databases.make_r3(), "bench.referentie:app"))
        server = stapel.enter_context(serve(poort + 1, vob_env(groot)))
        kleine = stapel.enter_context(serve(poort + 2, vob_env(klein)))
        report_start(uitslag, server, groot)
        bladzijden = find_pages(server, groot)
        reeksen = measure(bladzijden, find_pages(kleine, klein), r3)
        report_speed(uitslag, reeksen)
        report_throughput(uitslag, server, r3)
        report_growth(uitslag, reeksen)
        report_statements(uitslag, bladzijden.paden, groot)
        report_first_view(uitslag, server, bladzijden.paden)
        report_pdf(uitslag, server)
        report_writers(uitslag, server, groot)
        report_memory(uitslag, server, bladzijden.vragen)


def warn_if_busy() -> None:
    druk, kernen = os.getloadavg()[0], os.cpu_count() or 1
    if druk > kernen:
        print(
            f"Let op: deze machine is nu druk ({druk:.1f} op {kernen} kernen); meet later opnieuw."
        )


def main() -> int:
    begonnen, uitslag = time.perf_counter(), Uitslag()
    warn_if_busy()
    klein, groot = (databases.make_vob(n) for n in (instellingen.KLEIN, instellingen.GROOT))
    measure_all(uitslag, klein, groot)
    report_demo(uitslag)
    uitslag.print_slot()
    print(f"Gemeten in {(time.perf_counter() - begonnen) / 60:.0f} minuten.")
    return 0 if uitslag.is_goed else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except subprocess.CalledProcessError as fout:
        sys.exit(f"{fout}\n{fout.stderr}")

"""Cases by the thousand: made from sentences, for trying VOB at scale. No story, real variety."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random
from typing import Any

from vob.core.organisatietype import Functie, Organisatietype
from vob.demo.teksten import STREKEN, Streek
from vob.incidenten.values import Ernst, GemeldDoor, Kanaal, NuVeilig, Status, Vorm

from .verloop import tell
from .zaak import Bezetting, Zaak

ZELDZAAM = "xylofoonkwestie"  # one word that stands in exactly three of them
_ZAAD = 2011
_BEGIN = timedelta(days=3 * 365)
_EINDE = timedelta(hours=6)
# Not the accounts on the login page: those keep the handful of cases of an ordinary user.
_WIE = (
    *(f"raadslid{nummer}" for nummer in range(2, 8)),
    *("wethouder2", "wethouder3", "loco", "commissielid", "fractie", "balie", "toezicht"),
    *("vergunningen", "jurist", "buiten", "project", "griffier2", "beveiliging2"),
)
_WAAR = (
    "Na de vergadering",
    "Tijdens het spreekuur",
    "Vanochtend",
    "Op weg naar huis",
    "Aan het eind van een telefoongesprek",
    "In een reactie op een bericht",
    "Tijdens een controle",
    "Bij de ingang",
    "Op een bewonersavond",
    "In een mail van gisteravond",
)
_DAAD = (
    "werd ik uitgescholden door iemand die het niet eens is met het besluit",
    "zei een man dat hij mij weet te vinden",
    "gooide iemand met spullen en schreeuwde",
    "kreeg ik verwijten die steeds persoonlijker werden",
    "ging een bezoeker dreigend voor mij staan",
    "dreigde iemand met geweld als wij niet toegeven",
    "maakte iemand opmerkingen over mijn gezin",
    "bleef een inwoner filmen, ook toen ik vroeg om te stoppen",
    "noemde een groep mij leugenaar en verrader",
    "sloeg iemand op tafel en weigerde te vertrekken",
)
_OM = (
    "Het ging over {}.",
    "Aanleiding is {}.",
    "Al maanden is er onrust over {}.",
    "De man heeft een lopende zaak over {}.",
    "Ik ben hiervoor verantwoordelijk: {}.",
)
_DAARNA = (
    "Een collega heeft het gezien.",
    "De politie is gebeld en kwam binnen tien minuten.",
    "Ik ben geschrokken, maar kan verder werken.",
    "Er zijn schermafdrukken gemaakt.",
    "De bode is erbij gebleven tot het rustig was.",
    "Thuis houd ik het erover; mijn partner maakt zich zorgen.",
    "Ik wil graag dat iemand mij belt.",
    "Het is de tweede keer dit jaar.",
)
_TITEL: dict[Vorm, str] = {
    Vorm.BELEDIGING: "Uitgescholden om {}",
    Vorm.BEDREIGING: "Bedreigd om {}",
    Vorm.INTIMIDATIE: "Onder druk gezet om {}",
    Vorm.ONLINE_HAAT: "Haatberichten over {}",
    Vorm.HINDERLIJK_CONTACT: "Blijft bellen over {}",
    Vorm.DISCRIMINATIE: "Discriminerende reactie rond {}",
    Vorm.FYSIEK: "Geduwd bij een gesprek over {}",
    Vorm.VERNIELING: "Vernieling in verband met {}",
    Vorm.DOXING: "Privégegevens gedeeld rond {}",
    Vorm.STALKING: "Gevolgd na {}",
    Vorm.SMAAD: "Zwartgemaakt rond {}",
    Vorm.ORDEVERSTORING: "Vergadering verstoord over {}",
}
_VORMEN = tuple(_TITEL)
_GEWICHT = (30, 16, 9, 14, 9, 4, 4, 4, 3, 2, 3, 2)
_ERNST = (Ernst.HINDERLIJK, Ernst.ERNSTIG, Ernst.ZEER_ERNSTIG, Ernst.ACUUT)
_ERNST_GEWICHT = (58, 30, 11, 1)
_KANALEN = tuple(Kanaal)
_KANAAL_GEWICHT = (34, 16, 14, 5, 18, 7, 3, 2, 1)
_JONG = (Status.GEMELD, Status.IN_BEHANDELING, Status.WACHT_OP_DERDEN, Status.AFGEHANDELD)
_OUD = (Status.GESLOTEN, Status.GEEVALUEERD, Status.AFGEHANDELD, Status.IN_BEHANDELING)
_OUD_GEWICHT = (90, 6, 3, 1)
_JONGER_DAN = timedelta(days=40)


def make_zaken(
    soort: Organisatietype, bezetting: Bezetting, aantal: int, nu: datetime
) -> Iterator[Zaak]:
    """So many, oldest first, spread evenly over three years. The same each time on the same day."""
    kans, streek = Random(_ZAAD), STREKEN[soort]  # noqa: S311 - variety, no secret
    begin, stap = nu - _BEGIN, (_BEGIN - _EINDE) / max(aantal, 1)
    zeldzaam = {aantal // 10, aantal // 2, aantal - 1} if aantal >= 10 else set()
    for nummer in range(aantal):
        zaak = _zaak(kans, streek, bezetting, begin + stap * (nummer + kans.random()), nu)
        if nummer in zeldzaam:
            zaak.waarden["omschrijving"] += f" Het is een vervolg op de {ZELDZAAM}."
        yield zaak


def _zaak(
    kans: Random, streek: Streek, bezetting: Bezetting, gemeld_op: datetime, nu: datetime
) -> Zaak:
    mens = bezetting.mensen[kans.choice(_WIE)]
    (vorm,) = kans.choices(_VORMEN, _GEWICHT)
    vormen = (vorm,) if kans.random() < 0.75 else (vorm, kans.choice(_VORMEN))
    zaak = Zaak(
        gemeld_op=gemeld_op,
        melder_id=mens.id,
        functie=mens.functie,
        vormen=tuple(dict.fromkeys(vormen)),
        getroffene_id=mens.id,
        is_gemaakt=True,
        waarden=_teksten(kans, streek, vorm)
        | {
            "voorval_op": gemeld_op - timedelta(minutes=kans.randrange(20, 3000)),
            "kanaal": kans.choices(_KANALEN, _KANAAL_GEWICHT)[0],
            "nu_veilig": NuVeilig.JA,
            "gemeld_door": GemeldDoor.SLACHTOFFER,
        },
    )
    if kans.random() < 0.1:
        _about_other(zaak)
    lijn = bezetting.assign(zaak).lijn_ids
    _tell(kans, zaak, kans.choice(lijn), nu)
    return zaak


def _teksten(kans: Random, streek: Streek, vorm: Vorm) -> dict[str, Any]:
    onderwerp, plaats = kans.choice(streek.onderwerpen), kans.choice(streek.plaatsen)
    zinnen = (
        f"{kans.choice(_WAAR)} {kans.choice(_DAAD)}.",
        kans.choice(_OM).format(onderwerp),
        kans.choice(_DAARNA),
        kans.choice(_DAARNA),
    )
    return {
        "titel": _TITEL[vorm].format(onderwerp),
        "omschrijving": " ".join(dict.fromkeys(zinnen)),
        "plaats": plaats,
        "onderwerp": onderwerp,
    }


def _about_other(zaak: Zaak) -> None:
    """About someone without an account, reported by a witness."""
    zaak.getroffene_id, zaak.functie = None, Functie.GEZINSLID
    zaak.waarden |= {"getroffene_naam": "Robin Willemsen", "gemeld_door": GemeldDoor.GETUIGE}


def _tell(kans: Random, zaak: Zaak, behandelaar_id: int, nu: datetime) -> None:
    if nu - zaak.gemeld_op < _JONGER_DAN:
        stand = kans.choice(_JONG)
    else:
        (stand,) = kans.choices(_OUD, _OUD_GEWICHT)
    tell(zaak, stand, behandelaar_id, kans.randrange(1000), nu, lang=False)
    if stand is not Status.GEMELD:
        (zaak.waarden["ernst"],) = kans.choices(_ERNST, _ERNST_GEWICHT)

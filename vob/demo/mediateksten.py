"""What the demo organisation talks about with the press."""

from dataclasses import dataclass

from vob.core.organisatietype import Organisatietype
from vob.media.values import Status

G, W, P = Organisatietype.GEMEENTE, Organisatietype.WATERSCHAP, Organisatietype.PROVINCIE


@dataclass(frozen=True)
class Lijn:
    """`tot`: days from today; None: a draft that waits for consent."""

    onderwerp: str
    tekst: str
    tot: int | None = 38
    niet: str = ""
    vraag: str = ""


@dataclass(frozen=True)
class Vraag:
    """`dagen`: days from today on which it came in."""

    dagen: int
    onderwerp: str
    vraag: str
    status: Status = Status.AFGESLOTEN
    antwoord: str = ""
    is_embargo: bool = False

    @property
    def is_niet(self) -> bool:
        return self.status is Status.NIET_BEANTWOORD


# (name, policy area, portfolio, other words)
ONDERWERPEN = {
    G: (
        ("Woningbouw Havenkwartier", "Wonen", "Wonen en ruimte", "bouw, nieuwbouw, kavels, haven"),
        ("Windmolens", "Energie", "Duurzaamheid", "windpark, turbines, energietransitie"),
        ("Afvalstoffenheffing", "Afval en milieu", "Financiën", "vuilnis, containers, tarief"),
        ("Zwembad De Golfslag", "Sociaal domein", "Sport", "bad, sluiting, zwemles"),
    ),
    W: (
        ("Peilbesluit Noordpolder", "Peilbeheer", "Peilbeheer", "waterpeil, boeren, droogte"),
        ("Muskusratten", "Muskusrattenbeheer", "Beheer", "ratten, vangst, dijkschade"),
        ("Waterschapsbelasting", "Belastingen", "Financiën", "tarief, heffing, aanslag"),
        ("Dijkversterking Zuidkade", "Waterveiligheid", "Waterveiligheid", "dijk, kade, werk"),
    ),
    P: (
        ("Stikstof en natuur", "Groen en ruimte", "Landbouw en natuur", "boeren, natura, krimp"),
        ("Windparken", "Energie", "Energie", "windmolens, turbines, zoekgebied"),
        ("Busvervoer", "Verkeer", "Mobiliteit", "bus, concessie, lijn, halte"),
        ("Wolf", "Groen en ruimte", "Natuur", "wolven, schapen, afschot"),
    ),
}
_RUSTIG = (
    "{de_raad} besluit volgende maand. Tot die tijd luisteren we. Iedereen mag boos zijn; dreigen "
    "accepteren we niet."
)
_NIET = "Geen namen of adressen, geen details van bedreigingen, niets over beveiliging."
_DREIGING = (
    "Er is een voorval geweest. Wij accepteren dit niet. Wij steunen onze collega, en het werk "
    "gaat door. Meer zeggen wij nu niet."
)
BERICHT = (
    "Gisteren is een collega bedreigd. Wij accepteren dit niet. Er is aangifte gedaan. Wij steunen "
    "onze collega, en het werk gaat door. De verdachte is bekend. Vragen? Bel onze woordvoerder."
)


def _lijnen(groot: str, dreiging: str, tweede: str, oud: str) -> tuple[Lijn, ...]:
    return (
        Lijn(groot, _RUSTIG),
        Lijn(groot, "Wij zeggen dat niet, want dat is aan de politie.", vraag="Is er gedreigd?"),
        Lijn(groot, "Volgende maand, in het openbaar.", vraag="Wanneer is het besluit?"),
        Lijn(dreiging, _DREIGING, 200, _NIET),
        Lijn(tweede, "Iedereen kan nog reageren. Alle reacties krijgen een antwoord.", 5),
        Lijn(oud, "Het plan gaat in het najaar naar {de_raad}.", -5),
        Lijn(oud, "Het plan ligt bij {de_raad}. Het besluit is in het voorjaar.", None),
    )


LIJNEN = {
    G: _lijnen(
        "Asielopvang",
        "Openbare orde, bedreiging, crisis",
        "Woningbouw Havenkwartier",
        "Zwembad De Golfslag",
    ),
    W: _lijnen(
        "Peilbesluit Noordpolder",
        "Bedreiging van eigen mensen of werken",
        "Dijkversterking Zuidkade",
        "Waterschapsbelasting",
    ),
    P: _lijnen("Asielopvang", "Openbare orde, bedreiging, crisis", "Windparken", "Busvervoer"),
}
CONTACTEN = (
    ("Roos van Dalen", "Omroep Waterland"),
    ("Daan Mertens", "De Streekbode"),
    ("Fatma Aydin", "Dagblad Rivierenland"),
    ("Sietse Wiersma", "Nieuws op 1"),
    ("Esther Blok", "Radio Polder"),
    ("roos van dalen", "Omroep Waterland"),
)
_OUD = (
    (
        -318,
        "Wat kost de beveiliging van de vergaderingen?",
        "Daar zeggen wij niets over.",
    ),
    (
        -290,
        "Waarom was de publieke tribune dicht?",
        "Er was een ordeverstoring.",
    ),
    (-255, "Klopt het dat er minder inspraak komt?", "Nee. Er komen twee avonden bij."),
    (-231, "Hoeveel mensen deden aangifte na de bijeenkomst?", "Dat is aan de politie."),
    (-198, "Wanneer valt het besluit?", "In een openbare vergadering, volgende maand."),
    (-171, "Is de bestuurder nog welkom in het dorp?", "Ja. Het gesprek gaat door."),
    (-150, "Wie betaalt de schade aan het gebouw?", "Wij verhalen die op wie het deed."),
    (-122, "Komt er een nieuw plan?", "Er liggen drie varianten. Inwoners kiezen mee."),
    (-96, "Waarom duurde de vergadering tot half twee?", "Er waren veertig insprekers."),
    (-74, "Gaat de bewonersavond door?", "Ja, met een aanmelding vooraf."),
    (-51, "Hoe gaat het met de medewerker?", "Daar zeggen wij niets over, uit respect."),
    (-33, "Wat vindt {college} van de reacties?", "Boos zijn mag. Dreigen accepteren wij niet."),
    (-16, "Is er nog contact met de buurt?", "Ja, elke week, met een vaste groep."),
)


def _vragen(groot: str, dreiging: str, tweede: str) -> tuple[Vraag, ...]:
    om_de_beurt = (groot, tweede, dreiging)
    oud = tuple(
        Vraag(dagen, om_de_beurt[n % 3], vraag.format(college="het bestuur"), antwoord=antwoord)
        for n, (dagen, vraag, antwoord) in enumerate(_OUD)
    )
    return (
        *oud,
        Vraag(-9, dreiging, "Is er iemand aangehouden?", Status.NIET_BEANTWOORD),
        Vraag(-5, groot, "Wat is de volgende stap?", Status.BEANTWOORD, "De inloopavond."),
        Vraag(-1, tweede, "Wij krijgen het rapport vooraf. Wat is uw reactie?",
              Status.IN_BEHANDELING, is_embargo=True),
        Vraag(0, groot, "Hoeveel bezwaren zijn er binnen, en wat doet u daarmee?",
              Status.IN_BEHANDELING),
        Vraag(0, dreiging, "Klopt het dat een bestuurder is bedreigd?", Status.NIEUW),
    )  # fmt: skip


VRAGEN = {
    G: _vragen("Asielopvang", "Openbare orde, bedreiging, crisis", "Woningbouw Havenkwartier"),
    W: _vragen(
        "Peilbesluit Noordpolder",
        "Bedreiging van eigen mensen of werken",
        "Dijkversterking Zuidkade",
    ),
    P: _vragen("Asielopvang", "Openbare orde, bedreiging, crisis", "Windparken"),
}

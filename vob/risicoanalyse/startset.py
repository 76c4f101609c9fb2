"""The library an organisation starts with: policy areas, 39 scenarios, 40 measures; all editable.

Source: shared/domein/overig.md §2.9 to §2.11 and §8.3. Texts may name {gemeentehuis}, {raad} and so
on: the words of the organisation are filled in when the set is loaded.
"""

from dataclasses import dataclass

from .values import Maatregeltype as T
from .values import WerktOp as W

G, WS, P = "gemeente", "waterschap", "provincie"


@dataclass(frozen=True)
class Gebied:
    naam: str
    typen: tuple[str, ...]
    is_gevoelig: bool = False
    trefwoorden: str = ""


@dataclass(frozen=True)
class Voorval:
    """`maatregelen`: the numbers of the measures that are suggested with it."""

    code: str
    titel: str
    gebied: str
    typen: tuple[str, ...]
    maatregelen: tuple[int, ...]
    voor_persoon: bool = False


GEBIEDEN: tuple[Gebied, ...] = (
    Gebied("Asiel en opvang", (G, P), True, "asiel, opvang, azc, vluchteling, statushouder"),
    Gebied("Afval en milieu", (G,), False, "afval, milieustraat, container"),
    Gebied("Bestuur en integriteit", (G, WS, P), False, "integriteit, gedragscode"),
    Gebied("Dienstverlening", (G, WS, P), False, "balie, loket, paspoort"),
    Gebied("Digitaal", (G, WS, P), False, "online, doxing, sociale media"),
    Gebied("Energie", (G, P), True, "windmolen, windturbine, zonneveld, datacenter"),
    Gebied("Evenementen", (G,), False, "evenement, jaarwisseling, kermis"),
    Gebied("Groen en ruimte", (G,), False, "bomen, kap, speelveld, groen"),
    Gebied("Landbouw en natuur", (P, WS), True, "stikstof, natuur, wolf, boeren, trekker"),
    Gebied("Ondermijning", (G, WS, P), True, "drugs, ondermijning, pand gesloten"),
    Gebied("Openbare orde", (G, P), False, "demonstratie, vuurwerk, onrust"),
    Gebied("Persoonlijke veiligheid", (G, WS, P), False, "stalking, aan huis, achtervolgd"),
    Gebied("Ruimtelijke ordening", (G, P), True, "bouwplan, woningbouw, bestemmingsplan"),
    Gebied("Sociaal domein", (G,), False, "uitkering, wmo, jeugdhulp, bijstand"),
    Gebied("Verkeer", (G, P), False, "verkeer, parkeren, drempel, knip"),
    Gebied("Verkiezingen", (G, WS, P), False, "verkiezing, campagne, debat"),
    Gebied("Vergunningen en handhaving", (G, WS, P), True, "vergunning, handhaving, dwangsom"),
    Gebied("Wonen", (G,), False, "huurder, bewoner, woning"),
    Gebied("Belastingen", (WS,), False, "aanslag, kwijtschelding, invordering"),
    Gebied("Calamiteiten", (WS,), False, "wateroverlast, evacuatie, calamiteit"),
    Gebied("Onderhoud", (WS,), False, "maaien, bagger, onderhoud, meting"),
    Gebied("Peilbeheer", (WS,), True, "peil, peilbesluit, veenweide, verzakking"),
    Gebied("Muskusrattenbeheer", (WS,), False, "muskusrat, vangst"),
    Gebied("Ruimtelijke adaptatie", (WS,), False, "waterberging, noodoverloop"),
    Gebied("Waterkwaliteit", (WS,), False, "lozing, mest, waterkwaliteit"),
    Gebied("Waterkwantiteit", (WS,), True, "beregening, onttrekking, droogte"),
    Gebied("Waterveiligheid", (WS,), False, "dijk, dijkversterking, gedoogplicht"),
    Gebied("Wegen en vaarwegen", (WS, P), False, "wegafzetting, vaarweg, brug"),
)

VOORVALLEN: tuple[Voorval, ...] = (
    Voorval("G1", "Onrust op de tribune bij een besluit over asielopvang", "Asiel en opvang",
            (G, P), (5, 6, 7, 8, 36, 37)),
    Voorval("G2", "Bestorming van of vuurwerk bij het {gemeentehuis}", "Openbare orde",
            (G, P), (6, 8, 11, 16, 20)),
    Voorval("G3", "Protest over een internationaal conflict legt een vergadering stil",
            "Openbare orde", (G, P), (4, 5, 7, 11)),
    Voorval("G4", "Doodsbedreiging na weigering of handhaving van een vergunning",
            "Vergunningen en handhaving", (G, P), (1, 11, 14, 28, 37)),
    Voorval("G5", "Bedreiging door een bewoner of huurder die weg moet", "Wonen", (G,),
            (1, 11, 12, 17)),
    Voorval("G6", "Brandstichting van auto of woning na de aanpak van ondermijning",
            "Ondermijning", (G, P), (11, 14, 21, 24, 25), True),
    Voorval("G7", "Achtervolgd of opgewacht onderweg naar het werk", "Ondermijning", (G, P),
            (10, 11, 20, 23, 30), True),
    Voorval("G8", "Haat en dreiging online om afvalbeleid", "Afval en milieu", (G,),
            (33, 37, 38)),
    Voorval("G9", "Boosheid over verkeersdrempel, parkeren of knip", "Verkeer", (G, P),
            (12, 36, 37)),
    Voorval("G10", "Conflict over bomenkap of speelveld", "Groen en ruimte", (G,), (12, 37)),
    Voorval("G11", "Dreiging om bouwplan, windmolen, zonneveld of datacenter",
            "Ruimtelijke ordening", (G, P), (8, 11, 14, 37)),
    Voorval("G12", "Bezoek aan huis na een besluit", "Persoonlijke veiligheid", (G, WS, P),
            (11, 20, 26, 31, 32), True),
    Voorval("G13", "Stalking door één persoon", "Persoonlijke veiligheid", (G, WS, P),
            (2, 12, 21, 30, 32), True),
    Voorval("G14", "Inwoner stort in bij afwijzing van uitkering, Wmo of jeugdhulp",
            "Sociaal domein", (G,), (1, 12, 17, 23, 29)),
    Voorval("G15", "Doxing: het adres van een {raadslid} wordt gedeeld", "Digitaal", (G, WS, P),
            (15, 32, 33, 34, 35), True),
    Voorval("G16", "Aanvaring bij de sluiting van horeca of een drugspand", "Openbare orde", (G,),
            (1, 11, 14)),
    Voorval("G17", "Intimidatie tijdens campagne of debat", "Verkiezingen", (G, P), (8, 11, 40)),
    Voorval("G18", "Oplopend conflict binnen {de_raad}, met publiek online",
            "Bestuur en integriteit", (G, P), (7, 28, 33)),
    Voorval("G19", "Dreiging bij jaarwisseling of evenement", "Evenementen", (G,), (6, 11, 39)),
    Voorval("G20", "Een langlopend conflict met een veelschrijver escaleert", "Dienstverlening",
            (G, P), (2, 12, 17)),
    Voorval("W1", "Agressie bij wateroverlast of evacuatie: telefoon afgepakt, klemgereden",
            "Calamiteiten", (WS,), (1, 11, 23, 28)),
    Voorval("W2", "Agressie op het erf bij een controle", "Vergunningen en handhaving", (WS, P),
            (1, 2, 11, 23, 28)),
    Voorval("W3", "Agressie in het veld bij onderhoud of meting", "Onderhoud", (WS,),
            (1, 23, 28)),
    Voorval("W4", "Agressie langs de weg bij een afzetting", "Wegen en vaarwegen", (WS, P),
            (1, 23, 28)),
    Voorval("W5", "Agressie aan de balie", "Dienstverlening", (WS, P, G), (3, 16, 17, 23, 29)),
    Voorval("W6", "Conflict over een beregeningsverbod of onttrekking", "Waterkwantiteit", (WS,),
            (1, 12, 37)),
    Voorval("W7", "Conflict over een last onder dwangsom", "Vergunningen en handhaving", (WS,),
            (1, 12, 14, 37)),
    Voorval("W8", "Woede over peilbesluit, veenweide of verzakte huizen", "Peilbeheer", (WS,),
            (5, 7, 8, 36, 37)),
    Voorval("W9", "Protest met trekkers bij het {gemeentehuis} of bij de {burgemeester} thuis",
            "Landbouw en natuur", (WS, P), (6, 10, 11, 20), True),
    Voorval("W10", "Weerstand tegen dijkversterking, grondaankoop of gedoogplicht",
            "Waterveiligheid", (WS,), (1, 12, 37)),
    Voorval("W11", "Dreiging om lozing, mest of controle van de waterkwaliteit",
            "Waterkwaliteit", (WS,), (1, 11, 28)),
    Voorval("W12", "Conflict over maaisel of bagger op eigen grond", "Onderhoud", (WS,),
            (12, 37)),
    Voorval("W13", "Conflict over de vangst van muskusratten", "Muskusrattenbeheer", (WS,),
            (1, 2, 28)),
    Voorval("W14", "Boosheid over aanslag, kwijtschelding of invordering", "Belastingen", (WS,),
            (3, 17, 29)),
    Voorval("W15", "Polarisatie in {de_raad}, rond geborgde zetels, boeren en natuur",
            "Bestuur en integriteit", (WS,), (7, 28, 36)),
    Voorval("W16", "Intimidatie van kandidaten rond de verkiezing", "Verkiezingen", (WS,),
            (13, 33, 40)),
    Voorval("W17", "Een inloopavond over waterberging of noodoverloop escaleert",
            "Ruimtelijke adaptatie", (WS,), (5, 6, 8, 36)),
    Voorval("W18", "Vernieling van gemaal, stuw of meetpunt met een dreigtekst", "Openbare orde",
            (WS,), (2, 11, 25)),
    Voorval("W19", "Drugsdump of lozing: dreiging tegen een handhaver", "Ondermijning", (WS, P),
            (1, 11, 23)),
)  # fmt: skip

# In the order of the source, numbered from 1; True: also to tick at one gathering.
MAATREGELEN: tuple[tuple[T, str, W, bool], ...] = (
    (T.ORGANISATORISCH, "Met z’n tweeën op bezoek", W.BEIDE, True),
    (T.ORGANISATORISCH, "Meldpunt en rooster: iemand weet waar u bent", W.EFFECT, True),
    (T.ORGANISATORISCH, "Huisregels en ontzegging van de toegang", W.KANS, False),
    (T.ORGANISATORISCH, "Toegang tot de tribune op naam", W.KANS, True),
    (T.ORGANISATORISCH, "Bode of gastheer bij ingang en tribune", W.BEIDE, True),
    (T.ORGANISATORISCH, "Beveiliger bij de vergadering", W.BEIDE, True),
    (T.ORGANISATORISCH, "Afspraak met de voorzitter: schorsen en ontruimen", W.EFFECT, True),
    (T.ORGANISATORISCH, "Vergaderplan met vluchtroute en verzamelpunt", W.EFFECT, True),
    (T.ORGANISATORISCH, "Geen borrel na afloop", W.KANS, True),
    (T.ORGANISATORISCH, "Vervoer naar huis, parkeren bij de ingang", W.KANS, True),
    (T.ORGANISATORISCH, "Vooraf overleg met de wijkagent", W.BEIDE, True),
    (T.ORGANISATORISCH, "Vast contactpersoon voor de inwoner", W.KANS, False),
    (T.ORGANISATORISCH, "Buddy voor nieuwe {raadsleden}", W.EFFECT, False),
    (T.ORGANISATORISCH, "Besluit door een orgaan, niet op één naam", W.KANS, False),
    (T.ORGANISATORISCH, "Werknummer in plaats van privénummer", W.KANS, False),
    (T.BOUWKUNDIG, "Sluis of ontvangstbalie", W.KANS, False),
    (T.BOUWKUNDIG, "Veilige gespreksruimte met tweede deur", W.EFFECT, False),
    (T.BOUWKUNDIG, "Raamfolie of gelaagd glas", W.EFFECT, False),
    (T.BOUWKUNDIG, "Hang- en sluitwerk volgens PKVW", W.KANS, False),
    (T.BOUWKUNDIG, "Verlichting bij ingang en parkeerplaats", W.KANS, False),
    (T.BOUWKUNDIG, "Brievenbus met beveiliging", W.EFFECT, False),
    (T.BOUWKUNDIG, "Kluis", W.EFFECT, False),
    (T.ELEKTRONISCH, "Noodknop of draagbaar alarm", W.EFFECT, True),
    (T.ELEKTRONISCH, "Alarmsysteem met opvolging", W.EFFECT, False),
    (T.ELEKTRONISCH, "Camera bij gebouw of woning", W.BEIDE, False),
    (T.ELEKTRONISCH, "Deurspion of video-intercom", W.KANS, False),
    (T.ELEKTRONISCH, "Pasjes en zones in het gebouw", W.KANS, False),
    (T.PERSONEEL, "Training omgaan met intimidatie", W.EFFECT, False),
    (T.PERSONEEL, "Training de-escaleren voor bode en balie", W.BEIDE, False),
    (T.PERSONEEL, "Gesprek met het Ondersteuningsteam Weerbaar Bestuur", W.EFFECT, False),
    (T.PERSONEEL, "Zelfscan van het CCV", W.BEIDE, False),
    (T.DIGITAAL, "Adres afschermen bij KVK en Kadaster", W.KANS, False),
    (T.DIGITAAL, "Reacties op sociale media modereren, schermafdrukken bewaren", W.EFFECT, False),
    (T.DIGITAAL, "Inloggen in twee stappen en een wachtwoordbeheerder", W.KANS, False),
    (T.DIGITAAL, "Elk half jaar zoeken op eigen naam", W.KANS, False),
    (T.COMMUNICATIE, "De norm in de uitnodiging en op het scherm", W.KANS, True),
    (T.COMMUNICATIE, "Het besluit eerst aan betrokkenen vertellen", W.KANS, False),
    (T.COMMUNICATIE, "Standaardtekst bij een incident", W.EFFECT, False),
    # In every type of organisation: only a mayor has it (Gemeentewet art. 175, 176).
    (T.ORGANISATORISCH, "Noodverordening of noodbevel: alleen de burgemeester, zwaar middel",
     W.EFFECT, False),
    (T.ORGANISATORISCH, "Afspraken met de politie voor kandidaten en verkiezing", W.BEIDE, False),
)  # fmt: skip

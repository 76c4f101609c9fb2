"""The speaking matrix to start with, per type of organisation (shared/domein/overig.md §3.2).

`wie`: who speaks first there, as one says it; who that is by name, is filled in where VOB knows
the person, and shown as missing where it does not.
"""

from dataclasses import dataclass

from vob.core.organisatietype import Functie, Organisatietype

from .values import Partij

_W, _G, _P = Organisatietype.WATERSCHAP, Organisatietype.GEMEENTE, Organisatietype.PROVINCIE
_NIET = (
    "Geen namen of adressen, geen details van bedreigingen, niets over beveiliging, gezin of "
    "gezondheid."
)


@dataclass(frozen=True)
class Rij:
    """Words between braces are those of the organisation. `functie` None: a woordvoerder."""

    naam: str
    namens: str
    functie: Functie | None = None
    akkoord: tuple[Partij, ...] = ()
    uitleg: str = ""
    trefwoorden: str = ""
    gebied: str = ""
    niet: str = ""
    voor: tuple[Organisatietype, ...] = (_G, _W, _P)


RIJEN: tuple[Rij, ...] = (
    Rij(
        "Beleid in een portefeuille",
        "namens de portefeuillehouder",
        None,
        (Partij.PORTEFEUILLEHOUDER,),
        trefwoorden="beleid, portefeuille, {wethouder}",
    ),
    Rij(
        "Besluit van {het_college}",
        "namens {het_college}",
        Functie.BURGEMEESTER,
        (Partij.PORTEFEUILLEHOUDER,),
        trefwoorden="besluit, {college}, {wethouders}",
        gebied="Bestuur en integriteit",
    ),
    Rij(
        "Openbare orde, bedreiging, crisis",
        "namens de {burgemeester}",
        Functie.BURGEMEESTER,
        (Partij.BURGEMEESTER, Partij.POLITIE, Partij.OM),
        "",
        "bedreiging, dreiging, noodbevel, rellen, ramp, crisis",
        "Openbare orde",
        _NIET,
        (_G, _P),
    ),
    Rij(
        "Bedreiging van eigen mensen of werken",
        "namens de {burgemeester}",
        Functie.BURGEMEESTER,
        (Partij.BURGEMEESTER, Partij.POLITIE, Partij.OM),
        "over openbare orde spreekt de burgemeester van de gemeente",
        "bedreiging, dreiging, agressie, sabotage, gemaal",
        "Bestuur",
        _NIET,
        (_W,),
    ),
    Rij(
        "{raad} als orgaan",
        "namens de voorzitter, via de {griffier}; fracties spreken voor zichzelf",
        Functie.GRIFFIER,
        (Partij.GRIFFIER,),
        trefwoorden="{raad}, {raadsleden}, fractie, vergadering, tribune",
        gebied="Bestuur en integriteit",
    ),
    Rij(
        "Strafzaak en opsporing",
        "wij zeggen niets: het Openbaar Ministerie spreekt, de politie na overleg",
        None,
        (Partij.OM, Partij.POLITIE),
        "verwijs naar de persvoorlichting van OM of politie",
        "aangifte, verdachte, aanhouding, rechtbank, opsporing, justitie",
        "Openbare orde",
        _NIET,
    ),
    Rij(
        "Persoon van de bedreigde",
        "alleen na akkoord van die persoon",
        None,
        (Partij.BETROKKENE, Partij.BURGEMEESTER),
        "zonder akkoord van de betrokkene zeggen wij niets",
        "slachtoffer, gezin, beveiliging, woonadres",
        "Bestuur en integriteit",
        _NIET,
    ),
    Rij(
        "Personeel en agressie tegen medewerkers",
        "namens de {secretaris}",
        Functie.SECRETARIS,
        (Partij.SECRETARIS,),
        trefwoorden="medewerker, balie, boa, ontslag, werkdruk",
        gebied="Dienstverlening",
        niet=_NIET,
    ),
    Rij(
        "Watercalamiteit",
        "namens de burgemeester, met de veiligheidsregio",
        Functie.BURGEMEESTER,
        (Partij.BURGEMEESTER,),
        trefwoorden="hoogwater, overstroming, dijk, wateroverlast",
        gebied="Openbare orde",
        voor=(_G,),
    ),
    Rij(
        "Watercalamiteit",
        "namens de {burgemeester}, afgestemd met de veiligheidsregio",
        Functie.BURGEMEESTER,
        (Partij.BURGEMEESTER,),
        trefwoorden="hoogwater, overstroming, dijk, kade, gemaal, wateroverlast",
        gebied="Calamiteiten",
        voor=(_W, _P),
    ),
    Rij(
        "Asielopvang",
        "namens de {burgemeester}",
        None,
        (Partij.BURGEMEESTER,),
        "bij een bedreiging ook politie en OM",
        "azc, noodopvang, vluchtelingen, statushouders, spreidingswet",
        "Asiel en opvang",
        _NIET,
        (_G, _P),
    ),
)

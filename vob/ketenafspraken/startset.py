"""What an organisation starts with: its partners and an escalation ladder. Editable data.

Partners: shared/ontwerp/stappen.md. The ladder is our own, after shared/domein/overig.md §4.1; how
the circulaire divides authority from 2026 on was not verified, so its source has a date of its own.
"""

from dataclasses import dataclass

from vob.core.organisatietype import WOORDEN, Organisatietype

from .models import Ladder, Partner, Trede
from .values import Partnersoort, Zwaarte

P = Partnersoort


@dataclass(frozen=True)
class Start:
    naam: str
    soort: Partnersoort
    is_verplicht: bool = True
    alleen_informatie: bool = False
    toelichting: str = ""


_POLITIE = Start("Politie", P.POLITIE, toelichting="Basisteam en eenheid: melding en aangifte.")
_OM = Start("Openbaar Ministerie", P.OM, toelichting="Het parket in uw arrondissement.")
_NCTV = Start(
    "NCTV",
    P.NCTV,
    alleen_informatie=True,
    toelichting="Beslist alleen over het rijksdomein. De politie is altijd het eerste loket.",
)
_REGIO = Start("Veiligheidsregio", P.VEILIGHEIDSREGIO, toelichting="Crisis en opschaling.")
_HULP = Start("Slachtofferhulp Nederland", P.SLACHTOFFERHULP, toelichting="Hulp na een voorval.")
_STEUN = Start("Ondersteuningsteam Weerbaar Bestuur", P.ONDERSTEUNING, is_verplicht=False)

PARTNERS: dict[Organisatietype, tuple[Start, ...]] = {
    Organisatietype.GEMEENTE: (_POLITIE, _OM, _NCTV, _REGIO, _HULP, _STEUN),
    Organisatietype.WATERSCHAP: (_POLITIE, _OM, _NCTV, _REGIO, _STEUN),
    Organisatietype.PROVINCIE: (_POLITIE, _OM, _NCTV, _STEUN),
}


def make_partners(soort: Organisatietype) -> list[Partner]:
    """The start set of this type of organisation. Its gemeenten only the organisation knows."""
    return [
        Partner(
            naam=start.naam,
            soort=start.soort,
            is_verplicht=start.is_verplicht,
            alleen_informatie=start.alleen_informatie,
            toelichting=start.toelichting,
        )
        for start in PARTNERS[soort]
    ]


_TREDEN: tuple[dict[str, object], ...] = (
    {
        "naam": "Intern",
        "wanneer": "Altijd. De leidinggevende, {griffier} of {secretaris} vangt op.",
        "vanaf": Zwaarte.HINDERLIJK,
        "wie_beslist": "{secretaris}",
        "wie_belt": "Wie het meemaakt, belt de eigen lijn. De lijn belt de coördinator.",
        "bel": [],
        "binnen_minuten": 1440,
        "afschalen": "Na het gesprek met de betrokkene, als die het goed vindt.",
    },
    {
        "naam": "Politie",
        "wanneer": "Er is misschien een strafbaar feit, of iemand voelt zich bedreigd.",
        "vanaf": Zwaarte.ERNSTIG,
        "wie_beslist": "{secretaris}",
        "wie_belt": "De coördinator belt de contactfunctionaris. Bij direct gevaar: 112.",
        "bel": [P.POLITIE],
        "binnen_minuten": 60,
        "afschalen": "Als de politie en de coördinator geen dreiging meer zien.",
    },
    {
        "naam": "Driehoek",
        "wanneer": "De dreiging houdt aan, of raakt de openbare orde.",
        "vanaf": Zwaarte.ZEER_ERNSTIG,
        "wie_beslist": "{driehoek}",
        "vervangend_gezag": "{vervangt_driehoek}",
        "wie_belt": "{driehoek_belt}",
        "bel": [P.POLITIE, P.OM, P.GEMEENTE],
        "binnen_minuten": 120,
        "afschalen": "Op een afgesproken dag, in hetzelfde overleg.",
    },
    {
        "naam": "Parket en politie-eenheid",
        "wanneer": "Een dreigingsinschatting of maatregelen voor een persoon zijn nodig.",
        "vanaf": Zwaarte.ZEER_ERNSTIG,
        "wie_beslist": "hoofdofficier van justitie",
        "vervangend_gezag": "{vervangt_parket}",
        "wie_belt": "De {burgemeester} belt het parket. De coördinator houdt contact.",
        "bel": [P.OM, P.POLITIE, P.VEILIGHEIDSREGIO],
        "binnen_minuten": 240,
        "afschalen": "Het parket bepaalt wanneer een maatregel stopt.",
    },
    {
        "naam": "Centraal",
        "wanneer": "Het gaat om het rijksdomein, of het parket draagt over.",
        "vanaf": Zwaarte.ACUUT,
        "wie_beslist": "Coördinator Bewaken en Beveiligen (NCTV)",
        "wie_belt": "Het parket belt de NCTV. U belt zelf niet.",
        "bel": [P.OM],
        "binnen_minuten": 240,
        "afschalen": "De NCTV draagt terug over aan het parket.",
    },
)
# Only a gemeente has authority over public order (overig.md §4.1). Elsewhere the burgemeester of
# the gemeente where it happens decides, also when the own dijkgraaf or commissaris is threatened:
# then another calls, and nobody else decides.
_EIGEN_DRIEHOEK = {
    "driehoek": "{burgemeester}, officier van justitie en politiechef",
    "driehoek_belt": "De {burgemeester} roept de driehoek bijeen.",
    "vervangt_driehoek": "{locoburgemeester}",
    "vervangt_parket": "{locoburgemeester}, met de hoofdofficier",
    "gezag": "Dan beslist de {locoburgemeester}, samen met de {secretaris}.",
}
_VIA_GEMEENTE = {
    "driehoek": "burgemeester van de gemeente waar het speelt",
    "driehoek_belt": "De {burgemeester} belt de burgemeester van de gemeente waar het speelt.",
    "vervangt_driehoek": "",
    "vervangt_parket": "",
    "gezag": (
        "Dan belt de {locoburgemeester}, samen met de {secretaris}. Over de openbare orde blijft "
        "de burgemeester van de gemeente beslissen."
    ),
}


def _woorden(soort: Organisatietype) -> dict[str, str]:
    """The words of this type of organisation, and those about who decides on public order."""
    woorden: dict[str, str] = dict(vars(WOORDEN[soort]))
    orde = _EIGEN_DRIEHOEK if soort is Organisatietype.GEMEENTE else _VIA_GEMEENTE
    return woorden | {naam: tekst.format(**woorden) for naam, tekst in orde.items()}


def make_treden(soort: Organisatietype) -> list[Trede]:
    """The levels to start with, in the words of this type of organisation."""
    woorden = _woorden(soort)
    return [
        Trede(
            volgorde=nummer,
            **{
                naam: waarde.format(**woorden)
                if isinstance(waarde, str) and not isinstance(waarde, Zwaarte)
                else waarde
                for naam, waarde in trede.items()
            },
        )
        for nummer, trede in enumerate(_TREDEN, 1)
    ]


def make_ladder(soort: Organisatietype) -> Ladder:
    """The first draft: to be read, changed and adopted by the organisation itself."""
    woorden = _woorden(soort)
    return Ladder(
        nummer=1,
        bron="Circulaire bewaken en beveiligen. Lees de geldende tekst en vul de datum in.",
        vervangend_gezag=(
            "Wordt de {burgemeester} zelf bedreigd? {gezag} De {burgemeester} beslist niet mee "
            "over de eigen beveiliging."
        ).format(**woorden),
        treden=make_treden(soort),
    )

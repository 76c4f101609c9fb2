"""The support lines an organisation starts with: editable data, each with its source.

Numbers change. A date stands only with those that were read at their source on that day; the others
are shown as not checked, until someone of the organisation has done so.
Source: shared/domein (incidenten §5, overig §0 and §8.12).
"""

from dataclasses import dataclass
from datetime import date

from vob.core.organisatietype import WOORDEN, Organisatietype

from .models import Steunpunt


@dataclass(frozen=True)
class Start:
    """`voor_wie` and `toelichting` may name {raadsleden}, {de_organisatie} and so on."""

    naam: str
    voor_wie: str
    telefoon: str = ""
    website: str = ""
    bereikbaar: str = ""
    toelichting: str = ""
    bron: str = ""
    gecontroleerd_op: date | None = None
    is_spoed: bool = False
    is_historisch: bool = False


_GELEZEN = date(2026, 11, 23)

START: tuple[Start, ...] = (
    Start(
        "Alarmnummer",
        "Bij direct gevaar, voor iedereen.",
        telefoon="112",
        bereikbaar="Dag en nacht",
        toelichting="Bel eerst, meld daarna.",
        bron="politie.nl",
        gecontroleerd_op=_GELEZEN,
        is_spoed=True,
    ),
    Start(
        "Politie, geen spoed",
        "Voor een melding of een afspraak om aangifte te doen.",
        telefoon="0900-8844",
        bereikbaar="Dag en nacht",
        bron="politie.nl",
        gecontroleerd_op=_GELEZEN,
        is_spoed=True,
    ),
    Start(
        "Ondersteuningsteam Weerbaar Bestuur",
        "Voor {burgemeester}, {wethouders} en {raadsleden}, en voor hun naasten.",
        telefoon="070-373 83 14",
        website="https://weerbaarbestuur.nl",
        bereikbaar="Dag en nacht",
        toelichting="Vertrouwelijk gesprek met een collega-bestuurder of deskundige over "
        "bedreiging, intimidatie en nazorg. Gaat niet in de plaats van 112 of aangifte.",
        bron="raadsleden.nl en raadsledenenveiligheid.nl, 20 januari 2020",
    ),
    Start(
        "Slachtofferhulp Nederland",
        "Voor wie iets is overkomen, voor getuigen en voor familie.",
        telefoon="0900-0101",
        website="https://www.slachtofferhulp.nl",
        toelichting="Emotionele, praktische en juridische hulp. Gratis.",
        bron="slachtofferhulp.nl, doorverwijzen",
        gecontroleerd_op=_GELEZEN,
    ),
    Start(
        "113 Zelfmoordpreventie",
        "Voor wie aan zelfdoding denkt, en voor wie zich zorgen maakt over een ander.",
        telefoon="113",
        website="https://www.113.nl",
        bereikbaar="Dag en nacht, gratis en anoniem",
        bron="upday.com, 3 oktober 2025",
        gecontroleerd_op=_GELEZEN,
    ),
    Start(
        "Meld Misdaad Anoniem",
        "Voor wie iets weet en niet bekend wil worden.",
        telefoon="0800-7000",
        bron="rijksoverheid (venj), ouder dan 2020",
    ),
    Start(
        "ARQ IVP",
        "Psychosociale hulp na een ingrijpende gebeurtenis.",
        toelichting="De gevonden telefoonnummers zijn oud en spreken elkaar tegen. Vraag het "
        "nummer na voordat u het invult.",
        bron="raadsleden.nl, 2016",
    ),
    Start(
        "Netwerk Weerbaar Bestuur",
        "Voor {de_organisatie}: hulpmiddelen, normen en stappenplannen.",
        website="https://weerbaarbestuur.nl",
        toelichting="Ook het Stappenplan melding en aangifte voor politieke ambtsdragers.",
        bron="weerbaarbestuur.nl",
        gecontroleerd_op=_GELEZEN,
    ),
    Start(
        "Leidraad Veilig Bestuur",
        "Voor {burgemeester}, {wethouders} en {raadsleden}.",
        website="https://www.politiekeambtsdragers.nl",
        bron="politiekeambtsdragers.nl",
        gecontroleerd_op=_GELEZEN,
    ),
    Start(
        "CCV: veiligheid politieke ambtsdragers",
        "Veiligheidsscan van de woning, advies en zelfscan.",
        website="https://hetccv.nl/themas/integraal-veiligheidsbeleid/"
        "veiligheid-politieke-ambtsdragers/",
        bron="hetccv.nl",
        gecontroleerd_op=_GELEZEN,
    ),
    Start(
        "Rijksrecherche, adviespunt ambtsmisdrijven",
        "Bij twijfel over integriteit; niet voor agressie.",
        telefoon="088-699 28 90",
        website="https://www.rijksrecherche.nl/adviespunt-ambtsmisdrijven",
        bron="rijksrecherche.nl",
        gecontroleerd_op=_GELEZEN,
    ),
    Start(
        "Vertrouwenslijn",
        "Stond in de folder uit 2011.",
        telefoon="0800-2800 200",
        toelichting="Er is na 2016 niets meer over gevonden. Het Ondersteuningsteam Weerbaar "
        "Bestuur doet dit werk nu.",
        bron="devertrouwenslijn.nl, nrc.nl (2009, 2016)",
        is_historisch=True,
    ),
    Start(
        "NCTb",
        "Stond in de folder uit 2011.",
        website="https://www.nctv.nl",
        toelichting="Heet nu NCTV en beslist alleen over het rijksdomein. Bij een bedreiging "
        "is de politie altijd het eerste loket.",
        bron="nctv.nl, bewaken en beveiligen",
        gecontroleerd_op=_GELEZEN,
        is_historisch=True,
    ),
)


def make_steunpunten(soort: Organisatietype) -> list[Steunpunt]:
    """The start set, in the words of this type of organisation."""
    woorden = vars(WOORDEN[soort])
    return [
        Steunpunt(
            naam=start.naam,
            voor_wie=start.voor_wie.format(**woorden),
            telefoon=start.telefoon,
            website=start.website,
            bereikbaar=start.bereikbaar,
            toelichting=start.toelichting,
            bron=start.bron,
            gecontroleerd_op=start.gecontroleerd_op,
            is_spoed=start.is_spoed,
            is_historisch=start.is_historisch,
            volgorde=10 * nummer,
        )
        for nummer, start in enumerate(START, 1)
    ]

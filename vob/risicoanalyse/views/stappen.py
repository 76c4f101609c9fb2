"""The steps of the wizard, in order. Each can be left and taken up again."""

from dataclasses import dataclass

from vob.core.clock import vandaag

from .. import rules
from ..models import Analyse


@dataclass(frozen=True)
class Stap:
    code: str
    titel: str
    uitleg: str
    sjabloon: str = "risicoanalyse/stap_blad.html"
    persoonlijk: str = ""  # instead of `uitleg`, where one looks at oneself


STAPPEN: tuple[Stap, ...] = (
    Stap(
        "afbakening",
        "Waar gaat het over?",
        "Hoe smaller, hoe sneller klaar. Vink aan wat speelt: dat helpt straks bij het scoren.",
        "risicoanalyse/stap_afbakening.html",
    ),
    Stap(
        "deelnemers",
        "Wie doen mee?",
        "Drie of vier mensen die het werk kennen zijn genoeg. Plan een uur.",
        "risicoanalyse/stap_deelnemers.html",
        "Dat kunt u ook alleen doen. Wie meeleest, kiest u apart.",
    ),
    Stap(
        "dreigingen",
        "Wat kan er gebeuren?",
        "Kies uit de bibliotheek wat bij u kan gebeuren. Tien tot vijftien risico’s is veel.",
        "risicoanalyse/stap_dreigingen.html",
        "Kies uit de bibliotheek wat u kan overkomen: thuis, op het werk, onderweg of online.",
    ),
    Stap(
        "score",
        "Hoe groot is elk risico nu?",
        "Geef samen een cijfer voor kans en effect. Neem bij twijfel het hoogste.",
    ),
    Stap(
        "bestaand",
        "Wat doet u al?",
        "Wat er al is, en of het werkt. Weet u het niet? Zeg dat dan.",
    ),
    Stap(
        "maatregelen",
        "Wat doet u extra?",
        "Neem een voorstel over of bedenk zelf iets. Elke maatregel heeft iemand en een datum.",
        "risicoanalyse/stap_maatregelen.html",
    ),
    Stap(
        "restrisico",
        "Wat blijft er over?",
        "Scoor opnieuw, alsof de maatregelen er zijn. Zonder extra maatregel blijft het zoals nu.",
    ),
    Stap(
        "acceptatie",
        "Wie accepteert dat, en tot wanneer?",
        "Hoe hoger het restrisico, hoe hoger het besluit. Wie dat minstens is, staat er al.",
    ),
)
PER_CODE = {stap.code: stap for stap in STAPPEN}


def next_stap(code: str) -> Stap | None:
    plek = STAPPEN.index(PER_CODE[code]) + 1
    return STAPPEN[plek] if plek < len(STAPPEN) else None


def previous_stap(code: str) -> Stap | None:
    plek = STAPPEN.index(PER_CODE[code])
    return STAPPEN[plek - 1] if plek else None


def first_stap(analyse: Analyse) -> Stap:
    """Where to go on: the step that was left, or if that is done the first that is not."""
    verlaten, klaar = PER_CODE.get(analyse.stap, STAPPEN[0]), done(analyse)
    if verlaten.code not in klaar:
        return verlaten
    return next((stap for stap in STAPPEN if stap.code not in klaar), verlaten)


def done(analyse: Analyse) -> set[str]:
    """The steps that are complete, so that one sees at a glance what is left."""
    alle = list(analyse.risicos)
    klaar = {
        "afbakening": bool(analyse.afbakening or analyse.belang or analyse.factoren),
        "deelnemers": bool(analyse.deelnemers),
        "dreigingen": bool(alle),
        "score": all(risico.klasse for risico in alle),
        "bestaand": all(risico.bestaand or risico.werking for risico in alle),
        "maatregelen": bool(analyse.maatregelen),
        "restrisico": all(risico.rest for risico in alle),
        "acceptatie": not list(rules.find_gebreken(analyse.schaal, alle, vandaag())),
    }
    zonder_risico = {"afbakening", "deelnemers"}
    return {
        code for code, is_klaar in klaar.items() if is_klaar and (alle or code in zonder_risico)
    }

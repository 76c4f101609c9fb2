"""When an aangifte may be made and what is still missing. Pure.

Source: shared/domein/incidenten.md §1.3, §3.2, §3.4 and §9.3. VOB never decides that something is
an offence: it says "vermoedelijk", and the police and the OM judge.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from vob.core.errors import RegelOvertreden

from .values import Aangever, Aangiftemodel, Beoordeling, Instemming, RedenGeen, Stap


class Stand(NamedTuple):
    """What is known, as the rules need it."""

    beoordeling: Beoordeling | None
    stap: Stap | None
    aangever: Aangever | None
    instemming: Instemming | None
    instemming_op: date | None
    gedaan_op: date | None
    reden_geen: RedenGeen | None
    toelichting: str

    @property
    def is_gedaan(self) -> bool:
        """The police has it. An aangifte without its day is no more than a plan."""
        return self.stap is Stap.AANGIFTE and self.gedaan_op is not None


def check_aangifte(stand: Stand, model: Aangiftemodel, voorval: date, vandaag: date) -> None:
    """Whether this can be stored. Raises RegelOvertreden with the first thing that is wrong."""
    for veld, dag in (("instemming_op", stand.instemming_op), ("gedaan_op", stand.gedaan_op)):
        if dag is not None and dag > vandaag:
            raise RegelOvertreden("Deze dag is nog niet geweest.", veld)
    _check_dag(stand, voorval)
    if stand.instemming in (Instemming.JA, Instemming.INGETROKKEN) and not stand.instemming_op:
        raise RegelOvertreden("Vul in op welke dag de getroffene dit zei.", "instemming_op")
    if stand.stap is Stap.AANGIFTE:
        _check_filed(stand, model)
    if stand.stap is Stap.GEEN and stand.beoordeling is not Beoordeling.NIET:
        _check_reason(stand)


def _check_dag(stand: Stand, voorval: date) -> None:
    """What was done has a day, and a day says what was done."""
    is_gedaan = stand.stap not in (None, Stap.GEEN)
    if is_gedaan and stand.gedaan_op is None:
        raise RegelOvertreden(
            "Vul in op welke dag dit is gedaan. "
            "Is het nog niet gedaan? Kies dan ‘Nog niet bekend’.",
            "gedaan_op",
        )
    if stand.gedaan_op is not None and not is_gedaan:
        raise RegelOvertreden("Kies wat er op die dag is gedaan, of laat de dag leeg.", "stap")
    if stand.gedaan_op is not None and stand.gedaan_op < voorval:
        raise RegelOvertreden("Dit kan niet zijn gedaan vóór de dag van het voorval.", "gedaan_op")


def _check_filed(stand: Stand, model: Aangiftemodel) -> None:
    if stand.aangever is None:
        raise RegelOvertreden("Vul in wie de aangifte doet.", "aangever")
    door_ons = stand.aangever in (Aangever.ORGANISATIE, Aangever.BEIDEN)
    nodig = door_ons or model is Aangiftemodel.ORGANISATIE
    if not nodig:
        return
    if stand.instemming is not Instemming.JA:
        raise RegelOvertreden(
            "Zonder instemming van de getroffene doet de organisatie dit niet.", "instemming"
        )
    if stand.gedaan_op and stand.instemming_op and stand.instemming_op > stand.gedaan_op:
        raise RegelOvertreden("De instemming moet er zijn vóór de aangifte.", "instemming_op")


def _check_reason(stand: Stand) -> None:
    if stand.reden_geen is None:
        raise RegelOvertreden("Kies waarom er geen aangifte is.", "reden_geen")
    if stand.reden_geen is RedenGeen.ANDERS and not stand.toelichting.strip():
        raise RegelOvertreden("Schrijf op waarom er geen aangifte is.", "toelichting")


_AL_GEDAAN = "De aangifte is al gedaan. Die is niet meer in te trekken."


def check_intrekken(stand: Stand) -> None:
    """Consent can be taken back until the aangifte was filed; the aangifte itself cannot."""
    if stand.instemming is not Instemming.JA:
        raise RegelOvertreden("Er is geen instemming om in te trekken.")
    if stand.is_gedaan:
        raise RegelOvertreden(_AL_GEDAAN)


def check_blijft_gedaan(was: Stand, wordt: Stand) -> None:
    """What was filed stays filed: its day may be corrected, but it is not undone (§3.2)."""
    trekt_in = wordt.instemming is Instemming.INGETROKKEN is not was.instemming
    if was.is_gedaan and (trekt_in or not wordt.is_gedaan):
        raise RegelOvertreden(_AL_GEDAAN)


EIGEN = ""  # the clock of who the case is about has no name beside it


def name_klokken(klachten: Iterable[tuple[str, bool]]) -> list[str]:
    """For whom each clock is, in the order in which the klachten came; no two the same.

    `klachten`: the name, and whether it is who the case is about. Two people may bear one name.
    """
    namen: list[str] = []
    for wie, is_getroffene in klachten:
        naam, nummer = EIGEN if is_getroffene else wie, 1
        while naam in namen:
            nummer += 1
            naam = f"{wie} ({nummer})"
        namen.append(naam)
    return namen


def voorstel_aangever(model: Aangiftemodel) -> Aangever:
    """Who files by the model of this organisation."""
    organisatie = model is Aangiftemodel.ORGANISATIE
    return Aangever.ORGANISATIE if organisatie else Aangever.GETROFFENE


def list_ontbrekend(stand: Stand, klachten_open: Iterable[str], *, vpt: bool) -> list[str]:
    """What to look at before going to the police; each in one sentence."""
    open_ = []
    if stand.beoordeling is None:
        open_.append("Beoordeel eerst of het vermoedelijk strafbaar is.")
    if not vpt:
        open_.append("Vraag om de VPT-code. Zonder die code gelden de afspraken met het OM niet.")
    open_ += [f"{wie} heeft nog geen klacht met verzoek tot vervolging." for wie in klachten_open]
    return open_

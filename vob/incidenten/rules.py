"""What may happen to a case, and whose it is. Pure: no database, no request, no clock."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from vob.core.clock import TZ
from vob.core.errors import RegelOvertreden
from vob.core.organisatietype import Functie

from .values import (
    Betrokkenrol,
    Gebeurtenissoort,
    Hoofdvorm,
    Monitorcategorie,
    NuVeilig,
    Status,
    Vorm,
)

# --- status -------------------------------------------------------------------------------------

OVERGANGEN: dict[Status, tuple[Status, ...]] = {
    Status.GEMELD: (Status.IN_BEHANDELING,),
    Status.IN_BEHANDELING: (Status.WACHT_OP_DERDEN, Status.AFGEHANDELD),
    Status.WACHT_OP_DERDEN: (Status.IN_BEHANDELING, Status.AFGEHANDELD),
    Status.AFGEHANDELD: (Status.GEEVALUEERD, Status.IN_BEHANDELING),
    Status.GEEVALUEERD: (Status.GESLOTEN, Status.IN_BEHANDELING),
    Status.GESLOTEN: (Status.IN_BEHANDELING,),
}
# The line brings a case up to "afgehandeld"; looking back and closing is for the coordinator. Of an
# extra vertrouwelijke case no coordinator may know: there it is for who handles it.
VOOR_COORDINATOR = frozenset({Status.GEEVALUEERD, Status.GESLOTEN})
AFGEROND = frozenset({Status.AFGEHANDELD, Status.GEEVALUEERD, Status.GESLOTEN})

# What the melder reads: plain words, no jargon.
STATUS_VOOR_MELDER: dict[Status, str] = {
    Status.GEMELD: "Uw melding is binnen. Er is nog niemand mee begonnen.",
    Status.IN_BEHANDELING: "Er wordt aan uw melding gewerkt.",
    Status.WACHT_OP_DERDEN: "Wij wachten op iemand anders, bijvoorbeeld de politie.",
    Status.AFGEHANDELD: "Uw melding is afgehandeld.",
    Status.GEEVALUEERD: "Uw melding is afgehandeld. Wij hebben ervan geleerd.",
    Status.GESLOTEN: "Uw melding is afgerond.",
}


def volgende_statussen(van: Status, mag_afronden: bool) -> tuple[Status, ...]:
    """Where a case can go from here. The buttons of the page are drawn from this."""
    return tuple(
        naar for naar in OVERGANGEN[van] if mag_afronden or not {van, naar} & VOOR_COORDINATOR
    )


def is_heropening(van: Status, naar: Status) -> bool:
    """Back to work after it was done: asks for a reason."""
    return van in AFGEROND and naar is Status.IN_BEHANDELING


def check_overgang(van: Status, naar: Status, mag_afronden: bool, reden: str = "") -> None:
    if naar not in OVERGANGEN[van]:
        raise RegelOvertreden(f"Een zaak gaat niet van ‘{van.label}’ naar ‘{naar.label}’.")
    if naar not in volgende_statussen(van, mag_afronden):
        raise RegelOvertreden("Deze stap is voor de coördinator.")
    if is_heropening(van, naar) and not reden.strip():
        raise RegelOvertreden("Schrijf op waarom u de zaak heropent.")


# --- form of behaviour --------------------------------------------------------------------------

HOOFDVORM_VAN: dict[Vorm, Hoofdvorm] = {
    Vorm.BELEDIGING: Hoofdvorm.SCHELDEN,
    Vorm.SMAAD: Hoofdvorm.SCHELDEN,
    Vorm.TREITEREN: Hoofdvorm.LASTIGVALLEN,
    Vorm.DISCRIMINATIE: Hoofdvorm.DISCRIMINATIE,
    Vorm.INTIMIDATIE: Hoofdvorm.BEDREIGEN,
    Vorm.BEDREIGING: Hoofdvorm.BEDREIGEN,
    Vorm.BEDREIGING_GEZIN: Hoofdvorm.BEDREIGEN,
    Vorm.STALKING: Hoofdvorm.LASTIGVALLEN,
    Vorm.DOXING: Hoofdvorm.ONLINE,
    Vorm.ONLINE_HAAT: Hoofdvorm.ONLINE,
    Vorm.HINDERLIJK_CONTACT: Hoofdvorm.LASTIGVALLEN,
    Vorm.NON_VERBAAL: Hoofdvorm.BEDREIGEN,
    Vorm.FYSIEK: Hoofdvorm.GEWELD,
    Vorm.VERNIELING: Hoofdvorm.VERNIELEN,
    Vorm.VREDEBREUK: Hoofdvorm.ANDERS,
    Vorm.ORDEVERSTORING: Hoofdvorm.ANDERS,
    Vorm.GIJZELING: Hoofdvorm.GEWELD,
    Vorm.ANDERS: Hoofdvorm.ANDERS,
}
# What a press on the short form means when nothing finer is chosen.
VORM_BIJ: dict[Hoofdvorm, Vorm] = {
    Hoofdvorm.SCHELDEN: Vorm.BELEDIGING,
    Hoofdvorm.BEDREIGEN: Vorm.BEDREIGING,
    Hoofdvorm.LASTIGVALLEN: Vorm.HINDERLIJK_CONTACT,
    Hoofdvorm.DISCRIMINATIE: Vorm.DISCRIMINATIE,
    Hoofdvorm.ONLINE: Vorm.ONLINE_HAAT,
    Hoofdvorm.GEWELD: Vorm.FYSIEK,
    Hoofdvorm.VERNIELEN: Vorm.VERNIELING,
    Hoofdvorm.ANDERS: Vorm.ANDERS,
}
# Which form names the case when it has several: the gravest.
_ZWAARTE = (
    Hoofdvorm.GEWELD,
    Hoofdvorm.BEDREIGEN,
    Hoofdvorm.VERNIELEN,
    Hoofdvorm.DISCRIMINATIE,
    Hoofdvorm.LASTIGVALLEN,
    Hoofdvorm.ONLINE,
    Hoofdvorm.SCHELDEN,
    Hoofdvorm.ANDERS,
)
# Source: domein/incidenten.md §1.4, Monitor I&V: throwing or breaking objects is physical.
_FYSIEK = {Vorm.FYSIEK, Vorm.GIJZELING, Vorm.VERNIELING}
_BEDREIGING = {vorm for vorm, kort in HOOFDVORM_VAN.items() if kort is Hoofdvorm.BEDREIGEN}
_BEDREIGING |= {Vorm.STALKING, Vorm.DOXING}


def combine_vormen(kort: Iterable[Hoofdvorm], fijn: Iterable[Vorm]) -> list[Vorm]:
    """The forms of a report: what was chosen finely, and for each other press its usual form."""
    gekozen = set(fijn)
    gedekt = {HOOFDVORM_VAN[vorm] for vorm in gekozen}
    gekozen |= {VORM_BIJ[hoofdvorm] for hoofdvorm in kort if hoofdvorm not in gedekt}
    return [vorm for vorm in Vorm if vorm in gekozen]


def hoofdvorm_van(vormen: Collection[Vorm]) -> Hoofdvorm:
    return min((HOOFDVORM_VAN[vorm] for vorm in vormen), key=_ZWAARTE.index)


def monitorcategorie_van(vormen: Collection[Vorm]) -> Monitorcategorie:
    """The gravest category counts: a case is in the national figures once."""
    if _FYSIEK & set(vormen):
        return Monitorcategorie.FYSIEK
    if _BEDREIGING & set(vormen):
        return Monitorcategorie.BEDREIGING
    return Monitorcategorie.VERBAAL


# --- report -------------------------------------------------------------------------------------


def maak_nummer(jaar: int, volgnummer: int) -> str:
    return f"{jaar}-{volgnummer:04d}"


def stel_titel_voor(hoofdvorm: Hoofdvorm, plaats: str) -> str:
    """A title for who did not think of one; never a name."""
    return f"{hoofdvorm.label}: {plaats}"[:120] if plaats else hoofdvorm.label


def is_acuut(nu_veilig: NuVeilig) -> bool:
    return nu_veilig is NuVeilig.NEE


def bepaal_moment(wandklok: datetime) -> datetime:
    """A moment on the Dutch clock. In the hour that comes twice, the first is meant."""
    if wandklok.tzinfo is not None:
        return wandklok
    moment = wandklok.replace(tzinfo=TZ)
    terug = datetime.fromtimestamp(moment.timestamp(), TZ).replace(tzinfo=None)
    if terug != wandklok:
        raise RegelOvertreden("Deze tijd bestond niet: de klok ging toen een uur vooruit.")
    return moment


def check_voorval(van: datetime, tot: datetime | None, nu: datetime) -> None:
    """What is reported has happened."""
    if van > nu:
        raise RegelOvertreden("Dit moment is nog niet geweest.")
    if tot is not None and tot > nu:
        raise RegelOvertreden("Het einde is nog niet geweest. Laat het leeg als het nog doorgaat.")
    if tot is not None and tot < van:
        raise RegelOvertreden("Het einde ligt voor het begin.")


# --- line ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Routering:
    """Who gets a case first, who may stand in, and whether it skipped the first of the line."""

    eerste_id: int | None
    ook_ids: tuple[int, ...]
    is_via_vervanger: bool

    @property
    def lijn_ids(self) -> tuple[int, ...]:
        return (*([self.eerste_id] if self.eerste_id is not None else []), *self.ook_ids)


def bepaal_routering(
    eerste_id: int | None,
    vervanger_id: int | None,
    coordinatoren: Iterable[int],
    getroffenen: Collection[int],
    beschikbaar: Collection[int],
) -> Routering:
    """The line of a case: first, then deputy, then the coordinators. Never who it is about.

    `beschikbaar`: who has an account and may handle cases. Without a line the coordinators are it.
    """

    def mag(id: int | None) -> bool:
        return id is not None and id in beschikbaar and id not in getroffenen

    lijn = [id for id in dict.fromkeys((eerste_id, vervanger_id)) if id is not None and mag(id)]
    is_via_vervanger = bool(lijn) and lijn[0] != eerste_id
    if not lijn:
        lijn = [id for id in coordinatoren if mag(id)]
    return Routering(lijn[0] if lijn else None, tuple(lijn[1:]), is_via_vervanger)


# Whose cases go to whom by custom (besluiten.md); the organisation decides. Others: coordinator.
LIJN_NAAR: dict[Functie, tuple[Functie, ...]] = {
    Functie.BURGEMEESTER: (Functie.WETHOUDER, Functie.SECRETARIS),  # the loco
    Functie.WETHOUDER: (Functie.SECRETARIS,),
    Functie.RAADSLID: (Functie.GRIFFIER,),
    Functie.COMMISSIELID: (Functie.GRIFFIER,),
    Functie.FRACTIEMEDEWERKER: (Functie.GRIFFIER,),
    Functie.GRIFFIER: (Functie.BURGEMEESTER,),
    Functie.SECRETARIS: (Functie.BURGEMEESTER,),
}


def gebrek_in_lijn(
    eerste_id: int | None, vervanger_id: int | None, behandelaars: Collection[int]
) -> str:
    """What is wrong with a line, in one sentence; empty when it is complete."""
    if eerste_id is None:
        return "Er is nog niemand ingesteld."
    if eerste_id not in behandelaars:
        return "Wie de melding eerst krijgt, kan die niet (meer) behandelen."
    if vervanger_id is None:
        return "Er is nog geen vervanger."
    if vervanger_id not in behandelaars:
        return "De vervanger kan meldingen niet (meer) behandelen."
    if vervanger_id == eerste_id:
        return "De vervanger is dezelfde persoon."
    return ""


# --- who sees and handles -----------------------------------------------------------------------

# Reporting it or being hit by it opens the case for anyone; the line asks for the right as well.
EIGEN_ROLLEN = (Betrokkenrol.MELDER, Betrokkenrol.GETROFFENE)
LIJN_ROLLEN = (Betrokkenrol.LIJN, Betrokkenrol.BEHANDELAAR)
# Who was hit, and who is named in it as offender or witness, never handles the case. An offender
# who works here does not even know of it (shared/ontwerp/veiligheid.md T2).
NOOIT_BEHANDELAAR = (Betrokkenrol.GETROFFENE, Betrokkenrol.VEROORZAKER, Betrokkenrol.GETUIGE)
# What melder and getroffene were told, whatever it was about.
AAN_MELDER = (Gebeurtenissoort.BERICHT_AAN_MELDER, Gebeurtenissoort.TERUGKOPPELING)


def is_behandelaar(
    rollen: Collection[Betrokkenrol],
    *,
    mag_behandelen: bool,
    mag_alles_inzien: bool,
    is_vertrouwelijk: bool,
) -> bool:
    """Whether someone with these roles on a case handles it. Who is part of it never does."""
    if not mag_behandelen or any(rol in NOOIT_BEHANDELAAR for rol in rollen):
        return False
    if mag_alles_inzien and not is_vertrouwelijk:
        return True
    return any(rol in LIJN_ROLLEN for rol in rollen)


def noemt(tekst: str, naam: str) -> bool:
    """Whether a whole name stands in a text. Both are folded: lower case, without accents."""
    woorden, gezocht = (" ".join(re.findall(r"[^\W_]+", deel)) for deel in (tekst, naam))
    return bool(gezocht) and f" {gezocht} " in f" {woorden} "
